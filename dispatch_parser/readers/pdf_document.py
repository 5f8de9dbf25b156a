"""Pages laid out to one Document: two-column stretches joined over page breaks, one text with offsets."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dispatch_parser.document import Cell, Document, Line, SourceInfo, Table
from dispatch_parser.readers.pdf_layout import PageDraft, TableDraft
from dispatch_parser.readers.pdf_lines import Draft

_HANGING = 24.0  # points: how far right of its column a wrapped line may stand


def assemble(drafts: Sequence[PageDraft], name: str) -> Document:
    """One Document over all pages: a line break after each line.

    Where a page break cuts a foot, the rest of its left column is read before the right column on the page
    before.
    """
    numbers = {id(line): draft.page.number for draft in drafts for line in draft.lines}
    for before, after in pairwise(drafts):
        _join_columns(before, after)
    parts: list[str] = []
    lines: list[Line] = []
    index: dict[int, int] = {}
    position = 0
    for draft in drafts:
        for line in draft.lines:
            index[id(line)] = len(lines)
            end = position + len(line.text)
            lines.append(_line(line, position, end, numbers[id(line)]))
            parts.append(line.text)
            position = end + 1
    tables = [_table(table, draft.page.number, index) for draft in drafts for table in draft.tables]
    pages = [draft.page for draft in drafts]
    return Document("\n".join(parts), lines, pages, SourceInfo("pdf", name=name), tables)


def _join_columns(before: PageDraft, after: PageDraft) -> None:
    """Move the lines that go on with the left column of the page before in front of its right column."""
    flow = [k for k, line in enumerate(before.lines) if line.role == "flow"]
    if not flow or before.lines[flow[-1]].column != "right":
        return
    rights = []
    while flow and before.lines[flow[-1]].column == "right":
        rights.append(flow.pop())
    lefts = []
    while flow and before.lines[flow[-1]].column == "left":
        lefts.append(before.lines[flow.pop()])
    moved: list[Draft] = []
    for line in (line for line in after.lines if line.role == "flow"):
        if not lefts or not _goes_on(line, lefts, min(before.lines[k].box.x0 for k in rights)):
            break
        line.column, line.centered = "left", False
        moved.append(line)
    after.lines = [line for line in after.lines if all(line is not other for other in moved)]
    before.lines[rights[-1] : rights[-1]] = moved


def _goes_on(line: Draft, lefts: Sequence[Draft], gutter: float) -> bool:
    """Whether a line at the top of a page belongs to the left column that the page before ends with."""
    if line.column == "right" or line.box.x1 > gutter:
        return False
    edge = min(left.box.x0 for left in lefts)
    return abs(line.size - lefts[0].size) < 0.8 and edge - 4 < line.box.x0 < edge + _HANGING


def _table(draft: TableDraft, page: int, index: dict[int, int]) -> Table:
    grid = draft.grid
    cells = [
        Cell(cell.row, cell.column, [index[id(line)] for line in lines], cell.row_span, cell.column_span)
        for cell, lines in zip(grid.cells, draft.lines, strict=True)
    ]
    return Table(page, cells, grid.rows, grid.columns, grid.box)


def _line(draft: Draft, start: int, end: int, page: int) -> Line:
    return Line(
        start,
        end,
        page,
        box=draft.box,
        column=draft.column,
        role=draft.role,
        font=draft.style.face.name,
        size=round(draft.size, 2),
        bold=draft.bold,
        italic=draft.italic,
        centered=draft.centered,
        edges=draft.edges,
        sureness=draft.sureness,
        mended=[(start + left, start + right, raw) for left, right, raw in draft.mended],
    )
