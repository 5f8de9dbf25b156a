"""Ruled tables of PDF pages, and the same cells as pdfplumber finds."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_builder import Paper

from dispatch_parser.document import Box, Document, Table
from dispatch_parser.readers import pdf_grid
from dispatch_parser.readers.pdf import read_pdf

LEAD = "Danh muc nhiem vu va don vi chu tri thuc hien trong nam"


def read(paper: Paper) -> Document:
    return read_pdf(paper.save(), name="table.pdf")


def cells(document: Document, table: Table) -> list[tuple[int, int, int, int, list[str]]]:
    return [
        (c.row, c.column, c.row_span, c.column_span, [document.line_text(document.lines[i]) for i in c.lines])
        for c in table.cells
    ]


def test_cells_in_row_major_order_between_the_lines_above_and_below() -> None:
    paper = Paper().text(70, 80, LEAD).grid([70, 110, 300, 500], [100, 130, 180])
    paper.text(75, 118, "TT").text(115, 118, "Nhiem vu").text(305, 118, "Don vi")
    paper.text(75, 145, "1").lines(115, 145, ["Lap ke hoach", "kiem tra nam"]).text(305, 145, "Phong Tai chinh")
    document = read(paper.text(70, 210, "Noi dung duoi bang."))
    assert [document.line_text(line) for line in document.lines] == [
        LEAD, "TT", "Nhiem vu", "Don vi", "1", "Lap ke hoach", "kiem tra nam", "Phong Tai chinh",
        "Noi dung duoi bang.",
    ]  # fmt: skip
    assert [line.role for line in document.lines] == ["flow", *["cell"] * 7, "flow"]
    (table,) = document.tables
    assert (table.page, table.rows, table.columns) == (1, 2, 3)
    assert cells(document, table)[3:] == [
        (1, 0, 1, 1, ["1"]),
        (1, 1, 1, 1, ["Lap ke hoach", "kiem tra nam"]),
        (1, 2, 1, 1, ["Phong Tai chinh"]),
    ]


def test_merged_cells_appear_once_with_spans() -> None:
    paper = Paper().text(70, 60, LEAD)
    for x, top in ((70, 100), (200, 100), (300, 130), (400, 100)):
        paper.rule(x, top, x, 190)
    for y, left in ((100, 70), (130, 200), (160, 70), (190, 70)):
        paper.rule(left, y, 400, y)
    paper.text(80, 135, "Don vi").text(230, 120, "Ket qua").text(210, 150, "Dat").text(310, 150, "Chua dat")
    paper.text(80, 180, "Phong A").text(210, 180, "3").text(310, 180, "1")
    document = read(paper)
    (table,) = document.tables
    assert (table.rows, table.columns) == (3, 3)
    assert cells(document, table)[:2] == [(0, 0, 2, 1, ["Don vi"]), (0, 1, 1, 2, ["Ket qua"])]
    assert len(table.cells) == 7


def test_a_table_that_goes_on_is_a_second_table_of_the_same_columns() -> None:
    paper = Paper().text(70, 700, LEAD)
    for k, ys in enumerate(([720, 750, 780], [60, 90])):
        paper.grid([70, 200, 500], list(map(float, ys)))
        for row in range(len(ys) - 1):
            paper.text(80, ys[row] + 20, f"Viec {k}{row}").text(210, ys[row] + 20, "Phong A")
        if k == 0:
            paper.page().text(70, 150, LEAD)
    document = read(paper)
    assert [(t.page, t.rows, t.columns) for t in document.tables] == [(1, 2, 2), (2, 1, 2)]
    assert cells(document, document.tables[1]) == [(0, 0, 1, 1, ["Viec 10"]), (0, 1, 1, 1, ["Phong A"])]


NO_TABLES = {
    "a page frame": lambda p: p.grid([40, 555], [40, 800]),
    "a boxed paragraph": lambda p: p.grid([60, 500], [90, 140]),
    "boxes below each other": lambda p: p.grid([60, 500], [90, 140, 190]),
    "the rules of a letterhead": lambda p: p.rule(100, 90, 180, 90).rule(340, 90, 480, 90),
    "underlined words": lambda p: p.rule(70, 112, 200, 112).rule(70, 130, 260, 130),
    "an empty grid": lambda p: p.grid([300, 350, 400], [500, 520, 540]),
}


@pytest.mark.parametrize("draw", NO_TABLES.values(), ids=NO_TABLES)
def test_no_tables(draw) -> None:
    paper = Paper().lines(70, 110, [LEAD, LEAD])
    draw(paper)
    document = read(paper)
    assert document.tables == []
    assert document.text == f"{LEAD}\n{LEAD}"


def test_white_lines_and_shading_are_no_rules() -> None:
    paper = Paper().lines(70, 110, [LEAD, LEAD])
    paper.canvas.setStrokeGray(1)
    paper.grid([60, 200, 500], [90, 120, 150])
    paper.canvas.setFillGray(0.9)
    for y in (300, 320, 340):
        paper.canvas.rect(60, paper.height - y, 200, 18, stroke=0, fill=1)
        paper.canvas.rect(260, paper.height - y, 200, 18, stroke=0, fill=1)
    assert read(paper).tables == []


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (30, 20, 540, 560)])
def test_tables_of_turned_and_cropped_pages(angle: int, crop: tuple[int, int, int, int] | None) -> None:
    paper = Paper(size=(600, 600)).display_turned(angle)
    paper.text(120, 190, LEAD).grid([120, 200, 300], [200, 220, 240])
    paper.text(125, 215, "A1").text(205, 215, "B1").text(125, 235, "A2").text(205, 235, "B2")
    if crop:
        paper.canvas.setCropBox(crop)
    document = read(paper)
    (table,) = document.tables
    assert [words for *_, words in cells(document, table)] == [["A1"], ["B1"], ["A2"], ["B2"]]
    assert table.box is not None
    for line in document.lines:
        if line.role == "cell":
            assert line.box is not None
            assert table.box.x0 < line.box.x0 < line.box.x1 < table.box.x1
            assert table.box.top - 2 < line.box.top < line.box.bottom < table.box.bottom + 2


def test_a_page_written_sideways_keeps_its_table() -> None:
    paper = Paper()
    canvas = paper.canvas
    canvas.transform(0, 1, -1, 0, paper.width, 0)  # a landscape annex drawn on a portrait page
    paper.height = paper.width
    paper.text(70, 80, LEAD).grid([70, 200, 400], [100, 130, 160])
    paper.text(80, 120, "Viec").text(210, 120, "Don vi").text(80, 150, "Kiem tra").text(210, 150, "Phong A")
    document = read(paper)
    (table,) = document.tables
    assert [words for *_, words in cells(document, table)] == [["Viec"], ["Don vi"], ["Kiem tra"], ["Phong A"]]
    assert table.box is not None
    assert table.box.height > table.box.width  # as displayed


GRIDS = {
    "plain": lambda p: p.grid([70, 200, 330, 500], [100, 130, 160, 220]),
    "merged": lambda p: p.grid([70, 200, 330], [100, 130]).grid([70, 330], [130, 160]).grid([70, 200, 330], [160, 190]),
    "two tables": lambda p: p.grid([70, 200, 330], [100, 130, 160]).grid([90, 250, 400], [300, 330, 360]),
    "side by side": lambda p: p.grid([70, 150, 200], [100, 130]).grid([300, 350, 400], [100, 130]),
    "ends that nearly meet": lambda p: p.grid([70, 200], [100, 131.5]).grid([201.5, 330], [101, 130]),
    "drawn as rectangles": lambda p: [
        p.canvas.rect(x, p.height - y, 100, 30) for x in (70, 170, 270) for y in (130, 160, 190)
    ],
}


@pytest.mark.parametrize("draw", GRIDS.values(), ids=GRIDS)
def test_same_cells_as_pdfplumber(draw) -> None:
    from dispatch_parser.readers import pdf_handles
    from dispatch_parser.readers.pdf_chars import frame_of
    from dispatch_parser.readers.pdf_objects import read_drawing

    paper = Paper()
    draw(paper)
    data = paper.save()
    with pdf_handles.LOCK, pdf_handles.open_document(data, "a") as file, pdf_handles.open_page(file, 0) as page:
        drawing = read_drawing(page, frame_of(page))
    ours = [sorted(map(corners, group)) for group in pdf_grid.cells(drawing.horizontal, drawing.vertical)]
    with pdfplumber.open(io.BytesIO(data)) as file:
        theirs = [sorted(corners(Box(*cell)) for cell in table.cells) for table in file.pages[0].find_tables()]
    assert len(ours) == len(theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert [pytest.approx(cell, abs=1) for cell in other] == mine


def corners(box: Box) -> tuple[float, float, float, float]:
    return (box.x0, box.top, box.x1, box.bottom)


positions = st.lists(st.integers(0, 40), min_size=2, max_size=8, unique=True).map(
    lambda marks: sorted(20.0 * m for m in marks)
)


@settings(deadline=None, max_examples=60)
@given(xs=positions, ys=positions)
def test_a_full_grid_gives_every_cell_once(xs: list[float], ys: list[float]) -> None:
    across = [Box(xs[0], y, xs[-1], y) for y in ys]
    down = [Box(x, ys[0], x, ys[-1]) for x in xs]
    found = [corners(cell) for group in pdf_grid.cells(across, down) for cell in group]
    wanted = [
        (xs[i], ys[j], xs[i + 1], ys[j + 1]) for j in range(len(ys) - 1) for i in range(len(xs) - 1)
    ]
    assert sorted(found) == (sorted(wanted) if len(wanted) > 1 else [])


@settings(deadline=None, max_examples=60)
@given(
    lines=st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(1, 12), st.booleans()), max_size=40
    )
)
def test_any_lines_give_cells_that_do_not_overlap_their_tables(lines: list[tuple[int, int, int, bool]]) -> None:
    across = [Box(9.0 * a, 9.0 * b, 9.0 * (a + n), 9.0 * b) for a, b, n, flat in lines if flat]
    down = [Box(9.0 * a, 9.0 * b, 9.0 * a, 9.0 * (b + n)) for a, b, n, flat in lines if not flat]
    for group in pdf_grid.cells(across, down):
        assert len(group) > 1
        assert len({corners(cell) for cell in group}) == len(group)
        assert all(cell.x0 < cell.x1 and cell.top < cell.bottom for cell in group)
