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

from dispatch_parser.model import load
from dispatch_parser.readers.ocr.engine import Word, side_by_side
from dispatch_parser.readers.ocr.marks import bare, core, phrases
from dispatch_parser.text.folding import key
from dispatch_parser.text.legacy_syllables import is_syllable

_NEAR = 0.85  # share of the letters of a prescribed line that must be there
_MORE = 6  # letters more or fewer that a prescribed line may have been read with
_LEAST = 10  # letters: shorter names are too near to others
_APART = 1.4  # heights of type: a wider gap parts two columns
_ALIKE = 0.3  # share of letters that what stands first has in common with the name's first word, at least
_DOUBTED = 0.85  # confidence below which a word of a name may be another
_FOUND = 0.6  # confidence of what was put in place, at most

# Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: the marks of competence.
COMPETENCES = ("KT", "TL", "TUQ", "Q", "TM")
_MARK = re.compile(rf"(?:{'|'.join(COMPETENCES)})\.")
_COMPETENCE = re.compile(_MARK.pattern + r"(?=[A-ZĐÀ-Ỹ]{2})")
_SPECKS = "|_¬~`¦•'‘’^"


def refit(line: Sequence[Word]) -> list[Word]:
    """The words of a line, left to right, with the fixed strings and names that are in capitals or prescribed.

    What is replaced keeps its place on the line; digits of a number are in no such string.
    """
    ordered = sorted(line, key=lambda word: word.x0)
    parts = [[clean for word in part for clean in _clean(word)] for part in _parts(ordered)]
    result: list[Word] = []
    first = 0
    while first < len(parts):
        last, words = _torn(parts, first)
        part = [word for one in parts[first:last] for word in one]
        words = words or _named(part)
        result += _spread(part, words) if words else part
        first = last
    return result


def _torn(parts: Sequence[Sequence[Word]], first: int) -> tuple[int, tuple[str, ...]]:
    """The prescribed line that opens at a part, and the part behind its last: a stamp may tear it, a name not."""
    found: tuple[int, tuple[str, ...]] = first + 1, ()
    whole: list[Word] = []
    for last, part in enumerate(parts[first:], start=first + 1):
        whole += part
        if len(_letters(word.text for word in whole)) > max(len(letters) for letters, _ in _lines()) + _MORE:
            break
        words = _prescribed(whole)
        found = (last, words) if words else found
    return found


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
        if abs(len(letters) - len(shown)) <= _MORE and Indel.normalized_similarity(letters, shown) >= _NEAR:
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
    """Whether the words are those of the name but for at most a third, which the engine doubts or made no word of.

    What stands first has letters of the name's first word: the number of a heading (`III.`) is none of them.
    """
    from rapidfuzz.distance import Indel

    pairs = [(word, bare(right)) for word, right in zip(part, name, strict=True)]
    other = [word for word, right in pairs if _letters((word.text,)) != right]
    if 3 * len(other) > len(part) or Indel.normalized_similarity(_letters((part[0].text,)), pairs[0][1]) < _ALIKE:
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
    rows = [row["phrase"] for row in load().lexicon("ocr_phrases") if row["id"].startswith("ocr.line.")]
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
    for row in load().lexicon("provinces"):
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
        return [
            word
            if key(word.text) == key(text)
            else replace(word, text=text, raw=word.text, confidence=min(word.confidence, _FOUND))
            for word, text in zip(part, texts, strict=True)
        ]
    raw = " ".join(word.text for word in part)
    top, bottom = min(word.top for word in part), max(word.bottom for word in part)
    return [
        replace(part[0], text=text, x0=start, x1=end, top=top, bottom=bottom, confidence=_FOUND, raw=raw)
        for text, start, end in side_by_side(texts, part[0].x0, max(word.x1 for word in part), gap=0.6)
    ]
