"""Where lines of text stand in a part of a page, over stamps and signatures.

The detector of PP-OCR, whose weights lie in rapidocr's wheel (extra `[ocr]`), tells for every spot how likely text
covers it. It sees the lines of a signature where Tesseract's layout analysis takes them for a picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dispatch_parser.readers.ocr.lines import Crop
from dispatch_parser.readers.ocr.weights import Network, network

if TYPE_CHECKING:
    from PIL.Image import Image

_WEIGHTS = "PP-OCRv6_det_small.onnx"
_DPI = 120  # resolution at which lines are looked for: finer costs time and finds no more
_LIKELY = 0.3  # chance of text from which on a spot belongs to a line, as the detector was trained
_WIDER = 0.62  # of the height: the detector tells the core of a line only
_LEAST = 30  # spots
_MEAN, _SPREAD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of the pictures it was trained on


class LineFinder:
    """The detector; needs OpenCV."""

    def __init__(self, detector: Network) -> None:
        self._detector = detector

    def lines(self, grey: Image, dpi: int) -> list[Crop]:
        """The boxes of lines, from top to bottom, in pixels of a grey picture, dark on white."""
        import cv2
        import numpy as np

        scale = min(1.0, _DPI / dpi)
        width, height = (max(32, round(side * scale / 32) * 32) for side in grey.size)
        values = np.asarray(grey.convert("L").resize((width, height)), dtype=np.float32) / 255
        paper = np.stack([(values - mean) / spread for mean, spread in zip(_MEAN, _SPREAD, strict=True)])
        chances = self._detector.run(paper[None].astype(np.float32))[0, 0]
        found = cv2.connectedComponentsWithStats((chances > _LIKELY).astype(np.uint8))[2][1:].tolist()
        across, down = grey.width / width, grey.height / height
        boxes: list[Crop] = []
        for x, y, wide, high, spots in found:
            if spots >= _LEAST and wide >= 1.5 * high:
                pad = _WIDER * high
                left, right = max(0.0, (x - pad) * across), min(float(grey.width), (x + wide + pad) * across)
                top, bottom = max(0.0, (y - pad) * down), min(float(grey.height), (y + high + pad) * down)
                boxes.append((left, top, right, bottom))
        return sorted(boxes, key=lambda box: box[1])


def merged(boxes: Sequence[Crop]) -> list[Crop]:
    """The boxes from top to bottom, those that mostly lie over one another as one: a line seen in several pictures."""
    result: list[Crop] = []
    for box in sorted(boxes, key=lambda box: box[1]):
        for number, other in enumerate(result):
            wide = min(box[2], other[2]) - max(box[0], other[0])
            high = min(box[3], other[3]) - max(box[1], other[1])
            if wide > 0.5 * min(box[2] - box[0], other[2] - other[0]) and high > 0.5 * min(_high(box), _high(other)):
                lower = min(box, other, key=_high)
                result[number] = (min(box[0], other[0]), lower[1], max(box[2], other[2]), lower[3])
                break
        else:
            result.append(box)
    return result


def _high(box: Crop) -> float:
    return box[3] - box[1]


@lru_cache(maxsize=1)
def line_finder() -> LineFinder | None:
    """The finder of this process, made once; None where its libraries are not installed."""
    detector = network(_WEIGHTS) if find_spec("cv2") is not None else None
    return LineFinder(detector) if detector is not None else None
