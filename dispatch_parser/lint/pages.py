"""Checks of page numbers, from the lines that the reader put into the margins (Phụ lục I, I.II.7 of the decree)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dispatch_parser.document import LineRole
from dispatch_parser.layout import zones
from dispatch_parser.lint.case import Case
from dispatch_parser.lint.findings import Hit
from dispatch_parser.text.reading import Paragraph

_NUMBER = re.compile(r"^[-–—\s]*(?:trang|tr\.|page)?\s*\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?[-–—.\s]*$")
_BARE = re.compile(r"^\d{1,4}$")


def _page_numbers(case: Case, role: LineRole) -> Iterator[tuple[Paragraph, int]]:
    """The lines that hold a page's number in the upper (`header`) or lower (`footer`) margin, with their page."""
    lines = case.reading.document.lines
    for paragraph in case.paragraphs(zones.FURNITURE):
        line = lines[paragraph.lines[0]]
        if line.role == role and line.box is not None and _NUMBER.match(case.key(paragraph)):
            yield paragraph, line.page


def page_number_below(case: Case) -> Iterator[Hit]:
    """The page's number stands at the foot of the page; said once."""
    for paragraph, _ in _page_numbers(case, "footer"):
        yield Hit(paragraph.start, paragraph.end)
        return


def page_number_form(case: Case) -> Iterator[Hit]:
    """The page's number is more than an Arabic number (`- 2 -`, `Trang 2/5`); said once."""
    for role in ("header", "footer"):
        for paragraph, _ in _page_numbers(case, role):
            if not _BARE.match(case.key(paragraph)):
                yield Hit(paragraph.start, paragraph.end)
                return


def page_number_first(case: Case) -> Iterator[Hit]:
    """The first page shows its number."""
    for paragraph, page in _page_numbers(case, "header"):
        if page == 1:
            yield Hit(paragraph.start, paragraph.end)
            return


CHECKS: dict[str, Callable[[Case], Iterator[Hit]]] = {
    check.__name__: check for check in (page_number_below, page_number_form, page_number_first)
}
