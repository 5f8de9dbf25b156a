"""`dispatch-parser parse FILE…`: one or more dispatches as a table, as records, or as values only."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import Failure, failure_of, printable
from dispatch_parser.cli import text
from dispatch_parser.errors import DispatchError, ExitCode

if TYPE_CHECKING:
    from dispatch_parser.pipeline import Parser
    from dispatch_parser.record import DispatchRecord

STDIN = "-"


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("parse.help")
    parser = subparsers.add_parser("parse", help=about, description=about)
    parser.add_argument("files", metavar="FILE", nargs="+", help=text.say("parse.files"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help=text.say("parse.json"))
    shape.add_argument("--plain", action="store_true", help=text.say("parse.plain"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every record. One file: its error's exit code; several: 20 if some failed, 1 if all did."""
    from dispatch_parser.pipeline import Parser

    parser = Parser()
    failures: list[Failure] = []
    for file in args.files:
        outcome = _read(parser, file)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            text.tell(text.failure(outcome))
        else:
            _print(outcome, args, several=len(args.files) > 1)
    if not failures:
        return int(ExitCode.OK)
    if len(args.files) == 1:
        return failures[0].exit_code
    return int(ExitCode.PARTIAL if len(failures) < len(args.files) else ExitCode.FAILED)


def _read(parser: Parser, file: str) -> DispatchRecord | Failure:
    """A record under the file's bare name; failures name the file as given."""
    name = STDIN if file == STDIN else printable(Path(file).name)
    try:
        if file == STDIN:
            return parser.parse(sys.stdin.buffer.read(parser.limits.input_bytes + 1), name=name)
        return parser.parse(file, name=name)
    except Exception as error:
        if isinstance(error, DispatchError):
            error.name = printable(file) if error.name == name else error.name
        elif text.debugging():
            raise
        return failure_of(error, printable(file), text.language())


def _print(record: DispatchRecord, args: argparse.Namespace, *, several: bool) -> None:
    if args.plain:
        print(json.dumps(record.plain(), ensure_ascii=False))
    elif args.json:
        print(record.model_dump_json(indent=None if several else 2))
    else:
        from dispatch_parser.cli.view import print_record

        print_record(text.console(), record)
