"""Options that several commands share."""

from __future__ import annotations

import argparse
import os

from dispatch_parser.cli import text

SECONDS = 300
"""As in `dispatch_parser.batch.runner`, which is too heavy to import for a help text."""


def add_work_options(parser: argparse.ArgumentParser) -> None:
    """`--jobs` and `--timeout` of a command that reads many documents."""
    parser.add_argument("--jobs", metavar="N", type=positive, default=cores(), help=text.say("batch.jobs"))
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=SECONDS, help=text.say("batch.seconds")
    )


def positive(value: str) -> int:
    """A whole number above zero."""
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(text.say("batch.jobs_wrong"))
    return int(value)


def cores() -> int:
    """The CPU cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
