"""One dispatch in every old form gives one record: values the same, evidence aside."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import reportlab
from docx_made import docx, run
from readers.legacy_made import SOFFICE, converted, encode, old_docx, runs, typed
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dispatch_parser import parse
from dispatch_parser.document import Document
from dispatch_parser.readers.office import with_plain_codes
from dispatch_parser.readers.registry import read

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DOCX = ("cong-van-so", "cong-van-xa", "chi-thi", "ke-hoach-phu-luc")
TEXT = "cong-van-thuan-van-ban"
ENCODINGS = ("tcvn3", "vni", "viscii", "vps")

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@cache
def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


@cache
def values(name: str) -> dict[str, Any]:
    return parse(sample(name)).plain()


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("name", DOCX)
def test_docx(name, encoding):
    record = parse(old_docx(sample(f"{name}.docx"), encoding))
    assert record.plain() == values(f"{name}.docx")
    assert not {warning.code for warning in record.warnings} & {"legacy_encoding", "legacy_unconverted"}


@needs_office
@pytest.mark.parametrize("suffix", ["doc", "rtf", "odt"])
@pytest.mark.parametrize("encoding", [None, "tcvn3", "vni"])
def test_word_97_rtf_and_opendocument(encoding, suffix, tmp_path):
    made = sample("cong-van-so.docx")
    old = converted(old_docx(made, encoding) if encoding else made, suffix, tmp_path)
    record = parse(old)
    assert record.plain() == values("cong-van-so.docx")


@pytest.mark.parametrize(
    ("font", "told"),
    [
        (rb"{\f1\fnil\fcharset163 .VnTime;}", rb"{\f1\fnil\fcharset0 .VnTime;}"),
        (rb"{\f1\froman\fcharset2\fprq2{\*\panose 02020603}VNI-Times;}", rb"{\f1\froman\fcharset0\fprq2{\*\panose 02020603}VNI-Times;}"),
        (rb"{\f1\fnil\fcharset1\fprq2 VPS Times Hoa;}", rb"{\f1\fnil\fcharset0\fprq2 VPS Times Hoa;}"),
        (rb"{\f0\fswiss\fcharset163 Arial;}", rb"{\f0\fswiss\fcharset163 Arial;}"),
        (rb"{\f2\ftech\fcharset2 Symbol;}", rb"{\f2\ftech\fcharset2 Symbol;}"),
    ],
)  # fmt: skip
def test_the_character_set_of_old_fonts_in_rtf(font, told):
    assert with_plain_codes(rb"{\rtf1{\fonttbl" + font + b"}") == rb"{\rtf1{\fonttbl" + told + b"}"


@needs_office
@pytest.mark.parametrize("charset", [0, 1, 2, 77, 163])
def test_rtf_by_other_programs(charset):
    words = "Sở Nội vụ đề nghị rà soát trước ngày 20/3/2003"
    codes = "".join(f"\\'{ord(c):02x}" if c > "~" else c for c in typed(words, "tcvn3"))
    fonts = rf"{{\fonttbl{{\f0\fnil\fcharset{charset} .VnTime;}}}}"
    assert read(rf"{{\rtf1\ansi{fonts}\f0 {codes}\par}}".encode("ascii")).text == words


@pytest.mark.parametrize("stored", ["bytes", "utf-8"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_plain_text(encoding, stored):
    text = typed(sample(f"{TEXT}.txt").decode(), encoding)
    record = parse(text.encode("latin-1" if stored == "bytes" else "utf-8"))
    assert record.plain() == values(f"{TEXT}.txt")
    assert [warning.code for warning in record.warnings] == ["legacy_encoding"]


def test_offsets_of_plain_text_are_offsets_into_the_converted_text():
    document = read(typed("Số: 12/UBND-NC\nKính gửi: Sở Y tế\nĐộc lập - Tự do", "vni").encode("latin-1"))
    assert document.text == "Số: 12/UBND-NC\nKính gửi: Sở Y tế\nĐộc lập - Tự do"
    assert [document.line_text(line) for line in document.lines] == document.text.split("\n")


# -- PDF -----------------------------------------------------------------------------------------------------

PAGE = [
    (90, 70, "UBND TỈNH AN HÒA"),
    (110, 86, "SỞ NỘI VỤ"),
    (320, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (360, 86, "Độc lập - Tự do - Hạnh phúc"),
    (100, 112, "Số: 215/SNV-CCVC"),
    (350, 112, "An Hòa, ngày 05 tháng 3 năm 2003"),
    (90, 130, "V/v rà soát biên chế năm 2003"),
    (190, 165, "Kính gửi: Ủy ban nhân dân các huyện, thị xã"),
    (85, 200, "Thực hiện Quyết định số 15/2003/QĐ-UB ngày 20/01/2003 của Ủy ban nhân dân tỉnh về"),
    (70, 216, "giao biên chế, Sở Nội vụ đề nghị Ủy ban nhân dân các huyện, thị xã rà soát biên chế"),
    (70, 232, "hiện có và gửi báo cáo về Sở Nội vụ trước ngày 20/3/2003./."),
    (75, 280, "Nơi nhận:"),
    (75, 296, "- Như trên;"),
    (75, 312, "- Lưu: VT, CCVC."),
    (390, 280, "GIÁM ĐỐC"),
    (370, 360, "Trần Thử Nghiệm"),
]  # fmt: skip


def pdf(encoding: str, hyphen: bool = False) -> bytes:
    """The page in fonts of an encoding; `hyphen`: `ư` of TCVN3 as producers draw it whose glyph it shares."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4)
    for x, y, words in PAGE:
        for text, font in runs(words, encoding):
            text = text.replace("\u00ad", "-") if hyphen else text
            canvas.setFont(face(font), 9)
            canvas.drawString(x, A4[1] - y, text)
            x += canvas.stringWidth(text, font, 9)
    canvas.save()
    return buffer.getvalue()


