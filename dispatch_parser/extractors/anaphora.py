"""Which bodies `các cơ quan nêu trên`, `các đơn vị được giao chủ trì`, `đơn vị được giao tại mục 1` mean.

Source: language of assignment. The expression stays in the record as it is written; this is what it points to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from dispatch_parser.extractors.findings import Findings, Mention
from dispatch_parser.gazetteer.groups import ANAPHOR
from dispatch_parser.layout import zones
from dispatch_parser.layout.outline import Item, outline
from dispatch_parser.text.folding import key

_LEADERS = ("chủ trì", "phân công", "được giao")
_READ = (zones.ADDRESSEES, zones.BODY, zones.ANNEX)
# Parts of a text (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6), the finest first: `điểm a khoản 1 Điều 2`.
_PART = re.compile(r"\b(?:điểm|tiểu mục|khoản|mục|phần|điều) (\d+(?:\.\d+)*|[ivx]+|[a-zđ])\b")
_GIVEN = re.compile(r"\b(?:được giao|được phân công|chủ trì)\b.{0,30}?\b(?:tại|ở|trong) ")
_MARKS = " .)(/-:"

Names = tuple[str, ...]


class Antecedents:
    """What the expressions of one document point to. Its findings are complete, and stay as they are."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._parts: dict[Names, dict[str, set[int]]] = {}

    def of(self, mention: Mention) -> Names:
        """The names of the bodies that an expression points to, in text order; empty for any other mention.

        One that names a part of the document means who leads there. Expressions of leading mean all that lead in a
        task; the others the last list of bodies before them, or, where that names one body only, all that lead in the
        tasks before.
        """
        words = self._findings.reading.key[mention.start : mention.end]
        given = _GIVEN.search(words)
        if given:
            return self._leaders_of_part(tuple(_PART.findall(words, given.end())), mention)
        if mention.group != ANAPHOR:
            return ()
        starts, names = self._leaders
        if any(word in words for word in _LEADERS):
            return names
        listed = self._named_before(mention.start)
        return listed if len(listed) > 1 else names[: bisect_left(starts, mention.start)] or listed

    @cached_property
    def _leads(self) -> tuple[list[int], list[Mention]]:
        """The bodies that lead, and where their tasks begin, in reading order."""
        found = [(task.start, who) for task in self._findings.tasks for who, role in task.agencies if role == "lead"]
        named = sorted((pair for pair in found if pair[1].group != ANAPHOR), key=lambda pair: pair[0])
        return [start for start, _ in named], [who for _, who in named]

    @cached_property
    def _leaders(self) -> tuple[list[int], Names]:
        """The names of the bodies that lead, and where the first task of each begins."""
        first: dict[str, int] = {}
        for start, who in zip(*self._leads, strict=True):
            first.setdefault(who.name, start)
        return list(first.values()), tuple(first)

    @cached_property
    def _lists(self) -> tuple[list[int], list[tuple[int, Names]]]:
        """The lists that name bodies other than the issuer: where each starts; its end and names."""
        findings, found = self._findings, []
        for group in findings.agencies:  # in reading order
            names = _names([one for one in group.members if one.name != findings.header.issuer.name.value])
            if names and findings.reading.paragraph_at(group.start).zone in _READ:
                found.append((group.start, (group.end, names)))
        return [start for start, _ in found], [one for _, one in found]

    def _named_before(self, position: int) -> Names:
        """The names of the last list before a position."""
        starts, lists = self._lists
        before = range(bisect_left(starts, position) - 1, -1, -1)
        return next((lists[number][1] for number in before if lists[number][0] <= position), ())

    def _leaders_of_part(self, numbers: Names, mention: Mention) -> Names:
        """Who leads under the item of these numbers, the mention itself apart."""
        if numbers not in self._parts:
            self._parts[numbers] = self._leading_in(*self._part(numbers))
        return tuple(name for name, places in self._parts[numbers].items() if places != {mention.start})

    def _leading_in(self, start: int, end: int) -> dict[str, set[int]]:
        """The names of the bodies that lead in the tasks that begin in a stretch, and where each is named."""
        starts, who = self._leads
        found: dict[str, set[int]] = {}
        for one in who[bisect_left(starts, start) : bisect_left(starts, end)]:
            found.setdefault(one.name, set()).add(one.start)
        return found

    def _part(self, numbers: Names) -> tuple[int, int]:
        """The stretch of the item of these numbers, the finest first; empty where no item or several may be meant."""
        found = [item for item in self._items.get(numbers[0], ()) if _is_part(item, numbers)] if numbers else []
        depth = min((_depth(item) for item in found), default=0)
        highest = [item for item in found if _depth(item) == depth]
        if len(highest) != 1:
            return 0, 0
        return highest[0].start, max(below.end for below in highest[0].walk())

    @cached_property
    def _items(self) -> dict[str, list[Item]]:
        """The items of the outline by number."""
        reading = self._findings.reading
        found: dict[str, list[Item]] = {}
        for root in outline(reading, (p for p in reading.in_zones(zones.BODY, zones.ANNEX) if p.cell is None)):
            for item in root.walk():
                found.setdefault(_number(item), []).append(item)
        return found


def _is_part(item: Item, numbers: Names) -> bool:
    """Whether an item of the first number has items above it that have the others in turn."""
    above, rest = item.parent, numbers[1:]
    while rest and above is not None:
        rest = rest[1:] if _number(above) == rest[0] else rest
        above = above.parent
    return not rest


def _number(item: Item) -> str:
    return key(item.marker).strip(_MARKS).split(" ")[-1].strip(_MARKS)


def _depth(item: Item) -> int:
    return 0 if item.parent is None else 1 + _depth(item.parent)


def _names(mentions: Sequence[Mention]) -> Names:
    return tuple(dict.fromkeys(one.name for one in mentions if one.group != ANAPHOR))
