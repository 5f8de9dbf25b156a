"""Counts of days: on which day they end, where the words name the first day; else they stay open."""

import datetime as dt

import pytest

from dispatch_parser import model
from dispatch_parser.extractors.deadlines import find_in
from dispatch_parser.extractors.working_days import calendar
from dispatch_parser.text.folding import key_of

SIGNED = dt.date(2026, 8, 20)  # a Thursday; Saturday 22/8/2026 is worked, Monday 31/8 to Wednesday 2/9 are free

ENDS = [
    ("Báo cáo trong thời hạn 10 ngày kể từ ngày ký Quyết định này.", dt.date(2026, 8, 30), "days_from_document_date"),
    ("Báo cáo trong vòng 02 ngày làm việc, kể từ ngày ban hành Kế hoạch này.", dt.date(2026, 8, 22), "working_days_from_document_date"),
    ("Báo cáo trong 10 ngày làm việc kể từ ngày ban hành Công văn này.", dt.date(2026, 9, 7), "working_days_from_document_date"),
    ("Báo cáo trong vòng 05 ngày làm việc kể từ ngày 25/8/2026.", dt.date(2026, 9, 4), "working_days_from_named_day"),
    ("Báo cáo trong 02 tháng kể từ ngày 30/12/2025.", dt.date(2026, 2, 28), "days_from_named_day"),
    ("Báo cáo trong 02 tuần kể từ ngày ký.", dt.date(2026, 9, 3), "days_from_document_date"),
    ("Gửi tài liệu chậm nhất là 03 ngày làm việc trước ngày 04/9/2026.", dt.date(2026, 8, 27), "working_days_from_named_day"),
]  # fmt: skip

OPEN = [
    "Báo cáo trong vòng 05 ngày làm việc kể từ ngày nhận được Công văn này.",
    "Báo cáo trong thời hạn 10 ngày kể từ ngày ký hợp đồng.",
    "Báo cáo trong 05 ngày làm việc.",
    "Báo cáo chậm nhất 24 giờ sau khi ban hành Công văn này.",
    "Báo cáo trong 120 ngày làm việc kể từ ngày ký Quyết định này.",  # runs into 2027, whose free days are not known
]


@pytest.mark.parametrize(("words", "ends", "derivation"), ENDS)
def test_a_count_with_a_known_first_day_ends_on(words, ends, derivation):
    (limit,) = find_in(key_of(words), 0, SIGNED)
    assert (limit.kind, limit.date, limit.ends, limit.derivation) == ("relative", None, ends, (derivation,))


@pytest.mark.parametrize("words", OPEN)
def test_a_count_from_an_unknown_day_stays_open(words):
    (limit,) = find_in(key_of(words), 0, SIGNED)
    assert (limit.kind, limit.date, limit.ends, limit.derivation) == ("relative", None, None, ())


DERIVED = [
    ("Báo cáo trước ngày 15/9.", dt.date(2026, 9, 15), ("year_of_document",)),
    ("Báo cáo trước ngày 15/01.", dt.date(2027, 1, 15), ("year_after_document",)),
    ("Báo cáo trước ngày 15/9/2026.", dt.date(2026, 9, 15), ()),
    ("Hoàn thành trong quý III/2026.", dt.date(2026, 9, 30), ("last_day_of_period",)),
    ("Hoàn thành trong tháng 11.", dt.date(2026, 11, 30), ("last_day_of_period", "year_of_document")),
    ("Hoàn thành trước tháng 11/2026.", dt.date(2026, 10, 31), ("last_day_of_period", "day_before_period")),
]


@pytest.mark.parametrize(("words", "date", "derivation"), DERIVED)
def test_how_a_day_follows_is_recorded(words, date, derivation):
    (limit,) = find_in(key_of(words), 0, SIGNED)
    assert (limit.date, limit.derivation) == (date, derivation)


def test_every_day_of_the_calendar_changes_a_weekday_or_a_weekend():
    days = calendar(model.load())
    for row in model.load().lexicon("working_days"):
        day = dt.date.fromisoformat(row["date"])
        assert (day.weekday() >= 5) == (row["status"] == "work"), row
        assert row["source"]
        assert days.is_working(day) == (row["status"] == "work")


def test_each_known_year_has_its_holidays():
    days = calendar(model.load())
    for year in days.years:
        assert sum(days.is_working(dt.date(year, 1, 1) + dt.timedelta(n)) is False for n in range(365)) > 110


def test_an_unknown_year_is_not_guessed():
    assert calendar(model.load()).count(dt.date(2035, 3, 1), 3) is None
