"""Every rule and lexicon of the model: has an id and a source, and does what its examples say.

A rule is run on its examples as the pipeline runs it: on the comparison key by default, on the words as they
are kept where the rule says `on: text`. Families with a finder of their own have a line in `CHECKS`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from lint_dispatch import departs
from regex_safety import hazards

import dispatch_parser
from dispatch_parser import model
from dispatch_parser.extractors.deadlines import rule_applies
from dispatch_parser.model import Rule
from dispatch_parser.text.folding import key_of

DATA = model.load()
RULE_FILES = sorted(path.stem for path in (DATA.path / "rules").glob("*.yaml"))
LEXICONS = sorted(path.stem for path in (DATA.path / "lexicon").glob("*.csv"))
RULES = [(name, rule) for name in RULE_FILES for rule in DATA.rules(name)]
DOTTED = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+")
# A source names a regulation or a habit of the language, never a file.
NO_SOURCE = re.compile(r"\.(?:md|jsonl?|txt|pdf|docx?)\b|(?:^|\s)\.{0,2}/\w+/|corpus|shared")


def by_pattern(rule: Rule, example: Any) -> bool:
    """Whether the rule's pattern finds something in an example; a mapping gives its words as `text`."""
    words = str(example["text"] if isinstance(example, dict) else example)
    return rule.regex.search(words if rule.data.get("on") == "text" else key_of(words)) is not None


CHECKS: dict[str, Callable[[Rule, Any], bool]] = {
    "lint": lambda rule, example: departs(rule.id, example),
    "deadlines": lambda rule, example: rule_applies(rule, key_of(str(example))),
}
"""File of rules -> how one of them is tried on an example, where that is not `by_pattern`."""


def claims(name: str, rule: Rule, example: Any) -> bool:
    return CHECKS.get(name, by_pattern)(rule, example)


def each(attribute: str) -> list[Any]:
    return [
        pytest.param(name, rule, example, id=f"{rule.id}-{number}")
        for name, rule in RULES
        for number, example in enumerate(getattr(rule, attribute), 1)
    ]


@pytest.mark.parametrize(("name", "rule", "example"), each("examples"))
def test_rule_finds_its_example(name, rule, example):
    assert claims(name, rule, example), f"{rule.id} should match: {example}"


@pytest.mark.parametrize(("name", "rule", "example"), each("counter_examples"))
def test_rule_leaves_its_counter_example(name, rule, example):
    assert not claims(name, rule, example), f"{rule.id} should not match: {example}"


@pytest.mark.parametrize(("name", "rule"), [pytest.param(n, r, id=r.id) for n, r in RULES])
def test_rule_is_documented(name, rule):
    assert DOTTED.fullmatch(rule.id), f"{name}: an id is lower case and dotted: {rule.id}"
    assert len(rule.source) >= 8, f"{rule.id}: where does it come from?"
    assert not NO_SOURCE.search(rule.source), f"{rule.id}: a source is a regulation or the language"
    assert rule.examples, f"{rule.id} has no example"
    assert rule.counter_examples, f"{rule.id} has no counter-example"


def test_rule_ids_are_unique():
    assert [rule for rule, n in Counter(rule.id for _, rule in RULES).items() if n > 1] == []


@pytest.mark.parametrize("name", LEXICONS)
def test_lexicon_rows_have_id_and_source(name):
    rows = DATA.lexicon(name)
    assert rows, f"{name} is empty"
    assert [n for n, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    for row in rows:
        assert row["id"] == row["id"].strip() != "", row
        assert len(row["source"]) >= 8, row
        assert not NO_SOURCE.search(row["source"]), row


# -- no pattern that a hostile text can make exponential ---------------------------------------------------


def code_patterns() -> list[Any]:
    """The compiled patterns at the top of the modules of the library."""
    found = []
    for module in pkgutil.walk_packages(dispatch_parser.__path__, "dispatch_parser."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                found.append(pytest.param(value.pattern, id=f"{module.name.split('.', 1)[1]}.{name}"))
    return found


@pytest.mark.parametrize("pattern", [pytest.param(r.pattern, id=r.id) for _, r in RULES] + code_patterns())
def test_pattern_stays_linear(pattern):
    assert hazards(pattern) == [], pattern


@pytest.mark.parametrize(
    "pattern",
    ["(?:a+)*", "(?:a+,?)*x", r"(?:~[~,; ]*(?:và )*)+$", r"(?:\s*\d*)+x", "(?:(?:ab*)+c?)+"],
)
def test_hazards_are_seen(pattern):
    assert hazards(pattern)


@pytest.mark.parametrize(
    "pattern", ["a+b+", "(?:a+,)*", r"(?: khoản \d+| điều \d+)*$", r"(?:\d|[a-z])*", "(?:giao|giao việc)*x"]
)
def test_linear_patterns_are_left_alone(pattern):
    assert hazards(pattern) == []
