"""Rebuild models/vi_dispatch_rules/lexicon/divisions.csv: districts until 30/6/2025, communes before and after.

    python scripts/build_divisions.py [--check]

The data is underthesea's (Apache-2.0), which took it from vietnamadminunits 1.0.4 (MIT): the conversion of 1 July 2025
(Nghị quyết 202/2025/QH15; Nghị quyết 1654-1687/NQ-UBTVQH15). `--check` compares the file with what would be written.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import json
import sys
from collections import defaultdict
from pathlib import Path

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
    for entry in data["ward_mapping"]:  # type: ignore[attr-defined]
        ward = entry["new_ward"]
        after = [_add(made, new[entry["new_province_key"]], ward, FIRST_DAY, "")] if ward else []
        if entry["old_district"]:
            district = _add(made, old[entry["old_province_key"]], entry["old_district"], "", LAST_DAY)
            heirs[district].update(after)
            if entry["old_ward"]:
                heirs[_add(made, district, entry["old_ward"], "", LAST_DAY)].update(after)
    return [(*row[:6], "|".join(sorted(heirs[row[0]])), SOURCE) for _, row in sorted(made.items())]


def _add(made: dict[str, Row], parent: str, full: str, valid_from: str, valid_to: str) -> str:
    level, name = level_and_name(full)
    identity = f"{parent}/{slug(f'{level} {name}')}"
    made.setdefault(identity, (identity, name, level, parent, valid_from, valid_to))
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
