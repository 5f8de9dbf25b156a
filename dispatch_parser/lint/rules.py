"""The rules of `rules/lint.yaml` and the rule sets of `lexicon/format_rules.csv`, made ready.

A rule has a `pattern` for what is wrong, tried on each paragraph of its `zones`, or the name of a `check` (a
function of this package) where structure is needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.lint.findings import RuleSet, Severity
from dispatch_parser.model import ModelData, Rule


@dataclass(frozen=True, slots=True)
class LintRule:
    """One rule. `sets` are the rule sets it belongs to, `mild` those in which it is only worth a note.

    `kind`: `letter` for công văn only, `named` for documents that print their type, "" for both. `types` (codes)
    and `not_types` narrow it further.
    """

    rule: Rule
    severity: Severity
    sets: frozenset[str]
    mild: frozenset[str]
    zones: tuple[str, ...]
    check: str
    kind: str
    types: frozenset[str]
    not_types: frozenset[str]
    message: Mapping[str, str]
    remedy: Mapping[str, str]

    def severity_in(self, rule_set: str) -> Severity | None:
        """How grave it is under a rule set; None where it is no rule there."""
        return self.severity if rule_set in self.sets else "note" if rule_set in self.mild else None


@lru_cache(maxsize=4)
def lint_rules(package: str = models.DEFAULT_MODEL) -> tuple[LintRule, ...]:
    """The rules of a model package, in the order of the file."""
    return tuple(_made(rule) for rule in models.load(package).rules("lint"))


def _made(rule: Rule) -> LintRule:
    data = rule.data
    zones = data.get("zones", [])
    return LintRule(
        rule=rule,
        severity=data["severity"],
        sets=frozenset(data.get("sets", ())),
        mild=frozenset(data.get("mild", ())),
        zones=tuple(zones),
        check=str(data.get("check", "")),
        kind=str(data.get("kind", "")),
        types=frozenset(data.get("types", ())),
        not_types=frozenset(data.get("not_types", ())),
        message=data["message"],
        remedy=data["remedy"],
    )


def rule_set(model: ModelData, family: str, date: dt.date | None) -> RuleSet:
    """The rule set of a family in force on a date; the latest where no date is known."""
    rows = [row for row in model.lexicon("format_rules") if row["family"] == family]
    row = next((row for row in rows if date is None or _valid(row["valid"], date)), rows[0])
    return RuleSet(row["id"], family, {"vi": row["name_vi"], "en": row["name_en"]})


def _valid(span: str, date: dt.date) -> bool:
    first, _, last = span.partition("/")
    return (not first or dt.date.fromisoformat(first) <= date) and (
        not last or date <= dt.date.fromisoformat(last)
    )
