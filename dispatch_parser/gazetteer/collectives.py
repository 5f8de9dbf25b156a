"""Collective expressions (`các sở, ban, ngành tỉnh`, `các cơ quan, đơn vị có liên quan`) with their modifiers.

A collective is common nouns of bodies, coordinated, with a determiner or a restrictive modifier or both. Its
members are never invented: it carries a group id.
"""

from __future__ import annotations

from dataclasses import dataclass

from dispatch_parser.gazetteer.groups import group_of
from dispatch_parser.gazetteer.lexicon import Anchor
from dispatch_parser.gazetteer.names import DEEPEST, read_name
from dispatch_parser.gazetteer.places import named_level, place_end
from dispatch_parser.gazetteer.scan import DETERMINERS, FUNCTION_WORDS, Scan, word_set

_MOST_NOUNS = 12  # coordinated under one determiner; a bound for hostile text
_LONGEST_CLAUSE = 14  # tokens of a modifier that is a clause (`hoạt động trong lĩnh vực …`)
_SEPARATORS = frozenset((",", "và", "/", "hoặc"))
_VERB_NOUNS = frozenset(("tổ chức", "ban", "bản", "thành", "thị", "bộ", "tổ", "hội"))
_SUPERIORS = word_set("bộ sở tỉnh trường ngành cục huyện xã viện học thành quyền đảng khoa")
_EACH = frozenset(("mỗi", "từng"))  # `mỗi đơn vị`: each of those named before
_JOINED_AFTER = frozenset(("locality", "mass"))  # `các bộ, ngành và các địa phương` is one expression


@dataclass(frozen=True, slots=True)
class Collective:
    """Tokens `start` to `end`; `nouns` in order; `group` its id, where the expression has one."""

    start: int
    end: int
    nouns: tuple[Anchor, ...]
    group: str | None
    used: tuple[Anchor, ...] = ()


def read_collective(scan: Scan, i: int, *, headed: bool = False) -> Collective | None:
    """The collective that starts at token i, or None. `headed`.

    An office stands before it, so one noun is enough.
    """
    if scan.depth >= DEEPEST:
        return None
    scan.depth += 1
    try:
        return _read_collective(scan, i, headed)
    finally:
        scan.depth -= 1


def _read_collective(scan: Scan, i: int, headed: bool) -> Collective | None:
    first = _after_determiner(scan, i)
    nouns, end = _nouns(scan, first)
    if not nouns:
        return None
    core = end
    if scan.key(i) not in _EACH:
        end, kinds, used = modifiers(scan, end)
    else:
        kinds, used = set(), ()
    if headed and first == i and _is_place_word(nouns):
        return None  # `lãnh đạo tỉnh`
    if not headed and not _means_bodies(scan, i, nouns, kinds, determined=first > i):
        return None
    if scan.key(i - 1) in ("là", "làm") or (scan.key(i) not in DETERMINERS and _is_label(scan, nouns, end)):
        return None
    if all(noun.entry.row["class"] == "person" for noun in nouns) and end == core:
        return None
    if _is_locality_name(scan, i, nouns, core):
        return None
    own_house = headed and first == i and len(nouns) == 1 and nouns[0].end == i + 1  # `Lãnh đạo Bộ`
    own_house = headed and first == i and len(nouns) == 1 and nouns[0].end == i + 1  # `Lãnh đạo Bộ`
    words = " ".join(scan.text.keys[core:end])
    group = None if own_house else group_of(nouns, kinds, words, each=scan.key(i) in _EACH)
    return Collective(i, end, tuple(nouns), group, used)


def _after_determiner(scan: Scan, i: int) -> int:
    if scan.key(i) in DETERMINERS:
        return i + 1
    if scan.key(i) in ("tất", "toàn") and scan.key(i + 1) in ("cả", "thể", "bộ") and scan.key(i + 2) in DETERMINERS:
        return i + 3
    return i


