"""The provinces of the register, counted; the rest of its tables is checked by scripts/check_register.py."""

from __future__ import annotations

import datetime as dt

from dispatch_parser.gazetteer.divisions import divisions

PROVINCES = tuple(division for division in divisions().all() if division.tier == "province")


def test_every_province_of_2025_is_there():
    assert len([p for p in PROVINCES if p.valid(dt.date(2025, 6, 30))]) == 63
    assert len([p for p in PROVINCES if p.valid(dt.date(2025, 7, 1))]) == 34
    assert len([p for p in PROVINCES if p.valid(None)]) == 34
