"""Pages of a PDF as pictures, for a person to look at beside the record."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pypdfium2.raw as pdfium
from pypdfium2 import PdfBitmap

from dispatch_parser.errors import DamagedInputError
from dispatch_parser.readers import pdf_handles as handles
from dispatch_parser.readers.pdf_handles import Handle

MAX_PIXELS = 16_000_000  # of one picture; a larger page is drawn smaller
_QUALITY = 80


def page_images(
    data: bytes, *, scale: float = 1.5, pages: Sequence[int] | None = None
) -> Iterator[tuple[int, bytes, float, float]]:
    """Yield `(page, picture, width, height)` for each page: from 1, JPEG bytes, size as displayed in points.

    `scale` is pixels a point. `pages` picks pages, in the order given; numbers the file does not have are
    left out, and so are pages that cannot be drawn. Annotations (stamped numbers, signature pictures) are
    drawn as on screen. Needs pillow. Raises DamagedInputError or EncryptedInputError as `read_pdf` does.
    """
    with handles.LOCK, handles.open_document(data, "PDF") as document:
        count = pdfium.FPDF_GetPageCount(document)
    for number in range(1, count + 1) if pages is None else pages:
        if 1 <= number <= count:
            # Opened anew for each page: the lock is never held while the caller works on a picture.
            with handles.LOCK, handles.open_document(data, "PDF") as document:
                image = _draw(document, number - 1, scale)
            if image is not None:
                yield (number, *image)


def _draw(document: Handle, index: int, scale: float) -> tuple[bytes, float, float] | None:
    with handles.open_page(document, index) as page:
        if not page:
            return None
        flattened = bool(handles.printed_annotations(page)) and handles.flatten(page)
        if not flattened:
            return _picture(page, scale)
    with handles.open_page(document, index) as page:
        return _picture(page, scale) if page else None


def _picture(page: Handle, scale: float) -> tuple[bytes, float, float]:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if width <= 0 or height <= 0:
        raise DamagedInputError("PDF", "a page without size")
    scale = min(scale, (MAX_PIXELS / (width * height)) ** 0.5)
    columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = PdfBitmap.new_native(columns, rows, pdfium.FPDFBitmap_BGR)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, columns, rows)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
        buffer = io.BytesIO()
        bitmap.to_pil().save(buffer, "JPEG", quality=_QUALITY)
    finally:
        bitmap.close()
    return buffer.getvalue(), float(width), float(height)
