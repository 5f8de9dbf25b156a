"""A batch of real parses killed with -9 at random moments, a hundred times: nothing may be lost or doubled.

    python benchmarks/batch_kills.py [KILLS] [DOCUMENTS] [SEED]

The parent is killed, from outside, at a random time after its start; then the same command is
run again. When a batch ends by itself, its result is compared byte by byte with one that was never disturbed, and a
new one begins. Ends with exit code 1 on the first difference.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "samples" / "cong-van-thuan-van-ban.txt"
LONGEST = 6.0  # seconds


def main(kills: int, documents: int, seed: int) -> int:
    """Kill so many times; 0 if every result was whole."""
    moments = random.Random(seed)
    place = Path(tempfile.mkdtemp(prefix="batch-kills-"))
    source = _documents(place / "in", documents)
    assert _run(source, place / "undisturbed", None) == 0
    expected = _result(place / "undisturbed")
    killed = compared = pending = 0
    out = place / "out-0"
    while killed < kills or pending:
        wait = moments.uniform(0.1, LONGEST) if killed < kills else None
        if _run(source, out, wait) == -9:
            killed += 1
            pending = 1
            continue
        if _result(out) != expected:
            print(f"{out}: differs from {place / 'undisturbed'}")
            return 1
        _check(out, documents)
        compared += 1
        pending = 0
        out = place / f"out-{compared}"
    shutil.rmtree(place)
    print(f"{killed} kills, {compared} batches of {documents} documents: nothing lost, nothing doubled")
    return 0


def _documents(place: Path, count: int) -> Path:
    place.mkdir()
    text = SAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        content = b"\0\1" if number % 50 == 7 else f"{text}\nBản {number}.\n".encode()
        (place / f"{number:05}.txt").write_bytes(content)
    return place


def _run(source: Path, out: Path, wait: float | None) -> int:
    """The exit code of a batch (20, some failed, counts as 0), -9 if it was killed after `wait` seconds."""
    command = [sys.executable, "-m", "dispatch_parser.cli.main", "batch", str(source), "-o", str(out), "-q"]
    process = subprocess.Popen([*command, "--format", "jsonl,csv", "--part", "100"], env=os.environ)
    if wait is not None:
        end = time.monotonic() + wait
        while process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        process.kill()
    code = process.wait()
    return 0 if code == 20 else code


def _result(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir() if path.suffix in (".jsonl", ".csv")}


def _check(out: Path, documents: int) -> None:
    lines = [json.loads(line) for path in out.glob("*.jsonl") for line in path.read_text(encoding="utf-8").splitlines()]
    names = Counter(line.get("file") or line["source"]["name"] for line in lines)
    assert len(names) == documents, names
    assert set(names.values()) == {1}, names


if __name__ == "__main__":
    given = [int(value) for value in sys.argv[1:4]]
    sys.exit(main(*(given + [100, 400, 1][len(given) :])))
