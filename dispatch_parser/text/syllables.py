"""The syllable tokenizer: one token a syllable, number run or mark, over the untouched text.

Spans are matched on syllables because a quarter of agency names cross the words of a segmenter. White space other
than a single space becomes a token of its own, as in spaCy. `Token.norm_` is the comparison key (see `folding`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from dispatch_parser.text.folding import key

# Letters with their combining marks (NFD input), digit runs, single marks, white space beyond one blank.
TOKEN = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+|[^\w\s]|_+|\s")


def _norm(word: str) -> str:
    return key(word) or word


class SyllableTokenizer:
    """Makes a Doc whose text equals the input, character for character."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        # Asked once a word of the vocabulary, not once a token. spaCy's stubs leave the table out.
        vocab.lex_attr_getters[NORM] = _norm  # type: ignore[attr-defined]

    def __call__(self, text: str) -> Doc:
        """Tokenise; `doc.text == text` holds for every string."""
        words: list[str] = []
        spaces: list[bool] = []
        position = 0
        for match in TOKEN.finditer(text):
            start, end = match.span()
            if start > position:  # what the pattern leaves out: stray combining marks
                words.append(text[position:start])
                spaces.append(False)
            position = end
            if match[0] == " " and words and not spaces[-1] and not words[-1].isspace():
                spaces[-1] = True
                continue
            words.append(match[0])
            spaces.append(False)
        if position < len(text):
            words.append(text[position:])
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: object) -> bytes:
        """Nothing to store: the rule is the code."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> SyllableTokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        """Nothing to store: the rule is the code."""

    def from_disk(self, path: object, **kwargs: object) -> SyllableTokenizer:
        """Nothing to load."""
        return self


def create_tokenizer() -> Callable[[Language], SyllableTokenizer]:
    """The tokenizer as a spaCy config names it."""

    def make(nlp: Language) -> SyllableTokenizer:
        return SyllableTokenizer(nlp.vocab)

    return make


registry.tokenizers("dispatch_parser.SyllableTokenizer.v1", func=create_tokenizer)
