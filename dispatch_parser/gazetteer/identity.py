"""Names made comparable: the place a name ends in, abbreviations spelled out."""

from __future__ import annotations

from dispatch_parser import model as models
from dispatch_parser.gazetteer.lexicon import Kind, lexicon
from dispatch_parser.gazetteer.places import named_level
from dispatch_parser.gazetteer.scan import Scan
from dispatch_parser.text.phrases import syllables_of

_NAMING: tuple[Kind, ...] = ("body", "head")


def place_of(name: str, package: str = models.DEFAULT_MODEL) -> str | None:
    """The place that a body's name says last, with its level: `Sở Y tế tỉnh Lai Châu` -> `tỉnh Lai Châu`."""
    scan = Scan(syllables_of(name), lexicon(package))
    found = None
    for i in range(scan.size):
        level, end = scan.level(i), named_level(scan, i)
        if end > level > i:
            found = scan.words(i, end)
    return found


def canonical(name: str, package: str = models.DEFAULT_MODEL) -> str:
    """A body's name with the abbreviations of bodies, fields and places spelled out, tones in the new style.

    `UBND TP. Hải Phòng` -> `Ủy ban nhân dân thành phố Hải Phòng`. Other words stay as printed.
    """
    scan = Scan(syllables_of(name), lexicon(package))
    used = []
    i = 0
    while i < scan.size:
        known = [a for kind in _NAMING if (a := scan.at(i, kind)) is not None]
        head = scan.at(i - 1, "head")
        grows = head is not None and head.entry.row["growth"] in ("closed", "open")
        if grows and (field := scan.at(i, "field")) is not None:
            known.append(field)
        best = max(known, key=lambda anchor: anchor.end, default=None)
        if best is not None and best.alias:
            used.append(best)
        i = best.end if best is not None else i + 1
    return scan.words(0, scan.size, used)
