"""The reading view: wrapped lines joined, symbols glued, and every stretch leads back to its own words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser.document import Box, Document, Line, Page, SourceInfo
from dispatch_parser.text.folding import keep
from dispatch_parser.text.reading import Reading


def reading_of(*lines: str, join: bool = True) -> Reading:
    text = "\n".join(lines)
    made, position = [], 0
    for line in lines:
        made.append(Line(position, position + len(line), page=1, box=Box(0, 0, 100, 10)))
        position += len(line) + 1
    document = Document(text, made, [Page(1)], SourceInfo("text"))
    pairs = [(i, "body") for i in range(len(lines))]
    return Reading(document, [pairs] if join else [[pair] for pair in pairs])


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Sở Lao động - Thương binh và Xã", "hội chủ trì"], "Sở Lao động - Thương binh và Xã hội chủ trì"),
        (["Quyết định số 1234/QĐ-", "UBND ngày"], "Quyết định số 1234/QĐ-UBND ngày"),
        (["Thông tư số 47/2024/TT-", "BGTVT"], "Thông tư số 47/2024/TT-BGTVT"),
        (["Công văn số 12/", "UBND-VX"], "Công văn số 12/UBND-VX"),
        (["trước ngày 15", "/9/2022"], "trước ngày 15/9/2022"),
        (["Lao động -", "Thương binh"], "Lao động - Thương binh"),
        (["hai  khoảng\u00a0 trắng"], "hai khoảng trắng"),
    ],
)
def test_wrapped_lines_are_joined(lines, joined):
    assert reading_of(*lines).text == joined + "\n"


def test_paragraphs_are_apart():
    reading = reading_of("Điều 1.", "Điều 2.", join=False)
    assert reading.text == "Điều 1.\nĐiều 2.\n"
    assert [reading.words(p) for p in reading.paragraphs] == ["Điều 1.", "Điều 2."]
    assert reading.paragraph_at(9).start == 8


def test_interleaved_columns_lead_back_to_their_own_words():
    text = "ỦY BAN NHÂN DÂN     CỘNG HÒA XÃ HỘI\nTỈNH HÀ GIANG       Độc lập - Tự do"
    left = [Line(0, 15, 1, column="left"), Line(36, 49, 1, column="left")]
    right = [Line(20, 35, 1, column="right"), Line(56, 71, 1, column="right")]
    document = Document(text, [*left, *right], [Page(1)], SourceInfo("text"))
    reading = Reading(document, [[(0, "issuer"), (1, "issuer")], [(2, "motto"), (3, "motto")]])
    assert reading.text.splitlines()[0] == "ỦY BAN NHÂN DÂN TỈNH HÀ GIANG"
    spans = reading.raw_spans(0, 29)
    assert [text[a:b] for a, b in spans] == ["ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"]


def test_evidence_has_one_span_a_line_and_its_box():
    reading = reading_of("Giao Sở Nội", "vụ chủ trì")
    evidence = reading.evidence(5, 14, "rule.test", 0.9)
    assert [reading.document.text[s.start : s.end] for s in evidence.spans] == ["Sở Nội", "vụ"]
    assert evidence.spans[0].box is not None


def test_a_stretch_without_words_is_no_evidence():
    with pytest.raises(ValueError, match="no words"):
        reading_of("a b").evidence(1, 2, "rule.test", 0.9)


@given(st.lists(st.text(alphabet="aáạ ươĐđ/-15\u0301\u00a0\u00ad", max_size=12), min_size=1, max_size=5))
def test_every_stretch_slices_to_its_words(lines):
    reading = reading_of(*lines)
    for i, char in enumerate(reading.text):
        for start, end in reading.raw_spans(i, i + 1) if char != " " else []:
            assert char in unicodedata.normalize("NFC", reading.document.text[start:end])
    whole = reading.raw_spans(0, len(reading.text))
    words = "".join(reading.document.text[a:b] for a, b in whole)
    assert "".join(keep(words).split()) == "".join(reading.text.split())
