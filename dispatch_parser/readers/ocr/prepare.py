"""A picture of a page made ready for an engine: red print dropped, upright, level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

_LEVEL = 0.12  # degrees: a smaller tilt is left alone
_STEEP = 4.0  # degrees: the largest tilt looked for
_SMALL = 900  # pixels: the long side of the picture that the tilt is measured on
_INK = 128
_COLOURED = 40  # by how much one channel of coloured ink is above another
_GAIN = 1.6  # what is left of coloured ink in its brightest channel becomes white, black stays dark
_COARSE, _BLACK = 4, 110  # pixels that borders are told by, and below which they are black
_BORDER = (0.002, 0.4)  # share of the picture that is a border: less is dirt, more is no page
_MOSTLY = 0.4  # share of the ink: with more, blue is what the page is printed in


@dataclass(frozen=True, slots=True)
class Prepared:
    """A grey picture ready to be read; `tilt` is by how many degrees it was turned anticlockwise to be level."""

    picture: Image
    dpi: int
    tilt: float


def prepare(picture: Image, dpi: int, *, keep_top: float = 0.0) -> Prepared:
    """Stamps, signatures and black borders dropped, level.

    Red ink is as bright as paper in the red channel, black is dark there: stamps vanish, what they were set on
    stays. Blue strokes are wiped below `keep_top` (a share of the height: numbers and days are written there by
    hand), unless much of the page is blue.
    """
    import PIL.Image

    grey = without_colour(picture, keep_top) if picture.mode in ("RGB", "RGBA") else picture.convert("L")
    grey = without_border(grey)
    tilt = tilt_of(grey)
    if abs(tilt) < _LEVEL:
        return Prepared(grey, dpi, 0.0)
    return Prepared(grey.rotate(tilt, resample=PIL.Image.Resampling.BICUBIC, fillcolor=255), dpi, tilt)


def without_border(grey: Image) -> Image:
    """The picture without what is black from its edges on: the lid of the scanner, the shadow of a fold."""
    import numpy as np
    import PIL.Image

    dark = np.asarray(grey.reduce(_COARSE)) < _BLACK
    border = np.zeros_like(dark)
    for axis in (0, 1):
        border |= np.logical_and.accumulate(dark, axis=axis)
        border |= np.flip(np.logical_and.accumulate(np.flip(dark, axis), axis=axis), axis)
    if not _BORDER[0] < border.mean() < _BORDER[1]:
        return grey
    mask = PIL.Image.fromarray(_wider(border).astype(np.uint8) * 255)
    cleared = grey.copy()
    whole = mask.resize((mask.width * _COARSE, mask.height * _COARSE)).crop((0, 0, *grey.size))
    cleared.paste(255, (0, 0, *grey.size), whole)
    return cleared


def without_colour(picture: Image, keep_top: float) -> Image:
    """The red channel; around coloured ink the brightest channel, lightened: of stamps and strokes nothing stays."""
    import numpy as np
    import PIL.Image
    from PIL import ImageChops

    red, brightest, darkest = channels(picture)
    coloured = np.asarray(ImageChops.subtract(brightest, darkest)) > _COLOURED
    if not coloured.any():
        return red
    grey, most = np.array(red), np.asarray(brightest)
    ink = grey < _INK
    if np.count_nonzero(coloured & ink) < _MOSTLY * np.count_nonzero(ink):
        top = round(keep_top * len(grey))
        coloured[:top] &= grey[:top] == most[:top]
        around = _wider(coloured)
        grey[around] = lightened(most[around])
    return PIL.Image.fromarray(grey)


def channels(picture: Image) -> tuple[Image, Image, Image]:
    """The red channel of a picture, and at each pixel the brightest and the darkest of its channels."""
    from PIL import ImageChops

    red, green, blue = picture.convert("RGB").split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return red, brightest, ImageChops.darker(ImageChops.darker(red, green), blue)


def lightened(brightest: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint8]:
    """The brightest channel so light that coloured ink becomes white; black stays dark."""
    import numpy as np

    light: npt.NDArray[np.uint8] = np.minimum(255, brightest * np.float32(_GAIN)).astype(np.uint8)
    return light


def _wider(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The mask with the four pixels around it."""
    wide = mask.copy()
    for _ in range(4):
        before = wide.copy()
        wide[1:] |= before[:-1]
        wide[:-1] |= before[1:]
        wide[:, 1:] |= before[:, :-1]
        wide[:, :-1] |= before[:, 1:]
    return wide


def tilt_of(grey: Image) -> float:
    """By how many degrees the picture must be turned anticlockwise for its lines of text to be level.

    The angle at which the rows of ink stand out most from the white between them, found coarsely, then finely.
    """
    import numpy as np

    scale = min(1.0, _SMALL / max(grey.size))
    small = grey.resize((max(1, round(grey.width * scale)), max(1, round(grey.height * scale))))
    ys, xs = np.nonzero(np.asarray(small) < _INK + 40)
    if len(xs) < 200:
        return 0.0
    if len(xs) > 60_000:
        every = len(xs) // 60_000 + 1
        xs, ys = xs[::every], ys[::every]
    best, step = 0.0, 0.5
    angles = np.arange(-_STEEP, _STEEP + 0.01, step)
    while step > 0.04:
        best = max(angles, key=lambda angle: _sharpness(xs, ys, float(angle)))
        step /= 4
        angles = best + step * np.arange(-4, 5)
    return float(best)


def _sharpness(xs: npt.NDArray[np.int64], ys: npt.NDArray[np.int64], angle: float) -> float:
    """How much the ink gathers in rows once the picture is turned by the angle."""
    import numpy as np

    turn = np.deg2rad(angle)
    rows = np.round(ys * np.cos(turn) - xs * np.sin(turn)).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float((np.diff(counts.astype(np.float64)) ** 2).sum())
