"""One body's name: TYPE_HEAD FIELD? PLACE? (Nghị định 30/2020/NĐ-CP, Phụ lục II: tên cơ quan, tổ chức).

How a name goes on after its head is said by the head's row, column `growth`:

* `closed`: by a field of the lexicon (`Sở Nội vụ`, `Bộ Y tế`);
* `place`: by a place only (`Ủy ban nhân dân huyện Đà Bắc`);
* `of`: by the body it belongs to (`Văn phòng Ủy ban nhân dân tỉnh`, `Thanh tra Bộ`);
* `open`, `company`: by capitalised words and the small words between them (`Trung tâm Kiểm soát bệnh tật`);
* `free`: by any words up to a verb (`Ban Chỉ đạo về phòng, chống thiên tai`).
"""

from __future__ import annotations

from dataclasses import dataclass

from dispatch_parser.gazetteer.lexicon import Anchor, Entry
from dispatch_parser.gazetteer.name_runs import free_run, is_numeral, open_run
from dispatch_parser.gazetteer.places import place_end
from dispatch_parser.gazetteer.scan import DETERMINERS, Scan, word_set

_BARE_SUPERIORS = word_set("bộ sở cục trường viện")
_NUMBERED = frozenset(("open", "free"))
DEEPEST = 8  # names within names; a bound for hostile text


@dataclass(frozen=True, slots=True)
class Name:
    """A body's name: tokens `start` to `end`. `core`: where the place begins. `entry`.

    Its row, where it has one.
    """

    start: int
    end: int
    core: int
    head: Entry | None = None
    entry: Entry | None = None
    used: tuple[Anchor, ...] = ()


def read_name(scan: Scan, i: int, *, plural: bool = False) -> Name | None:
    """The body named at token i, or None. `plural`.

    Commas and `và` separate, they are no part of the name.
    """
    if scan.depth >= DEEPEST:
        return None
    scan.depth += 1
    try:
        return _read_name(scan, i, plural)
    finally:
        scan.depth -= 1


def _read_name(scan: Scan, i: int, plural: bool) -> Name | None:
    body, head = scan.at(i, "body"), scan.at(i, "head")
    if not scan.separate(i) or _is_verb(scan, i, head):
        return None
    if (head is not None and scan.in_notation(i, head.end)) or (body is not None and scan.in_notation(i, body.end)):
        return None
    grown = _grow(scan, head, plural) if head is not None else None
    if grown is not None and body is None and _is_place(scan, i, grown):
        return None
    if body is not None and (grown is None or body.end >= grown.core) and _begins_as_name(scan, i, body.end):
        start_of_place = max(body.end, grown.core if grown else 0)
        used = (body,) if body.end >= (grown.core if grown else 0) else ()
        end = place_end(scan, start_of_place) if _takes_place(body.entry) else start_of_place
        return Name(
            i,
            max(end, grown.end if grown else 0),
            start_of_place,
            head.entry if head else None,
            body.entry,
            used,
        )
    return grown


def _is_place(scan: Scan, i: int, grown: Name) -> bool:
    """Whether the words are rather a place that opens like a head (`Hội An`, `Trường Sa`)."""
    place = scan.at(i, "place")
    return place is not None and grown.end <= place.end


def _is_verb(scan: Scan, i: int, head: Anchor | None) -> bool:
    """Whether the words are rather a verb that begins like a head (`BAN HÀNH`, `Ban hành`)."""
    verb = scan.at(i, "verb")
    return head is not None and verb is not None and verb.end > head.end


def _takes_place(entry: Entry) -> bool:
    return entry.row["level"] not in ("central", "front")


def _begins_as_name(scan: Scan, i: int, end: int) -> bool:
    return scan.capital(i) or any(scan.capital(j) for j in range(i + 1, end))


