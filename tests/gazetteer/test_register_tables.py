"""The tables of the register: no name twice at one time, heirs that exist, parents that exist."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import combinations

import pytest

from dispatch_parser.gazetteer.bodies import Body, bodies
from dispatch_parser.gazetteer.divisions import Division, divisions
from dispatch_parser.text.folding import key

BODIES = tuple(bodies().by_id.values())
DIVISIONS = tuple(divisions().all())
IDS = {division.id for division in DIVISIONS}


def together(one: Body | Division, other: Body | Division) -> bool:
    first, last = dt.date.min, dt.date.max
    return (one.valid_from or first) <= (other.valid_to or last) and (other.valid_from or first) <= (one.valid_to or last)


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)
def test_a_body_ends_after_it_began_and_its_heirs_and_parent_exist(body):
    assert body.valid_from is None or body.valid_to is None or body.valid_from <= body.valid_to
    assert {*body.successors, *filter(None, [body.parent])} <= bodies().by_id.keys()
    assert not body.successors or body.valid_to, "a body with heirs has an end"


def test_no_name_means_two_bodies_of_one_time_and_tier():
    named: dict[str, list[Body]] = defaultdict(list)
    for body in BODIES:
        for form in {key(name) for name in (body.name, *body.aliases)}:
            named[form].append(body)
    clashes = [
        (form, one.id, other.id)
        for form, found in named.items()
        for one, other in combinations(found, 2)
        if together(one, other) and (one.per & other.per or one.per == other.per)
    ]
    assert clashes == []


def test_divisions_lie_in_one_another_and_their_heirs_exist():
    for division in DIVISIONS:
        assert division.parent is None or division.parent in IDS
        assert set(division.successors) <= IDS


def test_the_heirs_of_a_division_begin_when_it_ends():
    for division in DIVISIONS:
        for heir in (divisions().get(identity) for identity in division.successors):
            assert heir.valid_from
            assert division.valid_to == heir.valid_from - dt.timedelta(days=1)


def test_no_two_divisions_of_one_place_and_time_share_a_name():
    named: dict[tuple[str | None, str], list[Division]] = defaultdict(list)
    for division in DIVISIONS:
        named[division.parent, key(division.full_name)].append(division)
    for found in named.values():
        assert not any(together(one, other) for one, other in combinations(found, 2))


def test_every_province_of_2025_is_there():
    provinces = [division for division in DIVISIONS if division.tier == "province"]
    assert len([p for p in provinces if p.valid(dt.date(2025, 6, 30))]) == 63
    assert len([p for p in provinces if p.valid(dt.date(2025, 7, 1))]) == 34
    assert len([p for p in provinces if p.valid(None)]) == 34
