"""What a pattern cannot match without: the gate in front of every rule must never keep a match out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser import model
from dispatch_parser.text.required import required_words

PATTERNS = [
    (r"trước ngày \d+", {"trước ngày "}),
    (r"(?:hằng|hàng) năm", {" năm"}),
    (r"(?:chậm|muộn) nhất", {" nhất"}),
    (r"hạn(?: chót)?", {"hạn"}),
    (r"(?:hạn chót|cuối cùng)", {"hạn chót", "cuối cùng"}),
    (r"qu[ýí]", {"qu"}),
    (r"[áà]\d", {"á", "à"}),
    (r"(?:xin )+", {"xin "}),
    (r"(?:xin )*", None),
    (r"\d{4}", None),
    (r"[^a]", None),
    (r"[a-z]", None),
    (r"(?:giao|\d+)", None),
    (r"(?i)giao", None),
    (r"(?i:giao)", None),
    (r"(?<!không )(?=giao)\w+", None),
    (r"(?<!không )giao(?= việc)", {"giao"}),
]


@pytest.mark.parametrize(("pattern", "words"), PATTERNS)
def test_words_every_match_holds(pattern, words):
    assert required_words(pattern) == (words and frozenset(words))


def _rules():
    data = model.load()
    names = (path.stem for path in sorted((data.path / "rules").glob("*.yaml")))
    return [rule for name in names for rule in data.rules(name) if rule.pattern]


def _texts(examples):
    for example in examples:
        if isinstance(example, str):
            yield example.lower()
        elif isinstance(example, dict):
            yield from (str(value).lower() for value in example.values())


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.id)
def test_a_rule_finds_with_its_gate_what_it_finds_without(rule):
    for text in _texts((*rule.examples, *rule.counter_examples)):
        assert [m.span() for m in rule.finditer(text)] == [m.span() for m in rule.regex.finditer(text)]
        assert bool(rule.search(text)) == bool(rule.regex.search(text))


@given(st.text(alphabet="gaoi 1"), st.sampled_from([r"gi?ao\d*", r"(?:ga|oi)+ ", r"[ga]1?i", r"(?:gi|a\d)(?:o| 1)"]))
def test_a_text_without_the_words_has_no_match(text, pattern):
    words = required_words(pattern)
    if words and not any(word in text for word in words):
        assert not re.search(pattern, text)
