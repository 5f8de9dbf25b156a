"""One picture of a page to the draft of a page: prepared, recognised, laid out like a digital page."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dispatch_parser.document import Box, Page
from dispatch_parser.limits import Limits
from dispatch_parser.readers import pdf_tables as tables
from dispatch_parser.readers.ocr import cache
from dispatch_parser.readers.ocr.engine import OcrEngine, Recognition, Word
from dispatch_parser.readers.ocr.foot import reread_foot
from dispatch_parser.readers.ocr.names import reread_name
from dispatch_parser.readers.ocr.pieces import beside, pieces_of
from dispatch_parser.readers.ocr.prepare import Prepared, prepare
from dispatch_parser.readers.ocr.ruled import reread_tables
from dispatch_parser.readers.ocr.rulings import rulings
from dispatch_parser.readers.ocr.slots import reread_slots
from dispatch_parser.readers.pdf_chars import Frame, PageText, Piece
from dispatch_parser.readers.pdf_layout import PageDraft, lay_out, turn_back
from dispatch_parser.text.legacy_syllables import is_syllable

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
_LETTERHEAD = 0.25  # share of the first page above which numbers and days may be written by hand
_ENOUGH = 60  # letters in sure syllables: a page with fewer may stand on its side
_GLANCE = 1400  # pixels: the long side of the picture in which other orientations are tried
_LEAST_INK = 0.002  # share of dark pixels: with less a page is blank


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A picture as it was read: turned by `quarter` quarters clockwise, then made level."""

    prepared: Prepared
    quarter: int
    found: Recognition


def read_sheet(
    picture: Image,
    page: Page,
    engine: OcrEngine,
    *,
    dpi: int,
    limits: Limits,
    printed: Sequence[Piece] = (),
    first: bool = False,
) -> tuple[PageDraft, bool]:
    """The page laid out from its picture, and whether it was read to the end within `limits.ocr_seconds`.

    `page.width` and `height` are in points, the picture shows the whole page at `dpi`. `printed` are pieces of
    the text layer that stand over the picture and are read as they are (signature captions, stamped numbers).
    `first` says that the page may carry a letterhead. Boxes are those of the page as displayed.
    """
    sheet = _known(picture, engine, dpi, limits, first=first)
    shown = Frame(0.0, 0.0, page.width, page.height, 0)
    reading = Frame(0.0, 0.0, page.width, page.height, sheet.quarter)
    own = list(printed) if sheet.quarter == 0 else []
    pieces = beside(pieces_of(sheet.found.words, dpi), own)
    for order, piece in enumerate(pieces, start=1 + max((p.order for p in own), default=-1)):
        piece.order = order
    drawing = rulings(sheet.prepared.picture, dpi)
    draft = PageDraft(page, reading, rules=drawing.horizontal)
    text = PageText([*own, *pieces], count=sum(len(piece.text) for piece in pieces))
    lay_out(draft, text, tables.find(drawing), scan=True)
    if sheet.prepared.tilt:
        _tilt_back(draft, sheet.prepared.tilt)
    if sheet.quarter:
        turn_back(draft, shown)
    return draft, sheet.found.complete


def _known(picture: Image, engine: OcrEngine, dpi: int, limits: Limits, *, first: bool) -> _Sheet:
    """The picture read, or what was kept of an earlier reading (`limits.ocr_cache`)."""
    keep_top = _LETTERHEAD if first else 0.0
    if limits.ocr_cache is None:
        return _recognise(picture, engine, dpi, limits.ocr_seconds, keep_top=keep_top)
    place = cache.place_of(limits.ocr_cache, picture, dpi, engine, first=first)
    kept = cache.load(place)
    if kept is not None:
        quarter, words = kept
        upright = picture.rotate(-90 * quarter, expand=True) if quarter else picture
        return _Sheet(prepare(upright, dpi, keep_top=keep_top), quarter, Recognition(words))
    sheet = _recognise(picture, engine, dpi, limits.ocr_seconds, keep_top=keep_top)
    if sheet.found.complete:
        cache.store(place, sheet.quarter, sheet.found.words)
    return sheet


