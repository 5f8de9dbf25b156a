"""Which table elements are data and which only place words on the page.

Letterhead and foot are set as tables without rules in nearly every dispatch made with a word processor
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV shows their places); boxes around a stretch of text are one-cell
tables.
"""

from __future__ import annotations

from typing import Literal

from dispatch_parser.document import Column
from dispatch_parser.readers.blocks import Grid, GridCell, words
from dispatch_parser.readers.signs import is_sign, is_signature
from dispatch_parser.text.folding import key

Layout = Literal["data", "columns", "flow"]

_SMALL = 6  # rows of a table without rules that may still only place words
_TALL = 14  # rows of a letterhead or foot
_SHARE = 0.6  # of the words of a table in one cell: then the table is a frame around text
_COUNTER = frozenset({"tt", "stt", "số tt", "sốtt", "số thứ tự", "no", "no."})


def layout_of(grid: Grid, *, opening: bool) -> Layout:
    """What a table is: `data`; `columns`, two halves of a page; or `flow`, text in a frame.

    `opening`: nothing but empty lines stands before the table.
    """
    filled = [(cell, lines) for cell in grid.cells if (lines := words(cell.blocks))]
    columns = len({cell.column for cell, _ in filled})
    if columns <= 1 or _is_frame(filled):
        return "flow"
    if columns > 3 or grid.rows > _TALL:
        return "data"
    if _has_counter(filled):
        return "data"
    if any(is_sign(line, "motto") for _, lines in filled for line in lines[:6]):
        return "columns"
    if any(is_sign(lines[0], "recipients") for _, lines in filled):
        return "columns"
    if any(is_sign(lines[0], "addressees") for _, lines in filled) and not grid.ruled:
        return "flow"
    return _by_rules(grid, filled, opening)


def _by_rules(grid: Grid, filled: list[tuple[GridCell, list[str]]], opening: bool) -> Layout:
    """The doubtful rest: rules around the cells make a table data."""
    if grid.ruled or grid.rows > _SMALL:
        return "data"
    if opening or any(is_signature(lines[0]) or is_sign(lines[0], "number", "date") for _, lines in filled):
        return "columns"
    return "flow"


def _is_frame(filled: list[tuple[GridCell, list[str]]]) -> bool:
    """Whether nearly all words stand in one cell that is long: a page laid out with a table."""
    sizes = [sum(map(len, lines)) for _, lines in filled]
    longest = max(sizes, default=0)
    lines = max((len(lines) for _, lines in filled), default=0)
    return longest > 1500 and lines > 12 and longest > _SHARE * sum(sizes)


def _has_counter(filled: list[tuple[GridCell, list[str]]]) -> bool:
    return any(key(" ".join(lines)) in _COUNTER for cell, lines in filled if cell.row == 0)


def side_of(grid: Grid, cell: GridCell) -> Column:
    """The half of the page in which a cell of a layout table stands; `full` where it spans both."""
    widths = [*grid.widths, *([1.0] * grid.columns)][: grid.columns] if grid.widths else [1.0] * grid.columns
    total = sum(widths) or 1.0
    left = sum(widths[: cell.column]) / total
    right = sum(widths[: cell.column + cell.column_span]) / total
    if left < 0.15 and right > 0.85:
        return "full"
    if left > 0.3 and right > 0.85:
        return "right"
    if left < 0.15 and right < 0.75:
        return "left"
    return "left" if (left + right) / 2 < 0.5 else "right"
