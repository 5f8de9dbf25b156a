"""Digits written by hand or set by stamp, read between what is printed around them.

The line recogniser of PP-OCR gives for
every step along a line how likely each character is. The printed words are found in its free reading; between them
it may say nothing but digits. That is a way of reading, not of mending: what is no digit is not made one afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from dispatch_parser.readers.ocr.weights import Network, network

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PIL.Image import Image

_WEIGHTS = "PP-OCRv6_rec_small.onnx"
_HEIGHT = 48  # pixels: the height of a line as the recogniser was trained
_STEP = 8  # pixels along a line of that height, for which it gives one distribution
_NARROWEST = 320  # pixels: the recogniser was trained on lines set on paper of at least this width
# Where a slot is cut out, in steps from the last printed letter before it and back from the first one behind it:
# letters reach beyond the step they are told at.
_FROM, _FROM_COLON, _BACK = (1.0, 1.5, 2.0), (0.5, 1.0, 1.3), (0.6, 1.0, 1.4)
_LEAST = 0.2  # of the height: a narrower slot holds no digit


@dataclass(frozen=True, slots=True)
class Reading:
    """What the recogniser says of a line: its characters with the step each is told at, and all its doubts."""

    text: str
    steps: tuple[int, ...]
    chances: npt.NDArray[np.float32]  # steps by characters of the recogniser
    width: float  # of a step, in pixels of the picture that was read
    grey: Image  # that picture


class DigitReader:
    """PP-OCR's recogniser of lines. Not for Vietnamese words, whose marks it does not know."""

    def __init__(self, recogniser: Network) -> None:
        self._recogniser = recogniser
        self._characters = ["", *recogniser.characters, " "]
        self._digits = [0, *(self._characters.index(digit) for digit in "0123456789")]

    def read(self, grey: Image) -> Reading:
        """The free reading of a grey picture of one line, dark on white."""
        chances = self._chances(grey)
        text, steps, before = "", [], 0
        for step, best in enumerate(chances.argmax(axis=1)):
            if best not in (0, before):
                text += self._characters[best][:1]
                steps.append(step)
            before = best
        return Reading(text, tuple(steps), chances, _STEP * grey.height / _HEIGHT, grey)

    def between(self, reading: Reading, before: re.Pattern[str], after: re.Pattern[str]) -> Iterator[str]:
        """The digits between two printed words of a line, read in several ways; '' where there are none.

        Once within the line, where its letters help; then cut out at several places, where none of them mislead.
        Yields nothing where the words are not found.
        """
        opened = before.search(reading.text)
        closed = after.search(reading.text, opened.end()) if opened else None
        if opened is None or closed is None:
            return
        first, last = reading.steps[opened.end() - 1], reading.steps[closed.start()]
        yield self._only_digits(reading.chances[first + 1 : last])
        for forward in _FROM if reading.text[opened.end() - 1].isalpha() else _FROM_COLON:
            for back in _BACK:
                left, right = (first + forward) * reading.width, (last - back + 0.5) * reading.width
                if right - left >= _LEAST * reading.grey.height:
                    yield self._alone(reading.grey, left, right)

    def _alone(self, grey: Image, left: float, right: float) -> str:
        """The digits of a slot cut from a line, with paper around it."""
        import PIL.ImageOps

        slot = grey.crop((round(left), 0, round(right), grey.height))
        return self._only_digits(self._chances(PIL.ImageOps.expand(slot, (grey.height // 4, 0), fill=255)))

    def _chances(self, grey: Image) -> npt.NDArray[np.float32]:
        import numpy as np

        width = max(1, round(grey.width * _HEIGHT / grey.height))
        line = np.asarray(grey.convert("L").resize((width, _HEIGHT)), dtype=np.float32) / 127.5 - 1
        paper = np.zeros((1, 3, _HEIGHT, max(width, _NARROWEST)), dtype=np.float32)
        paper[0, :, :, :width] = line
        chances: npt.NDArray[np.float32] = self._recogniser.run(paper)[0]
        return chances

    def _only_digits(self, chances: npt.NDArray[np.float32]) -> str:
        """The likeliest digits of the steps, as any reading of this kind of recogniser: repeats are one."""
        said, before = "", 0
        for best in chances[:, self._digits].argmax(axis=1):
            if best not in (0, before):
                said += "0123456789"[best - 1]
            before = best
        return said


@lru_cache(maxsize=1)
def digit_reader() -> DigitReader | None:
    """The reader of digits of this process, made once; None where its libraries are not installed."""
    recogniser = network(_WEIGHTS)
    return DigitReader(recogniser) if recogniser is not None else None
