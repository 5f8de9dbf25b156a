"""Files that appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO


@contextmanager
def atomic_file(path: Path, *, place: Path | None = None) -> Iterator[Path]:
    """Give the path of a new file that takes the place of `path` when the block ends well, else leaves no trace.

    What stands at `path` stays until then. The new file grows in `place`, a directory of the same file system
    (default: that of `path`). Raises OSError.
    """
    part = (place or path.parent) / f".{path.name}.{os.getpid()}.part"
    try:
        yield part
        with part.open("rb+") as handle:
            os.fsync(handle.fileno())
        os.replace(part, path)
        _sync(path.parent)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not say which file it was
        raise
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def atomic_text(path: Path, *, place: Path | None = None) -> Iterator[TextIO]:
    """Open a text file (UTF-8, LF) that takes its place when the block ends well, else leaves no trace.

    As `atomic_file`, but a device or pipe is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="\n") as handle:
            yield handle
        return
    with atomic_file(path, place=place) as part, part.open("w", encoding="utf-8", newline="\n") as handle:
        yield handle


def _sync(directory: Path) -> None:
    """Make a new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
