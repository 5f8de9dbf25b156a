"""Annexes: those the text names (`(có danh sách kèm theo)`) and those that stand in the file behind the signature."""

from __future__ import annotations

from collections.abc import Iterator

from dispatch_parser.extractors.fields import folded
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import anchors, is_capitals
from dispatch_parser.model import ModelData
from dispatch_parser.record import Attachment
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Paragraph

_LETTERHEAD_LINES = 10
_TITLE_LINES = 4  # lines of an annex's heading: its number, then its title in capitals


def find_attachments(findings: Findings, model: ModelData) -> None:
    """Fill `findings.attachments`: named annexes in text order, then the included ones; each name once."""
    seen: set[str] = set()
    for attachment in (*_named(findings, model), *_included(findings, model)):
        if key(attachment.name) not in seen:
            seen.add(key(attachment.name))
            findings.attachments.append(attachment)


def _named(findings: Findings, model: ModelData) -> Iterator[Attachment]:
    reading = findings.reading
    found: list[tuple[int, int, str]] = []
    for paragraph in reading.in_zones(zones.BODY):
        for rule in model.rules("attachments"):
            for match in rule.regex.finditer(reading.key, paragraph.start, paragraph.end):
                start, end = match.span("name")
                if not any(start < stop and begin < end for begin, stop, _ in found):
                    found.append((start, end, rule.id))
    for start, end, rule_id in sorted(found):
        evidence = reading.evidence(start, end, rule_id, 0.85)
        yield Attachment(name=folded(reading.text[start:end]), evidence=evidence)


def _included(findings: Findings, model: ModelData) -> Iterator[Attachment]:
    """Every annex heading behind the foot; where there is none, the title of what follows (`QUY CHẾ` …)."""
    reading, rules = findings.reading, anchors(model.package)
    annex = [p for p in reading.in_zones(zones.ANNEX) if p.cell is None]
    headings = [
        n for n, p in enumerate(annex) if rules.is_("annex", key(reading.words(p))) and _is_heading(reading.words(p))
    ]
    if not headings:  # what is promulgated stands there itself, perhaps below a letterhead of its own
        headings = [n for n, p in enumerate(annex[:_LETTERHEAD_LINES]) if rules.type_code(reading.words(p))][:1]
    for n in headings:
        last = _title_end(findings, annex, n)
        start, end = annex[n].start, annex[last].end
        evidence = reading.evidence(start, end, "attachment.included", 0.85)
        yield Attachment(name=folded(reading.text[start:end]), included=True, evidence=evidence)


def _is_heading(words: str) -> bool:
    return len(words) < 60 and not words.endswith((";", ",", ":"))


def _title_end(findings: Findings, annex: list[Paragraph], first: int) -> int:
    """The last line of the heading: the capitals that follow directly."""
    last = first
    while last + 1 < len(annex) and last - first < _TITLE_LINES:
        words = findings.reading.words(annex[last + 1])
        if not is_capitals(words) or len(words) > 200:
            break
        last += 1
    return last
