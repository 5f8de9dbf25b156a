"""From the words of a time limit to its day, its last day or its recurrence rule. Works on key text.

A year that the words leave out is the document's, or the next one when the day then lies before the
document's; without a document date it is never guessed.
"""

from __future__ import annotations

import datetime as dt
import re

from dispatch_parser.extractors.dates import find_dates, last_day, with_year
from dispatch_parser.record import Derivation

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_QUARTER = re.compile(r"qu[ýí] ?(iv|iii|ii|i|[1-4]|một|nhất|hai|ba|tư|bốn)\b")
_QUARTERS = re.compile(r"(?:-|,|và|đến|&) ?(?:qu[ýí] ?)?(iv|iii|ii|i|[1-4])\b")
_HALF = re.compile(r"(\d{1,2}|ba|sáu|chín) tháng (đầu|cuối) năm")
_DAY_OF_MONTH = re.compile(r"ngày (?:thứ |mùng |mồng )?(\d{1,2})(?! ?[/.-] ?\d)(?! ?tháng ?\d)")
_EVERY = re.compile(
    r"(?:hằng|hàng|mỗi|định kỳ,? \(?|lần ?/ ?|một lần trong |lần (?:một|mỗi|trong) )\s?"
    r"(ngày|tuần|tháng|quý|quí|năm)\b"
)
_INTERVAL = re.compile(r"(\d{1,2}|một|hai|ba|bốn|sáu|chín) (ngày|tuần|tháng|quý|năm)(?! (?:đầu|cuối))")
_WEEKDAY = re.compile(r"(?:thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\b")
_MONTH_NUMBER = re.compile(r"(\d{1,2}) ?/ ?\d{4}")  # a table cell `10/2025`
_MONTH_OF_YEAR = re.compile(r"tháng ?(\d{1,2}) (?:hằng|hàng|mỗi) năm")

_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "một": 1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5,
    "sáu": 6, "chín": 9,
}  # fmt: skip
_FREQUENCIES = {
    "ngày": "FREQ=DAILY", "tuần": "FREQ=WEEKLY", "tháng": "FREQ=MONTHLY", "quý": "FREQ=MONTHLY;INTERVAL=3",
    "quí": "FREQ=MONTHLY;INTERVAL=3", "năm": "FREQ=YEARLY",
}  # fmt: skip
_UNITS = {"ngày": "DAILY", "tuần": "WEEKLY", "tháng": "MONTHLY", "quý": "MONTHLY", "năm": "YEARLY"}
_WEEKDAYS = {
    "hai": "MO", "ba": "TU", "tư": "WE", "năm": "TH", "sáu": "FR", "bảy": "SA",
    "2": "MO", "3": "TU", "4": "WE", "5": "TH", "6": "FR", "7": "SA",
}  # fmt: skip


def day_in(words: str, document_date: dt.date | None) -> tuple[dt.date | None, tuple[Derivation, ...]]:
    """The last day that the words name, and how its year follows where it is not printed."""
    found = find_dates(words, partial=True)
    if not found:
        return None, ()
    last = found[-1]
    if last.year is None:
        date = with_year(last.day, last.month, document_date)
        return date, _year_from(date, document_date)
    return last.date, ()


def period_end(words: str, document_date: dt.date | None) -> tuple[dt.date | None, tuple[Derivation, ...]]:
    """The last day of the period that the words name, and how it follows.

    None for a vague one (`đầu tháng 9`) and for one whose year is neither printed nor to be had.
    """
    if re.search(r"tuần|(?:tháng|quý) (?:này|tới|sau)", words):
        return _spoken_end(words, document_date)
    years = [int(year) for year in _YEAR.findall(words)]
    month, vague = _last_month(words)
    if vague or month is None:
        return None, ()
    if years:
        return last_day(years[-1], month), ("last_day_of_period",)
    if document_date is None:
        return None, ()
    end = last_day(document_date.year, month)
    if end < document_date:
        end = last_day(document_date.year + 1, month)
    return end, ("last_day_of_period", *_year_from(end, document_date))


