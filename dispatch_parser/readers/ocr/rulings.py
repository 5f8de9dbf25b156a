"""Ruling lines of a picture of a page: long straight runs of ink, as a PDF's drawn lines are described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dispatch_parser.document import Box
from dispatch_parser.readers.pdf_objects import Drawing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

_INK = 160
_DPI = 100  # about what lines are looked for at
_ACROSS, _DOWN = 30, 14  # points: the shortest run of ink that is a line
_THICK = 3.5  # points
_MOST = 400


def rulings(picture: Image, dpi: int) -> Drawing:
    """The lines of a level grey picture, in points; none where there are more than a table has."""
    import numpy as np

    times = max(1, round(dpi / _DPI))
    ink = np.asarray(picture.reduce(times)) < _INK
    scale = 72 * times / dpi
    across = [Box(x0, y, x1, y) for x0, x1, y in _runs(ink, _ACROSS / scale, scale)]
    down = [Box(x, y0, x, y1) for y0, y1, x in _runs(ink.T, _DOWN / scale, scale)]
    if len(across) > _MOST or len(down) > _MOST:
        return Drawing()
    return Drawing(horizontal=across, vertical=down)


def _runs(ink: npt.NDArray[np.bool_], least: float, scale: float) -> list[tuple[float, float, float]]:
    """Horizontal runs of ink as `(start, end, middle of their rows)` in points, thick ones left out."""
    import numpy as np

    length = max(2, round(least))
    if ink.shape[1] <= length:
        return []
    near = ink.copy()  # a line may waver by a row
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    sums = np.cumsum(np.pad(near, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, length:] - sums[:, :-length] >= length - 1
    open_: list[tuple[int, int, int, int]] = []
    found: list[tuple[float, float, float]] = []
    for y in range(full.shape[0]):
        spans = _spans(full[y], length)
        still: list[tuple[int, int, int, int]] = []
        for x0, x1, top, last in open_:
            match = next((s for s in spans if s[0] < x1 and s[1] > x0), None)
            if match is None:
                if (last - top - 1) * scale <= _THICK:
                    found.append((x0 * scale, x1 * scale, (top + last + 1) / 2 * scale))
                continue
            spans.remove(match)
            still.append((min(x0, match[0]), max(x1, match[1]), top, y))
        open_ = still + [(x0, x1, y, y) for x0, x1 in spans]
    return found


def _spans(row: npt.NDArray[np.bool_], length: int) -> list[tuple[int, int]]:
    """The stretches of a row that windows of `length` cover without a break."""
    import numpy as np

    if not row.any():
        return []
    edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
    return [(int(a), int(b) + length - 1) for a, b in zip(edges[::2], edges[1::2], strict=True)]
