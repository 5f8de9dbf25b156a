"""Names that a document makes known by itself: short forms it defines, names its address lines spell out.

`Quỹ Bảo trợ trẻ em tỉnh (sau đây gọi tắt là Quỹ)` makes `Quỹ` that body from there on. An entry of `Kính gửi`
or `Nơi nhận` is a whole name even where its words would not tell (`Công ty cổ phần Đầu tư hạ tầng cơ sở`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from dispatch_parser.gazetteer.items import Item
from dispatch_parser.gazetteer.lexicon import Entry
from dispatch_parser.gazetteer.scan import Scan
from dispatch_parser.layout import zones
from dispatch_parser.text.phrases import syllables_of
from dispatch_parser.text.reading import Reading

_DEFINITION = re.compile(
    r" ?\((?:sau đây|dưới đây|từ đây)? ?(?:được )?(?:gọi|viết) ?(?:tắt|chung)? ?là:? ?\"?"
    r"([^()\";:]{2,60}?)\"?\)"
)
_ENTRY_ENDS = frozenset((";", ".", "\n", "(", ","))
_LONGEST_NAME = 24  # tokens
_GROWING = frozenset(("open", "company", "free"))


def define_short_forms(scan: Scan, reading: Reading, found: list[Item]) -> bool:
    """Make the short forms known that the text defines behind a body; True if there are any."""
    defined = False
    for item in found:
        end = scan.text.ends[item.end - 1]
        match = _DEFINITION.match(reading.key, end)
        if match is None or len(item.members) != 1:
            continue
        entry = Entry("defined", "body", item.members[0].name, {"level": "central"})
        for start, stop in _occurrences(scan, match[1], after=match.end(1)):
            scan.define(start, stop, entry)
            defined = True
    return defined


def define_addressed(scan: Scan, reading: Reading) -> None:
    """Make the names known that stand alone as entries of `Kính gửi` and `Nơi nhận`."""
    for paragraph in reading.in_zones(zones.ADDRESSEES, zones.RECIPIENTS):
        first = bisect_left(scan.text.starts, paragraph.start)
        last = bisect_left(scan.text.starts, paragraph.end)
        for start in range(first, last):
            if start == first or scan.key(start - 1) in (":", "-", ";", "+"):
                _define_entry(scan, start, last)


def _define_entry(scan: Scan, start: int, last: int) -> None:
    head = scan.at(start, "head")
    if head is None or head.entry.row["growth"] not in _GROWING or not scan.capital(start):
        return
    end = head.end
    while end < last and scan.key(end) not in _ENTRY_ENDS:
        end += 1
    if not head.end + 2 <= end <= start + _LONGEST_NAME or scan.key(end) == ",":
        return
    name = scan.words(start, end, (head,))
    entry = Entry("defined", "body", name, {"level": "central"})
    for left, right in _occurrences(scan, name, after=0):
        scan.define(left, right, entry)
    scan.define(start, end, entry)


def _occurrences(scan: Scan, words: str, *, after: int) -> Iterator[tuple[int, int]]:
    """Where these words stand with a capital, as token spans, from an offset of the text on."""
    wanted = syllables_of(words).keys
    keys = scan.text.keys
    i = bisect_left(scan.text.starts, after)
    while wanted:
        try:
            i = keys.index(wanted[0], i)
        except ValueError:
            return
        if keys[i : i + len(wanted)] == wanted and scan.capital(i):
            yield i, i + len(wanted)
        i += 1
