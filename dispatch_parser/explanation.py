"""Why a sentence is a task, or none: the words, the rules and their sources, for one document.

Nothing is decided here a second time. A task carries the rules that made it; what was passed over was written down
when it was (`findings.passed_over`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.document import Document
from dispatch_parser.extractors.findings import Findings, FoundTask, PassedOver
from dispatch_parser.pipeline import Parser
from dispatch_parser.record import Assignment, Deadline, DispatchRecord, Evidence, Task
from dispatch_parser.text.reading import Reading

FAMILIES = ("triggers", "triggers_cues", "tasks", "roles", "kinds", "deadlines")
NEAREST = 5
"""Sentences passed over that are shown beside a task, or where there is none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was read: `what` (task, kind, a role, deadline, due, product), the words and page they stand on.

    `rule` made it so and `source` is where the rule comes from; `matched` are the words of a task's text that it found.
    `inherited`: the words stand outside the task, in a heading, lead-in or neighbouring sentence. `derived`: how a day
    follows from words that do not print it whole.
    """

    what: str
    words: str
    page: int | None
    rule: str
    source: str | None
    inherited: bool = False
    derived: tuple[str, ...] = ()
    matched: str = ""


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
    Raises IndexError where there are tasks, but none of this number.
    """
    doc = parser.doc(document)
    record: DispatchRecord = doc._.record
    findings: Findings = doc._.findings
    passed = _not_tasks(findings)
    if not record.tasks:
        nearest = sorted(passed, key=lambda one: (_unlikely(findings, one), one.start))[:NEAREST]
        return record, [Explanation(None, (), tuple(_passed(findings.reading, one) for one in nearest))]
    if number is not None and not 1 <= number <= len(record.tasks):
        raise IndexError(number)
    chosen = range(len(record.tasks)) if number is None else [number - 1]
    return record, [_explained(findings.reading, record.tasks[i], findings.tasks[i], passed) for i in chosen]


def _explained(reading: Reading, task: Task, found: FoundTask, passed: list[PassedOver]) -> Explanation:
    near = sorted(passed, key=lambda one: abs(one.start - found.start))[:NEAREST]
    shown = tuple(_passed(reading, one) for one in sorted(near, key=lambda one: one.start))
    return Explanation(task, tuple(_steps(reading, task, found)), shown)


def _steps(reading: Reading, task: Task, found: FoundTask) -> Iterator[Step]:
    step = _step("task", task.text, task.evidence, task.evidence.rule)
    yield replace(step, matched=_words(reading, *found.cue)) if found.cue else step
    if found.kind_by:
        kind = found.kind_by
        evidence = reading.evidence(kind.start, kind.end, kind.rule, task.evidence.confidence)
        yield _step("kind", f"{_words(reading, kind.start, kind.end)} → {task.kind}", evidence, kind.rule)
    for told, (mention, _) in zip(task.agencies, found.agencies, strict=True):
        outside = not found.start <= mention.start < found.end and not mention.cue.startswith("table.")
        yield _step(told.role, _printed(told), told.evidence, mention.cue or task.evidence.rule, inherited=outside)
    if task.deadline:
        yield _limit("deadline", task.deadline)
    if task.other_due:
        yield _limit("due", task.other_due, inherited=found.due is not found.deadline)
    if task.product:
        yield _step("product", task.product, task.evidence, "product")


def _words(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def _printed(told: Assignment) -> str:
    return told.raw if told.raw == told.name else f"{told.raw} → {told.name}"


def _limit(what: Literal["deadline", "due"], limit: Deadline, *, inherited: bool = False) -> Step:
    words = f"{limit.raw} → {limit.date.isoformat()}" if limit.date else limit.raw
    return _step(what, words, limit.evidence, limit.evidence.rule, inherited=inherited, derived=limit.derivation)


def _step(
    what: str, words: str, evidence: Evidence, rule: str, *, inherited: bool = False, derived: tuple[str, ...] = ()
) -> Step:
    page = evidence.spans[0].page if evidence.spans else None
    return Step(what, words, page, rule, source_of(rule), inherited, derived)


def _not_tasks(findings: Findings) -> list[PassedOver]:
    """What was passed over and stands in no task, one entry a sentence, in order."""
    inside = sorted((task.start, task.end) for task in findings.tasks)
    free: dict[tuple[int, int], PassedOver] = {}
    number = 0
    for one in sorted(findings.passed_over, key=lambda one: one.start):
        while number < len(inside) and inside[number][1] <= one.start:
            number += 1
        if number == len(inside) or inside[number][0] >= one.end:
            free[one.start, one.end] = one
    return list(free.values())


def _unlikely(findings: Findings, one: PassedOver) -> int:
    """Sentences that name a body come nearest to a task; a rule's refusal comes before a mere lack of words."""
    names = any(one.start <= found.start and found.end <= one.end for found in findings.agencies)
    return 2 * (not names) + (one.rule == "no_order")


def _passed(reading: Reading, one: PassedOver) -> Passed:
    evidence = reading.evidence(one.start, one.end, one.rule, 0.5)
    page = evidence.spans[0].page if evidence.spans else None
    return Passed(_words(reading, one.start, one.end), page, one.rule, source_of(one.rule))


@lru_cache(maxsize=1024)
def source_of(rule: str) -> str | None:
    """Where a rule comes from: the decree and section, or the usage; None for what the code's grammar says."""
    rules = (one for family in FAMILIES for one in models.load().rules(family))
    return next((one.source for one in rules if rule in (one.id, f"task.{one.id}", f"reported.{one.id}")), None)


@lru_cache(maxsize=1024)
def why(rule: str, language: Literal["vi", "en"]) -> str:
    """What a rule or derivation says, in words for a person (`lexicon/rule_words.csv`).

    By its id, or by the longest part of it that has words; else by the id itself.
    """
    known = {row["rule"]: row[language] for row in models.load().lexicon("rule_words")}
    part = rule
    while part:
        if part in known:
            return known[part]
        part = part[: max(part.rfind("."), part.rfind("_"), 0)]
    return rule
