"""Coordinated bodies: lists split and completed with their head, offices read as the bodies they head.

`các Sở: Tài chính, Nội vụ; Kế hoạch và Đầu tư` -> `Sở Tài chính`, `Sở Nội vụ`, `Sở Kế hoạch và Đầu tư`. The head is
given on until a member has its own (`…, Văn phòng Ủy ban nhân dân tỉnh`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dispatch_parser.gazetteer.collectives import modifiers, place_group, read_collective
from dispatch_parser.gazetteer.names import Name, field_of, open_run, read_name
from dispatch_parser.gazetteer.places import named_level, place_end
from dispatch_parser.gazetteer.register import Anchor, Entry, Kind
from dispatch_parser.gazetteer.scan import DETERMINERS, Scan

_SEPARATORS = frozenset((",", ";", "và", "hoặc", "cùng", "&"))
_LONGEST_BRACKET = 60  # tokens of a remark in brackets behind a member
_IN_LABELS: tuple[Kind, ...] = ("noun", "modifier")
_OBJECT_OF = frozenset(
    [
        "báo",
        "cáo",
        "trình",
        "gửi",
        "mưu",
        "giúp",
        "về",
        "cho",
        "của",
        "tại",
        "theo",
        "qua",
        "với",
        "đến",
        "từ",
    ]
)
_HONORIFICS = (
    ("các", "đồng", "chí"), ("đồng", "chí"), ("các", "ông", "(", "bà", ")"), ("ông", "(", "bà", ")"),
    ("các", "ông", ",", "bà"), ("các", "ông", "/", "bà"), ("các", "ông"), ("ông",), ("bà",),
)  # fmt: skip


_HONORIFIC_OPENERS = frozenset(words[0] for words in _HONORIFICS)


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


def read_list(scan: Scan, i: int) -> Item | None:
    """The whole coordination that starts at token i, or None."""
    first = read_item(scan, i)
    if first is None:
        return None
    members = list(first.members)
    end = first.end
    as_object = scan.key(i - 1) in _OBJECT_OF
    while True:
        position = _past_bracket(scan, end)
        separator = scan.key(position)
        if separator not in _SEPARATORS or (separator == ";" and as_object):
            break
        position += 1
        if scan.key(position) in _SEPARATORS:
            position += 1
        following = read_item(scan, position)
        if following is None:
            break
        members.extend(following.members)
        end = following.end
    return Item(i, end, tuple(_merged(members)))


def _merged(members: list[Member]) -> list[Member]:
    """The heads of ministries and of ministry-level bodies named one by one: one collective."""
    result: list[Member] = []
    for member in members:
        last = result[-1] if result else None
        if last is not None and last.group == member.group == "@MINISTRIES" and last.office and member.office:
            office = f"{last.office}, {member.office}"
            result[-1] = replace(last, end=member.end, name=f"{last.name}, {member.name}", office=office)
        else:
            result.append(member)
    return result


def _past_bracket(scan: Scan, i: int) -> int:
    """Past a remark in brackets at token i if the list may go on after it."""
    if scan.key(i) != "(":
        return i
    end = i + 1
    while end < min(scan.size, i + _LONGEST_BRACKET) and scan.key(end) not in (")", "\n", "("):
        end += 1
    if scan.key(end) != ")" or scan.key(end + 1) not in _SEPARATORS or scan.key(i + 1) in ("qua", "để"):
        return i
    return end + 1


def read_item(scan: Scan, i: int) -> Item | None:
    """One item of a list at token i."""
    item = _office_item(scan, i)
    if item is not None:
        return item
    named = _many_of_a_kind(scan, i) or _named(scan, i)
    collective = _collective(scan, i)
    if named is None or (collective is not None and collective.end > named.end and len(named.members) == 1):
        return collective
    return named


# -- offices -----------------------------------------------------------------------------------------------------


def _office_item(scan: Scan, i: int) -> Item | None:
    """`Giám đốc các Sở: A, B`, `Chánh Văn phòng`, `Thủ trưởng các đơn vị`: the bodies, with the office kept."""
    start = _past_honorific(scan, i)
    if scan.key(start) in DETERMINERS and scan.at(start + 1, "office") is not None:
        return _offices(scan, i, start + 1)
    title = scan.at(start, "office")
    if title is None or not (
        scan.capital(start)
        or start > i
        or scan.key(start) in ("thủ", "người", "lãnh", "đại", "các", "giám", "trưởng", "chủ")
    ):
        return None
    end, last = title.end, title
    while (further := _next_title(scan, end)) is not None:
        end, last = further.end, further
    body_at = end
    if last.entry.row["body"]:
        body_at = end - len(last.entry.row["body"].split())
        inner = _many_of_a_kind(scan, body_at) or _headed(scan, body_at) or _collective(scan, end)
    else:
        inner = read_item(scan, end) or _collective(scan, end, headed=True)
        if inner is not None and inner.members[0].office is not None:
            return None
    if inner is None:
        return None
    office = scan.words(start, end)
    members = [replace(m, office=office) for m in inner.members]
    members[0] = replace(members[0], start=i)
    return Item(i, inner.end, tuple(members))


def _offices(scan: Scan, i: int, start: int) -> Item | None:
    """`Các Bộ trưởng`, `các thành viên Ban Chỉ đạo`: many holders of an office."""
    title = scan.at(start, "office")
    if title is None:
        return None
    inner = read_item(scan, title.end)
    if inner is not None and inner.members[0].office is None:
        members = [replace(m, office=scan.words(start, title.end)) for m in inner.members]
        members[0] = replace(members[0], start=i)
        return Item(i, inner.end, tuple(members))
    plural = title.entry.row["plural"]
    if not plural:
        return None
    group = "@MINISTRIES" if plural == "các Bộ" else "@SUBORDINATE_UNITS"
    member = Member(i, title.end, plural, None, group, scan.words(start, title.end), "agency.collective")
    return Item(i, title.end, (member,))


def _past_honorific(scan: Scan, i: int) -> int:
    if scan.key(i) not in _HONORIFIC_OPENERS:
        return i
    for words in _HONORIFICS:
        if tuple(scan.text.keys[i : i + len(words)]) == words:
            return i + len(words) + (scan.key(i + len(words)) == ":")
    return i


def _next_title(scan: Scan, end: int) -> Anchor | None:
    """A further title before the same body (`Hiệu trưởng, Giám đốc các trường`, `Trưởng/Phó Bộ môn`)."""
    position = end + 1 if scan.key(end) in (",", "/", "và", "hoặc", "-") else end
    following = scan.at(position, "office")
    if following is None:
        return None
    if position > end and (following.entry.row["body"] or _next_is_list(scan, end)):
        return None
    return following


def _next_is_list(scan: Scan, end: int) -> bool:
    """Whether what stands before the separator is complete by itself (an office that implies its body)."""
    title = next(
        (a for k in range(end - 1, max(end - 5, -1), -1) if (a := scan.at(k, "office")) and a.end == end),
        None,
    )
    return title is not None and bool(title.entry.row["body"])


def _headed(scan: Scan, i: int) -> Item | None:
    """The body that an office's own words begin (`Chánh` + `Văn phòng Bộ`); small letters allowed, alone allowed."""
    name = read_name(scan, i)
    head = scan.at(i, "head")
    if name is None and head is not None:
        end = place_end(scan, head.end)
        if end == head.end:
            end = open_run(scan, head.end, plural=False)
        name = Name(i, end, end, head.entry, None, (head,))
        if not head.entry.row["bare"] and end == head.end:
            return None
    if name is None:
        return None
    return _item_of_name(scan, name, capital=True)


