"""Dates in running text, day first: `ngày 15 tháng 7 năm 2021`, `15/7/2021`, `15-7-2021`, `15.7.2021`.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4 (day, month and year in Arabic figures, day first), and
the short forms of practice. Offsets are offsets into the key that is passed in; the word `ngày` is not part
of a date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

DAY = r"(?:0?[1-9]|[12]\d|3[01])"
MONTH = r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:19|20)\d\d"

_FULL = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})\s?(?:(?P<mark>[/.-])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?(?P<year>{YEAR})"
    rf"|,?\s?tháng\s?(?P<month2>\d{{1,2}})\s?,?(?:\s?năm\s?|[/.-]|\s)(?P<year2>{YEAR}))(?!\d)(?![/-]\d)"
)
_PARTIAL = re.compile(
    rf"(?<![\d/.,-])(?P<day>{DAY})\s?(?:[/-]\s?(?P<month>{MONTH})|tháng\s?(?P<month2>{MONTH}))(?![\d/.,-]*\d)(?!\s?[%‰])"
)
_SHORT_YEAR = re.compile(rf"(?<=ngày )(?P<day>{DAY})/(?P<month>{MONTH})/(?P<year>\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: offsets and parts. `year` is None where the text leaves it out."""

    start: int
    end: int
    day: int
    month: int
    year: int | None

    @property
    def date(self) -> dt.date | None:
        """The day, where the year is printed and the day exists in the calendar."""
        return None if self.year is None else day_of(self.year, self.month, self.day)


def find_dates(text: str, *, partial: bool = False) -> list[FoundDate]:
    """The dates in a key text, left to right; with `partial`, also those without a year (`15/7`).

    Without a word before it a partial date cannot be told from a ratio: ask for one only where a date is due.
    """
    found = [_date(match) for match in (*_FULL.finditer(text), *_SHORT_YEAR.finditer(text))]
    if partial:
        taken = bytearray(len(text))
        for date in found:
            taken[date.start : date.end] = b"x" * (date.end - date.start)
        found += [_date(m) for m in _PARTIAL.finditer(text) if not any(taken[m.start() : m.end()])]
    return sorted(found, key=lambda date: date.start)


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def last_day(year: int, month: int) -> dt.date:
    """The last day of a month (1-12)."""
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - dt.timedelta(days=1)


def with_year(day: int, month: int, reference: dt.date | None) -> dt.date | None:
    """A day without a year: in the reference's year, or in the next when it lies before the reference.

    None without a reference: a year is never guessed.
    """
    if reference is None:
        return None
    date = day_of(reference.year, month, day)
    if date is not None and date < reference:
        return day_of(reference.year + 1, month, day)
    return date


def _date(match: re.Match[str]) -> FoundDate:
    parts = match.groupdict()
    year = parts.get("year") or parts.get("year2")
    number = int(year) if year else None
    if number is not None and number < 100:
        number += 2000
    month = parts["month"] or parts.get("month2") or "0"
    return FoundDate(match.start(), match.end(), int(parts["day"]), int(month), number)
