"""What the parser adds to the time of the OCR engine on scanned pages.

    python benchmarks/ocr.py                     # the PDF samples, printed and scanned-like (200 dpi, askew, noise)
    python benchmarks/ocr.py FILE|DIRECTORY …    # scans of your own (PDF, PNG, JPEG, TIFF)
    python benchmarks/ocr.py --rounds 5 --profile

CPU seconds of one process, which reads one page after the other. The engine's own time is what is spent inside its
two methods and inside the models that read single lines or find them (PP-OCR, trueocr); all else of `parse` is the
parser's: drawing the page, preparing its picture, layout, mending, and the record. One document is read
unmeasured, so that lexicons and weights are loaded. `--profile` tells where the parser's share goes.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image
from pypdfium2 import PdfDocument

from dispatch_parser.pipeline import Parser
from dispatch_parser.readers.ocr.engine import engine
from dispatch_parser.readers.ocr.lines import second_reader
from dispatch_parser.readers.ocr.weights import Network

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
DPI = 200


def scanned(path: Path) -> bytes:
    """A PDF as a scanner gives it: pictures of its pages, one degree askew, with noise."""
    noise = np.random.default_rng(7)
    sheets = []
    for page in PdfDocument(path):
        sheet = page.render(scale=DPI / 72).to_pil().convert("RGB")
        turned = sheet.rotate(1, fillcolor="white", resample=Image.Resampling.BICUBIC)
        grain = noise.normal(0, 9, (turned.height, turned.width, 1))
        sheets.append(Image.fromarray((np.asarray(turned) + grain).clip(0, 255).astype(np.uint8)))
    buffer = io.BytesIO()
    sheets[0].save(buffer, "PDF", resolution=DPI, save_all=True, append_images=sheets[1:])
    return buffer.getvalue()


def documents(places: list[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of what is measured."""
    if not places:
        for path in sorted(SAMPLES.glob("*.pdf")):
            yield path.name, scanned(path)
    for place in places:
        inside = sorted(place.iterdir()) if place.is_dir() else [place]
        for path in inside:
            if path.suffix.lower() in KINDS:
                yield path.name, path.read_bytes()


class Clock:
    """CPU seconds spent inside what recognises. Calls within calls count once."""

    def __init__(self) -> None:
        self.spent = 0.0
        self._depth = 0

    def wrap(self, owner: type, method: str) -> None:
        """Have the method of a class counted, if it has one."""
        inner: Callable[..., object] | None = getattr(owner, method, None)
        if inner is None:
            return

        def counted(*args: object, **options: object) -> object:
            with self._running():
                return inner(*args, **options)

        setattr(owner, method, counted)

    @contextmanager
    def _running(self) -> Iterator[None]:
        self._depth += 1
        start = time.process_time()
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth:
                self.spent += time.process_time() - start


def main() -> int:
    """Print the figures; 1 where no engine is installed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("places", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--profile", action="store_true", help="where the parser's share goes")
    args = options.parse_args()
    reader = engine()
    if reader is None:
        print("no OCR engine is installed: `dispatch-parser doctor`", file=sys.stderr)
        return 1
    clock = Clock()
    for owner, method in ((type(reader), "recognise"), (type(reader), "read_line"), (Network, "run")):
        clock.wrap(owner, method)
    if (second := second_reader()) is not None:
        clock.wrap(type(second), "read_line")
    parser, files = Parser(), list(documents(args.places))
    parser.parse(files[0][1], name=files[0][0])
    profile = cProfile.Profile() if args.profile else None
    measure(parser, files, clock, args.rounds, profile)
    if profile is not None:
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    return 0


def measure(
    parser: Parser, files: list[tuple[str, bytes]], clock: Clock, rounds: int, profile: cProfile.Profile | None
) -> None:
    """One line a document, of the median round, and the sum of all."""
    print(f"{'':32}{'pages':>6}{'engine s/page':>15}{'parser s/page':>15}{'added':>8}  lowest to highest")
    sums: list[tuple[float, float]] = [(0.0, 0.0)] * rounds
    for name, data in files:
        taken: list[tuple[float, float]] = []
        for number in range(rounds):
            clock.spent, start = 0.0, time.process_time()
            if profile is not None:
                profile.enable()
            record = parser.parse(data, name=name)
            if profile is not None:
                profile.disable()
            taken.append((clock.spent, time.process_time() - start - clock.spent))
            sums[number] = (sums[number][0] + taken[-1][0], sums[number][1] + taken[-1][1])
        if taken[0][0]:
            print(told(name, record.source.pages or 1, taken), flush=True)
    print(told("all", 1, sums))


def told(name: str, pages: int, taken: list[tuple[float, float]]) -> str:
    """The line of a document: medians, and the spread of what the parser adds."""
    inside = statistics.median(engine for engine, _ in taken) / pages
    own = statistics.median(own for _, own in taken) / pages
    shares = sorted(own / engine for engine, own in taken)
    return (
        f"{name[:31]:32}{pages:6}{inside:15.3f}{own:15.3f}{own / inside:8.1%}  {shares[0]:.1%} to {shares[-1]:.1%}"
    )


if __name__ == "__main__":
    sys.exit(main())
