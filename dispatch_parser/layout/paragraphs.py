"""Lines to paragraphs, where the source does not say (PDF, hard-wrapped text): by indents, line lengths, markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from dispatch_parser.document import Document, Line
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, opens_item
from dispatch_parser.text.folding import key

_TERMINAL = re.compile(r"(?:[.!?:;]|\./\.)[”\"')]?$")
_BULLET = re.compile(r"^[-–—+•*●▪]")
_YEAR_ENDS = re.compile(r"\d{4}\W*$")
_BARE_NUMBER = re.compile(r"số ?:?$")
_DATE_GOES_ON = re.compile(r"(?:ngày|tháng|năm)\b|\d")
_LONG = 200  # characters: a line of plain text this long was never wrapped by hand
_ALONE = frozenset({zones.ISSUER, zones.MOTTO, zones.NUMBER, zones.DATE, zones.SIGNATURE, zones.FURNITURE, zones.STAMP})


class Margins:
    """Left and right text margins of each page, in points, from its own long lines.

    `wrap` is the width, in characters, at which a text without positions was wrapped by hand.
    """

    def __init__(self, document: Document) -> None:
        lengths = [line.end - line.start for line in document.lines if line.column == "full" and line.box is None]
        self.wrap = max((length for length in lengths if length <= _LONG), default=0)
        self._by_page: dict[int, tuple[float, float]] = {}
        for page in {line.page for line in document.lines}:
            boxes = [
                line.box
                for line in document.lines
                if line.page == page and line.box and line.column == "full" and line.role == "flow"
            ]
            if boxes:
                right = max(box.x1 for box in boxes)
                wide = [box.x0 for box in boxes if box.x1 > right - 0.1 * box.width] or [b.x0 for b in boxes]
                self._by_page[page] = (_left_margin(wide), right)

    def of(self, line: Line) -> tuple[float, float]:
        """The margins of the line's page."""
        return self._by_page.get(line.page, (0.0, 0.0))


