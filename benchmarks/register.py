"""The register: time and memory to load, time to resolve a mention.

    python benchmarks/register.py [--rounds 5]

Prints CPU milliseconds to load in fresh processes (the tables of bodies and provinces; districts and communes are read
when one is first asked for), mebibytes of it by tracemalloc, and CPU microseconds a name: said on many days, so that
nothing of the answer is kept, and many names each said once.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import subprocess
import sys
import time
import tracemalloc

from dispatch_parser.gazetteer.register import register

DAYS = [dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(400)]
NAMES = (
    "Bộ Tài chính",
    "Sở Nội vụ tỉnh Hòa Bình",
    "Sở NN&PTNT tỉnh Hòa Bình",
    "UBND huyện Đà Bắc",
    "UBND tỉnh",
    "Chi cục Thuế khu vực VIII",
    "Trường THPT Nguyễn Thử",
)
LOAD = """
from time import process_time
start = process_time()
from dispatch_parser.gazetteer.register import register
imported = process_time()
entries = register()
loaded = process_time()
entries.resolve("UBND huyện Đà Bắc")
print(1000 * (imported - start), 1000 * (loaded - imported), 1000 * (process_time() - loaded))
"""


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    runs = [subprocess.run([sys.executable, "-c", LOAD], capture_output=True, check=True) for _ in range(rounds)]
    columns = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    imported, loaded, below = (statistics.median(column) for column in columns)
    print(f"load in a fresh process: {loaded:.0f} ms (median of {rounds}; importing the modules {imported:.0f} ms)")
    print(f"districts and communes, when first asked for: {below:.0f} ms")
    tracemalloc.start()
    entries = register()
    entries.resolve("UBND huyện Đà Bắc")
    print(f"memory, with districts and communes: {tracemalloc.get_traced_memory()[0] / 2**20:.0f} MiB")
    tracemalloc.stop()
    for name in NAMES:
        costs = []
        for _ in range(rounds):
            entries.resolve.cache_clear()
            start = time.process_time()
            for day in DAYS:
                entries.resolve(name, on=day, context="UBND tỉnh Hòa Bình")
            costs.append(1e6 * (time.process_time() - start) / len(DAYS))
        print(f"{name}: {statistics.median(costs):.1f} µs")
    told = [entry.name for entry in entries.entries() if entry.level == "province"][:4000]
    start = time.process_time()
    for name in told:
        entries.resolve(name, on=DAYS[0])
    print(f"{len(told)} names, each said once: {1e6 * (time.process_time() - start) / len(told):.1f} µs")


if __name__ == "__main__":
    main()
