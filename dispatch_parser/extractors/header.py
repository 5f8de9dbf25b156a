"""The header: which kind of source this is, and every field of letterhead, title, addressees and foot."""

from __future__ import annotations

from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.issuer import find_issuer
from dispatch_parser.extractors.number import find_date, find_number
from dispatch_parser.extractors.portal import find_portal_head
from dispatch_parser.extractors.recipients import find_recipients
from dispatch_parser.extractors.report import find_reported
from dispatch_parser.extractors.signer import find_signer
from dispatch_parser.extractors.stamps import find_secrecy_line, find_stamps
from dispatch_parser.extractors.subject import find_type_and_subject
from dispatch_parser.layout import zones
from dispatch_parser.messages import warning
from dispatch_parser.model import ModelData


def find_header(findings: Findings, model: ModelData) -> None:
    """Fill `findings.header` and `findings.source_kind`. Runs after agencies and citations, before deadlines."""
    if _has_letterhead(findings):
        find_number(findings)
        find_date(findings)
        find_type_and_subject(findings, model)
        find_issuer(findings, model)
        find_portal_head(findings, model.package)
        find_recipients(findings)
        find_signer(findings, model)
        find_stamps(findings)
        _drop_own_number(findings)
        findings.source_kind = "dispatch"
    elif find_reported(findings, model):
        findings.source_kind = "report"
    else:
        findings.source_kind = "other"
        findings.warnings.append(warning("no_dispatch"))
    if findings.header.secrecy.state == "absent":
        find_secrecy_line(findings)


def _drop_own_number(findings: Findings) -> None:
    """The dispatch's own number, in a title or an annex's heading, is no citation."""
    number, notation = findings.header.number.value.value, findings.header.number.notation.value
    if number and notation:
        own = {f"{number}/{notation}", f"{number}-{notation}"}
        findings.citations = [c for c in findings.citations if c.number not in own]


def _has_letterhead(findings: Findings) -> bool:
    """A number line, or a type name with the motto or a foot: a form or a speech has neither."""
    present = {paragraph.zone for paragraph in findings.reading.paragraphs}
    if zones.NUMBER in present:
        return True
    dated = zones.DATE in present and zones.ISSUER in present
    signed = bool(present & {zones.SIGNATURE, zones.RECIPIENTS})
    return (dated and bool(present & {zones.TITLE, zones.ADDRESSEES})) or (zones.TITLE in present and signed)
