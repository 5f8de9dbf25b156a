"""The lexicons of bodies: every row has an id and a source, validity makes sense, successors exist."""

import datetime as dt

import pytest

from dispatch_parser import model
from dispatch_parser.gazetteer.identity import canonical, place_of
from dispatch_parser.gazetteer.lexicon import lexicon

TABLES = [
    "agencies",
    "heads",
    "fields",
    "name_words",
    "offices",
    "groups",
    "modifiers",
    "abbreviations",
    "provinces",
]


@pytest.mark.parametrize("table", TABLES)
def test_rows_have_an_id_and_a_source(table):
    rows = model.load().lexicon(table)
    ids = [row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    assert all(row["id"] and row["name"].strip() and row["source"].strip() for row in rows)


@pytest.mark.parametrize("table", ["agencies", "provinces"])
def test_validity_and_successors(table):
    rows = {row["id"]: row for row in model.load().lexicon(table)}
    for row in rows.values():
        first, last = (row[column] and dt.date.fromisoformat(row[column]) for column in ("valid_from", "valid_to"))
        assert not (first and last) or first < last, row["id"]
        assert set(filter(None, row["successor"].split("|"))) <= set(rows), row["id"]
        assert not row["successor"] or last, row["id"]


@pytest.mark.parametrize("table", ["groups", "modifiers", "offices", "fields", "name_words"])
def test_a_phrase_stands_once(table):
    names = [row["name"] for row in model.load().lexicon(table)]
    assert sorted(names) == sorted(set(names))


def test_a_merged_ministry_names_its_successor():
    ministry = lexicon().body("bộ giao thông vận tải")
    assert ministry.valid[1] == dt.date(2025, 2, 28)
    assert lexicon().body("Bộ Xây dựng").id == ministry.row["successor"]


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("UBND TP. Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("VP UBND tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
        ("Sở NN&PTNT tỉnh Lai Châu", "Sở Nông nghiệp và Phát triển nông thôn tỉnh Lai Châu"),
        ("Uỷ ban MTTQ Việt Nam tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Hội đồng nhân dân tỉnh", "Hội đồng nhân dân tỉnh"),
    ],
)
def test_abbreviations_are_spelled_out(name, full):
    assert canonical(name) == full


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Ủy ban nhân dân tỉnh Lai Châu", "tỉnh Lai Châu"),
        ("UBND TP. Hải Phòng", "thành phố Hải Phòng"),
        ("Công an xã Mường So", "xã Mường So"),
        ("Ủy ban nhân dân phường 5 quận Bình Thạnh", "quận Bình Thạnh"),
        ("Bộ Nội vụ", None),
        ("Ủy ban nhân dân tỉnh", None),
    ],
)
def test_the_place_in_a_name(name, place):
    assert place_of(name) == place
