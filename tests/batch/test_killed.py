"""The parent killed with -9 at random moments: nothing is lost, nothing is doubled, no worker stays behind."""

import json
import os
import random
import select
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killed_batch.py")
DOCUMENTS = {f"{number % 4}/{number:02}.pdf": b"damaged" if number % 10 == 3 else b"%d" % number for number in range(30)}


LISTING, WORK, WRITING = (300, 13_000), (13_000, 33_000), (20_000, 80_000)
"""About how many calls into an undisturbed run each of its phases begins and ends."""


def start(source, out, calls, readings, work):
    """Start the batch, to be killed after so many calls (0: never)."""
    command = [sys.executable, str(SCRIPT), source, str(out), str(calls), work]
    return subprocess.Popen(command, env=os.environ | {"READINGS": str(readings)})


def run(source, out, calls, readings):
    """Run the batch; its exit code, -9 if it was killed."""
    return start(source, out, calls, readings, "logged").wait(timeout=120)


def result(out):
    """Everything that a run leaves for people, byte for byte."""
    return {p.name: p.read_bytes() for p in out.iterdir() if p.suffix in (".jsonl", ".csv")}


def names(out):
    lines = [json.loads(line) for path in sorted(out.glob("*.jsonl")) for line in path.read_text().splitlines()]
    return sorted(line.get("file") or line["source"]["name"] for line in lines)


@pytest.mark.parametrize("seed", range(3))
def test_a_batch_killed_again_and_again_ends_as_if_it_had_not_been(tmp_path, folder, seed):
    source = folder(**DOCUMENTS)
    readings = tmp_path / "readings"
    assert run(source, tmp_path / "undisturbed", 0, readings) == 0
    readings.unlink()
    moments = random.Random(seed)
    kills = 0
    for phase in (LISTING, WORK, WORK, WORK, WRITING, WORK):
        kills += run(source, tmp_path / "out", moments.randrange(*phase), readings) == -9
    assert run(source, tmp_path / "out", 0, readings) == 0
    assert kills >= 3
    assert json.loads((tmp_path / "out" / "run.json").read_text())["kept_from_earlier_runs"] > 0
    assert result(tmp_path / "out") == result(tmp_path / "undisturbed")
    assert names(tmp_path / "out") == sorted(DOCUMENTS)
    assert [path for path in (tmp_path / "out").iterdir() if path.name.endswith(".part")] == []
    read = readings.read_text().split()
    assert len(read) - len(DOCUMENTS) <= 2 * kills  # at most what was in the hands of two workers is read again


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="processes have no descriptors here (Linux has)")
@pytest.mark.parametrize("work", ["hangs", "hangs_with_the_lock"])
def test_no_worker_outlives_a_parent_that_was_killed(tmp_path, folder, work):
    readings = tmp_path / "readings"
    os.mkfifo(readings)
    parent = start(folder("a.pdf"), tmp_path / "out", 0, readings, work)
    with readings.open() as told:
        worker = os.pidfd_open(int(told.readline()))
    parent.kill()
    parent.wait()
    ended, _, _ = select.select([worker], [], [], 60)
    os.close(worker)
    assert ended
