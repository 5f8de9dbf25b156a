"""Places that open like a body or like a province: no body is made of them, and they are read to their end."""

import csv

import pytest

from dispatch_parser.gazetteer.lists import lists, scan_of
from dispatch_parser.model import load


def bodies(text):
    return [member.name for item in lists(scan_of(text)) for member in item.members]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Phố cổ Hội An, huyện đảo Trường Sa và Đài Loan đều được nêu.", []),
        ("Hội Nông dân và Trường Trung học phổ thông Hoa Mai phối hợp.", ["Hội Nông dân", "Trường Trung học phổ thông Hoa Mai"]),
        ("UBND thành phố Điện Biên Phủ, UBND xã Hòa Bình Thạnh", ["Ủy ban nhân dân thành phố Điện Biên Phủ", "Ủy ban nhân dân xã Hòa Bình Thạnh"]),
        ("UBND tỉnh Điện Biên, UBND phường Hà Giang 1", ["Ủy ban nhân dân tỉnh Điện Biên", "Ủy ban nhân dân phường Hà Giang 1"]),
    ],
)  # fmt: skip
def test_places_in_text(text, named):
    assert bodies(text) == named


def test_every_division_that_opens_like_a_body_or_a_province_is_listed():
    data = load()
    heads = {row["name"].lower() for row in data.lexicon("heads") if " " not in row["name"]}
    provinces = tuple(row["name"] + " " for row in data.lexicon("provinces"))
    with (data.path / "lexicon" / "divisions.csv").open(encoding="utf-8", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file)}
    wanted = {n for n in names if (" " in n and n.split()[0].lower() in heads) or n.startswith(provinces)}
    assert wanted <= {row["name"] for row in data.lexicon("place_names")}
