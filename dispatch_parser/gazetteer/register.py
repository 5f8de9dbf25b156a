"""Who is who, and when: from a body's name and a date to its entry, its heirs and its history.

    register().resolve("Sở NN&PTNT tỉnh Hòa Bình", on=date(2024, 5, 1)).entry.id
    -> "so-nong-nghiep-va-phat-trien-nong-thon@hoa-binh.old"

An entry is a body at a time. A body that exists in every place is not listed for each: its entry is made of the body's
row and the place's (`<body>@<division>`), valid while both are. Nothing here knows a year; the tables do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.gazetteer.bodies import Bodies, Body, bodies
from dispatch_parser.gazetteer.divisions import Division, Divisions, divisions
from dispatch_parser.gazetteer.identity import canonical, slug
from dispatch_parser.text.folding import keep, key

Reason = Literal[
    "named", "place_from_context", "no_place", "not_valid_then", "several_places", "open_vocabulary", "unknown"
]
_BARE_LEVELS = {
    "tỉnh": "province", "thành phố": "province", "huyện": "district", "quận": "district", "thị xã": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_COMMITTEE = "uy-ban-nhan-dan"


@dataclass(frozen=True, slots=True)
class Entry:
    """A body at a time. `place` is the id of the division it belongs to, `province` that of its province.

    `valid_from` and `valid_to` are its first and last day, None where open or not known. `open`: recognised by its
    grammar (`Trường THPT …`, `Công ty …`), listed in no table.
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

    def valid(self, on: dt.date) -> bool:
        """Whether it exists on this day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name means: one entry, or the candidates between which nothing told decides; and why."""

    name: str
    entry: Entry | None
    candidates: tuple[Entry, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Lineage:
    """An entry's history: those it took over from, directly or through others, and those that took over from it."""

    predecessors: tuple[Entry, ...]
    entry: Entry
    successors: tuple[Entry, ...]


class Register:
    """The register of one model package."""

    def __init__(self, package: str = models.DEFAULT_MODEL) -> None:
        self._bodies: Bodies = bodies(package)
        self._divisions: Divisions = divisions(package)
        self.resolve = lru_cache(maxsize=65536)(self._resolve)

    def get(self, identity: str) -> Entry:
        """The entry with this id. Raises KeyError for an id that the tables do not give."""
        body, _, place = identity.partition("@")
        if not place:
            return _entry(self._bodies.by_id[body])
        return _local_entry(self._bodies.by_id[body], self._divisions.get(place))

    def entries(self) -> Iterator[Entry]:
        """Every central body, then every local body of every province (districts and communes: the committees)."""
        for body in self._bodies.by_id.values():
            if not body.per:
                yield _entry(body)
        for division in self._divisions.all():
            for body in self._bodies.by_id.values():
                listed = division.tier in body.per and (division.tier == "province" or body.id == _COMMITTEE)
                if listed and _overlap(body, division):
                    yield _local_entry(body, division)

    def _resolve(self, name: str, *, on: dt.date | None = None, context: str | Entry | None = None) -> Resolution:
        """The entry that a name means on a day, said by a document of `context` (its issuer: a name or an entry).

        An office-holder is his body (`Chủ tịch Ủy ban nhân dân tỉnh …`). Without a day the bodies of today come first.
        Of a body that did not exist on that day the nearest in time is given, with the reason `not_valid_then`.
        """
        words = self._bodies.without_office(key(name).strip(" .,;:"))
        found = self._by_tables(name, words, on, context)
        if found.entry is None and not found.candidates and (spelled := canonical(name)) != name:
            found = self._by_tables(name, self._bodies.without_office(key(spelled)), on, context)
        return found

    def _by_tables(self, name: str, words: str, on: dt.date | None, context: str | Entry | None) -> Resolution:
        if found := self._bodies.central.get(words):
            return _chosen(name, [_entry(body) for body in found], on, "named")
        syllables = words.split()
        for cut in range(len(syllables), 0, -1):
            local = self._bodies.local.get(" ".join(syllables[:cut]))
            if local is None:
                continue
            return self._in_place(name, local, " ".join(syllables[cut:]), on, context)
        for cut in range(len(syllables), 0, -1):
            if " ".join(syllables[:cut]) in self._bodies.open_heads and _named_on(name, syllables, cut):
                entry = _open_entry(keep(name), self._inside(syllables, on))
                return Resolution(name, entry, (), "open_vocabulary")
        return Resolution(name, None, (), "unknown")

    def _in_place(
        self, name: str, local: tuple[Body, ...], rest: str, on: dt.date | None, context: str | Entry | None
    ) -> Resolution:
        """A local body whose place is named by `rest`, or by the context where nothing or a bare level stands."""
        reason: Reason = "named"
        places: tuple[Division, ...]
        if not rest or rest in _BARE_LEVELS:
            home = self._home(context, on, _BARE_LEVELS.get(rest))
            if home is None:
                entries = [_entry(body) for body in local]
                return _chosen(name, entries, on, "no_place")
            places, reason = (home,), "place_from_context"
        else:
            places = self._divisions.named(rest)
            home = self._home(context, on, "province") if len(places) > 1 else None
            own = tuple(place for place in places if home and _same_province(place.province, home.id))
            places = own or places
        made = [_local_entry(b, d) for d in places for b in local if d.tier in b.per and _overlap(b, d)]
        if not made:
            return Resolution(name, None, (), "unknown")
        return _chosen(name, made, on, reason)

    def _home(self, context: str | Entry | None, on: dt.date | None, tier: str | None) -> Division | None:
        """The place that a document of this issuer means by `tỉnh`, `huyện`, or by no place at all."""
        if isinstance(context, str):
            context = self.resolve(context, on=on).entry
        if context is None or context.place is None:
            return None
        division: Division | None = self._divisions.get(context.place)
        while tier is not None and division is not None and division.tier != tier:
            division = self._divisions.get(division.parent) if division.parent else None
        return division

    def _inside(self, syllables: list[str], on: dt.date | None) -> str | None:
        """The id of the listed body that an open name ends in (`Vụ Pháp chế Bộ Tài chính`)."""
        for start in range(1, len(syllables)):
            tail = " ".join(syllables[start:])
            if found := self._bodies.central.get(tail):
                return _nearest([_entry(body) for body in found], on).id
        return None

    def successors(self, entry: Entry, *, on: dt.date | None = None) -> tuple[Entry, ...]:
        """Who answers for the entry on a day (None: today's bodies): itself while it lives, then its heirs.

        Empty where no table says who took over.
        """
        found: dict[str, Entry] = {}
        seen: set[str] = set()
        queue = [entry]
        while queue:
            one = queue.pop(0)
            if one.id in seen:
                continue
            seen.add(one.id)
            if (one.valid_to is None) if on is None else one.valid(on):
                found[one.id] = one
            else:
                queue.extend(self.heirs(one))
        return tuple(found.values())

    def heirs(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that took over directly when this one ended; none while it lives."""
        if entry.valid_to is None or entry.open:
            return ()
        body, _, place = entry.id.partition("@")
        row = self._bodies.by_id[body]
        if not place:
            return tuple(_entry(self._bodies.by_id[heir]) for heir in row.successors)
        division = self._divisions.get(place)
        after = entry.valid_to + dt.timedelta(days=1)
        rows, places = [row], [division]
        if row.valid_to == entry.valid_to:
            rows = [self._bodies.by_id[heir] for heir in row.successors]
        if division.valid_to == entry.valid_to:
            places = [self._divisions.get(heir) for heir in division.successors]
        made = [_local_entry(b, d) for d in places for b in rows if d.tier in b.per and _overlap(b, d)]
        return tuple(one for one in made if one.valid_to is None or one.valid_to >= after)

    def lineage(self, entry: Entry) -> Lineage:
        """The entry with all before and after it, nearest first."""
        return Lineage(tuple(_chain(entry, self.ancestors)), entry, tuple(_chain(entry, self.heirs)))

    def ancestors(self, entry: Entry) -> tuple[Entry, ...]:
        """The entries that this one took over from directly."""
        body, _, place = entry.id.partition("@")
        if entry.open or body not in self._bodies.by_id:
            return ()
        before = [self._bodies.by_id[one] for one in self._bodies.predecessors.get(body, ())]
        if not place:
            return tuple(_entry(one) for one in before)
        division = self._divisions.get(place)
        rows = [self._bodies.by_id[body], *before]
        places = [division, *self._divisions.predecessors(division)]
        made = (_local_entry(b, d) for d in places for b in rows if d.tier in b.per and _overlap(b, d))
        return tuple(one for one in made if any(heir.id == entry.id for heir in self.heirs(one)))


def _same_province(one: str, other: str) -> bool:
    """Whether two ids are one province's, at whatever time (`phu-tho.old`, `phu-tho`)."""
    return one.partition(".")[0] == other.partition(".")[0]


def _chain(entry: Entry, step: Callable[[Entry], tuple[Entry, ...]]) -> Iterator[Entry]:
    seen, queue = {entry.id}, list(step(entry))
    while queue:
        one = queue.pop(0)
        if one.id not in seen:
            seen.add(one.id)
            yield one
            queue.extend(step(one))


def _entry(body: Body) -> Entry:
    return Entry(
        body.id, body.name, body.aliases, body.level or "local", body.parent, None, None,
        body.valid_from, body.valid_to, body.organ_id, body.source,
    )  # fmt: skip


def _local_entry(body: Body, division: Division) -> Entry:
    """The body of this place; it lives while both do."""
    starts = [day for day in (body.valid_from, division.valid_from) if day]
    ends = [day for day in (body.valid_to, division.valid_to) if day]
    if body.id == _COMMITTEE:
        parent = f"{_COMMITTEE}@{division.parent}" if division.parent else "chinh-phu"
    else:
        parent = body.parent if body.parent and body.parent != _COMMITTEE else f"{_COMMITTEE}@{division.id}"
    return Entry(
        id=f"{body.id}@{division.id}",
        name=f"{body.name} {division.full_name}",
        aliases=tuple(f"{alias} {division.full_name}" for alias in body.aliases),
        level=division.tier,
        parent=parent,
        place=division.id,
        province=division.province,
        valid_from=max(starts, default=None),
        valid_to=min(ends, default=None),
        organ_id=division.organ_id if body.id == _COMMITTEE else None,
        source=f"{body.source}; {division.source}",
    )


def _open_entry(name: str, parent: str | None) -> Entry:
    return Entry(slug(name), name, (), "open", parent, None, None, None, None, None, "grammar of names", open=True)


def _named_on(name: str, syllables: list[str], cut: int) -> bool:
    """Whether a name goes on behind its head of `cut` syllables.

    Behind a head of one syllable only with a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II, IV): `Vụ Pháp chế` is a
    name, `vụ việc` and `ban đầu` are words.
    """
    printed = name.split()
    following = cut - len(syllables)
    return following < 0 and (cut > 1 or -following > len(printed) or not printed[following][0].islower())


def _overlap(body: Body, division: Division) -> bool:
    """Whether a body and a place existed at the same time."""
    early = body.valid_to is not None and division.valid_from is not None and body.valid_to < division.valid_from
    late = division.valid_to is not None and body.valid_from is not None and division.valid_to < body.valid_from
    return not early and not late


def _chosen(name: str, entries: list[Entry], on: dt.date | None, reason: Reason) -> Resolution:
    """The one entry that is valid then; several places are candidates; none valid: the nearest in time."""
    valid = [e for e in entries if (e.valid_to is None if on is None else e.valid(on))]
    if len({e.place for e in valid}) > 1:
        return Resolution(name, None, tuple(valid), "several_places")
    if valid:
        return Resolution(name, valid[0], tuple(valid[1:]), reason)
    if len({(e.place or "").split("/", 1)[-1] for e in entries}) > 1 or len({e.province for e in entries}) > 2:
        return Resolution(name, None, tuple(entries), "several_places")
    return Resolution(name, _nearest(entries, on), (), "not_valid_then")


def _nearest(entries: Iterable[Entry], on: dt.date | None) -> Entry:
    """The entry whose time lies nearest to the day; the last one without a day."""
    day = on or dt.date.max

    def distance(entry: Entry) -> int:
        if entry.valid_from and day < entry.valid_from:
            return (entry.valid_from - day).days
        return (day - entry.valid_to).days if entry.valid_to and day > entry.valid_to else 0

    return min(entries, key=distance)


@lru_cache(maxsize=4)
def register(package: str = models.DEFAULT_MODEL) -> Register:
    """The register of a model package, built once per process."""
    return Register(package)
