"""Options that several commands share."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from dispatch_parser.cli import text

if TYPE_CHECKING:
    from dispatch_parser.batch.limits import Bounds
    from dispatch_parser.limits import Limits
    from dispatch_parser.pipeline import Parser
    from dispatch_parser.selection import PageSelection

SECONDS = 300
"""As in `dispatch_parser.batch.limits`, which is too heavy to import for a help text."""


def add_work_options(parser: argparse.ArgumentParser) -> None:
    """`--jobs` and `--timeout` of a command that reads many documents."""
    parser.add_argument("--jobs", metavar="N", type=positive, default=cores(), help=text.say("batch.jobs"))
    parser.add_argument(
        "--timeout", metavar="SECONDS", type=positive, default=SECONDS, help=text.say("batch.seconds")
    )


def add_reading(parser: argparse.ArgumentParser, *, header_only: bool = False) -> None:
    """What of a document is read by a command that reads documents: `--allow-secret`, `--pages`, `--ocr-cache`."""
    if header_only:
        parser.add_argument("--header-only", action="store_true", help=text.say("options.header_only"))
    parser.add_argument("--pages", metavar="LIST", type=pages, help=text.say("options.pages"))
    parser.add_argument("--ocr-cache", metavar="DIR", type=directory, help=text.say("options.ocr_cache"))
    parser.add_argument("--allow-secret", action="store_true", help=text.say("options.allow_secret"))


def parser_of(args: argparse.Namespace) -> Parser:
    """The parser that the options ask for; the pages of one scan are read by all cores."""
    from dispatch_parser.pipeline import Parser

    limits = replace(_limits_of(args), ocr_processes=cores())
    return Parser(limits=limits, allow_secret=args.allow_secret, header_only=getattr(args, "header_only", False))


def _limits_of(args: argparse.Namespace) -> Limits:
    from dispatch_parser.limits import DEFAULT_LIMITS

    only, cache = getattr(args, "pages", None), getattr(args, "ocr_cache", None)
    return replace(DEFAULT_LIMITS, only=only, ocr_cache=cache) if only or cache else DEFAULT_LIMITS


def add_bounds(parser: argparse.ArgumentParser) -> None:
    """What one document may cost, besides its time: memory, bytes, pages, archives in archives."""
    parser.add_argument("--memory", metavar="SIZE", type=size, help=text.say("batch.memory"))
    parser.add_argument("--max-bytes", metavar="SIZE", type=size, help=text.say("batch.max_bytes"))
    parser.add_argument("--max-pages", metavar="N", type=positive, help=text.say("batch.max_pages"))
    parser.add_argument("--max-nesting", metavar="N", type=positive, help=text.say("batch.max_nesting"))


def bounds_of(args: argparse.Namespace) -> Bounds:
    """The bounds that the options set; the defaults of `dispatch_parser.batch.limits` for the others."""
    from dispatch_parser.batch.limits import ArchiveLimits, Bounds

    reader, archive = _limits_of(args), ArchiveLimits()
    if args.max_bytes:
        reader = replace(reader, input_bytes=args.max_bytes)
    if args.max_pages:
        reader = replace(reader, pages=args.max_pages)
    if args.max_nesting:
        archive = replace(archive, nesting=args.max_nesting)
    found = Bounds(
        seconds=float(args.timeout),
        reader=reader,
        archive=archive,
        allow_secret=getattr(args, "allow_secret", False),
        header_only=getattr(args, "header_only", False),
    )
    return replace(found, memory=args.memory) if args.memory else found


def size(value: str) -> int:
    """A number of bytes: `500M`, `2G`, `800K`, or without a unit."""
    unit = {"K": 10**3, "M": 10**6, "G": 10**9}.get(value[-1:].upper(), 1)
    digits = value if unit == 1 else value[:-1]
    if not digits.isdecimal() or int(digits) < 1:
        raise argparse.ArgumentTypeError(text.say("batch.size_wrong"))
    return int(digits) * unit


def calendar_day(value: str) -> dt.date:
    """A day: `2026-05-31`, or as people here write it, `31/5/2026`."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with contextlib.suppress(ValueError):
            return dt.datetime.strptime(value, form).date()
    raise argparse.ArgumentTypeError(text.say("options.day_wrong", value=value))


def pages(value: str) -> PageSelection:
    """Pages by number: `1-2,5,9-`, `1,last`."""
    from dispatch_parser.selection import PageSelection

    try:
        return PageSelection.of(value)
    except ValueError:
        raise argparse.ArgumentTypeError(text.say("options.pages_wrong", value=value)) from None


def directory(value: str) -> str:
    """A directory that can be written to, or that is still to be made."""
    if os.path.exists(value) and not (os.path.isdir(value) and os.access(value, os.W_OK | os.X_OK)):
        raise argparse.ArgumentTypeError(text.say("options.directory_wrong", value=value))
    return value


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
