"""One exception per thing that can go wrong with an input, each with its exit code and a remedy.

`code` is the key of the sentence in `dispatch_parser.messages` (Vietnamese and English); `where` names the place
in the file. Exit codes are stable API; docs/errors.md lists them.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum


class ExitCode(IntEnum):
    """Exit codes of the command line. 0 and 1 as usual; 2 is argparse's own for a wrong command; 3 is lint's."""

    OK = 0
    FAILED = 1
    USAGE = 2
    FINDINGS = 3
    NOT_FOUND = 10
    EMPTY = 11
    UNKNOWN_TYPE = 12
    DAMAGED = 13
    ENCRYPTED = 14
    TOO_LARGE = 15
    HOSTILE = 16
    MISSING_DEPENDENCY = 17
    MODEL = 18
    RESOURCES = 19
    PARTIAL = 20
    RUN_BUSY = 21
    RUN_TARGET = 22
    SECRET = 23
    CLUSTER = 24
    NO_SUCH_PAGE = 25


class DispatchError(Exception):
    """Base of all errors about an input. `name` is the file as given; `detail` never holds document content."""

    code = "failed"
    exit_code = ExitCode.FAILED

    def __init__(self, name: str, detail: str = "", *, where: str = "") -> None:
        self.name = name
        self.detail = detail
        self.where = where
        super().__init__(name, detail, where)

    def __reduce__(self) -> tuple[Callable[..., DispatchError], tuple[object, ...]]:
        return _again, (type(self), self.name, self.detail, self.where)

    def __str__(self) -> str:
        from dispatch_parser.messages import explain

        return explain(self)


def _again(kind: type[DispatchError], name: str, detail: str, where: str) -> DispatchError:
    """The error as it comes out of another process."""
    return kind(name, detail, where=where)


class InputNotFoundError(DispatchError):
    """The file does not exist or cannot be opened."""

    code = "not_found"
    exit_code = ExitCode.NOT_FOUND


class EmptyInputError(DispatchError):
    """The file has no bytes."""

    code = "empty"
    exit_code = ExitCode.EMPTY


class UnknownTypeError(DispatchError):
    """The bytes are of no kind that a reader knows, whatever the file's extension says."""

    code = "unknown_type"
    exit_code = ExitCode.UNKNOWN_TYPE


class DamagedInputError(DispatchError):
    """The kind is known, the bytes are truncated or broken."""

    code = "damaged"
    exit_code = ExitCode.DAMAGED


class EncryptedInputError(DispatchError):
    """A password is needed to open the file."""

    code = "encrypted"
    exit_code = ExitCode.ENCRYPTED


class TooLargeError(DispatchError):
    """More bytes or pages than the limits allow (`dispatch_parser.limits.Limits`)."""

    code = "too_large"
    exit_code = ExitCode.TOO_LARGE


class HostileInputError(DispatchError):
    """The file is built to exhaust the reader: a zip bomb, an entity bomb, nesting without end."""

    code = "hostile"
    exit_code = ExitCode.HOSTILE


class MissingDependencyError(DispatchError):
    """The file is fine; a program or package needed to read its kind is not installed."""

    code = "missing_dependency"
    exit_code = ExitCode.MISSING_DEPENDENCY


class ModelError(DispatchError):
    """A lexicon or rule file of the model is broken: `name` is the file, `where` the line or rule id."""

    code = "model"
    exit_code = ExitCode.MODEL


class ResourcesError(DispatchError):
    """The machine ran out of something while the file was read: disk, memory, open files. The file may be fine."""

    code = "resources"
    exit_code = ExitCode.RESOURCES


class RunBusyError(DispatchError):
    """Another process is writing the run directory `name`."""

    code = "run_busy"
    exit_code = ExitCode.RUN_BUSY


class RunTargetError(DispatchError):
    """`name` cannot be the output of a batch."""

    code = "run_target"
    exit_code = ExitCode.RUN_TARGET


class SecretDocumentError(DispatchError):
    """The document is marked MẬT, TỐI MẬT or TUYỆT MẬT, and the parser was not told to read such documents."""

    code = "secret"
    exit_code = ExitCode.SECRET


class ClusterError(DispatchError):
    """The Dask cluster `name` cannot be used: not reached, lost, of another version, or not allowed to isolate work."""

    code = "cluster"
    exit_code = ExitCode.CLUSTER


class PageNotFoundError(DispatchError):
    """The input has none of the pages that were asked for; `where` tells those that it has."""

    code = "no_such_page"
    exit_code = ExitCode.NO_SUCH_PAGE
