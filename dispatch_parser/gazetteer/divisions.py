"""Administrative units at a time: provinces, districts until 30/6/2025, communes before and after.

Sources: Nghị quyết 202/2025/QH15 (provinces); Luật Tổ chức chính quyền địa phương 2025 (no districts from 1/7/2025);
the tables and their provenance are in docs/register.md. An id tells where a unit lies: `hoa-binh.old/huyen-da-bac`.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.gazetteer.dated import Dated
from dispatch_parser.gazetteer.provinces import day, provinces
from dispatch_parser.text.folding import key, key_of

Tier = Literal["province", "district", "commune"]

_SPELLED = {
    "tp.hcm": "thành phố hồ chí minh", "tphcm": "thành phố hồ chí minh", "tp.": "thành phố", "tp": "thành phố",
    "tx.": "thị xã", "tx": "thị xã", "tt.": "thị trấn",
}  # fmt: skip
_LEVELS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu")
_DISTRICTS = ("huyện", "quận", "thị xã", "thành phố")


@dataclass(frozen=True, slots=True)
class Division(Dated):
    """One unit at a time. `valid_from` and `valid_to` are its first and last day, None where open or not known."""

    id: str
    name: str
    level: str
    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[str, ...]
    source: str
    organ_id: str | None = None

    @property
    def full_name(self) -> str:
        """The name with its level: `huyện Đà Bắc`."""
        return f"{self.level} {self.name}"

    @property
    def tier(self) -> Tier:
        """Province, district or commune: a city below a province is a district."""
        if self.parent is None:
            return "province"
        return "district" if self.level in _DISTRICTS else "commune"

    @property
    def province(self) -> str:
        """The id of its province; its own for a province."""
        return self.id.split("/", 1)[0]


class Divisions:
    """All units of a model package. The table of districts and communes is read when one is first asked for."""

    def __init__(self, package: str = models.DEFAULT_MODEL) -> None:
        self._package = package
        self._provinces = {
            p.id: Division(
                p.id, p.name, p.level, None, p.valid_from, p.valid_to, _tuple(p.successor), p.source, p.organ_id
            )
            for p in provinces(package)
        }
        self._province_names = _by_name(self._provinces.values())
        self._made: dict[str, Division] = {}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        """The rows of districts and communes by id. A unit is made of its row when it is asked for."""
        path = models.load(self._package).path / "lexicon" / "divisions.csv"
        with path.open(encoding="utf-8", newline="") as handle:
            rows = csv.reader(handle)
            next(rows)
            return {row[0]: row for row in rows}

    @cached_property
    def _names_below(self) -> dict[str, list[str]]:
        """Ids by name. All names are folded at once: one by one costs four times as much."""
        names = key_of("\n".join(f"{row[2]} {row[1]}" for row in self._below.values())).split("\n")
        table: dict[str, list[str]] = defaultdict(list)
        for name, identity in zip(names, self._below, strict=True):
            table[name].append(identity)
        return table

    @cached_property
    def _heirs_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for province in self._provinces.values():
            for heir in province.successors:
                found[heir].append(province.id)
        for row in self._below.values():
            for heir in _tuple(row[6]):
                found[heir].append(row[0])
        return found

    def all(self) -> list[Division]:
        """Every unit, provinces first."""
        return [*self._provinces.values(), *map(self.get, self._below)]

    def get(self, identity: str) -> Division:
        """The unit with this id. Raises KeyError."""
        if "/" not in identity:
            return self._provinces[identity]
        made = self._made.get(identity)
        if made is None:
            r = self._below[identity]
            made = self._made[identity] = Division(r[0], r[1], r[2], r[3], day(r[4]), day(r[5]), _tuple(r[6]), r[7])
        return made

    def above(self, division: Division) -> list[Division]:
        """The units it lies in, the nearest first."""
        found = []
        while division.parent is not None:
            division = self.get(division.parent)
            found.append(division)
        return found

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._below.values():
            found[row[3]].append(row[0])
        return found

    def within(self, division: Division) -> list[Division]:
        """The units directly below it."""
        return [self.get(identity) for identity in self._parts.get(division.id, ())]

    def after(self, division: Division) -> list[Division]:
        """The units that took its place, and those that took theirs."""
        found: list[Division] = []
        for heir in division.successors:
            found += [self.get(heir), *self.after(self.get(heir))]
        return found

    def predecessors(self, division: Division) -> list[Division]:
        """The units that it took the place of."""
        return [self.get(identity) for identity in self._heirs_of.get(division.id, ())]

    def named(self, name: str) -> tuple[Division, ...]:
        """Every unit of every time with this name, with or without its level; places above it may follow.

        `Hòa Bình`, `tỉnh Hòa Bình`, `TP. Huế`, `huyện Đà Bắc, tỉnh Hòa Bình`. Without a level only provinces count.
        """
        words = [_SPELLED.get(word, word) for word in key(name).replace(",", " ").split()]
        whole = " ".join(words)
        found = self._province_names.get(whole, ())
        if found or not whole.startswith(_LEVELS):
            return found
        if below := self._names_below.get(whole):
            return tuple(map(self.get, below))
        for cut in range(len(words) - 1, 1, -1):
            inner = self._names_below.get(" ".join(words[:cut]))
            if inner:
                outer = {unit.id for unit in self.named(" ".join(words[cut:]))}
                units = map(self.get, inner)
                return tuple(unit for unit in units if any(one.id in outer for one in self.above(unit)))
        return ()


def _by_name(provinces: Iterable[Division]) -> dict[str, tuple[Division, ...]]:
    table: dict[str, list[Division]] = defaultdict(list)
    for division in provinces:
        table[key_of(division.full_name)].append(division)
        table[key_of(division.name)].append(division)
    return {name: tuple(found) for name, found in table.items()}


def _tuple(text: str | None) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


@lru_cache(maxsize=4)
def divisions(package: str = models.DEFAULT_MODEL) -> Divisions:
    """The units of a model package, read once per process."""
    return Divisions(package)
