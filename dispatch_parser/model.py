"""Rules and lexicons as data: the files of a model package, read once, with the place named when one is broken.

A model is an installed package (by default `vi_dispatch_rules`) with `lexicon/*.csv` and `rules/*.yaml`. Every row
and rule has an id and a source; every rule has examples and counter-examples, which tests/test_rules.py runs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from dispatch_parser.errors import ModelError
from dispatch_parser.text.required import required_words

DEFAULT_MODEL = "vi_dispatch_rules"
_FRAGMENT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True)
class Rule:
    """One rule of a YAML file. `data` holds what is particular to its family (kind, boundary, role …)."""

    id: str
    source: str
    pattern: str
    examples: tuple[Any, ...]
    counter_examples: tuple[Any, ...]
    data: Mapping[str, Any]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern; runs on the key form unless the family says otherwise."""
        return re.compile(self.pattern)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every match holds at least one of these words; the empty word where none can be told."""
        return tuple(required_words(self.pattern) or ("",))

    def may_match(self, text: str) -> bool:
        """Whether a text has any of the words that the pattern cannot do without."""
        for word in self.words:  # noqa: SIM110 - asked for every rule and sentence; `any` takes twice as long
            if word in text:
                return True
        return False

    def search(self, text: str) -> re.Match[str] | None:
        """What `regex.search` finds; quick where `may_match` says no."""
        return self.regex.search(text) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What `regex.finditer` finds; quick where `may_match` says no."""
        return self.regex.finditer(text) if self.may_match(text) else iter(())


class RuleSet:
    """Rules that are all tried on the same text, with an index of the words they cannot do without."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = list(rules)
        self._by_word: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for word in rule.words:
                self._by_word.setdefault(word, []).append(number)

    def near(self, text: str) -> list[Rule]:
        """The rules that may find something in a text, in their order."""
        found = {number for word, numbers in self._by_word.items() if word in text for number in numbers}
        return [self._rules[number] for number in sorted(found)]


class ModelData:
    """The data files of one model package."""

    def __init__(self, package: str = DEFAULT_MODEL) -> None:
        self.package = package
        spec = find_spec(package)  # importing it would import spaCy, which the register does not need
        if spec is None or spec.origin is None:
            raise ModelError(package, "the model package is not installed")
        self.path = Path(spec.origin).parent
        self._lexicons: dict[str, list[dict[str, str]]] = {}
        self._rules: dict[str, list[Rule]] = {}

    def lexicon(self, name: str) -> list[dict[str, str]]:
        """The rows of `lexicon/<name>.csv` (UTF-8, header line, comma). Raises ModelError naming the line."""
        if name not in self._lexicons:
            path = self.path / "lexicon" / f"{name}.csv"
            try:
                with path.open(encoding="utf-8", newline="") as handle:
                    reader = csv.DictReader(handle, strict=True)
                    rows = []
                    for row in reader:
                        if None in row or None in row.values():
                            raise ModelError(str(path), "wrong number of columns", where=f"line {reader.line_num}")
                        rows.append(row)
            except OSError as error:
                raise ModelError(str(path), "cannot be read") from error
            self._lexicons[name] = rows
        return self._lexicons[name]

    @cached_property
    def confidences(self) -> dict[str, float]:
        """The calibrated confidence of every rule that was measured (`lexicon/confidence.csv`)."""
        return {row["id"]: float(row["confidence"]) for row in self.lexicon("confidence")}

    def rules(self, name: str) -> list[Rule]:
        """The rules of `rules/<name>.yaml`, in file order, `{fragment}` names filled in.

        Raises ModelError naming the rule.
        """
        if name not in self._rules:
            path = self.path / "rules" / f"{name}.yaml"
            self._rules[name] = [_rule(path, entry, fragments) for entry, fragments in _entries(path)]
        return self._rules[name]


def _entries(path: Path) -> list[tuple[dict[str, Any], dict[str, str]]]:
    try:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise ModelError(str(path), "cannot be read") from error
    fragments: dict[str, str] = {}
    for name, pattern in (content.get("fragments") or {}).items():
        fragments[name] = fill(str(pattern), fragments)
    return [(entry, fragments) for entry in content["rules"]]


def fill(pattern: str, fragments: Mapping[str, str]) -> str:
    """Put named fragments into a pattern; `{2,3}` and other regex braces stay."""
    return _FRAGMENT.sub(lambda m: f"(?:{fragments[m[1]]})" if m[1] in fragments else m[0], pattern)


def _rule(path: Path, entry: dict[str, Any], fragments: Mapping[str, str]) -> Rule:
    entry = dict(entry)
    try:
        rule = Rule(
            id=entry.pop("id"),
            source=entry.pop("source"),
            pattern=fill(str(entry.pop("pattern", "")), fragments),
            examples=tuple(entry.pop("examples", ())),
            counter_examples=tuple(entry.pop("counter_examples", ())),
            data=entry,
        )
        re.compile(rule.pattern)
    except (KeyError, re.error) as error:
        raise ModelError(str(path), f"broken rule: {error}", where=str(entry.get("id", entry))) from error
    return rule


@lru_cache(maxsize=8)
def load(package: str = DEFAULT_MODEL) -> ModelData:
    """The data of a model package, read once per process."""
    return ModelData(package)
