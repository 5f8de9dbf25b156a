"""What is told apart from the text of a page: numbers, running lines, footnotes, stamps and captions."""

from __future__ import annotations

import pytest
from pdf_builder import Paper

from dispatch_parser.document import Document
from dispatch_parser.readers.pdf import read_pdf
from dispatch_parser.readers.pdf_chars import Piece, Style
from dispatch_parser.readers.pdf_fonts import Face
from dispatch_parser.readers.pdf_roles import split_captions

BODY = [
    "Thuc hien ke hoach cong tac nam, don vi to chuc trien khai cac noi dung duoi",
    "day va bao cao ket qua truoc ngay 15 hang thang de tong hop, theo doi chung",
    "theo dung quy dinh hien hanh ve che do bao cao cua co quan hanh chinh.",
]


def by_role(paper: Paper) -> dict[str, list[str]]:
    return roles_of(read_pdf(paper.save(), name="a.pdf"))


def roles_of(document: Document) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in document.lines:
        found.setdefault(line.role, []).append(document.line_text(line))
    return found


@pytest.mark.parametrize("number", ["2", "- 2 -", "2/4", "Trang 2", "Page 2 of 4", "12"])
@pytest.mark.parametrize(("y", "role"), [(35, "header"), (815, "footer")])
@pytest.mark.parametrize("x", [90, 297, 500])
def test_page_numbers(number: str, y: float, role: str, x: float) -> None:
    assert by_role(Paper().lines(70, 100, BODY).centered(x, y, number)) == {"flow": BODY, role: [number]}


@pytest.mark.parametrize(
    ("y", "words"),
    [(300, "2"), (35, "2 don vi"), (35, "So 2"), (815, "12/2024"), (35, "nam 2024 va")],
)
def test_no_page_numbers(y: float, words: str) -> None:
    assert "flow" in by_role(Paper().lines(70, 100, BODY).text(297, y, words))
    assert words in by_role(Paper().lines(70, 100, BODY).text(297, y, words))["flow"]


def test_a_page_with_its_number_alone() -> None:
    assert by_role(Paper().text(297, 35, "3")) == {"header": ["3"]}


def test_running_heads_and_feet() -> None:
    paper = Paper()
    for number in (1, 2, 3):
        paper.text(70, 40, "KE HOACH NAM 2024 - SO Y TE").text(70, 810, f"Ban in lan 2, trang {number} cua 3")
        paper.text(70, 75, "UBND TINH A").lines(70, 100, [f"Phan {number}.", *BODY]).page()
    found = by_role(paper)
    assert found["header"] == ["KE HOACH NAM 2024 - SO Y TE"] * 3
    assert len(found["footer"]) == 3
    assert found["flow"].count("UBND TINH A") == 3  # a letterhead repeated on annexes stands in the text area


def test_footnotes_under_their_rule() -> None:
    paper = Paper().lines(70, 100, BODY).rule(70, 700, 214, 700)
    paper.text(70, 711, "1", 6).text(75, 714, "Thong tu so 12/2024/TT-ABC ngay 01/02/2024.", 10)
    paper.text(70, 727, "quy dinh chi tiet mot so dieu.", 10)
    found = by_role(paper.text(297, 40, "2"))
    assert found["flow"] == BODY
    assert found["footnote"] == ["1 Thong tu so 12/2024/TT-ABC ngay 01/02/2024.", "quy dinh chi tiet mot so dieu."]


def test_small_recipients_at_the_foot_are_no_footnotes() -> None:
    paper = Paper().lines(70, 100, [*BODY, *BODY, *BODY])
    paper.text(70, 600, "Noi nhan:", 12).lines(70, 613, ["- Nhu tren;", "- Luu: VT."], 11, 12)
    paper.text(400, 600, "GIAM DOC", 13).text(390, 690, "Nguyen Van A", 13)
    assert "footnote" not in by_role(paper)


def test_a_signature_field_is_a_stamp_behind_the_text() -> None:
    paper = Paper().lines(70, 100, BODY).stamped(350, 60, "Digitally signed by SO A\n01.02.2024 10:00", 180, 40)
    document = read_pdf(paper.save(), name="a.pdf")
    assert roles_of(document)["stamp"] == ["Digitally signed by SO A", "01.02.2024 10:00"]
    assert [line.role for line in document.lines] == ["flow"] * 3 + ["stamp"] * 2


