"""Writes samples, expected records, bad inputs and the table in README: `python -m samples.make [NAME …]`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from samples.make import bad, html, pdf, text, word
from samples.make.content import SAMPLES
from samples.make.fonts import FontMissingError
from samples.make.model import Sample

HOME = Path(__file__).resolve().parent.parent
_LAYOUTS = {".pdf": pdf.write, ".docx": word.write, ".txt": text.write, ".html": html.write}
_MARK = "<!-- the table below is written by samples/make -->"


def write(sample: Sample) -> None:
    """Write one sample and its expected record."""
    path = HOME / sample.file
    _LAYOUTS[path.suffix](sample, path)
    _write_json(HOME / "expected" / f"{sample.name}.json", {"file": sample.file, **sample.expected})


def _write_json(path: Path, value: Any) -> None:  # noqa: ANN401
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_table() -> None:
    """The table of README.md: what each sample shows."""
    path = HOME / "README.md"
    head = path.read_text(encoding="utf-8").split(_MARK)[0]
    rows = [f"| [{s.file}]({s.file}) | {s.shows} |" for s in SAMPLES]
    table = "\n".join(["| Tệp | Nội dung thể hiện |", "| --- | --- |", *rows])
    path.write_text(f"{head}{_MARK}\n{table}\n", encoding="utf-8")


def main(names: list[str]) -> int:
    """Write the named samples, or everything."""
    (HOME / "expected").mkdir(exist_ok=True)
    try:
        for sample in SAMPLES:
            if not names or sample.name in names:
                write(sample)
        if not names:
            _write_json(HOME / "bad" / "expected.json", bad.write_all(HOME / "bad", HOME / "quyet-dinh.pdf"))
            _write_table()
    except FontMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
