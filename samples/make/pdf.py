"""Lays a dispatch out as PDF: A4, margins and styles of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from samples.make import fonts
from samples.make.fonts import FAMILY
from samples.make.model import Dispatch, Grid, P, Sample
from samples.make.pdf_parts import BOLD, ITALIC, RED, Foot, Letterhead, Stamped

MARGINS = {"left": 30 * mm, "right": 15 * mm, "top": 20 * mm, "bottom": 20 * mm}
WIDTH = A4[0] - MARGINS["left"] - MARGINS["right"]


def write(sample: Sample, path: Path) -> None:
    """Write the sample's PDF; the same input gives the same bytes."""
    fonts.register()
    dispatch = sample.content
    assert isinstance(dispatch, Dispatch)
    stamped: list[Stamped] = []
    frame = Frame(
        MARGINS["left"],
        MARGINS["bottom"],
        WIDTH,
        A4[1] - MARGINS["top"] - MARGINS["bottom"],
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def begin(canvas: Any, document: Any) -> None:  # noqa: ANN401
        if document.page > 1:
            canvas.setFont(FAMILY, 13)
            canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(document.page))

    def end(canvas: Any, document: Any) -> None:  # noqa: ANN401
        if document.page == 1:
            _overlay(canvas, stamped, sample)

    document = BaseDocTemplate(
        str(path),
        pagesize=A4,
        pageTemplates=[PageTemplate(frames=[frame], onPage=begin, onPageEnd=end)],
        title=sample.name,
        author="dispatch-parser: tài liệu mẫu, nội dung hư cấu",
        subject="Tài liệu mẫu, không có giá trị pháp lý",
        invariant=1,
    )
    document.build(_story(dispatch, sample, stamped))


def _overlay(canvas: Any, stamped: list[Stamped], sample: Sample) -> None:  # noqa: ANN401
    """What is laid over page 1 after it was finished: number, day, signature caption, arrival stamp."""
    for index, item in enumerate(stamped):
        name = f"overlay{index}"
        canvas.beginForm(name)
        canvas.setFont(item.font, item.size)
        canvas.drawString(item.x, item.y, item.text)
        canvas.endForm()
        canvas.doForm(name)
    y = A4[1] - 8 * mm
    for line in sample.look.caption:
        canvas.setFont(FAMILY, 7.5)
        canvas.drawString(A4[0] - 68 * mm, y, line)
        y -= 8.6
    if sample.look.arrival:
        _arrival(canvas, sample.look.arrival)


def _arrival(canvas: Any, lines: tuple[str, ...]) -> None:  # noqa: ANN401
    """The stamp of the office that received the paper (Phụ lục IV): 50 x 35 mm, under the date."""
    x, y, width, height = 130 * mm, A4[1] - 80 * mm, 50 * mm, 35 * mm
    canvas.saveState()
    canvas.setStrokeColorRGB(*RED)
    canvas.setFillColorRGB(*RED)
    canvas.setLineWidth(1)
    canvas.rect(x, y, width, height)
    canvas.line(x, y + height - 15, x + width, y + height - 15)
    canvas.line(x + 16 * mm, y, x + 16 * mm, y + height - 15)
    canvas.setFont(BOLD, 8.5)
    canvas.drawCentredString(x + width / 2, y + height - 11, lines[0])
    canvas.setFont(BOLD, 14)
    canvas.drawCentredString(x + 8 * mm, y + (height - 15) / 2 - 5, lines[1])
    canvas.setFont(FAMILY, 10)
    step = (height - 15) / len(lines[2:])
    for index, line in enumerate(lines[2:]):
        canvas.drawString(x + 17.5 * mm, y + height - 15 - step * (index + 0.65), line)
    canvas.restoreState()


def _style(name: str, size: float, **more: Any) -> ParagraphStyle:  # noqa: ANN401
    values = {"fontName": FAMILY, "fontSize": size, "leading": size * 1.22, "alignment": TA_JUSTIFY}
    return ParagraphStyle(name, **{**values, **more})


def _markup(text: str) -> str:
    return text.replace("&", "&amp;")


def _story(d: Dispatch, sample: Sample, stamped: list[Stamped]) -> list[Flowable]:
    size = sample.look.size
    story: list[Flowable] = [Letterhead(d, sample.look, stamped), Spacer(1, 10)]
    story += _title(d, size)
    story += _addressees(d, size)
    blocks = [_block(block, size) for block in d.body]
    for heading, below in pairwise(blocks):
        if isinstance(below, Table):
            heading.keepWithNext = 0  # a table may begin on this page and go on over the next
    story += blocks[:-1]
    story.append(KeepTogether([blocks[-1], Spacer(1, 6), Foot(d, sample.look)]))
    return story


