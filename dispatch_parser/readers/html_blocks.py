"""An HTML element to blocks: paragraphs cut where a browser cuts them, tables as grids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from dispatch_parser.readers.blocks import Block, Grid, GridCell, Look, Paragraph, TextLine
from dispatch_parser.readers.docx_numbering import printed

Element = Any

BLOCK_TAGS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
     "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
     "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
     "tr", "ul")
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
_UPPER = re.compile(r"text-transform\s*:\s*uppercase")
_CENTERED = re.compile(r"text-align\s*:\s*center")
_NO_BORDER = re.compile(r"border(?:-style)?\s*:\s*(?:none|0(?:px|pt)?\s*(?:;|$))")
_BORDER = re.compile(r"border[a-z-]*\s*:[^;]*\b(?:solid|double|dotted|dashed|inset|outset|windowtext)\b")
_RULED_CLASS = re.compile(r"table-bordered|msotablegrid|tablegrid|bordered", re.IGNORECASE)
_WIDTH = re.compile(r"(?:^|;)\s*width\s*:\s*([\d.]+)")
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MARKED = re.compile(r"^[\s\u00a0]*(?:[-–—+•*]|\d{1,3}[.)]|[a-zđ]\))")
_MOST_SPANS = 100


def blocks_of(root: Element) -> list[Block]:
    """The blocks of an element, in document order; walks without recursion, however deep the element is."""
    builder = _Builder()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            if event == "end" and element is not root:
                builder.words(element.tail)
        elif event == "start":
            builder.start(element)
            builder.words(element.text)
        else:
            builder.end(element)
            if element is not root:
                builder.words(element.tail)
    return builder.finish()


@dataclass(slots=True)
class _TableState:
    """A table that is being read: its cells so far, and the places that merged cells above still hold."""

    ruled: bool
    cells: list[GridCell] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = -1
    column: int = 0
    widths: dict[int, float] = field(default_factory=dict)
    drawn: int = 0


@dataclass(slots=True)
class _Setting:
    """What holds inside an element: how words are set, and where their paragraphs go."""

    look: Look
    centered: bool
    upper: bool
    pre: bool
    blocks: list[Block]
    table: _TableState | None


class _Builder:
    def __init__(self) -> None:
        root: list[Block] = []
        self._settings = [_Setting(Look(), False, False, False, root, None)]
        self._line: list[tuple[str, Look]] = []
        self._lines: list[TextLine] = []
        self._marker = ""
        self._counters: list[int | None] = []

    def start(self, element: Element) -> None:
        """An element opens."""
        tag, outer = element.tag, self._settings[-1]
        style = (element.get("style") or "").lower()
        if tag in BLOCK_TAGS:
            self._flush()
        if tag == "br":
            self._break()
        self._settings.append(_inside(element, style, outer))
        if tag == "table":
            self._settings[-1].table = _TableState(_is_ruled(element, style))
        elif outer.table is not None and tag == "tr":
            outer.table.row += 1
            outer.table.column = 0
        elif outer.table is not None and tag in ("td", "th"):
            self._settings[-1].blocks = _open_cell(outer.table, element, style)
            self._settings[-1].table = None
        elif tag in ("ol", "ul"):
            start = element.get("start") or "1"
            self._counters.append(int(start) - 1 if tag == "ol" and start.isdigit() else None)
        elif tag == "li":
            # Word processors write the outline level of an unnumbered heading as a list around it.
            headed = next((child.tag in _HEADINGS for child in element if isinstance(child.tag, str)), False)
            self._marker = "" if headed and not (element.text or "").strip() else self._list_marker(element)

    def end(self, element: Element) -> None:
        """An element closes."""
        if element.tag in BLOCK_TAGS:
            self._flush()
        inner = self._settings.pop()
        if element.tag == "table" and inner.table is not None and inner.table.cells:
            self._settings[-1].blocks.append(_grid(inner.table))
        elif element.tag in ("ol", "ul") and self._counters:
            self._counters.pop()

    def words(self, text: str | None) -> None:
        """Character data."""
        if not text:
            return
        setting = self._settings[-1]
        if setting.pre:
            first, *rest = text.split("\n")
            self._add(first, setting)
            for line in rest:
                self._break()
                self._add(line, setting)
        else:
            self._add(_SPACES.sub(" ", text), setting)

    def finish(self) -> list[Block]:
        """All blocks."""
        self._flush()
        return self._settings[0].blocks

    def _add(self, text: str, setting: _Setting) -> None:
        if text and (text != " " or (self._line and not self._line[-1][0].endswith(" "))):
            self._line.append((text.upper() if setting.upper else text, setting.look))

    def _break(self) -> None:
        self._lines.append(TextLine(self._line))
        self._line = []

    def _flush(self) -> None:
        """Close the open paragraph."""
        self._break()
        lines, self._lines = self._lines, []
        setting = self._settings[-1]
        if not any(line.text.strip() for line in lines):
            return
        if self._marker and not _MARKED.match("".join(line.text for line in lines)):
            first = next(line for line in lines if line.text.strip())
            first.runs.insert(0, (self._marker + " ", first.runs[0][1]))
        self._marker = ""
        setting.blocks.append(Paragraph(lines, centered=setting.centered))

    def _list_marker(self, element: Element) -> str:
        if not self._counters or self._counters[-1] is None:
            return "-"
        value = element.get("value") or ""
        number = int(value) if value.isdigit() else self._counters[-1] + 1
        self._counters[-1] = number
        parent = element.getparent()
        kind = (parent.get("type") if parent is not None else None) or "1"
        return printed(number, _FORMATS.get(kind, "decimal")) + "."


def _inside(element: Element, style: str, outer: _Setting) -> _Setting:
    tag = element.tag
    look = Look(
        bold=outer.look.bold or tag in ("b", "strong", "th") or tag in _HEADINGS or bool(_BOLD.search(style)),
        italic=outer.look.italic or tag in ("i", "em") or "font-style:italic" in style.replace(" ", ""),
    )
    centered = outer.centered
    if tag in BLOCK_TAGS:
        align = (element.get("align") or "").lower()
        if tag in ("center", "th", "caption") or align == "center" or _CENTERED.search(style):
            centered = True
        elif align or "text-align" in style or tag in ("td", "table"):
            centered = False
    upper = outer.upper or bool(_UPPER.search(style))
    pre = outer.pre or tag == "pre" or "white-space:pre" in style.replace(" ", "")
    return _Setting(look, centered, upper, pre, outer.blocks, outer.table)


def _is_ruled(element: Element, style: str) -> bool:
    """Whether a table says that it draws lines around its cells."""
    if (element.get("border") or "0").strip() not in ("0", "none", "0px"):
        return not _NO_BORDER.search(style)
    return bool(_BORDER.search(style) or _RULED_CLASS.search(element.get("class") or ""))


def _open_cell(table: _TableState, element: Element, style: str) -> list[Block]:
    row = max(table.row, 0)
    while (row, table.column) in table.taken:
        table.column += 1
    across, down = _span(element.get("colspan")), _span(element.get("rowspan"))
    blocks: list[Block] = []
    table.cells.append(GridCell(row, table.column, blocks, down, across))
    for r in range(row, row + down):
        table.taken.update((r, c) for c in range(table.column, table.column + across))
    width = _WIDTH.search(style)
    printed_width = width[1] if width else (element.get("width") or "").rstrip("%px")
    if across == 1 and printed_width.replace(".", "", 1).isdigit():
        table.widths.setdefault(table.column, float(printed_width))
    table.drawn += bool(_BORDER.search(style)) or element.tag == "th"
    table.column += across
    return blocks


def _span(value: str | None) -> int:
    return min(max(int(value), 1), _MOST_SPANS) if value and value.isascii() and value.isdigit() else 1


def _grid(table: _TableState) -> Grid:
    columns = max(cell.column + cell.column_span for cell in table.cells)
    rows = max(table.row + 1, 1)
    for cell in table.cells:
        cell.row_span = min(cell.row_span, rows - cell.row)
    widths = [table.widths[c] for c in range(columns)] if len(table.widths) == columns else []
    ruled = table.ruled or 2 * table.drawn > len(table.cells)
    return Grid(table.cells, rows, columns, ruled=ruled, widths=widths)
