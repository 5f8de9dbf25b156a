"""Why a sentence is a task, or none: the words, the rules and their sources, for one document.

Nothing is decided here a second time. A task carries the rules that made it; what was passed over was written down
when it was (`findings.passed_over`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.document import Document
from dispatch_parser.extractors.findings import Findings, PassedOver
from dispatch_parser.pipeline import Parser
from dispatch_parser.record import DispatchRecord, Evidence, Task
from dispatch_parser.text.reading import Reading

FAMILIES = ("triggers", "tasks", "roles", "kinds", "deadlines")
NEAREST = 5
"""Sentences passed over that are shown beside a task, or where there is none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was read: `what` (task, a role, deadline, due), the words, the page, the rule and its source."""

    what: str
    words: str
    page: int | None
    rule: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence near by that is no task, and the rule or reason."""

    words: str
    page: int | None
    rule: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One task with the steps that made it, or no task; and the nearest sentences that were passed over."""

    task: Task | None
    steps: tuple[Step, ...]
    passed: tuple[Passed, ...]


def explain(parser: Parser, document: Document, number: int | None = None) -> tuple[DispatchRecord, list[Explanation]]:
    """The record of a document and its tasks explained: all, or the one of this number (1-based).

    A document without tasks gives one Explanation without a task, with the sentences that come nearest to one.
    Raises IndexError where there is no task of this number.
    """
    doc = parser.doc(document)
    record: DispatchRecord = doc._.record
    findings: Findings = doc._.findings
    if not record.tasks and number is None:
        nearest = sorted(_not_tasks(findings), key=lambda one: (_unlikely(findings, one), one.start))[:NEAREST]
        return record, [Explanation(None, (), tuple(_passed(findings.reading, one) for one in nearest))]
    if number is not None and not 1 <= number <= len(record.tasks):
        raise IndexError(number)
    chosen = range(len(record.tasks)) if number is None else [number - 1]
    return record, [_explained(findings, record.tasks[i], i) for i in chosen]


def _explained(findings: Findings, task: Task, index: int) -> Explanation:
    found = findings.tasks[index]
    near = sorted(_not_tasks(findings), key=lambda one: abs(one.start - found.start))[:NEAREST]
    passed = tuple(_passed(findings.reading, one) for one in sorted(near, key=lambda one: one.start))
    return Explanation(task, tuple(_steps(task)), passed)


def _steps(task: Task) -> Iterator[Step]:
    yield _step("task", task.text, task.evidence)
    for told in task.agencies:
        yield _step(told.role, told.raw, told.evidence)
    if task.deadline:
        yield _step("deadline", task.deadline.raw, task.deadline.evidence)
    if task.due and task.due != task.deadline:
        yield _step("due", task.due.raw, task.due.evidence)


def _step(what: str, words: str, evidence: Evidence) -> Step:
    page = evidence.spans[0].page if evidence.spans else None
    return Step(what, words, page, evidence.rule, source_of(evidence.rule))


def _not_tasks(findings: Findings) -> list[PassedOver]:
    """What was passed over and stands in no task, one entry a sentence."""
    inside = [(task.start, task.end) for task in findings.tasks]
    free = {
        (one.start, one.end): one
        for one in findings.passed_over
        if not any(start < one.end and one.start < end for start, end in inside)
    }
    return list(free.values())


def _unlikely(findings: Findings, one: PassedOver) -> int:
    """Sentences that name a body come nearest to a task; a rule's refusal comes before a mere lack of words."""
    names = any(one.start <= found.start and found.end <= one.end for found in findings.agencies)
    return 2 * (not names) + (one.rule == "no_order")


def _passed(reading: Reading, one: PassedOver) -> Passed:
    evidence = reading.evidence(one.start, one.end, one.rule, 0.5)
    page = evidence.spans[0].page if evidence.spans else None
    return Passed(" ".join(reading.text[one.start : one.end].split()), page, one.rule, source_of(one.rule))


@lru_cache(maxsize=1024)
def source_of(rule: str) -> str | None:
    """Where a rule comes from: the decree and section, or the usage; None for what the code's grammar says."""
    rules = (one for family in FAMILIES for one in models.load().rules(family))
    return next((one.source for one in rules if rule in (one.id, f"task.{one.id}")), None)
