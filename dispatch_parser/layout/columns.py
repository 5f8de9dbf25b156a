"""Two columns on a page, found from boxes alone: letterhead, foot, bilingual text.

Works on the boxes of words (points, origin top left, `bottom` near the baseline), whatever made them: a PDF's
characters or OCR. A stretch of rows is two columns where one upright strip stays free of ink through all of them,
words stand on both sides, and the strip is no word space: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV sets
letterhead and foot so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from dispatch_parser.document import Box

MIN_GUTTER = 6.0  # points that must stay free through the whole stretch
MIN_COLUMN = 36.0  # a narrower side is a list marker, not a column
MIN_WORD = 10.0  # anything narrower is a mark or a speck, no line of a column
_HANGING = 24.0  # the wrapped line of a list item may stand this far right of its column's edge
_INDENT = 40.0  # and a column's heading (`Nơi nhận:`) may be set in from its list by this much
_LOOSE = 40.0  # a gap wider than any between columns of running text
_WIDE = 60.0
_REACH = 150.0  # a signature leaves this much empty above the name


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows `first` to `last - 1` in two columns; the strip from `x0` to `x1` between them is free."""

    first: int
    last: int
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """The x that divides left from right."""
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes that stand side by side, left to right, with the gaps that may be gutters."""

    boxes: tuple[Box, ...]
    gaps: tuple[tuple[float, float], ...]
    size: float

    @property
    def x0(self) -> float:
        """Left end of the ink."""
        return self.boxes[0].x0

    @property
    def x1(self) -> float:
        """Right end of the ink."""
        return max(box.x1 for box in self.boxes)

    @property
    def top(self) -> float:
        """Upper end."""
        return min(box.top for box in self.boxes)

    @property
    def bottom(self) -> float:
        """Lower end."""
        return max(box.bottom for box in self.boxes)


def rows(boxes: Sequence[Box]) -> list[list[int]]:
    """Indices of the boxes that share a row, rows top down, each left to right.

    Boxes side by side share a row even when their feet differ by up to three fifths of their height, as left and
    right lines of a letterhead or a number stamped by hand do; boxes above each other do not.
    """
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].bottom)
    result: list[list[int]] = []
    for i in order:
        box = boxes[i]
        for row in reversed(result[-4:]):
            if _joins(boxes, row, box):
                row.append(i)
                break
        else:
            result.append([i])
    for row in result:
        row.sort(key=lambda i: boxes[i].x0)
    result.sort(key=lambda row: median(boxes[i].bottom for i in row))
    return result


def _joins(boxes: Sequence[Box], row: Sequence[int], box: Box) -> bool:
    nearest = boxes[row[-1]]
    least = min(box.height, nearest.height)
    if abs(box.bottom - nearest.bottom) < 0.12 * least:
        return True
    if min(box.bottom, nearest.bottom) - max(box.top, nearest.top) < 0.4 * least:
        return False
    return all(min(box.x1, boxes[i].x1) - max(box.x0, boxes[i].x0) < 0.1 * least for i in row)


def row_of(boxes: Sequence[Box]) -> Row:
    """A row with its candidate gutters: gaps that no word space of the row comes near to."""
    ordered = tuple(sorted(boxes, key=lambda box: box.x0))
    size = median(box.height for box in ordered)
    found: list[tuple[float, float]] = []
    right = ordered[0].x1
    for box in ordered[1:]:
        if box.x0 > right:
            found.append((right, box.x0))
        right = max(right, box.x1)
    widths = sorted(end - start for start, end in found)
    usual = widths[(len(widths) - 1) // 3] if len(widths) > 2 else 0.25 * size
    least = max(MIN_GUTTER, 0.45 * size, 1.8 * usual)
    return Row(ordered, tuple(gap for gap in found if gap[1] - gap[0] >= least), size)


def stretches(page: Sequence[Row]) -> list[Stretch]:
    """The two-column stretches of consecutive rows, top down; rows in none of them run over the full width."""
    result: list[Stretch] = []
    left = min((row.x0 for row in page), default=0.0)
    middle = (left + max((row.x1 for row in page), default=0.0)) / 2
    done = 0
    i = 0
    while i < len(page):
        best = None
        # A row of the right column alone may open a foot whose left lines stand between its own.
        alone = [(left, page[i].x0)] if page[i].x0 > middle else []
        for gap in (*page[i].gaps, *alone):
            stretch = _grow(page, i, gap, done)
            if stretch and (best is None or stretch.last - stretch.first > best.last - best.first):
                best = stretch
        if best:
            result.append(best)
            done = i = best.last
        else:
            i += 1
    return result


def _grow(page: Sequence[Row], seed: int, gap: tuple[float, float], floor: int) -> Stretch | None:
    """The stretch around the two-sided row `seed`, or None where the gap is not a gutter."""
    x0, x1 = gap
    last = seed + 1
    both = [seed] if page[seed].x0 < x0 else []
    while last < len(page):
        row = page[last]
        near = row.top - page[last - 1].bottom < _REACH
        cut = _cut(row, x0, x1)
        if cut is None or not near or not _belongs(page, seed, last, cut, both):
            break
        x0, x1 = cut[:2]
        if cut[2] == "both":
            both.append(last)
        last += 1
    first = seed
    while first > floor:
        cut = _cut(page[first - 1], x0, x1)
        if cut is None or not _tops(page, first - 1, cut[2], floor):
            break
        x0, x1, first = cut[0], cut[1], first - 1
        if cut[2] == "both":
            both.append(first)
    if first > 0 and floor == 0:
        x0, first = _from_top(page, first, last, x0, x1)
    stretch = Stretch(first, last, x0, x1)
    return stretch if _is_columns(page, stretch, both) else None


def _cut(row: Row, x0: float, x1: float) -> tuple[float, float, str] | None:
    """What the row leaves of the strip, and the side(s) it stands on; None where it crosses the strip."""
    if row.x1 <= x1 - MIN_GUTTER:
        return max(x0, row.x1), x1, "left"
    if row.x0 >= x0 + MIN_GUTTER:
        return x0, min(x1, row.x0), "right"
    for start, end in row.gaps:
        if min(end, x1) - max(start, x0) >= MIN_GUTTER:
            return max(start, x0), min(end, x1), "both"
    return None


def _belongs(
    page: Sequence[Row], seed: int, index: int, cut: tuple[float, float, str], both: Sequence[int]
) -> bool:
    """Whether a row below the seed still stands in the columns."""
    row, side = page[index], cut[2]
    middle = (cut[0] + cut[1]) / 2
    if side == "both":
        return not _hugs(row, page[seed:index], middle)
    space = row.top - page[index - 1].bottom
    mates = [boxes for r in page[seed:index] if (boxes := _side(r, middle, side))]
    if not mates:
        return side == "left" and space < row.size
    if side == "right":
        center = (min(r.x0 for r in page) + max(r.x1 for r in page)) / 2
        return _aligned(row.boxes, mates) or (row.x0 > center and space < row.size)
    edge = min(boxes[0].x0 for boxes in mates)
    if not _aligned(row.boxes, mates) and not edge - _INDENT < row.x0 < edge + _HANGING:
        return False
    gaps = [_top_of(b) - _bottom_of(a) for a, b in pairwise(mates)]
    usual = median(gaps) if gaps else 0.3 * row.size
    pitch = row.top - _bottom_of(mates[-1])
    if pitch > max(usual, 0.1 * row.size) + 1.3 * row.size:
        return False
    # A paragraph that begins below a left column is set larger, or is the first line of a longer one.
    larger = row.size > max(box.height for mate in mates for box in mate) + 0.8
    return not (larger and pitch > usual + 0.25 * row.size)


def _hugs(row: Row, above: Sequence[Row], middle: float) -> bool:
    """Whether the row is one line with a wide gap (`Kính gửi:   Sở …`).

    Its left part begins right of its column's middle.
    """
    part = _side(row, middle, "left")
    mates = [boxes for r in above if (boxes := _side(r, middle, "left"))]
    if not mates or _aligned(part, mates):
        return False
    return part[0].x0 > median((mate[0].x0 + max(b.x1 for b in mate)) / 2 for mate in mates)


def _tops(page: Sequence[Row], index: int, side: str, floor: int) -> bool:
    """Whether a lone row just above the stretch opens one of its columns.

    The last line of what stands above does not.
    """
    row, below = page[index], page[index + 1]
    if below.top - row.bottom > 2.5 * row.size:
        return False
    if side != "left":
        return True
    if index == floor == 0:
        return True
    above = page[index - 1] if index else None
    if above is None:
        return True
    over, under = row.top - above.bottom, below.top - row.bottom
    return over > max(1.4 * under, 0.0) + 2 or row.size < above.size - 0.8


def _from_top(page: Sequence[Row], first: int, last: int, x0: float, x1: float) -> tuple[float, int]:
    """Where a left column that began on the page before goes on from the top of this one: from there."""
    middle = (x0 + x1) / 2
    mates = [boxes for row in page[first:last] if (boxes := _side(row, middle, "left"))]
    for row in page[:first]:
        if not mates or row.x1 > x1 - MIN_GUTTER or abs(row.size - median(b.height for b in mates[0])) > 0.8:
            return x0, first
        if not mates[0][0].x0 - 4 < row.x0 < mates[0][0].x0 + _HANGING:
            return x0, first
    return max(x0, *(row.x1 for row in page[:first])), 0


def _side(row: Row, middle: float, side: str) -> list[Box]:
    return [box for box in row.boxes if (box.center[0] < middle) == (side == "left")]


def _top_of(boxes: Sequence[Box]) -> float:
    return min(box.top for box in boxes)


def _bottom_of(boxes: Sequence[Box]) -> float:
    return max(box.bottom for box in boxes)


def _aligned(boxes: Sequence[Box], mates: Sequence[Sequence[Box]]) -> bool:
    """Whether a line shares its middle or its left edge with lines of the same column."""
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    lefts = [min(box.x0 for box in mate) for mate in mates]
    rights = [max(box.x1 for box in mate) for mate in mates]
    centers = [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]
    if min(abs((left + right) / 2 - center) for center in centers) < 14:
        return True
    shared = sum(abs(left - other) < 4 for other in lefts)
    return shared >= min(len(lefts), 2) and 2 * shared >= len(lefts)


def _is_columns(page: Sequence[Row], stretch: Stretch, both: Sequence[int]) -> bool:
    """Whether both sides carry lines of some width, and the rows are no list or table."""
    members = page[stretch.first : stretch.last]
    if stretch.x1 - stretch.x0 < MIN_GUTTER:
        return False
    # A foot that a page break cuts may leave one line of a side; then the gap must be wide.
    broken = stretch.first == 0 or stretch.last == len(page)
    least = 1 if both and broken and stretch.x1 - stretch.x0 > _WIDE else 2
    for side in ("left", "right"):
        lines = [boxes for row in members if (boxes := _side(row, stretch.middle, side))]
        widths = [max(b.x1 for b in boxes) - min(b.x0 for b in boxes) for boxes in lines]
        if sum(width > MIN_WORD for width in widths) < least or max(widths) < MIN_COLUMN:
            return False
    if not both and not _interleaved(members, stretch.middle):
        return False
    return not _tabular(page, stretch, both)


def _interleaved(members: Sequence[Row], middle: float) -> bool:
    """Whether left and right rows take turns: right, left, right or left, right, left."""
    sides = [row.x0 < middle for row in members]
    return sum(a != b for a, b in pairwise(sides)) >= 2


def _flush(lines: Sequence[Sequence[Box]]) -> bool:
    """Whether most lines begin at one left edge."""
    lefts = [boxes[0].x0 for boxes in lines if boxes]
    usual = median(lefts)
    return sum(abs(left - usual) < 3 for left in lefts) >= 0.7 * len(lefts)


def _tabular(page: Sequence[Row], stretch: Stretch, both: Sequence[int]) -> bool:
    """Whether the rows are those of a table or list without rules, which is read row by row.

    Its rows share a second gutter, or nearly all of them stand on both sides, flush left and ragged.
    """
    if len(both) < 3:
        return False
    if stretch.first > 0 and len(both) >= 0.7 * (stretch.last - stretch.first):
        # The letterhead opens a page; what stands flush on both sides further down, far apart, is a list.
        left = [_side(page[i], stretch.middle, "left") for i in both]
        right = [_side(page[i], stretch.middle, "right") for i in both]
        ragged = median(max(box.x1 for box in boxes) for boxes in left if boxes)
        width = stretch.x0 - min(boxes[0].x0 for boxes in left if boxes)
        loose = stretch.x1 - stretch.x0 > _LOOSE or stretch.x0 - ragged > 0.15 * width
        if loose and _flush(left) and _flush(right):
            return True
    others = [
        [gap for gap in page[i].gaps if gap[1] <= stretch.x0 + 1 or gap[0] >= stretch.x1 - 1] for i in both
    ]
    for start, end in others[0] + others[1]:
        shared = sum(any(min(end, e) - max(start, s) >= MIN_GUTTER for s, e in gaps) for gaps in others)
        if shared >= 0.6 * len(both):
            return True
    return False
