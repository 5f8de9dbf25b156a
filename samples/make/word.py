"""Lays a dispatch out as a Word file: A4, margins and styles of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from samples.make import word_parts as parts
from samples.make.model import Annex, Dispatch, Grid, P, Sample

BLANK = " " * 8
DAY_BLANK = " " * 6
STAMP_TIME = (2026, 1, 1, 0, 0, 0)


def write(sample: Sample, path: Path) -> None:
    """Write the sample's DOCX; the same input gives the same bytes."""
    Writer(sample).save(path)


def paragraphs(lines: tuple[tuple[str, bool], ...], name: str) -> bytes:
    """A bare Word file of `(text, is it a bold centred line)`."""
    file = docx.Document()
    _core(file, name)
    file.styles["Normal"].font.name = parts.FONT
    for text, strong in lines:
        paragraph = file.add_paragraph()
        paragraph.alignment = ALIGN.CENTER if strong else ALIGN.LEFT
        parts.add_words(paragraph, text, 13, bold=strong)
    buffer = io.BytesIO()
    file.save(buffer)
    return _fixed_times(buffer.getvalue())


class Writer:
    """Writes one dispatch from the top of the page to the foot, then its annexes."""

    def __init__(self, sample: Sample) -> None:
        assert isinstance(sample.content, Dispatch)
        self.d, self.look, self.name = sample.content, sample.look, sample.name
        self.size = sample.look.size
        self.file = docx.Document()
        self.shapes = 0
        self.list_id = ""

    def save(self, path: Path) -> None:
        """Build and write, with fixed times inside."""
        self._setup()
        (self._letterhead_tabs if self.look.letterhead == "tabs" else self._letterhead_table)()
        self._title()
        self._addressees()
        for block in self.d.body:
            self._block(block)
        self._foot()
        for annex in self.d.annexes:
            self._annex(annex)
        buffer = io.BytesIO()
        self.file.save(buffer)
        path.write_bytes(_fixed_times(buffer.getvalue()))

    # The page

    def _setup(self) -> None:
        section = self.file.sections[0]
        _page(section)
        section.different_first_page_header_footer = True
        header = section.header.paragraphs[0]
        header.alignment = ALIGN.CENTER
        parts.add_page_number(header)
        normal = self.file.styles["Normal"]
        normal.font.name = parts.FONT
        normal.font.size = Pt(self.size)
        for script in ("w:eastAsia", "w:cs"):
            normal.element.rPr.rFonts.set(qn(script), parts.FONT)
        normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
        _core(self.file, self.name)

    def _line(self, place: Any, text: str, size: float | None = None, **format: Any) -> Any:  # noqa: ANN401
        """Add a paragraph to a cell, a document or (an empty cell) its first paragraph."""
        there = place.paragraphs if hasattr(place, "_tc") else []
        empty = len(there) == 1 and not len(there[0]._p)
        paragraph = there[0] if empty else place.add_paragraph()
        paragraph.alignment = format.pop("align", ALIGN.CENTER)
        bold, italic = format.pop("bold", False), format.pop("italic", False)
        for key, value in format.items():
            setattr(paragraph.paragraph_format, key, value)
        parts.add_words(paragraph, text, size or self.size, bold=bold, italic=italic)
        return paragraph

    def _rule(self, paragraph: Any, width: float, below: float = 18, relative: str = "column") -> None:  # noqa: ANN401
        self.shapes += 1
        parts.add_line(paragraph, self.shapes, width, below, relative)

    def _box(self, paragraph: Any, text: str, x: float, y: float, colour: str) -> None:  # noqa: ANN401
        self.shapes += 1
        parts.add_text_box(paragraph, self.shapes, text, x, y, 11 * len(text) + 16, colour)

    # The head

    def _number(self) -> str:
        before, after = self.d.number_line
        return before + (self.d.number or BLANK) + after

    def _date(self) -> str:
        return f"{self.d.place}, ngày {self.d.day or DAY_BLANK} {self.d.month}"

    def _letterhead_table(self) -> None:
        """Two rows, two columns, no lines: as most Word users lay it out."""
        d = self.d
        table = self.file.add_table(rows=2, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        _widths(table, (Cm(6.6), Cm(10.4)))
        left, right = table.rows[0].cells
        for text in d.parent:
            self._line(left, text, 13)
        for text in d.issuer:
            last = self._line(left, text, 13, bold=True)
        self._rule(last, 60)
        self._line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12.5, bold=True)
        self._rule(self._line(right, "Độc lập - Tự do - Hạnh phúc", 13.5, bold=True), 166)
        left, right = table.rows[1].cells
        self._line(left, self._number(), 13, space_before=Pt(8))
        if d.subject:
            self._line(left, d.subject, 12, space_before=Pt(6))
        self._line(right, self._date(), 13, italic=True, space_before=Pt(8))
        after = self.file.add_paragraph()
        self._marks(after)

    def _letterhead_tabs(self) -> None:
        """The same cells set with two centred tab stops, as some offices type it."""
        d = self.d
        rows = [(f"{text}", False) for text in d.parent] + [(text, True) for text in d.issuer]
        right = ["<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>", "<b><u>Độc lập - Tự do - Hạnh phúc</u></b>"]
        for index in range(max(len(rows), 2)):
            text, bold = rows[index] if index < len(rows) else ("", False)
            words = f"\t<b>{text}</b>" if bold else f"\t{text}"
            self._tabbed(f"{words}\t{right[index] if index < 2 else ''}", 12.5)
        self._tabbed("\t" + "_" * 9, 8)
        self._tabbed(f"\t{self._number()}\t<i>{self._date()}</i>", 13)
        self._marks(self.file.add_paragraph())

    def _tabbed(self, text: str, size: float) -> None:
        paragraph = self._line(self.file, text, size, align=ALIGN.LEFT)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(3.1), TAB.CENTER)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(11.6), TAB.CENTER)

    def _marks(self, paragraph: Any) -> None:  # noqa: ANN401
        """Stamps of urgency and secrecy, and the note of a draft, as text boxes."""
        y = 8.0 if self.look.letterhead == "tabs" else 2.0
        for text in filter(None, (self.d.secrecy, self.d.priority)):
            self._box(paragraph, text, 30, y, "C00000")
            y += 30
        if self.look.draft:
            self._box(paragraph, self.look.draft, 330, -6, "000000")
        paragraph.paragraph_format.space_after = Pt(max(y - 8, 2))

    def _title(self) -> None:
        d = self.d
        if not d.title:
            return
        self._line(self.file, d.title, self.size, bold=True, space_before=Pt(6))
        for text in d.title_subject:
            last = self._line(self.file, text, self.size, bold=True)
        self._rule(last, 110, self.size + 8)
        last.paragraph_format.space_after = Pt(16)

    def _addressees(self) -> None:
        d = self.d
        if not d.addressees:
            return
        if len(d.addressees) == 1:
            self._line(self.file, f"{d.call} {d.addressees[0]}", space_before=Pt(6), space_after=Pt(12))
            return
        self._line(self.file, d.call, align=ALIGN.LEFT, left_indent=Cm(3.2), space_before=Pt(4))
        for text in d.addressees:
            last = self._line(
                self.file, f"- {text}", align=ALIGN.LEFT, left_indent=Cm(5.4), first_line_indent=Cm(-0.3)
            )
        last.paragraph_format.space_after = Pt(12)

    # The body

    def _block(self, block: P | Grid, place: Any = None) -> None:  # noqa: ANN401
        if isinstance(block, Grid):
            self._grid(block)
            return
        format: dict[str, Any] = {"align": ALIGN.JUSTIFY, "first_line_indent": Cm(1), "space_after": Pt(6)}
        if block.style in ("centre", "title", "note"):
            format = {"align": ALIGN.CENTER, "space_before": Pt(4), "space_after": Pt(6)}
        format["bold"] = block.style in ("heading", "title")
        format["italic"] = block.style in ("ground", "note")
        if block.style == "heading":
            format["keep_with_next"] = True
        paragraph = self._line(self.file, block.text, line_spacing=1.08, **format)
        if block.style == "bullet":
            self.list_id = self.list_id or parts.dash_list(self.file)
            paragraph.paragraph_format.first_line_indent = None
            parts.as_bullet(paragraph, self.list_id)

    def _grid(self, grid: Grid) -> None:
        columns = len(grid.header)
        table = self.file.add_table(rows=1 + len(grid.rows), cols=columns)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        parts.rules(table)
        section: Any = self.file.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        total = sum(grid.widths)
        _widths(table, tuple(int(room * w / total) for w in grid.widths))
        parts.repeat_header(table.rows[0])
        for cell, text in zip(table.rows[0].cells, grid.header, strict=True):
            cell.vertical_alignment = 1
            self._line(cell, text, grid.size, bold=True)
        for index, row in enumerate(grid.rows, start=1):
            self._row(table, index, row, grid)
        self.file.add_paragraph()

    def _row(self, table: Any, index: int, row: tuple[str, ...], grid: Grid) -> None:  # noqa: ANN401
        if len(row) == 2:
            self._line(table.cell(index, 0), row[0], grid.size, bold=True)
            merged = table.cell(index, 1).merge(table.cell(index, len(grid.header) - 1))
            self._line(merged, row[1], grid.size, bold=True, align=ALIGN.LEFT)
            return
        for column, text in enumerate(row):
            if text == "^":
                above = index - 1
                table.cell(above, column).merge(table.cell(index, column))
                continue
            cell = table.cell(index, column)
            cell.vertical_alignment = 1
            align = ALIGN.CENTER if column == 0 else ALIGN.LEFT
            for part in text.split("\n"):
                self._line(cell, part, grid.size, align=align, space_before=Pt(2), space_after=Pt(2))

    # The foot

    def _foot(self) -> None:
        d = self.d
        self.file.add_paragraph().paragraph_format.line_spacing = Pt(6)
        table = self.file.add_table(rows=1, cols=2)
        _widths(table, (Cm(8.2), Cm(8.3)))
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {parts.NAMESPACES}/>"))
        left, right = table.rows[0].cells
        self._line(left, "<b><i>Nơi nhận:</i></b>", 12, align=ALIGN.LEFT)
        for text in d.recipients:
            self._line(left, text, 11, align=ALIGN.LEFT)
        for text in d.foot:
            self._line(right, text, 13.5, bold=True)
        for _ in range(4):
            self._line(right, "", 13.5)
        self._line(right, d.signer, 13.5, bold=True)

    def _annex(self, annex: Annex) -> None:
        section = self.file.add_section(WD_SECTION.NEW_PAGE)
        _page(section, landscape=annex.landscape)
        restart = parse_xml(f'<w:pgNumType {parts.NAMESPACES} w:start="1"/>')
        section._sectPr.find(qn("w:cols")).addprevious(restart)
        self._line(self.file, annex.number, self.size, bold=True)
        self._line(self.file, annex.title, self.size, bold=True)
        self._line(self.file, annex.bracket, self.size, italic=True, space_after=Pt(12))
        for block in annex.body:
            self._block(block)


def _core(file: Any, name: str) -> None:  # noqa: ANN401
    core = file.core_properties
    core.author = core.last_modified_by = "dispatch-parser: tài liệu mẫu, nội dung hư cấu"
    core.title, core.subject, core.comments = name, "Tài liệu mẫu, không có giá trị pháp lý", ""
    core.created = core.modified = dt.datetime(*STAMP_TIME)
    core.revision = 1


def _page(section: Any, *, landscape: bool = False) -> None:  # noqa: ANN401
    width, height = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(10)


def _widths(table: Any, widths: tuple[int, ...]) -> None:  # noqa: ANN401
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _fixed_times(data: bytes) -> bytes:
    """The same archive with fixed times, and without the template's preview picture."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info.filename)
            if info.filename == "docProps/thumbnail.jpeg":
                continue
            if info.filename == "_rels/.rels":
                content = _without_thumbnail(content)
            entry = zipfile.ZipInfo(info.filename, date_time=STAMP_TIME)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, content)
    return buffer.getvalue()


def _without_thumbnail(content: bytes) -> bytes:
    from lxml import etree

    root = etree.fromstring(content)
    for relationship in list(root):
        if relationship.get("Target", "").endswith("thumbnail.jpeg"):
            root.remove(relationship)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
