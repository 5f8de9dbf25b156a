"""A batch of 10,000 documents made from the samples: rate, memory of parent and workers, one answer each.

    python benchmarks/batch_soak.py [DOCUMENTS] [JOBS]

Every document has bytes of its own (a number in the text, a comment behind the last object of a PDF or in a DOCX), so
nothing is taken from the journal; every fiftieth is broken. Memory is read from /proc (Linux).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dispatch_parser.batch.runner import Options, Run

SAMPLES = Path(__file__).parents[1] / "samples"
KINDS = (".txt", ".docx", ".txt", ".pdf", ".txt", ".docx", ".txt", ".html")


def main(documents: int, jobs: int) -> int:
    """Run the batch and print how it goes; 0 if every document has one answer."""
    place = Path(tempfile.mkdtemp(prefix="batch-soak-"))
    _make(place / "in", documents)
    options = Options(sources=(str(place / "in"),), out=place / "out", formats=("jsonl", "csv"), jobs=jobs)
    print("documents  documents/s  parent MB  largest worker MB")
    with Run(options) as run:
        run.take_stock()
        start, every = time.monotonic(), max(1, documents // 10)
        for done, _ in enumerate(run.work(), 1):
            if done % every == 0:
                rate = done / (time.monotonic() - start)
                largest = max(map(_memory, _workers()))
                print(f"{done:9} {rate:12.1f} {_memory('self'):10.0f} {largest:18.0f}", flush=True)
        began = time.monotonic()
        about = run.write(lambda failure: failure.message)
        print(f"written in {time.monotonic() - began:.1f} s, parent {_memory('self'):.0f} MB")
    sizes = {path.name: path.stat().st_size / 1e6 for path in (place / "out").iterdir()}
    print(", ".join(f"{name} {size:.1f} MB" for name, size in sorted(sizes.items())))
    print({name: about[name] for name in ("inputs", "records", "errors", "pending", "error_kinds")})
    shutil.rmtree(place)
    return 0 if about["records"] + about["errors"] == documents and not about["pending"] else 1


def _make(place: Path, count: int) -> None:
    kinds = {kind: sorted(path for path in SAMPLES.iterdir() if path.suffix == kind) for kind in set(KINDS)}
    for number in range(count):
        kind = KINDS[number % len(KINDS)]
        sample = kinds[kind][number // len(KINDS) % len(kinds[kind])]
        path = place / f"{number % 100:02}" / f"{number:06}{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = sample.read_bytes()
        if number % 50 == 7:
            path.write_bytes(data[: len(data) // 2] + b"\0" if kind != ".txt" else b"\0\1\2")
        elif kind == ".docx":
            path.write_bytes(data)
            with zipfile.ZipFile(path, "a") as archive:
                archive.comment = b"%d" % number
        elif kind == ".html":
            path.write_bytes(data.replace(b"</body>", b"<p>%d</p></body>" % number))
        else:
            path.write_bytes(data + b"\n%% %d\n" % number)


def _workers() -> Iterator[str]:
    yield "self"
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            told = status.read_text()
        except OSError:
            continue
        if f"\nPPid:\t{os.getpid()}\n" in told:
            yield status.parent.name


def _memory(process: str) -> float:
    """Resident megabytes; 0 for a process that has gone."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


if __name__ == "__main__":
    given = [int(value) for value in sys.argv[1:3]]
    sys.exit(main(*(given + [10_000, 2][len(given) :])))
