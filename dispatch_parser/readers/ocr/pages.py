"""The scanned pages of a PDF: which ones, drawn as pictures, read by the engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium
from pypdfium2 import PdfBitmap

from dispatch_parser.limits import Limits
from dispatch_parser.readers import pdf_handles as handles
from dispatch_parser.readers.ocr.engine import OcrEngine
from dispatch_parser.readers.ocr.trust import is_broken, is_garbled, is_heaped, is_vietnamese, lacks_marks
from dispatch_parser.readers.pdf_chars import PageText, Piece
from dispatch_parser.readers.pdf_handles import Handle
from dispatch_parser.readers.pdf_layout import PageDraft

if TYPE_CHECKING:
    from PIL.Image import Image

_MAX_PIXELS = 30_000_000  # of one page; a larger one is drawn smaller
_WHOLE = 0.7  # share of a page under pictures from which on text may be a layer over a scan
_PART, _SOME = 0.3, 0.02  # share under pictures that are read, beside a few words, and on a page without text
_CAPTION = 200  # characters: what is printed over a scan; more is a text layer


def wants_picture(text: PageText, *, covered: float) -> list[Piece] | None:
    """Whether a page must be read from its picture: None, or the pieces of its text layer to keep.

    `covered` is the share of the page under pictures. A page with little text is read under a picture of some size.
    Text that is seen is kept, unless its font's map is broken or it is Vietnamese without marks over a picture;
    a layer that is not seen, as OCR makes it, only where it reads as Vietnamese with every word in its place.
    """
    layer = " ".join(piece.text for piece in text.pieces)
    broken = is_broken(layer) or is_garbled(text.pieces)
    seen = [piece for piece in text.pieces if not piece.style.invisible]
    own = len(" ".join(piece.text for piece in seen if piece.added < 0))
    page = " ".join(piece.text for piece in text.pieces if piece.added < 0)
    if len(page) < _CAPTION:
        wanted = covered >= (_PART if page else _SOME)
    elif own < _CAPTION:
        wanted = not is_vietnamese(page) or is_heaped(text.pieces)
    else:
        wanted = covered >= _WHOLE and (lacks_marks(page) or is_heaped(text.pieces))
    if not (wanted or broken):
        return None
    return seen if own < _CAPTION and not broken else []


def read_scans(
    data: bytes,
    name: str,
    drafts: list[PageDraft],
    wanted: Mapping[int, Sequence[Piece]],
    engine: OcrEngine,
    limits: Limits,
) -> list[str]:
    """Read the pages `wanted` (index and pieces to keep) from their pictures into `drafts`; returns notices."""
    from dispatch_parser.readers.ocr.sheets import Scan, Sheet, read_sheets  # what few PDFs need

    notices = ["ocr_text"] if wanted else []
    begin = next((index for index, draft in enumerate(drafts) if draft.page.read), 0)
    sheets = [
        Sheet(replace(drafts[index].page, text_layer="mixed" if printed else "scan"), printed, first=index == begin)
        for index, printed in wanted.items()
    ]
    found = read_sheets(Scan(data, name, draw, limits), sheets, engine)
    for index, laid_out in zip(wanted, found, strict=True):
        if laid_out is None:
            notices.append("damaged_page")
            continue
        drafts[index], complete = laid_out
        if not complete:
            notices.append("ocr_timeout")
    return notices


def draw(data: bytes, name: str, index: int) -> tuple[Image, int] | None:
    """The page of a PDF as displayed, annotations and all, with its resolution.

    The document is opened anew for each page, so that others may use pdfium while the engine reads.
    """
    with handles.LOCK, handles.open_document(data, name) as document:
        return _draw(document, index)


def _draw(document: Handle, index: int) -> tuple[Image, int] | None:
    with handles.open_page(document, index) as page:
        if not page:
            return None
        if not (handles.printed_annotations(page) and handles.flatten(page)):
            return _picture(page)
    with handles.open_page(document, index) as page:
        return _picture(page) if page else None


def _picture(page: Handle) -> tuple[Image, int] | None:
    from dispatch_parser.readers.ocr.scan import DPI

    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if width <= 0 or height <= 0:
        return None
    dpi = int(min(DPI, 72 * (_MAX_PIXELS / (width * height)) ** 0.5))
    columns, rows = round(width * dpi / 72), round(height * dpi / 72)
    if dpi < 36 or columns < 1 or rows < 1:
        return None
    bitmap = PdfBitmap.new_native(columns, rows, pdfium.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, columns, rows)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
        return bitmap.to_pil(), dpi  # Pillow keeps colours in another order, so this is a copy
    finally:
        bitmap.close()
