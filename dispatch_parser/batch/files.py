"""Which files of a directory are documents, in which order."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dispatch_parser.batch.outcome import printable
from dispatch_parser.errors import InputNotFoundError

SUFFIXES = (".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".txt")
"""Extensions that a batch takes up; a single file is read whatever its extension."""

PICTURES = (".bmp", ".gif", ".jpeg", ".jpg", ".png", ".tif", ".tiff")
"""Extensions of pictures, which are read by OCR."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents below a directory with their names relative to it, and how many other files there are."""

    files: tuple[tuple[Path, str], ...]
    skipped: int


def documents_in(directory: Path) -> Listing:
    """All documents below a directory, sorted by relative name (by code point, `/` between parts).

    Hidden files and directories are left out without being counted; links to directories are not followed.
    Raises InputNotFoundError if the directory cannot be listed.
    """
    found = files_below(directory)
    files = tuple((path, name) for path, name in found if path.suffix.lower() in SUFFIXES and path.is_file())
    return Listing(files, len(found) - len(files))


def files_below(directory: Path, refused: Callable[[OSError], None] | None = None) -> list[tuple[Path, str]]:
    """Everything that is no directory below one, with its name relative to it, sorted by that name.

    Hidden files and directories are left out; links to directories are not followed. `refused` is called for
    each directory that cannot be listed. Raises InputNotFoundError if the first one cannot.
    """
    try:
        os.listdir(directory)
    except OSError as error:
        raise InputNotFoundError(printable(str(directory))) from error
    found: list[tuple[Path, str]] = []
    for parent, folders, names in os.walk(directory, onerror=refused):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = Path(parent, name)
                found.append((path, printable(path.relative_to(directory).as_posix())))
    return sorted(found, key=lambda item: item[1])
