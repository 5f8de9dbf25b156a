"""The files of a command that takes them one by one: standard input, failures, the exit code of the whole."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from dispatch_parser.batch.outcome import Failure, failure_of, printable
from dispatch_parser.cli import text
from dispatch_parser.errors import DispatchError, ExitCode
from dispatch_parser.limits import Limits

STDIN = "-"
T = TypeVar("T")


def attempt(file: str, limits: Limits, work: Callable[[str | bytes, str], T]) -> T | Failure:
    """What `work(source, name)` makes of a file or of standard input, under the file's bare name.

    Failures name the file as given; under DISPATCH_PARSER_DEBUG a fault of the program is raised.
    """
    name = STDIN if file == STDIN else printable(Path(file).name)
    try:
        return work(sys.stdin.buffer.read(limits.input_bytes + 1) if file == STDIN else file, name)
    except Exception as error:
        if isinstance(error, DispatchError):
            error.name = printable(file) if error.name == name else error.name
        elif text.debugging():
            raise
        return failure_of(error, printable(file), text.language())


def exit_code(failures: Sequence[Failure], files: Sequence[str]) -> int:
    """One file: its error's exit code; several: 20 if some failed, 1 if all did; 0 without failures."""
    if not failures:
        return int(ExitCode.OK)
    if len(files) == 1:
        return failures[0].exit_code
    return int(ExitCode.PARTIAL if len(failures) < len(files) else ExitCode.FAILED)
