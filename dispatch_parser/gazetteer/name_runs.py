"""The words that a body's name goes on with behind its head: proper names, fields, what a team is for."""

from __future__ import annotations

from dispatch_parser.gazetteer.lexicon import Kind
from dispatch_parser.gazetteer.places import place_end
from dispatch_parser.gazetteer.scan import AND, FUNCTION_WORDS, Scan, word_set

_JOINERS = frozenset("-&/")
_LOOSE_ENDS = FUNCTION_WORDS | _JOINERS | AND
_PURPOSES: tuple[Kind, ...] = ("verb", "word", "field")
_RANKS = word_set("trường sở bộ khoa cơ ngành tỉnh huyện xã thành quốc")
_LONGEST_FREE = 16  # tokens


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
    if after >= 0 and scan.capital(i - 1) and is_numeral(scan, i) and len(scan.key(i)) == 1:
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


def free_run(scan: Scan, i: int) -> int:
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


def is_numeral(scan: Scan, i: int) -> bool:
    """Whether token i is a number by itself (`Quân khu 2`), no part of a date or a symbol."""
    return scan.key(i).isdigit() and not (scan.glued(i + 1) and scan.key(i + 1) in ("/", "-", ".", "%"))
