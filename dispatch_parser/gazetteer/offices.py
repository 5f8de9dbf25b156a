"""Office-holders: an office stands for the body it heads, and is kept beside it."""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.gazetteer.items import Item, Member, Readers, collective_item, item_of_name
from dispatch_parser.gazetteer.lexicon import Anchor
from dispatch_parser.gazetteer.name_runs import open_run
from dispatch_parser.gazetteer.names import Name, read_name
from dispatch_parser.gazetteer.places import place_end
from dispatch_parser.gazetteer.scan import DETERMINERS, Scan
from dispatch_parser.gazetteer.shared_heads import distributed, many_of_a_kind

_HONORIFICS = (
    ("các", "đồng", "chí"), ("đồng", "chí"), ("các", "ông", "(", "bà", ")"), ("ông", "(", "bà", ")"),
    ("các", "ông", ",", "bà"), ("các", "ông", "/", "bà"), ("các", "ông"), ("ông",), ("bà",),
)  # fmt: skip


_HONORIFIC_OPENERS = frozenset(words[0] for words in _HONORIFICS)
_IN_SMALL_LETTERS = frozenset(("thủ", "người", "lãnh", "đại", "các", "giám", "trưởng", "chủ"))


def office_item(scan: Scan, i: int, read: Readers) -> Item | None:
    """`Giám đốc các Sở: A, B`, `Chánh Văn phòng`, `Thủ trưởng các đơn vị`.

    The bodies, with the office kept.
    """
    start = _past_honorific(scan, i)
    if scan.key(start) in DETERMINERS and scan.at(start + 1, "office") is not None:
        return _offices(scan, i, start + 1, read)
    title = scan.at(start, "office")
    if title is None or not (scan.capital(start) or start > i or scan.key(start) in _IN_SMALL_LETTERS):
        return None
    end, last = title.end, title
    while (further := _next_title(scan, end)) is not None:
        end, last = further.end, further
    body_at = end
    if last.entry.row["body"]:
        body_at = end - len(last.entry.row["body"].split())
        inner = many_of_a_kind(scan, body_at, read) or _headed(scan, body_at) or collective_item(scan, end)
    else:
        inner = read.item(scan, end) or collective_item(scan, end, headed=True) or _house(scan, end)
        if inner is not None and inner.members[0].office is not None:
            return None
    if inner is None:
        return _alone(scan, i, end, last)
    office = scan.words(start, end)
    members = [replace(m, office=m.office or office) for m in inner.members]
    members[0] = replace(members[0], start=i)
    return Item(i, inner.end, tuple(members))


def _alone(scan: Scan, i: int, end: int, title: Anchor) -> Item | None:
    """An office without its body (`báo cáo Bộ trưởng`): it can only be the issuer's own."""
    house = title.entry.row["house"]
    if not house or scan.shouted(i) or scan.capital(end) or not scan.capital(title.start):
        return None
    member = Member(i, end, house, None, None, scan.words(title.start, end), "agency.office_alone")
    return Item(i, end, (member,))


def _house(scan: Scan, i: int) -> Item | None:
    """The bare head that names the office-holder's own house (`Giám đốc Sở`, `Chủ tịch Hội đồng`)."""
    head = scan.at(i, "head")
    if head is None or not scan.capital(i) or scan.capital(head.end):
        return None
    member = Member(i, head.end, scan.words(i, head.end, (head,)), rule="agency.house")
    return Item(i, head.end, (member,))


def _offices(scan: Scan, i: int, start: int, read: Readers) -> Item | None:
    """`Các Bộ trưởng`, `các thành viên Ban Chỉ đạo`: many holders of an office."""
    title = scan.at(start, "office")
    if title is None:
        return None
    inner = read.item(scan, title.end)
    if inner is not None and inner.members[0].office is None:
        members = [replace(m, office=m.office or scan.words(start, title.end)) for m in inner.members]
        members[0] = replace(members[0], start=i)
        return Item(i, inner.end, tuple(members))
    plural = title.entry.row["plural"]
    if not plural:
        return None
    head = scan.lexicon.head(plural.removeprefix("các "))
    if scan.key(title.end) == ":" and head is not None:  # `Các Bộ trưởng: Tài chính, Nội vụ`
        shared = distributed(scan, head, i, title.end + 1, read)
        if shared is not None:
            return replace(
                shared, members=tuple(replace(m, office=m.office or title.entry.name) for m in shared.members)
            )
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
    if position > end and (following.entry.row["body"] or _names_its_body(scan, end)):
        return None
    return following


def _names_its_body(scan: Scan, end: int) -> bool:
    """Whether what stands before the separator is complete by itself (an office that implies its body)."""
    title = next(
        (a for k in range(end - 1, max(end - 5, -1), -1) if (a := scan.at(k, "office")) and a.end == end),
        None,
    )
    return title is not None and bool(title.entry.row["body"])


def _headed(scan: Scan, i: int) -> Item | None:
    """The body that an office's own words begin (`Chánh` + `Văn phòng Bộ`).

    Small letters allowed, alone allowed.
    """
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
    return item_of_name(scan, name, capital=True)
