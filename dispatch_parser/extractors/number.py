"""Number, notation, place and date from the letterhead (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from dispatch_parser.extractors.dates import day_of
from dispatch_parser.extractors.fields import found, unreadable
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.symbols import parse_number_line
from dispatch_parser.layout import zones
from dispatch_parser.messages import warning
from dispatch_parser.record import Alternative, Field, Number
from dispatch_parser.text.reading import Reading

T = TypeVar("T")

# The legislature prints the type before the number: `Luật số: 64/2025/QH15`.
_TYPE_BEFORE = re.compile(r"(?:bộ luật|luật|nghị quyết|pháp lệnh|lệnh|nghị định|quyết định) (?=số)")
_DATE_LINE = re.compile(
    r"^(?P<place>[^,]{2,60}?)\s*,?\s*\bngày(?P<day>[ ._…\d]*)tháng(?P<month>[ ._…\d]*)năm(?P<year>[ ._…\d]*)"
)
_DATE_SLASHED = re.compile(
    r"^(?P<place>[^,\d]{2,60}?)\s*,?\s*\bngày\s*(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
)
# What stands for day and month is not legible; the year is printed.
_DATE_ILLEGIBLE = re.compile(
    r"^(?P<place>[^,;:\d]{2,40}), "
    r"(?P<day>(?:[^,;:]{0,4}(?:ng[aàáả]y|th[aàáả]ng)[^,;:]{0,20}|[\W\d_]{0,8})năm ?(?:19|20)\d\d$)"
)


def find_number(findings: Findings) -> None:
    """Fill `header.number`. A blank number is `unreadable`, its notation kept; several numbers are `ambiguous`.

    A joint document carries a number of each issuer: the first printed counts, the others are alternatives.
    """
    readings = list(_number_lines(findings.reading))
    if not readings:
        return
    first = next((number for number in readings if number.value.value is not None), readings[0])
    findings.header.number = Number(
        value=_with_others(first.value, [number.value for number in readings]),
        notation=_with_others(first.notation, [number.notation for number in readings]),
    )
    if first.value.value is None:
        findings.warnings.append(warning("blank_number"))
    elif findings.header.number.value.state == "ambiguous":
        findings.warnings.append(warning("several_numbers"))


def _number_lines(reading: Reading) -> Iterator[Number]:
    for paragraph in reading.in_zones(zones.NUMBER):
        opener = _TYPE_BEFORE.match(reading.key, paragraph.start, paragraph.end)
        at = opener.end() if opener else paragraph.start
        line = parse_number_line(reading.text[at : paragraph.end])
        if line is None:
            continue
        notation: Field[str] = Field[str]()
        if line.notation and line.notation_span:
            left, right = line.notation_span
            notation = found(reading, at + left, at + right, line.notation, "number.notation", 0.97)
        if line.number and line.number_span:
            left, right = line.number_span
            value = found(reading, at + left, at + right, line.number, "number.value", 0.97)
        else:
            value = unreadable(reading, paragraph.start, paragraph.end, "number.blank")
        yield Number(value=value, notation=notation)


def find_date(findings: Findings) -> None:
    """Fill `header.place` and `header.date` from the date line. A blank day or month makes the date `unreadable`."""
    reading = findings.reading
    dates: list[Field[dt.date]] = []
    for paragraph in reading.in_zones(zones.DATE):
        keyed = reading.key[paragraph.start : paragraph.end]
        legible = _DATE_LINE.search(keyed) or _DATE_SLASHED.search(keyed)
        match = legible or _DATE_ILLEGIBLE.search(keyed)
        if match is None:
            continue
        at = paragraph.start
        left, right = match.span("place")
        place = reading.text[at + left : at + right].strip(" ,.")
        if place and findings.header.place.state == "absent":
            findings.header.place = found(reading, at + left, at + right, place, "date.place", 0.97)
        start, end = at + match.start("day") - (len("ngày") if legible else 0), at + match.end()
        day = _date(legible) if legible else None
        dates.append(
            found(reading, start, end, day, "date.letterhead", 0.97)
            if day is not None
            else unreadable(reading, start, end, "date.blank")
        )
    if dates:
        first = next((date for date in dates if date.value is not None), dates[0])
        findings.header.date = _with_others(first, dates)
        if first.value is None:
            findings.warnings.append(warning("blank_date"))


def _with_others(first: Field[T], readings: Sequence[Field[T]]) -> Field[T]:
    """The first reading; `ambiguous` with the others as alternatives where they say something else."""
    if first.value is None:
        return first
    others: dict[T, Alternative[T]] = {}
    for field in readings:
        if field.value is not None and field.value != first.value and field.evidence is not None:
            alternative = Alternative[T](value=field.value, raw=field.raw or "", evidence=field.evidence)
            others.setdefault(field.value, alternative)
    if not others:
        return first
    return first.model_copy(update={"state": "ambiguous", "alternatives": tuple(others.values())})


def _date(match: re.Match[str]) -> dt.date | None:
    """The date of a date line, None where a part is blank or impossible."""
    parts = ["".join(c for c in match[name] if c.isdigit()) for name in ("year", "month", "day")]
    return day_of(*(int(part) for part in parts)) if all(parts) else None