def _rule(length: float) -> HRFlowable:
    return HRFlowable(width=length, thickness=0.7, color="black", spaceBefore=5, spaceAfter=12)


def _title(d: Dispatch, size: float) -> list[Flowable]:
    if not d.title:
        return []
    centre = _style("title", size, fontName=BOLD, alignment=TA_CENTER)
    story: list[Flowable] = [Paragraph(d.title, centre)]
    story += [Paragraph(_markup(line), centre) for line in d.title_subject]
    story.append(_rule(stringWidth(d.title_subject[-1], BOLD, size) * 0.4))
    if d.authority:
        story += [Paragraph(d.authority, centre), Spacer(1, 10)]
    return story


def _addressees(d: Dispatch, size: float) -> list[Flowable]:
    if not d.addressees:
        return []
    if len(d.addressees) == 1:
        line = Paragraph(f"{d.call} {_markup(d.addressees[0])}", _style("to", size, alignment=TA_CENTER))
        return [Spacer(1, 4), line, Spacer(1, 10)]
    telegram = d.call.endswith("điện:")
    call = _style("call", size, leftIndent=0 if telegram else WIDTH * 0.16)
    if telegram:
        call = _style("call", size, alignment=TA_CENTER, fontName=BOLD)
    entry = _style("entry", size, leftIndent=WIDTH * 0.31, firstLineIndent=-9, rightIndent=WIDTH * 0.05)
    story: list[Flowable] = [Spacer(1, 2), Paragraph(_markup(d.call), call), Spacer(1, 4)]
    return [*story, *(Paragraph("- " + _markup(a), entry) for a in d.addressees), Spacer(1, 12)]


def _block(block: P | Grid, size: float) -> Flowable:
    if isinstance(block, Grid):
        return _grid(block)
    styles = {
        "body": _style("body", size, firstLineIndent=10 * mm, spaceAfter=6),
        "dash": _style("dash", size, firstLineIndent=10 * mm, spaceAfter=6),
        "heading": _style("head", size, firstLineIndent=10 * mm, spaceAfter=6, fontName=BOLD, keepWithNext=1),
        "ground": _style("ground", size, firstLineIndent=10 * mm, spaceAfter=5, fontName=ITALIC),
        "centre": _style("centre", size, alignment=TA_CENTER, spaceAfter=6),
        "title": _style("title", size, alignment=TA_CENTER, fontName=BOLD, spaceBefore=4, spaceAfter=8),
        "note": _style("note", size, alignment=TA_CENTER, fontName=ITALIC, spaceAfter=6),
    }
    return Paragraph(_markup(block.text), styles[block.style])


def _grid(grid: Grid) -> Table:
    """A ruled table; `^` merges with the cell above, a row of two cells runs over all columns."""
    cell = _style("cell", grid.size, alignment=0)
    middle = _style("middle", grid.size, alignment=TA_CENTER)
    strong = _style("strong", grid.size, alignment=TA_CENTER, fontName=BOLD)
    section = _style("section", grid.size, alignment=0, fontName=BOLD)
    columns = len(grid.header)
    data: list[list[Any]] = [[Paragraph(text, strong) for text in grid.header]]
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.6, "black"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]
    for index, row in enumerate(grid.rows, start=1):
        if len(row) == 2:
            data.append(
                [Paragraph(row[0], strong), Paragraph(_markup(row[1]), section)] + [""] * (columns - 2)
            )
            commands += [("SPAN", (1, index), (-1, index)), ("NOSPLIT", (0, index), (-1, index + 1))]
            continue
        data.append([_cell(text, cell, middle, column) for column, text in enumerate(row)])
        for column, text in enumerate(row):
            if text == "^":
                top = index - next(n for n in range(1, index) if grid.rows[index - 1 - n][column] != "^")
                commands += [("SPAN", (column, top), (column, index)), ("NOSPLIT", (0, top), (-1, index))]
    total = sum(grid.widths)
    widths = [WIDTH * w / total for w in grid.widths]
    return Table(
        data, colWidths=widths, repeatRows=1, style=TableStyle(commands), spaceBefore=4, spaceAfter=10
    )


def _cell(text: str, cell: ParagraphStyle, middle: ParagraphStyle, column: int) -> Any:  # noqa: ANN401
    if text == "^":
        return ""
    return Paragraph(_markup(text), middle if column == 0 else cell)
