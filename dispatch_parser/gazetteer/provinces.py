"""The provinces and centrally run cities, each with the time it is valid (Nghị quyết 202/2025/QH15)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.gazetteer.dated import Dated
from dispatch_parser.text.folding import key


@dataclass(frozen=True, slots=True)
class Province(Dated):
    """A province at a time. `level` is `tỉnh` or `thành phố`; an empty bound of validity is None."""

    id: str
    name: str
    level: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successor: str | None
    organ_id: str | None = None
    source: str = ""

    @property
    def full_name(self) -> str:
        """The name with its level: `tỉnh Lào Cai`, `thành phố Hà Nội`."""
        return f"{self.level} {self.name}"

    @staticmethod
    def find(name: str, on: dt.date | None = None, package: str = models.DEFAULT_MODEL) -> Province | None:
        """The province of this name on this day; of another day if there is none.

        The level may stand before it.
        """
        table = _by_name(package)
        folded = key(name)
        found = table.get(folded)
        for level in ("tỉnh ", "thành phố ", "tp. ", "tp.", "tp "):
            if found is None and folded.startswith(level):
                found = table.get(folded.removeprefix(level))
        if not found:
            return None
        return next((province for province in found if province.valid(on)), found[-1])


def provinces(package: str = models.DEFAULT_MODEL) -> tuple[Province, ...]:
    """Every province of every time."""
    return _load(package)


@lru_cache(maxsize=4)
def _load(package: str) -> tuple[Province, ...]:
    return tuple(
        Province(
            row["id"],
            row["name"],
            row["level"],
            day(row["valid_from"]),
            day(row["valid_to"]),
            row["successor"] or None,
            row["organ_id"] or None,
            row["source"],
        )
        for row in models.load(package).lexicon("provinces")
    )


@lru_cache(maxsize=4)
def _by_name(package: str) -> dict[str, tuple[Province, ...]]:
    table: dict[str, tuple[Province, ...]] = {}
    for province in _load(package):
        table[key(province.name)] = (*table.get(key(province.name), ()), province)
    return table


def day(text: str) -> dt.date | None:
    """A day of a lexicon's validity column, or None for an empty one."""
    return dt.date.fromisoformat(text) if text else None