def test_watermarks() -> None:
    paper = Paper().turned(150, 600, "BAN NHAP", 45, 60, 0.8).lines(70, 100, BODY).text(90, 400, "MAU", 70, gray=0.9)
    found = by_role(paper)
    assert found["flow"] == BODY
    assert sorted(" ".join(found["stamp"]).split()) == ["BAN", "MAU", "NHAP"]


def piece(order: int, x: float, y: float, words: str, size: float) -> list[Piece]:
    """The words of a line, drawn one after the other."""
    style = Style(Face("Times", False, False), size, False, False, False, False, 0.0)
    found = []
    for k, word in enumerate(words.split()):
        width = 0.5 * size
        xs = [x + width * i for i in range(len(word))]
        found.append(Piece(word, xs, xs[-1] + width, y, style, order + k, k > 0))
        x = xs[-1] + width + 0.3 * size
    return found


def page_of(*lines: tuple[float, float, str, float]) -> list[Piece]:
    return [p for k, line in enumerate(lines) for p in piece(100 * k, *line)]


PROSE = [(70.0, 300.0 + 20 * k, "Căn cứ chức năng, nhiệm vụ được giao, cơ quan thực hiện như sau", 14.0) for k in range(8)]

CAPTIONS = {
    "the office's seal": [
        (400.0, 40.0, "Ký bởi: Sở Nội vụ", 8.0),
        (400.0, 49.0, "Email: sonoivu@a.gov.vn", 8.0),
        (400.0, 58.0, "Cơ quan: Tỉnh A", 8.0),
        (400.0, 67.0, "Thời gian ký: 01.02.2024 08:30:00 +07:00", 8.0),
    ],
    "the signer beside his name": [
        (400.0, 640.0, "Người ký: Nguyễn Văn A", 9.0),
        (400.0, 650.0, "Ngày ký: 01-02-2024", 9.0),
    ],
    "an office's name that wraps": [
        (400.0, 40.0, "Ký bởi: Văn phòng Ủy ban", 8.0),
        (400.0, 49.0, "nhân dân tỉnh A", 8.0),
        (400.0, 58.0, "Thời gian: 01/02/2024", 8.0),
    ],
    "a caption in English": [(400.0, 40.0, "Signature Not Valid", 9.0), (400.0, 50.0, "Date: 2024.02.01", 9.0)],
    "an arrival stamp": [
        (80.0, 40.0, "CÔNG VĂN ĐẾN", 11.0),
        (80.0, 54.0, "Số: 4521", 10.0),
        (80.0, 67.0, "Ngày: 05/8/2024", 10.0),
        (80.0, 80.0, "Chuyển: .......", 10.0),
    ],
}


@pytest.mark.parametrize("stamp", CAPTIONS.values(), ids=CAPTIONS)
def test_captions_over_the_page(stamp: list[tuple[float, float, str, float]]) -> None:
    rest, groups = split_captions(page_of(*PROSE, *stamp))
    assert " ".join(p.text for group in groups for p in group) == " ".join(words for _, _, words, _ in stamp)
    assert len(rest) == sum(len(words.split()) for _, _, words, _ in PROSE)


NO_CAPTIONS = {
    "prose about signing": (70.0, 280.0, "Người ký văn bản phải chịu trách nhiệm về nội dung", 14.0),
    "a line of prose that breaks before the verb": (70.0, 280.0, "ký bởi người có thẩm quyền theo quy định", 14.0),
    "an item of the text": (70.0, 280.0, "Thời gian ký: ngày, tháng, năm theo giờ Việt Nam", 14.0),
    "a contact line": (70.0, 280.0, "Email: sonoivu@a.gov.vn", 11.0),
    "the word alone": (70.0, 280.0, "ĐẾN", 14.0),
    "the number of the dispatch": (80.0, 280.0, "Số: 45/UBND-TH", 13.0),
}


@pytest.mark.parametrize("line", NO_CAPTIONS.values(), ids=NO_CAPTIONS)
def test_text_that_only_looks_like_a_caption(line: tuple[float, float, str, float]) -> None:
    assert split_captions(page_of(line, *PROSE))[1] == []
