"""The contract with underthesea: its words, but as slices of the untouched text, without side effects."""

import logging
import threading
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from underthesea import word_tokenize

from dispatch_parser.text import words as module
from dispatch_parser.text.words import words

SENTENCES = [
    "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính tham mưu ban hành kế hoạch.",
    "Uỷ ban nhân dân tỉnh Hoà Bình yêu cầu các đơn vị báo cáo trước ngày 15/12/2022.",
    "Công văn số 12/UBND-VX, 24/7, MTV A&B (đính kèm)…",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_same_words_as_underthesea(sentence):
    ours = [sentence[start:end] for start, end in words(sentence)]
    assert ours == word_tokenize(sentence, use_token_normalize=False)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_character_is_covered_and_untouched(sentence, form):
    text = unicodedata.normalize(form, sentence)
    spans = words(text)
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(char.isspace() or i in covered for i, char in enumerate(text))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60))
def test_never_raises(text):
    for start, end in words(text):
        assert 0 <= start < end <= len(text)


def test_root_logger_is_left_alone():
    before = list(logging.getLogger().handlers)
    words("kiểm tra")
    assert logging.getLogger().handlers == before


def test_first_call_from_many_threads(monkeypatch):
    monkeypatch.setattr(module, "_engine", None)
    module.words.cache_clear()
    results: list[object] = []
    threads = [threading.Thread(target=lambda i=i: results.append(words(f"kiểm tra lần {i}"))) for i in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 6
