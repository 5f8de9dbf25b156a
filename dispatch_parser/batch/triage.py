"""What stands in a directory, without parsing it: a look at each file's kind, pages, text layer and fonts.

Files are looked at in worker processes too, since a hostile one can crash whatever opens it.
"""

from __future__ import annotations

import ctypes as c
import hashlib
import io
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dispatch_parser.batch.addresses import read_bytes
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.outcome import CRASH
from dispatch_parser.batch.processes import Lost, Processes
from dispatch_parser.batch.sources import Item, Loader, Refused
from dispatch_parser.errors import DispatchError
from dispatch_parser.readers.archive import open_archive, read_member
from dispatch_parser.readers.registry import kind_of
from dispatch_parser.text.legacy import font_code, looks_legacy

_FEW = 40  # characters on a page: a caption over a picture is no text layer
_PAGES = 60  # pages of a PDF that are looked at; the others are taken to be like them
_SAMPLES = 12  # characters of a page whose font is asked for
_CHARACTERS_A_PAGE = 2_200  # where a format does not say its pages; a page of Decree 30/2020, 14 pt, holds about that
_HEAD = 2_000_000  # bytes in which fonts are named
_PAGE_COUNTS = {
    "docx": ("docProps/app.xml", re.compile(rb"<Pages>(\d{1,6})<")),
    "odt": ("meta.xml", re.compile(rb"page-count=\"(\d{1,6})\"")),
}
_FONT_PARTS = {"docx": "word/fontTable.xml", "odt": "content.xml"}
_FONT_NAME = re.compile(rb"(?:w:name=|style:name=|font-family=|face=|font-family:\s*)[\"']?([.\w -]{2,40})")
_RTF_FONT = re.compile(rb"\\fcharset\d{1,3}[^;{}\\]{0,40}? ([^;{}\\]{2,60});")
_RTF_PAGES = re.compile(rb"\\nofpages(\d{1,6})")
_OLE_FONT = re.compile(rb"(?:\.\0V\0n\0|V\0N\0I\0-\0|V\0P\0S\0 \0)(?:[\x20-\x7e]\0){2,30}")
_TAG = re.compile(rb"<[^>]{0,2000}>")

SECONDS_A_FILE = {"pdf": 0.45, "docx": 0.03, "doc": 0.20, "rtf": 0.20, "odt": 0.20, "html": 0.02, "text": 0.02}
"""Seconds that one core needs for a file, before its pages count."""

SECONDS_A_PAGE = {"pdf": 0.05, "docx": 0.02, "doc": 0.03, "rtf": 0.03, "odt": 0.03, "html": 0.02, "text": 0.02}
"""Seconds for a page with a text layer."""

SECONDS_A_SCAN = 2.8
"""Seconds for a page that OCR must read (docs/batch.md says how these were measured)."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at one file shows.

    `kind` as in `kind_of`, empty where that cannot be told; `scanned` of its `pages` have no text layer;
    `problem` is the code of the error that reading it would give.
    """

    name: str
    kind: str = ""
    size: int = 0
    pages: int = 0
    scanned: int = 0
    legacy: bool = False
    problem: str | None = None
    sha256: str | None = None
    duplicate_of: str | None = None

    @property
    def seconds(self) -> float:
        """How long reading it may take on one core."""
        if self.problem or self.duplicate_of or not self.kind:
            return 0.0
        text = (self.pages - self.scanned) * SECONDS_A_PAGE.get(self.kind, 0.0)
        return SECONDS_A_FILE.get(self.kind, 0.0) + text + self.scanned * SECONDS_A_SCAN


def looks(entries: Iterable[Item | Refused], bounds: Bounds, jobs: int) -> Iterator[Look]:
    """A look at each entry, as they come; `in_order` puts them in order."""
    items: list[Item] = []
    for entry in entries:
        if isinstance(entry, Refused):
            yield Look(entry.item.name, size=entry.item.size, problem=entry.error.code)
        else:
            items.append(entry)
    processes = Processes(jobs, bounds.seconds, bounds.memory)
    for item, made in processes.run(iter(items), partial(looker, bounds)):
        yield Look(item.name, size=item.size, problem=made.code) if isinstance(made, Lost) else made


def in_order(found: Iterable[Look]) -> list[Look]:
    """Looks by name; one with the bytes of an earlier one says so."""
    seen: dict[str, str] = {}
    ordered = []
    for look in sorted(found, key=lambda look: look.name):
        first = seen.setdefault(look.sha256, look.name) if look.sha256 and not look.problem else look.name
        ordered.append(look if first == look.name else replace(look, duplicate_of=first))
    return ordered


