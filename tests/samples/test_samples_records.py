"""What the parser reads in the samples against what a person reads there."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from sample_files import BAD, EXPECTED, NAMES, path_of

from dispatch_parser import errors, parse
from dispatch_parser.text.folding import key

HEADER = (
    "source_kind",
    "text_layer",
    "document_type",
    "issuer",
    "number",
    "place",
    "date",
    "subject",
    "priority",
    "secrecy",
    "addressees",
    "to_places",
    "archive",
    "signer",
)
OUTCOMES = json.loads((BAD / "expected.json").read_text("utf-8"))


@cache
def plain(name: str) -> dict[str, Any]:
    return parse(path_of(name)).plain()


def unit(text: str) -> str:
    """A task's text for comparison: case, tone placement and dashes folded, no final marks."""
    return key(text).rstrip(" .;,:/")


@pytest.mark.parametrize("field", HEADER)
@pytest.mark.parametrize("name", NAMES)
def test_header_field(name, field):
    assert plain(name)[field] == EXPECTED[name][field]


@pytest.mark.parametrize("name", NAMES)
def test_citations(name):
    assert plain(name)["citations"] == EXPECTED[name]["citations"]


@pytest.mark.parametrize("name", NAMES)
def test_task_texts(name):
    found = [unit(task["text"]) for task in plain(name)["tasks"]]
    assert found == [unit(task["text"]) for task in EXPECTED[name]["tasks"]]


@pytest.mark.parametrize("name", [name for name, outcome in OUTCOMES.items() if "error" in outcome])
def test_bad_input_has_an_error_of_its_own(name):
    with pytest.raises(errors.DispatchError) as caught:
        parse(BAD / name)
    assert type(caught.value).__name__ == OUTCOMES[name]["error"]


@pytest.mark.parametrize("name", [name for name, outcome in OUTCOMES.items() if "record" in outcome])
def test_what_is_no_dispatch_says_so(name):
    assert parse(BAD / name).plain() == OUTCOMES[name]["record"]