def _left_margin(lefts: Sequence[float]) -> float:
    """The left edge that continuation lines share: the smallest one that is not a lone outlier."""
    ordered = sorted(lefts)
    return median(ordered[: max(1, len(ordered) // 3)])


def group(document: Document, labels: Sequence[str], anchors: Anchors) -> list[list[tuple[int, str]]]:
    """The paragraphs as lists of `(line index, zone)`, in reading order; furniture keeps its place."""
    margins = Margins(document)
    cells = {i: (t, c.row, c.column) for t, table in enumerate(document.tables) for c in table.cells for i in c.lines}
    groups: list[list[tuple[int, str]]] = []
    last: dict[str, int] = {}  # the open paragraph of each zone: furniture between two lines does not end it
    for index, zone in enumerate(labels):
        slot = zone if cells.get(index) is None else str(cells[index])
        previous = last.get(slot)
        if previous is not None:
            before = groups[previous][-1][0]
            entry = zone in (zones.RECIPIENTS, zones.ADDRESSEES)
            wrapped = entry and _is_wrapped_entry(document, anchors, groups[previous][0][0], before, index)
            if wrapped or not _breaks(document, margins, anchors, before, index, zone, in_cell=index in cells):
                groups[previous].append((index, zone))
                continue
        groups.append([(index, zone)])
        last[slot] = len(groups) - 1
        if zone not in (zones.FURNITURE, zones.FOOTNOTE, zones.STAMP):
            last = {slot: last[slot], **{k: v for k, v in last.items() if k in (zones.FOOTNOTE,)}}
    return groups


def _breaks(
    document: Document, margins: Margins, anchors: Anchors, before: int, after: int, zone: str, *, in_cell: bool
) -> bool:
    """Whether a paragraph ends between two lines of the same zone."""
    first, second = document.lines[before], document.lines[after]
    head, tail = document.line_text(second).strip(), document.line_text(first).strip()
    if zone in _ALONE:
        return not _sign_goes_on(zone, tail, head)
    if zone in (zones.RECIPIENTS, zones.ADDRESSEES) and _entry_goes_on(tail, head):
        return False  # an entry wrapped by hand
    if first.ends_paragraph is not None:
        return first.ends_paragraph
    if zone == zones.TITLE:
        return bool(anchors.type_code(tail)) or bool(anchors.is_("subject", key(head)))
    if zone in (zones.RECIPIENTS, zones.ADDRESSEES):
        opens = bool(_BULLET.match(head)) or anchors.is_("archive", key(head))
        return opens or anchors.is_("recipients", key(tail)) or tail.endswith(";")
    if in_cell:
        return bool(_BULLET.match(head)) or (bool(_TERMINAL.search(tail)) and opens_item(head))
    if first.column != second.column:
        return True
    if first.box is None or second.box is None:
        return _breaks_plain(tail, head, margins.wrap)
    return _breaks_on_page(margins, first, second, tail, head)


def _sign_goes_on(zone: str, tail: str, head: str) -> bool:
    """Whether a date or a number that a narrow column wraps goes on."""
    if zone == zones.DATE:
        return bool(_DATE_GOES_ON.match(key(head))) and not _YEAR_ENDS.search(tail)
    return zone == zones.NUMBER and bool(_BARE_NUMBER.match(key(tail)))


def _is_wrapped_entry(document: Document, anchors: Anchors, first: int, before: int, after: int) -> bool:
    """Whether the line goes on an entry that a dash opened: the next entry will have its dash too, but for `Lưu:`."""
    if document.lines[before].ends_paragraph:
        return False
    opening, head = (document.line_text(document.lines[i]).strip() for i in (first, after))
    if anchors.is_("archive", key(head)):
        return False
    return bool(_BULLET.match(opening)) and not _BULLET.match(head) and not head.startswith("(")


def _entry_goes_on(tail: str, head: str) -> bool:
    """Whether a list entry was wrapped by hand: the next line opens no entry and the one before did not close."""
    return not _BULLET.match(head) and (
        tail.endswith(",") or (head[:1].islower() and not tail.endswith((";", ".", ":")))
    )


def _breaks_plain(tail: str, head: str, wrap: int) -> bool:
    """Hard-wrapped plain text: no positions, only the words and the length of the lines."""
    if len(tail) > _LONG or opens_item(head):
        return True
    if not (head[:1].isupper() or head[:1].isdigit()) or tail.endswith((",", "-", "/")):
        return False
    if _TERMINAL.search(tail):
        return True
    first_word = len(head.split(" ", 1)[0])
    return len(tail) < 40 or (wrap > 60 and len(tail) + first_word + 1 < 0.85 * wrap)


def _breaks_on_page(margins: Margins, first: Line, second: Line, tail: str, head: str) -> bool:
    assert first.box is not None
    assert second.box is not None
    left, _ = margins.of(second)
    _, right = margins.of(first)
    short = first.box.x1 < right - max(0.06 * (right - left), 1.5 * (first.size or 13))
    if short and not _TERMINAL.search(tail) and not _had_room(first, tail, head, right):
        short = False  # ragged print: the next word, a whole date, was too long for the rest of the line
    if opens_item(head) and (short or _TERMINAL.search(tail) or second.box.x0 > left + 8):
        return True
    if first.page != second.page:
        return bool(_TERMINAL.search(tail)) and (short or second.box.x0 > left + 8)
    indented = second.box.x0 > left + 8
    gap = second.box.top - first.box.bottom
    if gap > 1.5 * first.box.height:
        return True
    if first.centered and second.centered and first.bold == second.bold:
        return False
    if short and (first.centered or not head[:1].islower()):
        return True
    # A first-line indent opens a paragraph; a hanging block keeps the indent of the line before it.
    return indented and second.box.x0 > first.box.x0 - 3 and (short or _first_line_indent(first, second, left))


def _had_room(first: Line, tail: str, head: str, right: float) -> bool:
    """Whether the first word of the next line would still have stood in this one."""
    assert first.box is not None
    letter = (first.box.x1 - first.box.x0) / max(len(tail), 1)
    return first.box.x1 + letter * (len(head.split(" ", 1)[0]) + 1) <= right


def _first_line_indent(first: Line, second: Line, left: float) -> bool:
    assert first.box is not None
    assert second.box is not None
    hanging = abs(second.box.x0 - first.box.x0) < 3 and second.box.x0 > left + 14
    return first.box.x0 < left + 8 or hanging
