"""The pages of one scan that are read from their pictures: one after the other, or by several processes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from dispatch_parser.document import Page
from dispatch_parser.errors import ResourcesError
from dispatch_parser.limits import Limits
from dispatch_parser.orphans import end_with_the_parent
from dispatch_parser.readers.ocr.engine import OcrEngine, engine
from dispatch_parser.readers.ocr.scan import read_sheet
from dispatch_parser.readers.pdf_chars import Piece
from dispatch_parser.readers.pdf_layout import PageDraft

if TYPE_CHECKING:
    from PIL.Image import Image

Draw = Callable[[bytes, str, int], "tuple[Image, int] | None"]
"""From the bytes of a file, its name and the 0-based index of a page to its picture and dpi; a function of a module."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page to be read from its picture: `printed` is kept of its text layer, `first` may carry a letterhead."""

    page: Page
    printed: Sequence[Piece] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class Scan:
    """A file whose pages `draw` can picture."""

    data: bytes
    name: str
    draw: Draw
    limits: Limits

    def read(self, sheet: Sheet, reader: OcrEngine) -> tuple[PageDraft, bool] | None:
        """A page laid out, and whether it was read to its end; None where it cannot be drawn."""
        drawn = self.draw(self.data, self.name, sheet.page.number - 1)
        if drawn is None:
            return None
        picture, dpi = drawn
        return read_sheet(
            picture, sheet.page, reader, dpi=dpi, limits=self.limits, printed=sheet.printed, first=sheet.first
        )


def read_sheets(
    scan: Scan, sheets: Sequence[Sheet], reader: OcrEngine
) -> Iterator[tuple[PageDraft, bool] | None]:
    """What `Scan.read` gives for each sheet, in order; by `limits.ocr_processes` processes of one thread each.

    The processes are started anew (no fork: engines hold threads and locks) and end with this one. Raises
    ResourcesError where one of them was ended by the system.
    """
    count = min(scan.limits.ocr_processes, len(sheets))
    if count < 2:
        yield from (scan.read(sheet, reader) for sheet in sheets)
        return
    with ProcessPoolExecutor(count, get_context("spawn"), _begin, (scan,)) as pool:
        try:
            yield from pool.map(_read, sheets)
        except BrokenProcessPool as error:
            raise ResourcesError(scan.name, "ocr") from error


_scan: Scan | None = None  # of this process, which reads nothing else


def _begin(scan: Scan) -> None:
    global _scan
    _scan = scan
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word
    end_with_the_parent()


def _read(sheet: Sheet) -> tuple[PageDraft, bool] | None:
    reader = engine()
    return _scan.read(sheet, reader) if _scan and reader else None
