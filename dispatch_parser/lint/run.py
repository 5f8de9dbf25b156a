"""Runs the rules over one parsed document: `lint(Parser.doc(document))`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dispatch_parser import model as models
from dispatch_parser.lint import foot, head, pages, text
from dispatch_parser.lint.case import Case
from dispatch_parser.lint.findings import SEVERITIES, Finding, Hit, Report, Severity
from dispatch_parser.lint.rules import LintRule, lint_rules
from dispatch_parser.model import ModelData
from dispatch_parser.record import DispatchRecord
from dispatch_parser.text.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

CHECKS = {**head.CHECKS, **foot.CHECKS, **text.CHECKS, **pages.CHECKS}
"""Name in `rules/lint.yaml` -> function that yields what is at fault."""


def lint(doc: Doc, model: ModelData | None = None) -> Report:
    """The report on a Doc that went through the whole pipeline (`Parser.doc`)."""
    return lint_record(doc._.record, doc._.findings.reading, model or models.load())


def lint_record(record: DispatchRecord, reading: Reading, model: ModelData) -> Report:
    """The report on a record and the reading it was made from. What is no dispatch is not checked."""
    if record.source_kind != "dispatch":
        return Report(None)
    case = Case(record, reading, model)
    found = [
        (hit.start, finding)
        for rule in lint_rules(model.package)
        if (severity := _severity(case, rule)) is not None
        for hit, finding in _findings(case, rule, severity)
    ]
    found.sort(key=lambda pair: (pair[1].spans != (), pair[0], SEVERITIES.index(pair[1].severity)))
    return Report(case.rule_set, tuple(finding for _, finding in found))


def _severity(case: Case, rule: LintRule) -> Severity | None:
    """How grave a rule is for this document; None where it does not bind it.

    Where the words come from the recognition of a scan, its slips and a dispatch's look the same: notes only.
    """
    severity = rule.severity_in(case.rule_set.id)
    code = case.printed_type[1] if case.printed_type else case.record.document_type.value
    if (rule.kind == "letter" and not case.is_letter) or (rule.kind == "named" and not case.printed_type):
        return None
    if (rule.types and code not in rule.types) or code in rule.not_types:
        return None
    return "note" if severity and case.record.source.text_layer != "digital" else severity


def _findings(case: Case, rule: LintRule, severity: Severity) -> Iterator[tuple[Hit, Finding]]:
    hits = CHECKS[rule.check](case) if rule.check else _matches(case, rule)
    for hit in hits:
        finding = Finding(
            rule=rule.rule.id,
            section=rule.rule.source,
            severity=severity,
            message=_worded(rule.message, hit),
            remedy=_worded(rule.remedy, hit),
        )
        if hit.start < hit.end:
            spans = case.reading.evidence(hit.start, hit.end, rule.rule.id, 1.0).spans
            words = " ".join(case.reading.text[hit.start : hit.end].split())
            finding = replace(finding, spans=spans, words=words)
        yield hit, finding


def _worded(sentences: object, hit: Hit) -> dict[str, str]:
    assert isinstance(sentences, dict)
    return {lang: sentence.format(**(hit.values or {})) for lang, sentence in sentences.items()}


def _matches(case: Case, rule: LintRule) -> Iterator[Hit]:
    """What the pattern finds in each paragraph of the rule's zones; the group `at` is the place, else all of it."""
    words = case.reading.text if rule.rule.data.get("on") == "text" else case.reading.key
    for paragraph in case.paragraphs(*rule.zones):
        for match in rule.rule.finditer(words[paragraph.start : paragraph.end]):
            start, end = match.span("at") if "at" in match.re.groupindex else match.span()
            if start == end:
                start, end = 0, paragraph.end - paragraph.start
            yield Hit(paragraph.start + start, paragraph.start + end)
            if rule.rule.data.get("once"):
                break
