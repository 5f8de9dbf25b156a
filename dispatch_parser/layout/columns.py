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
_MEMORY = 40  # lines of a column that new ones are compared with
_RUN = 6  # rows: a run this long that is no columns is none from its later rows either
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
    """Boxes that stand side by side, left to right, with the gaps that may be gutters, and the ink's extent."""

    boxes: tuple[Box, ...]
    gaps: tuple[tuple[float, float], ...]
    size: float
    x0: float
    x1: float
    top: float
    bottom: float


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
    least = min(box.bottom - box.top, nearest.bottom - nearest.top)
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
    gaps = tuple(gap for gap in found if gap[1] - gap[0] >= least)
    top, bottom = min(box.top for box in ordered), max(box.bottom for box in ordered)
    return Row(ordered, gaps, size, ordered[0].x0, right, top, bottom)


def stretches(page: Sequence[Row]) -> list[Stretch]:
    """The two-column stretches of consecutive rows, top down; rows in none of them run over the full width."""
    result: list[Stretch] = []
    left = min((row.x0 for row in page), default=0.0)
    middle = (left + max((row.x1 for row in page), default=0.0)) / 2
    done = 0
    i = 0
    while i < len(page):
        best: _Growth | None = None
        refused = i + 1
        # A row of the right column alone may open a foot whose left lines stand between its own.
        alone = [(left, page[i].x0)] if page[i].x0 > middle else []
        seeds = [gap for gap in page[i].gaps if _seeds(page[i], gap)]
        for gap in (*seeds, *alone):
            grown = _Growth(page, i, gap, middle).grow(done)
            if not grown.is_columns():
                refused = max(refused, grown.last if grown.last - i >= _RUN else refused)
            elif best is None or grown.last - grown.first > best.last - best.first:
                best = grown
        if best:
            result.append(best.stretch)
            done = i = best.last
        else:
            i = refused  # a long run that was refused as a list is one from any of its rows
    return result


def _seeds(row: Row, gap: tuple[float, float]) -> bool:
    """Whether a gap of a row may open columns: what stands right of it is no speck or mark at the edge."""
    return row.x1 - gap[1] >= MIN_COLUMN


class _Side:
    """The lines of one column so far: those last added, the left edge and the tallest word of all."""

    def __init__(self) -> None:
        self.lines: list[Box] = []
        self.edge = float("inf")
        self.tallest = 0.0

    def add(self, line: Box, tallest: float) -> None:
        self.lines.append(line)
        del self.lines[:-_MEMORY]
        self.edge = min(self.edge, line.x0)
        self.tallest = max(self.tallest, tallest)

    def aligned(self, line: Box) -> bool:
        """Whether a line shares its middle, or its left edge, with lines of the column."""
        center = line.x0 + line.x1
        if any(abs(center - other.x0 - other.x1) < 28 for other in self.lines):
            return True
        shared = sum(abs(line.x0 - other.x0) < 4 for other in self.lines)
        return shared >= min(len(self.lines), 2) and 2 * shared >= len(self.lines)

    def spacing(self, row: Row) -> float:
        """The usual space between its lines."""
        spaces = [below.top - above.bottom for above, below in pairwise(self.lines)]
        return median(spaces) if spaces else 0.3 * row.size


