"""Which bodies `các cơ quan nêu trên` and `các đơn vị được giao chủ trì` mean: named before, or leading in a task.

Source: language of assignment. The expression stays in the record as it is written; this is what it points to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dispatch_parser.extractors.findings import Findings, Mention
from dispatch_parser.gazetteer.groups import ANAPHOR
from dispatch_parser.layout import zones

_LEADERS = ("chủ trì", "phân công", "được giao")
_READ = (zones.ADDRESSEES, zones.BODY, zones.ANNEX)


def meant_by(findings: Findings, mention: Mention) -> tuple[str, ...]:
    """The names of the bodies that an anaphoric expression means, in text order; empty for any other mention.

    Expressions of leading mean all that lead in a task; the others the last list of bodies before them, or, where that
    names one body only, all that lead in the tasks before.
    """
    if mention.group != ANAPHOR:
        return ()
    words = findings.reading.key[mention.start : mention.end]
    if any(word in words for word in _LEADERS):
        return _names(_leads(findings, len(findings.reading.key)))
    listed = _names(_named_before(findings, mention.start))
    return listed if len(listed) > 1 else _names(_leads(findings, mention.start)) or listed


def _leads(findings: Findings, end: int) -> Iterator[Mention]:
    """Who leads in the tasks that begin before an offset."""
    for task in findings.tasks:
        if task.start < end:
            yield from (who for who, role in task.agencies if role == "lead")


def _named_before(findings: Findings, position: int) -> Iterator[Mention]:
    """The members of the last list before a position that names bodies other than the issuer."""
    issuer = findings.header.issuer.name.value
    for group in sorted(findings.agencies, key=lambda found: -found.start):
        zone = findings.reading.paragraph_at(group.start).zone
        members = [one for one in group.members if one.group != ANAPHOR and one.name != issuer]
        if group.end <= position and zone in _READ and members:
            yield from members
            return


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.name for one in mentions if one.group != ANAPHOR))
