"""Tables as grids over the reading, and which column holds what, told by the words of the header.

A cell that a merged cell covers has the text of that merged cell; a cell that is there and empty is empty.
Header words are data (`lexicon/table_headers.csv`); a table that goes on over a page without its header keeps
its columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from dispatch_parser.text.reading import Reading

Span = tuple[int, int]
EMPTY: Span = (0, 0)

_BRACKETS = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^\w/,&]+")
_JOINED = re.compile(r" ?[/,&] ?| và | hoặc ")
_LONGEST_HEADER = 80  # characters; a longer cell is no header


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: `cells[row][column]` is a stretch of the reading, `EMPTY` for none.

    `number` is its index.
    """

    number: int
    zone: str
    cells: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A grid with known columns: `columns[role]` are column indices, left to right.

    `rows` are the data rows.
    """

    grid: Grid
    columns: Mapping[str, tuple[int, ...]]
    rows: tuple[tuple[Span, ...], ...]


def grids(reading: Reading) -> list[Grid]:
    """The tables of a document that have text in the reading, in document order."""
    where: dict[int, dict[tuple[int, int], Span]] = {}
    zones: dict[int, str] = {}
    for paragraph in reading.paragraphs:
        if paragraph.cell is None:
            continue
        table, row, column = paragraph.cell
        zones.setdefault(table, paragraph.zone)
        cells = where.setdefault(table, {})
        start, _ = cells.get((row, column), (paragraph.start, 0))
        cells[row, column] = (min(start, paragraph.start), paragraph.end)
    return [Grid(number, zones[number], _fill(reading, number, cells)) for number, cells in sorted(where.items())]


def _fill(reading: Reading, number: int, spans: Mapping[tuple[int, int], Span]) -> tuple[tuple[Span, ...], ...]:
    """The full rectangle of cells, merged ones repeated."""
    table = reading.document.tables[number]
    rows: list[list[Span | None]] = [[None] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        for row in range(cell.row, min(cell.row + max(cell.row_span, 1), table.rows)):
            for column in range(cell.column, min(cell.column + max(cell.column_span, 1), table.columns)):
                rows[row][column] = spans.get((cell.row, cell.column), EMPTY)
    for above, row_cells in pairwise(rows):
        for column, span in enumerate(row_cells):
            if span is None:
                row_cells[column] = above[column]
    return tuple(tuple(span or EMPTY for span in row_cells) for row_cells in rows)


def task_tables(reading: Reading, headers: Iterable[Mapping[str, str]]) -> list[TaskTable]:
    """The tables that assign work: they have a column of tasks and one of bodies, or one of entrusted tasks.

    What is entrusted (`Nội dung ủy quyền`) is a task of the body that the text names: columns `task` and `entrusted`.
    `headers` are the rows of the header lexicon (`phrase`, `column`).
    """
    phrases = {row["phrase"]: row["column"] for row in headers}
    found: list[TaskTable] = []
    columns: dict[str, tuple[int, ...]] = {}
    width = 0
    for grid in grids(reading):
        depth, roles = _header(reading, grid, phrases)
        if roles:
            columns, width = roles, len(grid.cells[0])
        elif not columns or not grid.cells or len(grid.cells[0]) != width:
            columns = {}
            continue
        rows = [row for row in grid.cells[depth:] if not _is_header(reading, row, phrases)]
        found.append(TaskTable(grid, columns, tuple(rows)))
    return found


def _header(reading: Reading, grid: Grid, phrases: Mapping[str, str]) -> tuple[int, dict[str, tuple[int, ...]]]:
    """How many rows the header takes, and the columns it names; no columns where it is no task table."""
    for first in range(min(3, len(grid.cells))):
        if not _is_header(reading, grid.cells[first], phrases):
            continue
        roles = [_role(reading, span, phrases) for span in grid.cells[first]]
        depth = first + 1
        while depth < len(grid.cells) and _refines(reading, grid, depth, phrases):
            below = [_role(reading, span, phrases) for span in grid.cells[depth]]
            roles = [new or old for new, old in zip(below, roles, strict=True)]
            depth += 1
        columns: dict[str, tuple[int, ...]] = {}
        for number, role in enumerate(roles):
            if role:
                columns[role] = (*columns.get(role, ()), number)
        if "task" in columns and ("lead" in columns or "coordinate" in columns):
            return depth, columns
        if "entrusted" in columns:
            return depth, {**columns, "task": columns["entrusted"]}
    return 0, {}


def _is_header(reading: Reading, row: tuple[Span, ...], phrases: Mapping[str, str]) -> bool:
    """Whether a row names at least a task column and one more, in short cells, or a column of entrusted tasks."""
    roles = {_role(reading, span, phrases) for span in row}
    if "entrusted" in roles and len(set(row) - {EMPTY}) > 1:
        return True
    return "task" in roles and len(roles - {"", "number", "note", "task"}) >= 1


def _refines(reading: Reading, grid: Grid, number: int, phrases: Mapping[str, str]) -> bool:
    """Whether a row is a second line of the header.

    It names columns again, or numbers them (`(1) (2) (3)`).
    """
    row = grid.cells[number]
    words = [reading.key[slice(*span)] for span in row if span != EMPTY]
    if words and all(re.fullmatch(r"\(?(?:\d{1,2}|[a-z])\)?", word) for word in words):
        return True
    changed = [span for span, above in zip(row, grid.cells[number - 1], strict=True) if span != above]
    roles = [_role(reading, span, phrases) for span in changed if span != EMPTY]
    return bool(roles) and all(roles)


def _role(reading: Reading, span: Span, phrases: Mapping[str, str]) -> str:
    """What a header cell says its column holds.

    The whole cell, else the longest phrase it opens or ends with.
    """
    words = _words(reading, span)
    if not words or len(words) > _LONGEST_HEADER:
        return ""
    if words in phrases:
        return phrases[words]
    joined = {phrases.get(part, "") for part in _JOINED.split(words)}
    if len(joined) == 1 and "" not in joined:
        return joined.pop()  # `Nhiệm vụ/giải pháp`
    parts = words.split(" ")
    ends = (" ".join(end) for cut in range(1, len(parts)) for end in (parts[:-cut], parts[cut:]))
    fits = [
        phrase
        for phrase in ends
        if phrase in phrases
        and phrase.count(" ") >= (2 if phrases[phrase] == "lead" else 1)  # a bare `đơn vị` opens many other headers
    ]
    return phrases[max(fits, key=len)] if fits else ""


def _words(reading: Reading, span: Span) -> str:
    """A header cell as the lexicon writes it: key form without brackets and marks."""
    words = _BRACKETS.sub(" ", reading.key[slice(*span)].replace("\n", " "))
    return " ".join(_NOT_WORDS.sub(" ", words.replace(" ,", ",")).split()).strip(" ,/")
