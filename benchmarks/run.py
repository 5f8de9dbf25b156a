"""What a record costs beside the cost of text alone: this parser and what one would use instead, on the same files.

    python benchmarks/run.py                    # the samples, and LibreOffice's other kinds left out
    python benchmarks/run.py DIRECTORY          # and the PDF and DOCX files of a directory
    python benchmarks/run.py --rounds 5 --json out.json

Every way runs in a process of its own, once a round, all ways in turns, so that a busy minute falls on all of them.
In each process the first file is read once unmeasured; then every file once. A file's cost is the median of the
rounds; CPU time tells the ways apart, wall time is told beside it. Only PDFs that have a text layer are taken: a scan
is a matter of its OCR engine. Needs the extra `bench`; a way whose package is missing is left out and named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

from pypdfium2 import PdfDocument, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
Way = Callable[[str], object]
Times = dict[str, list[tuple[float, float]]]

PATTERNS = (  # thirty, as a first attempt has them
    r"Số:?\s*\d+\s*/\s*[\w-]+", r"\d+/\d{4}/[\w-]+", r"\d+/[A-ZĐ]+-[A-ZĐ]+", r"ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}",
    r"\d{1,2}/\d{1,2}/\d{4}", r"V/v.*", r"Về việc.*", r"Kính gửi:?.*", r"Nơi nhận:?.*", r"KT\.\s*.*", r"TM\.\s*.*",
    r"TL\.\s*.*", r"Căn cứ.*", r"Theo đề nghị.*", r"Thực hiện.*", r"Giao\s+.{3,80}?chủ trì", r"phối hợp với.*",
    r"trước ngày\s+\S+", r"chậm nhất.*", r"hoàn thành.*", r"báo cáo.*trước", r"QUYẾT ĐỊNH", r"CÔNG ĐIỆN", r"KẾ HOẠCH",
    r"TỜ TRÌNH", r"Điều\s+\d+", r"Sở\s+[A-ZĐÁ]\w+", r"UBND\s+\w+", r"Ủy ban nhân dân\s+\w+", r"Lưu:\s*.*",
)  # fmt: skip


def parser() -> Way:
    """Our record with offsets and boxes, as JSON; what loads at first use is loaded."""
    from dispatch_parser.pipeline import Parser
    from dispatch_parser.text.words import words

    made = Parser()
    words("Khởi động.")
    return lambda path: made.parse(path).model_dump_json()


def reader() -> Way:
    """Our reader alone: text, lines, columns, tables, boxes."""
    from dispatch_parser.readers.registry import read

    return read


def naive() -> Way:
    """Pdfplumber's text of every page, every word segmented, thirty patterns."""
    import pdfplumber
    from underthesea import word_tokenize

    compiled = [re.compile(pattern) for pattern in PATTERNS]

    def run(path: str) -> object:
        with pdfplumber.open(path) as file:
            text = "\n".join(page.extract_text() for page in file.pages)
        return word_tokenize(text), [pattern.findall(text) for pattern in compiled]

    return run


def plumber() -> Way:
    """Pdfplumber's text alone."""
    import pdfplumber

    def run(path: str) -> object:
        with pdfplumber.open(path) as file:
            return [page.extract_text() for page in file.pages]

    return run


def markdown() -> Way:
    """Markitdown's text alone."""
    from markitdown import MarkItDown

    made = MarkItDown()
    return lambda path: made.convert(path).text_content


def pdfium() -> Way:
    """pypdfium2's text alone, the floor."""
    def run(path: str) -> object:
        with PdfDocument(path) as file:
            return [page.get_textpage().get_text_range() for page in file]

    return run


def walk() -> Way:
    """python-docx's paragraphs and tables."""
    import docx

    def run(path: str) -> object:
        file = docx.Document(path)
        cells = (cell for table in file.tables for row in table.rows for cell in row.cells)
        return [p.text for p in file.paragraphs], [p.text for cell in cells for p in cell.paragraphs]

    return run


WAYS: dict[str, dict[str, tuple[Callable[[], Way], str]]] = {
    ".pdf": {
        "dispatch_parser, record": (parser, "spacy"),
        "dispatch_parser, reading": (reader, "pypdfium2"),
        "(a) naive pipeline": (naive, "pdfplumber"),
        "(b) pdfplumber text": (plumber, "pdfplumber"),
        "(c) markitdown text": (markdown, "markitdown"),
        "(d) pypdfium2 text": (pdfium, "pypdfium2"),
    },
    ".docx": {
        "dispatch_parser, record": (parser, "spacy"),
        "dispatch_parser, reading": (reader, "lxml"),
        "python-docx walk": (walk, "docx"),
        "markitdown text": (markdown, "markitdown"),
    },
}


