"""A news item about a dispatch: the record is the reported dispatch's, from the sentence that announces it.

There is no letterhead; the item's own date and title stay in `source` and are never taken for the dispatch's.
"""

from __future__ import annotations

import re

from dispatch_parser.extractors.dates import find_dates
from dispatch_parser.extractors.fields import found, trim
from dispatch_parser.extractors.findings import Findings, FoundCitation
from dispatch_parser.extractors.symbols import parse_symbol
from dispatch_parser.gazetteer.provinces import Province
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData
from dispatch_parser.record import Issuer, Number
from dispatch_parser.text.folding import key

_REACH = 6  # paragraphs of prose within which an item names its dispatch
_ANNOUNCES = re.compile(r"\b(?:ban hành|ký|có|phát đi|gửi|ra)\s*(?:một\s+)?(?:văn bản\s+)?$")
_SUBJECT = re.compile(r"[\s,]*(?:v/v|về việc|về)\s+")
_SENTENCE_END = re.compile(r"[.;](?=\s|$)|$")
_BODY_ONLY = re.compile(
    r"^(?:ủy ban nhân dân|hội đồng nhân dân|công an|bộ chỉ huy quân sự|thanh tra) (?:tỉnh|thành phố)$"
)


def find_reported(findings: Findings, model: ModelData) -> bool:
    """Fill the header from the announcing sentence; False where no sentence announces a dispatch."""
    citation = _announced(findings)
    if citation is None:
        return False
    reading, header = findings.reading, findings.header
    symbol = parse_symbol(citation.number)
    at = reading.text.find(citation.number[:3].strip(), citation.start, citation.end)
    start, end = (at, citation.end) if at >= 0 else (citation.start, citation.end)
    if symbol is not None:
        header.number = Number(
            value=found(reading, start, end, symbol.number, "report.number", 0.9),
            notation=found(reading, start, end, symbol.notation, "report.number", 0.9),
        )
    if citation.document_type:
        header.document_type = found(reading, citation.start, citation.end, citation.document_type, "report.type", 0.9)
    _find_date(findings, citation)
    _find_subject(findings, citation)
    _find_issuer(findings, citation, model)
    findings.citations = [c for c in findings.citations if c is not citation]
    return True


def _announced(findings: Findings) -> FoundCitation | None:
    reading = findings.reading
    prose = [p for p in reading.in_zones(zones.BODY, zones.HEADLINE) if p.end - p.start > 60][:_REACH]
    for citation in findings.citations:
        for paragraph in prose:
            if paragraph.start <= citation.start < paragraph.end and _ANNOUNCES.search(
                reading.key, paragraph.start, citation.start
            ):
                return citation
    return None


def _sentence(findings: Findings, citation: FoundCitation) -> tuple[int, int]:
    """The sentence around the citation, within its paragraph."""
    reading = findings.reading
    paragraph = reading.paragraph_at(citation.start)
    start = paragraph.start
    for match in re.finditer(r"[.;]\s+(?=[^\W\d_])", reading.text[paragraph.start : citation.start]):
        start = paragraph.start + match.end()
    end = _SENTENCE_END.search(reading.text, citation.end, paragraph.end)
    return start, end.start() if end else paragraph.end


def _find_date(findings: Findings, citation: FoundCitation) -> None:
    reading = findings.reading
    start, end = _sentence(findings, citation)
    dates = [d for d in find_dates(reading.key[start:end]) if d.date is not None]
    if citation.date is not None:
        dates = [d for d in dates if d.date == citation.date] or dates
    if dates:
        day = min(dates, key=lambda d: abs(start + d.start - citation.start))
        if day.date is not None:
            findings.header.date = found(reading, start + day.start, start + day.end, day.date, "report.date", 0.9)


def _find_subject(findings: Findings, citation: FoundCitation) -> None:
    reading = findings.reading
    _, end = _sentence(findings, citation)
    match = _SUBJECT.match(reading.key, citation.end, end)
    if match:
        left, right = trim(reading, match.end(), end, " ,.;/")
        if left < right:
            findings.header.subject = found(reading, left, right, reading.text[left:right], "report.subject", 0.85)


def _find_issuer(findings: Findings, citation: FoundCitation, model: ModelData) -> None:
    """The body before the verb, with the province that the item speaks of where its own words leave it out."""
    start, _ = _sentence(findings, citation)
    members = [m for group in findings.agencies for m in group.members if start <= m.start and m.end <= citation.start]
    if not members:
        return
    body = members[-1]
    name = body.name
    if _BODY_ONLY.match(key(name)):
        province = _province(findings, model, name.split()[-1])
        if province:
            name = f"{name} {province}"
    findings.header.issuer = Issuer(
        name=found(findings.reading, body.start, body.end, name, "report.issuer", 0.85),
    )


def _province(findings: Findings, model: ModelData, level: str) -> str | None:
    """The first province that the text names with its level (`tỉnh Hòa Bình`)."""
    for match in re.finditer(rf"\b{key(level)} ([^\W\d_]+(?: - [^\W\d_]+| [^\W\d_]+){{0,3}})", findings.reading.key):
        words = match[1].split()
        for length in range(len(words), 0, -1):
            province = Province.find(" ".join(words[:length]), package=model.package)
            if province is not None:
                return province.name
    return None
