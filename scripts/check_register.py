"""Check the register's tables: no overlap in time, successors exist, one body one id, names unambiguous then.

    python scripts/check_register.py

Prints one line for each problem and exits with 1 if there is any.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dispatch_parser.gazetteer.bodies import Bodies, Body, bodies
from dispatch_parser.gazetteer.divisions import Division, Divisions, divisions
from dispatch_parser.gazetteer.entries import Entries
from dispatch_parser.text.folding import key

Row = Body | Division  # one line of a table
_LOOSE = re.compile(r"[^\w\s]|\b(?:và|với|tw|trung ương|việt nam|nước chxhcn)\b")  # names of one body differ in these


def problems() -> list[str]:
    """Every problem of the tables, one line each, naming the rows."""
    return [*body_problems(bodies()), *division_problems(divisions()), *entry_problems(Entries())]


def body_problems(table: Bodies) -> Iterator[str]:
    """Times, parents, successors, places and shared names of the bodies."""
    yield from time_problems(table.by_id)
    for body in table.by_id.values():
        last: dt.date | None = body.valid_from
        for parent, until in body.parents:
            if parent not in table.by_id:
                yield f"{body.id}: parent {parent} does not exist"
            if until and last and until < last:
                yield f"{body.id}: parent {parent} ends before it begins"
            last = until or last
        for taken in body.takes:
            if taken not in table.by_id:
                yield f"{body.id}: takes over from {taken}, which does not exist"
    for name, found in (*table.central.items(), *table.local.items()):
        yield from overlaps(f"name “{name}”", found)
    yield from one_body_two_ids(table)


def one_body_two_ids(table: Bodies) -> Iterator[str]:
    """Ids of one time whose names are the same but for marks, `và`, `Trung ương` and `Việt Nam`."""
    loose: dict[tuple[bool, str], set[str]] = defaultdict(set)
    for body in table.by_id.values():
        for name in (body.name, *body.aliases):
            loose[bool(body.per), " ".join(_LOOSE.sub(" ", key(name)).split())].add(body.id)
    for (_, name), ids in loose.items():
        if name and len(ids) > 1:
            yield from overlaps(f"one body “{name}”?", (table.by_id[one] for one in sorted(ids)))


def division_problems(table: Divisions) -> Iterator[str]:
    """Times, parents, successors and shared names of the places."""
    known = {division.id: division for division in table.all()}
    yield from time_problems(known)
    siblings: dict[tuple[str | None, str], list[Division]] = defaultdict(list)
    for division in known.values():
        siblings[division.parent, division.full_name].append(division)
        if division.parent and division.parent not in known:
            yield f"{division.id}: parent {division.parent} does not exist"
    for (parent, name), found in siblings.items():
        yield from overlaps(f"{name} in {parent or 'the country'}", found)


def entry_problems(entries: Entries) -> Iterator[str]:
    """Entries whose parent is none; regional bodies that cover no known place or one place twice at a time."""
    for entry in entries.all():
        try:
            if entry.parent:
                entries.get(entry.parent)
        except KeyError:
            yield f"{entry.id}: parent {entry.parent} is no entry"
    covered: dict[tuple[tuple[str, ...], str], list[Body]] = defaultdict(list)
    for body in entries.bodies.by_id.values():
        for place in body.covers:
            covered[body.takes, place].append(body)
            try:
                entries.divisions.get(place)
            except KeyError:
                yield f"{body.id}: covers {place}, which does not exist"
    for (taken, place), found in covered.items():
        yield from overlaps(f"heir of {taken} in {place}", found if taken else ())


def time_problems(table: dict[str, Body] | dict[str, Division]) -> Iterator[str]:
    """Rows that end before they begin; heirs that do not exist, or not on the day after."""
    for row in table.values():
        if row.valid_from and row.valid_to and row.valid_from > row.valid_to:
            yield f"{row.id}: ends before it begins"
        if row.successors and row.valid_to is None:
            yield f"{row.id}: has successors but no end"
        for heir in row.successors:
            if heir not in table:
                yield f"{row.id}: successor {heir} does not exist"
            elif row.valid_to and not table[heir].valid(row.valid_to + dt.timedelta(days=1)):
                yield f"{row.id}: successor {heir} does not live on the day after"


def overlaps(what: str, rows: Iterable[Row]) -> Iterator[str]:
    """Two rows that mean the same words at the same time and level."""
    for one, other in combinations(rows, 2):
        apart = isinstance(one, Body) and isinstance(other, Body) and one.per != other.per and not one.per & other.per
        early, late = sorted((one, other), key=lambda row: row.valid_from or dt.date.min)
        if not apart and (early.valid_to or dt.date.max) >= (late.valid_from or dt.date.min):
            yield f"{what}: {one.id} and {other.id} at the same time"


def main() -> int:
    """Print the problems."""
    found = problems()
    for line in found:
        print(line)
    print(f"{len(found)} problems" if found else "the register's tables are sound")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
