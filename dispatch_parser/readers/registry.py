"""Finds the reader for an input: by its bytes first, by its extension only where the bytes do not tell."""

from __future__ import annotations

import hashlib
from os import PathLike, fspath
from pathlib import Path

from dispatch_parser.document import Document
from dispatch_parser.errors import InputNotFoundError
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.text import read_text


def read(
    source: str | PathLike[str] | bytes, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read a path or bytes into a Document."""
    if isinstance(source, bytes):
        data, name = source, name or "<bytes>"
    else:
        name = name or Path(fspath(source)).name
        try:
            data = Path(source).read_bytes()
        except OSError as error:
            raise InputNotFoundError(name) from error
    document = read_text(data.decode("utf-8"), name=name)
    document.source.sha256 = hashlib.sha256(data).hexdigest()
    return document
