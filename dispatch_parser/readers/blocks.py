"""What DOCX and HTML have in common: a tree of paragraphs and grids, before it is laid out as a Document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dispatch_parser.document import Column, LineRole


@dataclass(frozen=True, slots=True)
class Look:
    """How words are set: `size` in points; None and "" where the source does not say.

    `caps`: to be written in capitals once they are decoded (`legacy_blocks`); set on old Vietnamese fonts only.
    """

    bold: bool = False
    italic: bool = False
    size: float | None = None
    font: str = ""
    caps: bool = False


PLAIN = Look()


@dataclass(slots=True)
class TextLine:
    """The words between two breaks, as runs of one look each."""

    runs: list[tuple[str, Look]] = field(default_factory=list)
    page: int = 1

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(words for words, _ in self.runs)


@dataclass(slots=True)
class Paragraph:
    """One paragraph. `column` is set where the source itself puts it in a half of the page."""

    lines: list[TextLine] = field(default_factory=list)
    centered: bool = False
    column: Column = "full"
    role: LineRole = "flow"

    @property
    def text(self) -> str:
        """The words of the paragraph, one line a line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(slots=True)
class GridCell:
    """One cell, merged cells once: `blocks` are what stands in it."""

    row: int
    column: int
    blocks: list[Block]
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Grid:
    """A table element.

    `ruled`: lines are drawn around its cells. `widths`: of the columns, any unit, or empty.
    """

    cells: list[GridCell]
    rows: int
    columns: int
    ruled: bool = True
    widths: Sequence[float] = ()
    role: LineRole = "flow"


Block = Paragraph | Grid


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """All paragraphs of a tree, in order, those in cells too."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from paragraphs(cell.blocks)


def words(blocks: Sequence[Block]) -> list[str]:
    """The lines of a tree that hold words, white space trimmed."""
    found = (line.text.strip() for paragraph in paragraphs(blocks) for line in paragraph.lines)
    return [text for text in found if text]
