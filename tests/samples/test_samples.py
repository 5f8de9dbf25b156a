"""The samples themselves: complete, well-formed, and their expected records true of their words."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any, get_args

import pytest
from sample_files import BAD, EXPECTED, NAMES, ROOT, SAMPLES, folded, path_of, text_of, values

from dispatch_parser import errors
from dispatch_parser import record as records

SHAPE = {
    "file": str,
    "source_kind": str,
    "text_layer": str,
    "document_type": (str, None),
    "issuer": {"name": (str, None), "parent": (str, None)},
    "number": {"value": (str, None), "notation": (str, None)},
    "place": (str, None),
    "date": (str, None),
    "subject": (str, None),
    "priority": (str, None),
    "secrecy": (str, None),
    "addressees": [str],
    "to_places": [str],
    "archive": (str, None),
    "signer": {"competence": (str, None), "position": (str, None), "full_name": (str, None)},
    "citations": [{"document_type": (str, None), "number": str, "date": (str, None)}],
    "tasks": [
        {
            "text": str,
            "kind": str,
            "agencies": [{"name": str, "role": str}],
            "deadline": ({"raw": str, "kind": str, "date": (str, None)}, None),
            "product": (str, None),
        }
    ],
}
DATED = ("date", "period")
WITH_TASK_TABLE = ("ke-hoach", "ke-hoach-phu-luc", "cong-van-bo-du-thao")


def fits(value: Any, shape: Any) -> bool:
    """Whether a value has the shape: a type, a tuple of choices, a list of one, an object in this order."""
    if isinstance(shape, tuple):
        return any(fits(value, choice) for choice in shape)
    if isinstance(shape, dict):
        same = isinstance(value, dict) and list(value) == list(shape)
        return same and all(fits(value[key], shape[key]) for key in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    return value is None if shape is None else isinstance(value, shape)


def test_every_sample_has_an_expected_record_and_the_other_way_round():
    files = {path.name for path in SAMPLES.iterdir() if path.is_file() and path.name != "README.md"}
    assert files == {record["file"] for record in EXPECTED.values()}
    assert len(files) >= 14


def test_readme_has_a_row_for_every_sample():
    table = (SAMPLES / "README.md").read_text("utf-8")
    assert [name for name in NAMES if f"| [{EXPECTED[name]['file']}](" not in table] == []


@pytest.mark.parametrize(
    ("document_type", "suffix"),
    [
        ("CV", ".pdf"),
        ("CV", ".docx"),
        ("CV", ".txt"),
        ("QĐ", ".pdf"),
        ("CT", ".docx"),
        ("KH", ".pdf"),
        ("KH", ".docx"),
        ("TB", ".docx"),
        ("CĐ", ".pdf"),
        ("GM", ".docx"),
        ("TTr", ".pdf"),
        ("CV", ".html"),
        ("CT", ".txt"),
    ],
)
def test_kinds_of_dispatch(document_type, suffix):
    kinds = [(r["document_type"], path_of(name).suffix) for name, r in EXPECTED.items()]
    assert (document_type, suffix) in kinds


def test_all_samples_are_small():
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.suffix != ".pyc") < 3_000_000


@pytest.mark.parametrize("name", NAMES)
def test_expected_record_has_the_plain_shape(name):
    assert fits(EXPECTED[name], SHAPE)


@pytest.mark.parametrize("name", NAMES)
def test_expected_record_uses_the_words_of_the_record(name):
    record = EXPECTED[name]
    assert record["source_kind"] in get_args(records.SourceKind)
    for task in record["tasks"]:
        assert task["kind"] in get_args(records.TaskKind)
        assert task["agencies"], task["text"]
        assert {agency["role"] for agency in task["agencies"]} <= set(get_args(records.Role))


@pytest.mark.parametrize("name", NAMES)
def test_expected_dates(name):
    record = EXPECTED[name]
    dates = [record["date"], *(citation["date"] for citation in record["citations"])]
    for deadline in filter(None, (task["deadline"] for task in record["tasks"])):
        assert deadline["kind"] in get_args(records.DeadlineKind)
        assert (deadline["date"] is not None) == (deadline["kind"] in DATED), deadline
        dates.append(deadline["date"])
    assert [date for date in dates if date and dt.date.fromisoformat(date).isoformat() != date] == []


@pytest.mark.parametrize("name", NAMES)
def test_expected_values_stand_in_the_sample(name):
    text = text_of(name)
    assert [value for value in values(EXPECTED[name]) if folded(value) not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_deadlines_stand_in_their_task(name):
    """Except in a table, where the deadline has a cell of its own."""
    tasks = [task for task in EXPECTED[name]["tasks"] if task["deadline"]]
    apart = [task["text"] for task in tasks if task["deadline"]["raw"] not in task["text"]]
    assert not apart or name in WITH_TASK_TABLE


def test_expected_records_are_what_the_content_says():
    from samples.make.content import SAMPLES as MADE

    assert {sample.name: {"file": sample.file, **sample.expected} for sample in MADE} == EXPECTED


@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_text_samples_are_what_the_script_makes(suffix, tmp_path):
    from samples.make import html, text
    from samples.make.content import SAMPLES as MADE

    for sample in (sample for sample in MADE if sample.file.endswith(suffix)):
        {".txt": text, ".html": html}[suffix].write(sample, tmp_path / sample.file)
        assert (tmp_path / sample.file).read_bytes() == path_of(sample.name).read_bytes()


def test_bad_inputs_are_listed_with_what_they_must_end_in():
    expected = json.loads((BAD / "expected.json").read_text("utf-8"))
    assert set(expected) == {path.name for path in BAD.iterdir()} - {"expected.json"}
    for name, outcome in expected.items():
        if "record" in outcome:
            assert fits(outcome["record"], SHAPE), name
            assert outcome["record"]["source_kind"] == "other"
        else:
            assert issubclass(getattr(errors, outcome["error"]), errors.DispatchError)


def test_modules_of_the_script_are_short():
    modules = sorted((ROOT / "samples" / "make").rglob("*.py"))
    assert [m.name for m in modules if len(m.read_text("utf-8").splitlines()) > 400] == []
