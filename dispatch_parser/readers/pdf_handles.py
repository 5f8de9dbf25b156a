"""pdfium handles, opened and closed in pairs. pdfium is not thread-safe: hold `LOCK` around every use."""

from __future__ import annotations

import ctypes as c
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import pypdfium2.raw as pdfium

from dispatch_parser.errors import DamagedInputError, EncryptedInputError

LOCK = threading.RLock()
Handle: TypeAlias = Any  # a pdfium handle: document, page, text page, object, font

_LINK, _POPUP = 2, 16
_HIDDEN = 2 | 32  # annotation flags hidden, no view
_TAIL = 4096
_LINEARIZED = re.compile(
    rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})|/L\s+(\d{1,12})[^>]{0,200}?/Linearized\b"
)


@contextmanager
def open_document(data: bytes, name: str) -> Iterator[Handle]:
    """An open document handle.

    Raises EncryptedInputError where a password is needed, DamagedInputError where the bytes are cut off or
    no PDF.
    """
    check_whole(data, name)
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        code = pdfium.FPDF_GetLastError()
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedInputError(name)
        raise DamagedInputError(name, f"pdfium error {code}")
    try:
        yield handle
    finally:
        pdfium.FPDF_CloseDocument(handle)


def check_whole(data: bytes, name: str) -> None:
    """Raise DamagedInputError for a file that was cut off: pdfium would open what is left without a word."""
    if b"%PDF-" not in data[:1024]:
        raise DamagedInputError(name, "no PDF header")
    declared = _LINEARIZED.search(data, 0, 2048)
    if declared and int(declared[1] or declared[2]) > len(data):
        raise DamagedInputError(name, f"{len(data)} of {int(declared[1] or declared[2])} bytes")
    end = len(data)
    while end and data[end - 1] in b"\0 \r\n\t":  # files padded to a block
        end -= 1
    if data.rfind(b"startxref", max(0, end - _TAIL), end) < 0:
        raise DamagedInputError(name, "the end of the file is missing")


@contextmanager
def open_page(document: Handle, index: int) -> Iterator[Handle]:
    """An open page handle (falsy where the page cannot be read); `index` counts from 0."""
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


@contextmanager
def open_text(page: Handle) -> Iterator[Handle]:
    """The text page of an open page (falsy where there is none)."""
    text = pdfium.FPDFText_LoadPage(page)
    try:
        yield text
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)


def printed_annotations(page: Handle) -> list[tuple[float, float, float, float]]:
    """Rectangles `(left, bottom, right, top)` in page space of visible annotations that draw something."""
    found: list[tuple[float, float, float, float]] = []
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 2000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) in (_LINK, _POPUP):
                continue
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN or not pdfium.FPDFAnnot_GetObjectCount(
                annotation
            ):
                continue
            rect = pdfium.FS_RECTF()
            if pdfium.FPDFAnnot_GetRect(annotation, rect):
                found.append((rect.left, rect.bottom, rect.right, rect.top))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return found


def flatten(page: Handle) -> bool:
    """Print the annotations into the page, in memory; the page must be opened again to show them."""
    return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def text_objects(page: Handle, first: int) -> set[int]:
    """Addresses of the text objects of a page from its object `first` on, those inside forms too."""
    found: set[int] = set()
    left = [pdfium.FPDFPage_GetObject(page, k) for k in range(first, pdfium.FPDFPage_CountObjects(page))]
    while left:
        one = left.pop()
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            found.add(c.cast(one, c.c_void_p).value or 0)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            left += [pdfium.FPDFFormObj_GetObject(one, k) for k in range(pdfium.FPDFFormObj_CountObjects(one))]
    return found