def _grow(scan: Scan, head: Anchor, plural: bool) -> Name | None:
    """The name that grows from a head, or None where the head stands alone and cannot."""
    growth = head.entry.row["growth"]
    used: tuple[Anchor, ...] = (head,)
    end = head.end
    if growth == "closed":
        end, more = _field(scan, head, plural)
        used += more
    elif growth == "free":
        end = free_run(scan, head.end)
        end, more = _superior(scan, end)
        used += more
    elif growth == "of":
        end, more = _superior(scan, head.end)
        used += more
        if end == head.end and scan.capital(end) and not scan.opens_body(end) and scan.at(end, "place") is None:
            end = open_run(scan, head.end, plural=True)
    elif growth in ("open", "company"):
        end = open_run(scan, head.end, plural=plural)
        field = scan.at(head.end, "field")
        if field is not None and field.alias and field.end <= end:
            used += (field,)  # `Phòng GD&ĐT`
        if head.end - head.start == 1 and not scan.capital(head.end) and scan.at(head.end, "field") is None:
            end = head.end  # `Quỹ hợp tác với …`: a short head wants a capital or a known field
        if end > head.end:
            further, more = _superior(scan, _past_dash(scan, end, growth))
            if further > _past_dash(scan, end, growth):
                end, used = further, used + more
    elif growth == "place" and not place_end(scan, end) > end:
        end, _ = _superior(scan, end) if scan.key(end) in _BARE_SUPERIORS else (end, ())
    if end == head.end and is_numeral(scan, end):
        numbered = growth in _NUMBERED and head.end > head.start + 1  # `Quân khu 2`, `Ban Chỉ đạo 389`
        end += numbered or scan.level(end + 1) > end + 1  # `Thuế cơ sở 5 tỉnh …`
    place = place_end(scan, end)
    if not _is_name(scan, head, end, place):
        return None
    return Name(head.start, place, end, head.entry, None, used)


def _is_name(scan: Scan, head: Anchor, core: int, end: int) -> bool:
    """Whether the words are a name.

    Capitals where the rules ask for them, and more than a bare common noun.
    """
    growth, bare = head.entry.row["growth"], head.entry.row["bare"]
    if not scan.capital(head.start):
        if growth == "place":
            return end > head.end
        if core == head.end:  # `tổ Tiết kiệm và vay vốn`
            return bool(bare) and any(scan.capital(j) for j in range(head.start, head.end))
        listed = growth == "closed" and scan.key(head.start - 1) in DETERMINERS  # `các sở y tế`
        return core > head.end and (scan.capital(head.end) or listed)
    if core > head.end:
        named = scan.key(head.end) in ("về", "cấp") or any(scan.capital(j) for j in range(head.end, core))
        if growth == "company":
            return named  # `tổng công ty nhà nước` is no name
        return growth != "free" or bool(bare) or named or head.end - head.start > 2
    if end > head.end:
        return growth in ("place", "of") or bool(bare) or scan.capital(end - 1)
    if scan.at(head.start, "verb") is not None and scan.clause_start(head.start):
        return False  # `Thanh tra, kiểm tra …` at the start of a sentence is a verb
    return bool(bare)


def _field(scan: Scan, head: Anchor, plural: bool) -> tuple[int, tuple[Anchor, ...]]:
    """The field after `Bộ` or `Sở`; only a `Sở` may have one that the lexicon does not know."""
    found = field_of(scan, head.entry, head.end, any_case=plural and scan.key(head.start - 1) in DETERMINERS)
    if found is not None:
        return found.end, (found,)
    if head.entry.name == "Sở" and scan.capital(head.end) and not scan.opens_body(head.end):
        return open_run(scan, head.end, plural=True), ()
    return head.end, ()


def field_of(scan: Scan, head: Entry, i: int, *, any_case: bool = False) -> Anchor | None:
    """The field of a closed head (`Sở`, `Bộ`) that starts at token i, with a capital unless `any_case`."""
    found = scan.at(i, "field")
    kind = "so" if head.name == "Sở" else "bo"
    if found is not None and kind in found.entry.row["of"].split("|") and (any_case or scan.capital(i)):
        return found
    return None


def _superior(scan: Scan, i: int) -> tuple[int, tuple[Anchor, ...]]:
    """The body to which the one before token i belongs, named right after it."""
    if (scan.at(i, "head") or scan.at(i, "body")) and (scan.capital(i) or scan.in_capitals(i)):
        name = read_name(scan, i, plural=True)
        if name is not None:
            return name.end, name.used
    if scan.key(i) in _BARE_SUPERIORS and scan.at(i, "office") is None and not scan.capital(i + 1):
        verb = scan.at(i, "verb")
        if scan.level(i) == i and (verb is None or verb.end == i + 1) and scan.key(i) not in ("thành", "học", "ngành"):
            return i + 1, ()
    return i, ()


def _past_dash(scan: Scan, i: int, growth: str) -> int:
    """Past the dash before a bank's or a company's branch (`Ngân hàng … - Chi nhánh Lâm Đồng`)."""
    return i + 1 if growth == "company" and scan.key(i) == "-" and scan.key(i + 1) == "chi" else i
