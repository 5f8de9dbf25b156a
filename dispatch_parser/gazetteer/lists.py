"""Bodies in a text: every list of them with its members, and the split of one list given as text."""

from __future__ import annotations

from collections.abc import Iterator

from dispatch_parser import model as models
from dispatch_parser.gazetteer.coordination import read_list
from dispatch_parser.gazetteer.items import Item
from dispatch_parser.gazetteer.lexicon import lexicon
from dispatch_parser.gazetteer.scan import Scan
from dispatch_parser.text.folding import keep
from dispatch_parser.text.phrases import syllables_of
from dispatch_parser.text.reading import Reading

_EXCEPTIONS = frozenset(("trừ", "ngoài"))
_MARKS = frozenset(".,;:- ")


def scan_of(source: Reading | str, package: str = models.DEFAULT_MODEL) -> Scan:
    """A text ready for the grammar."""
    return Scan(syllables_of(source), lexicon(package))


def lists(scan: Scan) -> Iterator[Item]:
    """Every coordination of bodies, in text order, not overlapping. Exceptions (`trừ …`) are left out."""
    free = 0
    for i in scan.candidates():
        if i < free:
            continue
        item = read_list(scan, i)
        if item is None:
            continue
        if scan.key(i - 1) not in _EXCEPTIONS:
            yield item
        free = max(item.end, i + 1)


def parse_name_list(text: str, package: str = models.DEFAULT_MODEL) -> list[str]:
    """The names in a line that is nothing but a list of bodies, completed with their shared head.

    Words stay as printed (`UBND các xã, phường`; offices too: `Chủ tịch Ủy ban nhân dân tỉnh`). A line that
    the grammar cannot read to its end is not split: the result is then empty.
    """
    scan = scan_of(keep(text), package)
    item = read_list(scan, 0)
    if item is None or any(scan.key(k) not in _MARKS for k in range(item.end, scan.size)):
        return []
    names = []
    for member in item.members:
        if member.rule == "agency.completed":
            names.append(member.name)
        else:
            start, end = scan.text.starts[member.start], scan.text.ends[min(member.end, scan.size) - 1]
            names.append(scan.text.text[start:end])
    return names
