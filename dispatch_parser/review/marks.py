"""What of a record can be pointed at: every value with its evidence, in groups that share a colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dispatch_parser.record import Evidence, Span
from dispatch_parser.review.markup import Html, element

Group = Literal["task", "citation", "annex", "agency", "people", "identity", "deadline"]
GROUPS: tuple[Group, ...] = ("identity", "people", "task", "agency", "deadline", "citation", "annex")
"""In the order of the legend."""
_DEPTH: tuple[Group, ...] = ("task", "annex", "citation", "agency", "people", "identity", "deadline")
"""From the bottom up where values overlap: a task lies under the agencies and the deadline in it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value of the record: its number on the page, its group, what it is in words, where it was read."""

    number: int
    group: Group
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the document that one or more marks of a group were read from."""

    span: Span
    group: Group
    marks: tuple[Mark, ...]

    @property
    def id(self) -> str:
        """Its id on the HTML page."""
        return place_id(self.group, self.span)


def place_id(group: Group, span: Span) -> str:
    """The id on the HTML page of a stretch that a value of this group was read from."""
    return f"{group}-{span.page}-{span.start}-{span.end}"


@dataclass(slots=True)
class Marks:
    """All marks of one page, numbered from 1 in the order they were added."""

    items: list[Mark] = field(default_factory=list)

    def add(self, group: Group, label: str, evidence: Evidence) -> Mark:
        """A new mark."""
        mark = Mark(len(self.items) + 1, group, label, evidence)
        self.items.append(mark)
        return mark

    def places(self) -> list[Place]:
        """Every stretch once per group, those that lie below first."""
        found: dict[tuple[Group, Span], list[Mark]] = {}
        for mark in self.items:
            for span in mark.evidence.spans:
                marks = found.setdefault((mark.group, span), [])
                if mark not in marks:
                    marks.append(mark)
        places = [Place(span, group, tuple(marks)) for (group, span), marks in found.items()]
        return sorted(places, key=lambda p: (p.span.page, depth(p.group), p.span.start, -p.span.end))

    def pages(self) -> Iterator[int]:
        """The pages that hold a mark, in order."""
        yield from sorted({span.page for mark in self.items for span in mark.evidence.spans})


def depth(group: Group) -> int:
    """How far up a group lies; the larger covers the smaller."""
    return _DEPTH.index(group)


def numbers(marks: Iterable[Mark]) -> str:
    """The numbers of marks as the script reads them."""
    return " ".join(str(mark.number) for mark in marks)


def link(places: Sequence[Place], *children: str, **attributes: str | None) -> Html:
    """A link from a stretch of the document to the value that lies uppermost in it (the last place).

    It lights up with every value whose place is given (`data-marks`); itself it lights up the uppermost
    (`data-own`, where that differs). Only the first stretch of a value takes the keyboard's focus.
    """
    marks = list(dict.fromkeys(mark for place in places for mark in place.marks))
    opens = any(mark.evidence.spans[0] == place.span for place in places for mark in place.marks)
    labels = "\n".join(dict.fromkeys(mark.label for mark in places[-1].marks))
    return element(
        "a",
        *children,
        href=f"#v{places[-1].marks[0].number}",
        title=labels,
        aria_label=None if children else labels,
        tabindex=None if opens else -1,
        data_marks=numbers(marks),
        data_own=numbers(places[-1].marks) if len(places) > 1 else None,
        **attributes,
    )
