"""Ruling lines to table cells: the rectangles that lines enclose, grouped into tables.

Pure geometry on boxes without thickness. Lines a few points apart are one, as in pdfplumber's default strategy,
which the tests hold this against; unlike there, time is bounded.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dispatch_parser.document import Box

TOLERANCE = 3.0  # points: lines this near are one, and ends this near meet
MAX_LINES = 1_500  # of one direction, after joining; a page with more is a drawing
_REACH = 80  # crossings along one line that a cell may span
Segment = tuple[float, float, float]  # position, start, end
Crossing = tuple[int, int]  # column and row of the crossing, as indices of the line positions


def cells(horizontal: Sequence[Box], vertical: Sequence[Box]) -> list[list[Box]]:
    """The cells of each table, tables top down. A lone rectangle is no table."""
    across = _joined((line.top, line.x0, line.x1) for line in horizontal)
    down = _joined((line.x0, line.top, line.bottom) for line in vertical)
    if not 1 < len(across) <= MAX_LINES or not 1 < len(down) <= MAX_LINES:
        return []
    found = _enclosed(across, down)
    groups = _touching(found)
    groups.sort(key=lambda group: min((box.top, box.x0) for box in group))
    return [group for group in groups if len(group) > 1]


def _joined(lines: Iterable[Segment]) -> list[Segment]:
    """Lines of one direction: positions within the tolerance made one, overlapping or touching stretches joined."""
    ordered = sorted(lines)
    result: list[Segment] = []
    start = 0
    for i in range(1, len(ordered) + 1):
        if i == len(ordered) or ordered[i][0] - ordered[i - 1][0] > TOLERANCE:
            result += _stretches(ordered[start:i])
            start = i
    return result


def _stretches(lines: Sequence[Segment]) -> list[Segment]:
    position = sum(line[0] for line in lines) / len(lines)
    joined: list[list[float]] = []
    for start, end in sorted((line[1], line[2]) for line in lines):
        if joined and start <= joined[-1][1] + TOLERANCE:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return [(position, start, end) for start, end in joined]


def _enclosed(across: Sequence[Segment], down: Sequence[Segment]) -> list[Box]:
    """The smallest rectangle below and right of each crossing that lines close on all sides."""
    ys = sorted({line[0] for line in across})
    xs = sorted({line[0] for line in down})
    row_of, column_of = {y: i for i, y in enumerate(ys)}, {x: i for i, x in enumerate(xs)}
    # The crossings of each line, in order, and the line of each direction through each crossing.
    along: list[list[int]] = [[] for _ in across]
    below: list[list[int]] = [[] for _ in down]
    through: dict[Crossing, tuple[int, int]] = {}
    for v, (x, top, bottom) in sorted(enumerate(down), key=lambda item: item[1][0]):
        first = bisect_left(across, (top - TOLERANCE,))
        for h in range(first, len(across)):
            y, left, right = across[h]
            if y > bottom + TOLERANCE:
                break
            if left - TOLERANCE <= x <= right + TOLERANCE:
                along[h].append(column_of[x])
                below[v].append(row_of[y])
                through[column_of[x], row_of[y]] = (h, v)
    result = []
    for (column, row), (h, v) in through.items():
        box = _cell(column, row, along[h], below[v], through)
        if box:
            result.append(Box(xs[column], ys[row], xs[box[0]], ys[box[1]]))
    return result


def _cell(
    column: int,
    row: int,
    along: Sequence[int],
    below: Sequence[int],
    through: dict[Crossing, tuple[int, int]],
) -> Crossing | None:
    rights = along[bisect_left(along, column + 1) :][:_REACH]
    rows = below[bisect_left(below, row + 1) :][:_REACH]
    for under in rows:
        for right in rights:
            corner = through.get((right, under))
            if (
                corner is not None
                and corner[0] == through[column, under][0]
                and corner[1] == through[right, row][1]
            ):
                return right, under
    return None


def _touching(boxes: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners, directly or through others, together."""
    by_corner: dict[tuple[float, float], list[int]] = defaultdict(list)
    for i, box in enumerate(boxes):
        for corner in ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom)):
            by_corner[corner].append(i)
    group_of: dict[int, int] = {}
    groups: list[list[Box]] = []
    for i in range(len(boxes)):
        if i in group_of:
            continue
        groups.append([])
        waiting = [i]
        group_of[i] = len(groups) - 1
        while waiting:
            box = boxes[waiting.pop()]
            groups[-1].append(box)
            for corner in ((box.x0, box.top), (box.x1, box.top), (box.x0, box.bottom), (box.x1, box.bottom)):
                for j in by_corner.pop(corner, ()):
                    if j not in group_of:
                        group_of[j] = len(groups) - 1
                        waiting.append(j)
    return groups
