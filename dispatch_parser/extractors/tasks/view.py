"""What the earlier extractors left, made easy to ask about: which bodies, deadlines and words stand where."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from dispatch_parser.extractors.findings import AgencyList, Findings, FoundDeadline, Mention
from dispatch_parser.extractors.tasks.grammar import Grammar
from dispatch_parser.layout.sentences import mask
from dispatch_parser.record import Role
from dispatch_parser.text.folding import key as fold

_F = TypeVar("_F", AgencyList, FoundDeadline)
Agents = tuple[tuple[Mention, Role], ...]
Span = tuple[int, int]


@dataclass(frozen=True)
class View:
    """One document as the task extractor sees it. Offsets are offsets into the reading."""

    findings: Findings
    grammar: Grammar
    _masked: dict[Span, str] = field(default_factory=dict, repr=False)

    @property
    def text(self) -> str:
        """The kept text of the reading."""
        return self.findings.reading.text

    @property
    def key(self) -> str:
        """The comparison key of the reading."""
        return self.findings.reading.key

    def masked(self, start: int, end: int) -> str:
        """`key[start:end]` with everything in brackets and quotation marks blanked with `~`, same length."""
        known = self._masked.get((start, end))
        if known is None:
            known = self._masked[start, end] = mask(self.text, start, end, self.key)
        return known

    def lists(self, start: int, end: int) -> list[AgencyList]:
        """The agency lists that lie within the stretch, in reading order."""
        return _within(self.findings.agencies, start, end)

    def list_at(self, position: int, end: int, gap: int = 0) -> AgencyList | None:
        """The agency list that starts at `position`, or at most `gap` characters on in the same phrase."""
        for found in self.lists(position, end):
            between = self.key[position : found.start]
            if len(between) > gap + 1 or any(mark in between for mark in ",;:.("):
                return None
            return found
        return None

    def deadlines(self, start: int, end: int) -> list[FoundDeadline]:
        """The deadlines within the stretch, in reading order."""
        return _within(self.findings.deadlines, start, end)

    def is_speaker(self, found: AgencyList) -> bool:
        """Whether a list names who speaks in the document: the issuer, the body above it, or an office."""
        if any(self.grammar.cue("speaker_of_itself").fullmatch(fold(member.name)) for member in found.members):
            return True
        if all(_plural(member) for member in found.members):
            return False
        issuer = self.findings.header.issuer
        names = [fold(name.value) for name in (issuer.name, issuer.parent) if name.value]
        return not names or any(
            _same_house(fold(member.name), name) for member in found.members for name in names
        )

    def is_issuer(self, found: AgencyList) -> bool:
        """Whether a list names just the issuer itself, or the issuers of a joint document."""
        name = self.findings.header.issuer.name.value
        if name and len(found.members) > 1:
            joint = fold(name).split(" - ")
            return all(fold(member.name) in joint for member in found.members)
        if not name or len(found.members) != 1 or _plural(found.members[0]) or self.key.startswith(" các ", found.end):
            return False
        mention, name = fold(found.members[0].name), fold(name)
        board = self.grammar.cue("speaker_of_itself").match(mention)
        if board and mention[board.end() :].strip() == name:
            return True  # `Ban Giám hiệu Trường …`, told with the issuer's name
        if name.startswith(mention + " "):
            return True
        if not (_LEVEL.search(mention) and _LEVEL.search(name)):
            mention, name = _LEVEL.sub("", mention), _LEVEL.sub("", name)
        return (
            fold(name) == mention
            or fold(name).startswith(mention + " ")
            or mention.startswith(fold(name) + " ")
        )


    def names_issuer(self, words: str) -> bool:
        """Whether words of the key end with the first words of the issuer's name, at the start of a clause.

        `Sở yêu cầu …`, `…, Đoàn giám sát đề nghị …`: no register is needed to know who speaks there.
        """
        name = fold(self.findings.header.issuer.name.value or "")
        tail = _CLAUSE_TAIL.search(words.rstrip())
        return bool(name and tail) and f"{name} ".startswith(f"{tail[1] if tail else ''} ")

    @property
    def reports(self) -> bool:
        """Whether the document only tells or proposes (báo cáo, tờ trình): other bodies' orders in it are told, too."""
        return self.findings.header.document_type.value in ("BC", "TTr")


_CLAUSE_TAIL = re.compile(r"(?:^|[,;:.] )([\w -]{2,80})$")
# The level of a place, which a name may leave out: `Sở Y tế Bắc Lý` is `Sở Y tế tỉnh Bắc Lý`.
_LEVEL = re.compile(r"\b(?:tỉnh|thành phố) (?=\S)")


def _plural(member: Mention) -> bool:
    """Whether a name stands for many bodies: they are told, and never speak in a dispatch."""
    return member.group is not None or " các " in f" {fold(member.name)} "


def _within(everything: Sequence[_F], start: int, end: int) -> list[_F]:
    """What lies within a stretch, of things in reading order."""
    index = bisect_left(everything, start, key=lambda found: found.start)
    found = []
    while index < len(everything) and everything[index].start < end:
        if everything[index].end <= end:
            found.append(everything[index])
        index += 1
    return found


def _same_house(mention: str, name: str) -> bool:
    """Whether two names are of one house: `ủy ban nhân dân tỉnh` and `ủy ban nhân dân tỉnh hòa bình`."""
    if (
        mention == name
        or mention.startswith(name)
        or name.startswith(mention)
        or mention in name
        or name in mention
    ):
        return True
    heads = [part for part in (mention, name) if part]
    tails = [words.split()[-2:] for words in heads]
    return any(
        " ".join(tail) in other for tail, other in zip(tails, reversed(heads), strict=True) if len(tail) == 2
    )
