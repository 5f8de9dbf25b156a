"""Blocks to Document.

One text, lines in reading order, layout tables read as two columns, data tables kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dispatch_parser.document import Cell, Column, Document, Line, LineRole, Page, SourceInfo, Table
from dispatch_parser.errors import TooLargeError
from dispatch_parser.limits import Limits
from dispatch_parser.readers.blocks import PLAIN, Block, Grid, GridCell, Look, Paragraph, TextLine
from dispatch_parser.readers.blocks_tables import layout_of, side_of
from dispatch_parser.readers.text_columns import Piece, arrange


def to_document(blocks: Sequence[Block], source: SourceInfo, limits: Limits) -> Document:
    """The Document of a tree of blocks. Text is all lines joined with a newline.

    `ends_paragraph` is True at the end of a paragraph, False at a break within one. Of a layout table the
    cells follow each other row by row, with `Line.column` set; a table within a cell of a data table is
    read as lines of that cell. Raises TooLargeError (characters, pages).
    """
    writer = _Writer(source.name or "", limits)
    writer.blocks(blocks)
    pages = max((line.page for line in writer.lines), default=1)
    if pages > limits.pages:
        raise TooLargeError(source.name or "", "pages")
    return Document(
        text="\n".join(writer.parts),
        lines=writer.lines,
        pages=[Page(number) for number in range(1, pages + 1)],
        source=source,
        tables=writer.tables,
    )


class _Writer:
    """Lays blocks out one after the other."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.tables: list[Table] = []
        self._size = 0

    def blocks(self, blocks: Sequence[Block], column: Column = "full") -> None:
        """Blocks at the level of the page or of a half of it."""
        waiting: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                waiting.append(block)
                continue
            self._paragraphs(waiting, column)
            waiting = []
            self._grid(block, column)
        self._paragraphs(waiting, column)

    def _paragraphs(self, paragraphs: Sequence[Paragraph], column: Column) -> None:
        """Paragraphs that follow each other; typed columns among them are taken apart."""
        for (side, _), members in groupby(paragraphs, key=lambda p: (p.column, p.role)):
            self._typed(list(members), column if side == "full" else side)

    def _typed(self, paragraphs: Sequence[Paragraph], column: Column) -> None:
        rows = [(p, line, i >= _last(p)) for p in paragraphs for i, line in enumerate(p.lines)]
        texts = [line.text for _, line, _ in rows]
        pieces = arrange(texts) if column == "full" else _trimmed(texts)
        for piece in pieces:
            paragraph, line, last = rows[piece.line]
            self._line(paragraph, line, piece, column if piece.column == "full" else piece.column, last)

    def _line(
        self,
        paragraph: Paragraph,
        line: TextLine,
        piece: Piece,
        column: Column,
        last: bool,
        role: LineRole = "flow",
    ) -> None:
        words = line.text[piece.start : piece.end]
        start = self._size + len(self.parts)
        self._size += len(words)
        if self._size > self.limits.characters:
            raise TooLargeError(self.name, "characters")
        look = _look(line, piece)
        self.parts.append(words)
        self.lines.append(
            Line(
                start, start + len(words), page=line.page, column=column,
                role=role if paragraph.role == "flow" else paragraph.role, ends_paragraph=last,
                font=look.font, size=look.size, bold=look.bold, italic=look.italic,
                centered=paragraph.centered,
            )
        )  # fmt: skip

    def _grid(self, grid: Grid, column: Column) -> None:
        layout = layout_of(grid, opening=not self.lines)
        if layout == "data" and grid.role == "flow":
            self._table(grid)
            return
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            side = column
            if layout == "columns" and column == "full":
                side = side_of(grid, cell)
            self.blocks(cell.blocks, side)

    def _table(self, grid: Grid) -> None:
        cells: list[Cell] = []
        page = 0
        for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
            first = len(self.lines)
            self._cell(cell.blocks)
            here = list(range(first, len(self.lines)))
            if here and not page:
                page = self.lines[first].page
            cells.append(Cell(cell.row, cell.column, here, cell.row_span, cell.column_span))
        if page:
            self.tables.append(Table(page, cells, grid.rows, grid.columns))

    def _cell(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                texts = [line.text for line in block.lines]
                for piece in _trimmed(texts):
                    last = piece.line >= _last(block)
                    self._line(block, block.lines[piece.line], piece, "full", last, "cell")
                continue
            nested: list[GridCell] = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
            for cell in nested:
                self._cell(cell.blocks)


def _last(paragraph: Paragraph) -> int:
    """The index of the last line that holds words."""
    return max((i for i, line in enumerate(paragraph.lines) if line.text.strip()), default=0)


def _trimmed(texts: Sequence[str]) -> list[Piece]:
    pieces = []
    for i, text in enumerate(texts):
        words = text.strip()
        if words:
            start = len(text) - len(text.lstrip())
            pieces.append(Piece(i, start, start + len(words)))
    return pieces


def _look(line: TextLine, piece: Piece) -> Look:
    """The look of most of the words in a piece of a line."""
    if len(line.runs) == 1:
        return line.runs[0][1]
    weights: Counter[Look] = Counter()
    position = 0
    for words, look in line.runs:
        left, right = max(position, piece.start), min(position + len(words), piece.end)
        if left < right:
            weights[look] += len("".join(words[left - position : right - position].split()))
        position += len(words)
    if not weights:
        return PLAIN
    most = weights.most_common(1)[0][0]
    total = sum(weights.values())
    return Look(
        bold=2 * sum(n for look, n in weights.items() if look.bold) > total,
        italic=2 * sum(n for look, n in weights.items() if look.italic) > total,
        size=most.size,
        font=most.font,
    )
