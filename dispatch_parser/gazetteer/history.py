"""Heirs and predecessors of entries: mergers of bodies, of places, and of both on one day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from dispatch_parser.gazetteer.bodies import Body
from dispatch_parser.gazetteer.divisions import Division
from dispatch_parser.gazetteer.entries import Entries, Entry, exists

Step = tuple[Entry, str | None]  # an entry, and the province from which it was reached


class History:
    """Who took over from whom."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self._bodies = entries.bodies
        self._divisions = entries.divisions

    def successors(self, entry: Entry, on: dt.date | None) -> tuple[Entry, ...]:
        """Those that answer for the entry on a day (None: today's bodies): itself while it lives, then its heirs."""
        found: dict[str, Entry] = {}
        seen: set[str] = set()
        queue: list[Step] = [(entry, entry.province)]
        while queue:
            one, home = queue.pop(0)
            if one.id in seen:
                continue
            seen.add(one.id)
            if one.valid(on):
                found[one.id] = one
            else:
                queue.extend(_from(self.heirs(one, home), home))
        return tuple(found.values())

    def after(self, entry: Entry) -> tuple[Entry, ...]:
        """All that took over from the entry, directly or through others, nearest first."""
        return tuple(self._chain(entry, forward=True))

    def before(self, entry: Entry) -> tuple[Entry, ...]:
        """All that the entry took over from, nearest first."""
        return tuple(self._chain(entry, forward=False))

    def _chain(self, entry: Entry, *, forward: bool) -> Iterator[Entry]:
        seen = {entry.id}
        step = self.heirs if forward else self.ancestors
        queue = list(_from(step(entry, entry.province), entry.province))
        while queue:
            one, home = queue.pop(0)
            if one.id not in seen:
                seen.add(one.id)
                yield one
                queue.extend(_from(step(one, home), home))

    def heirs(self, entry: Entry, home: str | None = None) -> tuple[Entry, ...]:
        """The entries that took over directly when this one ended; none while it lives.

        `home`: the province the question comes from. Of a regional body's heirs only those of that province count.
        """
        if entry.valid_to is None or entry.open:
            return ()
        body, _, place = entry.id.partition("@")
        row = self._bodies.by_id[body]
        after = entry.valid_to + dt.timedelta(days=1)
        if place:
            made = [*self._local_heirs(row, self._divisions.get(place), entry.valid_to)]
        else:
            made = [one for heir in row.successors for one in self._once(self._bodies.by_id[heir], row, home, after)]
        return tuple(dict.fromkeys(one for one in made if one.valid_to is None or one.valid_to >= after))

    def _local_heirs(self, row: Body, division: Division, last: dt.date) -> Iterator[Entry]:
        ended = row.valid_to == last
        for region in self._bodies.regional.get(row.id, ()) if ended else ():
            if region.valid_from == last + dt.timedelta(days=1) and (
                division.id in region.covers or division.province in region.covers
            ):
                yield self._entries.central(region)
        for body in [self._bodies.by_id[heir] for heir in row.successors] if ended else [row]:
            if not body.per:
                yield self._entries.central(body)
                continue
            places = self._moved(division, last)
            if ended and not any(body.per & {place.tier} for place in places):
                above = (one for one in self._divisions.above(division) if one.tier in body.per)
                places = self._moved(next(above), last) if division.tier != "province" else []
            yield from (self._entries.local(body, place) for place in places if exists(body, place))

    def _once(self, heir: Body, row: Body, home: str | None, after: dt.date) -> Iterable[Entry]:
        """The heirs of a body that is no place's: one, or the bodies of the places that a region covered."""
        if not heir.per:
            return [self._entries.central(heir)]
        covered = [place for place in self._covered(row) if home is None or home in self._provinces_of(place)]
        places = dict.fromkeys(one for place in covered for one in self._living(place, after))
        return [self._entries.local(heir, place) for place in places if exists(heir, place)]

    def _covered(self, row: Body) -> list[Division]:
        return [self._divisions.get(place) for place in row.covers]

    def _provinces_of(self, place: Division) -> set[str]:
        """Its province, and those that it lay in later."""
        return {one.province for one in (place, *self._divisions.after(place))}

    def _living(self, division: Division, on: dt.date) -> list[Division]:
        if division.valid_to is None or division.valid_to >= on:
            return [division]
        return [one for heir in division.successors for one in self._living(self._divisions.get(heir), on)]

    def _moved(self, division: Division, last: dt.date) -> list[Division]:
        """Where a place's work lies on the day after."""
        if division.valid_to == last:
            return [self._divisions.get(heir) for heir in division.successors]
        return [division]

    def ancestors(self, entry: Entry, home: str | None = None) -> tuple[Entry, ...]:
        """The entries that this one took over from directly; `home` as for `heirs`."""
        body, _, place = entry.id.partition("@")
        if entry.open or body not in self._bodies.by_id:
            return ()
        row = self._bodies.by_id[body]
        before = [self._bodies.by_id[one] for one in self._bodies.predecessors.get(body, ())]
        if place:
            made = self._local_ancestors(row, self._divisions.get(place), before)
        else:
            made = self._regional_ancestors(row, home)
        made += [self._entries.central(one) for one in before if not one.per]
        return tuple(one for one in dict.fromkeys(made) if any(heir.id == entry.id for heir in self.heirs(one)))

    def _local_ancestors(self, row: Body, division: Division, before: list[Body]) -> list[Entry]:
        places = [division, *self._divisions.predecessors(division)]
        made = [self._entries.local(b, d) for d in places for b in (row, *before) if exists(b, d)]
        lower = [body for body in before if body.per and not body.per & row.per]
        below = [one for place in places for one in self._divisions.within(place)] if lower else []
        return made + [self._entries.local(b, d) for d in below for b in lower if exists(b, d)]

    def _regional_ancestors(self, row: Body, home: str | None) -> list[Entry]:
        """The local bodies whose work a regional body took over."""
        places = [place for place in self._covered(row) if home is None or home in self._provinces_of(place)]
        taken = [self._bodies.by_id[body] for body in row.takes]
        below = [one for place in places for one in (place, *self._divisions.within(place))] if taken else []
        return [self._entries.local(body, place) for place in below for body in taken if exists(body, place)]


def _from(entries: Iterable[Entry], home: str | None) -> Iterator[Step]:
    return ((one, one.province or home) for one in entries)
