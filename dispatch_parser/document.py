"""The page model: every source becomes one Document, with ONE text and offsets into it.

Offsets are character offsets into `Document.text` (Python string indices, end exclusive). Boxes are in PDF
points with the origin at the top left of the page as displayed, as in pdfplumber; pages count from 1.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

Column = Literal["full", "left", "right"]
LineRole = Literal["flow", "cell", "header", "footer", "footnote", "stamp"]
TextLayer = Literal["digital", "scan", "mixed"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points, origin top left: `x0 <= x1`, `top <= bottom`."""

    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box that holds both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )

    @property
    def center(self) -> tuple[float, float]:
        """The middle of the box, `(x, y)`."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top


@dataclass(slots=True)
class Line:
    """A run of words on one baseline of one column: what the source shows as one piece.

    `text[start:end]` of the Document is the line without its line break. `column` says whether the line stands
    in the left or right half of a two-column stretch (letterhead, foot) or runs over the full width.
    `ends_paragraph` is what the source says (DOCX, HTML: True or False); None where only layout can tell (PDF,
    hard-wrapped text). `edges` holds the x coordinate of the left edge of every character and, last, the right
    edge of the line (`end - start + 1` numbers), where the source has a layout. `sureness` is how surely each
    character was recognised, 0 to 1, where it was read from a picture. `mended` are the stretches `(start, end, raw)`
    of the Document's text that an OCR engine read as `raw`.
    """

    start: int
    end: int
    page: int
    box: Box | None = None
    column: Column = "full"
    role: LineRole = "flow"
    ends_paragraph: bool | None = None
    font: str = ""
    size: float | None = None
    bold: bool = False
    italic: bool = False
    centered: bool = False
    edges: Sequence[float] | None = None
    sureness: Sequence[float] | None = None
    mended: Sequence[tuple[int, int, str]] = ()

    def sureness_of(self, start: int, end: int) -> float:
        """How surely the least sure character of `text[start:end]` was recognised; 1 where the source states it."""
        if self.sureness is None or len(self.sureness) != self.end - self.start:
            return 1.0
        return min(self.sureness[start - self.start : end - self.start], default=1.0)

    def box_of(self, start: int, end: int) -> Box | None:
        """The box of `text[start:end]` of the Document, which must lie within this line."""
        if self.box is None:
            return None
        if self.edges is None or len(self.edges) != self.end - self.start + 1:
            return self.box
        xs = self.edges[start - self.start : end - self.start + 1]
        return Box(min(xs), self.box.top, max(xs), self.box.bottom)


@dataclass(slots=True)
class Cell:
    """One cell of a table. `lines` are indices into `Document.lines`; a merged cell appears once, with spans."""

    row: int
    column: int
    lines: list[int]
    row_span: int = 1
    column_span: int = 1


@dataclass(slots=True)
class Table:
    """A ruled table (PDF) or a table element (DOCX, HTML); the letterhead's layout table is none of these."""

    page: int
    cells: list[Cell]
    rows: int
    columns: int
    box: Box | None = None


@dataclass(slots=True)
class Page:
    """One page: size in points as displayed, where its text came from, and whether it was read at all."""

    number: int
    width: float = 0.0
    height: float = 0.0
    text_layer: TextLayer = "digital"
    read: bool = True


@dataclass(frozen=True, slots=True)
class FileSignature:
    """A digital signature in the file: the certificate's CN and O, the time it claims, the state of the bytes.

    `intact`: the signed bytes are unchanged and were signed with that certificate's key; False where they were
    changed; None where neither is known. `covers_file`: nothing was added to the file after it was signed.
    """

    signer: str | None
    organisation: str | None = None
    time: dt.datetime | None = None
    intact: bool | None = None
    covers_file: bool | None = None


@dataclass(slots=True)
class SourceInfo:
    """Where the Document came from. `media` names the reader: pdf, docx, html, text."""

    media: str
    name: str | None = None
    sha256: str | None = None
    title: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Document:
    """All pages of one source: lines in reading order over one text.

    Lines never overlap in `text`; reading order may differ from offset order (a plain text whose two columns
    were interleaved keeps its own text untouched). `notices` are codes of things the reader could not settle
    (`dispatch_parser.messages` words them). `signatures` are the digital signatures, in the order of the file.
    """

    text: str
    lines: list[Line]
    pages: list[Page]
    source: SourceInfo
    tables: list[Table] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    signatures: list[FileSignature] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list, repr=False)
    _by_start: list[Line] = field(default_factory=list, repr=False)

    @property
    def text_layer(self) -> TextLayer:
        """`digital` or `scan` when all pages that were read agree, else `mixed`."""
        kinds: set[TextLayer] = {page.text_layer for page in self.pages if page.read} or {"digital"}
        return kinds.pop() if len(kinds) == 1 else "mixed"

    def line_text(self, line: Line) -> str:
        """The words of a line as they stand in the source."""
        return self.text[line.start : line.end]

    def pieces(self, start: int, end: int) -> Iterator[tuple[Line, int, int]]:
        """Cut `text[start:end]` at line ends: yields `(line, start, end)` in offset order, white space trimmed."""
        if not self._by_start:
            self._by_start = sorted(self.lines, key=lambda line: line.start)
            self._starts = [line.start for line in self._by_start]
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._by_start) and self._by_start[index].start < end:
            line = self._by_start[index]
            left, right = max(start, line.start), min(end, line.end)
            while left < right and self.text[left].isspace():
                left += 1
            while left < right and self.text[right - 1].isspace():
                right -= 1
            if left < right:
                yield line, left, right
            index += 1
