"""The register: time and memory to load, time to resolve a mention.

    python benchmarks/register.py [--rounds 5]

Prints CPU milliseconds to load (the tables of bodies and provinces; districts and communes are read when one is first
asked for), mebibytes of it by tracemalloc, and CPU microseconds a name, each name new to the cache.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
import tracemalloc

from dispatch_parser.gazetteer.bodies import bodies
from dispatch_parser.gazetteer.divisions import divisions
from dispatch_parser.gazetteer.register import Register, register
from dispatch_parser.model import load

DAYS = [dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(400)]


def fresh() -> Register:
    """A register read anew."""
    for cached in (load, bodies, divisions, register):
        cached.cache_clear()
    return register()


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=5)
    rounds = options.parse_args().rounds
    times = []
    for _ in range(rounds):
        start = time.process_time()
        entries = fresh()
        times.append(1000 * (time.process_time() - start))
    print(f"load: {statistics.median(times):.0f} ms (median of {rounds})")
    start = time.process_time()
    entries.resolve("UBND huyện Đà Bắc")
    print(f"districts and communes, when first asked for: {1000 * (time.process_time() - start):.0f} ms")
    tracemalloc.start()
    entries = fresh()
    entries.resolve("UBND huyện Đà Bắc")
    print(f"memory, with districts and communes: {tracemalloc.get_traced_memory()[0] / 2**20:.0f} MiB")
    tracemalloc.stop()
    for name in ("Bộ Tài chính", "Sở Nội vụ tỉnh Hòa Bình", "UBND huyện Đà Bắc", "UBND tỉnh", "Trường THPT Nguyễn Thử"):
        costs = []
        for _ in range(rounds):
            entries.resolve.cache_clear()
            start = time.process_time()
            for day in DAYS:
                entries.resolve(name, on=day, context="UBND tỉnh Hòa Bình")
            costs.append(1e6 * (time.process_time() - start) / len(DAYS))
        print(f"{name}: {statistics.median(costs):.1f} µs")


if __name__ == "__main__":
    main()
