"""`dispatch-parser parse FILE…`: one or more dispatches as a table, as records, or as values only."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import Failure
from dispatch_parser.cli import text
from dispatch_parser.cli.inputs import STDIN, attempt, exit_code
from dispatch_parser.cli.options import add_reading, parser_of
from dispatch_parser.cli.profile import profile

if TYPE_CHECKING:
    from dispatch_parser.record import DispatchRecord


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("parse.help")
    parser = subparsers.add_parser("parse", help=about, description=about)
    parser.add_argument("files", metavar="FILE", nargs="+", help=text.say("parse.files"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=text.say("parse.json"))
    shape.add_argument("--plain", action="store_true", help=text.say("parse.plain"))
    add_reading(parser, header_only=True)
    parser.add_argument("--profile", action="store_true", help=text.say("parse.profile"))
    parser.add_argument("--flame", metavar="FILE.svg", type=Path, help=text.say("parse.flame"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every record. One file: its error's exit code; several: 20 if some failed, 1 if all did."""
    parser = parser_of(args)
    failures: list[Failure] = []
    for file in args.files:
        outcome = attempt(file, parser.limits, lambda source, name: parser.parse(source, name=name))
        if isinstance(outcome, Failure):
            failures.append(outcome)
            text.tell(text.failure(outcome))
        else:
            _print(outcome, args, several=len(args.files) > 1)
            if (args.profile or args.flame) and file != STDIN:
                profile(parser, file, file, args.flame)
    return exit_code(failures, args.files)


def _print(record: DispatchRecord, args: argparse.Namespace, *, several: bool) -> None:
    if args.plain:
        print(json.dumps(record.plain(), ensure_ascii=False))
    elif args.json:
        print(record.model_dump_json(indent=None if several else 2))
    else:
        from dispatch_parser.cli.view import print_record

        print_record(text.console(), record)
