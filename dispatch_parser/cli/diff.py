"""`dispatch-parser diff RUN1 RUN2`: what a new version gained, lost and changed on one's own archive."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.batch.difference import Comparison, Difference

_ALL = "all"
_SHORT = 100


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("diff.help")
    parser = subparsers.add_parser("diff", help=about, description=about)
    parser.add_argument("old", metavar="RUN1", type=Path, help=text.say("diff.old"))
    parser.add_argument("new", metavar="RUN2", type=Path, help=text.say("diff.new"))
    parser.add_argument("--field", metavar="FIELD", help=text.say("diff.field"))
    parser.add_argument("--json", action="store_true", help=text.say("diff.json"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the table, or every difference; 0 where there is none, 3 where there are."""
    from dispatch_parser.batch.difference import FIELDS, Comparison, compare

    if args.field not in (None, _ALL, *FIELDS):
        text.complain("diff.unknown_field", name=args.field, names=", ".join((_ALL, *FIELDS)))
        return int(ExitCode.USAGE)
    comparison = Comparison()
    for difference in compare(args.old, args.new, comparison):
        if args.json and args.field in (None, _ALL, difference.field):
            print(json.dumps(asdict(difference), ensure_ascii=False))
        elif not args.json and args.field in (_ALL, difference.field):
            _print(difference)
    if not args.json:
        _table(comparison)
    return int(ExitCode.OK if comparison.equal else ExitCode.FINDINGS)


def _print(difference: Difference) -> None:
    values = " → ".join(_short(value) for value in (difference.old, difference.new) if value is not None)
    where = f" [{_short(difference.where)}]" if difference.where else ""
    print(f"{difference.file}: {difference.field}{where}: {text.say(f'diff.{difference.kind}')}: {values}")


def _short(value: str) -> str:
    return value if len(value) <= _SHORT else value[: _SHORT - 1] + "…"


def _table(comparison: Comparison) -> None:
    from rich.table import Table

    table = Table(text.say("diff.column.field"), show_edge=False)
    for kind in ("same", "gained", "lost", "changed"):
        table.add_column(text.say(f"diff.column.{kind}"), justify="right")
    for name, counter in comparison.counts.items():
        if counter.total():
            table.add_row(name, *(str(counter[kind]) for kind in ("same", "gained", "lost", "changed")))
    text.console().print(table)
    documents = comparison.counts["document"]
    print(text.say("diff.documents", both=comparison.both, gained=documents["gained"], lost=documents["lost"]))
