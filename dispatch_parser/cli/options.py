"""Options that several commands share."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
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


def calendar_day(value: str) -> dt.date:
    """A day: `2026-05-31`, or as people here write it, `31/5/2026`."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(value, form).date()
    raise argparse.ArgumentTypeError(text.say("options.day_wrong", value=value))


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
