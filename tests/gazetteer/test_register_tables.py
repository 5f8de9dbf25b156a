"""The provinces and communes of the register, counted; the rest of its tables is checked by scripts/check_register.py."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from dispatch_parser.gazetteer.divisions import divisions

PROVINCES = tuple(division for division in divisions().all() if division.tier == "province")


def test_every_province_of_2025_is_there():
    assert len([p for p in PROVINCES if p.valid(dt.date(2025, 6, 30))]) == 63
    assert len([p for p in PROVINCES if p.valid(dt.date(2025, 7, 1))]) == 34
    assert len([p for p in PROVINCES if p.valid(None)]) == 34
    assert Counter(p.level for p in PROVINCES if p.valid(None)) == {"tỉnh": 25, "thành phố": 9}


def test_every_commune_of_today_is_there():
    communes = Counter(d.level for d in divisions().all() if d.tier == "commune" and d.valid(dt.date(2026, 9, 20)))
    assert communes == {"xã": 2599, "phường": 709, "đặc khu": 13}
    assert len([d for d in divisions().all() if d.tier == "commune" and d.valid(dt.date(2025, 7, 1))]) == 3321
