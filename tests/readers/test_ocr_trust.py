"""Which pages of a PDF are read from their pictures: those whose text layer says something else than the page shows."""

import pytest
from line_readers import Told
from pdf_builder import HEIGHT, WIDTH, Paper

from dispatch_parser.readers import pdf
from dispatch_parser.readers.ocr.trust import lacks_marks

RECOGNISED = "Kính gửi: Sở Nội vụ tỉnh Hà Giang"
MARKLESS = (
    "CQNG HOA XA HOr CHir NGHIA VIET NAM DQc lap Tu do Hanh phuc",
    "UBND TINH BINH MINH So 12/QD-UBND ve viec giao nhiem vu cho cac co quan",
    "Can cu Luat To chuc chinh quyen dia phuong va de nghi cua Giam doc So Noi vu",
    "Cac so nganh va Uy ban nhan dan cac huyen can cu chuc nang nhiem vu trien khai thuc hien",
)
ENGLISH = (
    "The parties shall cooperate in the exchange of information on the implementation of this agreement",
    "and report to the committee on an annual basis. In the event of a dispute they shall consult",
    "each other without delay and seek a solution in good faith. This annex is an integral part of it.",
)
# A font whose map is off by 29, as PDF printers leave it that number the glyphs: lower case becomes upper case.
GARBLED = (
    "6- *,E2 'UF 9E 2E2 7E2 &{1* +zE $ 9,Q7 1$0",
    "3KzQJ JLiR GLF YE zDR WER KuQK PLQK QJjV WKEQJ QzP",
    "YLQF WULQQ NKDL QKLQP Yl FiD FiF Fj TXDQ WKuR FiQJ YzQ",
    "GiQJ OzQK zER ELR FiR NiW TXE WUzQF QJjV iXQJ YjR",
)
ABBREVIATIONS = ("HDND, UBND, GDDT, TTHC, KTXH, ANQP, CNTT, PCCC, NSNN, BCDTW, XDCB, TNMT",)
FIGURES = tuple(f"{row:2}   1.{row}24,5   {row * 37}   0,{row}   12/{row}   -   2{row}.300" for row in range(10, 30))


class Short(Told):
    line = RECOGNISED


def pictured(*box, paper=None):
    """A picture with ink at x, y of a width and height."""
    paper = paper or Paper()
    paper.picture(*box).canvas.rect(100, 100, 200, 20, fill=1)
    return paper


def covered(paper=None, tiles=1):
    """A picture over the whole page, in one piece or in strips."""
    paper = paper or Paper()
    for tile in range(tiles):
        pictured(0, tile * HEIGHT / tiles, WIDTH, HEIGHT / tiles, paper=paper)
    return paper


def unseen(paper, lines):
    """Text that is not shown, as OCR lays it under a picture."""
    for row, words in enumerate(lines):
        paper.text(70, 100 + 16 * row, words, mode=3)
    return paper


def heaped(paper, lines):
    """Every word at the same place."""
    for words in " ".join(lines).split():
        paper.text(70, 100, words)
    return paper


def layers(monkeypatch, paper):
    """Of each page whether it was recognised, by what stands on it, and what was kept."""
    monkeypatch.setattr(pdf, "engine", Short)
    document = pdf.read_pdf(paper.save(), name="a.pdf")
    return [page.text_layer for page in document.pages], document.text


DIGITAL = [
    ("another language", Paper().lines(70, 100, ENGLISH)),
    ("another language over letter paper", covered().lines(70, 100, ENGLISH)),
    ("figures", Paper().lines(70, 100, FIGURES)),
    ("abbreviations", Paper().lines(70, 100, ABBREVIATIONS)),
    ("Vietnamese typed without marks", Paper().lines(70, 100, MARKLESS)),
    ("a few words and a small picture", Paper().text(70, 100, "Annex").picture(70, 200, 120, 80)),
    ("short lines", Paper().lines(70, 100, [ENGLISH[0], ENGLISH[1]])),
    ("nothing", Paper().page()),
]
SCANS = [
    ("a picture and no text", pictured(60, 60, 470, 400)),
    ("a layer without marks", covered().lines(70, 100, MARKLESS)),
    ("a layer without marks over strips", covered(tiles=9).lines(70, 100, MARKLESS)),
    ("a map off by some letters", Paper().lines(70, 100, GARBLED)),
    ("another language, not seen", unseen(covered(), ENGLISH)),
    ("a layer not seen over half a page", unseen(pictured(60, 60, 470, 400), MARKLESS)),
    ("words heaped on one another", heaped(covered(), ENGLISH)),
]


@pytest.mark.parametrize(("kind", "paper"), DIGITAL, ids=[kind for kind, _ in DIGITAL])
def test_a_page_that_says_what_it_shows_is_not_recognised(monkeypatch, kind, paper):
    found, text = layers(monkeypatch, paper)
    assert found == ["digital"]
    assert RECOGNISED not in text


@pytest.mark.parametrize(("kind", "paper"), SCANS, ids=[kind for kind, _ in SCANS])
def test_a_page_whose_layer_cannot_be_trusted_is_recognised(monkeypatch, kind, paper):
    assert layers(monkeypatch, paper) == (["scan"], RECOGNISED)


def test_a_caption_over_a_part_of_a_page_is_kept_beside_what_is_recognised(monkeypatch):
    paper = pictured(60, 60, 470, 500).text(300, 700, "Signed by: An Office of Records")
    found, text = layers(monkeypatch, paper)
    assert found == ["mixed"]
    assert RECOGNISED in text
    assert "Signed by: An Office of Records" in text


def test_only_the_pages_that_need_it_are_recognised(monkeypatch):
    paper = Paper().lines(70, 100, ENGLISH).page()
    covered(paper).lines(70, 100, MARKLESS).page().lines(70, 100, GARBLED).page().lines(70, 100, FIGURES)
    found, text = layers(monkeypatch, paper)
    assert found == ["digital", "scan", "scan", "digital"]
    assert text.count(RECOGNISED) == 2


def test_one_broken_font_among_right_ones_shows(monkeypatch):
    paper = Paper().lines(70, 100, ENGLISH * 4)
    for row, words in enumerate(GARBLED[1:]):
        paper.text(70, 400 + 16 * row, words, font="Times-Bold")
    assert layers(monkeypatch, paper)[0] == ["scan"]


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (" ".join(MARKLESS), True),
        (" ".join(ENGLISH), False),
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của Quốc hội", False),
        ("UBND TINH", False),
    ],
)
def test_vietnamese_without_marks_is_told_from_other_languages(text, lacking):
    assert lacks_marks(text) is lacking
