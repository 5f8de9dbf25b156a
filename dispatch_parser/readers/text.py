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
from dispatch_parser.text.legacy import Encoding, decode_text, looks_legacy

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def read_text(text: str, *, name: str | None = None) -> Document:
    """A Document over `text` itself: offsets are offsets into `text`. Never raises.

    Blank lines end paragraphs; elsewhere `ends_paragraph` is None. In a two-column stretch the lines of the
    left column come first, then those of the right one. A lone half of a surrogate pair, which can be neither
    stored nor written, becomes U+FFFD. Text in an old font encoding is not decoded here, as offsets would
    no longer be into `text`: it gets the notice `legacy_unconverted` (`decode` decodes files).
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
    notices = ["legacy_unconverted"] if looks_legacy(text) else []
    return Document(text=text, lines=lines, pages=[Page(1)], source=source, notices=notices)


def _physical_lines(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    position = 0
    for piece in text.splitlines(keepends=True):
        spans.append((position, position + len(piece.rstrip())))
        position += len(piece)
    return spans


def decode(data: bytes, *, name: str) -> tuple[str, list[str]]:
    """Text of a file's bytes, and notices. UTF-8, UTF-16 with or without mark, else an old Vietnamese code.

    A text in TCVN3, VNI, VISCII or VPS, told by its words, is returned in Unicode, with the notice
    `legacy_encoding`: offsets refer to the text as returned. So is any other text that is no Unicode, as
    Windows-1258 in NFC. Raises UnknownTypeError where the bytes are no text.
    """
    text, notices = _decoded(data), []
    legacy = looks_legacy(text if text is not None else data.decode("latin-1"))
    if legacy:
        text = decode_text(_codes(data, legacy) if text is None else text, legacy)
    if legacy or text is None:
        notices = ["legacy_encoding"]
    if text is None:
        text = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
    if _CONTROLS.search(text):
        raise UnknownTypeError(name, "binary")
    return text, notices


def _codes(data: bytes, encoding: Encoding) -> str:
    """Bytes in an old code as its codes; TCVN3 and VNI leave 0x80-0x9F to Windows-1252 (quotes, dashes)."""
    if encoding in ("viscii", "vps"):
        return data.decode("latin-1")
    return data.decode("cp1252", errors="replace")


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
