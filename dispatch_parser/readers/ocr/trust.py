"""Whether a page's own text layer can be trusted, or its picture must be read."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from dispatch_parser.readers.pdf_chars import Piece
from dispatch_parser.text.legacy_syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = re.compile(r"\S+")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")  # a letter outside of the blocks of Latin letters
_ENOUGH = 12  # words: fewer say nothing
_SYLLABLES = 0.8  # share of words that are syllables of the language, below which an OCR layer is of no use
_MARKED = 0.35  # share of words with a Vietnamese letter: about 0.8 in Vietnamese text
_UNMARKED = 0.5  # share of words that marks would make syllables: over 0.6 in Vietnamese, about 0.3 in English
_BROKEN = 0.01  # share of runs with letters of other scripts from which on a font's map is broken
_GARBLED, _ODD = 6, 0.4  # different runs that no language has, and share of odd runs: a font's map is broken
_INSIDE = re.compile(r"[+*$%{}|~\\^<>=#\u00ac\u00ae\u00b6\u00a4\u00a6](?=[^\W\d_])")
_NO_WORD = re.compile(r"[/@]|\d-|www\.")  # symbols of documents, addresses of letters and pages
_OVER = 0.3  # share of the words that lie over others from which on their places are wrong


def is_vietnamese(text: str) -> bool:
    """Whether an OCR layer reads as Vietnamese: syllables of the language, with their marks."""
    words = _WORD.findall(text)
    if len(words) < _ENOUGH:
        return False
    syllables = sum(is_syllable(word) for word in words)
    marked = sum(not word.isascii() for word in words)
    return syllables >= _SYLLABLES * len(words) and marked >= _MARKED * len(words)


def lacks_marks(text: str) -> bool:
    """Whether a text is Vietnamese without its marks, as an engine for another language reads it."""
    words = _WORD.findall(text)
    marked = sum(not word.isascii() for word in words)
    if len(words) < _ENOUGH or marked >= _MARKED * len(words):
        return False
    return sum(is_syllable(word) or is_syllable(word + "\u0301") for word in words) >= _UNMARKED * len(words)


def is_garbled(pieces: Sequence[Piece]) -> bool:
    """Whether a font's map to Unicode is wrong in Latin letters: many of its runs are odd, some as no language has.

    Each font is judged alone, since one may be broken among right ones. A text in another language is none.
    """
    fonts: dict[int, set[str]] = defaultdict(set)
    for piece in pieces:
        fonts[id(piece.style.face)].add(piece.text)
    return any(len(runs) >= _GARBLED and _are_garbled(runs) for runs in fonts.values())


def _are_garbled(runs: set[str]) -> bool:
    told = [oddness for run in runs if (oddness := _oddness(run)) is not None]
    return told.count(2) >= _GARBLED and sum(map(bool, told)) >= _ODD * len(told)


@lru_cache(maxsize=65_536)
def _oddness(run: str) -> int | None:
    """2 for letters that no word has so, 1 for one without a vowel (`HĐND`, too), 0 for others; None for no word."""
    words = _WORD.findall(run)
    if not words or _NO_WORD.search(run):
        return None
    if _INSIDE.search(run) or any(a.islower() and b.isupper() for a, b in pairwise(run)):
        return 2
    if any(not (word.isascii() or word.isupper() or is_syllable(word)) for word in words):
        return 2
    plain = unicodedata.normalize("NFD", run.lower())
    return 0 if any(vowel in plain for vowel in "aeiouy") else 1


def is_heaped(pieces: Sequence[Piece]) -> bool:
    """Whether words lie over one another, so that neither their order nor their columns can be told."""
    rows: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        rows[round(piece.base / 4)].append(piece)
    over = 0
    for row in rows.values():
        row.sort(key=lambda piece: piece.x0)
        over += sum(before.x1 - after.x0 > 0.5 * (after.x1 - after.x0) for before, after in pairwise(row))
    return len(pieces) >= _ENOUGH and over >= _OVER * len(pieces)


def is_broken(text: str) -> bool:
    """Whether a font's map to Unicode is wrong: letters of other scripts among the words of a Latin text."""
    if not _NOT_LATIN.search(text):
        return False
    runs = _RUN.findall(text)
    foreign = sum(any(_is_foreign(char) for char in run) for run in runs)
    return foreign >= 3 and foreign >= _BROKEN * len(runs)


def _is_foreign(char: str) -> bool:
    """Whether a letter is of another script than Latin; Greek letters name quantities."""
    if char.isascii() or not char.isalpha():
        return False
    name = unicodedata.name(char, "")
    return not name.startswith(("LATIN", "GREEK", "MICRO", "FEMININE", "MASCULINE", "MODIFIER"))
