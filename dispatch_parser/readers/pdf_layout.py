"""One page of a PDF laid out: tables, columns, page numbers, footnotes, and what is printed over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dispatch_parser.document import Box, LineRole, Page
from dispatch_parser.readers import pdf_roles as roles
from dispatch_parser.readers import pdf_tables as tables
from dispatch_parser.readers.pdf_chars import Frame, PageText, Piece
from dispatch_parser.readers.pdf_lines import Draft, arrange, settle_stamped, simple_lines


@dataclass(slots=True)
class TableDraft:
    """A table whose cells still hold their lines: `lines[i]` are those of `grid.cells[i]`."""

    grid: tables.Grid
    lines: list[list[Draft]]


@dataclass(slots=True)
class PageDraft:
    """One page read: its lines in reading order, its tables, and the horizontal rules drawn on it."""

    page: Page
    frame: Frame
    lines: list[Draft] = field(default_factory=list)
    tables: list[TableDraft] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)


def lay_out(draft: PageDraft, text: PageText, grids: Sequence[tables.Grid], *, scan: bool) -> None:
    """Fill `draft.lines` and `draft.tables` from the characters of the page.

    Stamps stand behind the page's own lines. Invisible characters count on a scan alone: they are its OCR
    layer.
    """
    stamps: list[list[Piece]] = [text.turned] if text.turned else []
    width, height = draft.frame.width, draft.frame.height
    own = [
        p
        for p in text.pieces
        if p.added < 0
        and (scan or not p.style.invisible)
        and -2 < p.x0 < width + 2
        and -2 < p.base < height + 9
    ]
    for k in sorted({p.added for p in text.pieces if p.added >= 0}):
        group = [p for p in text.pieces if p.added == k]
        if roles.is_overlay(group):
            own += group
        else:
            stamps.append(group)
    own, captions = roles.split_captions(settle_stamped(own))
    stamps += captions
    kept, rest = tables.fill(grids, own)
    pale = [p for p in rest if p.style.pale]
    if pale:
        stamps.append(pale)
        rest = [p for p in rest if not p.style.pale]
    rest, numbers = roles.split_page_numbers(rest, draft.frame.height)
    _add(draft, numbers.get("header", []), "header")
    top = float("-inf")
    for grid in kept:
        draft.lines += arrange([p for p in rest if top <= p.base < grid.box.top])
        _add_table(draft, grid)
        draft.lines += arrange([p for p in rest if grid.box.top <= p.base < grid.box.bottom])
        top = grid.box.bottom
    draft.lines += arrange([p for p in rest if p.base >= top])
    _add(draft, numbers.get("footer", []), "footer")
    for group in stamps:
        _add(draft, group, "stamp")


def _add(draft: PageDraft, pieces: Sequence[Piece], role: LineRole) -> None:
    for line in simple_lines(pieces):
        line.role = role
        draft.lines.append(line)


def _add_table(draft: PageDraft, grid: tables.Grid) -> None:
    drafted = TableDraft(grid, [simple_lines(cell.pieces) for cell in grid.cells])
    for lines in drafted.lines:
        for line in lines:
            line.role = "cell"
        draft.lines += lines
    draft.tables.append(drafted)


def turn_back(draft: PageDraft, shown: Frame) -> None:
    """Boxes of a page that was read turned, as displayed; edges have no meaning there."""
    reading = draft.frame
    quarter = (reading.turns - shown.turns) % 4
    for line in draft.lines:
        line.box, line.edges = _turned_box(line.box, quarter, reading), None
    for table in draft.tables:
        table.grid.box = _turned_box(table.grid.box, quarter, reading)
    draft.rules = []


def _turned_box(box: Box, quarter: int, reading: Frame) -> Box:
    width, height = reading.width, reading.height
    if quarter == 1:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    if quarter == 2:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return Box(height - box.bottom, box.x0, height - box.top, box.x1)


def mark_roles(drafts: Sequence[PageDraft]) -> None:
    """Mark what only the whole document tells: centred lines, running heads and feet, footnotes."""
    sizes: Counter[float] = Counter()
    for draft in drafts:
        for line in draft.lines:
            if line.role == "flow" and line.column == "full":
                sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 13.0
    for draft in drafts:
        _mark_centered(draft)
    roles.mark_running([(d.page.height, d.lines) for d in drafts if d.page.height])
    for draft in drafts:
        roles.mark_footnotes(draft.lines, draft.rules, draft.page.height, body)


def _mark_centered(draft: PageDraft) -> None:
    """Mark full lines in the middle of the text area, clear of both its edges and of a common indent."""
    flow = [line for line in draft.lines if line.role == "flow"]
    if not flow:
        return
    full = [line for line in flow if line.column == "full"]
    area = full if len(full) > 4 else flow  # letterheads often reach beyond the text's margins
    left, right = min(line.box.x0 for line in area), max(line.box.x1 for line in area)
    middle = (left + right) / 2
    indents = Counter(round(line.box.x0 / 3) for line in full)
    for line in full:
        aside = min(line.box.x0 - left, right - line.box.x1)
        common = indents[round(line.box.x0 / 3)] > 2
        line.centered = aside > 12 and abs(line.box.center[0] - middle) < 10 and not common
