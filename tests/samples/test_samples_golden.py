"""Whole records with evidence as they were when last looked at: every change of the parser is a diff.

`pytest tests/samples --regenerate-golden` rewrites them; look at the diff before you commit it.
"""

from __future__ import annotations

import pytest
from sample_files import NAMES, SAMPLES, path_of

from dispatch_parser import parse

GOLDEN = SAMPLES / "golden"


def test_golden_records_are_not_being_rewritten(regenerate_golden):
    """A run that rewrites what it should compare with proves nothing, so it is never green."""
    assert not regenerate_golden, (
        "golden records rewritten: look at `git diff samples/golden`, then run again"
    )


@pytest.mark.parametrize("name", NAMES)
def test_golden_record(name, regenerate_golden):
    record = parse(path_of(name)).model_dump_json(indent=1) + "\n"
    path = GOLDEN / f"{name}.json"
    if regenerate_golden:
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(record, encoding="utf-8")
    assert path.is_file(), "no golden record: run pytest with --regenerate-golden"
    assert record == path.read_text("utf-8")


def test_no_golden_record_without_a_sample():
    assert {path.stem for path in GOLDEN.glob("*.json")} - set(NAMES) == set()
