"""`dispatch-parser show FILE`: one self-contained HTML page, the document beside its record."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.document import Document
    from dispatch_parser.record import DispatchRecord

STDOUT = Path("-")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("show.help")
    parser = subparsers.add_parser("show", help=about, description=about)
    parser.add_argument("file", metavar="FILE", type=Path, help=text.say("show.file"))
    parser.add_argument("-o", "--output", metavar="OUT.html", type=Path, help=text.say("show.output"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page and print where it is. OSError where it cannot be written."""
    from dispatch_parser.export.atomic import atomic_text

    page = _page(args.file)
    if args.output == STDOUT:
        sys.stdout.write(page)
        return int(ExitCode.OK)
    output = args.output or Path(f"{args.file.stem}.review.html")
    with atomic_text(output) as handle:
        handle.write(page)
    print(output)
    return int(ExitCode.OK)


def _page(path: Path) -> str:
    from dispatch_parser.pipeline import Parser
    from dispatch_parser.readers.registry import read
    from dispatch_parser.review.html import render

    parser = Parser()
    document = read(path, limits=parser.limits)
    record = parser.parse_document(document)
    return render(
        record, document, _pictures(path, document, record), "vi" if text.language() == "vi" else "en"
    )


def _pictures(path: Path, document: Document, record: DispatchRecord) -> Any:  # noqa: ANN401
    if document.source.media != "pdf":
        return ()
    from dispatch_parser.review.pictures import pictures

    return pictures(path.read_bytes(), document, record)