def looker(bounds: Bounds) -> Callable[[Item], Look]:
    """What looks at one item."""
    loader = Loader(bounds)

    def look(item: Item) -> Look:
        found = Look(item.name, size=item.size)
        try:
            source = loader.source(item)
            if isinstance(source, str):
                source = read_bytes(source, item.name, bounds.reader.input_bytes)
            found = replace(found, sha256=hashlib.sha256(source).hexdigest(), size=len(source))
            if not source.strip(b"\0 \t\r\n\xef\xbb\xbf"):
                return replace(found, problem="empty")
            return _look(found, source, bounds)
        except DispatchError as error:
            return replace(found, problem=error.code)
        except Exception:
            return replace(found, problem=CRASH)

    return look


def _look(found: Look, data: bytes, bounds: Bounds) -> Look:
    found = replace(found, kind=kind_of(data, name=found.name, limits=bounds.reader))
    if found.kind == "pdf":
        found = _look_at_pdf(found, data)
    elif found.kind == "image":
        from PIL import Image

        with Image.open(io.BytesIO(data)) as picture:
            frames = int(getattr(picture, "n_frames", 1))
        found = replace(found, pages=frames, scanned=frames)
    elif found.kind in _PAGE_COUNTS:
        found = _look_at_package(found, data, bounds)
    else:
        found = _look_at_text(found, data)
    return replace(found, problem="too_large") if found.pages > bounds.reader.pages else found


def _look_at_pdf(found: Look, data: bytes) -> Look:
    import pypdfium2.raw as pdfium

    from dispatch_parser.readers import pdf_handles as handles

    with handles.LOCK, handles.open_document(data, found.name) as document:
        pages = pdfium.FPDF_GetPageCount(document)
        step = max(1, pages // _PAGES)
        seen = range(0, pages, step)
        scanned, legacy = 0, False
        for index in seen:
            with handles.open_page(document, index) as page, handles.open_text(page) as text:
                count = pdfium.FPDFText_CountChars(text) if text else 0
                scanned += count < _FEW
                legacy = legacy or any(map(font_code, _pdf_fonts(text, count)))
    return replace(found, pages=pages, scanned=round(scanned * pages / max(len(seen), 1)), legacy=legacy)


def _pdf_fonts(text: object, count: int) -> Iterator[str]:
    import pypdfium2.raw as pdfium

    buffer = c.create_string_buffer(128)
    flags = c.c_int()
    for index in range(0, count, max(1, count // _SAMPLES)):
        if pdfium.FPDFText_GetFontInfo(text, index, buffer, 128, flags):
            yield buffer.value.decode("utf-8", "replace")


def _look_at_package(found: Look, data: bytes, bounds: Bounds) -> Look:
    """A DOCX or ODT: the pages it says it has, and the fonts it names."""
    part, pattern = _PAGE_COUNTS[found.kind]
    with open_archive(data, name=found.name, limits=bounds.reader) as archive:
        told = read_member(archive, part, name=found.name, limit=bounds.reader.xml_bytes) or b""
        fonts = read_member(archive, _FONT_PARTS[found.kind], name=found.name, limit=bounds.reader.xml_bytes) or b""
    pages = pattern.search(told)
    return replace(found, pages=max(1, int(pages[1])) if pages else 1, legacy=_names_old(_FONT_NAME, fonts))


def _look_at_text(found: Look, data: bytes) -> Look:
    """A DOC, RTF, HTML or plain text: its length in pages, and the fonts it names or the code it is in."""
    head = data[:_HEAD]
    characters, legacy = len(data), False
    if found.kind == "doc":
        characters = _doc_characters(data, found.name)
        legacy = any(font_code(name.decode("utf-16-le", "replace")) for name in _OLE_FONT.findall(data))
    elif found.kind == "rtf":
        pages = _RTF_PAGES.search(head)
        characters = int(pages[1]) * _CHARACTERS_A_PAGE if pages else characters // 4
        legacy = _names_old(_RTF_FONT, head)
    elif found.kind == "html":
        characters = len(_TAG.sub(b"", data))
        legacy = _names_old(_FONT_NAME, head)
    else:
        text = data.decode("utf-8", "replace")
        characters = len(text)
        legacy = looks_legacy(text[:20_000] if "\ufffd" not in text else head[:20_000].decode("latin-1")) is not None
    return replace(found, pages=max(1, round(characters / _CHARACTERS_A_PAGE)), legacy=legacy)


def _doc_characters(data: bytes, name: str) -> int:
    """The characters of the main text: ccpText of [MS-DOC] 2.5.5 FibRgLw97, at offset 0x4C of the FIB."""
    from dispatch_parser.readers.office import _streams

    fib = _streams(data, name).get("WordDocument")
    if fib is None or len(data) < fib + 0x50:
        return len(data) // 10
    return max(0, min(int(struct.unpack_from("<i", data, fib + 0x4C)[0]), len(data)))


def _names_old(pattern: re.Pattern[bytes], data: bytes) -> bool:
    names = {name.decode("latin-1").strip() for name in pattern.findall(data)}
    return any(font_code(name) for name in names)
