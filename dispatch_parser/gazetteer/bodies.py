"""The bodies that the tables list: central ones, and those that exist once in each place (`Sở Nội vụ`, `Công an`)."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeVar

from dispatch_parser import model as models
from dispatch_parser.gazetteer.dated import Dated
from dispatch_parser.gazetteer.divisions import Tier
from dispatch_parser.gazetteer.provinces import day
from dispatch_parser.text.folding import key

_T = TypeVar("_T")
_NO_PLACE = "-"  # rows that only serve to find names in a text
_TABLES = ("agencies", "local_bodies", "regions")
_FREE = ("open", "company", "free")  # heads that anything may follow
_LOOSE = re.compile(r"[-,&]|\bvà\b")  # what stands between the parts of a name, when it does
_FIELD_HEADS = ("Bộ", "Sở", "Phòng", "Ủy ban", "Ban")  # a field's abbreviation stands behind these


@dataclass(frozen=True, slots=True)
class Body(Dated):
    """One row. `per` holds the tiers of places that have such a body; empty for a body that exists once.

    `parents`: the bodies above it in the order of time, each with the last day that it was so (None: to the end).
    `only`: provinces that alone have one, all where empty. `covers`: the places of a regional body, which took over
    the work of the local bodies `takes` there. `numbered`: a place has several, told apart by numbers.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    level: str
    per: frozenset[Tier]
    parents: tuple[tuple[str, dt.date | None], ...]
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[str, ...]
    organ_id: str | None
    source: str
    only: frozenset[str] = frozenset()
    covers: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    numbered: bool = False

    def parent(self, on: dt.date | None) -> str | None:
        """The body above it on a day; without a day the last one."""
        if not self.parents:
            return None
        return next((p for p, last in self.parents if on and (last is None or on <= last)), self.parents[-1][0])


@dataclass(frozen=True)
class Bodies:
    """Every body by id and by name. Names are comparison keys; an abbreviation is a name too.

    `openers`: the first syllables of listed names; `open_heads` open any name, `of_heads` that of a body's part
    (`Văn phòng`, `Thanh tra`); `short`: the words by which heads and fields are abbreviated.
    """

    by_id: dict[str, Body]
    central: dict[str, tuple[Body, ...]]
    local: dict[str, tuple[Body, ...]]
    predecessors: dict[str, tuple[str, ...]]
    regional: dict[str, tuple[Body, ...]]
    openers: frozenset[str]
    open_heads: frozenset[str]
    of_heads: frozenset[str]
    offices: tuple[str, ...]
    short: frozenset[str]

    def without_office(self, name: str) -> str:
        """A name's key without the office in front of it; an office alone, or one that is a body, stays."""
        if name in self.central or not name.startswith(self.offices):
            return name
        opener = next((office for office in self.offices if name.startswith(office)), "")
        return name[len(opener) :]

    @cached_property
    def _loose(self) -> dict[str, str]:
        return {_loosened(name): name for name in (*self.local, *self.central)}

    def exactly(self, name: str) -> str:
        """A name's key, its listed part as it is listed: `sở kế hoạch đầu tư tỉnh …`, `bộ lao động- thương binh …`."""
        syllables = name.split()
        for cut in range(len(syllables), 1, -1):
            listed = self._loose.get(_loosened(" ".join(syllables[:cut])))
            if listed is not None:
                return " ".join([listed, *syllables[cut:]])
        return name

    def abbreviated(self, name: str) -> bool:
        """Whether a word of the name abbreviates a head or a field (`CHQS`, `TN&MT`)."""
        return not self.short.isdisjoint(name.replace("&", " ").replace("-", " ").split())


@lru_cache(maxsize=4)
def bodies(package: str = models.DEFAULT_MODEL) -> Bodies:
    """The bodies of a model package, read once per process."""
    data = models.load(package)
    rows = [_body(row) for table in _TABLES for row in data.lexicon(table) if row.get("per") != _NO_PLACE]
    known = {body.id: body for body in rows}
    central: dict[str, list[Body]] = defaultdict(list)
    local: dict[str, list[Body]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    regional: dict[str, list[Body]] = defaultdict(list)
    for body in known.values():
        for name in dict.fromkeys(key(form) for form in (body.name, *body.aliases)):
            (local if body.per else central)[name].append(body)
        for heir in body.successors:
            before[heir].append(body.id)
        for taken in body.takes:
            regional[taken].append(body)
    for name, body in _with_short_fields(data, known):
        named = local if body.per else central
        if not any(_together(body, other) for other in named.get(name, ())):
            named[name].append(body)
    heads = data.lexicon("heads")
    free = [row for row in heads if row["growth"] in _FREE]
    shortened = [*data.lexicon("fields"), *(row for row in heads if row["growth"] not in _FREE)]
    abbreviations = [row["abbreviation"] for row in data.lexicon("abbreviations")]
    short = " ".join([*(row["aliases"] for row in shortened), *abbreviations])
    return Bodies(
        known,
        _frozen(central),
        _frozen(local),
        _frozen(before),
        _frozen(regional),
        frozenset(name.partition(" ")[0] for name in (*central, *local)),
        frozenset(key(row["name"]) for row in free),
        frozenset(key(row["name"]) for row in heads if row["growth"] == "of"),
        tuple(sorted((key(row["name"]) + " " for row in data.lexicon("offices")), key=len, reverse=True)),
        frozenset(word for word in re.split(r"[|&\s-]", short) if len(word) > 1 and word.isupper()),
    )


def _with_short_fields(data: models.ModelData, known: dict[str, Body]) -> Iterator[tuple[str, Body]]:
    """The names of bodies with the field abbreviated: `Sở NN&PTNT`, `Bộ TN-MT`."""
    short = {key(row["name"]): row["aliases"].split("|") for row in data.lexicon("fields") if row["aliases"]}
    for body in known.values():
        for head in _FIELD_HEADS:
            if body.name.startswith(head + " "):
                for alias in short.get(key(body.name[len(head) + 1 :]), ()):
                    yield key(f"{head} {alias}"), body


def _loosened(name: str) -> str:
    return " ".join(_LOOSE.sub(" ", name).split())


def _together(one: Body, other: Body) -> bool:
    """Whether two bodies existed at the same time."""
    early, late = sorted((one, other), key=lambda body: body.valid_from or dt.date.min)
    return (early.valid_to or dt.date.max) >= (late.valid_from or dt.date.min)


def _frozen(table: dict[str, list[_T]]) -> dict[str, tuple[_T, ...]]:
    return {name: tuple(found) for name, found in table.items()}


def _body(row: dict[str, str]) -> Body:
    tiers: frozenset[Tier] = frozenset(_cells(row.get("per")))  # type: ignore[arg-type]
    return Body(
        id=row["id"],
        name=row["name"],
        aliases=(*_cells(row["aliases"]), *_cells(row.get("also"))),
        level=row.get("level", ""),
        per=tiers,
        parents=tuple(_parent(cell) for cell in _cells(row["parent"])),
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        successors=_cells(row["successor"]),
        organ_id=row.get("organ_id") or None,
        source=row["source"],
        only=frozenset(_cells(row.get("only"))),
        covers=_cells(row.get("covers")),
        takes=_cells(row.get("takes")),
        numbered=row.get("numbered") == "yes",
    )


def _cells(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|"))) if text else ()


def _parent(cell: str) -> tuple[str, dt.date | None]:
    """`bo-giao-thong-van-tai:2025-02-28` -> the id and its last day."""
    identity, _, last = cell.partition(":")
    return identity, day(last)
