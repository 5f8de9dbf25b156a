"""The syllable tokenizer: the Doc's text is the input, whatever the input."""

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch_parser.text.syllables import SyllableTokenizer

TOKENIZE = SyllableTokenizer(spacy.blank("xx").vocab)


@settings(deadline=None)
@given(st.text())
def test_text_is_untouched(text):
    assert TOKENIZE(text).text == text


def test_tokens_are_syllables_numbers_and_marks():
    doc = TOKENIZE("Uỷ ban số 12/QĐ-UBND,\nngày 01/8")
    assert [t.text for t in doc if not t.is_space] == [
        "Uỷ", "ban", "số", "12", "/", "QĐ", "-", "UBND", ",", "ngày", "01", "/", "8",
    ]  # fmt: skip
    assert doc[0].norm_ == "ủy"
