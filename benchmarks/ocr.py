"""What the parser adds to the time of the OCR engine on scanned pages.

    python benchmarks/ocr.py                     # the PDF samples, printed and scanned-like (200 dpi, askew, noise)
    python benchmarks/ocr.py FILE|DIRECTORY …    # scans of your own (PDF, PNG, JPEG, TIFF)
    python benchmarks/ocr.py --rounds 5 --profile

CPU seconds of one process, which reads one page after the other. The engine's own time is what is spent inside its
two methods and inside the models that read single lines or find them (PP-OCR, trueocr). What pdfium or Pillow needs to
make a picture of the page is told apart; all else of `parse` is the parser's: preparing the picture, layout, mending,
the record. One document is read unmeasured, so that lexicons and weights are loaded. `--profile` tells where the
parser's share goes.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from pypdfium2 import PdfDocument

from dispatch_parser.pipeline import Parser
from dispatch_parser.readers import image
from dispatch_parser.readers.ocr import pages
from dispatch_parser.readers.ocr.engine import engine
from dispatch_parser.readers.ocr.lines import second_reader
from dispatch_parser.readers.ocr.weights import Network
from dispatch_parser.readers.registry import read

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
DPI = 200
Times = tuple[float, float, float]


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
    """CPU seconds spent inside functions, and inside no other counted one, by what they are counted as."""

    def __init__(self) -> None:
        self.spent = {"engine": 0.0, "picture": 0.0}
        self._inside = False

    def wrap(self, owner: object, function: str, kind: str) -> None:
        """Have a function of a class or module counted, if it has one."""
        inner: Callable[..., object] | None = getattr(owner, function, None)
        if inner is None:
            return

        def counted(*args: object, **options: object) -> object:
            if self._inside:
                return inner(*args, **options)
            self._inside, start = True, time.process_time()
            try:
                return inner(*args, **options)
            finally:
                self._inside = False
                self.spent[kind] += time.process_time() - start

        setattr(owner, function, counted)

    def timed(self, run: Callable[[], object]) -> Times:
        """CPU seconds of the engine, of making pictures, and of all else in a call."""
        self.spent = dict.fromkeys(self.spent, 0.0)
        start = time.process_time()
        run()
        whole = time.process_time() - start
        return self.spent["engine"], self.spent["picture"], whole - sum(self.spent.values())


def main() -> int:
    """Print the figures; 1 where no engine is installed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("places", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--profile", action="store_true", help="where the parser's share goes")
    args = options.parse_args()
    reader, second, clock = engine(), second_reader(), Clock()
    if reader is None:
        print("no OCR engine is installed: `dispatch-parser doctor`", file=sys.stderr)
        return 1
    for owner, function in ((type(reader), "recognise"), (type(reader), "read_line"), (Network, "run")):
        clock.wrap(owner, function, "engine")
    clock.wrap(type(second), "read_line", "engine")
    clock.wrap(pages, "draw", "picture")
    clock.wrap(image, "draw", "picture")
    parser, files = Parser(), list(documents(args.places))
    parser.parse(files[0][1], name=files[0][0])
    if args.profile:
        with cProfile.Profile() as profile:
            measure(parser, files, clock, args.rounds)
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    else:
        measure(parser, files, clock, args.rounds)
    return 0


def measure(parser: Parser, files: list[tuple[str, bytes]], clock: Clock, rounds: int) -> None:
    """One line a document with its median round, and all documents together."""
    print(f"{'CPU seconds a page':32}{'pages':>6}{'engine':>9}{'picture':>9}{'parser':>9}{'added':>8}  least to most")
    everything: list[list[Times]] = []
    count = 0
    for name, data in files:
        document = read(data, name=name)
        scans = sum(page.text_layer != "digital" for page in document.pages)
        if not scans:
            continue
        everything.append([clock.timed(lambda: parser.parse(data, name=name)) for _ in range(rounds)])  # noqa: B023
        count += scans
        print(told(name, scans, everything[-1]), flush=True)
    sums = [tuple(map(sum, zip(*rows, strict=True))) for rows in zip(*everything, strict=True)]
    print(told("all", count, sums))


def told(name: str, pages: int, taken: Sequence[Sequence[float]]) -> str:
    """The line of a document: medians a page, and what the parser adds to the engine's time, with its spread."""
    inside, drawn, own = (statistics.median(kind) / pages for kind in zip(*taken, strict=True))
    shares = sorted(row[2] / row[0] for row in taken)
    share = statistics.median(shares)
    return (
        f"{name[:31]:32}{pages:6}{inside:9.3f}{drawn:9.3f}{own:9.3f}{share:8.1%}  {shares[0]:.1%} to {shares[-1]:.1%}"
    )


if __name__ == "__main__":
    sys.exit(main())