def main() -> int:
    """Measure, print a table a kind and a set of files; 1 if nothing could be measured."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("corpus", type=Path, nargs="?", help="a directory of PDF and DOCX files")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", type=Path, help="also write every time to this file")
    options.add_argument("--one", nargs="+", help=argparse.SUPPRESS)  # a way, in its own process
    args = options.parse_args()
    if args.one:
        print(json.dumps(_one(*args.one)))
        return 0
    every: dict[str, object] = {}
    for root in filter(None, (SAMPLES, args.corpus)):
        for kind, ways in WAYS.items():
            files = [str(path) for path in sorted(root.iterdir()) if path.suffix == kind and _has_text(path)]
            if files:
                every[f"{root.name} {kind}"] = _measured(root.name, kind, ways, files, args.rounds)
    if args.json:
        args.json.write_text(json.dumps(every))
    return int(not every)


def _has_text(path: Path) -> bool:
    if path.suffix != ".pdf":
        return True
    with PdfDocument(path) as file:
        return not any(_is_picture(page) for page in file)


def _is_picture(page: PdfPage) -> bool:
    """Whether one picture covers most of a page: a scan, with or without a layer of text."""
    width, height = page.get_size()
    boxes = (item.get_bounds() for item in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
    return any((right - left) * (top - bottom) > 0.5 * width * height for left, bottom, right, top in boxes)


def _one(kind: str, name: str, *files: str) -> dict[str, object]:
    """One round of one way: CPU and wall seconds a file, start-up, peak of memory."""
    began = time.perf_counter()
    run = WAYS[kind][name][0]()
    run(files[0])
    ready = time.perf_counter() - began
    times = []
    for path in files:
        cpu, wall = time.process_time(), time.perf_counter()
        run(path)
        times.append((time.process_time() - cpu, time.perf_counter() - wall))
    return {"times": times, "ready": ready, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _measured(
    title: str, kind: str, ways: dict[str, tuple[Callable[[], Way], str]], files: list[str], rounds: int
) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = {}
    for name, (_, package) in ways.items():
        if importlib.util.find_spec(package) is None:
            print(f"{name}: left out, {package} is not installed")
        else:
            found[name] = []
    for _ in range(rounds):
        for name, results in found.items():
            command = [sys.executable, __file__, "--one", kind, name, *files]
            results.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout.splitlines()[-1]))
    _table(f"{title}, {len(files)} {kind} files, {rounds} rounds", found)
    return found


def _table(title: str, found: dict[str, list[dict[str, object]]]) -> None:
    """Ratios: a way's cost over that of the record, the middle file's and of all files together."""
    costs = {name: _costs(results, 0) for name, results in found.items()}
    ours = next(iter(costs.values()))
    print(f"\n{title}\n{'way':26} {'CPU ms: middle':>14} {'quartiles':>15} {'mean':>8} {'wall':>8}"
          f" {'ratio: middle':>14} {'all':>6} {'peak MB':>8} {'first s':>8}")  # fmt: skip
    for name, results in found.items():
        cpu = costs[name]
        low, _, high = quantiles(cpu, n=4)
        ratio = median(theirs / own for theirs, own in zip(cpu, ours, strict=True))
        peak, ready = (median(float(str(r[key])) for r in results) for key in ("peak", "ready"))
        print(f"{name:26} {median(cpu):14.1f} {f'{low:.1f} to {high:.1f}':>15} {sum(cpu) / len(cpu):8.1f}"
              f" {median(_costs(results, 1)):8.1f} {ratio:14.2f} {sum(cpu) / sum(ours):6.2f} {peak:8.0f} {ready:8.2f}",
              flush=True)  # fmt: skip


def _costs(results: list[dict[str, object]], part: int) -> list[float]:
    """Milliseconds a file, the median of the rounds: CPU (part 0) or wall (part 1)."""
    rounds: list[list[tuple[float, float]]] = [r["times"] for r in results]  # type: ignore[misc]
    return [1e3 * median(times[part] for times in file) for file in zip(*rounds, strict=True)]


if __name__ == "__main__":
    sys.exit(main())
