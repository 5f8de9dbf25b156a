"""Fixed strings and names of bodies, found by their letters where an engine lost blanks or single letters.

Nghị định 30/2020/NĐ-CP, Phụ lục I, prescribes motto and slogan: what is near to one of them is it. A name of the
register must have every letter where only blanks and marks went wrong (`UBNDTÌNHPHÚTHỌ`), or all its words but
few that the engine itself doubts (`BỘ GIÁO nụ VÀ ĐÀO TẠO`), and no other name may be as near.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from dispatch_parser.model import ModelData
from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.marks import bare, core, phrases
from dispatch_parser.text.folding import key
from dispatch_parser.text.legacy_syllables import is_syllable

_NEAR = 0.85  # share of the letters of a prescribed line that must be there
_LEAST = 10  # letters: shorter names are too near to others
_APART = 1.4  # heights of type: a wider gap parts two columns
_DOUBTED = 0.85  # confidence below which a word of a name may be another
_FOUND = 0.6  # confidence of what was put in place, at most

# Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: the mark of competence, and what it is printed before.
_MARK = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.")
_COMPETENCE = re.compile(_MARK.pattern + r"(?=[A-ZĐÀ-Ỹ]{2})")
_SPECKS = "|_¬~`¦•'‘’^"


def refit(line: Sequence[Word]) -> list[Word]:
    """The words of a line, left to right, with the fixed strings and names that are in capitals or prescribed.

    What is replaced keeps its place on the line; digits of a number are in no such string.
    """
    parts = [[clean for word in part for clean in _clean(word)] for part in _parts(_sorted(line))]
    result: list[Word] = []
    first = 0
    while first < len(parts):
        # A prescribed line may be torn apart by a stamp, a name is not.
        wholes = ([word for part in parts[first:last] for word in part] for last in range(len(parts), first + 1, -1))
        torn = next(((whole, words) for whole in wholes if (words := _prescribed(whole))), None)
        part = torn[0] if torn else parts[first]
        words = torn[1] if torn else _prescribed(part) or _named(part)
        result += _spread(part, words) if words else part
        taken = 0
        while taken < len(part):
            taken += len(parts[first])
            first += 1
    return result


def _sorted(line: Sequence[Word]) -> list[Word]:
    return sorted(line, key=lambda word: word.x0)


def _parts(line: Sequence[Word]) -> Iterator[list[Word]]:
    """The line cut at gaps wider than between words."""
    part: list[Word] = []
    for word in line:
        if part and word.x0 - part[-1].x1 > _APART * max(word.bottom - word.top, part[-1].bottom - part[-1].top):
            yield part
            part = []
        part.append(word)
    if part:
        yield part


def _clean(word: Word) -> list[Word]:
    """A word without the specks that stand before its letters (`|-_ỦY`); two where a blank was lost (`KT.BỘ`)."""
    text = word.text.lstrip(_SPECKS + "-") if word.text[:1] in _SPECKS else word.text
    if not text or not text[0].isalpha():
        return [word]
    glued = _COMPETENCE.match(text)
    if not glued:
        return [word if text == word.text else replace(word, text=text)]
    middle = word.x0 + (word.x1 - word.x0) * glued.end() / len(text)
    return [replace(word, text=glued[0], x1=middle - 1), replace(word, text=text[glued.end() :], x0=middle + 1)]


def _prescribed(part: Sequence[Word]) -> tuple[str, ...]:
    """The prescribed line that the words are nearest to, as printed; () where none is near, or they are it."""
    from rapidfuzz.distance import Indel

    shown = _letters(word.text for word in part)
    if len(shown) < _LEAST:
        return ()
    for letters, words in _lines():
        if words[-1].isupper() and not _in_capitals(part):
            continue
        if abs(len(letters) - len(shown)) <= 6 and Indel.normalized_similarity(letters, shown) >= _NEAR:
            return () if [key(word.text) for word in part] == [key(word) for word in words] else words
    return ()


def _named(part: Sequence[Word]) -> tuple[str, ...]:
    """The name in capitals that the words spell but for blanks and marks, or for a doubtful word; () for none."""
    shown = _letters(word.text for word in part)
    if len(shown) < _LEAST or not _in_capitals(part):
        return ()
    names = _names()
    whole = names.get(shown)
    if whole is not None:
        return () if len(whole) == len(part) else _capital(whole)
    near = [name for name in _same_size().get(len(part), ()) if _nearly(part, name)]
    return _capital(near[0]) if len(near) == 1 else ()


def _nearly(part: Sequence[Word], name: Sequence[str]) -> bool:
    """Whether the words are those of the name but for at most a third, which the engine doubts or made no word of."""
    other = [word for word, right in zip(part, name, strict=True) if _letters((word.text,)) != bare(right)]
    if 3 * len(other) > len(part):
        return False
    return all(
        not _MARK.match(word.text) and (word.confidence < _DOUBTED or not is_syllable(core(word.text)[1]))
        for word in other
    )


def _in_capitals(part: Sequence[Word]) -> bool:
    letters = [c for word in part for c in word.text if c.isalpha()]
    return sum(map(str.isupper, letters)) >= 0.6 * len(letters)


def _letters(texts: Iterator[str] | Sequence[str]) -> str:
    return "".join(c for text in texts for c in bare(text) if c.isalnum())


def _capital(name: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.upper() for word in name)


@lru_cache(maxsize=1)
def _lines() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lines that the form prescribes, with their letters."""
    rows = [row["phrase"] for row in ModelData().lexicon("ocr_phrases") if row["id"].startswith("ocr.line.")]
    printed = [row.upper() if " - " not in row else row for row in rows]
    return tuple((_letters((text,)), tuple(text.split())) for text in printed)


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Names of bodies by their letters; committees of provinces with their place."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for name in (*(name for name in phrases() if len(name) > 2), *_committees()):
        found.setdefault(_letters(name), set()).add(name)
    return {letters: next(iter(names)) for letters, names in found.items() if len(names) == 1}


def _committees() -> Iterator[tuple[str, ...]]:
    for row in ModelData().lexicon("provinces"):
        for head in ("UBND", "ủy ban nhân dân", "hội đồng nhân dân", "HĐND"):
            yield tuple(key(f"{head} {row['level']} {row['name']}").split())


@lru_cache(maxsize=1)
def _same_size() -> dict[int, list[tuple[str, ...]]]:
    """Names of bodies by how many words they have."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for name in _names().values():
        found.setdefault(len(name), []).append(name)
    return found


def _spread(part: Sequence[Word], texts: Sequence[str]) -> list[Word]:
    """The words over the place of those read there, each as wide as its letters."""
    if len(texts) == len(part):
        sure = [min(word.confidence, _FOUND) for word in part]
        return [
            replace(word, text=text, confidence=doubt) if key(word.text) != key(text) else word
            for word, text, doubt in zip(part, texts, sure, strict=True)
        ]
    left, right = part[0].x0, max(word.x1 for word in part)
    unit = (right - left) / (sum(map(len, texts)) + 0.6 * (len(texts) - 1))
    first = part[0]
    top, bottom = min(word.top for word in part), max(word.bottom for word in part)
    found, at = [], left
    for text in texts:
        width = unit * len(text)
        found.append(replace(first, text=text, x0=at, x1=at + width, top=top, bottom=bottom, confidence=_FOUND))
        at += width + 0.6 * unit
    return found
