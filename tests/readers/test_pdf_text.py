"""What is drawn on a PDF page, and the lines that are read from it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_builder import Paper, read_lines

from dispatch_parser.readers.pdf import read_pdf


def letter_by_letter(paper: Paper) -> None:
    x = 70.0
    for letter in "TUNG CHU MOT":
        paper.text(x, 110, letter)
        x += paper.canvas.stringWidth(letter, "Helvetica", 13)


def after(paper: Paper, words: str, x: float = 70, size: float = 13) -> float:
    return x + paper.canvas.stringWidth(words, "Helvetica", size)


def marked(words: str, mark: str, rest: str = "", rise: float = 5, size: float = 8) -> Callable[[Paper], None]:
    """Words, a raised small mark right behind them, and more words."""

    def draw(paper: Paper) -> None:
        paper.text(70, 110, words)
        paper.text(after(paper, words), 110 - rise, mark, size)
        if rest:
            paper.text(after(paper, words) + 12, 110, rest)

    return draw


CASES: list[tuple[str, Callable[[Paper], object], list[str]]] = [
    ("a plain line", lambda p: p.text(70, 110, "mot hai ba"), ["mot hai ba"]),
    ("letters drawn one by one", letter_by_letter, ["TUNG CHU MOT"]),
    ("words drawn apart without spaces", lambda p: p.text(70, 110, "mot").text(96, 110, "hai"), ["mot hai"]),
    ("words drawn in the wrong order", lambda p: p.text(96, 110, "hai").text(70, 110, "mot"), ["mot hai"]),
    ("lines drawn from the bottom up", lambda p: p.text(70, 130, "hai").text(70, 110, "mot"), ["mot", "hai"]),
    ("bold by printing twice", lambda p: p.text(70, 110, "IN DAM").text(70.4, 110, "IN DAM"), ["IN DAM"]),
    ("capitals spaced by the font", lambda p: p.text(70, 110, "QUYET DINH", spacing=6), ["QUYET DINH"]),
    ("capitals spaced by blanks", lambda p: p.text(70, 110, "Q U Y E T   D I N H"), ["QUYET DINH"]),
    ("an enumeration of letters keeps its blanks", lambda p: p.text(70, 110, "A, B, C, D"), ["A, B, C, D"]),
    ("a footnote mark", marked("105/2025/ND-CP", "2", "ngay 15"), ["105/2025/ND-CP ngay 15"]),
    ("a footnote mark at the end", marked("theo quy dinh", "12"), ["theo quy dinh"]),
    ("a star", marked("Nguyen Van A", "*"), ["Nguyen Van A"]),
    ("a mark of a web page, hardly smaller", marked("12/KH-UBND", "1", "ngay 15", rise=5, size=11), ["12/KH-UBND ngay 15"]),
    ("square metres", marked("dien tich 25 m", "2"), ["dien tich 25 m2"]),
    ("a lowered index of a formula", marked("khi CO", "2", rise=-2), ["khi CO2"]),
    ("an indent is no word", lambda p: p.text(70, 110, "    mot"), ["mot"]),
    ("hidden words on a digital page", lambda p: p.text(70, 90, "an", mode=3).text(70, 110, "hien"), ["hien"]),
    ("words off the page", lambda p: p.text(-300, 110, "ngoai").text(70, 110, "trong"), ["trong"]),
    ("nothing", lambda p: p.rule(10, 10, 20, 10), []),
]


@pytest.mark.parametrize(("draw", "lines"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_lines(draw: Callable[[Paper], object], lines: list[str]) -> None:
    paper = Paper()
    draw(paper)
    assert read_lines(paper) == lines


STAMPED: list[tuple[str, str, list[tuple[float, float, str]], str]] = [
    ("a number in its blank", "So:                /UBND-NC", [(95, 110, "7432")], "So: 7432/UBND-NC"),
    ("a number a little too high", "So:                /UBND-NC", [(95, 107, "7432")], "So: 7432/UBND-NC"),
    ("a number a little too low", "So:                /UBND-NC", [(95, 113, "7432")], "So: 7432/UBND-NC"),
    ("a number on dots", "So: ............./UBND-NC", [(98, 109, "7432")], "So: 7432/UBND-NC"),
    (
        "day and month of a dateline",
        "Ha Noi, ngay      thang      nam 2026",
        [(150, 108, "21"), (210, 112, "7")],
        "Ha Noi, ngay 21 thang 7 nam 2026",
    ),
    ("a small number, raised", "So:            /UBND-NC", [(92, 107, "74")], "So: 74/UBND-NC"),
    ("a month printed over another", "ngay 15 thang 4 nam 2026", [(154, 107, "5")], "ngay 15 thang 5 nam 2026"),
]


@pytest.mark.parametrize(
    ("words", "stamps", "line"), [case[1:] for case in STAMPED], ids=[case[0] for case in STAMPED]
)
def test_what_is_stamped_stands_in_its_line(words: str, stamps: list[tuple[float, float, str]], line: str) -> None:
    paper = Paper().text(70, 110, words)
    for x, y, digits in stamps:
        paper.stamped(x, y, digits, width=8 * len(digits))
    assert read_lines(paper) == [line]


def test_stamps_drawn_into_the_page_itself() -> None:
    paper = Paper().text(70, 110, "So:                /UBND-NC").text(70, 140, "noi dung").text(98, 108, "7432")
    assert read_lines(paper)[0] == "So: 7432/UBND-NC"


def test_a_small_number_drawn_later_is_no_footnote_mark() -> None:
    paper = Paper().text(70, 110, "ngay       thang 5").text(70, 140, "noi dung").text(103, 106, "15", 9)
    assert read_lines(paper)[0] == "ngay 15 thang 5"


def test_edges_box_every_character() -> None:
    document = read_pdf(Paper().text(70, 110, "So: 12/KH-SYT").save(), name="a.pdf")
    (line,) = document.lines
    assert line.edges is not None
    assert len(line.edges) == line.end - line.start + 1
    assert list(line.edges) == sorted(line.edges)
    at = document.text.index("12")
    box = line.box_of(at, at + 2)
    assert box is not None
    assert box.width == pytest.approx(2 * 0.556 * 13, abs=0.5)  # two digits of Helvetica
    assert box.top < 110 - 0.7 * 13 < 110 < box.bottom


def test_style_of_a_line() -> None:
    paper = Paper().text(70, 110, "dam", 14, "Helvetica-Bold").text(70, 140, "nghieng", 12, "Helvetica-Oblique")
    bold, italic = read_pdf(paper.save(), name="a.pdf").lines
    assert (bold.bold, bold.italic, bold.size, bold.font) == (True, False, 14, "Helvetica-Bold")
    assert (italic.bold, italic.italic, italic.size) == (False, True, 12)


def test_text_holds_the_lines_in_order_and_nothing_else() -> None:
    document = read_pdf(Paper().lines(70, 80, ["mot", "hai", "ba"]).page().text(70, 80, "bon").save(), name="a")
    assert document.text == "mot\nhai\nba\nbon"
    assert [document.text[line.start : line.end] for line in document.lines] == ["mot", "hai", "ba", "bon"]
    assert [line.page for line in document.lines] == [1, 1, 1, 2]
    assert all(line.ends_paragraph is None for line in document.lines)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_displayed(angle: int) -> None:
    paper = Paper(size=(842, 595) if angle % 180 else (595, 842))
    paper.display_turned(angle)
    paper.text(70, 80, "dong mot").text(70, 100, "dong hai")
    document = read_pdf(paper.save(), name="a.pdf")
    page = document.pages[0]
    assert (round(page.width), round(page.height)) == (round(paper.width), round(paper.height))
    assert [document.line_text(line) for line in document.lines] == ["dong mot", "dong hai"]
    box = document.lines[0].box
    assert box is not None
    assert (box.x0, box.bottom) == (pytest.approx(70, abs=1), pytest.approx(80 + 0.22 * 13, abs=1))


def test_words_written_up_the_page_are_read_with_their_boxes_upright() -> None:
    paper = Paper()
    for k in range(3):
        paper.turned(100 + 20 * k, 600, f"dong thu {k}", 90)
    document = read_pdf(paper.save(), name="a.pdf")
    assert [document.line_text(line) for line in document.lines] == ["dong thu 0", "dong thu 1", "dong thu 2"]
    box = document.lines[0].box
    assert box is not None
    assert box.height > box.width
    assert box.bottom == pytest.approx(600, abs=1)
    assert document.lines[0].edges is None


def test_a_crop_box_moves_the_origin_and_hides_what_is_outside() -> None:
    paper = Paper().text(170, 180, "thay").text(170, 60, "khong thay")
    paper.canvas.setCropBox((100, 100, 500, 742))
    document = read_pdf(paper.save(), name="a.pdf")
    assert (document.pages[0].width, document.pages[0].height) == (400, 642)
    assert document.text == "thay"
    box = document.lines[0].box
    assert box is not None
    assert box.x0 == pytest.approx(70, abs=0.5)
    assert box.bottom == pytest.approx(180 - (paper.height - 742) + 0.22 * 13, abs=0.5)