class _Growth:
    """A stretch that grows from a two-sided row, downwards, then upwards, while rows leave its strip free."""

    def __init__(self, page: Sequence[Row], seed: int, gap: tuple[float, float], center: float) -> None:
        self.page = page
        self.center = center  # of the page's text
        self.first, self.last = seed, seed + 1
        self.x0, self.x1 = gap
        self.both: list[int] = []
        self.left, self.right = _Side(), _Side()
        self._take(seed)

    @property
    def stretch(self) -> Stretch:
        return Stretch(self.first, self.last, self.x0, self.x1)

    def grow(self, floor: int) -> _Growth:
        """Grow; rows above `floor` belong to another stretch."""
        while self.last < len(self.page):
            row = self.page[self.last]
            cut = _cut(row, self.x0, self.x1)
            if cut is None or not self._belongs(row, cut):
                break
            self.x0, self.x1 = cut[:2]
            self._take(self.last)
            self.last += 1
        while self.first > floor:
            cut = _cut(self.page[self.first - 1], self.x0, self.x1)
            if cut is None or not _tops(self.page, self.first - 1, cut[2], floor):
                break
            self.x0, self.x1, self.first = cut[0], cut[1], self.first - 1
            if cut[2] == "both":
                self.both.append(self.first)
        if floor == 0 < self.first <= _MEMORY:
            self._reach_top()
        return self

    def _take(self, index: int) -> None:
        row, middle = self.page[index], (self.x0 + self.x1) / 2
        left, right = _part(row, middle, "left"), _part(row, middle, "right")
        tallest = max(box.height for box in row.boxes)
        if left:
            self.left.add(left, tallest)
        if right:
            self.right.add(right, tallest)
        if left and right:
            self.both.append(index)

    def _belongs(self, row: Row, cut: tuple[float, float, str]) -> bool:
        """Whether a row below still stands in the columns."""
        above = self.page[self.last - 1]
        space = row.top - above.bottom
        if space >= _REACH:
            return False
        if cut[2] == "both":
            return not self._hugs(row, (cut[0] + cut[1]) / 2)
        whole = Box(row.x0, row.top, row.x1, row.bottom)
        if cut[2] == "right":
            if not self.right.lines:
                return False
            return self.right.aligned(whole) or (row.x0 > self.center and space < row.size)
        side = self.left
        if not side.lines:
            return space < row.size
        if not side.aligned(whole) and not side.edge - _INDENT < row.x0 < side.edge + _HANGING:
            return False
        usual, pitch = side.spacing(row), row.top - side.lines[-1].bottom
        if pitch > max(usual, 0.1 * row.size) + 1.3 * row.size:
            return False
        # A paragraph that begins below a left column is set larger, or is the first line of a longer one.
        return not (row.size > side.tallest + 0.8 and pitch > usual + 0.25 * row.size)

    def _hugs(self, row: Row, middle: float) -> bool:
        """Whether the row is one line with a wide gap (`Kính gửi:   Sở …`).

        Its left part then begins right of its column's middle.
        """
        part, lines = _part(row, middle, "left"), self.left.lines
        if not lines or part is None or self.left.aligned(part):
            return False
        return part.x0 > median((line.x0 + line.x1) / 2 for line in lines)

    def _reach_top(self) -> None:
        """Take in the top of the page where it goes on with the left column of the page before."""
        middle = (self.x0 + self.x1) / 2
        first = next((part for row in self.page[self.first :] if (part := _part(row, middle, "left"))), None)
        above = self.page[: self.first]
        for row in above:
            if first is None or row.x1 > self.x1 - MIN_GUTTER or abs(row.size - first.height) > 0.8:
                return
            if not first.x0 - 4 < row.x0 < first.x0 + _HANGING:
                return
        self.x0, self.first = max(self.x0, *(row.x1 for row in above)), 0

    def is_columns(self) -> bool:
        """Whether both sides carry lines of some width, and the rows are no list or table."""
        stretch, members = self.stretch, self.page[self.first : self.last]
        if stretch.x1 - stretch.x0 < MIN_GUTTER:
            return False
        if stretch.first > 0 and stretch.last - stretch.first < 3 and stretch.x1 - stretch.x0 < _LOOSE:
            return False  # two lines of running text with a mark behind them
        # A foot that a page break cuts may leave one line of a side; then the gap must be wide.
        broken = stretch.first == 0 or stretch.last == len(self.page)
        least = 1 if self.both and broken and stretch.x1 - stretch.x0 > _WIDE else 2
        for side in ("left", "right"):
            parts = (_part(row, stretch.middle, side) for row in members)
            widths = [part.width for part in parts if part]
            if sum(width > MIN_WORD for width in widths) < least or max(widths) < MIN_COLUMN:
                return False
        if not self.both and not _interleaved(members, stretch.middle):
            return False
        return not _tabular(self.page, stretch, self.both)


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


def _tops(page: Sequence[Row], index: int, side: str, floor: int) -> bool:
    """Whether a lone row just above the stretch opens one of its columns.

    The last line of what stands above does not.
    """
    row, below = page[index], page[index + 1]
    if below.top - row.bottom > 2.5 * row.size:
        return False
    if side != "left" or index == 0:
        return True
    above = page[index - 1]
    over, under = row.top - above.bottom, below.top - row.bottom
    return over > max(1.4 * under, 0.0) + 2 or row.size < above.size - 0.8


def _part(row: Row, middle: float, side: str) -> Box | None:
    """The box of what stands on one side of a row."""
    boxes = _side(row, middle, side)
    if not boxes:
        return None
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def _side(row: Row, middle: float, side: str) -> list[Box]:
    if side == "left":
        return [box for box in row.boxes if box.x0 + box.x1 < 2 * middle]
    return [box for box in row.boxes if box.x0 + box.x1 >= 2 * middle]


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
