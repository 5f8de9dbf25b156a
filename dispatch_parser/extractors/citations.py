"""Citations: every other document that the text names by number, once per number, in order of first mention.

`citations_text` finds them in one paragraph, `citations_relations` says how the document stands to them; here
they are collected over the zones, the document's own number is left out, and mentions of one number become
one entry.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from dispatch_parser.extractors.citations_relations import Relations, relations
from dispatch_parser.extractors.citations_text import Mentioned, citations_in
from dispatch_parser.extractors.dates import find_dates
from dispatch_parser.extractors.document_types import DocumentTypes, types
from dispatch_parser.extractors.findings import AgencyList, Findings, FoundCitation
from dispatch_parser.extractors.symbols import parse_number_line, tight
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData
from dispatch_parser.text.folding import keep
from dispatch_parser.text.reading import Paragraph, Reading

# The document's own number, what is stamped or printed by others, and page furniture cite nothing.
_SILENT = frozenset(
    (zones.NUMBER, zones.DATE, zones.ISSUER, zones.MOTTO, zones.STAMP, zones.COPY, zones.ANOTHER, zones.FURNITURE)
)
# In the foot only an explicit `số` or type name counts: codes of drafters look like notations.
_STRICT = frozenset((zones.SIGNATURE, zones.RECIPIENTS))


def find_citations(findings: Findings, model: ModelData) -> None:
    """Fill `findings.citations`. Reads agencies where they are there; never raises for odd text."""
    reading = findings.reading
    table, relation = types(model.package), relations(model)
    own = _own(reading)
    groups = {group.start: group for group in findings.agencies}
    merged: dict[str, FoundCitation] = {}
    for paragraph in reading.paragraphs:
        if paragraph.zone in _SILENT:
            continue
        for found in _in_paragraph(reading, paragraph, groups, table, relation):
            number = identity(found.number)
            if own is not None and number == own[0] and found.date in (None, own[1]):
                continue
            merged[number] = _joined(merged[number], found) if number in merged else found
    findings.citations = list(merged.values())


def identity(number: str) -> str:
    """The form in which numbers are the same: without spaces and leading zeros, dashes unified, case kept."""
    return tight(number).lstrip("0")


def _in_paragraph(
    reading: Reading,
    paragraph: Paragraph,
    groups: dict[int, AgencyList],
    table: DocumentTypes,
    relation: Relations,
) -> Iterator[FoundCitation]:
    text, at = reading.words(paragraph), paragraph.start
    mentions = citations_in(text, reading.key[at : paragraph.end], table, strict=paragraph.zone in _STRICT)
    for mention in mentions:
        yield FoundCitation(
            start=at + mention.start,
            end=at + mention.end,
            number=mention.number,
            document_type=mention.document_type,
            date=mention.date,
            issuer=_issuer(reading, groups, at, mention),
            relation=relation.of(reading.key[at : paragraph.end], mentions, mention, paragraph.zone),
            rule=mention.rule,
            confidence=mention.confidence,
        )


def _issuer(reading: Reading, groups: dict[int, AgencyList], at: int, mention: Mentioned) -> str | None:
    """The words after `của`, in the names of the agency list that stands there where one does."""
    if mention.issuer is None:
        return None
    start, end = at + mention.issuer[0], at + mention.issuer[1]
    for position in range(start, start + 5):
        group = groups.get(position)
        if group is not None and group.members:
            inside = [member.name for member in group.members if member.start < end]
            return " - ".join(dict.fromkeys(inside or [group.members[0].name]))
    return keep(reading.text[start:end]) or None


def _joined(first: FoundCitation, second: FoundCitation) -> FoundCitation:
    """One entry of two mentions: the one that says more gives the place, what either says is kept.

    A mention that says how the document stands to the cited one is worth more than one that only names it.
    """
    best = second if _weight(second) > _weight(first) else first
    other = first if best is second else second
    weak = first.relation == "mentions"
    return replace(
        best,
        document_type=best.document_type or other.document_type,
        date=best.date or other.date,
        issuer=best.issuer or other.issuer,
        relation=second.relation if weak else first.relation,
    )


def _weight(found: FoundCitation) -> int:
    return 2 * (found.date is not None) + (found.issuer is not None)


def _own(reading: Reading) -> tuple[str, dt.date | None] | None:
    """Number and date of the document itself, from its letterhead; None where the number is blank."""
    for paragraph in reading.in_zones(zones.NUMBER):
        line = parse_number_line(reading.words(paragraph))
        if line is not None and line.number and line.notation and line.number_span and line.notation_span:
            at = paragraph.start
            between = reading.text[at + line.number_span[1] : at + line.notation_span[0]]
            mark = "-" if "-" in tight(between) else "/"
            return identity(f"{line.number}{mark}{line.notation}"), _own_date(reading)
    return None


def _own_date(reading: Reading) -> dt.date | None:
    for paragraph in reading.in_zones(zones.DATE):
        for found in find_dates(reading.key[paragraph.start : paragraph.end]):
            if found.date is not None:
                return found.date
    return None
