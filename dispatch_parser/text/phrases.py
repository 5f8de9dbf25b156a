"""Phrases of a lexicon in a text: spaCy's PhraseMatcher over syllable keys.

Names are matched syllable by syllable on their comparison keys (see `folding`), so case, tone placement, kind
of dash, white space and line breaks make no difference. Cost does not depend on the size of the lexicon.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dispatch_parser.text.folding import keep, key_of
from dispatch_parser.text.reading import Reading
from dispatch_parser.text.syllables import TOKEN

_BLANK = " "
_UNKNOWN = "\x00"  # stands for every syllable that no phrase holds, so that the vocabulary does not grow


@dataclass(frozen=True, slots=True)
class Syllables:
    """A text as syllables, numbers and marks; a paragraph break is a token of its own, blanks are none.

    `starts`, `ends` are offsets into `text`; `keys` the comparison keys.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)


def syllables(text: str, key: str) -> Syllables:
    """Cut a kept text by its key form (same offsets), as `Reading.text` and `Reading.key` are."""
    starts: list[int] = []
    ends: list[int] = []
    keys: list[str] = []
    for match in TOKEN.finditer(key):
        word = match[0]
        if word != _BLANK:
            starts.append(match.start())
            ends.append(match.end())
            keys.append(word)
    return Syllables(text, starts, ends, keys)


def syllables_of(source: Reading | str) -> Syllables:
    """The syllables of a reading, or of any text after `keep`."""
    if isinstance(source, str):
        kept = keep(source)
        return syllables(kept, key_of(kept))
    return syllables(source.text, source.key)


class Hit(NamedTuple):
    """A phrase found: tokens `start` to `end` (exclusive) of the syllables, and the id it was added under."""

    start: int
    end: int
    id: str


class PhraseIndex:
    """Phrases with ids. The same phrase may stand under several ids. Immutable after it is built."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases`: pairs of phrase and id."""
        self._vocab = Vocab()
        self._known: set[str] = set()
        self._ids: list[str] = []
        self._order: dict[int, int] = {}
        grouped: dict[str, list[Doc]] = {}
        for phrase, name in phrases:
            keys = syllables_of(phrase).keys
            if keys:
                self._known.update(keys)
                grouped.setdefault(name, []).append(Doc(self._vocab, words=keys))
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        for name, docs in grouped.items():
            self._matcher.add(name, docs)
            self._order[self._vocab.strings[name]] = len(self._ids)
            self._ids.append(name)

    def hits(self, text: Syllables) -> list[Hit]:
        """Every phrase found, overlapping ones too, in order of their start, the longest first."""
        if not text.keys:
            return []
        known = self._known
        doc = Doc(self._vocab, words=[word if word in known else _UNKNOWN for word in text.keys])
        ids, order = self._ids, self._order
        found = sorted((start, -end, order[name]) for name, start, end in self._matcher(doc))
        return [Hit(start, -end, ids[name]) for start, end, name in found]

    def find(self, source: Reading | str) -> list[tuple[int, int, str]]:
        """The longest phrases, not overlapping, as `(start, end, id)` in offsets into the (kept) text."""
        text = syllables_of(source)
        result: list[tuple[int, int, str]] = []
        free = 0
        for hit in self.hits(text):
            if hit.start >= free:
                result.append((text.starts[hit.start], text.ends[hit.end - 1], hit.id))
                free = hit.end
        return result
