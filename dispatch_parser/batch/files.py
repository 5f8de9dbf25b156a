"""Which files of a directory are documents, in which order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from dispatch_parser.batch.outcome import printable
from dispatch_parser.errors import InputNotFoundError

SUFFIXES = (".doc", ".docx", ".htm", ".html", ".odt", ".pdf", ".rtf", ".txt")
"""Extensions that a batch takes up; a single file is read whatever its extension."""


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
    found: list[tuple[Path, str]] = []
    skipped = 0
    try:
        os.listdir(directory)
    except OSError as error:
        raise InputNotFoundError(printable(str(directory))) from error
    for parent, folders, names in os.walk(directory):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() in SUFFIXES and path.is_file():
                found.append((path, printable(path.relative_to(directory).as_posix())))
            else:
                skipped += 1
    return Listing(tuple(sorted(found, key=lambda item: item[1])), skipped)
