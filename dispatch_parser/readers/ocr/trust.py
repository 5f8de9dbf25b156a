"""Whether a page's own text layer can be trusted, or its picture must be read."""

from __future__ import annotations

import re
import unicodedata

from dispatch_parser.text.legacy_syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = re.compile(r"\S+")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")  # a letter outside of the blocks of Latin letters
_ENOUGH = 12  # words: fewer say nothing
_SYLLABLES = 0.8  # share of words that are syllables of the language, below which an OCR layer is of no use
_MARKED = 0.35  # share of words with a Vietnamese letter: about 0.8 in Vietnamese text
_BROKEN = 0.01  # share of runs with letters of other scripts from which on a font's map is broken


def is_vietnamese(text: str) -> bool:
    """Whether an OCR layer reads as Vietnamese: syllables of the language, with their marks."""
    words = _WORD.findall(text)
    if len(words) < _ENOUGH:
        return False
    syllables = sum(is_syllable(word) for word in words)
    marked = sum(not word.isascii() for word in words)
    return syllables >= _SYLLABLES * len(words) and marked >= _MARKED * len(words)


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
