"""`dispatch-parser scan DIR`: what is there, before the night's batch: kinds, pages, scans, trouble, time."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_bounds, add_work_options, bounds_of
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.batch.triage import Look


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("scan.help")
    parser = subparsers.add_parser("scan", help=about, description=about)
    parser.add_argument("sources", metavar="DIR", nargs="+", help=text.say("batch.sources"))
    parser.add_argument("--json", action="store_true", help=text.say("scan.json"))
    add_work_options(parser)
    add_bounds(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at every file and sum up; 0, or 10 where there is no document."""
    from dispatch_parser.batch.sources import DOCUMENTS, LeftOut, inputs
    from dispatch_parser.batch.triage import in_order, looks
    from dispatch_parser.cli.progress import Progress

    bounds = bounds_of(args)
    entries = list(inputs(args.sources, bounds))
    documents = [entry for entry in entries if not isinstance(entry, LeftOut)]
    if not documents:
        text.complain("batch.nothing", path=" ".join(args.sources), suffixes=" ".join(DOCUMENTS))
        return int(ExitCode.NOT_FOUND)
    found = []
    with Progress(len(documents), quiet=args.json) as progress:
        for look in looks(documents, bounds, args.jobs):
            found.append(look)
            progress.step(failed=look.problem is not None)
    found = in_order(found)
    if args.json:
        for look in found:
            print(json.dumps(asdict(look) | {"seconds": round(look.seconds, 3)}, ensure_ascii=False))
    else:
        _print(found, len(entries) - len(documents), args.jobs)
    return int(ExitCode.OK)


def _print(found: list[Look], skipped: int, jobs: int) -> None:
    from collections import Counter

    from rich.table import Table

    from dispatch_parser.cli.progress import duration

    table = Table(text.say("scan.kind"), show_edge=False)
    for column in ("files", "megabytes", "pages", "scanned", "legacy", "problems"):
        table.add_column(text.say(f"scan.{column}"), justify="right")
    for kind in sorted({look.kind for look in found}):
        of_kind = [look for look in found if look.kind == kind]
        table.add_row(
            kind or "?",
            str(len(of_kind)),
            f"{sum(look.size for look in of_kind) / 1e6:.1f}",
            str(sum(look.pages for look in of_kind)),
            str(sum(look.scanned for look in of_kind)),
            str(sum(look.legacy for look in of_kind)),
            _problems(Counter(look.problem for look in of_kind if look.problem)),
        )
    text.console().print(table)
    pages = sum(look.pages for look in found)
    duplicates = sum(look.duplicate_of is not None for look in found)
    print(text.say("scan.summary", files=len(found), pages=pages, duplicates=duplicates, skipped=skipped))
    seconds = sum(look.seconds for look in found) / jobs
    print(text.say("scan.time", time=duration(seconds), jobs=jobs))


def _problems(counter: dict[str, int]) -> str:
    return ", ".join(f"{code} {count}" for code, count in sorted(counter.items()))
