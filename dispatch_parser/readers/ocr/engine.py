"""What an OCR engine is, and which one reads: a plug-in if one is installed, else Tesseract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PIL.Image import Image

GROUP = "dispatch_parser.ocr_engines"  # entry points: a name, and a callable that makes an engine


@dataclass(frozen=True, slots=True)
class Word:
    """A word as recognised, NFC, without white space.

    The box is in pixels of the picture, origin top left. `base` is the y of its baseline; `line` numbers the
    engine's own lines: words of one number stand on one line. `confidence` is the engine's, 0 to 1. `raw` is what
    the engine read there where that was mended (by one word or several side by side), else empty.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    line: int
    confidence: float
    raw: str = ""


def side_by_side(
    texts: Sequence[str], left: float, right: float, gap: float = 1.0
) -> Iterator[tuple[str, float, float]]:
    """Each text with the x where it begins and ends, all as wide as their letters, `gap` letters between them."""
    unit = (right - left) / (sum(map(len, texts)) + gap * (len(texts) - 1))
    at = left
    for text in texts:
        width = unit * len(text)
        yield text, at, at + width
        at += width + gap * unit


@dataclass(frozen=True, slots=True)
class Recognition:
    """The words of a picture; `complete` is False where the time ran out and words may be missing."""

    words: tuple[Word, ...]
    complete: bool = True


@runtime_checkable
class OcrEngine(Protocol):
    """Reads pictures of Vietnamese text. An engine is used by one thread at a time."""

    name: str

    def recognise(self, picture: Image, *, dpi: int, seconds: float, sparse: bool = False) -> Recognition:
        """The words of an upright grey picture (mode `L`, dark on white).

        Gives up after about `seconds`, with what was read so far. `sparse` asks for words wherever they stand,
        without regard to columns and paragraphs. Raises nothing on account of what the picture shows.
        """
        ...


@lru_cache(maxsize=1)
def engine() -> OcrEngine | None:
    """The engine of this process, made once: the first entry point of `GROUP` by name, else Tesseract.

    None where no engine or no Vietnamese data is installed. A plug-in that cannot be loaded is passed over.
    """
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            made = point.load()()
        except Exception:  # whatever a plug-in does wrong, the next one is asked
            continue
        if isinstance(made, OcrEngine):
            return made
    from dispatch_parser.readers.ocr import tesseract

    return tesseract.create()
