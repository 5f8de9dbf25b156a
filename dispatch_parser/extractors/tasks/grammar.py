"""The language of assignment as the model package states it: verbs, directives, refusals, roles, kinds.

The words live in `lexicon/task_verbs.csv` and `rules/{triggers,tasks,roles,kinds}.yaml`; a new wording is a
new row or rule there. Everything here runs on the comparison key.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from dispatch_parser.model import ModelData, Rule

_WORD = re.compile(r"\w+")


class Verbs:
    """The verb lexicon, looked up at a position of a key, longest phrase first."""

    def __init__(self, rows: list[dict[str, str]], link: re.Pattern[str]) -> None:
        """`link` matches what may stand between two verbs of one chain."""
        self._link = link
        self._by_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for row in rows:
            self._by_word[row["phrase"].split()[0]].append((row["phrase"], row["kind"]))
        for phrases in self._by_word.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def at(self, key: str, position: int) -> tuple[str, str] | None:
        """The verb phrase that starts at `position` of the key, with its kind."""
        word = _WORD.match(key, position)
        if not word:
            return None
        for phrase, kind in self._by_word.get(word[0].rstrip("~"), ()):
            after = position + len(phrase)
            if key.startswith(phrase, position) and not key[after : after + 1].isalnum():
                return phrase, kind
        return None

    def chain(self, key: str, position: int, limit: int) -> Iterator[tuple[str, str, int]]:
        """The verbs from `position` on that belong together (`tăng cường công tác kiểm tra, giám sát`).

        Yields phrase, kind and the offset behind each.
        """
        while position < limit:
            link = self._link.match(key, position, limit)
            position = link.end() if link else position
            verb = self.at(key, position)
            if verb is None:
                return
            position += len(verb[0])
            yield verb[0], verb[1], position

    def predicate(self, key: str, position: int) -> bool:
        """Whether a predicate starts here: a verb, behind any adverbs."""
        link = self._link.match(key, position)
        start = link.end() if link else position
        return any(kind != "adverb" for _, kind, _ in self.chain(key, start, min(len(key), start + 120)))


class Grammar:
    """The rules by family, each in file order."""

    def __init__(self, model: ModelData) -> None:
        self.model = model
        triggers = model.rules("triggers")
        self.directives = [rule for rule in triggers if rule.data["force"] != "duty"]
        self.duties = [rule for rule in triggers if rule.data["force"] == "duty"]
        self.kinds = model.rules("kinds")
        self.roles = {rule.id: rule for rule in model.rules("roles")}
        self._cues = {rule.id.removeprefix("cue."): rule.regex for rule in model.rules("triggers_cues")}
        self.verbs = Verbs(model.lexicon("task_verbs"), self.cue("verb_link"))
        self._families: dict[str, list[Rule]] = defaultdict(list)
        for rule in model.rules("tasks"):
            self._families[rule.data["family"]].append(rule)

    def cue(self, name: str) -> re.Pattern[str]:
        """The pattern of one rule of `rules/triggers_cues.yaml`, by its id without `cue.`."""
        return self._cues[name]

    def family(self, name: str) -> list[Rule]:
        """The rules of one family of `rules/tasks.yaml`."""
        return self._families[name]

    def match(self, family: str, key: str, *, at: str | None = None) -> Rule | None:
        """The first rule of a family that finds something in the key.

        `at` restricts to rules for that place.
        """
        for rule in self._families[family]:
            if rule.data.get("at") == at and rule.search(key):
                return rule
        return None


@lru_cache(maxsize=8)
def grammar(model: ModelData) -> Grammar:
    """The grammar of a model, built once."""
    return Grammar(model)
