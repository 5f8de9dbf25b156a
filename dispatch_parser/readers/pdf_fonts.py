"""Weight and slant of a PDF font: by its name, its flags, and the font file it embeds."""

from __future__ import annotations

import ctypes as c
import re
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from dispatch_parser.readers.pdf_handles import Handle
from dispatch_parser.text.legacy import FontCode, font_code

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|[,-]B(?:I|old)?(?:MT)?$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|[,-]B?I(?:MT)?$", re.IGNORECASE)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6


@dataclass(slots=True)
class Face:
    """A font as printed: its name without the subset prefix, its weight and slant.

    `known` remembers the text of its glyphs by pdfium's code; `code` is what an old Vietnamese font's name says.
    """

    name: str
    bold: bool
    italic: bool
    known: dict[int, str] = field(default_factory=dict)
    code: FontCode | None = None


def face_of(font: Handle) -> Face:
    """The face of an open font handle; one without name for none."""
    if not font:
        return Face("", False, False)
    buffer = c.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
    name = _SUBSET.sub("", buffer.value.decode("utf-8", "replace"))
    flags = pdfium.FPDFFont_GetFlags(font)
    flags = flags if flags > 0 else 0
    bold = (
        bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD) or 600 <= pdfium.FPDFFont_GetWeight(font) <= 950
    )
    italic = bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG)
    if not (bold or italic) and pdfium.FPDFFont_GetIsEmbedded(font) == 1:
        bold, italic = _mac_style(font)
    return Face(name, bold, italic, code=font_code(name))


def _mac_style(font: Handle) -> tuple[bool, bool]:
    """Bold and italic from the `head` table of an embedded TrueType file.

    Print drivers name their fonts so that the name says nothing.
    """
    length = c.c_size_t()
    pdfium.FPDFFont_GetFontData(font, None, 0, length)
    if not 12 < length.value < 30_000_000:
        return False, False
    data = (c.c_uint8 * length.value)()
    if not pdfium.FPDFFont_GetFontData(font, data, length.value, length):
        return False, False
    start = bytes(data[:12])
    if start[:4] not in (b"\0\1\0\0", b"true", b"OTTO"):
        return False, False
    tables = int.from_bytes(start[4:6], "big")
    directory = bytes(data[12 : 12 + 16 * tables])
    for entry in (directory[i : i + 16] for i in range(0, len(directory) - 15, 16)):
        if entry[:4] == b"head":
            at = int.from_bytes(entry[8:12], "big") + 44
            style = int.from_bytes(bytes(data[at : at + 2]), "big")
            return bool(style & 1), bool(style & 2)
    return False, False
