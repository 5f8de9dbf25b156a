"""The script that checks the register's tables finds nothing, and several hundred names mean what a reader of dispatches takes them to mean.

`register_names.csv`: a name, the day and issuer of the document that says it, the entry meant (none: no body) and why.
"""

from __future__ import annotations

import csv
import datetime as dt
import runpy
from pathlib import Path

import pytest

from dispatch_parser.gazetteer.register import register

HERE = Path(__file__).parent
NAMES = list(csv.DictReader((HERE / "register_names.csv").open(encoding="utf-8", newline="")))
CHECK = runpy.run_path(str(HERE.parents[1] / "scripts" / "check_register.py"))


def test_the_check_script_finds_nothing():
    assert CHECK["problems"]() == []


@pytest.mark.parametrize("row", NAMES, ids=lambda row: f"{row['name']} {row['on']}")
def test_a_name_on_a_day(row):
    found = register().resolve(row["name"], on=dt.date.fromisoformat(row["on"]), context=row["issuer"] or None)
    assert (found.entry.id if found.entry else "", found.reason) == (row["id"], row["reason"])


def test_the_table_is_large_and_a_third_of_it_are_near_misses():
    misses = [row for row in NAMES if row["reason"] in ("unknown", "not_valid_then")]
    assert len(NAMES) >= 300
    assert 3 * len(misses) >= len(NAMES)
