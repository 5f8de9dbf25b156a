"""Which bodies `các cơ quan nêu trên`, `các đơn vị được giao chủ trì`, `đơn vị được giao tại mục 1` mean.

Source: language of assignment. The expression stays in the record as it is written; this is what it points to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

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


def meant_by(findings: Findings, mention: Mention) -> tuple[str, ...]:
    """The names of the bodies that an expression points to, in text order; empty for any other mention.

    One that names a part of the document means who leads there. Expressions of leading mean all that lead in a task;
    the others the last list of bodies before them, or, where that names one body only, all that lead in the tasks
    before.
    """
    words = findings.reading.key[mention.start : mention.end]
    given = _GIVEN.search(words)
    if given:
        return _names(_leads_in_part(findings, _PART.findall(words, given.end()), mention))
    if mention.group != ANAPHOR:
        return ()
    if any(word in words for word in _LEADERS):
        return _names(_leads(findings, 0, len(findings.reading.key)))
    listed = _names(_named_before(findings, mention.start))
    return listed if len(listed) > 1 else _names(_leads(findings, 0, mention.start)) or listed


def _leads(findings: Findings, start: int, end: int) -> Iterator[Mention]:
    """Who leads in the tasks that begin in a stretch."""
    for task in findings.tasks:
        if start <= task.start < end:
            yield from (who for who, role in task.agencies if role == "lead")


def _leads_in_part(findings: Findings, numbers: list[str], mention: Mention) -> Iterator[Mention]:
    """Who leads under the item of these numbers, the finest first; nobody where no item or several may be meant."""
    if not numbers:
        return
    reading = findings.reading
    roots = outline(reading, (p for p in reading.in_zones(zones.BODY, zones.ANNEX) if p.cell is None))
    found = [item for root in roots for item in root.walk() if _is_part(item, numbers)]
    depth = min((_depth(item) for item in found), default=0)
    highest = [item for item in found if _depth(item) == depth]
    if len(highest) == 1:
        end = max(below.end for below in highest[0].walk())
        yield from (who for who in _leads(findings, highest[0].start, end) if who.start != mention.start)


def _is_part(item: Item, numbers: list[str]) -> bool:
    """Whether an item has the first number, and items above it have the others in turn."""
    if _number(item) != numbers[0]:
        return False
    above, rest = item.parent, numbers[1:]
    while rest and above is not None:
        rest = rest[1:] if _number(above) == rest[0] else rest
        above = above.parent
    return not rest


def _number(item: Item) -> str:
    return key(item.marker).strip(_MARKS).split(" ")[-1].strip(_MARKS)


def _depth(item: Item) -> int:
    return 0 if item.parent is None else 1 + _depth(item.parent)


def _named_before(findings: Findings, position: int) -> Iterator[Mention]:
    """The members of the last list before a position that names bodies other than the issuer."""
    issuer = findings.header.issuer.name.value
    for group in sorted(findings.agencies, key=lambda found: -found.start):
        zone = findings.reading.paragraph_at(group.start).zone
        members = [one for one in group.members if one.group != ANAPHOR and one.name != issuer]
        if group.end <= position and zone in _READ and members:
            yield from members
            return


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in mentions if one.group != ANAPHOR))
