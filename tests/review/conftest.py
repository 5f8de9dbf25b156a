"""The hand-made dispatch as a PDF and as a text gives it."""

from __future__ import annotations

import pytest
from small_dispatch import ROWS, Sample, build

from dispatch_parser.review.sheets import PageImage

# A grey picture of one pixel: boxes stand on the page's size in points, not on the picture's pixels.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6338010000ca00c999ca5d7e0000000049454e44ae426082"
)


@pytest.fixture
def pdf() -> Sample:
    """The dispatch as a PDF gives it: with boxes."""
    return build(ROWS, layout=True)


@pytest.fixture
def plain() -> Sample:
    """The dispatch as a text gives it: lines and columns, no boxes."""
    return build(ROWS, layout=False)


@pytest.fixture
def images() -> list[PageImage]:
    """The picture of the PDF's one page."""
    return [PageImage(1, PIXEL, 600.0, 800.0)]
