"""The id of a body: its row of the register, with its province or place, or None where the lexicon knows no such body.

Ids are slugs: `bo-noi-vu`, `so-noi-vu.hoa-binh`, `uy-ban-nhan-dan.huyen-da-bac`.
"""

from __future__ import annotations

import re
import unicodedata

from dispatch_parser.gazetteer.register import Entry
from dispatch_parser.text.folding import keep

_NOT_ALNUM = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name as an id: `Sở Nội vụ` -> `so-noi-vu`."""
    plain = unicodedata.normalize("NFD", keep(name).replace("Đ", "D").replace("đ", "d"))
    return _NOT_ALNUM.sub("-", "".join(c for c in plain if not unicodedata.combining(c)).lower()).strip("-")


def agency_id(name: str, entry: Entry | None, package: str) -> str | None:
    """The id of a body named in a text: `entry` is its row, where the register has one."""
    if entry is None:
        return None
    rest = slug(name).removeprefix(slug(entry.name)).strip("-")
    return f"{entry.id}.{rest}" if rest else entry.id
