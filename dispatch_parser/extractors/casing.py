"""Capitals to ordinary case: the letterhead prints `SỞ CÔNG THƯƠNG`, the record says `Sở Công Thương`.

The document itself is the best witness: where its text names the body in ordinary case, that spelling is taken.
Else the register's spelling, word group by word group; what no table knows is taken for a proper noun (Nghị định
30/2020/NĐ-CP, Phụ lục II, viết hoa).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.layout.anchors import is_capitals
from dispatch_parser.text.folding import key, key_of
from dispatch_parser.text.reading import Reading

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_LONGEST = 12  # syllables in the longest phrase of the tables
_SMALL_WORDS = frozenset(
    "và các của cho về tại trên thuộc với trong nhân dân tỉnh thành phố huyện quận thị xã phường trấn đặc khu "
    "cấp khu vực số quốc gia nhà nước trung ương tối cao công an".split()
)


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
    return table


def from_document(reading: Reading, name: str) -> str | None:
    """The commonest ordinary-case spelling of `name` in the document's own text, or None."""
    wanted = re.escape(key(name)).replace(r"\ ", r"\s+")
    counts: Counter[str] = Counter()
    for match in re.finditer(rf"(?<![^\W_]){wanted}(?![^\W_])", reading.key):
        words = " ".join(reading.text[slice(*match.span())].split())
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
    table = _spellings(package)
    words = name.split()
    keys = [key_of(word) for word in words]
    result: list[str] = []
    i = 0
    while i < len(words):
        for length in range(min(_LONGEST, len(words) - i), 0, -1):
            bare = tuple(k.rstrip(",;") for k in keys[i : i + length])
            spelled = table.get(tuple(keys[i : i + length])) or table.get(bare)
            if spelled:
                tail = keys[i + length - 1][len(bare[-1]) :]
                result.append(spelled + (tail if not spelled.endswith(tail) or not tail else ""))
                i += length
                break
        else:
            result.append(_word(words[i], first=not result))
            i += 1
    text = " ".join(result)
    return text[:1].upper() + text[1:]


def _word(word: str, *, first: bool) -> str:
    """One word that no table knows: a small word in lower case, an abbreviation as printed, else a proper noun."""
    if key_of(word).strip(",;()") in _SMALL_WORDS and not first:
        return word.lower()
    if not word.isalpha() and any(c in word for c in "&./") or _unpronounceable(word):
        return word
    return word[:1] + word[1:].lower()


def _unpronounceable(word: str) -> bool:
    """No vowel in it: an abbreviation (`TNHH`, `MTV`)."""
    plain = key_of(word)
    return len(word) > 1 and not re.search(r"[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", plain)
