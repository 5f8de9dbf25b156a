"""Ruled tables of a page: the grid from pdfplumber, the words from our own pieces."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from dispatch_parser.document import Box
from dispatch_parser.readers.pdf_chars import Piece

_SNAP = 3.0
_MAX_CELLS = 20_000

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class GridCell:
    """A cell with its place in the grid and the pieces that stand in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table; `cells` in row-major order, a merged cell once."""

    box: Box
    rows: int
    columns: int
    cells: list[GridCell]


class Tables:
    """Finds tables in one file; opens pdfplumber only when first asked."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: Any = None

    def find(self, number: int) -> list[Grid]:
        """The tables of page `number` (from 1), in its displayed coordinates; none where pdfplumber fails."""
        try:
            if self._file is None:
                import pdfplumber

                self._file = pdfplumber.open(io.BytesIO(self._data))
            page = self._file.pages[number - 1]
            try:
                found = [[cell for cell in table.cells if cell] for table in page.find_tables()]
                left, top = page.bbox[:2]
            finally:
                page.close()
        except (
            Exception
        ) as error:  # pdfminer raises anything on a damaged stream; the words are read without it
            _log.info("no tables read on page %d: %s", number, type(error).__name__)
            return []
        return [grid for cells in found if (grid := grid_of(cells, left, top)) is not None]

    def close(self) -> None:
        """Close pdfplumber's file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def grid_of(
    cells: Sequence[tuple[float, float, float, float]], left: float = 0.0, top: float = 0.0
) -> Grid | None:
    """Cell rectangles to a grid with spans; None for what is no table (one column, one cell, a frame)."""
    if not 2 < len(cells) < _MAX_CELLS:
        return None
    boxes = [Box(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in cells]
    xs = _marks(x for box in boxes for x in (box.x0, box.x1))
    ys = _marks(y for box in boxes for y in (box.top, box.bottom))
    if len(xs) < 3 or len(ys) < 2:
        return None
    result = []
    for box in boxes:
        column, row = _index(xs, box.x0), _index(ys, box.top)
        right, below = _index(xs, box.x1), _index(ys, box.bottom)
        if right > column and below > row:
            result.append(GridCell(row, column, below - row, right - column, box))
    result.sort(key=lambda cell: (cell.row, cell.column))
    if (
        len(result) < 3
        or max(sum(cell.row == r for cell in result) for r in {cell.row for cell in result}) < 2
    ):
        return None
    whole = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Grid(whole, len(ys) - 1, len(xs) - 1, result)


def fill(grids: Iterable[Grid], pieces: Sequence[Piece]) -> tuple[list[Grid], list[Piece]]:
    """Put the pieces into the cells they stand in; returns the tables that hold text, and the pieces left over."""
    rest = list(pieces)
    kept: list[Grid] = []
    for grid in grids:
        outside: list[Piece] = []
        for piece in rest:
            cell = _cell_at(grid, piece)
            (cell.pieces if cell else outside).append(piece)
        if sum(bool(cell.pieces) for cell in grid.cells) >= 2:
            kept.append(grid)
            rest = outside
        else:
            for cell in grid.cells:
                cell.pieces.clear()
    kept.sort(key=lambda grid: grid.box.top)
    return kept, rest


def _cell_at(grid: Grid, piece: Piece) -> GridCell | None:
    x, y = (piece.x0 + piece.x1) / 2, piece.base - 0.3 * piece.size
    box = grid.box
    if not (box.x0 <= x <= box.x1 and box.top <= y <= box.bottom):
        return None
    for cell in grid.cells:
        if cell.box.x0 <= x <= cell.box.x1 and cell.box.top <= y <= cell.box.bottom:
            return cell
    return None


def _marks(values: Iterable[float]) -> list[float]:
    """Distinct positions, those within the snap distance taken as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _SNAP:
            result.append(value)
    return result


def _index(marks: Sequence[float], value: float) -> int:
    return min(range(len(marks)), key=lambda i: abs(marks[i] - value))