# -- names -------------------------------------------------------------------------------------------------------


def _named(scan: Scan, i: int) -> Item | None:
    """A named body, and those to which it gives its head on (`Sở Công Thương, Xây dựng`)."""
    name = read_name(scan, i)
    if name is None:
        return None
    places = _named_places(scan, name)
    if places is not None:
        return places
    item = _item_of_name(scan, name)
    if name.head is not None and name.head.row["growth"] == "closed" and name.end == name.core:
        members = list(item.members)
        end = item.end
        while (more := _further_field(scan, name.head, end)) is not None:
            members.append(more)
            end = more.end
        return Item(i, end, tuple(members))
    return item


def _item_of_name(scan: Scan, name: Name, *, capital: bool = False) -> Item:
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
    return Item(name.start, _past_superior(scan, end), (member,))


def _past_superior(scan: Scan, i: int) -> int:
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


def _further_field(scan: Scan, head: Entry, end: int) -> Member | None:
    """The next body that shares the head: a separator, then a field of the lexicon."""
    if scan.key(end) not in _SEPARATORS:
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
    return _completed(scan, head, position, found.end, (found,))


def _completed(scan: Scan, head: Entry, start: int, end: int, used: tuple[Anchor, ...]) -> Member:
    name = f"{head.name} {scan.words(start, end, used)}"
    return Member(start, end, name, scan.register.body(name), None, None, "agency.completed")


