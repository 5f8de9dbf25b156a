"""Which pages of an input are read: all of them, or those that were asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dispatch_parser.errors import PageNotFoundError

_PART = re.compile(r"(?P<first>\d{1,6}|last)(?P<open>-(?P<last>\d{1,6}|last)?)?")
_LAST = -1


@dataclass(frozen=True, slots=True)
class PageSelection:
    """Pages by number, from 1, as print dialogues take them. In `ranges`, -1 stands for the last page."""

    ranges: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> PageSelection:
        """From `1-2,5,9-` (from 9 on) or `1,last`. Raises ValueError for anything else."""
        ranges = []
        for part in text.replace(" ", "").split(","):
            found = _PART.fullmatch(part)
            if found is None:
                raise ValueError(text)
            first = _number(found["first"])
            last = _number(found["last"] or "last") if found["open"] else first
            if first == 0 or (first != _LAST and last != _LAST and last < first) or first == _LAST != last:
                raise ValueError(text)
            ranges.append((first, last))
        return cls(tuple(ranges))

    def __str__(self) -> str:
        ends = [["last" if number == _LAST else str(number) for number in pair] for pair in self.ranges]
        return ",".join(first if first == last else f"{first}-{last}" for first, last in ends)

    def of_count(self, count: int) -> list[int]:
        """The 0-based indices of the pages in an input of `count` pages, in its order."""
        wanted: set[int] = set()
        for first, last in self.ranges:
            wanted.update(range((count if first == _LAST else first) - 1, count if last == _LAST else min(last, count)))
        return sorted(wanted)


def _number(word: str) -> int:
    return _LAST if word == "last" else int(word)


FIRST_AND_LAST = PageSelection(((1, 1), (_LAST, _LAST)))
"""What the header of a dispatch stands on, where no annex follows its signature."""


def chosen(selection: PageSelection | None, count: int, name: str) -> range | list[int]:
    """The 0-based indices of the pages to read, in order; all without a selection.

    Raises PageNotFoundError where the input `name` has none of them.
    """
    if selection is None:
        return range(count)
    indices = selection.of_count(count)
    if not indices:
        raise PageNotFoundError(name, where=f"1-{count}")
    return indices
