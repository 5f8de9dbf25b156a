"""The outline of a text: items with markers (I. 1. 1.1. a) - + • Điều 1.), what stands under what.

Depth is not read from the marker alone, because offices nest them freely: a marker of a kind that is already
open closes everything below it; one of a kind not yet open is one level deeper. Source of the marker kinds:
Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (phần, chương, mục, điều, khoản, điểm); dashes and signs from
practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dispatch_parser.text.reading import Paragraph, Reading

# kind, pattern over the kept text of a paragraph. The first that matches names the marker.
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("phan", r"(?:PHẦN|Phần)(?: thứ)? (?:[IVX]+|[A-ZĐa-zđ\d]{1,4}|nhất|hai|ba|tư|năm)\b[.:]?\s*"),
        ("chuong", r"(?:CHƯƠNG|Chương) [IVX\d]+\b[.:]?\s*"),
        ("muc", r"(?:MỤC|Mục) [IVX\d]+\b[.:]\s*"),
        ("dieu", r"(?:ĐIỀU|Điều) \d+[a-zđ]?\s?[.:]\s*"),
        ("roman", r"(?:[IVX]{1,5}|[IVX]+\.\d+)\s?[.)/:-]\s*(?=\D)"),
        ("roman", r"[IVX]{1,5}\.? (?=[A-ZĐÀ-Ỹ]{2,} )"),
        ("capital", r"[A-EĐ]\.\s+(?=[A-ZĐÀ-Ỹ]{2})"),
        ("decimal", r"\d{1,2}(?:\.\d{1,2}){1,3}(?:\s?[.)]?|-)\s+(?=[^\d\s])"),
        ("number", r"(?:\(\d{1,2}\)\.?|\d{1,2}\s?[.)/](?!\d)|\d{1,2}\. ?-)\s*(?=[^\d\s])|\d{1,2}-\s+(?=[A-ZĐÀ-Ỹ])"),
        ("paren_roman", r"\((?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\)\.?\s*"),
        ("letter", r"\(?[a-zđ]\d?\s?[.)]\s*(?=[^\W\d_]|[“\"(])"),
        ("star", r"\*\)?\s*(?=[^\s*])"),
        ("dash", r"[-–—]\s*(?=[^\s\d-])|[-–—]\s+(?=\d)"),
        ("plus", r"\+\s*(?=\S)"),
        ("bullet", r"[•●▪■◦○·o➢⁃]\s+"),
    )
)


@dataclass(slots=True)
class Item:
    """One paragraph in the outline. `text[start:end]` of the reading is its words without the marker.

    `marker` is what was printed (`1.`, `a)`, `-`), "" for a paragraph without one; `kind` names its kind.
    """

    paragraph: Paragraph
    start: int
    end: int
    kind: str = ""
    marker: str = ""
    parent: Item | None = None
    children: list[Item] = field(default_factory=list)

    def walk(self) -> Iterator[Item]:
        """Yield the item and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def marker_of(text: str) -> tuple[str, str]:
    """The kind of marker a paragraph opens with, and the marker with the space behind it.

    `("", "")` for none.
    """
    for kind, pattern in _MARKERS:
        match = pattern.match(text)
        if match:
            if kind == "decimal":
                kind = f"decimal{match[0].strip(' .)-').count('.')}"
            if kind == "number" and match[0].startswith("("):
                kind = "paren_number"
            if kind == "number" and match[0].rstrip().endswith(")"):
                kind = "number_paren"
            return kind, match[0]
    return "", ""


def outline(reading: Reading, paragraphs: Iterable[Paragraph]) -> list[Item]:
    """The paragraphs as a forest, in reading order.

    An unmarked paragraph that announces a list (ends in a colon) is the parent of the items behind it. Any
    other unmarked paragraph belongs to the nearest open heading that has no items yet, or goes on with an
    open item whose list is taken up again behind it; otherwise it closes the list.
    """
    items = [_item(reading, paragraph) for paragraph in paragraphs]
    upcoming = _upcoming_kinds(items)
    roots: list[Item] = []
    stack: list[Item] = []
    for item, following in zip(items, upcoming, strict=True):
        goes_on = None if item.kind or _announces(reading, item) else _interrupted(reading, stack, following)
        if goes_on is not None:
            item.parent = goes_on
            goes_on.children.append(item)
            continue
        _close(reading, stack, item)
        if stack:
            item.parent = stack[-1]
            stack[-1].children.append(item)
        else:
            roots.append(item)
        stack.append(item)
    return roots


def _upcoming_kinds(items: list[Item]) -> list[str]:
    """For each item, the kind of the next marked item behind it."""
    kinds: list[str] = []
    following = ""
    for item in reversed(items):
        kinds.append(following)
        following = item.kind or following
    return kinds[::-1]


def _interrupted(reading: Reading, stack: list[Item], following: str) -> Item | None:
    """The open item that plain text goes on with, because its list is taken up again behind that text."""
    if stack and _holds_plain(reading, stack[-1]):
        return None
    return next((item for item in reversed(stack) if item.kind and item.kind == following), None)


def _announces(reading: Reading, item: Item) -> bool:
    return reading.text[item.start : item.end].rstrip().endswith(":")


def is_heading(words: str) -> bool:
    """Whether an item only names what follows: no sentence mark at its end, or a colon."""
    words = words.rstrip()
    return not words or words[-1] == ":" or (words[-1] not in '.;,?!…”"' and len(words) < 400)


def _item(reading: Reading, paragraph: Paragraph) -> Item:
    text = reading.text[paragraph.start : paragraph.end]
    kind, marker = marker_of(text)
    return Item(paragraph, paragraph.start + len(marker), paragraph.end, kind, marker.strip())


def _close(reading: Reading, stack: list[Item], item: Item) -> None:
    """Take off the stack every item that the new one cannot stand under."""
    if item.kind:
        kinds = [open_item.kind for open_item in stack]
        if item.kind in kinds:
            del stack[kinds.index(item.kind) :]
            return
        while stack and not _may_hold(reading, stack[-1], item):
            stack.pop()
        return
    while stack and not _holds_plain(reading, stack[-1]):
        stack.pop()


def _may_hold(reading: Reading, above: Item, item: Item) -> bool:
    """Whether a marked item can stand under `above`: it announces a list, or its marker ranks higher."""
    if _announces(reading, above):
        return True
    return bool(above.kind) and _rank(above.kind) < _rank(item.kind)


def _holds_plain(reading: Reading, above: Item) -> bool:
    """Whether plain text behind `above` belongs under it.

    A heading holds it until its marked items begin: plain text behind those closes the list. Leaves hold
    none.
    """
    words = reading.text[above.start : above.end]
    if not above.kind or above.kind in _SIGNS or any(child.kind for child in above.children):
        return False
    return is_heading(words)


_SIGNS = frozenset(("star", "dash", "plus", "bullet", "paren_roman", "paren_number"))
_RANKS = {
    "phan": 0, "chuong": 1, "muc": 2, "dieu": 3, "capital": 3, "roman": 4, "number": 5,
    "decimal1": 6, "decimal2": 7, "decimal3": 8, "number_paren": 9, "letter": 9, "paren_number": 9,
    "paren_roman": 10, "star": 10, "dash": 11, "bullet": 12, "plus": 12,
}  # fmt: skip


def _rank(kind: str) -> int:
    return _RANKS.get(kind, 13)
