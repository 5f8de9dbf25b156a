"""`dispatch-parser batch SOURCE… -o OUT`: every document, one answer each, however often it is stopped."""

from __future__ import annotations

import argparse
import re
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_bounds, add_reading, add_work_options, bounds_of, calendar_day, positive
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.batch.runner import Engine, Options, Run

_FORMATS = ("jsonl", "parquet", "csv", "xlsx")  # as in dispatch_parser.export.parts, too heavy for a help text
_SHARD = re.compile(r"(\d{1,6})/(\d{1,6})")


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("batch.help")
    parser = subparsers.add_parser("batch", help=about, description=about)
    add = parser.add_argument
    add("sources", metavar="SOURCE", nargs="+", help=text.say("batch.sources"))
    add("-o", "--output", metavar="OUT", type=Path, required=True, help=text.say("batch.output"))
    add("--format", metavar="FORMAT", type=formats, default=("jsonl",), help=text.say("batch.format"))
    add("--plain", action="store_true", help=text.say("parse.plain"))
    add("--part", metavar="N", type=positive, default=10_000, help=text.say("batch.part"))
    add_work_options(parser)
    add_bounds(parser)
    add_reading(parser, header_only=True)
    add("--since", metavar="DATE", type=calendar_day, help=text.say("batch.since"))
    add("--shard", metavar="i/n", type=shard, help=text.say("batch.shard"))
    add("--retry-errors", action="store_true", help=text.say("batch.retry_errors"))
    add("--engine", choices=("processes", "dask"), default="processes", help=text.say("batch.engine"))
    add("--scheduler", metavar="ADDRESS", help=text.say("batch.scheduler"))
    add("-q", "--quiet", action="store_true", help=text.say("batch.quiet"))
    parser.set_defaults(run=run)


def formats(value: str) -> tuple[str, ...]:
    """The formats named, each once."""
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    wrong = [name for name in names if name not in _FORMATS]
    if wrong or not names:
        raise argparse.ArgumentTypeError(
            text.say("batch.format_wrong", value=", ".join(wrong) or value, names=", ".join(_FORMATS))
        )
    return names


def shard(value: str) -> tuple[int, int]:
    """`2/8`: the second part of eight."""
    found = _SHARD.fullmatch(value)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise argparse.ArgumentTypeError(text.say("batch.shard_wrong"))
    return int(found[1]), int(found[2])


def run(args: argparse.Namespace) -> int:
    """Read all documents; 0 if all have a record, 1 if none has, 20 if some have, 10 if there are none."""
    from dispatch_parser.batch.runner import Run
    from dispatch_parser.batch.sources import DOCUMENTS

    options = _options(args)
    with Run(options, _engine(args, options)) as batch:
        counts = batch.take_stock(sys.stdin.buffer if "-" in args.sources else None)
        if not counts.inputs:
            text.complain("batch.nothing", path=" ".join(args.sources), suffixes=" ".join(DOCUMENTS))
            return int(ExitCode.NOT_FOUND)
        try:
            _work(batch, quiet=args.quiet)
            about = batch.write(text.failure)
        except KeyboardInterrupt:
            text.complain("batch.go_on", path=batch.target.directory)
            raise
    _summary(about, args, batch)
    if not about["errors"]:
        return int(ExitCode.OK)
    return int(ExitCode.PARTIAL if about["records"] else ExitCode.FAILED)


def _engine(args: argparse.Namespace, options: Options) -> Engine | None:
    """The engine that was asked for; None for the processes of this machine."""
    if args.engine != "dask" and not args.scheduler:
        return None
    from dispatch_parser.batch.dask_engine import dask_engine

    return dask_engine(options, args.scheduler)


def _options(args: argparse.Namespace) -> Options:
    from dispatch_parser.batch.runner import Options

    since = datetime.combine(args.since, datetime.min.time()).timestamp() if args.since else None
    return Options(
        sources=tuple(args.sources),
        out=args.output,
        formats=args.format,
        plain=args.plain,
        part=args.part,
        jobs=args.jobs,
        bounds=bounds_of(args),
        since=since,
        shard=args.shard,
        retry_errors=args.retry_errors,
        language=text.language(),
    )


def _work(batch: Run, *, quiet: bool) -> None:
    from dispatch_parser.cli.progress import Progress

    counts = batch.counts
    kept = counts.inputs - counts.pending
    if kept and not quiet:
        text.complain("batch.listed", total=counts.inputs, kept=kept)
    with Progress(counts.inputs, kept, quiet=quiet) as progress:
        for answer in batch.work():
            progress.step(failed=answer.failure is not None)


def _summary(about: dict[str, Any], args: argparse.Namespace, batch: Run) -> None:
    if args.quiet:
        return
    text.complain(
        "batch.summary",
        done=about["records"],
        total=about["inputs"],
        failed=about["errors"],
        skipped=sum(about["left_out"].values()),
        output=args.output,
    )
    if about["errors"]:
        text.complain("batch.see_errors", path=batch.target.errors)
