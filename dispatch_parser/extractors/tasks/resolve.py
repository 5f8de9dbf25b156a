"""Short forms of a body (`Công ty`, `Doanh nghiệp`, `Quý đơn vị`) become the body they stand for.

Only a bare singular noun is resolved, and only where one body can be meant: the one addressee, or the only
body named in full before it whose name opens with that noun. Anything else stays as written.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial

from dispatch_parser.extractors.findings import AgencyList, FoundTask, Mention
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.record import Role
from dispatch_parser.text.folding import key as fold

# Short forms that open the full name themselves.
_HEADS = (
    "hợp tác xã", "trung tâm", "trường", "ngân hàng", "sở", "cục", "tổng cục", "chi cục", "bộ", "vụ", "viện", "ủy ban",
    "ủy ban nhân dân", "hội đồng", "văn phòng", "tổng công ty", "tập đoàn", "học viện",
)  # fmt: skip
# A short form, and what the full name it stands for may open with; "" stands for any name.
_FORMS: dict[str, tuple[str, ...]] = {
    **{head: (head,) for head in _HEADS},
    "công ty": ("công ty", "tổng công ty", "doanh nghiệp"),
    "doanh nghiệp": ("doanh nghiệp", "công ty", "tổng công ty", "dntn"),
    "nhà trường": ("trường",),
    "ubnd": ("ủy ban nhân dân",),
    "đơn vị": ("",),
    "cơ quan": ("",),
}

_Only = tuple[list[int], list[Mention], float]


def resolved(view: View, tasks: Iterable[FoundTask], addressed: Agents) -> list[FoundTask]:
    """The tasks with the short forms among their agencies replaced by the full bodies."""
    only = cache(partial(_only_name, view.findings.agencies))
    return [
        replace(task, agencies=_once((_full(only, mention, addressed), role) for mention, role in task.agencies))
        for task in tasks
    ]


def _once(agents: Iterable[tuple[Mention, Role]]) -> Agents:
    """Each body once in a role, at its first place."""
    kept: dict[tuple[str, Role], tuple[Mention, Role]] = {}
    for mention, role in agents:
        kept.setdefault((fold(mention.name), role), (mention, role))
    return tuple(kept.values())


def _full(only: Callable[[tuple[str, ...]], _Only], mention: Mention, addressed: Agents) -> Mention:
    openings = _FORMS.get(fold(mention.name).removeprefix("quý "))
    if openings is None:
        return mention
    if len(addressed) == 1 and fold(addressed[0][0].name).startswith(openings):
        return _as(mention, addressed[0][0])
    if openings == ("",):
        return mention
    places, named, other = only(openings)
    before = bisect_left(places, mention.start)
    return _as(mention, named[before - 1]) if before and mention.start <= other else mention


def _only_name(agencies: Iterable[AgencyList], openings: tuple[str, ...]) -> _Only:
    """The mentions of the first full name that opens so, and where each stands; where another name comes."""
    places: list[int] = []
    named: list[Mention] = []
    for group in agencies:
        for member in group.members:
            name = fold(member.name)
            if not name.startswith(openings) or len(member.name.split()) <= 3:
                continue
            if named and name != fold(named[0].name):
                return places, named, group.start
            places.append(group.start)
            named.append(member)
    return places, named, math.inf


def _as(short: Mention, full: Mention) -> Mention:
    """The short form, at its own place, with the name of the full one."""
    return replace(short, name=full.name, group=full.group, rule="agency.short_form", confidence=0.85)
