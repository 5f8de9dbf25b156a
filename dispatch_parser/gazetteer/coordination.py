"""Coordinated bodies: lists split and completed with their head, offices read as the bodies they head.

`các Sở: Tài chính, Nội vụ; Kế hoạch và Đầu tư` -> `Sở Tài chính`, `Sở Nội vụ`, `Sở Kế hoạch và Đầu tư`. The
head is given on until a member has its own (`…, Văn phòng Ủy ban nhân dân tỉnh`).
"""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.gazetteer.items import SEPARATORS, Item, Member, Readers, collective_item, past_bracket
from dispatch_parser.gazetteer.names import DEEPEST
from dispatch_parser.gazetteer.offices import office_item
from dispatch_parser.gazetteer.scan import DETERMINERS, Scan, word_set
from dispatch_parser.gazetteer.shared_heads import many_of_a_kind, named

# Behind these a list is the object of a report or a preposition, and `;` ends the clause, not the member.
_OBJECT_OF = word_set("báo cáo trình gửi mưu giúp về cho của tại theo qua với đến từ")


def read_list(scan: Scan, i: int) -> Item | None:
    """The whole coordination that starts at token i, or None.

    `Quý cơ quan` is no list: it addresses whoever the document is sent to.
    """
    if scan.key(i - 1) == "quý":
        return None
    first = read_item(scan, i)
    if first is None:
        return None
    members = list(first.members)
    end = first.end
    as_object = scan.key(i - 1) in _OBJECT_OF
    while True:
        position = past_bracket(scan, end)
        separator = scan.key(position)
        if separator not in SEPARATORS or (separator == ";" and as_object):
            break
        position += 1
        if scan.key(position) in SEPARATORS:
            position += 1
        following = read_item(scan, position)
        if following is None and separator == "và" and members[-1].rule == "agency.collective":
            following = _last_of_collectives(scan, position)
        if following is None:
            break
        members.extend(following.members)
        end = following.end
    return Item(i, end, tuple(_merged(members)))


def _last_of_collectives(scan: Scan, i: int) -> Item | None:
    """`các Tổng cục, Cục và địa phương`: a common noun that only the list makes a body."""
    noun = scan.at(i, "noun")
    if noun is None or noun.end == i + 1 or scan.at(i, "verb") is not None:
        return None
    return collective_item(scan, i, headed=True)


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


def read_item(scan: Scan, i: int) -> Item | None:
    """One item of a list at token i."""
    if scan.depth >= DEEPEST:
        return None
    scan.depth += 1
    try:
        return _read_item(scan, i)
    finally:
        scan.depth -= 1


def _read_item(scan: Scan, i: int) -> Item | None:
    item = office_item(scan, i, _READERS)
    if item is not None:
        return item
    name = many_of_a_kind(scan, i, _READERS) or named(scan, i)
    collective = collective_item(scan, i)
    if name is None or collective is None or collective.end <= name.end or len(name.members) > 1:
        return name or collective
    head, noun = scan.at(i, "head"), scan.at(i, "noun")
    bare = (head is not None and head.end == name.end) or (noun is not None and noun.end > name.end)
    return collective if bare or scan.key(i) in DETERMINERS or not scan.capital(i) else name


_READERS = Readers(read_item, read_list)
