"""Kept form and comparison key: same length, same answers for every way of typing Vietnamese."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser.text.folding import clusters, keep, key, key_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Uỷ ban nhân dân tỉnh Hoà Bình", "Ủy ban nhân dân tỉnh Hòa Bình"),
        ("HOẢ TỐC", "HỎA TỐC"),
        ("thuỷ lợi, khoẻ mạnh", "thủy lợi, khỏe mạnh"),
        ("QUỸ HOÀ GIẢI", "quỹ hòa giải"),
        ("Ðộc lập – Tự do — Hạnh phúc", "độc lập - tự do - hạnh phúc"),
        ("“Nghị quyết”", '"nghị quyết"'),
        ("Sở\u00a0Nội  vụ", "sở nội vụ"),
        ("phối\u00adhợp", "phốihợp"),
        (unicodedata.normalize("NFD", "Uỷ ban"), "ủy ban"),
    ],
)
def test_same_key(left, right):
    assert key(left) == key(right)


@pytest.mark.parametrize(("left", "right"), [("hoàn", "hòan"), ("quý", "qúy"), ("HĐ", "HD"), ("toán", "tóan")])
def test_different_words_keep_different_keys(left, right):
    assert key(left) != key(right)


def test_kept_form_keeps_the_printed_tone_style():
    assert keep("  Uỷ   ban\u00a0nhân\ndân ") == "Uỷ ban nhân dân"


@given(st.text())
def test_key_has_the_length_of_the_kept_form(text):
    kept = keep(text)
    assert len(key_of(kept)) == len(kept)


@given(st.text())
def test_clusters_cover_the_text_in_order(text):
    position = 0
    for _, start, end in clusters(text):
        assert position <= end
        assert start < end <= len(text)
        position = start
