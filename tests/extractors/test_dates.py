"""Dates in running text: every printed form, partial ones, and what is no date."""

import datetime as dt

import pytest

from dispatch_parser.extractors.dates import find_dates, last_day, with_year


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("ngày 15 tháng 7 năm 2021", dt.date(2021, 7, 15)),
        ("ngày 15/7/2021", dt.date(2021, 7, 15)),
        ("15-7-2021", dt.date(2021, 7, 15)),
        ("15.7.2021", dt.date(2021, 7, 15)),
        ("ngày 22/ 12/ 2011", dt.date(2011, 12, 22)),
        ("ngày 15 /9/2022", dt.date(2022, 9, 15)),
        ("ngày 30 tháng 9/2026", dt.date(2026, 9, 30)),
        ("ngày 03tháng 7năm 2014", dt.date(2014, 7, 3)),
        ("ngày 5/6/24", dt.date(2024, 6, 5)),
    ],
)
def test_date(text, date):
    (found,) = find_dates(text)
    assert found.date == date
    assert text[found.start].isdigit()
    assert text[found.end - 1].isdigit()


@pytest.mark.parametrize(
    "text", ["1/500", "2021-2025", "25/63 tỉnh", "15/7/20211", "số 12/2021", "1.000.656", "01/2021/TT"]
)
def test_no_date(text):
    assert find_dates(text) == []


def test_day_that_the_calendar_lacks():
    (found,) = find_dates("ngày 31/2/2020")
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "day", "month"), [("trước ngày 15/8", 15, 8), ("ngày 05 tháng 12", 5, 12), ("trước 10-6", 10, 6)]
)
def test_partial_date(text, day, month):
    (found,) = find_dates(text, partial=True)
    assert (found.day, found.month, found.year, found.date) == (day, month, None, None)
    assert find_dates(text) == []


def test_missing_year():
    reference = dt.date(2022, 8, 1)
    assert with_year(15, 8, reference) == dt.date(2022, 8, 15)
    assert with_year(15, 2, reference) == dt.date(2023, 2, 15)
    assert with_year(1, 8, reference) == dt.date(2022, 8, 1)
    assert with_year(15, 8, None) is None


def test_last_day():
    assert last_day(2024, 2) == dt.date(2024, 2, 29)
    assert last_day(2023, 12) == dt.date(2023, 12, 31)
