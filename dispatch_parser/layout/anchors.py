"""What a line opens or is, told by its words alone: the rules of `rules/zones.yaml`, compiled once per model."""

from __future__ import annotations

import re
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.text.folding import key

_SPACED_CAPITALS = re.compile(r"^(?:\S ){3,}\S:?$")
_MARKER = re.compile(
    r"^(?:[-–—+•*●▪]\s?\D|\d{1,2}(?:\.\d{1,2}){0,3}[.)/](?=\s*[^\W\d])|\d{1,2}(?:\.\d{1,2}){1,3}\s"
    r"|[a-zđ]{1,2}\d?[).]\s?(?=[^\W\d])|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})-\s+(?=[A-ZĐÀ-Ỹ])"
    r"|[IVX]{1,5}[.)]\s?\D|\([ivx\d]{1,4}\)|Điều \d+|Chương [IVX\d]+|Mục \d|Phần (?:[IVX]+|thứ))"
)
_RANKS = re.compile(
    r"^(?:(?:GS|PGS|TS|ThS|CN|BS|DS|KS|CKI{1,2}|BSCKI{1,2}|TTND|TTUT|NGND|NGƯT|LS|Đ/c|Ths|Bs|Ts)\b[.,]?\s*)+"
    r"|^(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)\s+"
)


class Anchors:
    """The line rules of one model."""

    def __init__(self, model: models.ModelData) -> None:
        self._by_part: dict[str, list[re.Pattern[str]]] = {}
        for rule in model.rules("zones"):
            self._by_part.setdefault(str(rule.data["part"]), []).append(rule.regex)
        self.surnames = frozenset(row["name"] for row in model.lexicon("surnames"))
        self.type_names = {
            key(name): row["code"]
            for row in model.lexicon("document_types")
            for name in (row["name"], *filter(None, row.get("aliases", "").split("|")))
        }

    def is_(self, part: str, line_key: str) -> bool:
        """Whether a line with this key plays this part."""
        return any(regex.search(line_key) for regex in self._by_part[part])

    def type_code(self, words: str) -> str | None:
        """The code of the document type that a line in capitals names, if it is a type name and nothing else."""
        return self.type_names.get(key(unspaced(words)).rstrip(" :")) if is_capitals(words) else None

    def is_position(self, words: str) -> bool:
        """Whether the line is a post in capitals (`PHÓ CHỦ TỊCH`, `CHÁNH VĂN PHÒNG`)."""
        return len(words) < 80 and is_capitals(words) and self.is_("position", key(words))

    def is_person_name(self, words: str) -> bool:
        """Whether the words can be a Vietnamese full name: 2 to 6 capitalised syllables, a family name first."""
        parts = without_rank(words).split()
        return (
            2 <= len(parts) <= 6
            and all(part[0].isupper() and part.replace("'", "").isalpha() for part in parts)
            and key(parts[0]) in self.surnames
            and not self.is_position(words)  # PHÓ CHỦ NHIỆM, though Phó is a family name too
        )


@lru_cache(maxsize=4)
def anchors(package: str = models.DEFAULT_MODEL) -> Anchors:
    """The anchors of a model package, compiled once."""
    return Anchors(models.load(package))


def opens_with_person(words: str) -> bool:
    """Whether words open with a person's name: two behind a title or rank, else a family name and two more."""
    named = without_rank(words)
    ranked = named != words.strip()
    first = named.split()[: 2 if ranked else 3]
    if len(first) < 2 or not all(part.isalpha() and part.istitle() for part in first):
        return False
    return ranked or (len(first) == 3 and key(first[0]) in anchors().surnames)


def unspaced(words: str) -> str:
    """Close up letter-spaced capitals: `Q U Y Ế T  Đ Ị N H` -> `QUYẾT ĐỊNH`; other text as it is."""
    if not _SPACED_CAPITALS.match(" ".join(words.split())):
        return words
    return " ".join(part.replace(" ", "") for part in re.split(r"\s{2,}", words.strip()))


def is_capitals(text: str) -> bool:
    """Whether the letters are capitals (a lone lower-case letter from a bad font does not count)."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= 2 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)


def opens_item(text: str) -> bool:
    """Whether the line opens an outline item: a dash, a number, a letter, an article."""
    return bool(_MARKER.match(text))


def without_rank(text: str) -> str:
    """A printed name without academic title or military rank (`TS.`, `Đại tá`)."""
    return _RANKS.sub("", text.strip()).strip()
