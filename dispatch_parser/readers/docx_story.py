"""Walks one story of a DOCX (body, header, note) in document order: nothing that is printed is left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from dispatch_parser.document import Column, LineRole
from dispatch_parser.readers.blocks import PLAIN, Block, Grid, GridCell, Paragraph, TextLine, paragraphs
from dispatch_parser.readers.docx_numbering import Numbering
from dispatch_parser.readers.docx_package import Element, attribute, child, children, full, number_of, tag
from dispatch_parser.readers.docx_styles import Styles, Values, is_drawn
from dispatch_parser.readers.docx_text import COLUMN_BREAK, Fields, Pages, TextReader, alternative

_THROUGH = frozenset({"w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdt", "w:sdtContent", "mc:Choice"})
_SIDES = {"w:top": 0, "w:left": 1, "w:start": 1, "w:bottom": 2, "w:right": 3, "w:end": 3}
_LENGTH = re.compile(r"(margin-left|left|width)\s*:\s*(-?[\d.]+)pt")
_EMU = 12_700
_TWIP = 20
_RIGHT_HALF = 0.42  # of the text width: a paragraph indented so far stands in the right half


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of a section in points."""

    width: float = 595.3
    left: float = 85.0
    right: float = 42.5

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return max(self.width - self.left - self.right, 72.0)