def _recognise(picture: Image, engine: OcrEngine, dpi: int, seconds: float, *, keep_top: float) -> _Sheet:
    """The picture read upright: as it stands, or turned by the quarters that make it legible."""
    start = time.monotonic()
    prepared = prepare(picture, dpi, keep_top=keep_top)
    if _is_blank(prepared.picture):
        return _Sheet(prepared, 0, Recognition(()))
    found = engine.recognise(prepared.picture, dpi=dpi, seconds=seconds)
    left = seconds - (time.monotonic() - start)
    if not found.complete or _legible(found.words) >= _ENOUGH:
        return _Sheet(prepared, 0, _again(picture, prepared, found, engine, left, first=keep_top > 0))
    quarter = _orientation(prepared, engine, _legible(found.words), left / 4)
    if not quarter:
        return _Sheet(prepared, 0, found)
    picture = picture.rotate(-90 * quarter, expand=True)
    prepared = prepare(picture, dpi, keep_top=keep_top)
    found = engine.recognise(prepared.picture, dpi=dpi, seconds=left / 2)
    return _Sheet(prepared, quarter, _again(picture, prepared, found, engine, left / 4, first=keep_top > 0))


def _again(
    picture: Image, prepared: Prepared, found: Recognition, engine: OcrEngine, seconds: float, *, first: bool
) -> Recognition:
    """What is read a second time, where it lies: the foot, the signer's name, number and date of the letterhead."""
    if not found.complete:
        return found
    left = max(1.0, seconds)
    words = reread_tables(prepared, rulings(prepared.picture, prepared.dpi), found.words, engine, left)
    words = reread_foot(prepared, words, engine, left)
    if first:
        words = reread_slots(picture, prepared, words, engine)
    words = reread_name(picture, prepared, words, engine, left)
    return replace(found, words=words)


def _orientation(prepared: Prepared, engine: OcrEngine, upright: int, seconds: float) -> int:
    """By how many quarters clockwise the picture must be turned to be read best; 0: as it stands."""
    scale = min(1.0, _GLANCE / max(prepared.picture.size))
    width, height = (max(1, round(side * scale)) for side in prepared.picture.size)
    small = prepared.picture.resize((width, height))
    best, most = 0, max(2 * upright, 20)
    for quarter in (1, 3, 2):
        turned = small.rotate(-90 * quarter, expand=True)
        found = engine.recognise(turned, dpi=round(prepared.dpi * scale), seconds=max(1.0, seconds))
        if _legible(found.words) > most:
            best, most = quarter, _legible(found.words)
    return best


def _legible(words: Sequence[Word]) -> int:
    """How many letters stand in words that are surely syllables of the language."""
    return sum(
        len(word.text)
        for word in words
        if word.confidence > 0.7 and len(word.text) > 1 and is_syllable(word.text.strip(".,;:()"))
    )


def _is_blank(picture: Image) -> bool:
    dark = sum(picture.histogram()[:128])
    return dark < _LEAST_INK * picture.width * picture.height


def _tilt_back(draft: PageDraft, tilt: float) -> None:
    """Boxes of a page that was made level, as displayed: moved, not turned, since a box is upright."""
    turn = math.radians(tilt)
    middle_x, middle_y = draft.frame.width / 2, draft.frame.height / 2

    def shift(box: Box) -> tuple[float, float]:
        x, y = box.center[0] - middle_x, box.center[1] - middle_y
        return (x * math.cos(turn) - y * math.sin(turn)) - x, (x * math.sin(turn) + y * math.cos(turn)) - y

    for line in draft.lines:
        dx, dy = shift(line.box)
        line.box = _moved(line.box, dx, dy)
        line.edges = [x + dx for x in line.edges] if line.edges else None
    for table in draft.tables:
        table.grid.box = _moved(table.grid.box, *shift(table.grid.box))


def _moved(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x0 + dx, box.top + dy, box.x1 + dx, box.bottom + dy)
