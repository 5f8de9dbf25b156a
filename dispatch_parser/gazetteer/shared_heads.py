"""Many bodies under one head: fields (`các Sở: Tài chính, Y tế`) and places (`Ủy ban nhân dân các huyện.

A, B`).
"""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.gazetteer.collectives import modifiers, read_collective
from dispatch_parser.gazetteer.groups import place_group
from dispatch_parser.gazetteer.items import (
    SEPARATORS,
    Item,
    Member,
    Readers,
    completed,
    item_of_name,
    past_bracket,
)
from dispatch_parser.gazetteer.lexicon import Anchor, Entry, Kind
from dispatch_parser.gazetteer.name_runs import open_run
from dispatch_parser.gazetteer.names import Name, field_of, read_name
from dispatch_parser.gazetteer.places import named_level, place_end
from dispatch_parser.gazetteer.scan import DETERMINERS, Scan

_PROVINCIAL = ("tỉnh", "thành phố")
_IN_LABELS: tuple[Kind, ...] = ("noun", "modifier")


def many_of_a_kind(scan: Scan, i: int, read: Readers) -> Item | None:
    """`các Sở: A, B; C`, `các Sở A, B và C`, `các Sở, ngành: A, B`, `các Bộ: A, B`.

    And `các Sở Y tế` as one.
    """
    plural = scan.key(i) in DETERMINERS
    first = i + plural
    head = scan.at(first, "head")
    if head is None or head.entry.row["growth"] not in ("closed", "open", "place", "of", "company"):
        return None
    colon = _colon(scan, first, head)
    if not plural and not (colon and head.entry.row["growth"] == "closed" and scan.capital(first)):
        return None
    start = colon or head.end
    if head.entry.row["growth"] in ("closed", "open"):
        item = distributed(scan, head.entry, i, start, read)
        if item is not None:
            return item
    if colon:
        return _listed(scan, i, start, read)
    name = read_name(scan, first, plural=True)
    if name is None or (name.end == head.end and not head.entry.row["bare"]):
        return None
    places = _named_places(scan, name)
    if places is not None:
        return places
    end, _, more = modifiers(scan, name.end)
    words = scan.words(first if _same_head_follows(scan, end, head.entry) else i, end, name.used + more)
    member = Member(i, end, words, None, place_group(scan, head.entry.name, name.core, name.end))
    return Item(i, end, (member,))


def _same_head_follows(scan: Scan, end: int, head: Entry) -> bool:
    """Whether the next member of the list has the same head (`các phòng A và phòng B`).

    Then each is one body.
    """
    if scan.key(end) not in (",", "và"):
        return False
    following = scan.at(end + 1, "head")
    return following is not None and following.entry is head


def _colon(scan: Scan, first: int, head: Anchor) -> int:
    """The token after the colon of `các Sở:`, `các Sở, ngành:`, `các sở, ban, ngành tỉnh:`; 0 without one."""
    position = head.end
    while position < first + 12 and scan.key(position) != ":":
        known = [a.end for kind in _IN_LABELS if (a := scan.at(position, kind)) is not None]
        step = max([*known, scan.level(position), position + (scan.key(position) in (",", "-", "sau"))])
        if step == position:
            return 0
        position = step
    return position + 1 if scan.key(position) == ":" else 0


def distributed(scan: Scan, head: Entry, i: int, start: int, read: Readers) -> Item | None:
    """The members after a shared head: fields of the lexicon, else capitalised words.

    Own heads end the sharing.
    """
    members: list[Member] = []
    shared = 0
    position = end = start
    while True:
        member = _share(scan, head, position)
        if member is None:
            own = read.item(scan, position) if members else None
            if own is None:
                break
            members.extend(own.members)
            end = own.end
        else:
            members.append(member)
            shared += 1
            end = member.end
        position = past_bracket(scan, end)
        if scan.key(position) not in SEPARATORS:
            break
        position += 1 + (scan.key(position + 1) in SEPARATORS)
    if not shared or (shared == 1 and scan.key(start - 1) != ":"):
        return None
    return Item(i, end, tuple(members))


def _share(scan: Scan, head: Entry, i: int) -> Member | None:
    """One body that shares the head, at token i."""
    closed = head.row["growth"] == "closed"
    found = field_of(scan, head, i) if closed else scan.at(i, "field")
    if found is not None and scan.capital(i):
        own = read_name(scan, i)
        if own is None or own.end <= found.end or own.head is None:
            end = place_end(scan, found.end)
            return completed(scan, head, i, end, (found,))
        return None
    if scan.opens_body(i) or not scan.capital(i) or (closed and head.name == "Bộ"):
        return None
    if scan.key(i - 1) == ":" and _acts(scan, i, closed=closed):
        return None
    end = open_run(scan, i, plural=True)
    return completed(scan, head, i, end, ()) if end > i else None


def _acts(scan: Scan, i: int, *, closed: bool) -> bool:
    """Whether what stands behind the colon is what they do (`Các Sở: Kiểm tra, rà soát …`), no name.

    Open heads have names that are verbs, too (`các Ban: Tổ chức, Tuyên giáo`): there the list goes on in capitals.
    """
    verb = scan.at(i, "verb")
    if verb is None:
        return False
    return closed or scan.key(verb.end) not in SEPARATORS or not scan.capital(verb.end + 1)


def _listed(scan: Scan, i: int, start: int, read: Readers) -> Item | None:
    """`các hội: Hội Nông dân, Hội Cựu chiến binh`: the members named in full after the colon."""
    inner = read.whole(scan, start)
    return Item(i, inner.end, inner.members) if inner is not None else None


