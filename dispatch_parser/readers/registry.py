"""Finds the reader for an input: by its bytes, whatever the extension says.

Importing this module is cheap; a reader and what it needs (pypdfium2, lxml) is loaded when a file of its kind comes.
"""

from __future__ import annotations

import errno
import hashlib
import re
import stat
from os import PathLike, fspath
from pathlib import Path
from typing import IO

from dispatch_parser.document import Document
from dispatch_parser.errors import (
    DamagedInputError,
    DispatchError,
    EmptyInputError,
    InputNotFoundError,
    MissingDependencyError,
    ResourcesError,
    TooLargeError,
    UnknownTypeError,
)
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.signatures import add_signatures
from dispatch_parser.selection import FIRST_AND_LAST

_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.ENOMEM)
"""Errors of the machine, not of the file that was read at the time."""

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF87a", b"GIF89a")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|article|section|span|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE = 1 << 20
_WORD_XML = b'progid="Word.Document"'


def read(
    source: str | PathLike[str] | bytes, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> Document:
    """Read a path or bytes into a Document; `source.name` and `source.sha256` are set.

    Raises a DispatchError of its own kind for each thing that can be wrong with the input, and nothing else,
    whatever the bytes are.
    """
    if isinstance(source, bytes):
        data, name = source, name or "<bytes>"
        if len(data) > limits.input_bytes:
            raise TooLargeError(name, "bytes")
    else:
        name = name or Path(fspath(source)).name or fspath(source)
        data = _load(fspath(source), name, limits)
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EmptyInputError(name)
    kind = kind_of(data, name=name, limits=limits)
    document = _dispatch(kind, data, name, limits)
    if limits.only not in (None, FIRST_AND_LAST) and kind not in ("pdf", "image"):
        document.notices.append("pages_unknown")
    add_signatures(document, data, kind, limits)
    document.source.name = name
    document.source.sha256 = hashlib.sha256(data).hexdigest()
    return document


def _load(path: str, name: str, limits: Limits) -> bytes:
    """The bytes of a file, its size checked before it is read."""
    try:
        found = Path(path).stat()
        if not stat.S_ISREG(found.st_mode) and not stat.S_ISDIR(found.st_mode) and not path.startswith("/dev/"):
            raise InputNotFoundError(name, "special")  # a named pipe nobody writes to would never end
        if stat.S_ISREG(found.st_mode) and found.st_size > limits.input_bytes:
            raise TooLargeError(name, "bytes")
        with open(path, "rb") as handle:
            data = read_up_to(handle, limits.input_bytes + 1)
    except IsADirectoryError as error:
        raise InputNotFoundError(name, "directory") from error
    except FileNotFoundError as error:
        raise InputNotFoundError(name, "missing") from error
    except PermissionError as error:
        raise InputNotFoundError(name, "directory" if Path(path).is_dir() else "permission") from error
    except (OSError, ValueError) as error:
        raise InputNotFoundError(name) from error
    if len(data) > limits.input_bytes:
        raise TooLargeError(name, "bytes")
    return data


def read_up_to(handle: IO[bytes], limit: int) -> bytes:
    """At most `limit` bytes of an open file, in memory that grows with what is there, not with the limit."""
    pieces: list[bytes] = []
    while limit > 0 and (piece := handle.read(min(limit, _PIECE))):
        pieces.append(piece)
        limit -= len(piece)
    return b"".join(pieces)


def kind_of(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """The kind of a file by its bytes: pdf, docx, odt, doc, rtf, html, image or text.

    Raises UnknownTypeError naming what it is instead, EncryptedInputError, and for archives what
    `archive.open_archive` raises.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from dispatch_parser.readers.office import kind_of_archive

        return kind_of_archive(data, name=name, limits=limits)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        from dispatch_parser.readers.office import kind_of_ole

        return kind_of_ole(data, name=name)
    if data.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES) or (data[:2] == b"BM" and data[6:10] == bytes(4)):
        return "image"
    return _kind_of_text(data, name)


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:4096].replace(b"\0", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data[:4096]
    head = head.lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _WORD_XML in head:
        return "doc"
    if _HTML.match(head):
        return "html"
    if head.lstrip().startswith(b"<?xml"):
        raise UnknownTypeError(name, "xml")
    return "text"


def _dispatch(kind: str, data: bytes, name: str, limits: Limits) -> Document:
    try:
        return _read_kind(kind, data, name, limits)
    except DispatchError:
        raise
    except ImportError as error:
        raise MissingDependencyError(name, error.name or "") from error
    except MemoryError as error:
        raise TooLargeError(name, "memory") from error
    except OSError as error:
        if error.errno in _MACHINE:
            raise ResourcesError(name, errno.errorcode[error.errno]) from error
        raise DamagedInputError(name, where=type(error).__name__) from error
    except Exception as error:  # whatever a library makes of broken bytes is damage, not a crash
        raise DamagedInputError(name, where=type(error).__name__) from error


def _read_kind(kind: str, data: bytes, name: str, limits: Limits) -> Document:
    if kind == "pdf":
        from dispatch_parser.readers.pdf import read_pdf

        return read_pdf(data, name=name, limits=limits)
    if kind == "docx":
        from dispatch_parser.readers.docx import read_docx

        return read_docx(data, name=name, limits=limits)
    if kind == "html":
        from dispatch_parser.readers.html import read_html

        return read_html(data, name=name, limits=limits)
    if kind == "image":
        from dispatch_parser.readers.image import read_image

        return read_image(data, name=name, limits=limits)
    if kind == "text":
        return _read_plain(data, name, limits)
    from dispatch_parser.readers.office import read_office

    return read_office(data, kind, name=name, limits=limits)


def _read_plain(data: bytes, name: str, limits: Limits) -> Document:
    from dispatch_parser.readers.text import decode, read_text

    text, notices = decode(data, name=name)
    if len(text) > limits.characters:
        raise TooLargeError(name, "characters")
    document = read_text(text, name=name)
    document.notices += notices
    return document
