"""Single lines read again: cut from the picture, in several lights, by every reader of lines that is installed."""

from __future__ import annotations

import math
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from dispatch_parser.readers.ocr.prepare import channels, lightened, without_colour

if TYPE_CHECKING:
    from PIL.Image import Image

Crop = tuple[float, float, float, float]  # x0, top, x1, bottom in pixels of the level picture

_DARK = 110  # ink that is darker in each channel is black
_MARGIN = 20  # pixels of paper around a line: engines expect some


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says, NFC, and how sure its reader is, 0 to 1."""

    text: str
    confidence: float


@runtime_checkable
class LineReader(Protocol):
    """Reads pictures of one line of text; an engine may be one, too."""

    def read_line(self, picture: Image, *, dpi: int, digits: bool = False) -> Line:
        """The one line of a grey picture; `digits` asks for digits only, where the reader can."""
        ...


class TrueOcrLines:
    """The line recogniser of trueocr: its weights lie in the wheel, nothing is downloaded.

    It reads print less exactly than Tesseract, but errs elsewhere: a second voice where readings are put to a vote.
    """

    def __init__(self) -> None:
        """Load the weights (about 0.2 s). Raises ImportError or OSError where that fails."""
        import trueocr  # type: ignore[import-not-found,import-untyped,unused-ignore]
        from trueocr.recognizer import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
            Recognizer,
        )

        self._reader: Any = Recognizer(Path(os.path.dirname(trueocr.__file__)) / "models", threads=1)

    def read_line(self, picture: Image, *, dpi: int, digits: bool = False) -> Line:
        """The line as `LineReader` says; whatever is asked, letters may be among the digits."""
        import numpy as np

        found = self._reader.predict([np.asarray(picture.convert("L"))])[0]
        return Line(unicodedata.normalize("NFC", found.text), float(found.confidence))


@lru_cache(maxsize=1)
def second_reader() -> LineReader | None:
    """The second reader of lines of this process, or None where trueocr is not installed."""
    if find_spec("trueocr") is None:
        return None
    try:
        return TrueOcrLines()
    except (ImportError, OSError, ValueError):
        return None


def cut(picture: Image, tilt: float, crop: Crop) -> Image:
    """A part of the picture as it is, made level by `tilt`: the whole page need not be turned again."""
    import PIL.Image

    x0, top, x1, bottom = (round(side) for side in crop)
    size = (max(1, x1 - x0), max(1, bottom - top))
    turn = -math.radians(tilt)
    middle_x, middle_y = picture.width / 2, picture.height / 2
    c, s = math.cos(turn), math.sin(turn)
    at_x, at_y = x0 - middle_x, top - middle_y
    matrix = (c, s, c * at_x + s * at_y + middle_x, -s, c, -s * at_x + c * at_y + middle_y)
    paper = 255 if picture.mode == "L" else (255, 255, 255)
    return picture.transform(
        size, PIL.Image.Transform.AFFINE, matrix, resample=PIL.Image.Resampling.BICUBIC, fillcolor=paper
    )


def lights(part: Image) -> Iterator[tuple[str, Image]]:
    """A part of a page in grey, by name: `red` drops stamps, `bright`, `dark` and `clean` coloured ink, `all` none."""
    import numpy as np
    import PIL.Image

    if part.mode == "L":
        yield "red", part
        return
    red, most, least = channels(part)
    yield "red", red
    yield "bright", PIL.Image.fromarray(lightened(np.asarray(most)))
    yield "dark", most.point([0] * _DARK + [255] * (256 - _DARK))
    yield "all", least
    yield "clean", without_colour(part, 0.0)


def framed(grey: Image) -> Image:
    """A line with paper around it, as Tesseract expects it."""
    import PIL.ImageOps

    return PIL.ImageOps.expand(grey, _MARGIN, fill=255)
