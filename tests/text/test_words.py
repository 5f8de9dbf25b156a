"""The contract with underthesea: its words, but as slices of the untouched text, without side effects."""

import subprocess
import sys
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


def fresh(code: str) -> str:
    """What code prints in a process that has not loaded underthesea yet."""
    head = "import logging, sys, threading\nfrom dispatch_parser.text.words import words\n"
    done = subprocess.run([sys.executable, "-c", head + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_root_logger_is_left_alone():
    told = fresh(
        "root = logging.getLogger(); before = (list(root.handlers), root.level)\n"
        "words('kiểm tra'); assert 'underthesea' in sys.modules\n"
        "print((root.handlers, root.level) == before, len(root.handlers))"
    )
    assert told == "True 0"


def test_importing_the_module_loads_no_underthesea():
    assert fresh("print('underthesea' in sys.modules)") == "False"


def test_first_call_from_many_threads():
    told = fresh(
        "sys.setswitchinterval(1e-6); found = []\n"
        "work = lambda i: found.append(len(words(f'Giao Sở Nội vụ kiểm tra lần {i}.')))\n"
        "threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "print(len(found), len(set(found)))"
    )
    assert told == "8 1"


def test_the_names_inside_underthesea_that_we_call():
    patterns, engine = module._load()
    assert [match.group() for match in patterns.finditer("Sở Nội vụ")] == ["Sở", "Nội", "vụ"]
    assert engine.word_tokenize_model.predict([["Sở"], ["Nội"], ["vụ"]])[0] == "B-W"


def test_old_tone_style_is_not_rewritten():
    sentence = "Uỷ ban nhân dân tỉnh Hoà Bình"
    assert " ".join(sentence[start:end] for start, end in words(sentence)) == sentence


def test_the_dictionaries_of_underthesea_that_we_read():
    smallest, *_, largest = module.dictionaries()
    assert "tổ chức" in smallest
    assert "kiêm nhiệm" in largest
    assert 10_000 < len(smallest) < len(largest) < 200_000
