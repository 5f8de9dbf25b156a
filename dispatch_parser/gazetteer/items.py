"""What a list of bodies is made of: members, and the items between its separators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from dispatch_parser.gazetteer.collectives import modifiers, read_collective
from dispatch_parser.gazetteer.groups import place_group
from dispatch_parser.gazetteer.lexicon import Anchor, Entry
from dispatch_parser.gazetteer.names import Name, read_name
from dispatch_parser.gazetteer.places import place_end
from dispatch_parser.gazetteer.scan import Scan

SEPARATORS = frozenset((",", ";", "và", "hoặc", "cùng", "&"))
_LONGEST_BRACKET = 60  # tokens of a remark in brackets behind a member


@dataclass(frozen=True, slots=True)
class Member:
    """One body of a list: tokens `start` to `end`, its completed name, its register entry or group id."""

    start: int
    end: int
    name: str
    entry: Entry | None = None
    group: str | None = None
    office: str | None = None
    rule: str = "agency.name"


@dataclass(frozen=True, slots=True)
class Item:
    """What stands between two separators of a list: one member, or several under one head."""

    start: int
    end: int
    members: tuple[Member, ...]


ItemReader = Callable[[Scan, int], "Item | None"]


class Readers(NamedTuple):
    """The grammar's own entrances, handed down to its parts: one item, and a whole list."""

    item: ItemReader
    whole: ItemReader


def item_of_name(scan: Scan, name: Name, *, capital: bool = False) -> Item:
    """A name as an item of a list; `capital`: its first letter made one (`Trưởng phòng` -> `Phòng …`)."""
    head = name.head.name if name.head is not None else ""
    group = place_group(scan, head, name.core, name.end)
    end, used = name.end, name.used
    if group is not None or scan.key(name.core) in ("các", "cấp"):
        end, _, more = modifiers(scan, end)
        used += more
    words = scan.words(name.start, end, used)
    if capital:
        words = words[:1].upper() + words[1:]
    member = Member(name.start, end, words, name.entry, group)
    return Item(name.start, past_superior(scan, end), (member,))


def past_superior(scan: Scan, i: int) -> int:
    """Past `thuộc Bộ X` behind a named body: it says whose the body is and names no member."""
    if scan.key(i) == "," and scan.key(i + 1) in ("thuộc", "trực"):
        i += 1
    at = i
    if scan.key(at) == "trực":
        at += 1
    if scan.key(at) != "thuộc":
        return i
    name = read_name(scan, at + 1, plural=True)
    if name is not None:
        return name.end
    place = place_end(scan, at + 1)
    return place if place > at + 1 else at + 2 if scan.key(at + 1) in ("bộ", "sở", "tỉnh") else i


def completed(scan: Scan, head: Entry, start: int, end: int, used: tuple[Anchor, ...]) -> Member:
    """The body that tokens start to end name with a head given before."""
    name = f"{head.name} {scan.words(start, end, used)}"
    return Member(start, end, name, scan.lexicon.body(name), None, None, "agency.completed")


def collective_item(scan: Scan, i: int, *, headed: bool = False) -> Item | None:
    """The collective at token i as an item of a list."""
    found = read_collective(scan, i, headed=headed)
    if found is None:
        return None
    member = Member(i, found.end, scan.words(i, found.end, found.used), None, found.group, None, "agency.collective")
    return Item(i, found.end, (member,))


def past_bracket(scan: Scan, i: int) -> int:
    """Past a remark in brackets at token i if the list may go on after it."""
    if scan.key(i) != "(":
        return i
    end = i + 1
    while end < min(scan.size, i + _LONGEST_BRACKET) and scan.key(end) not in (")", "\n", "("):
        end += 1
    if scan.key(end) != ")" or scan.key(end + 1) not in SEPARATORS or scan.key(i + 1) in ("qua", "để"):
        return i
    return end + 1
