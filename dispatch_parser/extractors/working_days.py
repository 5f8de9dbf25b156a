"""Working days of state offices: Monday to Friday but for public holidays and swapped days, as data per year.

Source: Quyết định 188/1999/QĐ-TTg (a week of five days); Bộ luật Lao động, on public holidays and the days off that
make up for them; the yearly decisions that swap a working day. A year without rows in `lexicon/working_days.csv` is
unknown.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from dispatch_parser.model import ModelData

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


class Calendar:
    """The working days of the years that a model knows."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._works = {dt.date.fromisoformat(row["date"]): row["status"] == "work" for row in rows}
        self.years = frozenset(day.year for day in self._works)

    def is_working(self, day: dt.date) -> bool | None:
        """Whether offices work on a day; None where its year is unknown."""
        if day.year not in self.years:
            return None
        return self._works.get(day, day.weekday() < _SATURDAY)

    def count(self, start: dt.date, days: int) -> dt.date | None:
        """The day on which a number of working days from `start` ends; `start` itself is not counted.

        Backwards where `days` is negative. None where the count runs into a year that is unknown.
        """
        step, left, day = (_DAY if days > 0 else -_DAY), abs(days), start
        while left:
            day += step
            working = self.is_working(day)
            if working is None:
                return None
            left -= working
        return day


@lru_cache(maxsize=8)
def calendar(model: ModelData) -> Calendar:
    """The calendar of a model, read once."""
    return Calendar(model.lexicon("working_days"))
