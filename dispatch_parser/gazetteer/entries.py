"""Entries of the register: a body's row, at a place where it is one of each place's, as one thing with a time."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dispatch_parser import model as models
from dispatch_parser.gazetteer.bodies import Bodies, Body, bodies
from dispatch_parser.gazetteer.dated import Dated
from dispatch_parser.gazetteer.divisions import Division, Divisions, divisions
from dispatch_parser.text.folding import keep

_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_COMMITTEE = "uy-ban-nhan-dan"
PARTY_LEVELS = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}
_LEVEL_SAID = ("ủy", "đoàn", "Đoàn")  # `Tỉnh ủy`, `Thành ủy`, `Tỉnh Đoàn`: the place follows without its level


@dataclass(frozen=True, slots=True)
class Entry(Dated):
    """A body at a time. `place` is the id of the division it belongs to, `province` that of its province.

    `valid_from` and `valid_to` are its first and last day, None where open or not known. `parent` is the body above
    it, on the day asked about where one was told, else the last. `open`: recognised by its grammar (`Trường THPT …`,
    `Công ty …`), listed in no table.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    level: str
    parent: str | None
    place: str | None
    province: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    organ_id: str | None
    source: str
    open: bool = False


class Entries:
    """The entries that the tables of one model package give, each made once."""

    def __init__(self, package: str = models.DEFAULT_MODEL) -> None:
        self.bodies: Bodies = bodies(package)
        self.divisions: Divisions = divisions(package)
        self._made: dict[str, Entry] = {}

    def get(self, identity: str) -> Entry:
        """The entry with this id. Raises KeyError for an id that the tables do not give."""
        made = self._made.get(identity)
        if made is None:
            body, _, place = identity.partition("@")
            row = self.bodies.by_id[body]
            return self.local(row, self.divisions.get(place)) if place else self.central(row)
        return made

    def central(self, body: Body) -> Entry:
        """The entry of a body that exists once, or of a kind of body without its place."""
        made = self._made.get(body.id)
        if made is None:
            provinces = {place.partition("/")[0] for place in body.covers}
            made = self._made[body.id] = Entry(
                body.id, body.name, body.aliases, body.level or "local", body.parent(None), None,
                provinces.pop() if len(provinces) == 1 else None,
                body.valid_from, body.valid_to, body.organ_id, body.source,
            )  # fmt: skip
        return made

    def local(self, body: Body, division: Division) -> Entry:
        """The body of this place; it lives while both do."""
        identity = f"{body.id}@{division.id}"
        made = self._made.get(identity)
        if made is None:
            made = self._made[identity] = self._local(identity, body, division)
        return made

    def _local(self, identity: str, body: Body, division: Division) -> Entry:
        starts = [day for day in (body.valid_from, division.valid_from) if day]
        ends = [day for day in (body.valid_to, division.valid_to) if day]
        place = division.name if body.name.endswith(_LEVEL_SAID) else division.full_name
        name = body.name.replace("Tỉnh ủy", "Thành ủy") if division.level == "thành phố" else body.name
        return Entry(
            id=identity,
            name=f"{name} {place}",
            aliases=tuple([f"{alias} {place}" for alias in body.aliases]),
            level=division.tier,
            parent=self._parent(body, division, min(ends, default=None)),
            place=division.id,
            province=division.province,
            valid_from=max(starts, default=None),
            valid_to=min(ends, default=None),
            organ_id=division.organ_id if body.id == _COMMITTEE else None,
            source=f"{body.source}; {division.source}",
        )

    def _parent(self, body: Body, division: Division, on: dt.date | None) -> str | None:
        """The body above a local one: of the same place, of a place above it, or a central one."""
        if body.id == _COMMITTEE:
            return f"{_COMMITTEE}@{division.parent}" if division.parent else "chinh-phu"
        parent = body.parent(on)
        if parent is None:
            return None
        above = self.bodies.by_id[parent]
        if not above.per:
            return above.id
        levels = [division, *self.divisions.above(division)]
        if above.id == body.id:  # a service with a body in each tier
            levels = levels[1:]
        return next((f"{above.id}@{level.id}" for level in levels if exists(above, level)), None)

    def on(self, entry: Entry, day: dt.date | None) -> Entry:
        """The entry with its parent of that day."""
        if day is None or entry.open:
            return entry
        body, _, place = entry.id.partition("@")
        row = self.bodies.by_id[body]
        if len(row.parents) < 2:
            return entry
        parent = self._parent(row, self.divisions.get(place), day) if place else row.parent(day)
        return entry if parent == entry.parent else replace(entry, parent=parent)

    def all(self) -> Iterator[Entry]:
        """Every central and regional body, then the local ones of every province and district.

        Of communes only the committees: they have a dozen bodies each, all made the same way.
        """
        local = []
        for body in self.bodies.by_id.values():
            if body.per:
                local.append(body)
            else:
                yield self.central(body)
        for division in self.divisions.all():
            for body in local:
                if exists(body, division) and (division.tier != "commune" or body.id == _COMMITTEE):
                    yield self.local(body, division)


def exists(body: Body, division: Division) -> bool:
    """Whether a place has such a body: its tier has, its province does, and both existed at the same time."""
    if division.tier not in body.per or (body.only and province_name(division.province) not in body.only):
        return False
    if division.tier == "district" and body.name.endswith("ủy"):  # `Huyện ủy`, `Thị ủy`: each of its own level
        return PARTY_LEVELS.get(body.name.partition(" ")[0].lower()) == division.level and _overlap(body, division)
    return _overlap(body, division)


def _overlap(body: Body, division: Division) -> bool:
    early = body.valid_to is not None and division.valid_from is not None and body.valid_to < division.valid_from
    late = division.valid_to is not None and body.valid_from is not None and division.valid_to < body.valid_from
    return not early and not late


def province_name(identity: str) -> str:
    """A province's id without its time: `phu-tho.old` -> `phu-tho`."""
    return identity.partition(".")[0]


def slug(name: str) -> str:
    """A name as an id: `Sở Nội vụ` -> `so-noi-vu`."""
    plain = unicodedata.normalize("NFD", keep(name).replace("Đ", "D").replace("đ", "d"))
    return _NOT_ALNUM.sub("-", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip("-")
