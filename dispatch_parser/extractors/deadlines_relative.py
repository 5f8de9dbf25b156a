"""The day on which a count of days ends: `trong 05 ngày làm việc kể từ ngày ký Công văn này`.

Only where the words name the first day: a printed date, or the document's own (rules of kind `anchor` in
`rules/deadlines.yaml`). The day counted from is not counted itself, and a count of months ends on the same day of the
last month (Bộ luật Dân sự 2015, Điều 147, 148). The day on which somebody receives a paper is not known to it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from dispatch_parser.extractors.dates import find_dates, last_day
from dispatch_parser.extractors.working_days import Calendar
from dispatch_parser.model import Rule
from dispatch_parser.record import Derivation

_COUNT = re.compile(
    r"(?<![\d/.])(?P<number>\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười lăm|mười|hai mươi|ba mươi)(?: ?\([^)\n]{1,16}\))? ?"
    r"(?P<unit>ngày làm việc|ngày|tuần|tháng)"
)
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "mười": 10, "mười lăm": 15, "hai mươi": 20,
    "ba mươi": 30,
}  # fmt: skip
_FROM_DATE = re.compile(r",? ?(?:kể |tính )?(?:từ|sau)(?: hết)?(?: ngày| thời điểm)* ?$")
_TO_DATE = re.compile(r",? ?(?:trước|so với)(?: khi)?(?: ngày)* ?$")
_DERIVATIONS: dict[tuple[bool, bool], Derivation] = {
    (False, False): "days_from_named_day",
    (False, True): "days_from_document_date",
    (True, False): "working_days_from_named_day",
    (True, True): "working_days_from_document_date",
}

Ends = tuple[dt.date | None, tuple[Derivation, ...]]
NOWHERE: Ends = (None, ())


def ends_on(words: str, document_date: dt.date | None, anchors: Iterable[Rule], calendar: Calendar) -> Ends:
    """The last day of a count of days (key text), and how it follows; (None, ()) where the first day is not known."""
    count = _COUNT.search(words)
    if count is None:
        return NOWHERE
    rest = words[count.end() :]
    number = int(count["number"]) if count["number"].isdigit() else _NUMBERS[count["number"]]
    start, sign, own = _first_day(rest, document_date, anchors)
    if start is None:
        return NOWHERE
    working = count["unit"] == "ngày làm việc"
    end = calendar.count(start, sign * number) if working else _plain(start, sign * number, count["unit"])
    return (end, (_DERIVATIONS[working, own],)) if end is not None else NOWHERE


def _first_day(rest: str, document_date: dt.date | None, anchors: Iterable[Rule]) -> tuple[dt.date | None, int, bool]:
    """The day that is counted from, the direction (1 or -1), and whether it is the document's own date."""
    dates = [found for found in find_dates(rest) if found.date is not None]
    if dates:
        before = rest[: dates[0].start]
        if _FROM_DATE.fullmatch(before):
            return dates[0].date, 1, False
        if _TO_DATE.fullmatch(before):
            return dates[0].date, -1, False
        return None, 1, False
    if any(rule.regex.search(rest) for rule in anchors):
        return document_date, 1, True
    return None, 1, False


def _plain(start: dt.date, number: int, unit: str) -> dt.date | None:
    try:
        if unit != "tháng":
            return start + dt.timedelta(days=number * (7 if unit == "tuần" else 1))
        year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
        end = last_day(year, month + 1)
        return end.replace(day=min(start.day, end.day))
    except (ValueError, OverflowError):
        return None
