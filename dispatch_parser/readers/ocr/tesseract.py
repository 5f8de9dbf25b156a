"""Tesseract through tesserocr (extra `[ocr]`), with the Vietnamese data of the system (`tesseract-ocr-vie`)."""

from __future__ import annotations

import glob
import os
import threading
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.readers.ocr.engine import Recognition, Word
from dispatch_parser.readers.ocr.lines import Line, framed

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "vie"
_PLACES = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_AUTO, _LINE, _SPARSE = 3, 7, 11  # tesseract's page segmentation modes
_LINE_MILLISECONDS = 3000
_TEXT_BLOCKS = range(1, 8)  # tesseract's PolyBlockType: flowing, heading, pull-out, equation, table, vertical …


def data_folder() -> Path | None:
    """The folder that holds Tesseract's Vietnamese data; TESSDATA_PREFIX is asked first."""
    wanted = os.environ.get("TESSDATA_PREFIX")
    places = [wanted, f"{wanted}/tessdata"] if wanted else []
    for pattern in (*places, *_PLACES):
        for place in sorted(glob.glob(pattern), reverse=True):
            if (Path(place) / f"{LANGUAGE}.traineddata").is_file():
                return Path(place)
    return None


def create() -> TesseractEngine | None:
    """The engine, or None where tesserocr or the data is missing."""
    folder = data_folder()
    if folder is None or find_spec("tesserocr") is None:
        return None
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # read when the library is loaded: one thread a process
    try:
        return TesseractEngine(folder)
    except (ImportError, RuntimeError):
        return None


class TesseractEngine:
    """Tesseract's LSTM reader. Not thread-safe by itself: a lock lets one page through at a time."""

    name = "tesseract"

    def __init__(self, folder: Path) -> None:
        """Load library and data (about 0.1 s). Raises ImportError or RuntimeError where that fails."""
        import tesserocr

        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._library: Any = tesserocr
        self._api: Any = tesserocr.PyTessBaseAPI(path=str(folder), lang=LANGUAGE)
        self._api.SetVariable("debug_file", os.devnull)
        self._lock = threading.Lock()

    def recognise(self, picture: Image, *, dpi: int, seconds: float, sparse: bool = False) -> Recognition:
        """The words of the picture, as `OcrEngine` says."""
        with self._lock:
            api = self._api
            api.SetPageSegMode(_SPARSE if sparse else _AUTO)
            api.SetImage(picture)
            api.SetSourceResolution(dpi)
            try:
                complete = bool(api.Recognize(max(1, int(1000 * seconds))))
                return Recognition(tuple(self._words()), complete)
            finally:
                api.Clear()

    def read_line(self, picture: Image, *, dpi: int, digits: bool = False) -> Line:
        """The one line of the picture, as `LineReader` says."""
        with self._lock:
            api = self._api
            api.SetPageSegMode(_LINE)
            api.SetVariable("tessedit_char_whitelist", "0123456789" if digits else "")
            api.SetImage(framed(picture))
            api.SetSourceResolution(dpi)
            try:
                api.Recognize(_LINE_MILLISECONDS)
                text = unicodedata.normalize("NFC", api.GetUTF8Text() or "")
                return Line(" ".join(text.split()), max(0, api.MeanTextConf()) / 100)
            finally:
                api.SetVariable("tessedit_char_whitelist", "")
                api.Clear()

    def _words(self) -> list[Word]:
        word, line = self._library.RIL.WORD, self._library.RIL.TEXTLINE
        cursor = self._api.GetIterator()
        found: list[Word] = []
        number, ends = 0, ((0, 0), (1, 0))
        while cursor is not None:
            if cursor.IsAtBeginningOf(line):
                number, ends = number + 1, cursor.Baseline(line) or ends
            box = cursor.BoundingBox(word)
            if box and cursor.BlockType() in _TEXT_BLOCKS:
                text = unicodedata.normalize("NFC", cursor.GetUTF8Text(word) or "").strip()
                if text:
                    base = _at((box[0] + box[2]) / 2, ends)
                    x0, top, x1, bottom = box
                    sure = cursor.Confidence(word) / 100
                    found.append(Word(text, x0, top, x1, bottom, base, number, sure))
            if not cursor.Next(word):
                break
        return found


def _at(x: float, ends: tuple[tuple[int, int], tuple[int, int]]) -> float:
    """The y of a line through two points, at x."""
    (xa, ya), (xb, yb) = ends
    return ya + (yb - ya) * (x - xa) / (xb - xa) if xb != xa else float(ya)