def _nouns(scan: Scan, i: int) -> tuple[list[Anchor], int]:
    """The coordinated common nouns that start at token i, and their end."""
    nouns: list[Anchor] = []
    end = position = i
    while True:
        noun = scan.at(position, "noun")
        if noun is None or noun.entry.row["class"] == "none" or not _is_noun(scan, noun):
            return nouns, end
        if position == i and noun.end == position + 1 and not scan.separate(position):
            return nouns, end
        if nouns and noun.entry.name == "tổ chức" and scan.key(noun.end) in DETERMINERS:
            return nouns, end  # `…, tổ chức các cuộc họp`: the verb
        nouns.append(noun)
        end = noun.end
        if len(nouns) == _MOST_NOUNS:
            return nouns, end
        position = _next_noun(scan, end)
        if position == end or noun.entry.row["alone"] == "yes" or _is_another(scan, noun, end, position):
            return nouns, end


def _next_noun(scan: Scan, end: int) -> int:
    """Where the next coordinated noun would start; `end` where none can."""
    position = end
    if scan.key(position) in (",", "/", "-"):
        position += 1
    if scan.key(position) in ("và", "hoặc"):
        position += 1
        if scan.key(position) == "các":
            following = scan.at(position + 1, "noun")
            if following is not None and following.entry.row["class"] in _JOINED_AFTER:
                return position + 1
            return end
    return position


def _is_another(scan: Scan, noun: Anchor, end: int, position: int) -> bool:
    """Whether the noun at `position` is a body of its own.

    Always named so, or of another class and unmodified.
    """
    following = scan.at(position, "noun")
    if following is None:
        return False
    if following.entry.row["alone"] == "yes":
        return True
    if (
        scan.key(end) != "và"
        or scan.key(position - 1) == "các"
        or following.entry.row["class"] == noun.entry.row["class"]
    ):
        return False
    return modifiers(scan, following.end)[0] == following.end


def _is_noun(scan: Scan, noun: Anchor) -> bool:
    """Whether the words are this noun and no verb or name that begins alike (`ban hành`, `Sở Nội vụ`)."""
    verb, head, body = (scan.at(noun.start, kind) for kind in ("verb", "head", "body"))
    if verb is not None and verb.end > noun.end:
        return False
    if body is not None and body.end > noun.end:
        return False
    if head is not None and head.end >= noun.end:
        name = read_name(scan, noun.start)
        return name is None or name.end <= noun.end or name.core <= noun.end
    return True


def _means_bodies(scan: Scan, i: int, nouns: list[Anchor], kinds: set[str], *, determined: bool) -> bool:
    """Whether the nouns are meant as bodies.

    By a determiner, by coordination, by a modifier, or as a subject.
    """
    first = nouns[0].entry
    alone = first.row["alone"]
    plain = kinds <= {"apposed", "place"}  # no modifier that restricts
    if alone == "yes":
        return True
    if len(nouns) > 1:
        return True
    if determined:
        return alone != "no" or not plain or first.row["class"] == "locality" or scan.capital(nouns[0].start)
    if first.row["class"] == "locality" or (alone == "no" and plain):
        return False
    if "place" in kinds and scan.level(nouns[0].end) > nouns[0].end and nouns[0].end - nouns[0].start > 1:
        return True  # `trạm y tế xã, phường`
    if not plain and (first.name not in _VERB_NOUNS or "related" in kinds):
        return True
    if "apposed" in kinds and scan.capital(nouns[0].end) and first.name not in _VERB_NOUNS:
        return True
    if first.name in _VERB_NOUNS or not scan.clause_start(i) or not scan.capital(i):
        return False
    return scan.at(nouns[0].end, "verb") is not None


def _is_place_word(nouns: list[Anchor]) -> bool:
    row = nouns[0].entry.row
    return len(nouns) == 1 and row["class"] == "locality" and row["alone"] == "no"


