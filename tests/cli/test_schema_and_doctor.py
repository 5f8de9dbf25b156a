"""`schema` and its checked-in copy; `doctor`."""

import json
from pathlib import Path

import jsonschema
import pytest

from dispatch_parser.cli import doctor
from dispatch_parser.cli.main import main

CHECKED_IN = Path(__file__).parents[2] / "docs" / "dispatch-record.schema.json"


def test_the_checked_in_schema_is_the_models(capsys):
    """When it fails: dispatch-parser schema > docs/dispatch-record.schema.json, and read the difference."""
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == CHECKED_IN.read_text(encoding="utf-8")


def test_records_satisfy_the_schema_and_slips_do_not(record):
    schema = json.loads(CHECKED_IN.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    values = json.loads(record.model_dump_json())
    validator.validate(values)
    for slip in ({"source_kind": "letter"}, {"surprise": 1}, {"tasks": None}):
        assert not validator.is_valid(values | slip)


def test_doctor_finds_everything_here(capsys):
    assert main(["doctor", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    found = {part["name"]: part["found"] for part in answer["parts"]}
    assert answer["ok"] is True
    assert found["spacy"].startswith("3.")
    assert found["vi_dispatch_rules"]
    assert all(part["found"] is None or part["remedy"] == "" for part in answer["parts"])


def test_doctor_says_what_is_missing_and_how_to_get_it(capsys, monkeypatch):
    monkeypatch.setattr(doctor, "PACKAGES", ("spacy", "no-such-package"))
    monkeypatch.setattr(doctor, "MODEL", "no_such_model")
    monkeypatch.setattr(doctor, "PROGRAMS", ("no-such-program",))
    assert main(["doctor", "--json", "--lang", "en"]) == 1
    parts = {part["name"]: part for part in json.loads(capsys.readouterr().out)["parts"]}
    for name, word in (
        ("no-such-package", "pip install"),
        ("no_such_model", "pip install"),
        ("LibreOffice", "apt"),
    ):
        assert parts[name]["found"] is None
        assert word in parts[name]["remedy"]


@pytest.mark.parametrize(
    ("language", "sentence"), [("vi", "Đủ để đọc văn bản."), ("en", "Everything needed is here.")]
)
def test_doctor_as_a_table(capsys, language, sentence):
    assert main(["doctor", "--lang", language]) == 0
    assert sentence in capsys.readouterr().out


def test_remedies_name_the_versions_that_fit(monkeypatch):
    monkeypatch.setattr(
        doctor, "requires", lambda name: ["spacy<3.9,>=3.8", "rich>=13", 'pytest>=8; extra == "dev"']
    )
    assert doctor._requirements() == {"spacy": "spacy<3.9,>=3.8", "rich": "rich>=13"}
