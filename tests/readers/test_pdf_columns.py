"""Letterhead and foot as they stand on real pages: which line is in which column, and what is read first."""

from __future__ import annotations

import pytest
from pdf_builder import Paper, read_columns

BODY = [
    "Thuc hien ke hoach cong tac nam, don vi to chuc trien khai cac noi dung duoi",
    "day va bao cao ket qua truoc ngay 15 hang thang de tong hop, theo doi chung",
    "theo dung quy dinh hien hanh ve che do bao cao cua co quan hanh chinh.",
]


def letterhead(paper: Paper, shift: float = 0.0) -> Paper:
    """The left column `shift` points lower than the right one."""
    paper.centered(150, 70 + shift, "UBND TINH A", 13).centered(150, 85 + shift, "SO NOI VU", 13)
    paper.centered(150, 115 + shift, "So: 12/SNV-TC", 13)
    paper.centered(150, 135 + shift, "V/v lap danh sach can bo", 12)
    paper.centered(150, 149 + shift, "tham gia tap huan", 12)
    paper.centered(420, 70, "CONG HOA XA HOI CHU NGHIA", 12).centered(420, 85, "Doc lap - Tu do", 13)
    return paper.centered(420, 115, "A, ngay 01 thang 02 nam 2024", 13)


LEFT = ["UBND TINH A", "SO NOI VU", "So: 12/SNV-TC", "V/v lap danh sach can bo", "tham gia tap huan"]
RIGHT = ["CONG HOA XA HOI CHU NGHIA", "Doc lap - Tu do", "A, ngay 01 thang 02 nam 2024"]


@pytest.mark.parametrize("shift", [0, 2, 4, 7, 9, -3, -6])
def test_letterhead_whose_sides_stand_at_different_heights(shift: float) -> None:
    paper = letterhead(Paper(), shift).centered(300, 200, "Kinh gui: Cac phong chuyen mon").lines(70, 240, BODY)
    columns = read_columns(paper)
    assert columns["left"] == LEFT
    assert columns["right"] == RIGHT
    assert columns["full"] == ["Kinh gui: Cac phong chuyen mon", *BODY]


def test_columns_ten_points_apart() -> None:
    paper = Paper()
    for y, left, right in ((70, "UY BAN NHAN DAN", "CONG HOA XA HOI CHU NGHIA"), (85, "TINH A", "Doc lap - Tu do")):
        paper.text(236 - paper.canvas.stringWidth(left, "Helvetica", 13), y, left).text(246, y, right)
    columns = read_columns(paper.lines(70, 130, BODY))
    assert columns["left"] == ["UY BAN NHAN DAN", "TINH A"]
    assert columns["right"] == ["CONG HOA XA HOI CHU NGHIA", "Doc lap - Tu do"]


def test_a_centred_title_right_under_the_letterhead_is_full() -> None:
    paper = letterhead(Paper()).centered(300, 170, "QUYET DINH", 14).centered(300, 187, "Ve viec cu can bo di hoc", 14)
    assert read_columns(paper.lines(70, 220, BODY))["full"][:2] == ["QUYET DINH", "Ve viec cu can bo di hoc"]


def test_an_addressee_list_is_no_column() -> None:
    paper = letterhead(Paper()).text(190, 190, "Kinh gui:").text(256, 190, "- Van phong Uy ban;")
    paper.text(256, 208, "- So Tai chinh;").text(256, 226, "- So Y te.")
    assert read_columns(paper.lines(70, 260, BODY))["full"][:3] == [
        "Kinh gui: - Van phong Uy ban;",
        "- So Tai chinh;",
        "- So Y te.",
    ]


def foot(paper: Paper, y: float, left: int = 5, lower: float = 0.0) -> Paper:
    """Recipients from `y` on, the signature's first line `lower` points below (or above) their first."""
    paper.text(70, y, "Noi nhan:", 12, "Helvetica-BoldOblique")
    paper.lines(70, y + 13, [f"- Don vi so {k};" for k in range(1, left)] + ["- Luu: VT."], 11, 12.5)
    paper.centered(430, y + lower, "KT. GIAM DOC", 14).centered(430, y + 16 + lower, "PHO GIAM DOC", 14)
    return paper.centered(430, y + 95 + lower, "Nguyen Van A", 14)


@pytest.mark.parametrize(("left", "lower"), [(2, 0), (5, 0), (9, 0), (5, 5), (5, -9), (3, -14), (12, 3)])
def test_foot(left: int, lower: float) -> None:
    paper = foot(Paper().lines(70, 80, BODY).text(70, 128, "thuc hien./."), 160, left, lower)
    columns = read_columns(paper)
    assert columns["full"] == [*BODY, "thuc hien./."]
    assert columns["left"] == ["Noi nhan:", *(f"- Don vi so {k};" for k in range(1, left)), "- Luu: VT."]
    assert columns["right"] == ["KT. GIAM DOC", "PHO GIAM DOC", "Nguyen Van A"]