@cache
def face(name: str) -> str:
    """A font that calls itself by this name; it has the glyphs of Latin-1 only, as the old fonts did."""
    font = TTFont(name, str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"))
    font.face.name = name.replace(" ", "").encode()
    pdfmetrics.registerFont(font)
    return name


@pytest.mark.parametrize(("encoding", "hyphen"), [("tcvn3", False), ("tcvn3", True), ("vni", False)])
def test_pdf(encoding, hyphen):
    document = read(pdf(encoding, hyphen))
    assert sorted(document.text.split("\n")) == sorted(words for _, _, words in PAGE)
    assert document.notices == []
    record = parse(pdf(encoding, hyphen)).plain()
    assert {name: record[name] for name in ("number", "date", "place", "subject", "issuer", "addressees")} == {
        "number": {"value": "215", "notation": "SNV-CCVC"},
        "date": "2003-03-05",
        "place": "An Hòa",
        "subject": "rà soát biên chế năm 2003",
        "issuer": {"name": "Sở Nội vụ tỉnh An Hòa", "parent": "Ủy ban nhân dân tỉnh An Hòa"},
        "addressees": ["Ủy ban nhân dân các huyện, thị xã"],
    }
    assert [task["deadline"]["date"] for task in record["tasks"]] == ["2003-03-20"]
    assert record["signer"]["full_name"] == "Trần Thử Nghiệm"


def test_letters_of_a_pdf_keep_their_places():
    document = read(pdf("vni"))
    for line in document.lines:
        assert line.edges is not None
        assert len(line.edges) == line.end - line.start + 1
        assert list(line.edges) == sorted(line.edges)


# -- runs and fonts of a DOCX ----------------------------------------------------------------------------------


def fonts(name: str, high: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{high or name}"/>'


def document_of(*inner: str, **parts: str) -> Document:
    return read(docx("".join(f"<w:p>{content}</w:p>" for content in inner), **parts))


def test_a_unicode_heading_over_an_old_body_stays_whole():
    document = document_of(
        run("CỘNG HÒA XÃ HỘI", fonts("Times New Roman")),
        run("Th«ng b¸o ", fonts(".VnTime")) + run("số 5 của Sở", fonts("Arial")) + run(" ngµy", fonts(".VnTime")),
    )
    assert document.text == "CỘNG HÒA XÃ HỘI\nThông báo số 5 của Sở ngày"
    assert document.notices == []


def test_unicode_typed_in_an_old_font_stays():
    document = document_of(run("Ủy ban nhân dân có ý kiến", fonts(".VnTime")), run("có gì", fonts(".VnTime")))
    assert document.text == "Ủy ban nhân dân có ý kiến\ncó gì"


def test_a_word_cut_by_formatting_is_read_whole():
    assert document_of(run("so", fonts("VNI-Times")) + run("á", "<w:b/>" + fonts("VNI-Times"))).text == "số"


def test_the_font_of_the_style_and_the_high_range_count():
    styles = f'<w:style w:type="character" w:styleId="Old"><w:rPr>{fonts(".VnTime")}</w:rPr></w:style>'
    old = run("Th«ng b¸o", '<w:rStyle w:val="Old"/>')
    assert document_of(old, styles=styles).text == "Thông báo"
    assert document_of(run("Th«ng b¸o", fonts("Times New Roman", ".VnTime"))).text == "Thông báo"
    assert document_of(run("Thông báo", '<w:rStyle w:val="Old"/>' + fonts("Arial")), styles=styles).text == "Thông báo"


def test_capitals_by_font_and_by_formatting():
    document = document_of(
        run("th«ng b¸o", fonts(".VnTimeH")), run("th«ng b¸o", "<w:caps/>" + fonts(".VnTime")),
        run("thông báo", "<w:caps/>"),
    )  # fmt: skip
    assert document.text == "THÔNG BÁO\nTHÔNG BÁO\nTHÔNG BÁO"


def test_text_of_symbol_fonts_in_the_private_area():
    private = "".join(chr(0xF000 + ord(letter)) for letter in encode("Sở Nội vụ an", "vni"))
    assert document_of(run(private, fonts("VNI-Times"))).text == "Sở Nội vụ an"


def test_a_soft_hyphen_is_a_letter_in_tcvn3_and_nothing_elsewhere():
    inner = '<w:r><w:rPr>{}</w:rPr><w:t>t</w:t><w:softHyphen/><w:t xml:space="preserve"> n\u00adíc</w:t></w:r>'
    assert document_of(inner.format(fonts(".VnTime"))).text == "tư nước"
    assert document_of(inner.format(fonts("Arial")).replace("íc", "ước")).text == "t nước"


def test_a_text_whose_fonts_were_lost_is_read_by_its_words():
    sentence = "Sở Nội vụ đề nghị Ủy ban nhân dân các huyện báo cáo trước ngày 20 tháng 3 năm 2003"
    document = document_of(run(encode(sentence, "vni"), fonts("Arial")))
    assert document.text == sentence
    assert document.notices == ["legacy_encoding"]


def test_what_cannot_be_converted_is_said():
    document = document_of(run("nãm vûi bâo", fonts("VNtimes new roman")))
    assert document.text == "nãm vûi bâo"
    assert document.notices == ["legacy_unconverted"]
    assert document_of(run("cÂÀk b¸o c¸o", fonts(".VnTime"))).notices == ["legacy_unconverted"]
