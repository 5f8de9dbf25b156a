"""What lint finds: one Finding for each departure, with the section it rests on, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dispatch_parser.record import Span

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of the reading that is at fault, and values for the message; without a place, a part is missing."""

    start: int = 0
    end: int = 0
    values: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One departure. `spans` are as in a record's evidence, one a line; empty where a part is missing.

    `words` are the words at fault, on one line. `message` and `remedy` are worded in both languages.
    """

    rule: str
    section: str
    severity: Severity
    message: Mapping[str, str]
    remedy: Mapping[str, str]
    spans: tuple[Span, ...] = ()
    words: str = ""

    @property
    def page(self) -> int | None:
        """The page it begins on, counted from 1."""
        return self.spans[0].page if self.spans else None

    def plain(self, lang: Lang) -> dict[str, Any]:
        """The finding as JSON values, worded in one language."""
        return {
            "id": self.rule,
            "section": self.section,
            "severity": self.severity,
            "message": self.message[lang],
            "remedy": self.remedy[lang],
            "words": self.words,
            "spans": [span.model_dump() for span in self.spans],
        }


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of form that bind a document: `family` is state, party or law; `names` by language."""

    id: str
    family: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one document, in reading order, missing parts first. No rule set: it is no dispatch."""

    rule_set: RuleSet | None
    findings: tuple[Finding, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)
