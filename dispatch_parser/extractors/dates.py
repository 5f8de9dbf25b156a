"""Dates in running text, day first (`ngày 15 tháng 7 năm 2021`, `15/7/2021`, `15-7-2021`, `15.7.2021`)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_DATE = re.compile(
    r"(?<![\d/.-])(?P<d>\d{1,2})\s?(?:(?P<s>[/.-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>\d{4})"
    r"|tháng\s?(?P<m2>\d{1,2})\s?(?:năm\s?|[/-])(?P<y2>\d{4}))(?![\d])"
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: offsets, and the day where it exists in the calendar."""

    start: int
    end: int
    date: dt.date | None


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in a key text, left to right."""
    return [FoundDate(m.start(), m.end(), _day(m)) for m in _DATE.finditer(text)]


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["y"] or match["y2"]), int(match["m"] or match["m2"]), int(match["d"]))
    except ValueError:
        return None
