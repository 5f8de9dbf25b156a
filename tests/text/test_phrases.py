"""Phrases of a lexicon in a text."""

import pytest

from dispatch_parser.text.phrases import PhraseIndex, syllables_of

INDEX = PhraseIndex([("Ủy ban nhân dân", "a"), ("Ủy ban", "b"), ("Sở NN&PTNT", "c"), ("Lao động - Thương binh", "d")])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uỷ ban nhân dân xã", [("Uỷ ban nhân dân", "a")]),
        ("ỦY BAN\nNHÂN DÂN", [("ỦY BAN NHÂN DÂN", "a")]),
        ("Ủy ban Dân tộc", [("Ủy ban", "b")]),
        ("sở nn & ptnt", [("sở nn & ptnt", "c")]),
        ("Lao động – Thương binh và", [("Lao động – Thương binh", "d")]),
        ("Ủy banh", []),
        ("", []),
    ],
)
def test_the_longest_phrase_whatever_its_spelling(text, found):
    kept = syllables_of(text).text
    assert [(kept[start:end], name) for start, end, name in INDEX.find(text)] == found


def test_the_same_phrase_under_two_ids_is_hit_twice():
    index = PhraseIndex([("thông tin", "field"), ("thông tin", "verb")])
    assert [hit.id for hit in index.hits(syllables_of("thông tin"))] == ["field", "verb"]
