"""What became of one input: an answer with its record, or a failure told without a word of the file's content."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dispatch_parser.errors import DispatchError, ExitCode

CRASH = "crash"
"""Code of a failure that is the parser's own fault; `detail` is the exception's type, `where` its place."""

KILLED = "killed"
"""Code of a failure where the process that read the file died."""

TIMEOUT = "timeout"
"""Code of a failure where reading took longer than allowed; `detail` is the seconds allowed."""

MEMORY = "memory"
"""Code of a failure where reading took more memory than allowed."""

LOST = (CRASH, KILLED, TIMEOUT, MEMORY, "resources")
"""Codes of failures that may be the machine's, not the file's: such a file is tried once more, alone."""


SECRET = "secret:"
"""What the hash of a record begins with instead where the document bears a mark of secrecy: no other input gets its
record, and the journal forgets it when the run has written its files."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file has no record.

    `code` is a DispatchError's, worded in `message`; or CRASH, KILLED, TIMEOUT, MEMORY, which the caller words.
    """

    file: str
    code: str
    exit_code: int
    detail: str = ""
    where: str = ""
    message: str = ""

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker made of one input: a record (JSON in UTF-8, compressed by zlib) or a failure.

    `sha256` is that of the input's bytes, where they were read, or SECRET and the input's name; `seconds` of one
    worker's time.
    """

    name: str
    record: bytes | None = None
    failure: Failure | None = None
    sha256: str | None = None
    seconds: float = 0.0

    @property
    def lost(self) -> bool:
        """Whether the failure may be the machine's, not the file's."""
        failure = self.failure
        return failure is not None and (failure.code in LOST or failure.detail == MEMORY)


def failure_of(error: Exception, file: str, language: str) -> Failure:
    """The failure of a file.

    Of an unexpected exception only its type and place are kept, never its message, which may quote the
    document.
    """
    if isinstance(error, DispatchError):
        from dispatch_parser.messages import explain

        message = explain(error, language)
        return Failure(file, error.code, int(error.exit_code), error.detail, error.where, message)
    if isinstance(error, MemoryError):
        return Failure(file, MEMORY, int(ExitCode.FAILED), where=place_of(error))
    return Failure(file, CRASH, int(ExitCode.FAILED), type(error).__name__, place_of(error))


def failure_without_answer(file: str, code: str, seconds: float = 0.0) -> Failure:
    """The failure of a file whose process gave no answer: KILLED, MEMORY, or TIMEOUT after the `seconds` allowed."""
    return Failure(file, code, int(ExitCode.FAILED), f"{seconds:g}" if code == TIMEOUT else "")


def place_of(error: BaseException) -> str:
    """File and line where an exception was raised, `?` if unknown."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def printable(name: str) -> str:
    """A file's name as valid Unicode: bytes that are no UTF-8 become replacement characters."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