def test_a_foot_below_specks_at_the_edge() -> None:
    paper = Paper().lines(70, 80, BODY).text(70, 128, "thuc hien./.").text(520, 128, "7 i", 9)
    paper.text(70, 145, "Tran trong./.").text(522, 145, "i 4", 9)
    columns = read_columns(foot(paper, 160))
    assert columns["left"][-6:-4] == ["Noi nhan:", "- Don vi so 1;"]
    assert columns["right"][-3:] == ["KT. GIAM DOC", "PHO GIAM DOC", "Nguyen Van A"]


def test_foot_whose_sides_never_share_a_row() -> None:
    paper = Paper().lines(70, 80, BODY).text(430, 140, "GIAM DOC", 13).text(420, 230, "Nguyen Van A", 13)
    paper.text(70, 153, "Noi nhan:", 11).lines(70, 166, ["- Nhu tren;", "- Luu: VT."], 10, 12)
    columns = read_columns(paper)
    assert columns["left"] == ["Noi nhan:", "- Nhu tren;", "- Luu: VT."]
    assert columns["right"] == ["GIAM DOC", "Nguyen Van A"]


def test_a_foot_that_a_page_break_cuts_is_read_column_by_column() -> None:
    paper = foot(Paper().lines(70, 600, BODY), 660, left=9).page()
    paper.lines(70, 70, ["- Cac phong, ban;", "- Luu: VT, TH."], 11, 12.5).centered(300, 130, "PHU LUC", 14)
    columns = read_columns(paper.lines(70, 160, BODY))
    assert columns["order"].index("- Luu: VT, TH.") < columns["order"].index("KT. GIAM DOC")
    assert columns["left"][-2:] == ["- Cac phong, ban;", "- Luu: VT, TH."]
    assert columns["full"][-4:] == ["PHU LUC", *BODY]


def test_two_signers_side_by_side() -> None:
    paper = Paper().lines(70, 80, BODY)
    for x, post, name in ((160, "CHU TICH", "Nguyen Van A"), (430, "THU KY", "Tran Thi B")):
        paper.centered(x, 160, post, 13).centered(x, 240, name, 13)
    columns = read_columns(paper)
    assert columns["left"] == ["CHU TICH", "Nguyen Van A"]
    assert columns["right"] == ["THU KY", "Tran Thi B"]


NOT_COLUMNS = {
    "wide word spaces of a justified line": [
        [(70, "mot"), (140, "hai"), (210, "ba"), (280, "bon"), (350, "nam"), (420, "sau"), (500, "bay")],
        [(70, "tam"), (135, "chin"), (213, "muoi"), (282, "mot"), (355, "hai"), (425, "ba"), (510, "bo")],
    ],
    "list markers set apart": [
        [(70, "1."), (100, "Ra soat danh sach don vi")],
        [(70, "2."), (100, "Lap ke hoach kiem tra")],
        [(70, "3."), (100, "Bao cao ket qua")],
    ],
    "names and offices without rules": [
        [(70, "Danh sach thanh vien gom cac ong, ba co ten duoi day:")],
        [(70, "1. Ong Nguyen Van A"), (320, "Truong ban")],
        [(70, "2. Ba Tran Thi B"), (320, "Pho Truong ban")],
        [(70, "3. Ong Le Van C"), (320, "Thanh vien")],
        [(70, "4. Ba Pham Thi D"), (320, "Thanh vien")],
    ],
    "three columns of a table without rules": [
        [(70, "Ten don vi"), (250, "So luong"), (420, "Ghi chu")],
        [(70, "Phong mot"), (250, "12"), (420, "du")],
        [(70, "Phong hai lam"), (250, "7"), (420, "thieu")],
        [(70, "Phong ba"), (250, "31"), (420, "du")],
    ],
}


@pytest.mark.parametrize("rows", NOT_COLUMNS.values(), ids=NOT_COLUMNS)
def test_rows_stay_rows(rows: list[list[tuple[float, str]]]) -> None:
    paper = Paper()
    for k, row in enumerate(rows):
        for x, words in row:
            paper.text(x, 80 + 17 * k, words)
    assert read_columns(paper)["full"] == [" ".join(words for _, words in row) for row in rows]


def test_centred_lines_are_told_from_indented_ones() -> None:
    paper = Paper().centered(299, 70, "KE HOACH", 14).lines(70, 100, BODY).text(100, 160, "1. Muc tieu chung")
    from dispatch_parser.readers.pdf import read_pdf

    document = read_pdf(paper.save(), name="a.pdf")
    assert [document.line_text(line) for line in document.lines if line.centered] == ["KE HOACH"]
