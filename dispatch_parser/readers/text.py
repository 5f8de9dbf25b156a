"""Plain text to Document: the text stays untouched, its lines become the Document's lines.

Typed letterheads and feet are cut into a left and a right column (`text_columns`). The head of an item
pasted from a news portal gives `source.title` and `source.published`; its lines stay where they are.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from datetime import date

from dispatch_parser.document import Document, Line, Page, SourceInfo
from dispatch_parser.errors import UnknownTypeError
from dispatch_parser.readers.signs import is_sign
from dispatch_parser.readers.text_columns import arrange

_HEAD_REACH = 12  # lines within which a pasted item shows its title and date
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_STAMPED = re.compile(
    r"^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày(?: đăng| cập nhật)?|cập nhật(?: lúc)?|đăng(?: lúc)?"
    r"|ngày xuất bản)\s*[,:]?\s*(?:ngày\s*)?)?(?:\d{1,2}:\d{2}(?::\d{2})?\s*[,|-]?\s*(?:ngày\s*)?)?"
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    r"\s*[,|-]?\s*(?:lúc\s*)?(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?\s*(?:am|pm|sa|ch)?\s*(?:\(?gmt ?\+ ?\d\)?)?$",
    re.IGNORECASE,
)


def read_text(text: str, *, name: str | None = None) -> Document:
    """A Document over `text` itself: offsets are offsets into `text`. Never raises.

    Blank lines end paragraphs; elsewhere `ends_paragraph` is None. In a two-column stretch the lines of the
    left column come first, then those of the right one.
    """
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


def portal_head(lines: list[str]) -> tuple[str | None, str | None]:
    """Title and ISO date of publication of an item pasted from a portal; `(None, None)` for anything else.

    Such an item has a line near its top that is a date (and time) and nothing else, a headline above or
    below it, and no letterhead before it.
    """
    head = [line for line in lines if line][:_HEAD_REACH]
    for i, line in enumerate(head):
        if is_sign(line, "motto", "number", "addressees", "recipients"):
            break
        published = published_date(line)
        if published:
            above = [words for words in head[:i] if len(words.split()) >= 4]
            below = [
                words for words in head[i + 1 : i + 2] if len(words.split()) >= 4 and words[-1] not in ".;:"
            ]
            title = above[-1] if above else below[0] if below else None
            return (title, published) if title else (None, None)
    return None, None


def published_date(line: str) -> str | None:
    """The ISO date of a line that is a date of publication and nothing else, else None."""
    match = _STAMPED.match(" ".join(line.split())) if len(line) < 80 else None
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


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
