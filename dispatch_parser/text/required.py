"""Words that a regular expression cannot match without, so that a text which lacks them need not be searched.

`required_words(pattern)` reads the syntax tree of `re` and returns words of which every match holds at least one, or
None where no such words can be told. Looking for a word is many times cheaper than trying a pattern at every place of
a text; most rules match in few paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

try:
    from re import _constants as codes  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_constants as codes
    import sre_parse as parser

_MOST = 24  # words: asking for more costs as much as the search
_REPEATS = tuple(
    getattr(codes, name) for name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") if hasattr(codes, name)
)
_ATOMIC = getattr(codes, "ATOMIC_GROUP", None)

Words = frozenset[str]


def required_words(pattern: str) -> Words | None:
    """Words (as the pattern spells them) of which each match of the pattern holds at least one; None if unknown.

    None too for a pattern that ignores case: its letters stand for several.
    """
    if re.compile(pattern).flags & re.IGNORECASE:
        return None
    words = _of_sequence(parser.parse(pattern))
    return words if words and len(words) <= _MOST else None


def _of_sequence(items: Iterable[Any]) -> Words | None:
    """The best words of things that follow each other: any of them serves, long and few words are best."""
    best: Words | None = None
    run = ""
    for item in items:
        if item[0] is codes.LITERAL:
            run += chr(item[1])
            continue
        best, run = _better(best, frozenset((run,)) if run else None), ""
        best = _better(best, _of_item(item))
    return _better(best, frozenset((run,)) if run else None)


def _of_item(item: tuple[Any, Any]) -> Words | None:
    code, value = item
    if code is codes.SUBPATTERN:
        _, added_flags, _, inner = value
        return None if added_flags & re.IGNORECASE else _of_sequence(inner)
    if _ATOMIC is not None and code is _ATOMIC:
        return _of_sequence(value)
    if code is codes.BRANCH:
        return _of_branches(value[1])
    if code in _REPEATS:
        least, _, inner = value
        return _of_sequence(inner) if least else None
    if code is codes.IN:
        return _of_set(value)
    return None


def _of_branches(branches: Iterable[Iterable[Any]]) -> Words | None:
    every: set[str] = set()
    for branch in branches:
        words = _of_sequence(branch)
        if words is None:
            return None
        every |= words
    return frozenset(every)


def _of_set(members: Sequence[Any]) -> Words | None:
    """The characters of `[áà]`; None for ranges, classes and negations, which stand for too many."""
    if all(code is codes.LITERAL for code, _ in members):
        return frozenset(chr(value) for _, value in members)
    return None


def _better(one: Words | None, other: Words | None) -> Words | None:
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda words: (min(map(len, words)), -len(words)))
