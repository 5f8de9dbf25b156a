"""Ruled tables of a picture, read cell by cell: layout analysis runs the lines and columns of a table together."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dispatch_parser.document import Box
from dispatch_parser.readers import pdf_tables as tables
from dispatch_parser.readers.ocr.engine import OcrEngine, Word
from dispatch_parser.readers.ocr.prepare import Prepared
from dispatch_parser.readers.pdf_objects import Drawing

if TYPE_CHECKING:
    from PIL.Image import Image

_INK = 1.3  # points on either side of a ruling line that are wiped
_EDGE = 1.5  # points inside a cell's lines where its words may begin
_FRAME = 20  # pixels of paper around a cell: engines read what stands off the edge
_LEAST = 8.0  # points: a smaller cell holds no words
_DISPUTED = 0.4  # confidence of a figure that two readings differ on
_FIGURES = re.compile(r"\d|(?:^|\W)[IVX]{1,4}(?:\W|$)|I{2}")


def reread_tables(
    prepared: Prepared, drawing: Drawing, words: Sequence[Word], engine: OcrEngine, seconds: float
) -> tuple[Word, ...]:
    """The words with those of ruled tables replaced by what their cells hold, each read by itself.

    The table is read a second time as words wherever they stand: that fills cells where nothing was read, and where
    it differs on a figure, the figure is doubtful. A cell for which no time is left keeps its words.
    """
    grids = [grid for grid in tables.find(drawing) if len(grid.cells) > 1]
    if not grids:
        return tuple(words)
    scale = prepared.dpi / 72
    clean = _without_lines(prepared.picture, drawing, scale)
    until = time.monotonic() + seconds
    result = list(words)
    for grid in grids:
        whole = _read(clean, grid.box, prepared.dpi, engine, until - time.monotonic(), sparse=True)
        for cell in grid.cells:
            left = until - time.monotonic()
            if left <= 0 or min(cell.box.width, cell.box.height) < _LEAST:
                continue
            inside = [word for word in whole if _stands_in(word, cell.box, scale)]
            found = _read(clean, cell.box, prepared.dpi, engine, left, sparse=False)
            after = 1 + max((word.line for word in result), default=0)
            kept = [word for word in result if not _stands_in(word, cell.box, scale)]
            chosen = [_checked(word, inside) for word in found] or inside
            result = [*kept, *(replace(word, line=after + word.line) for word in chosen)] if chosen else result
    return tuple(result)


def _without_lines(picture: Image, drawing: Drawing, scale: float) -> Image:
    from PIL import ImageDraw

    clean = picture.copy()
    pen = ImageDraw.Draw(clean)
    reach = _INK * scale
    for line in (*drawing.horizontal, *drawing.vertical):
        pen.rectangle(
            (line.x0 * scale - reach, line.top * scale - reach, line.x1 * scale + reach, line.bottom * scale + reach),
            fill=255,
        )
    return clean


def _read(picture: Image, box: Box, dpi: int, engine: OcrEngine, seconds: float, *, sparse: bool) -> list[Word]:
    """The words of a part of the picture (`box` in points), where they stand in the picture."""
    from PIL import ImageOps

    scale = dpi / 72
    x, y = round((box.x0 + _EDGE) * scale), round((box.top + _EDGE) * scale)
    part = picture.crop((x, y, round((box.x1 - _EDGE) * scale), round((box.bottom - _EDGE) * scale)))
    found = engine.recognise(ImageOps.expand(part, _FRAME, fill=255), dpi=dpi, seconds=max(0.1, seconds), sparse=sparse)
    x, y = x - _FRAME, y - _FRAME
    return [
        replace(w, x0=w.x0 + x, x1=w.x1 + x, top=w.top + y, bottom=w.bottom + y, base=w.base + y) for w in found.words
    ]


def _stands_in(word: Word, box: Box, scale: float) -> bool:
    x, y = (word.x0 + word.x1) / 2 / scale, (word.top + word.bottom) / 2 / scale
    return box.x0 <= x < box.x1 and box.top <= y < box.bottom


def _checked(word: Word, others: Sequence[Word]) -> Word:
    """The word, doubtful where it is a figure that the other reading has otherwise."""
    if not _FIGURES.search(word.text):
        return word
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    twin = next((o for o in others if o.x0 <= x <= o.x1 and o.top <= y <= o.bottom), None)
    agrees = twin is None or twin.text == word.text
    return word if agrees else replace(word, confidence=min(word.confidence, _DISPUTED))
