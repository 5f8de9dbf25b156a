"""Pictures of pages (PNG, JPEG, BMP, GIF, TIFF with several pages) to Document, by OCR."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dispatch_parser.document import Document, Page
from dispatch_parser.errors import (
    DamagedInputError,
    DispatchError,
    EmptyInputError,
    MissingDependencyError,
    TooLargeError,
)
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.ocr.engine import engine
from dispatch_parser.readers.ocr.scan import DPI, read_sheet
from dispatch_parser.readers.pdf_document import assemble
from dispatch_parser.readers.pdf_layout import PageDraft, mark_roles

if TYPE_CHECKING:
    from PIL.Image import Image

_A4 = 297 / 25.4  # inches: the long side of the sheet that a picture without resolution is taken for
_LEAST, _MOST = 60, 1200  # dots per inch that a picture may claim
_TRUE_LONG = (6.0, 24.0)  # inches: the long side of a page, by what the picture claims
_MAX_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF")  # Pillow knows others that start outside programs


def read_image(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a picture into a Document as a scanned page of a PDF is read; each picture of a TIFF is a page.

    Page sizes are in points by the resolution the picture states, else as of A4. Raises EmptyInputError,
    MissingDependencyError (no OCR engine or no Vietnamese data), TooLargeError (pages or pixels),
    DamagedInputError. Notices: `ocr_text`, `ocr_timeout`.
    """
    if not data:
        raise EmptyInputError(name)
    reader = engine()
    if reader is None:
        raise MissingDependencyError(name, "image")
    notices = ["ocr_text"]
    drafts: list[PageDraft] = []
    for index, (picture, dpi) in enumerate(_pictures(data, name, limits)):
        page = Page(index + 1, picture.width * 72 / dpi, picture.height * 72 / dpi, "scan")
        draft, complete = read_sheet(picture, page, reader, dpi=dpi, seconds=limits.ocr_seconds)
        drafts.append(draft)
        if not complete:
            notices.append("ocr_timeout")
    mark_roles(drafts)
    result = assemble(drafts, name)
    result.source.media = "image"
    result.notices = list(dict.fromkeys(notices))
    return result


def _pictures(data: bytes, name: str, limits: Limits) -> Iterator[tuple[Image, int]]:
    """Each picture of the file with its resolution; sizes are checked before anything is decoded."""
    import PIL.Image

    try:
        with PIL.Image.open(io.BytesIO(data), formats=_FORMATS) as source:
            count = getattr(source, "n_frames", 1)
            if count > limits.pages:
                raise TooLargeError(name, "pages")
            for index in range(count):
                yield _picture(source, index, name)
    except (DispatchError, GeneratorExit):
        raise
    except PIL.Image.DecompressionBombError as error:
        raise TooLargeError(name, "bytes") from error
    except Exception as error:  # Pillow's decoders raise whatever their steps raise: TypeError, struct.error …
        raise DamagedInputError(name, where=type(error).__name__) from error


def _picture(source: Image, index: int, name: str) -> tuple[Image, int]:
    import PIL.ImageOps

    source.seek(index)
    if source.width * source.height > _MAX_PIXELS:
        raise TooLargeError(name, "bytes", where=f"page {index + 1}")
    return _sized(PIL.ImageOps.exif_transpose(_on_white(source)), source)


def _on_white(source: Image) -> Image:
    """The picture in grey or colours; what is transparent is paper."""
    import PIL.Image

    if source.mode in ("1", "L", "RGB"):
        return source.convert("L" if source.mode == "1" else source.mode)
    if source.mode in ("I;16", "I", "F"):
        return source.convert("L")
    coloured = source.convert("RGBA")
    paper = PIL.Image.new("RGBA", coloured.size, (255, 255, 255, 255))
    paper.alpha_composite(coloured)
    return paper.convert("RGB")


def _sized(picture: Image, source: Image) -> tuple[Image, int]:
    """The picture at no more than the resolution that is read, and that resolution.

    What a picture states is believed where a page of that size can be; cameras and phones state 72.
    """
    import PIL.Image

    long = max(picture.size)
    stated = source.info.get("dpi", (0, 0))
    dpi = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    if not (_LEAST <= dpi <= _MOST and _TRUE_LONG[0] <= long / dpi <= _TRUE_LONG[1]):
        dpi = long / _A4
    scale = DPI / dpi
    if scale > 1 and dpi > 130:  # enough for the engine as it is
        return picture, round(dpi)
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, PIL.Image.Resampling.BICUBIC), DPI
