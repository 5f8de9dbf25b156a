"""The lexicons of bodies as one index: heads, fields, complete names, offices, common nouns, places.

Every row is an `Entry` of some kind; `Lexicon.anchors` finds them all in a text at once. Abbreviations of a
row (column `aliases`, separated by `|`) lead to the same entry; one in capitals only counts in capitals.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from dispatch_parser import model as models
from dispatch_parser.gazetteer.provinces import day, provinces
from dispatch_parser.text.folding import key
from dispatch_parser.text.phrases import PhraseIndex, Syllables

Kind = Literal["body", "head", "field", "word", "office", "noun", "modifier", "place", "verb", "short"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a lexicon. `row` holds what is particular to its kind (growth, class, level …)."""

    id: str
    kind: Kind
    name: str
    row: Mapping[str, str] = field(default_factory=dict)

    @property
    def valid(self) -> tuple[dt.date | None, dt.date | None]:
        """First and last day of validity, None where open."""
        return day(self.row.get("valid_from", "")), day(self.row.get("valid_to", ""))


class Anchor(NamedTuple):
    """An entry in a text: tokens `start` to `end`.

    `alias`: it is printed as an abbreviation.
    """

    start: int
    end: int
    entry: Entry
    alias: bool = False


Anchors = dict[int, dict[Kind, Anchor]]


class Lexicon:
    """All entries of a model package, with the index that finds them."""

    def __init__(self, package: str) -> None:
        self._forms: dict[str, tuple[Entry, bool]] = {}
        pairs: list[tuple[str, str]] = []
        for number, (entry, form) in enumerate(_forms(package)):
            name = f"{entry.kind}/{number}"
            short = key(form) != key(entry.name) and _is_abbreviation(form)
            self._forms[name] = (entry, short)
            pairs.append((form, name))
        self._index = PhraseIndex(pairs)
        self.heads = {key(entry.name): entry for entry, _ in self._forms.values() if entry.kind == "head"}
        self.bodies = {key(entry.name): entry for entry, _ in self._forms.values() if entry.kind == "body"}

    def head(self, name: str) -> Entry | None:
        """The head of this name."""
        return self.heads.get(key(name))

    def body(self, name: str) -> Entry | None:
        """The complete body of this name, whatever its case."""
        return self.bodies.get(key(name))

    def anchors(self, text: Syllables) -> Anchors:
        """For each token the longest entry of each kind that starts there."""
        found: Anchors = {}
        for hit in self._index.hits(text):
            here = found.setdefault(hit.start, {})
            entry, short = self._forms[hit.id]
            if entry.kind in here or (short and not _printed_in_capitals(text, hit.start, hit.end)):
                continue
            here[entry.kind] = Anchor(hit.start, hit.end, entry, short)
        return found


def _is_abbreviation(form: str) -> bool:
    """Whether a form has a word that is one only in capitals (`CT`, `UBND`, `Sở VHTTDL`)."""
    return any(len(word) > 1 and word.isupper() for word in form.replace("&", " ").split())


def _printed_in_capitals(text: Syllables, start: int, end: int) -> bool:
    words = (text.text[text.starts[i] : text.ends[i]] for i in range(start, end))
    return any(len(word) > 1 and word.isupper() for word in words)


_TABLES: tuple[tuple[str, Kind], ...] = (
    ("agencies", "body"),
    ("heads", "head"),
    ("fields", "field"),
    ("name_words", "word"),
    ("offices", "office"),
    ("groups", "noun"),
    ("modifiers", "modifier"),
)


def _forms(package: str) -> Iterator[tuple[Entry, str]]:
    """Every entry with every form it is printed in."""
    data = models.load(package)
    for table, kind in _TABLES:
        for row in data.lexicon(table):
            entry = Entry(row["id"], kind, row["name"], row)
            yield entry, entry.name
            for alias in filter(None, row.get("aliases", "").split("|")):
                yield entry, alias
    for row in data.lexicon("task_verbs"):
        yield Entry(row["id"], "verb", row["phrase"], row), row["phrase"]
    for row in data.lexicon("abbreviations"):
        yield Entry(row["id"], "short", row["name"], row), row["abbreviation"]
    levels = {province.name: province.level for province in reversed(provinces(package))}  # the one it had first
    for name, level in sorted(levels.items()):
        yield Entry(f"place.{name}", "place", name, {"level": level}), name
    for row in data.lexicon("place_names"):
        yield Entry(row["id"], "place", row["name"], row), row["name"]


@lru_cache(maxsize=4)
def lexicon(package: str = models.DEFAULT_MODEL) -> Lexicon:
    """The register of a model package, built once per process."""
    return Lexicon(package)
