"""Check the register's tables: no overlap in time, successors exist, names unambiguous per level and date.

    python scripts/check_register.py

Prints one line for each problem and exits with 1 if there is any.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dispatch_parser.gazetteer.bodies import Bodies, Body, bodies
from dispatch_parser.gazetteer.divisions import Division, Divisions, divisions

Row = Body | Division  # one line of a table


def problems() -> list[str]:
    """Every problem of the tables, one line each, naming the rows."""
    return [*body_problems(bodies()), *division_problems(divisions())]


def body_problems(table: Bodies) -> Iterator[str]:
    """Times, parents, successors and shared names of the bodies."""
    yield from time_problems(table.by_id)
    for body in table.by_id.values():
        if body.parent and body.parent not in table.by_id:
            yield f"{body.id}: parent {body.parent} does not exist"
    for name, found in (*table.central.items(), *table.local.items()):
        yield from overlaps(f"name “{name}”", found)


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
