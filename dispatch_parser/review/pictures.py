"""Which pages of a record are shown as pictures, and the pictures."""

from __future__ import annotations

from collections.abc import Iterator

from dispatch_parser.document import Document
from dispatch_parser.readers.render import page_images
from dispatch_parser.record import DispatchRecord
from dispatch_parser.review.marks import Marks
from dispatch_parser.review.panel import panel
from dispatch_parser.review.sheets import PageImage
from dispatch_parser.review.words import Words

MAX_PICTURES = 60
"""A longer document is shown by the pages that hold a value, up to this number."""
SCALE = 1.6
"""Pixels per point: 115 dpi, clear on a screen at a fair size."""


def pictures(data: bytes, document: Document, record: DispatchRecord) -> Iterator[PageImage]:
    """The pages of a PDF as pictures: all of a short document, of a long one those that hold a value."""
    for number, image, width, height in page_images(data, scale=SCALE, pages=chosen(document, record)):
        yield PageImage(number, image, width, height)


def chosen(document: Document, record: DispatchRecord) -> list[int]:
    """The numbers of the pages to show, at most `MAX_PICTURES`."""
    numbers = [page.number for page in document.pages]
    if len(numbers) <= MAX_PICTURES:
        return numbers
    marks = Marks()
    panel(record, marks, Words("en"))
    return list(marks.pages())[:MAX_PICTURES]