# -- many under one head -------------------------------------------------------------------------------------------


def _many_of_a_kind(scan: Scan, i: int) -> Item | None:
    """`các Sở: A, B; C`, `các Sở A, B và C`, `các Sở, ngành: A, B`, `các Bộ: A, B`; and `các Sở Y tế` as one."""
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
        item = _distributed(scan, head.entry, i, start)
        if item is not None:
            return item
    if colon:
        return _listed(scan, i, start)
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
    """Whether the next member of the list has the same head (`các phòng A và phòng B`): then each is one body."""
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


def _distributed(scan: Scan, head: Entry, i: int, start: int) -> Item | None:
    """The members after a shared head: fields of the lexicon, else capitalised words; own heads end the sharing."""
    members: list[Member] = []
    shared = 0
    position = end = start
    while True:
        member = _share(scan, head, position)
        if member is None:
            own = read_item(scan, position) if members else None
            if own is None:
                break
            members.extend(own.members)
            end = own.end
        else:
            members.append(member)
            shared += 1
            end = member.end
        position = _past_bracket(scan, end)
        if scan.key(position) not in _SEPARATORS:
            break
        position += 1 + (scan.key(position + 1) in _SEPARATORS)
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
            return _completed(scan, head, i, end, (found,))
        return None
    if scan.opens_body(i) or not scan.capital(i) or (closed and head.name == "Bộ"):
        return None
    end = open_run(scan, i, plural=True)
    return _completed(scan, head, i, end, ()) if end > i else None


def _listed(scan: Scan, i: int, start: int) -> Item | None:
    """`các hội: Hội Nông dân, Hội Cựu chiến binh`: the members named in full after the colon."""
    inner = read_list(scan, start)
    return Item(i, inner.end, inner.members) if inner is not None else None


# -- places under one head -----------------------------------------------------------------------------------------


def _named_places(scan: Scan, name: Name) -> Item | None:
    """`Ủy ban nhân dân các huyện: Đà Bắc, Lạc Sơn` -> `Ủy ban nhân dân huyện Đà Bắc`, …; None without named places."""
    if name.head is None or name.head.row["growth"] not in ("place", "of"):
        return None
    start = name.core + (scan.key(name.core) == "các")
    plural = start > name.core
    level_end = scan.level(start)
    if level_end == start:
        return None
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
        members.append(
            Member(position, stop, f"{prefix} {level} {place}", None, None, None, "agency.completed")
        )
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


def _proper(scan: Scan, i: int) -> int:
    """The end of a place's own name at token i, or i."""
    province = scan.at(i, "place")
    if province is not None and scan.capital(i):
        return province.end
    end = i
    while end < i + 4 and scan.capital(end) and scan.letters(end) and not (end > i and scan.opens_body(end)):
        end += 1
    return end


# -- collectives ---------------------------------------------------------------------------------------------------


def _collective(scan: Scan, i: int, *, headed: bool = False) -> Item | None:
    found = read_collective(scan, i, headed=headed)
    if found is None:
        return None
    member = Member(
        i, found.end, scan.words(i, found.end, found.used), None, found.group, None, "agency.collective"
    )
    return Item(i, found.end, (member,))
