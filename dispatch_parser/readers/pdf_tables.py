"""Ruled tables of a page: the cells from its lines, the words from its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dispatch_parser.document import Box
from dispatch_parser.readers import pdf_grid
from dispatch_parser.readers.pdf_chars import Piece
from dispatch_parser.readers.pdf_objects import Drawing

_SNAP = 3.0
_TOP = 110.0  # points from the upper edge: what begins here may go on from the page before
_MAX_CELLS = 20_000


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


def find(drawing: Drawing, *, first_page: bool = True) -> list[Grid]:
    """The tables of a page, by its ruling lines.

    Two cells side by side are a table only at the top of a later page, where a table's last row may stand.
    """
    if not drawing.may_hold_table:
        return []
    result = []
    for group in pdf_grid.cells(drawing.horizontal, drawing.vertical):
        goes_on = not first_page and min(box.top for box in group) < _TOP
        grid = grid_of(group, least=2 if goes_on else 3)
        if grid is not None:
            result.append(grid)
    return result


def grid_of(boxes: Sequence[Box], *, least: int = 3) -> Grid | None:
    """Cell rectangles to a grid with spans; None for what is no table (one column, few cells, a frame)."""
    if not least <= len(boxes) < _MAX_CELLS:
        return None
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
        len(result) < least
        or max(sum(cell.row == r for cell in result) for r in {cell.row for cell in result}) < 2
    ):
        return None
    whole = Box(xs[0], ys[0], xs[-1], ys[-1])
    return Grid(whole, len(ys) - 1, len(xs) - 1, result)


def fill(grids: Iterable[Grid], pieces: Sequence[Piece]) -> tuple[list[Grid], list[Piece]]:
    """Put the pieces into the cells they stand in; returns tables that hold text, and the pieces left."""
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