def sheet_of(section: Element | None) -> Sheet:
    """The page of a `w:sectPr`; A4 with the decree's margins where it says nothing."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    width, left, right = number_of(size, "w:w"), number_of(margins, "w:left"), number_of(margins, "w:right")
    default = Sheet()
    return Sheet(
        width / _TWIP if width else default.width,
        default.left if left is None else left / _TWIP,
        default.right if right is None else right / _TWIP,
    )


@dataclass(slots=True)
class Story:
    """The walker. `sections`: for each section that ended, the number of blocks so far and its `w:sectPr`."""

    styles: Styles
    numbering: Numbering
    pages: Pages = field(default_factory=Pages)
    sheet: Sheet = field(default_factory=Sheet)
    role: LineRole = "flow"
    sections: list[tuple[int, Element]] = field(default_factory=list)
    _fields: Fields = field(default_factory=Fields)
    _pending: list[TextLine] = field(default_factory=list)

    def read(self, root: Element) -> list[Block]:
        """The blocks of a story."""
        marks = [attribute(e, "w:fldCharType") for e in root.iter(full("w:fldChar"))]
        self._fields = Fields(balanced=marks.count("begin") == marks.count("end"))
        blocks: list[Block] = []
        self._into(root, blocks, top=True)
        return blocks

    def _into(self, parent: Iterable[Element], blocks: list[Block], *, top: bool = False) -> None:
        for element in parent:
            name = tag(element)
            if name == "w:p":
                blocks += self._paragraph(element)
                section = child(child(element, "w:pPr"), "w:sectPr")
                if top and section is not None:
                    self._section_ends(section, len(blocks))
            elif name == "w:tbl":
                blocks.append(self._table(element))
            elif name == "mc:AlternateContent":
                self._into(alternative(element), blocks)
            elif name in _THROUGH:
                self._into(element, blocks, top=top)

    def _section_ends(self, section: Element, blocks: int) -> None:
        self.sections.append((blocks, section))
        kind = attribute(child(section, "w:type"), "w:val", "nextPage")
        if not self.pages.rendered and kind != "continuous":
            self.pages.number += 1

    # -- paragraphs --------------------------------------------------------------------------------------

    def _paragraph(self, element: Element) -> list[Block]:
        properties = child(element, "w:pPr")
        values = self.styles.paragraph(properties)
        if values.get("page_break") and not self.pages.rendered:
            self.pages.number += 1
        blocks: list[Block] = []
        lines = self._pending or [TextLine(page=self.pages.number)]
        marker = self._marker(values)
        at = len(lines[-1].runs)

        def box(content: Element, drawing: Element) -> None:
            blocks.extend(self._box(content, drawing))

        reader = TextReader(self.styles, self.pages, self._fields, str(values["style"]), box, lines)
        reader.inline(element)
        if marker:
            _put_marker(lines, at, marker)
        if child(child(properties, "w:rPr"), "w:del") is not None:
            self._pending = lines  # its mark was deleted: the next paragraph goes on in it
            return blocks
        self._pending = []
        return [*blocks, *self._columns(lines, values)]

    def _marker(self, values: Values) -> str:
        number = values.get("num")
        return self.numbering.marker(number, values.get("level"), str(values["style"])) if number else ""

    def _columns(self, lines: list[TextLine], values: Values) -> list[Block]:
        """The paragraph; cut where a column break stands in it."""
        made: list[Block] = []
        current: list[TextLine] = []
        for line in lines:
            if line.text == COLUMN_BREAK:
                made += [self._made(current, values), Paragraph([line])]
                current = []
            else:
                current.append(line)
        return [*made, self._made(current, values)]

    def _made(self, lines: list[TextLine], values: Values) -> Paragraph:
        column: Column = "full"
        if values.get("left", 0) / _TWIP > _RIGHT_HALF * self.sheet.text_width:
            column = "right"
        return Paragraph(lines, centered=values.get("jc") == "center", column=column, role=self.role)

    def _box(self, content: Element, drawing: Element) -> list[Block]:
        """A text box or lettering: its own paragraphs, in the half of the page where it floats."""
        if tag(content) == "v:textpath":
            words = attribute(content, "string")
            return (
                [Paragraph([TextLine([(words, PLAIN)], self.pages.number)], role=self.role)] if words else []
            )
        inner = Story(self.styles, self.numbering, self.pages, self.sheet, self.role)
        blocks = inner.read(content)
        side = _side(drawing, self.sheet)
        for paragraph in paragraphs(blocks):
            if side != "full":
                paragraph.column = side
        return blocks

    # -- tables ------------------------------------------------------------------------------------------

    def _table(self, element: Element) -> Grid:
        properties = child(element, "w:tblPr")
        ruled = self._borders(properties)
        cells: list[GridCell] = []
        drawn: list[bool] = []
        rows = [row for row in _inside(element, "w:tr") if child(child(row, "w:trPr"), "w:del") is None]
        width = 0
        for index, row in enumerate(rows):
            first_page = last_page = self.pages.number
            column = number_of(child(child(row, "w:trPr"), "w:gridBefore")) or 0
            for cell in _inside(row, "w:tc"):
                settings = child(cell, "w:tcPr")
                span = min(max(number_of(child(settings, "w:gridSpan")) or 1, 1), 1000)
                if not _goes_on(settings, cells, column):
                    self.pages.number = first_page
                    blocks: list[Block] = []
                    self._into(cell, blocks)
                    last_page = max(last_page, self.pages.number)
                    cells.append(GridCell(index, column, blocks, column_span=span))
                    drawn.append(_is_ruled(settings, ruled))
                column += span
            width = max(width, column)
            self.pages.number = last_page
        widths = [float(number_of(e, "w:w") or 0) for e in children(child(element, "w:tblGrid"), "w:gridCol")]
        return Grid(
            cells, len(rows), width, ruled=2 * sum(drawn) > len(drawn),
            widths=widths if len(widths) == width else (), role=self.role,
        )  # fmt: skip

    def _borders(self, properties: Element | None) -> bool:
        """Whether the table as a whole draws lines: itself, else through its style."""
        own = child(properties, "w:tblBorders")
        if own is not None:
            return sum(map(is_drawn, own)) >= 2
        return bool(self.styles.table_ruled(attribute(child(properties, "w:tblStyle"), "w:val")))


def _put_marker(lines: list[TextLine], at: int, marker: str) -> None:
    """Put an automatic marker before the words of a paragraph; a bullet before nothing is left out."""
    words = any(line.text.strip() for line in lines)
    if words or marker not in ("-", "+"):
        first = next((line for line in lines if line.text.strip()), lines[-1])
        at = min(at, len(first.runs)) if first is lines[0] else 0
        look = first.runs[at][1] if at < len(first.runs) else PLAIN
        first.runs.insert(at, (marker + " ", look))


def _inside(parent: Element, name: str) -> list[Element]:
    """Rows of a table or cells of a row, those in content controls and insertions too."""
    found: list[Element] = []
    for element in parent:
        if tag(element) == name:
            found.append(element)
        elif tag(element) in _THROUGH:
            found += _inside(element, name)
    return found


def _goes_on(settings: Element | None, cells: list[GridCell], column: int) -> bool:
    """Whether a cell continues the one above it or to its left; then that one grows."""
    across = child(settings, "w:hMerge")
    if across is not None and attribute(across, "w:val", "continue") == "continue" and cells:
        cells[-1].column_span += 1
        return True
    down = child(settings, "w:vMerge")
    if down is None or attribute(down, "w:val", "continue") != "continue":
        return False
    above = next((cell for cell in reversed(cells) if cell.column == column), None)
    if above is None:
        return False
    above.row_span += 1
    return True


def _is_ruled(settings: Element | None, table: bool) -> bool:
    """Whether lines are drawn on two sides of a cell or more."""
    sides = [table] * 4
    for border in children(child(settings, "w:tcBorders")):
        if tag(border) in _SIDES:
            sides[_SIDES[tag(border)]] = is_drawn(border)
    return sum(sides) >= 2


def _side(drawing: Element, sheet: Sheet) -> Column:
    """The half of the page in which a drawing floats, `full` where that is not plain."""
    left = width = None
    for element in drawing.iter():
        name = tag(element)
        if name == "wp:positionH":
            align = "".join(t.text or "" for t in element if tag(t) == "wp:align")
            if align in ("left", "right"):
                return "left" if align == "left" else "right"
            offset = next((t.text for t in element if tag(t) == "wp:posOffset"), None)
            inset = 0.0 if attribute(element, "relativeFrom") == "page" else sheet.left
            if offset and offset.lstrip("-").isdigit():
                left = int(offset) / _EMU + inset
        elif name == "wp:extent":
            width = (number_of(element, "cx") or 0) / _EMU
        elif name in ("v:shape", "v:rect", "v:roundrect") and left is None:
            lengths = dict(_LENGTH.findall(attribute(element, "style")))
            if "margin-left" in lengths and "width" in lengths:
                left, width = float(lengths["margin-left"]) + sheet.left, float(lengths["width"])
    if left is None or width is None:
        return "full"
    middle = (left + width / 2) / sheet.width
    return "left" if middle < 0.42 else "right" if middle > 0.55 else "full"
