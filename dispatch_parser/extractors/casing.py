"""Capitals to ordinary case: the letterhead prints `SỞ CÔNG THƯƠNG`, the record says `Sở Công Thương`.

The document itself is the best witness: where its text names the body in ordinary case, that spelling is taken.
Else the register's spelling, word group by word group; what no table knows is taken for a proper noun (Nghị định
30/2020/NĐ-CP, Phụ lục II, viết hoa).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.extractors.fields import folded
from dispatch_parser.layout.anchors import anchors, is_capitals
from dispatch_parser.text.folding import key, key_of
from dispatch_parser.text.reading import Reading
from dispatch_parser.text.words import words as segment

_LONGEST = 12  # syllables in the longest phrase of the tables
_SMALL_WORDS = frozenset(
    "và các của cho về tại trên thuộc với trong nhân dân tỉnh thành phố huyện quận thị xã phường trấn đặc khu cấp "
    "số ngành".split()
)
_LEVELS = frozenset("tỉnh phố huyện quận xã phường trấn khu".split())
_COMMITTEES = frozenset(("tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy"))  # of the Party, and of a place
_TIGHT_DASH = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
_ROMAN = re.compile(r"^[IVX]+$")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=4)
def _spellings(package: str) -> dict[tuple[str, ...], str]:
    """Official spellings by syllable keys, from every lexicon that names bodies, fields and places."""
    data = models.load(package)
    table: dict[tuple[str, ...], str] = {}
    for lexicon in ("spellings", "provinces", "fields", "heads", "agencies"):
        for row in data.lexicon(lexicon):
            name = row["name"]
            if not is_capitals(name):
                table[tuple(key(name).split())] = name
            for alias in row.get("aliases", "").split("|"):
                if len(alias.split()) > 3 and not _half_capitals(alias):
                    table.setdefault(tuple(key(alias).split()), alias)
    return table


def registered(name: str, package: str = models.DEFAULT_MODEL) -> str | None:
    """The official spelling of a name that the tables hold as a whole, or None."""
    return _spellings(package).get(tuple(key(name).split())) if is_capitals(name) else None


def from_document(reading: Reading, name: str) -> str | None:
    """The commonest ordinary-case spelling of `name` in the document's own text, or None."""
    wanted = re.escape(key(name)).replace(r"\ ", r"\s+")
    counts: Counter[str] = Counter()
    for match in re.finditer(rf"(?<![^\W_]){wanted}(?![^\W_])", reading.key):
        words = folded(reading.text[slice(*match.span())])
        if words[:1].isupper() and not is_capitals(words) and not _half_capitals(words):
            counts[words] += 1
    return counts.most_common(1)[0][0] if counts else None


def _half_capitals(words: str) -> bool:
    """A spelling with a whole word in capitals (`UBND`) is no witness for ordinary case."""
    return any(len(word) > 1 and word.isupper() for word in words.split())


def ordinary(name: str, package: str = models.DEFAULT_MODEL) -> str:
    """`name` in ordinary case by the tables: `UỶ BAN NHÂN DÂN TỈNH HÀ GIANG` -> `Ủy ban nhân dân tỉnh Hà Giang`."""
    if not is_capitals(name):
        return name
    if _TIGHT_DASH.search(name):  # `GIÁO DỤC-ĐÀO TẠO`: two names
        return "-".join(ordinary(part, package) for part in _TIGHT_DASH.split(name))
    table = _spellings(package)
    words = name.split()
    keys = [key_of(word) for word in words]
    result: list[str] = []
    unknown: list[str] = []
    i = 0
    while i < len(words):
        spelled, length = _longest(table, keys, i)
        if spelled is None:
            unknown.append(words[i])
            i += 1
            continue
        result.extend(_unknown(unknown, result, package))
        unknown = []
        result.append(spelled)
        i += length
    result.extend(_unknown(unknown, result, package))
    text = " ".join(result)
    return text[:1].upper() + text[1:]


def _longest(table: dict[tuple[str, ...], str], keys: list[str], i: int) -> tuple[str | None, int]:
    """The spelling of the longest phrase that begins at word i, with the mark that follows it, and its length."""
    for length in range(min(_LONGEST, len(keys) - i), 0, -1):
        phrase = tuple(keys[i : i + length])
        if phrase in table:
            return table[phrase], length
        last = phrase[-1].rstrip(",;")
        if last != phrase[-1] and (*phrase[:-1], last) in table:
            return table[(*phrase[:-1], last)] + phrase[-1][len(last) :], length
    return None, 1


def _unknown(words: list[str], before: list[str], package: str) -> list[str]:
    """Words that no table knows. After a level (`xã`, `phường`) a proper noun; else the first syllable of each word.

    underthesea tells which syllables make a word.
    """
    if not words:
        return []
    person = 2 <= len(words) <= 4 and key_of(words[0]) in anchors(package).surnames
    above = key_of(before[-1]) if before else ""
    level = above in _COMMITTEES or above.rpartition(" ")[2] in _LEVELS  # a level stands before: a place's name
    place = person or level
    lowered = " ".join(words).lower()
    starts: set[int] | None = None  # told only where it decides: the segmenter takes half a second to load
    result: list[str] = []
    position = 0
    for word in words:
        bare = key_of(word).strip(",;()")
        if bare in _SMALL_WORDS and (result or before) and not person and not level:
            result.append(word.lower())
            place = level = bare in _LEVELS
        elif _ROMAN.match(word) or not _VOWEL.search(_plain(word)) or any(c in word for c in "&./0123456789"):
            result.append(word)
            place = True  # behind an abbreviation stands a proper noun: `THPT Đồng Văn`
        else:
            if starts is None and not place:
                starts = {start for start, _ in segment(lowered)}
            opens = place or starts is None or position in starts
            result.append(word[:1] + word[1:].lower() if opens else word.lower())
        position += len(word) + 1
    return result


def _plain(word: str) -> str:
    """The word without tone and vowel marks, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
