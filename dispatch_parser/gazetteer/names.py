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

from dispatch_parser.gazetteer.lexicon import Anchor, Entry, Kind
from dispatch_parser.gazetteer.places import place_end
from dispatch_parser.gazetteer.scan import AND, DETERMINERS, FUNCTION_WORDS, Scan, word_set

_BARE_SUPERIORS = word_set("bộ sở cục trường viện")
_NUMBERED = frozenset(("open", "free"))
_JOINERS = frozenset("-&/")
_LOOSE_ENDS = FUNCTION_WORDS | _JOINERS | AND
_PURPOSES: tuple[Kind, ...] = ("verb", "word", "field")
_RANKS = word_set("trường sở bộ khoa cơ ngành tỉnh huyện xã thành quốc")
DEEPEST = 8  # names within names; a bound for hostile text
_LONGEST_FREE = 16  # tokens


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
        end = _free_run(scan, head.end)
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
    if end == head.end and _is_numeral(scan, end):
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


def _is_numeral(scan: Scan, i: int) -> bool:
    """Whether token i is a number by itself (`Quân khu 2`), no part of a date or a symbol."""
    return scan.key(i).isdigit() and not (scan.glued(i + 1) and scan.key(i + 1) in ("/", "-", ".", "%"))


def _past_dash(scan: Scan, i: int, growth: str) -> int:
    """Past the dash before a bank's or a company's branch (`Ngân hàng … - Chi nhánh Lâm Đồng`)."""
    return i + 1 if growth == "company" and scan.key(i) == "-" and scan.key(i + 1) == "chi" else i


def open_run(scan: Scan, i: int, *, plural: bool) -> int:
    """The end of capitalised words and the small words between them that start at token i, or i."""
    end, spare, part = i, 0, i
    while end < scan.size:
        if end > i and scan.opens_body(end) and not _is_own_word(scan, end):
            break
        step = _word_of_name(scan, end, after=part if end > i else -1)
        if step > end:
            spare = 1 if step == end + 1 and scan.capital(end) and not _in_proper_name(scan, end, i) else 0
            part, end = end, step
        elif spare and _completes(scan, end):
            end, spare = end + 1, 0
        elif (joined := _joined(scan, end, i, plural)) > end:
            end, spare = joined, 1
        else:
            break
    return end


def _in_proper_name(scan: Scan, i: int, start: int) -> bool:
    """Whether the capitalised token i follows another (`Mông Sơn`): no second syllable belongs to it."""
    return i > start and scan.capital(i - 1) and not scan.in_capitals(i - 1)


def _is_own_word(scan: Scan, i: int) -> bool:
    """Whether a head at token i is rather a word of the name before it (`Phòng` + `Cảnh sát …`)."""
    field = scan.at(i, "field")
    head = scan.at(i, "head") or scan.at(i, "body")
    return field is not None and head is not None and field.end >= head.end and scan.at(i, "office") is None


def _word_of_name(scan: Scan, i: int, *, after: int) -> int:
    """The end of a capitalised word, a known field or a small word of a name at token i, or i.

    `after`: where the part of the name before it began. A small word that is a verb too (`đào tạo`) belongs
    to the name only behind another verb (`Phòng Quản lý đào tạo`).
    """
    field, word = scan.at(i, "field"), scan.at(i, "word")
    if scan.capital(i) and (scan.letters(i) or scan.in_capitals(i)):
        ends = [a.end for a in (field, word) if a is not None]
        return max(ends, default=i + 1)
    if scan.key(i) == "số" and scan.key(i + 1).isdigit():
        return i + 2
    if after >= 0 and scan.capital(i - 1) and _is_numeral(scan, i) and len(scan.key(i)) == 1:
        return i + 1 if _name_ends(scan, i + 1) else i  # `Trường Đại học Sư phạm Hà Nội 2`
    known = field if field is not None and (word is None or field.end >= word.end) else word
    if known is None:
        return i
    verb = scan.at(i, "verb")
    if scan.key(i) == "tổ" and scan.key(i + 1) == "chức" and scan.at(i + 2, "verb") is not None:
        return i  # `Ban Xây dựng Đảng tổ chức tập huấn`
    if verb is not None and verb.end >= known.end and not _belongs_to_name(scan, known.end, after):
        return i
    return known.end


def _belongs_to_name(scan: Scan, end: int, after: int) -> bool:
    """Whether a verb that ends at token `end` is a word of the name.

    Another verb comes before or right behind it.
    """
    if scan.at(after, "verb") is not None:
        return _name_ends(scan, end)
    in_proper_name = scan.capital(after) and scan.capital(after - 1)
    return after >= 0 and not in_proper_name and scan.at(end, "verb") is not None


def _name_ends(scan: Scan, i: int) -> bool:
    """Whether a name may end before token i: a mark, a verb, a place or a function word follows."""
    following = scan.key(i)
    return (
        not following
        or not following[0].isalnum()
        or scan.at(i, "verb") is not None
        or following in FUNCTION_WORDS
        or place_end(scan, i) > i
        or scan.capital(i)
    )


