"""Folding with a way back: the forms in which text is kept and in which it is compared.

Two forms, character for character aligned with each other:

* the *kept* form: Unicode NFC, runs of white space as one space, invisible characters dropped. Values of a record
  are slices of it;
* the *key*: the kept form in lower case, tone marks moved to their new-style place (`hoà` -> `hòa`, `uỷ` ->
  `ủy`), look-alikes of `đ` and all dashes unified. Only comparison sees it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"), "-")
_QUOTES = {ord(c): '"' for c in "“”„‟«»"} | {ord(c): "'" for c in "‘’‚‛"}
_LOOKALIKES = {
    ord("ð"): "đ", ord("ɖ"): "đ", ord("Ð"): "đ", ord("Ɖ"): "đ",
    ord("⁄"): "/", ord("∕"): "/", ord("／"): "/", ord("："): ":",
}  # fmt: skip
_KEY_TABLE = {**_DASHES, **_QUOTES, **_LOOKALIKES}
_FOREIGN = re.compile("[" + "".join(map(chr, _KEY_TABLE)) + "]")  # few texts have one: to look is ten times cheaper

_FOLDS = re.compile(rf"[^\S ]|  |[{re.escape(''.join(sorted(INVISIBLE)))}]")

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tone_pairs() -> dict[str, str]:
    """Old-style to new-style open syllable ends: `oà` -> `òa`, `oẻ` -> `ỏe`, `uỷ` -> `ủy`."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            old = first + unicodedata.normalize("NFC", second + tone)
            pairs[old] = unicodedata.normalize("NFC", first + tone) + second
    return pairs


_TONE_PAIRS = _tone_pairs()
# A tone moves only in an open syllable (nothing but a non-letter after it) and not after q (`quý` has one style).
_OLD_TONE = re.compile(r"(?<!q)(" + "|".join(map(re.escape, _TONE_PAIRS)) + r")(?![^\W\d_])")


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def key_of(kept: str) -> str:
    """The comparison key of a kept text; same length, so offsets are shared."""
    lowered = _lower(kept.translate(_KEY_TABLE) if _FOREIGN.search(kept) else kept)
    return _OLD_TONE.sub(lambda match: _TONE_PAIRS[match.group(1)], lowered)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """The comparison key of any text: NFC, white space folded, then `key_of`."""
    return key_of(keep(text))


def keep(text: str) -> str:
    """The kept form of a text, without offsets: NFC, white space folded, invisible characters dropped."""
    visible = "".join(c for c in unicodedata.normalize("NFC", text) if c not in INVISIBLE)
    return " ".join(visible.split())


def is_kept(text: str) -> bool:
    """Whether a text, not empty, is in kept form but for single blanks at its ends: nothing in it has to be folded."""
    return text != "" and not _FOLDS.search(text) and unicodedata.is_normalized("NFC", text)


def clusters(text: str) -> list[tuple[str, int, int]]:
    """Cut text into NFC characters with their source offsets: `(character, start, end)`.

    A base letter followed by combining marks becomes one cluster, so that NFD input maps back exactly. White space
    stays as it is; invisible characters are left out.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return [(c, i, i + 1) for i, c in enumerate(text) if c not in INVISIBLE]
    result: list[tuple[str, int, int]] = []
    i, n = 0, len(text)
    while i < n:
        j = i + 1
        while j < n and unicodedata.combining(text[j]):
            j += 1
        composed = unicodedata.normalize("NFC", text[i:j])
        if text[i] not in INVISIBLE:
            result.extend((c, i, j) for c in composed)
        i = j
    return result