def _is_label(scan: Scan, nouns: list[Anchor], end: int) -> bool:
    """Whether the words only label what follows them (`Cơ quan chủ trì:`, `Đơn vị phối hợp:`)."""
    if nouns[0].entry.row["alone"] == "yes" or nouns[0].entry.row["class"] != "unit":
        return False
    position = end
    while position < end + 4 and scan.letters(position):
        position += 1
    return scan.key(position) in (":", "", "\n") and scan.clause_start(nouns[0].start)


def _is_locality_name(scan: Scan, i: int, nouns: list[Anchor], core: int) -> bool:
    """Whether the words are no bodies but levels with names (`xã Yên Bình`, `các huyện Đà Bắc, Lạc Sơn`)."""
    last = nouns[-1]
    return last.entry.row["class"] == "locality" and scan.capital(core) and scan.level(last.start) == core


# -- restrictive modifiers ---------------------------------------------------------------------------------


def modifiers(scan: Scan, i: int) -> tuple[int, set[str], tuple[Anchor, ...]]:
    """The restrictive modifiers that start at token i.

    Their end, their groups, and the names used in them.
    """
    kinds: set[str] = set()
    used: tuple[Anchor, ...] = ()
    end = i
    while True:
        step, kind, more = _modifier(scan, end)
        if step == end and kinds and scan.key(end) in (",", "và"):
            step = _further_modifier(scan, end + 1)  # `chuyên môn, nghiệp vụ`
        if step == end:
            return end, kinds, used
        if "clause" in kinds and scan.key(end) == "trên":
            return end, kinds, used  # `… hoạt động khoáng sản` + `trên địa bàn`: where the order holds
        kinds.add(kind)
        used += more
        end = step


def _further_modifier(scan: Scan, i: int) -> int:
    """The end of a plain modifier that is coordinated with the one before; the separator's place without one."""
    found = scan.at(i, "modifier")
    if found is None or found.entry.row["kind"] != "end" or scan.at(i, "verb") is not None:
        return i - 1
    return i - 1 if scan.at(i, "noun") is not None else found.end


def _modifier(scan: Scan, i: int) -> tuple[int, str, tuple[Anchor, ...]]:
    found = scan.at(i, "modifier")
    if found is None:
        place = place_end(scan, i)
        return (place, "place", ()) if place > i else _apposition(scan, i)
    kind = found.entry.row["kind"]
    if kind == "anaphor":
        return _anaphor(scan, found)
    if kind == "body" or scan.key(i) in ("thuộc", "trực"):
        end, used = _belongs_to(scan, found)
        if end > found.end:
            return end, "subordinate", used
        if kind == "body":
            return (found.end, "subordinate", ()) if scan.key(i) == "trực" else (i, "", ())
    if kind in ("clause", "activity"):
        return _clause(scan, found)
    verb = scan.at(i, "verb")
    if verb is not None and verb.end >= found.end:
        return i, "", ()
    end = found.end
    place = place_end(scan, end) if scan.key(end - 1) == "bàn" else end
    return max(end, place), found.entry.row["group"] or "restricted", ()


def _apposition(scan: Scan, i: int) -> tuple[int, str, tuple[Anchor, ...]]:
    """A field or proper name right after the noun (`cơ quan Công an`, `các doanh nghiệp khai thác đá`)."""
    verb = scan.at(i, "verb")
    if scan.opens_body(i) and scan.at(i, "office") is None:
        name = read_name(scan, i, plural=True)
        return (name.end, "apposed", name.used) if name is not None else (i, "", ())
    known = scan.at(i, "field") or scan.at(i, "word")
    if known is not None and (verb is None or verb.end < known.end or scan.capital(i)):
        end = known.end
        while scan.key(end) in (",", "và") and (further := scan.at(end + 1, "word") or scan.at(end + 1, "field")):
            if scan.at(end + 1, "verb") is not None or scan.at(end + 1, "noun") is not None or scan.capital(end + 1):
                break
            end = further.end
        return end, "apposed", ()
    return i, "", ()


