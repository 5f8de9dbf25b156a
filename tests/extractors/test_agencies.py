"""Bodies in a document: offsets into the reading, order, wrapped names, and what holds for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch_parser import model
from dispatch_parser.extractors.agencies import find_agencies
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout.compose import compose
from dispatch_parser.readers.text import read_text


def agencies(text):
    findings = Findings(compose(read_text(text)))
    find_agencies(findings, model.load())
    return findings


def names(text):
    return [[mention.name for mention in found.members] for found in agencies(text).agencies]


DISPATCH = """ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Kính gửi: Các Sở: Nội vụ, Tài chính; UBND các huyện, thành phố.

Giao Sở Lao động - Thương binh và Xã
hội chủ trì, phối hợp với Sở Y tế và Uỷ ban nhân dân
thành phố Lai Châu triển khai Quyết định số 12/QĐ-UBND.
"""


def test_wrapped_names_are_one():
    found = names(DISPATCH)
    assert ["Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân các huyện, thành phố"] in found
    assert ["Sở Lao động - Thương binh và Xã hội"] in found
    assert found[-1] == ["Sở Y tế", "Ủy ban nhân dân thành phố Lai Châu"]


def test_offsets_lead_to_the_words():
    findings = agencies("Giám đốc các Sở: Y tế, Xây dựng báo cáo Ủy ban nhân dân tỉnh.")
    (heads, committee) = findings.agencies
    text = findings.reading.text
    assert text[heads.start : heads.end] == "Giám đốc các Sở: Y tế, Xây dựng"
    assert [text[m.start : m.end] for m in heads.members] == ["Giám đốc các Sở: Y tế", "Xây dựng"]
    assert [m.office for m in heads.members] == ["Giám đốc", "Giám đốc"]
    assert text[committee.start : committee.end] == "Ủy ban nhân dân tỉnh"


def test_collectives_carry_a_group():
    (found,) = agencies("Sở Nội vụ tỉnh Lai Châu, Bộ Y tế, các sở, ban, ngành").agencies
    assert [m.group for m in found.members] == [None, None, "@DEPARTMENTS_PROVINCE"]



PIECES = (
    "các|Sở|Sở Y tế|Ủy ban nhân dân|UBND|tỉnh|các huyện|Văn phòng|Đảng ủy|Giám đốc|Thủ trưởng|đơn vị"
    "|thuộc|,|;|:|và|trực thuộc|liên quan|có|nơi|của|do|(|)|-|/|\n|.|Hội đồng|về|cấp|TP.|Bình An"
    "|CÔNG AN|trừ|mỗi|Tài chính"
)


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(), st.lists(st.sampled_from(sorted(PIECES.split("|"))), max_size=60).map(" ".join)))
def test_lists_are_in_order_apart_and_inside(text):
    findings = agencies(text)
    free = 0
    for found in findings.agencies:
        assert free <= found.start < found.end <= len(findings.reading.text)
        assert found.members
        assert all(found.start <= m.start < m.end <= found.end for m in found.members)
        assert all(m.name.strip() == m.name != "" for m in found.members)
        free = found.end


@pytest.mark.parametrize(
    "piece", ["Văn phòng ", "các đơn vị thuộc ", "Giám đốc ", "Sở Y tế, ", "xã, ", "các Sở: ", "( "]
)
def test_hostile_repetition_ends(piece):
    assert agencies(piece * 5000).agencies is not None


def test_a_short_form_that_the_text_defines():
    text = (
        "Quỹ Bảo trợ trẻ em tỉnh (sau đây gọi tắt là Quỹ) là tổ chức tài chính.\n\n"
        "Giao Quỹ phối hợp với Sở Y tế thực hiện."
    )
    assert names(text)[-2:] == [["Quỹ Bảo trợ trẻ em tỉnh"], ["Sở Y tế"]]


LETTER = "BỘ Y TẾ\nSố: 12/QĐ-BYT\n\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế\n\nĐiều 1. {}\n"


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("Vụ Pháp chế báo cáo Bộ trưởng xem xét.", [["Vụ Pháp chế"], ["Bộ Y tế"]]),
        ("Vụ Pháp chế báo cáo Hiệu trưởng xem xét.", [["Vụ Pháp chế"]]),
    ],
)
def test_an_office_of_the_issuers_own_house(sentence, bodies):
    found = names(LETTER.format(sentence))
    assert found[-len(bodies) :] == bodies
