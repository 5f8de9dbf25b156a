"""Whether a change of code changed a record: digests of every document and its record, before and after.

    python benchmarks/identical.py before.json FILE OR DIRECTORY ...        # in the old state
    python benchmarks/identical.py after.json FILE OR DIRECTORY ... --against before.json

Compared byte for byte: the Document as read (text, lines, edges, boxes, tables, notices) and the record's JSON. A
file that cannot be read counts with its error. Prints the names of what differs, never its words.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from dispatch_parser.errors import DispatchError
from dispatch_parser.pipeline import Parser
from dispatch_parser.readers.registry import read

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = (".pdf", ".docx", ".doc", ".txt", ".html")


def main() -> int:
    """Write the digests; 1 if they differ from those given."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("out", type=Path)
    options.add_argument("sources", type=Path, nargs="*", default=[SAMPLES])
    options.add_argument("--against", type=Path, help="digests written before")
    args = options.parse_args()
    parser = Parser()
    made = {f"{path.parent.name}/{path.name}": _digests(parser, path) for path in files_of(args.sources)}
    args.out.write_text(json.dumps(made, indent=1, sort_keys=True))
    print(f"{len(made)} files")
    if args.against is None:
        return 0
    before = json.loads(args.against.read_text())
    differing = [(name, part) for name in made for part in made[name] if made[name][part] != before[name][part]]
    for name, part in differing:
        print(f"{name}: another {part}")
    print(f"{len(differing)} differences")
    return int(bool(differing))


def files_of(sources: list[Path]) -> list[Path]:
    """The documents among files and in directories, by name."""
    found = [path for root in sources for path in (sorted(root.iterdir()) if root.is_dir() else [root])]
    return [path for path in found if path.suffix.lower() in KINDS]


def _digests(parser: Parser, path: Path) -> dict[str, str]:
    try:
        document = read(str(path))
        record = parser.parse_document(document)
    except DispatchError as error:
        return {"document": str(error), "record": ""}
    return {"document": _digest(repr(document)), "record": _digest(record.model_dump_json())}


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
