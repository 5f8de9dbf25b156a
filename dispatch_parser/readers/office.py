"""Word's neighbours (.doc, .rtf, .odt): told apart by their bytes, read through LibreOffice.

LibreOffice is an outside program and optional. It runs without a shell, without a window, in a private
directory with a private profile, for at most `limits.convert_seconds` a document, and is kept running from
one document to the next (`office_listener`).
"""

from __future__ import annotations

import re
import shutil
import struct

from dispatch_parser.document import Document
from dispatch_parser.errors import (
    DamagedInputError,
    EncryptedInputError,
    MissingDependencyError,
    UnknownTypeError,
)
from dispatch_parser.limits import Limits
from dispatch_parser.readers.archive import check_declarations, open_archive, read_member
from dispatch_parser.text.legacy import font_code

_PROGRAMS = ("soffice", "libreoffice")
_OTHER_STREAMS = {
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "__properties_version1.0": "msg",
}
_ODF = "application/vnd.oasis.opendocument."
_OTHER_ODF = {"spreadsheet": "ods", "presentation": "odp"}
_OTHER_OOXML = {"xl/": "xlsx", "ppt/": "pptx"}
_RTF_HEAD = 1_000_000  # bytes in which the font table stands
_RTF_FONT = re.compile(
    rb"(\\fcharset)\d{1,3}((?:\\[a-z]{1,20}-?\d{0,9}|\{\\\*[^{};]{0,200}\}|\s){0,12})([^;{}\\]{1,80})"
)
_FIB_ENCRYPTED = 0x0100  # [MS-DOC] 2.5.2, FibBase, bit fEncrypted at offset 10


def read_office(data: bytes, kind: str, *, name: str, limits: Limits) -> Document:
    """The Document of a .doc, .rtf or .odt file; `source.media` is `kind`.

    Raises MissingDependencyError without LibreOffice, DamagedInputError where it makes nothing of the file,
    and what `read_docx` raises.
    """
    from dispatch_parser.readers.docx import read_docx

    document = read_docx(_convert(data, kind, name=name, limits=limits), name=name, limits=limits)
    document.source.media = kind
    return document


def _convert(data: bytes, kind: str, *, name: str, limits: Limits) -> bytes:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise MissingDependencyError(name, "libreoffice")
    from dispatch_parser.readers.office_listener import OfficeTimeoutError, office

    if kind == "rtf":
        data = with_plain_codes(data)
    try:
        made = office(program).convert(data, kind, seconds=limits.convert_seconds)
    except OfficeTimeoutError as error:
        raise DamagedInputError(name, "timeout") from error
    if made is None:
        raise DamagedInputError(name, "conversion")
    return made


def with_plain_codes(data: bytes) -> bytes:
    """An RTF whose old Vietnamese fonts claim the character set 0, which keeps their codes as they are.

    Of any other set (Symbol, Vietnamese, Mac, that of the system) LibreOffice makes other characters, or none.
    """

    def plain(match: re.Match[bytes]) -> bytes:
        name = match[3].decode("latin-1").strip()
        return match[1] + b"0" + match[2] + match[3] if font_code(name) else match[0]

    return _RTF_FONT.sub(plain, data[:_RTF_HEAD]) + data[_RTF_HEAD:]


def kind_of_archive(data: bytes, *, name: str, limits: Limits) -> str:
    """`docx` or `odt`. Raises UnknownTypeError naming what else it is, and what `open_archive` raises."""
    with open_archive(data, name=name, limits=limits) as archive:
        members = archive.namelist()
        mimetype = (
            (read_member(archive, "mimetype", name=name, limit=200) or b"") if "mimetype" in members else b""
        )
        kind = mimetype.decode("ascii", "replace").strip().removeprefix(_ODF)
        if kind.startswith("text"):
            manifest = read_member(archive, "META-INF/manifest.xml", name=name, limit=limits.xml_bytes) or b""
            if b"encryption-data" in manifest:
                raise EncryptedInputError(name)
            for part in ("content.xml", "styles.xml"):
                xml = read_member(archive, part, name=name, limit=limits.xml_bytes) or b""
                check_declarations(xml, name=name, where=part)
            return "odt"
        if kind in _OTHER_ODF:
            raise UnknownTypeError(name, _OTHER_ODF[kind])
        if any(member.startswith("word/") for member in members):
            return "docx"
        for folder, other in _OTHER_OOXML.items():
            if any(member.startswith(folder) for member in members):
                raise UnknownTypeError(name, other)
        if "[Content_Types].xml" in members:
            return "docx"  # a package with its parts elsewhere; the reader looks for the main part
        raise UnknownTypeError(name, "zip")


def kind_of_ole(data: bytes, *, name: str) -> str:
    """`doc`. Raises EncryptedInputError, DamagedInputError, UnknownTypeError naming what else it is."""
    streams = _streams(data, name)
    if "EncryptedPackage" in streams:
        raise EncryptedInputError(name)
    if "WordDocument" in streams:
        fib = streams["WordDocument"]
        if len(data) < fib + 12:
            raise DamagedInputError(name, "archive")
        if struct.unpack_from("<H", data, fib + 10)[0] & _FIB_ENCRYPTED:
            raise EncryptedInputError(name)
        return "doc"
    for stream, other in _OTHER_STREAMS.items():
        if stream in streams:
            raise UnknownTypeError(name, other)
    raise UnknownTypeError(name, "ole")


def _streams(data: bytes, name: str) -> dict[str, int]:
    """The streams of an OLE file ([MS-CFB]): name and the byte offset of their first sector."""
    if len(data) < 512:
        raise DamagedInputError(name, "archive")
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise DamagedInputError(name, "archive")
    size = 1 << shift
    sector = struct.unpack_from("<I", data, 48)[0]
    fat = _first_fat(data, size)
    found: dict[str, int] = {}
    seen: set[int] = set()
    while sector not in seen and (sector + 1) * size < len(data):
        seen.add(sector)
        offset = (sector + 1) * size
        for at in range(offset, min(offset + size, len(data) - 127), 128):
            length = struct.unpack_from("<H", data, at + 64)[0]
            if 2 <= length <= 64:
                entry = data[at : at + length - 2].decode("utf-16-le", "replace")
                found[entry] = (struct.unpack_from("<I", data, at + 116)[0] + 1) * size
        sector = fat[sector] if sector < len(fat) else sector
    if not found:
        raise DamagedInputError(name, "archive")
    return found


def _first_fat(data: bytes, size: int) -> list[int]:
    """The allocation table as far as the header's own list goes (the first 6.8 MB of a file)."""
    table: list[int] = []
    for sector in struct.unpack_from("<109I", data, 76):
        offset = (sector + 1) * size
        if offset + size > len(data):
            break
        table += struct.unpack_from(f"<{size // 4}I", data, offset)
    return table
