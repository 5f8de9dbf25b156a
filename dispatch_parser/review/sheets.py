"""The document side of the review page: pages as pictures with boxes over them, or the text as lines."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dispatch_parser.document import Document
from dispatch_parser.review.lines import text_sheet
from dispatch_parser.review.marks import Marks, Place, link
from dispatch_parser.review.markup import Html, element, join
from dispatch_parser.review.words import Words

_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"RIFF": "image/webp"}
_AIR = 1.5
"""Points left free around the words in a box."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of one page (PNG, JPEG or WebP bytes) and the page's size in points as displayed."""

    number: int
    data: bytes
    width: float
    height: float


def sheets(document: Document, marks: Marks, images: Mapping[int, PageImage], words: Words) -> Html:
    """Every page in order: as its picture where there is one, else as lines of text.

    Where some pages have pictures, pages without one and without a mark are left out and counted.
    """
    by_page: dict[int, list[Place]] = {}
    for place in marks.places():
        by_page.setdefault(place.span.page, []).append(place)
    shown: list[Html] = []
    left_out = 0
    for page in document.pages:
        places = by_page.get(page.number, [])
        caption = words("page_of", number=page.number, total=len(document.pages))
        if page.number in images:
            shown.append(_picture(images[page.number], places, caption))
        elif places or not images:
            shown.append(text_sheet(document, page.number, places, caption))
        else:
            left_out += 1
    if left_out:
        shown.append(element("p", words("pages_left_out", count=left_out), class_="note"))
    return join(shown)


def _picture(image: PageImage, places: Sequence[Place], caption: str) -> Html:
    kind = next((kind for start, kind in _KINDS.items() if image.data.startswith(start)), "image/png")
    source = f"data:{kind};base64,{b64encode(image.data).decode('ascii')}"
    picture = element(
        "img", src=source, alt=caption, style=f"aspect-ratio:{image.width:.1f}/{image.height:.1f}"
    )
    boxes = join(_box(place, image) for place in places if place.span.box)
    return element(
        "figure",
        element("div", picture, boxes, class_="page"),
        element("figcaption", caption),
        class_="sheet",
    )


def _box(place: Place, image: PageImage) -> Html:
    box = place.span.box
    if box is None or image.width <= 0 or image.height <= 0:
        return Html("")
    left, top = max(box.x0 - _AIR, 0), max(box.top - _AIR, 0)
    right, bottom = min(box.x1 + _AIR, image.width), min(box.bottom + _AIR, image.height)
    if right <= left or bottom <= top:
        return Html("")
    style = (
        f"left:{100 * left / image.width:.3f}%;top:{100 * top / image.height:.3f}%;"
        f"width:{100 * (right - left) / image.width:.3f}%;height:{100 * (bottom - top) / image.height:.3f}%"
    )
    return link([place], class_=f"box g-{place.group}", id=place.id, style=style)
