"""What many documents cost: forked workers, a long PDF, ten thousand documents, a million.

    python benchmarks/scale.py workers [DOCUMENTS]      # one process and two that share a pipeline by fork
    python benchmarks/scale.py pages                    # a PDF of 10, 100 and 1,000 pages
    python benchmarks/scale.py soak [DOCUMENTS]         # one process, nothing renewed: memory as it goes
    python benchmarks/scale.py cost [DIRECTORY]         # CPU a document and core-hours a million, by kind

Documents are the samples, each with a number of its own, so that no two have the same bytes. CPU time is what counts;
wall time needs a machine that does nothing else. Memory is read from /proc (Linux).
"""

from __future__ import annotations

import gc
import io
import multiprocessing
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from pypdfium2 import PdfDocument

from dispatch_parser.errors import DispatchError
from dispatch_parser.limits import Limits
from dispatch_parser.pipeline import Parser

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = (".txt", ".docx", ".pdf", ".html")
_FORK = multiprocessing.get_context("fork")


def documents(count: int) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of `count` documents, the samples over and over."""
    samples = [(path.name, path.read_bytes()) for path in sorted(SAMPLES.iterdir()) if path.suffix in KINDS]
    for number in range(count):
        name, data = samples[number % len(samples)]
        if name.endswith(".docx"):
            packed = io.BytesIO(data)
            with zipfile.ZipFile(packed, "a") as archive:
                archive.comment = b"%d" % number
            yield name, packed.getvalue()
        else:
            yield name, data + b"\n%% %d\n" % number


def workers(count: int) -> None:
    """The pipeline is built once; workers are forked and each takes every n-th document."""
    parser = Parser()
    for name, data in documents(21):  # whatever is built at first use is built before the fork
        parser.parse(data, name=name)
    gc.collect()
    gc.freeze()  # the collector would touch, and so copy, every page that the workers share
    print(f"parent: {_memory('Rss'):.0f} MB resident")
    rates = {}
    for jobs in (1, 2, 1, 2):
        wall, told = _forked(parser, jobs, count)
        cpu = sum(one[0] for one in told)
        rates.setdefault(jobs, []).append((count / wall, cpu / count))
        print(f"{jobs} process(es): {count / wall:6.1f} documents/s, {1e3 * cpu / count:.1f} CPU ms a document;"
              f" resident {max(one[1] for one in told):.0f} MB, of that its own {max(one[2] for one in told):.0f} MB",
              flush=True)  # fmt: skip
    fast, slow = (max(rate for rate, _ in rates[jobs]) for jobs in (2, 1))
    print(f"two processes against one: {fast / slow:.2f} by the clock,"
          f" {2 * min(c for _, c in rates[1]) / min(c for _, c in rates[2]):.2f} by CPU time")  # fmt: skip


def _forked(parser: Parser, jobs: int, count: int) -> tuple[float, list[tuple[float, float, float]]]:
    """Wall seconds; CPU seconds, resident and private MB of each worker."""
    results = _FORK.SimpleQueue()

    def work(first: int) -> None:
        cpu = time.process_time()
        for number, (name, data) in enumerate(documents(count)):
            if number % jobs == first:
                parser.parse(data, name=name)
        results.put((time.process_time() - cpu, _memory("Rss"), _memory("Private_Clean") + _memory("Private_Dirty")))

    began = time.perf_counter()
    processes = [_FORK.Process(target=work, args=(first,)) for first in range(jobs)]
    for process in processes:
        process.start()
    told = [results.get() for _ in processes]
    for process in processes:
        process.join()
    return time.perf_counter() - began, told


def pages() -> None:
    """Each length in a process of its own; a page that grows with the length would show."""
    print("pages  CPU s  ms a page  peak MB over the start")
    for length in (10, 100, 1000):
        process = _FORK.Process(target=_long, args=(length,))
        process.start()
        process.join()


def _long(length: int) -> None:
    whole, parts = PdfDocument.new(), [PdfDocument(path) for path in sorted(SAMPLES.glob("*.pdf"))]
    while len(whole) < length:
        part = parts[len(whole) % len(parts)]
        whole.import_pages(part, list(range(min(len(part), length - len(whole)))))
    made = io.BytesIO()
    whole.save(made)
    parser = Parser(limits=Limits(pages=length, characters=10_000_000))
    parser.parse(SAMPLES / "ke-hoach.pdf")
    before, cpu = _memory("VmHWM"), time.process_time()
    try:
        parser.parse(made.getvalue())
    except DispatchError as error:
        print(f"{length:5}  {type(error).__name__}: {error}")
        return
    spent = time.process_time() - cpu
    print(f"{length:5} {spent:6.2f} {1e3 * spent / length:10.1f} {_memory('VmHWM') - before:23.0f}", flush=True)


def soak(count: int) -> None:
    """One parser, one process: resident memory every twentieth part of the way."""
    parser = Parser()
    print("documents  CPU ms a document  resident MB")
    began = time.process_time()
    for number, (name, data) in enumerate(documents(count), 1):
        parser.parse(data, name=name)
        if number % max(1, count // 20) == 0 or number == 100:
            print(f"{number:9} {1e3 * (time.process_time() - began) / number:18.1f} {_memory('Rss'):12.0f}", flush=True)


def cost(root: Path) -> None:
    """Mean CPU time; reading's part of it is told apart."""
    from dispatch_parser.readers.registry import read

    parser = Parser()
    for name, data in documents(21):  # what is loaded at first use is not a document's cost
        parser.parse(data, name=name)
    times: dict[str, list[tuple[float, float]]] = {}
    for path in sorted(path for path in root.iterdir() if path.suffix in (*KINDS, ".doc")):
        began = time.process_time()
        try:
            document = read(path)
            between = time.process_time()
            parser.parse_document(document)
        except DispatchError:
            continue
        kind = path.suffix + (" scan" if document.text_layer != "digital" else "")
        times.setdefault(kind, []).append((between - began, time.process_time() - between))
    print("kind        files  reading ms  extraction ms  middle, both  core-hours a million")
    for kind, costs in sorted(times.items()):
        reading, extraction = (sum(c[part] for c in costs) / len(costs) for part in (0, 1))
        print(f"{kind:11} {len(costs):5} {1e3 * reading:11.1f} {1e3 * extraction:14.1f}"
              f" {1e3 * median(map(sum, costs)):13.1f} {(reading + extraction) * 1e6 / 3600:21.1f}")  # fmt: skip


def _memory(name: str) -> float:
    """Megabytes of this process under a name of /proc."""
    file = "/proc/self/status" if name.startswith("Vm") else "/proc/self/smaps_rollup"
    lines = Path(file).read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name + ":"))


if __name__ == "__main__":
    command, given = sys.argv[1], sys.argv[2:]
    if command == "workers":
        workers(int(given[0]) if given else 600)
    elif command == "pages":
        pages()
    elif command == "soak":
        soak(int(given[0]) if given else 10_000)
    else:
        cost(Path(given[0]) if given else SAMPLES)
