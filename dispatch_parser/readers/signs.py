"""Words by which a reader knows letterhead and foot.

The line rules of the model (`rules/zones.yaml`), by part.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.text.folding import key

_LONGEST = 160  # no sign is longer; longer lines are prose


@lru_cache(maxsize=1)
def _rules() -> dict[str, tuple[re.Pattern[str], ...]]:
    parts: dict[str, tuple[re.Pattern[str], ...]] = {}
    for rule in models.load().rules("zones"):
        part = str(rule.data["part"])
        parts[part] = (*parts.get(part, ()), rule.regex)
    return parts


def is_sign(words: str, *parts: str) -> bool:
    """Whether a line with these words plays one of these parts (`motto`, `number`, `recipients` …)."""
    if len(words) > _LONGEST or not words.strip():
        return False
    folded = key(words)
    return any(regex.search(folded) for part in parts for regex in _rules().get(part, ()))


@lru_cache(maxsize=1)
def _type_names() -> frozenset[str]:
    rows = models.load().lexicon("document_types")
    return frozenset(key(name) for row in rows for name in (row["name"], *row.get("aliases", "").split("|")) if name)


def is_type_name(words: str) -> bool:
    """Whether the line is the name of a document type in capitals, `TỜ TRÌNH`, and nothing else."""
    return is_capitals(words) and key(" ".join(words.split())).rstrip(" :") in _type_names()


def is_capitals(words: str) -> bool:
    """Whether the words have letters and all of them are capitals."""
    return words.upper() == words and words.lower() != words


def is_signature(words: str) -> bool:
    """Whether the line opens a signature: `TM. …`, `KT. …`, or a post in capitals."""
    return len(words) < 80 and is_capitals(words) and is_sign(words, "competence", "position")