def _completes(scan: Scan, i: int) -> bool:
    """Whether token i may be the second syllable of the capitalised word before it (`Khảo thí`)."""
    if not scan.letters(i) or scan.capital(i) or scan.key(i) in FUNCTION_WORDS:
        return False
    verb, noun = scan.at(i, "verb"), scan.at(i, "noun")
    if (noun is not None and noun.end > i + 1) or scan.at(i, "modifier") is not None or place_end(scan, i) > i:
        return False
    if verb is None and noun is None:
        return True
    return (verb is None or verb.end == i + 1) and (scan.capital(i + 1) or scan.at(i + 1, "word") is not None)


def _joined(scan: Scan, i: int, start: int, plural: bool) -> int:
    """Past a joint inside a name at token i: a dash, `và`, or `, X và Y`; i where the name does not go on."""
    following = scan.key(i + 1)
    if scan.key(i) in _JOINERS:
        goes_on = scan.capital(i + 1) and not scan.opens_body(i + 1)
        return i + 1 if goes_on or (following.isdigit() and scan.glued(i)) else i
    if scan.key(i) == "," and scan.in_capitals(i - 1) and scan.in_capitals(i + 1) and not scan.opens_body(i + 1):
        return i + 1
    if plural or i == start:
        return i
    if scan.key(i) in ("và", "&"):
        return i + 1 if _goes_on(scan, i + 1) else i
    if scan.key(i) in (",", "và") and (further := _further_word(scan, i, start)) > i:
        return further
    if scan.key(i) == "," and _goes_on(scan, i + 1):
        middle = open_run(scan, i + 1, plural=True) if scan.capital(i + 1) else _small(scan, i + 1)
        if middle > i + 1 and scan.key(middle) == "và" and _goes_on(scan, middle + 1):
            return middle + 1
    return i


def _further_word(scan: Scan, i: int, start: int) -> int:
    """Past a joint between two small words or two verbs of a name; i where there is none.

    `Trung tâm Giám sát, điều hành đô thị`, `Phòng Quản lý thể dục, thể thao`: a name cannot end with its verb, and
    a body of its own would begin with a capital.
    """
    following = i + 1
    verb, word = scan.at(following, "verb"), scan.at(following, "word")
    opening = scan.at(start, "verb")
    if opening is not None and opening.end == i and verb is not None:
        return verb.end
    if word is None or verb is not None or scan.at(following, "noun") is not None or scan.capital(following):
        return i
    before = scan.at(i - 1, "word") or scan.at(i - 2, "word")
    small = before is not None and before.end == i and not scan.capital(before.start)
    return word.end if small and scan.key(i) == "," and not scan.capital(i - 1) else i


def _goes_on(scan: Scan, i: int) -> bool:
    """Whether a further part of the same name may start at token i."""
    if (scan.opens_body(i) and not _is_own_word(scan, i)) or (scan.at(i, "noun") is not None and not scan.capital(i)):
        return False
    if scan.capital(i):
        return True
    return _small(scan, i) > i and scan.at(i, "verb") is None


def _small(scan: Scan, i: int) -> int:
    known = scan.at(i, "word") or scan.at(i, "field")
    return known.end if known is not None else i


def _free_run(scan: Scan, i: int) -> int:
    """The end of the words that say what a council, a steering committee or a team is for."""
    end, firm, opened = i, i, scan.at(i - 1, "verb") is not None or scan.key(i - 1) == "xét"
    while end < min(scan.size, i + _LONGEST_FREE):
        word = scan.key(end)
        if word == "," and scan.in_capitals(end + 1):
            end += 2
            continue
        if word == "cấp" and scan.key(end + 1) in _RANKS:
            firm = end = end + 2
            continue
        if word in ("về", "cho") and not opened:
            purpose = [a.end for kind in _PURPOSES if (a := scan.at(end + 1, kind)) is not None]
            end, opened = max(purpose, default=end + 1), True
            firm = end if purpose else firm
            continue
        if word == "và" and end > i and _goes_on(scan, end + 1):
            end += 1
            continue
        step = _free_step(scan, end, opened or (end > i and scan.capital(end - 1)))
        if step == end:
            break
        firm = step if step > end + 1 or scan.capital(end) else firm
        end = step
    while end > firm and scan.key(end - 1) in _LOOSE_ENDS:
        end -= 1
    return end


def _free_step(scan: Scan, i: int, unknown_too: bool) -> int:
    """Past one word of such a purpose at token i, or i where the purpose ends."""
    word = scan.key(i)
    known = scan.at(i, "field") or scan.at(i, "word")
    verb = scan.at(i, "verb")
    if not (word.isalnum() or word in _JOINERS) or (scan.opens_body(i) and not _is_own_word(scan, i)):
        return i
    if known is None and (word in FUNCTION_WORDS or scan.at(i, "modifier") is not None):
        return i
    if verb is not None and not scan.capital(i) and (known is None or known.end <= verb.end):
        return i
    if place_end(scan, i) > i:
        return i
    if known is not None:
        return known.end
    return i + 1 if scan.capital(i) or unknown_too or word in _JOINERS else i
