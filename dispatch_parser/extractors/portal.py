"""A portal's version without a letterhead: issuer, number and date stand in the title.

`THÔNG TƯ` / `CỦA BỘ Y TẾ SỐ 01/2010/TT-BYT NGÀY 07 THÁNG 01 NĂM 2010` / `QUY ĐỊNH …`: the form in which gazettes and
law portals print a document whose letterhead they leave out.
"""

from __future__ import annotations

import re

from dispatch_parser.extractors.casing import from_document, ordinary
from dispatch_parser.extractors.dates import find_dates
from dispatch_parser.extractors.fields import folded, found, trim
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.symbols import find_symbols
from dispatch_parser.layout import zones
from dispatch_parser.record import Issuer, Number

_BY_WHOM = re.compile(r"(?:của )?(?P<issuer>[^\d]{3,120}?),? số ?:? ?(?=\d)")


def find_portal_head(findings: Findings, package: str) -> None:
    """Fill number, date and issuer from the title, and cut them from the subject, where there is no number line."""
    reading, header = findings.reading, findings.header
    if header.number.value.state != "absent":
        return
    title = list(reading.in_zones(zones.TITLE))[1:]
    if not title:
        return
    start, end = title[0].start, title[-1].end
    match = _BY_WHOM.match(reading.key, start, end)
    symbol = next(find_symbols(reading.text[match.end() : end]), None) if match else None
    if match is None or symbol is None or symbol[0] != 0:
        return
    at, stop = match.end(), match.end() + symbol[1]
    header.number = Number(
        value=found(reading, at, stop, symbol[2].number, "portal.number", 0.9),
        notation=found(reading, at, stop, symbol[2].notation, "portal.number", 0.9),
    )
    left, right = match.span("issuer")
    words = folded(reading.text[left:right])
    name = from_document(reading, words) or ordinary(words, package)
    header.issuer = Issuer(name=found(reading, left, right, name, "portal.issuer", 0.85))
    stop = _find_date(findings, stop, end)
    left, right = trim(reading, stop, end, " \n.,;:")
    if left < right:
        subject = folded(reading.text[left:right])
        header.subject = found(reading, left, right, subject, "portal.subject", 0.85)


def _find_date(findings: Findings, start: int, end: int) -> int:
    """The date that follows the number; returns where it ends."""
    reading = findings.reading
    first = next(iter(find_dates(reading.key[start:end])), None)
    if first is None or first.date is None or first.start > 12:
        return start
    findings.header.date = found(reading, start + first.start, start + first.end, first.date, "portal.date", 0.9)
    return start + first.end
