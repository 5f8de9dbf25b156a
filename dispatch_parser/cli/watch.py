"""`dispatch-parser watch DIR -o OUT`: reads each document that arrives, once it is there whole."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_bounds, add_reading, add_work_options, bounds_of, positive
from dispatch_parser.errors import ExitCode, InputNotFoundError

if TYPE_CHECKING:
    from dispatch_parser.batch.outcome import Answer


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("watch.help")
    parser = subparsers.add_parser("watch", help=about, description=about)
    add = parser.add_argument
    add("directory", metavar="DIR", type=Path, help=text.say("watch.directory"))
    add("-o", "--output", metavar="OUT", type=Path, required=True, help=text.say("watch.output"))
    add("--interval", metavar="SECONDS", type=positive, default=5, help=text.say("watch.interval"))
    add("--once", action="store_true", help=text.say("watch.once"))
    add_work_options(parser)
    add_bounds(parser)
    add_reading(parser)
    add("-q", "--quiet", action="store_true", help=text.say("batch.quiet"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Watch until Ctrl-C (exit code 130); with `--once` 0, or 20 if something failed."""
    from dispatch_parser.batch.runner import Options, Run
    from dispatch_parser.batch.watch import watch

    if not args.directory.is_dir():
        raise InputNotFoundError(str(args.directory), "missing")
    if args.output.resolve().is_relative_to(args.directory.resolve()):
        text.complain("watch.inside")
        return int(ExitCode.USAGE)
    failed = 0

    def told(answer: Answer) -> None:
        nonlocal failed
        failed += answer.failure is not None
        if answer.failure is not None:
            text.tell(text.failure(answer.failure))
        elif not args.quiet:
            text.complain("watch.done", name=answer.name)

    options = Options(
        sources=(str(args.directory),),
        out=args.output,
        jobs=args.jobs,
        bounds=bounds_of(args),
        language=text.language(),
        pause=float(args.interval),
    )
    with Run(options) as batch:
        if not args.quiet and not args.once:
            text.complain("watch.started", path=args.directory)
        watch(batch, args.directory, text.failure, told, once=args.once)
    return int(ExitCode.PARTIAL if failed else ExitCode.OK)
