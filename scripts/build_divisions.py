"""Rebuild models/vi_dispatch_rules/lexicon/divisions.csv: districts until 30/6/2025, communes before and after.

    python scripts/build_divisions.py [--check]

The data is underthesea's (Apache-2.0), which took it from vietnamadminunits 1.0.4 (MIT): the conversion of 1 July 2025
(Nghị quyết 202/2025/QH15; Nghị quyết 1654-1687/NQ-UBTVQH15). `CITIES` holds what the National Assembly changed since.
`--check` compares the file with what would be written.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import underthesea.address

from dispatch_parser.gazetteer.entries import slug
from dispatch_parser.gazetteer.provinces import provinces
from dispatch_parser.text.folding import keep, key

LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
SOURCE = "vietnamadminunits 1.0.4"
COLUMNS = ("id", "name", "level", "parent", "valid_from", "valid_to", "successors", "source")
TARGET = Path(__file__).parent.parent / "models/vi_dispatch_rules/lexicon/divisions.csv"
LEVELS = ("thành phố", "thị trấn", "thị xã", "đặc khu", "phường", "huyện", "quận", "xã")
Row = tuple[str, ...]


class City(NamedTuple):
    """A province that became a city: all its communes belong to the city from then on, some as wards."""

    province: str
    city: str
    last_day: str
    first_day: str
    source: str
    wards: tuple[str, ...]


CITIES = (
    City(
        "dong-nai.2025", "dong-nai", "2026-04-29", "2026-04-30",
        "Nghị quyết 30/2026/QH16; Nghị quyết 237/NQ-UBTVQH16",
        ("Dầu Giây", "Đồng Phú", "Long Thành", "Lộc Ninh", "Nhơn Trạch", "Tân Khai", "Tân Phú", "Trảng Bom", "Trị An",
         "Xuân Lộc"),
    ),
    City("quang-ninh.old", "quang-ninh", "2026-08-31", "2026-09-01", "Nghị quyết 36/2026/QH16", ()),
    City(
        "bac-ninh.2025", "bac-ninh", "2026-09-19", "2026-09-20",
        "Nghị quyết 39/2026/QH16; Nghị quyết 388/NQ-UBTVQH16",
        ("Bố Hạ", "Lạng Giang", "Kép", "Lục Nam", "Gia Bình", "Nhân Thắng", "Hiệp Hòa", "Yên Phong", "Phù Lãng",
         "Chi Lăng", "Tiên Du", "Lương Tài"),
    ),
)  # fmt: skip


def level_and_name(full: str) -> tuple[str, str]:
    """`Huyện Đà Bắc` -> (`huyện`, `Đà Bắc`)."""
    words = keep(full)
    level = next(level for level in LEVELS if key(words).startswith(level + " "))
    return level, words[len(level) + 1 :]


def province_ids(names: dict[str, dict[str, str]], day: str) -> dict[str, str]:
    """The data's province keys -> ids of provinces.csv on that day."""
    valid = {key(p.name): p.id for p in provinces() if p.valid(dt.date.fromisoformat(day))}
    return {data_key: valid[key(keep(entry["short"]))] for data_key, entry in names.items()}


def rows(data: dict[str, object]) -> list[Row]:
    """Every district and commune, sorted by id."""
    old = province_ids(data["old_province_names"], LAST_DAY)  # type: ignore[arg-type]
    new = province_ids(data["province_names"], FIRST_DAY)  # type: ignore[arg-type]
    made: dict[str, Row] = {}
    heirs: dict[str, set[str]] = defaultdict(set)
    entries: list[dict[str, str]] = data["ward_mapping"]  # type: ignore[assignment]
    known = printed_names(entries)
    for entry in entries:
        ward = entry["new_ward"] or known.get(entry["new_ward_key"], "")
        after = [_add(made, new[entry["new_province_key"]], ward, FIRST_DAY, "")] if ward else []
        if entry["old_district"]:
            district = _add(made, old[entry["old_province_key"]], entry["old_district"], "", LAST_DAY)
            heirs[district].update(after)
            if before := entry["old_ward"] or known.get(entry["old_ward_key"], ""):
                heirs[_add(made, district, before, "", LAST_DAY)].update(after)
    table = [(*row[:6], "|".join(sorted(heirs[row[0]])), SOURCE) for row in made.values()]
    return sorted(row for one in table for row in since(one))


def since(row: Row) -> Iterator[Row]:
    """A commune of 2025, ended where its province became a city, and what it is there."""
    city = next((city for city in CITIES if row[3] == city.province and row[4] == FIRST_DAY), None)
    if city is None:
        yield row
        return
    identity, name, level, source = row[0], row[1], row[2], row[7]
    became = "phường" if key(name) in map(key, city.wards) and level == "xã" else level
    number = identity.removeprefix(f"{city.province}/{slug(f'{level} {name}')}")  # of two that differ in tones
    identity = f"{city.city}/{slug(f'{became} {name}')}{number}"
    yield (*row[:5], city.last_day, identity, source)
    yield identity, name, became, city.city, city.first_day, "", "", city.source


def printed_names(entries: list[dict[str, str]]) -> dict[str, str]:
    """Names by what stands in the data where two communes of a province differ in tones only: `xãthạnhan`.

    Their printed names are left out there. Another place bears the name, or it is two syllables of others'.
    """
    columns = ("old_ward", "new_ward", "old_district")
    names = {level_and_name(entry[column])[1] for entry in entries for column in columns if entry[column]}
    found = {name.replace(" ", "").lower(): name for name in sorted(names)}
    syllables = {word for name in names for word in name.lower().split()}
    keys = {entry[f"{column}_key"] for entry in entries for column in columns[:2] if not entry[column]}
    printed = {}
    for folded in sorted(keys):
        level = next((level for level in LEVELS if folded.startswith(level.replace(" ", ""))), None)
        rest = folded[len((level or "").replace(" ", "")) :]
        name = found.get(rest) or _two_syllables(rest, syllables)
        if level and name:
            printed[folded] = f"{level} {name}"
    return printed


def _two_syllables(letters: str, known: set[str]) -> str:
    """The name written together, taken apart where only one way is known; empty where none or several are."""
    cuts = [cut for cut in range(1, len(letters)) if letters[:cut] in known and letters[cut:] in known]
    return f"{letters[: cuts[0]]} {letters[cuts[0] :]}".title() if len(cuts) == 1 else ""


def _add(made: dict[str, Row], parent: str, full: str, valid_from: str, valid_to: str) -> str:
    """The id of a unit. Of two that differ in tones only (`Thanh Hòa`, `Thạnh Hóa`) the later bears a number."""
    level, name = level_and_name(full)
    first = identity = f"{parent}/{slug(f'{level} {name}')}"
    number = 1
    while key(made.setdefault(identity, (identity, name, level, parent, valid_from, valid_to))[1]) != key(name):
        number += 1
        identity = f"{first}-{number}"
    return identity


def main() -> int:
    """Write or check the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true")
    chosen = options.parse_args()
    source = Path(underthesea.address.__file__).parent / "data" / "mapping.json"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(json.loads(source.read_text(encoding="utf-8"))))
    if not chosen.check:
        TARGET.write_text(out.getvalue(), encoding="utf-8")
        return 0
    same = TARGET.read_text(encoding="utf-8") == out.getvalue()
    print("divisions.csv is up to date" if same else "divisions.csv differs: run scripts/build_divisions.py")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
