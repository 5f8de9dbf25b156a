"""Finds regular expressions that a hostile text can make exponential: loops that can be cut in many ways.

Looked for, on the parse tree of `re`, is a loop inside a loop where the inner one may stop anywhere before
the outer starts anew (`(?:a+,?)*`, where the comma is optional). Characters are compared on a sample alphabet.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

if sys.version_info >= (3, 11):
    from re import _parser as sre
else:
    import sre_parse as sre

ALPHABET = frozenset("abcdeghiklmnopqrstuvxyăâđêôơưàộ ABCĐ 0123456789 ,;.:-/()\"'~_–\n\t%&*[]")
_CATEGORIES = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda c: c.isalnum() or c == "_",
}
Node = tuple[Any, Any]


def hazards(pattern: str) -> list[str]:
    """The loops of a pattern that can be cut in many ways, in words."""
    return list(_hazards(sre.parse(pattern)))


def _hazards(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        for body in _bodies(node):
            yield from _hazards(body)
            if _unbounded(node):
                yield from _loop_hazards(body)


def _loop_hazards(body: Sequence[Node]) -> Iterator[str]:
    begins = _first(body)
    for inner in _loops_at_the_end(body):
        both = _first([inner]) & begins
        if both:
            yield f"a loop inside a loop, both over {_shown(both)}"


def _loops_at_the_end(body: Sequence[Node]) -> Iterator[Node]:
    """The loops of a body after which nothing more need come before the body ends."""
    for node in reversed(body):
        if _unbounded(node):
            yield node
        for inside in _bodies(node):
            yield from _loops_at_the_end(inside)
        if not _nullable([node]):
            return


def _name(node: Node) -> str:
    return str(node[0])


def _is_repeat(node: Node) -> bool:
    return _name(node) in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def _unbounded(node: Node) -> bool:
    return _is_repeat(node) and node[1][1] == sre.MAXREPEAT


def _bodies(node: Node) -> list[Sequence[Node]]:
    if _is_repeat(node):
        return [node[1][2]]
    if _name(node) == "SUBPATTERN":
        return [node[1][3]]
    if _name(node) == "BRANCH":
        return list(node[1][1])
    if _name(node) in ("ASSERT", "ASSERT_NOT"):
        return [node[1][1]]
    return []


def _nullable(nodes: Sequence[Node]) -> bool:
    for node in nodes:
        if _is_repeat(node):
            empty = node[1][0] == 0 or _nullable(node[1][2])
        elif _name(node) in ("SUBPATTERN", "BRANCH"):
            empty = any(_nullable(body) for body in _bodies(node))
        else:
            empty = _name(node) in ("AT", "ASSERT", "ASSERT_NOT")
        if not empty:
            return False
    return True


def _first(nodes: Sequence[Node]) -> set[str]:
    """The characters of the alphabet that a match can begin with."""
    found: set[str] = set()
    for node in nodes:
        if _name(node) not in ("ASSERT", "ASSERT_NOT"):
            for body in _bodies(node):
                found |= _first(body)
            found |= _characters(node)
        if not _nullable([node]):
            break
    return found


def _characters(node: Node) -> set[str]:
    name, value = _name(node), node[1]
    if name == "ANY":
        return set(ALPHABET)
    if name == "LITERAL":
        return {chr(value)}
    if name == "NOT_LITERAL":
        return set(ALPHABET - {chr(value)})
    if name != "IN":
        return set()
    negated = bool(value) and _name(value[0]) == "NEGATE"
    inside = {c for c in ALPHABET | _literals(value) if any(_in(c, item) for item in value)}
    return set(ALPHABET - inside) if negated else inside


def _literals(items: Sequence[Node]) -> set[str]:
    return {chr(value) for op, value in items if str(op) == "LITERAL"}


def _in(character: str, item: Node) -> bool:
    name, value = _name(item), item[1]
    if name == "LITERAL":
        return ord(character) == value
    if name == "RANGE":
        return value[0] <= ord(character) <= value[1]
    if name != "CATEGORY":
        return False
    category = str(value)
    if category.startswith("CATEGORY_NOT_"):
        return not _CATEGORIES[category.replace("NOT_", "")](character)
    return bool(_CATEGORIES[category](character))


def _shown(characters: set[str]) -> str:
    return unicodedata.normalize("NFC", re.sub(r"\s", "␣", "".join(sorted(characters)[:8])))
