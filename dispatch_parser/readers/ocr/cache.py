"""What was recognised in a picture, kept in a directory by the picture's content. Only where it is asked for."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from dispatch_parser import __version__
from dispatch_parser.readers.ocr.engine import OcrEngine, Word

if TYPE_CHECKING:
    from PIL.Image import Image

_READERS = ("tesserocr", "rapidocr", "trueocr", "onnxruntime")  # what is installed decides what is read


def place_of(folder: str, picture: Image, dpi: int, engine: OcrEngine, *, first: bool) -> Path:
    """Where the words of a picture are kept: by its pixels, and all that the reading of it depends on."""
    told = (__version__, engine.name, *_versions(), picture.mode, *picture.size, dpi, first)
    digest = hashlib.sha256("\n".join(map(str, told)).encode())
    digest.update(picture.tobytes())
    return Path(folder) / f"{digest.hexdigest()}.json"


@lru_cache(maxsize=1)
def _versions() -> tuple[str, ...]:
    found = []
    for name in _READERS:
        try:
            found.append(version(name))
        except PackageNotFoundError:
            found.append("")
    return tuple(found)


def load(place: Path) -> tuple[int, tuple[Word, ...]] | None:
    """The quarters by which the picture was turned, and its words; None where there is no whole file of them."""
    try:
        kept = json.loads(place.read_bytes())
        return int(kept["quarter"]), tuple(Word(str(text), *numbers) for text, *numbers in kept["words"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def store(place: Path, quarter: int, words: tuple[Word, ...]) -> None:
    """Keep the words of a picture, for this user alone. A directory that cannot be written keeps nothing."""
    rows = [(w.text, w.x0, w.top, w.x1, w.bottom, w.base, w.line, w.confidence) for w in words]
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=place.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"quarter": quarter, "words": rows}, file, ensure_ascii=False)
        os.replace(part, place)
