"""Which tasks of a record are a body's own: named, meant by a group, or inherited from a body that is no more.

Every answer says why: the words of the document, and the rule or the register's entry that leads from them to the
body. What only a person can tell (`các đơn vị liên quan`) is given as possible, never left out and never certain.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.gazetteer.entries import Entry
from dispatch_parser.gazetteer.register import Register, register
from dispatch_parser.record import Assignment, DispatchRecord, Role, Task
from dispatch_parser.text.folding import key

Reason = Literal["named", "group", "succession", "group_succession", "anaphora"]


@dataclass(frozen=True, slots=True)
class Share:
    """A body's part in a task.

    `words`: the document's words that mean it; `through`: the id of the predecessor they mean, where it is one;
    `group`: the group that holds it; `certain` is False where a person must tell.
    """

    task: Task
    role: Role
    reason: Reason
    words: str
    certain: bool
    through: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class _Membership:
    group: str
    levels: tuple[str, ...]
    bodies: tuple[str, ...]
    within: str
    certain: bool


def tasks_for(record: DispatchRecord, agency: str, *, today: dt.date | None = None) -> tuple[Share, ...]:
    """The tasks of a body, in the order of the record, one share for each role it has in a task.

    `agency` is its name, as of the record's date; with `today` as of that day, and what its predecessors were told
    counts too. An unknown name is compared as it is written.
    """
    entries = register()
    on = today or record.date.value
    own = entries.resolve(agency, on=on, context=record.issuer.name.value).entry
    bodies = [own] if own else []
    if own and today:
        bodies += entries.lineage(own).predecessors
    return tuple(_shares(record, key(agency), bodies, entries))


def _shares(record: DispatchRecord, name: str, bodies: list[Entry], entries: Register) -> Iterator[Share]:
    issuer = entries.get(record.issuer.id) if record.issuer.id else None
    for task in record.tasks:
        told: dict[Role, Share] = {}
        for assignment in task.agencies:
            share = _share(task, assignment, name, bodies, issuer)
            share = share or _pointed_to(record, task, assignment, name, bodies)
            if share and (assignment.role not in told or share.certain > told[assignment.role].certain):
                told[assignment.role] = share
        yield from told.values()


def _share(task: Task, told: Assignment, name: str, bodies: list[Entry], issuer: Entry | None) -> Share | None:
    """The share that one assignment gives the body, directly or through those it took over from."""
    if told.group is None:
        if key(told.name) == name:
            return Share(task, told.role, "named", told.raw, certain=True)
        for position, body in enumerate(bodies):
            if told.id == body.id:
                later = position > 0
                reason: Reason = "succession" if later else "named"
                return Share(task, told.role, reason, told.raw, certain=True, through=body.id if later else None)
        return None
    for position, body in enumerate(bodies):
        if told.refers_to or key(body.name) in key(told.raw.partition("trừ ")[2]):
            return None
        certain = _member(told.group, body, issuer)
        if certain is not None:
            reason = "group_succession" if position else "group"
            through = body.id if position else None
            return Share(task, told.role, reason, told.raw, certain=certain, through=through, group=told.group)
    return None


def _pointed_to(
    record: DispatchRecord, task: Task, told: Assignment, name: str, bodies: list[Entry]
) -> Share | None:
    """The share of a body that `các cơ quan nêu trên` points to; which list is meant, a person should see."""
    ids = {body.id for body in bodies}
    known = {one.name for one in record.agencies if one.id in ids}
    if any(key(other) == name or other in known for other in told.refers_to):
        return Share(task, told.role, "anaphora", told.raw, certain=False, group=told.group)
    return None


def _member(group: str, body: Entry, issuer: Entry | None) -> bool | None:
    """Whether a body belongs to a group of this issuer: True, False for perhaps, None for no."""
    answers = []
    for rule in _memberships():
        if rule.group != group or body.level not in rule.levels or not body.id.startswith(rule.bodies or ("",)):
            continue
        if rule.within == "province" and (issuer is None or issuer.province != body.province or issuer.id == body.id):
            continue
        if rule.within == "country" and issuer is not None and issuer.province is not None:
            continue
        answers.append(rule.certain)
    return max(answers, default=None)


@lru_cache(maxsize=1)
def _memberships() -> tuple[_Membership, ...]:
    return tuple(
        _Membership(
            row["group"],
            tuple(row["levels"].split("|")),
            tuple(filter(None, row["bodies"].split("|"))),
            row["within"],
            row["certain"] == "yes",
        )
        for row in models.load().lexicon("group_members")
    )
