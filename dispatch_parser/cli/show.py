"""`dispatch-parser show FILE`: one self-contained HTML page, the document beside its record."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_reading, parser_of
from dispatch_parser.errors import ExitCode

STDOUT = Path("-")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("show.help")
    parser = subparsers.add_parser("show", help=about, description=about)
    parser.add_argument("file", metavar="FILE", type=Path, help=text.say("show.file"))
    parser.add_argument("-o", "--output", metavar="OUT.html", type=Path, help=text.say("show.output"))
    add_reading(parser, header_only=True)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page and print where it is. OSError where it cannot be written."""
    from dispatch_parser.export.atomic import atomic_text
    from dispatch_parser.review.page import review

    page = review(args.file, parser_of(args), lang="vi" if text.language() == "vi" else "en")[1]
    if args.output == STDOUT:
        sys.stdout.write(page)
        return int(ExitCode.OK)
    output = args.output or Path(f"{args.file.stem}.review.html")
    with atomic_text(output) as handle:
        handle.write(page)
    print(output)
    return int(ExitCode.OK)
