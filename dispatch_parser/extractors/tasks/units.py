"""From an order to its units: split where the agencies or their roles change or a second deadline starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dispatch_parser.extractors.findings import FoundDeadline, FoundTask
from dispatch_parser.extractors.tasks.kinds import kind_of
from dispatch_parser.extractors.tasks.orders import Order, Scope, find_order
from dispatch_parser.extractors.tasks.roles import Cast, cast
from dispatch_parser.extractors.tasks.view import Agents, Span, View
from dispatch_parser.layout.sentences import clauses, strip_end
from dispatch_parser.text.folding import key as fold

# What is done with a paper once it is there: its time limit is that of those who then act.
_PURPOSE = re.compile(r" để (?:[^;:]{0,60} )?(?:tổng hợp|báo cáo|trình|tham mưu)\b")
# A second act with a deadline of its own, joined by a comma or "và".
_SECOND_ACT = re.compile(r"(?:,| và) ?(?=(?:báo cáo|gửi|thông báo|nộp|trình|hoàn thành)\b)")
_RANK = {"date": 0, "period": 1, "relative": 2, "recurring": 3, "event": 4, "standing": 5, "immediate": 6}
_REPEATED = frozenset(("date", "period", "relative", "recurring"))


@dataclass(frozen=True, slots=True)
class Unit:
    """One task to be: its stretch, where its predicate starts, who acts in it and by which rule."""

    start: int
    end: int
    predicate: int
    cast: Cast
    rule: str
    confidence: float
    cue: Span | None


def units_of(view: View, order: Order) -> list[Unit]:
    """The units of an order, at least one."""
    units: list[Unit] = []
    for part in _parts(view, order):
        unit = Unit(
            part.start, part.end, part.predicate, cast(view, part.predicate, part.end, part.agents),
            part.rule, part.confidence, part.cue,
        )  # fmt: skip
        if units and not _own_subject(part, order) and _belongs(view, units[-1], unit):
            merged = replace(units[-1], end=unit.end)
            units[-1] = replace(merged, cast=_joined(view, merged, unit))
        else:
            units.append(unit)
    return units


def _own_subject(part: Order, order: Order) -> bool:
    return part.rule not in ("subject.carried", order.rule) or part.agents is not order.agents


def _parts(view: View, order: Order) -> Iterator[Order]:
    """The clauses of an order, each with the subject it has or carries on."""
    pieces = list(_pieces(view, order))
    carried: Agents = order.agents
    for number, (start, end) in enumerate(pieces):
        if number == 0:
            yield replace(order, end=end)
            continue
        scope = Scope(agents=(), open=False)
        own = find_order(view, start, end, scope)
        if own is not None and own.agents:
            carried = own.agents
            yield own
        else:
            yield Order(start, end, start, carried, "subject.carried", order.confidence)


def _pieces(view: View, order: Order) -> Iterator[tuple[int, int]]:
    """Clauses at semicolons, cut again where a second act brings a second deadline."""
    for start, end in clauses(view.text, order.start, order.end):
        if start < order.predicate <= end and start != order.start:
            start = order.start
        if end <= order.predicate:
            continue
        limits = [found for found in view.deadlines(start, end) if found.kind in _REPEATED]
        for first, second in pairwise(limits):
            if _PURPOSE.search(view.key, first.end, second.start):
                continue
            act = _SECOND_ACT.search(view.key, first.end, second.start)
            if (act and view.key[act.start()] == ",") or (
                act and view.key[act.start() : act.end()].strip() == "và"
            ):
                yield start, act.start()
                start = act.end()
        yield start, end


def _belongs(view: View, before: Unit, unit: Unit) -> bool:
    """Whether a clause goes on with the unit before it.

    It does with the same roles, no new body at work and no deadline of its own.
    """
    if before.cast.leads != unit.cast.leads and (before.cast.partners or unit.cast.partners):
        return False
    if unit.cast.partners - before.cast.partners:
        return False
    earlier = [found for found in view.deadlines(before.start, before.end) if found.kind in _REPEATED]
    return not (earlier and any(found.kind in _REPEATED for found in view.deadlines(unit.start, unit.end)))


def _joined(view: View, merged: Unit, unit: Unit) -> Cast:
    """The roles of two clauses together: those of the first, and whom the second reports to or supervises.

    Where the first only said `phối hợp` with nobody and the second acts, the subject leads.
    """
    if unit.cast.leads and not merged.cast.leads and not merged.cast.partners:
        merged = replace(merged, cast=unit.cast)
    names = {(fold(mention.name), role) for mention, role in merged.cast.agents}
    extra = tuple(
        (mention, role)
        for mention, role in unit.cast.agents
        if role in ("report_to", "target") and (fold(mention.name), role) not in names
    )
    return Cast(merged.cast.agents + extra, merged.cast.leads, merged.cast.partners)


def _own_limits(view: View, start: int, end: int) -> list[FoundDeadline]:
    """The time limits of a unit, without those of what is done with its result (`để tổng hợp … trước ngày`)."""
    found = view.deadlines(start, end)
    others = (k for k in range(1, len(found)) if _PURPOSE.search(view.key, found[k - 1].end, found[k].start))
    return found[: next(others, len(found))]


def tasks_of(view: View, order: Order, parent: tuple[int, int] | None = None) -> list[FoundTask]:
    """The finished tasks of an order."""
    return [_task(view, unit, parent) for unit in units_of(view, order)]


def _task(view: View, unit: Unit, parent: tuple[int, int] | None) -> FoundTask:
    start, end = strip_end(view.text, unit.start, unit.end)
    deadline = pick(_own_limits(view, start, unit.end))
    kind, kind_by = kind_of(view, start, end, unit.predicate)
    if unit.rule == "directive.prohibit":
        kind, kind_by = "prohibit", None  # as the cue says
    return FoundTask(
        start=start,
        end=end,
        kind=kind,
        agencies=unit.cast.agents,
        deadline=deadline,
        due=deadline,
        product=_product(view, start, end),
        parent=parent,
        rule=f"task.{unit.rule}",
        confidence=unit.confidence,
        cue=unit.cue or _first_verb(view, unit.predicate, unit.end),
        kind_by=kind_by,
    )


def _first_verb(view: View, start: int, end: int) -> Span | None:
    """The duty or verb that a predicate opens with, adverbs left out."""
    chain = view.grammar.verbs.chain(view.key, start, end)
    return next(((after - len(phrase), after) for phrase, kind, after in chain if kind != "adverb"), None)


def _product(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The paper that a unit orders to be drawn up, where the words name it."""
    masked = view.masked(start, end)
    for rule in view.grammar.family("product"):
        match = rule.search(masked)
        if match and not view.grammar.cue("others_paper").search(masked, 0, match.start()):
            left, right = start + match.start(1), start + match.end(1)
            whom = view.key.find(" đối với ", left, right)
            return left, right if whom < 0 or view.text[left].isupper() else whom  # a title keeps whom it is about
    return None


def pick(found: list[FoundDeadline]) -> FoundDeadline | None:
    """The deadline that binds a unit: the most definite one, the last where two are alike."""
    return min(reversed(found), key=lambda limit: _RANK[limit.kind], default=None)
