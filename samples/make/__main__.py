"""Writes samples, expected records, the bad inputs and the table in README: `python -m samples.make [NAME …]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from samples.make import pdf, word
from samples.make.content import SAMPLES
from samples.make.model import Sample

HOME = Path(__file__).resolve().parent.parent
_LAYOUTS = {".pdf": pdf.write, ".docx": word.write}


def write(sample: Sample) -> None:
    """Write one sample and its expected record."""
    path = HOME / sample.file
    _LAYOUTS[path.suffix](sample, path)
    record = {"file": sample.file, **sample.expected}
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    (HOME / "expected" / f"{sample.name}.json").write_text(text, encoding="utf-8")


def main(names: list[str]) -> None:
    """Write the named samples, or all."""
    (HOME / "expected").mkdir(exist_ok=True)
    for sample in SAMPLES:
        if not names or sample.name in names:
            write(sample)


if __name__ == "__main__":
    main(sys.argv[1:])