def named(scan: Scan, i: int) -> Item | None:
    """A named body, and those to which it gives its head on (`Sở Công Thương, Xây dựng`)."""
    name = read_name(scan, i)
    if name is None:
        return None
    places = _named_places(scan, name)
    if places is not None:
        return places
    of_many = _of_many(scan, name)
    if of_many is not None:
        return of_many
    item = item_of_name(scan, name)
    if name.head is not None and name.head.row["growth"] == "closed" and name.end == name.core:
        members = list(item.members)
        end = item.end
        while (more := _further_field(scan, name.head, end)) is not None:
            members.append(more)
            end = more.end
        return Item(i, end, tuple(members))
    return item


def _of_many(scan: Scan, name: Name) -> Item | None:
    """`Công an các đơn vị, địa phương`, `Ban Thường vụ các huyện ủy`: one kind of body in each of many."""
    if name.head is None or name.head.row["growth"] not in ("place", "of") or scan.key(name.end) != "các":
        return None
    many = read_collective(scan, name.end)
    if many is None or name.end > name.core:
        return None
    words = scan.words(name.start, many.end, name.used + many.used)
    member = Member(name.start, many.end, words, None, None, None, "agency.collective")
    return Item(name.start, many.end, (member,))


def _further_field(scan: Scan, head: Entry, end: int) -> Member | None:
    """The next body that shares the head: a separator, then a field of the lexicon."""
    if scan.key(end) not in SEPARATORS:
        return None
    position = end + 1 + (scan.key(end + 1) == "và")
    if scan.opens_body(position) and scan.at(position, "field") is None:
        return None
    found = field_of(scan, head, position)
    if found is None or (scan.capital(found.end) and scan.letters(found.end)):
        return None
    own = read_name(scan, position)
    if own is not None and own.end > found.end:
        return None
    return completed(scan, head, position, found.end, (found,))


def _named_places(scan: Scan, name: Name) -> Item | None:
    """`Ủy ban nhân dân các huyện: Đà Bắc, Lạc Sơn` -> `Ủy ban nhân dân huyện Đà Bắc`, ….

    None without named places.
    """
    if name.head is None or name.head.row["growth"] not in ("place", "of", "closed"):
        return None
    start = name.core + (scan.key(name.core) == "các")
    plural = start > name.core
    if name.head.row["growth"] == "closed" and not plural:
        return None
    level_end = scan.level(start)
    if level_end == start:
        return None
    if plural and (provinces := _named_provinces(scan, name, start)) is not None:
        return provinces
    position = level_end + (scan.key(level_end) == ":")
    if not (scan.capital(position) and (plural or named_level(scan, start) > level_end)):
        return None
    prefix = scan.words(name.start, name.core, name.used)
    level = scan.words(start, level_end)
    members: list[Member] = []
    end = position
    while True:
        own = scan.level(position)
        stop = named_level(scan, position) if own > position else _proper(scan, position)
        if stop == (own if own > position else position):
            break
        if own > position:
            level = scan.words(position, own)
        place = scan.words(position if own == position else own, stop)
        of = _level_of(scan, position) if own == position and level in _PROVINCIAL else ""
        members.append(Member(position, stop, f"{prefix} {of or level} {place}", None, None, None, "agency.completed"))
        end = stop
        if scan.key(end) not in (",", "và", ";"):
            break
        position = end + 1 + (scan.key(end + 1) == "và")
        if scan.opens_body(position) or (not plural and scan.level(position) > position):
            break
    if (len(members) < 2 and not plural) or not members:
        return None
    members[0] = replace(members[0], start=name.start)
    return Item(name.start, end, tuple(members))


def _named_provinces(scan: Scan, name: Name, start: int) -> Item | None:
    """`Ủy ban nhân dân các tỉnh, thành phố: Lào Cai, Hà Nội` -> `Ủy ban nhân dân tỉnh Lào Cai`, ….

    Levels in a row do not say whose they are: the register does, for provinces.
    """
    position, levels = start, 0
    while (end := scan.level(position)) > position:
        if scan.words(position, end) not in _PROVINCIAL:
            return None
        levels += 1
        position = end + (scan.key(end) in (",", "và", ":"))
    prefix = scan.words(name.start, name.core, name.used)
    members: list[Member] = []
    while (place := scan.at(position, "place")) is not None and scan.capital(position) and _level_of(scan, position):
        words = f"{prefix} {_level_of(scan, position)} {scan.words(position, place.end)}"
        members.append(Member(position, place.end, words, None, None, None, "agency.completed"))
        position = place.end + 1 + (scan.key(place.end + 1) == "và")
        if scan.key(place.end) not in (",", "và", ";"):
            break
    if levels < 2 or len(members) < 2:
        return None
    end = members[-1].end
    members[0] = replace(members[0], start=name.start)
    return Item(name.start, end, tuple(members))


def _level_of(scan: Scan, i: int) -> str:
    """The level of the province named at token i (`các tỉnh Hà Nội, Lào Cai` is written, too); '' for other places."""
    place = scan.at(i, "place")
    return place.entry.row.get("level", "") if place is not None else ""


def _proper(scan: Scan, i: int) -> int:
    """The end of a place's own name at token i, or i."""
    province = scan.at(i, "place")
    if province is not None and scan.capital(i):
        return province.end
    end = i
    while end < i + 4 and scan.capital(end) and scan.letters(end) and not (end > i and scan.opens_body(end)):
        end += 1
    return end
