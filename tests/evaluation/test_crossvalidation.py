"""Cross-validation: what only one source has shown is silenced, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dispatch_parser.evaluation.crossvalidation import NEVER, alternatives, patterns, without
from dispatch_parser.model import DEFAULT_MODEL, load


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        pytest.param("giao", ["giao"], id="one"),
        pytest.param("giao|phân công", ["giao", "phân công"], id="two"),
        pytest.param("(?:giao|cử)|yêu cầu", ["(?:giao|cử)", "yêu cầu"], id="brackets stay whole"),
        pytest.param(r"a\||b", [r"a\|", "b"], id="an escaped bar"),
        pytest.param("[(|]x|y", ["[(|]x", "y"], id="a class"),
    ],
)
def test_alternatives_stand_outside_brackets(pattern, parts):
    assert alternatives(pattern) == parts


def test_every_alternative_of_the_model_compiles():
    assert len(patterns(load())) > 400


def test_a_copy_lacks_what_is_silenced_and_keeps_the_rest(tmp_path: Path):
    model = load()
    rule = next(rule for rule in model.rules("roles") if len(alternatives(rule.pattern)) == 1)
    verb = model.lexicon("task_verbs")[0]["id"]
    without(model, {f"{rule.id}#0", verb}, tmp_path)
    copied = yaml.safe_load((tmp_path / DEFAULT_MODEL / "rules" / "roles.yaml").read_text(encoding="utf-8"))["rules"]
    assert [entry["id"] for entry in copied if entry["pattern"] == NEVER] == [rule.id]
    verbs = (tmp_path / DEFAULT_MODEL / "lexicon" / "task_verbs.csv").read_text(encoding="utf-8").splitlines()
    assert len(verbs) == len(model.lexicon("task_verbs"))
    assert not any(row.startswith(f"{verb},") for row in verbs)