def _anaphor(scan: Scan, found: Anchor) -> tuple[int, str, tuple[Anchor, ...]]:
    """`nêu trên` always points back; `chủ trì`, `được giao` only where no task of its own follows.

    A bare `trên` does where a verb or no word follows (`các đơn vị trên báo cáo`), not where a place or a number does.
    """
    if found.entry.name == "trên":
        following = scan.key(found.end)
        points = not following.isalnum() or following in ("có", "và") or scan.at(found.end, "verb") is not None
        return (found.end, "anaphor", ()) if points else (found.start, "", ())
    if scan.key(found.start) in ("nêu", "nói", "kể", "này", "có", "trên"):
        return found.end, "anaphor", ()
    following = scan.key(found.end)
    verb = scan.at(found.end, "verb")
    closes = (not following.isalnum() and following != ",") or following in (
        "gửi",
        "báo",
        "có",
        "chịu",
        "chủ",
        "tổng",
    )
    if following == "," and scan.key(found.end + 1) != "phối" and scan.at(found.end + 1, "verb") is None:
        closes = True
    if closes or (verb is not None and scan.key(found.start) == "được"):
        return found.end, "anaphor", ()
    return found.start, "", ()


def _belongs_to(scan: Scan, found: Anchor) -> tuple[int, tuple[Anchor, ...]]:
    """The end of the body or place after `thuộc`, `của`, `do`.

    The end of the preposition where none follows.
    """
    i = found.end
    if scan.key(i) == "các":
        inner = read_collective(scan, i)
        if inner is not None and scan.key(found.start) != "của":
            return inner.end, inner.used
    name = read_name(scan, i, plural=True)
    if name is not None:
        end = name.end
        if scan.key(found.start) == "do":
            closing = scan.at(end, "modifier")
            return (closing.end, name.used) if closing is not None else (found.end, ())
        return end, name.used
    if scan.key(found.start) == "do":
        return i, ()
    place = named_level(scan, i)
    place = place_end(scan, i) if place == scan.level(i) else place
    if place > i:
        return place, ()
    noun = scan.at(i, "noun")
    if scan.key(i) in _SUPERIORS and not scan.capital(i + 1):
        return i + 1, ()
    if noun is not None and scan.key(found.start) in ("thuộc", "của") and scan.key(i) in ("tổ", "đơn", "cơ"):
        return noun.end + (scan.capital(noun.end) and bool(scan.at(noun.end, "head"))) * 2, ()
    return i, ()


def _clause(scan: Scan, found: Anchor) -> tuple[int, str, tuple[Anchor, ...]]:
    """A modifier that is a clause: the words up to a mark or to the verb of the main clause."""
    i = found.start
    verb = scan.at(i, "verb")
    active = found.entry.row["kind"] == "activity"
    if verb is not None and verb.end >= found.end and not active:  # `có trách nhiệm`: the main verb
        return i, "", ()
    end = found.end
    first = scan.at(end, "verb")
    if first is not None:
        if scan.key(i) != "nơi":
            return i, "", ()
        end = first.end
    while end < min(scan.size, found.end + _LONGEST_CLAUSE):
        word = scan.key(end)
        if word == "," and scan.in_capitals(end + 1):
            end += 2
            continue
        if not (word.isalnum() or word == "-"):
            break
        known = scan.at(end, "field") or scan.at(end, "word")
        verb = scan.at(end, "verb")
        if verb is not None and (known is None or known.end < verb.end):
            break
        if word == "trên" and scan.key(end + 1) == "địa":
            break
        if word in FUNCTION_WORDS and word not in ("trong", "về", "tại", "điều", "có", "đến", "trên", "số"):
            break
        end = max(end + 1, known.end if known is not None else 0)
    while end > found.end and scan.key(end - 1) in FUNCTION_WORDS:
        end -= 1
    if active and scan.at(end, "verb") is None and scan.key(end) not in ("trên", "phải", "có", "chịu"):
        return i, "", ()  # no other verb follows: the activity itself is what is ordered
    return (end, "clause", ()) if end > found.end else (i, "", ())
