"""Time limits: what is to be done by when. All wording is data (`rules/deadlines.yaml`).

`find_deadlines` reads a whole document, `find_in` one stretch, `parse_deadline_cell` one cell of a table.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from dispatch_parser import model as models
from dispatch_parser.extractors.deadlines_relative import ends_on
from dispatch_parser.extractors.deadlines_resolve import day_in, period_end, recurrence
from dispatch_parser.extractors.findings import Findings, FoundDeadline
from dispatch_parser.extractors.working_days import calendar
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData, Rule, RuleSet
from dispatch_parser.record import DeadlineKind, Derivation
from dispatch_parser.text.folding import key_of

_READ = (zones.BODY, zones.ANNEX, zones.GROUNDS, zones.HEADLINE)
_RANKS = {"date": 1, "period": 2, "relative": 3, "recurring": 4, "event": 5, "standing": 7, "immediate": 8}
_CONFIDENCE = {"date": 0.95, "period": 0.9, "relative": 0.9, "recurring": 0.85, "event": 0.75}
_CITED_DATE = re.compile(
    r"\bsố ?:? ?\d[^\s,;]*[/-][^\s;]*,? ngày (?P<date>[\d/. -]{6,14}|\d{1,2} tháng \d{1,2} năm \d{4})"
)
_PERIODIC = re.compile(r"\bđịnh kỳ\b|\b(?:hằng|hàng) năm\b|\bbáo cáo (?:quý|quí|6 tháng|sáu tháng|năm)[ (:]*$")
_STOP = re.compile(r"[.;](?:\s|$)|\n")
_REACH = 400  # how far back in its sentence a word may make a limit recurring
_TAIL = " ,;:.()-/"


S = TypeVar("S", "_Match", FoundDeadline)


@dataclass(frozen=True, slots=True)
class _Match:
    """One rule's match: the words of the limit and all that the pattern took in."""

    rule: Rule
    start: int
    end: int
    rank: int


class DeadlineRules:
    """The deadline rules of one model, by family."""

    def __init__(self, model: ModelData) -> None:
        rules = model.rules("deadlines")
        masks = [rule for rule in rules if rule.data["kind"] == "mask"]
        self.masks = RuleSet(masks)
        self.anchors = [rule for rule in rules if rule.data["kind"] == "anchor"]
        self.calendar = calendar(model)
        self.labels = [rule for rule in rules if rule.data["kind"] == "label"]
        self.cells = [rule for rule in rules if rule.data.get("where") == "cell"]
        special = {rule.id for rule in (*masks, *self.anchors, *self.labels, *self.cells)}
        self.prose = RuleSet(rule for rule in rules if rule.id not in special)
        self._not_after = {rule.id: re.compile(rule.data["not_after"]) for rule in rules if "not_after" in rule.data}

    def allows(self, rule: Rule, key: str, start: int) -> bool:
        """Whether the words before a match let the rule apply."""
        pattern = self._not_after.get(rule.id)
        return pattern is None or not pattern.search(key[max(0, start - 80) : start])


@lru_cache(maxsize=8)
def deadline_rules(model: ModelData) -> DeadlineRules:
    """The deadline rules of a model, read once."""
    return DeadlineRules(model)


def find_deadlines(findings: Findings, model: ModelData) -> None:
    """Fill `findings.deadlines`, in reading order. Reads citations and the document's date; never raises."""
    reading, date = findings.reading, findings.header.date.value
    cited = sorted((found.start, found.end) for found in findings.citations)
    found: list[FoundDeadline] = []
    for paragraph in reading.in_zones(*_READ):
        first, last = bisect_left(cited, (paragraph.start, 0)), bisect_left(cited, (paragraph.end, 0))
        inside = cited[first:last]
        found += find_in(reading.key[paragraph.start : paragraph.end], paragraph.start, date, cited=inside, model=model)
    findings.deadlines = found


def find_in(
    key_text: str,
    base_offset: int,
    date: dt.date | None,
    *,
    cited: Sequence[tuple[int, int]] = (),
    model: ModelData | None = None,
) -> list[FoundDeadline]:
    """The time limits in a stretch of key text, in order, not overlapping.

    `base_offset` is added to every offset; `cited` are stretches (with the base) whose dates belong to
    citations; `date` is the document's date, from which years are filled in.
    """
    rules = deadline_rules(model or models.load())
    masked = _masked(key_text, [(s - base_offset, e - base_offset) for s, e in cited], rules)
    matches = [match for rule in rules.prose.near(masked) for match in _matches(rule, masked, rules)]
    found = [_resolved(match, masked, date, rules, key_text) for match in _best(matches)]
    found += _labelled(masked, rules, date)
    kept = [limit for limit in _disjoint(found) if not _is_past(limit, date)]
    return [
        replace(limit, start=limit.start + base_offset, end=limit.end + base_offset)
        for limit in sorted(kept, key=lambda limit: limit.start)
    ]


def parse_deadline_cell(
    text: str, document_date: dt.date | None, *, model: ModelData | None = None
) -> FoundDeadline | None:
    """The time limit that the text of a table cell states, with offsets into `text`; None where none is.

    A bare day, period, count of days or `Thường xuyên` counts here; the day itself is still in time.
    """
    rules = deadline_rules(model or models.load())
    key = key_of(text)
    start, end = _trimmed(key, 0, len(key))
    words = key[start:end]
    for rule in rules.cells:
        match = rule.search(words)
        if match:
            return _resolved(_Match(rule, start, end, 0), key, document_date, rules)
    found = find_in(key, 0, document_date, model=model)
    return min(found, key=lambda limit: _RANKS[limit.kind], default=None)


