"""Pictures of pages (PNG, JPEG, BMP, GIF, TIFF with several pages) to Document, by OCR."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
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
from dispatch_parser.readers.ocr.scan import DPI
from dispatch_parser.readers.ocr.sheets import Scan, Sheet, read_sheets
from dispatch_parser.readers.pdf_chars import Frame
from dispatch_parser.readers.pdf_document import assemble
from dispatch_parser.readers.pdf_layout import PageDraft, mark_roles
from dispatch_parser.selection import chosen

if TYPE_CHECKING:
    from PIL.Image import Image

_A4 = 297 / 25.4  # inches: the long side of the sheet that a picture without resolution is taken for
_LEAST, _MOST = 60, 1200  # dots per inch that a picture may claim
_TRUE_LONG = (6.0, 24.0)  # inches: the long side of a page, by what the picture claims
_MAX_PIXELS = 60_000_000
_ORIENTATION, _ON_ITS_SIDE = 0x0112, (5, 6, 7, 8)  # EXIF
_NOWHERE = Frame(0, 0, 0, 0, 0)
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF")  # Pillow knows others that start outside programs


def read_image(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a picture into a Document as a scanned page of a PDF is read; each picture of a TIFF is a page.

    Page sizes are in points by the resolution the picture states, else as of A4. Raises EmptyInputError,
    MissingDependencyError (no OCR engine or no Vietnamese data), TooLargeError (pages or pixels),
    DamagedInputError, PageNotFoundError and ResourcesError as `read_pdf`. Notices: `ocr_text`, `ocr_timeout`,
    `pages_not_read`.
    """
    if not data:
        raise EmptyInputError(name)
    reader = engine()
    if reader is None:
        raise MissingDependencyError(name, "image")
    sizes = _sizes(data, name, limits)
    wished = chosen(limits.only, len(sizes), name)
    notices = ["ocr_text"] + ["pages_not_read"] * (len(sizes) > len(wished))
    drafts = [PageDraft(Page(number, *size, "scan", read=False), _NOWHERE) for number, size in enumerate(sizes, 1)]
    sheets = [Sheet(replace(drafts[index].page, read=True), first=index == wished[0]) for index in wished]
    found = read_sheets(Scan(data, name, draw, limits), sheets, reader)
    for index, laid_out in zip(wished, found, strict=True):
        assert laid_out is not None  # `draw` draws or raises
        drafts[index], complete = laid_out
        if not complete:
            notices.append("ocr_timeout")
    mark_roles(drafts)
    result = assemble(drafts, name)
    result.source.media = "image"
    result.notices = list(dict.fromkeys(notices))
    return result


def _sizes(data: bytes, name: str, limits: Limits) -> list[tuple[float, float]]:
    """Width and height of each picture of the file in points, as displayed; nothing is decoded for it."""
    with _opened(data, name) as source:
        count = getattr(source, "n_frames", 1)
        if count > limits.pages:
            raise TooLargeError(name, "pages")
        return [_size(source, index, name) for index in range(count)]


def _size(source: Image, index: int, name: str) -> tuple[float, float]:
    source.seek(index)
    if source.width * source.height > _MAX_PIXELS:
        raise TooLargeError(name, "bytes", where=f"page {index + 1}")
    turned = source.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE
    (width, height), dpi = _scaled(source.size[::-1] if turned else source.size, source)
    return width * 72 / dpi, height * 72 / dpi


def draw(data: bytes, name: str, index: int) -> tuple[Image, int]:
    """A picture of the file as displayed, with its resolution. Raises DamagedInputError."""
    import PIL.Image
    import PIL.ImageOps

    with _opened(data, name) as source:
        source.seek(index)
        picture = PIL.ImageOps.exif_transpose(_on_white(source))
        size, dpi = _scaled(picture.size, source)
        return picture if size == picture.size else picture.resize(size, PIL.Image.Resampling.BICUBIC), dpi


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image]:
    """The file opened; whatever goes wrong inside is damage, or a picture of too many pixels."""
    import PIL.Image

    try:
        with PIL.Image.open(io.BytesIO(data), formats=_FORMATS) as source:
            yield source
    except DispatchError:
        raise
    except PIL.Image.DecompressionBombError as error:
        raise TooLargeError(name, "bytes") from error
    except Exception as error:  # Pillow's decoders raise whatever their steps raise: TypeError, struct.error …
        raise DamagedInputError(name, where=type(error).__name__) from error


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


def _scaled(size: tuple[int, int], source: Image) -> tuple[tuple[int, int], int]:
    """The size at no more than the resolution that is read, and that resolution.

    What a picture states is believed where a page of that size can be; cameras and phones state 72.
    """
    long = max(size)
    stated = source.info.get("dpi", (0, 0))
    dpi = float(stated[0]) if isinstance(stated, tuple) and stated else 0.0
    if not (_LEAST <= dpi <= _MOST and _TRUE_LONG[0] <= long / dpi <= _TRUE_LONG[1]):
        dpi = long / _A4
    scale = DPI / dpi
    if scale > 1 and dpi > 130:  # enough for the engine as it is
        return size, round(dpi)
    return (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))), DPI
