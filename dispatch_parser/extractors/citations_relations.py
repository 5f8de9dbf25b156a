"""How a document stands to one it cites, by the words around the citation (`rules/relations.yaml`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from dispatch_parser.extractors.citations_text import Mentioned
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData, Rule
from dispatch_parser.record import Relation

_SENTENCE_END = re.compile(r"[.!?]\s+(?=\S)")
_REACH = 600  # characters on either side in which words say how a document stands to another
_LIST = re.compile(r"~(?:[,;]? ?(?:và |kèm theo )?(?:số )?~)+")


class Relations:
    """The relation rules of one model, in file order: the first that fits a citation decides."""

    def __init__(self, model: ModelData) -> None:
        self.rules: list[Rule] = model.rules("relations")

    def of(self, key: str, mentions: Sequence[Mentioned], mention: Mentioned, zone: str) -> Relation:
        """The relation of one citation of a paragraph with this key. All offsets are offsets into `key`."""
        if zone == zones.GROUNDS:
            return "basis"
        first = bisect_left(mentions, mention.start - _REACH, key=lambda other: other.start)
        last = bisect_left(mentions, mention.end + _REACH, key=lambda other: other.start)
        taken = [(other.start, other.end) for other in mentions[first:last]]
        before, after = around(key, taken, mention.start, mention.end)
        return self.by_words(before, after)

    def by_words(self, before: str, after: str) -> Relation:
        """The relation by the words of the sentence before the citation and behind it."""
        for rule in self.rules:
            if rule.search(before if rule.data["where"] == "before" else after):
                relation: Relation = rule.data["relation"]
                return relation
        return "mentions"


def around(key: str, taken: Sequence[tuple[int, int]], start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and behind a stretch; other citations, and lists of them, as `~`."""
    before = _LIST.sub("~", _shortened(key, taken, max(0, start - _REACH), start))
    after = _shortened(key, taken, end, min(len(key), end + _REACH))
    left = max((match.end() for match in _SENTENCE_END.finditer(before)), default=0)
    stop = _SENTENCE_END.search(after)
    return before[left:], after[: stop.start() if stop else len(after)]


def _shortened(key: str, taken: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """`key[start:end]` with every citation in it as one `~`."""
    parts, position = [], start
    for left, right in taken:
        if position <= left and right <= end:
            parts += [key[position:left], "~"]
            position = right
    return "".join([*parts, key[position:end]])


@lru_cache(maxsize=8)
def relations(model: ModelData) -> Relations:
    """The relation rules of a model, read once."""
    return Relations(model)
