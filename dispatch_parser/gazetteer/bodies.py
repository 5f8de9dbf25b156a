"""The bodies that the tables list: central ones, and those that exist once in each place (`Sở Nội vụ`, `Công an`)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.gazetteer.divisions import Tier
from dispatch_parser.gazetteer.provinces import day
from dispatch_parser.text.folding import key

_NO_PLACE = "-"  # rows that only serve to find names in a text


@dataclass(frozen=True, slots=True)
class Body:
    """One row. `per` holds the tiers of places that have such a body; empty for a body that exists once."""

    id: str
    name: str
    aliases: tuple[str, ...]
    level: str
    per: frozenset[Tier]
    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[str, ...]
    organ_id: str | None
    source: str

    def valid(self, on: dt.date | None) -> bool:
        """Whether it exists on this day; without a day, whether it exists still."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class Bodies:
    """Every body by id and by name. Names are comparison keys; an abbreviation is a name too."""

    by_id: dict[str, Body]
    central: dict[str, tuple[Body, ...]]
    local: dict[str, tuple[Body, ...]]
    predecessors: dict[str, tuple[str, ...]]
    open_heads: frozenset[str]
    offices: tuple[str, ...]

    def without_office(self, name: str) -> str:
        """A name's key without the office in front of it; an office alone, or one that is a body, stays."""
        if name in self.central:
            return name
        opener = next((office for office in self.offices if name.startswith(office)), "")
        return name[len(opener) :]


@lru_cache(maxsize=4)
def bodies(package: str = models.DEFAULT_MODEL) -> Bodies:
    """The bodies of a model package, read once per process."""
    data = models.load(package)
    rows = [_body(row) for table in ("agencies", "local_bodies") for row in data.lexicon(table)]
    known = {body.id: body for body in rows if body is not None}
    central: dict[str, list[Body]] = defaultdict(list)
    local: dict[str, list[Body]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for body in known.values():
        for name in dict.fromkeys(key(form) for form in (body.name, *body.aliases)):
            (local if body.per else central)[name].append(body)
        for heir in body.successors:
            before[heir].append(body.id)
    heads = (row for row in data.lexicon("heads") if row["growth"] in ("open", "company", "free"))
    return Bodies(
        known,
        {name: tuple(found) for name, found in central.items()},
        {name: tuple(found) for name, found in local.items()},
        {heir: tuple(ids) for heir, ids in before.items()},
        frozenset(key(row["name"]) for row in heads),
        tuple(sorted((key(row["name"]) + " " for row in data.lexicon("offices")), key=len, reverse=True)),
    )


def _body(row: dict[str, str]) -> Body | None:
    if row["per"] == _NO_PLACE:
        return None
    tiers: frozenset[Tier] = frozenset(row["per"].split("|")) if row["per"] else frozenset()  # type: ignore[arg-type]
    return Body(
        id=row["id"],
        name=row["name"],
        aliases=tuple(filter(None, row["aliases"].split("|"))),
        level=row.get("level", ""),
        per=tiers,
        parent=row["parent"] or None,
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        successors=tuple(filter(None, row["successor"].split("|"))),
        organ_id=row.get("organ_id") or None,
        source=row["source"],
    )
