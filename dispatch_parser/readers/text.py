"""Plain text to Document: the text stays untouched, its lines become the Document's lines.

Typed letterheads and feet are cut into a left and a right column (`text_columns`). The head of an item
pasted from a news portal gives `source.title` and `source.published`; its lines stay where they are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from dispatch_parser.document import Document, Line, Page, SourceInfo
from dispatch_parser.errors import UnknownTypeError
from dispatch_parser.readers.portals import portal_head
from dispatch_parser.readers.text_columns import arrange

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_text(text: str, *, name: str | None = None) -> Document:
    """A Document over `text` itself: offsets are offsets into `text`. Never raises.

    Blank lines end paragraphs; elsewhere `ends_paragraph` is None. In a two-column stretch the lines of the
    left column come first, then those of the right one. A lone half of a surrogate pair, which can be neither
    stored nor written, becomes U+FFFD.
    """
    text = _SURROGATES.sub("\ufffd", text)
    spans = _physical_lines(text)
    raw = [text[start:end] for start, end in spans]
    lines: list[Line] = []
    for piece in arrange(raw):
        start = spans[piece.line][0]
        below = piece.line + 1
        ends = True if below >= len(raw) or not raw[below].strip() else None
        lines.append(
            Line(start + piece.start, start + piece.end, page=1, column=piece.column, ends_paragraph=ends)
        )
    title, published = portal_head([line.strip() for line in raw])
    source = SourceInfo("text", name=name, title=title, published=published)
    return Document(text=text, lines=lines, pages=[Page(1)], source=source)


def _physical_lines(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    for piece in text.splitlines(keepends=True):
        spans.append((position, position + len(piece.rstrip())))
        position += len(piece)
    return spans


def decode(data: bytes, *, name: str) -> tuple[str, list[str]]:
    """Text of a file's bytes, and notices. UTF-8, UTF-16 with or without mark, else Windows-1258 in NFC.

    Raises UnknownTypeError where the bytes are no text.
    """
    text, notices = _decoded(data), []
    if text is None:
        # Windows-1258 is half decomposed; a file in an older code page comes out wrong and is told so.
        text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
        notices = ["legacy_encoding"]
    if _CONTROLS.search(text):
        raise UnknownTypeError(name, "binary")
    return text, notices


def _decoded(data: bytes) -> str | None:
    """The text where the encoding is Unicode, else None."""
    encodings = ["utf-8-sig"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    elif data[1:2] == b"\0" or data[0:1] == b"\0":
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
