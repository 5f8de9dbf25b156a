"""`dispatch-parser batch DIR -o records.jsonl`: every document below a directory, one record a line."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_work_options
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.batch.outcome import Failure


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("batch.help")
    parser = subparsers.add_parser("batch", help=about, description=about)
    parser.add_argument("directory", metavar="DIR", type=Path, help=text.say("batch.directory"))
    parser.add_argument(
        "-o", "--output", metavar="OUT.jsonl", type=Path, required=True, help=text.say("batch.output")
    )
    parser.add_argument("--plain", action="store_true", help=text.say("parse.plain"))
    add_work_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read all documents; 0 if all have a record, 1 if none has, 20 if some have."""
    from functools import partial

    from dispatch_parser.batch.files import SUFFIXES, documents_in
    from dispatch_parser.batch.runner import record_reader
    from dispatch_parser.batch.runner import run as run_batch

    listing = documents_in(args.directory)
    if not listing.files:
        text.complain("batch.nothing", path=args.directory, suffixes=" ".join(SUFFIXES))
        return int(ExitCode.NOT_FOUND)
    outcomes = run_batch(
        listing.files,
        partial(record_reader, plain=args.plain),
        jobs=args.jobs,
        seconds=args.timeout,
        language=text.language(),
    )
    failures = _write(args.output, _progress(outcomes, len(listing.files)))
    total = len(listing.files)
    done = total - len(failures)
    text.complain(
        "batch.summary",
        done=done,
        total=total,
        failed=len(failures),
        skipped=listing.skipped,
        output=args.output,
    )
    if not failures:
        return int(ExitCode.OK)
    text.complain("batch.see_errors", path=errors_path(args.output))
    return int(ExitCode.PARTIAL if done else ExitCode.FAILED)


def errors_path(output: Path) -> Path:
    """Where the failures of a batch go."""
    return output.with_name(f"{output.name}.errors.jsonl")


def _write(output: Path, outcomes: Iterable[str | Failure]) -> list[Failure]:
    """Write the records and, if there are any, the failures; an errors file of an earlier run goes away."""
    from dispatch_parser.export.atomic import atomic_text

    failures: list[Failure] = []
    with atomic_text(output) as handle:
        for outcome in outcomes:
            if isinstance(outcome, str):
                handle.write(outcome + "\n")
            else:
                failures.append(outcome)
    if not failures:
        errors_path(output).unlink(missing_ok=True)
        return failures
    with atomic_text(errors_path(output)) as handle:
        for failure in failures:
            entry = failure.as_json() | {"message": text.failure(failure)}
            handle.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return failures


def _progress(outcomes: Iterable[str | Failure], total: int) -> Iterator[str | Failure]:
    """A bar on stderr while a person watches."""
    from rich.progress import track

    console = text.console(stderr=True)
    return iter(
        track(outcomes, "", total=total, console=console, transient=True, disable=not console.is_terminal)
    )