def rule_applies(rule: Rule, key_text: str, *, model: ModelData | None = None) -> bool:
    """Whether one rule of `rules/deadlines.yaml` finds something in key text, as `find_in` runs it."""
    rules = deadline_rules(model or models.load())
    if rule.data["kind"] in ("mask", "anchor", "label") or rule.data.get("where") == "cell":
        return rule.search(key_text) is not None
    return any(True for _ in _matches(rule, _masked(key_text, (), rules), rules))


# -- matching --------------------------------------------------------------------------------------------


def _masked(key: str, cited: Iterable[tuple[int, int]], rules: DeadlineRules) -> str:
    """The key with the digits of citations, starts, effect clauses … blanked; same length."""
    chars = list(key)
    spans = [*cited, *(match.span("date") for match in _CITED_DATE.finditer(key))]
    spans += [match.span() for rule in rules.masks.near(key) for match in rule.regex.finditer(key)]
    for start, end in spans:
        for position in range(max(start, 0), min(end, len(chars))):
            if chars[position].isdigit():
                chars[position] = "~"
    return "".join(chars)


def _matches(rule: Rule, key: str, rules: DeadlineRules) -> Iterable[_Match]:
    for match in rule.regex.finditer(key):
        group = next((name for name in ("raw", "tail") if match.groupdict().get(name)), 0)
        start, end = _trimmed(key, *match.span(group))
        if start < end and rules.allows(rule, key, start):
            yield _Match(rule, start, end, int(rule.data.get("rank", _RANKS[rule.data["kind"]])))


def _best(matches: Iterable[_Match]) -> list[_Match]:
    """Of overlapping matches the one of the lowest rank, then the longest."""
    return list(_disjoint(sorted(matches, key=lambda m: (m.rank, m.start - m.end, m.start))))


def _labelled(key: str, rules: DeadlineRules, date: dt.date | None) -> list[FoundDeadline]:
    """The values of labelled lines (`Thời hạn hoàn thành: 30/6/2023`), read like cells."""
    found = []
    for rule in rules.labels:
        for match in rule.finditer(key):
            start, end = match.span("value")
            for cell in rules.cells:
                left, right = _trimmed(key, start, end)
                if cell.regex.search(key[left:right]):
                    found.append(_resolved(_Match(cell, left, right, 0), key, date, rules))
                    break
    return found


def _disjoint(found: Sequence[S]) -> Iterator[S]:
    """The stretches, without those that overlap an earlier one of the list."""
    taken = bytearray(max((stretch.end for stretch in found), default=0))
    for stretch in found:
        if not any(taken[stretch.start : stretch.end]):
            taken[stretch.start : stretch.end] = b"x" * (stretch.end - stretch.start)
            yield stretch


def _trimmed(key: str, start: int, end: int) -> tuple[int, int]:
    while start < end and key[start] in _TAIL:
        start += 1
    while start < end and key[end - 1] in _TAIL:
        end -= 1
    if "(" in key[start:end] and ")" not in key[start:end] and key[end : end + 1] == ")":
        end += 1
    return start, end


# -- meaning ---------------------------------------------------------------------------------------------


def _resolved(
    match: _Match, key: str, date: dt.date | None, rules: DeadlineRules, printed: str | None = None
) -> FoundDeadline:
    """The limit of a match: its kind, day and recurrence. `printed`: the key before starts were blanked in it."""
    data, words = match.rule.data, key[match.start : match.end]
    kind: DeadlineKind = data["kind"]
    boundary = data.get("boundary")
    day: dt.date | None = None
    derivation: tuple[Derivation, ...] = ()
    rule: str | None = None
    if kind == "date":
        day, derivation = day_in(words, date)
        if (derivation or day is None) and _PERIODIC.search(_sentence(key, match.start)):
            kind, day, derivation, rule = "recurring", None, (), recurrence(words)
    elif kind == "period":
        day, derivation = period_end(words, date)
        if boundary == "before" and day is not None:
            day, boundary, derivation = _day_before(words, day), "on_or_before", (*derivation, "day_before_period")
    elif kind == "recurring":
        rule = recurrence(words)
        boundary = "before" if "trước" in words else None
    found = FoundDeadline(
        match.start, match.end, kind, day, boundary, rule, match.rule.id, _CONFIDENCE.get(kind, 0.8), derivation
    )
    if kind != "relative":
        return found
    ends, derivation = ends_on((printed or key)[match.start : match.end], date, rules.anchors, rules.calendar)
    return replace(found, ends=ends, derivation=derivation)


def _day_before(words: str, end: dt.date) -> dt.date:
    """The day before a month, quarter or year that ends on `end`: what `trước tháng 9` leaves."""
    months = 3 if "qu" in words else 1 if "tháng" in words else 12
    first = dt.date(end.year, end.month - months + 1, 1)
    return first - dt.timedelta(days=1)


def _sentence(key: str, position: int) -> str:
    """The words of the sentence before a position."""
    start = max(0, position - _REACH)
    for stop in _STOP.finditer(key, start, position):
        start = stop.end()
    return key[start:position]


def _is_past(limit: FoundDeadline, date: dt.date | None) -> bool:
    """A day before the document's own is no limit: it tells what was, or which cases are meant."""
    return date is not None and limit.date is not None and limit.date < date