def _spoken_end(words: str, document_date: dt.date | None) -> tuple[dt.date | None, tuple[Derivation, ...]]:
    """The last day of the week (a Sunday), month or quarter of the document, or of the next one.

    None for a week of a month (`tuần thứ hai của tháng 9`), which nobody counts alike.
    """
    found = re.search(r"(tuần|tháng|quý) (này|tới|sau)", words)
    if document_date is None or found is None:
        return None, ()
    later = found[2] != "này"
    if found[1] == "tuần":
        end = document_date + dt.timedelta(days=6 - document_date.weekday() + 7 * later)
    else:
        length = 3 if found[1] == "quý" else 1
        month = document_date.month + (-document_date.month) % length + length * later
        end = last_day(document_date.year + (month - 1) // 12, (month - 1) % 12 + 1)
    return end, ("last_day_of_period",)


def _year_from(date: dt.date | None, document_date: dt.date | None) -> tuple[Derivation, ...]:
    """How the year of a day that is printed without one was told."""
    if date is None or document_date is None:
        return ()
    return ("year_of_document",) if date.year == document_date.year else ("year_after_document",)


def _last_month(words: str) -> tuple[int | None, bool]:
    """The month in which a period ends, and whether the words are too vague to say when (`đầu tháng`)."""
    half = _HALF.search(words)
    if half:
        return (_number(half[1]) if half[2] == "đầu" else 12), False
    quarter = _QUARTER.search(words)
    if quarter:
        more = [_number(found) for found in _QUARTERS.findall(words, quarter.end())]
        end = 3 * (more[-1] if more else _number(quarter[1]))
        return end, bool(re.search(r"\b(?:đầu|giữa) qu[ýí]", words))
    bare = _MONTH_NUMBER.fullmatch(words)
    if bare:
        return int(bare[1]), False
    months = [int(month) for month in re.findall(r"(?:tháng ?|(?:-|,|và|đến|&) ?)(\d{1,2})(?!\d)", words)]
    months = [month for month in months if 1 <= month <= 12]
    if "tháng" in words and months:
        return months[-1], bool(re.search(r"\b(?:đầu|giữa) tháng", words))
    return 12, bool(re.search(r"\b(?:đầu|giữa) năm", words))


def recurrence(words: str) -> str | None:
    """The iCalendar RRULE of a recurring limit; None where the words name no interval (bare `định kỳ`)."""
    days = [day for day in find_dates(words, partial=True) if not words.startswith(" lần", day.end)]
    if days:
        months = ",".join(str(day.month) for day in days)
        alike = len({day.day for day in days}) == 1  # `15/3 và 15/9`; no single rule says `15/3 và 20/9`
        return f"FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={days[0].day}" if alike else None
    month = _MONTH_OF_YEAR.search(words)
    if month:
        return f"FREQ=YEARLY;BYMONTH={int(month[1])}"
    day = _DAY_OF_MONTH.search(words)
    by_day = f";BYMONTHDAY={int(day[1])}" if day else ""
    if re.search(r"tháng (?:cuối|cuối cùng)(?: của)?(?: mỗi| hằng| hàng)? qu[ýí]", words) and day:
        return f"FREQ=YEARLY;BYMONTH=3,6,9,12{by_day}"
    weekday = _WEEKDAY.search(words)
    if weekday:
        return f"FREQ=WEEKLY;BYDAY={_WEEKDAYS.get(weekday[1] or '', 'SU')}"
    rule = _interval(words)
    if rule is None and day:
        rule = "FREQ=MONTHLY"
    return rule + by_day if rule else None


def _interval(words: str) -> str | None:
    count = _INTERVAL.search(words)
    if count:
        number, unit = _number(count[1]) * (3 if count[2] == "quý" else 1), _UNITS[count[2]]
        return f"FREQ={unit}" + (f";INTERVAL={number}" if number > 1 else "")
    every = _EVERY.search(words)
    return _FREQUENCIES[every[1]] if every else None


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words]
