"""Core-seconds a document takes, by kind of file, and core-hours a million such documents would.

    python benchmarks/cost.py DIRECTORY [DIRECTORY ...]

Reads every document once to warm up and once measured, in one process. CPU seconds of this process and of the programs
it starts (LibreOffice for .doc, .rtf, .odt).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median

from dispatch_parser.errors import DispatchError
from dispatch_parser.pipeline import Parser


def cpu() -> float:
    """CPU seconds so far, of this process and of its ended children."""
    return sum(use.ru_utime + use.ru_stime for use in (getrusage(RUSAGE_SELF), getrusage(RUSAGE_CHILDREN)))


def main() -> None:
    """Print one line a kind."""
    parser = Parser()
    costs: dict[str, list[float]] = defaultdict(list)
    for path in sorted(file for name in sys.argv[1:] for file in Path(name).iterdir() if file.is_file()):
        try:
            layer = parser.parse(path).source.text_layer or "text"
            start = cpu()
            parser.parse(path)
        except DispatchError:
            continue
        costs[f"{path.suffix.lower()} {layer}"].append(cpu() - start)
    print(f"{'kind':20} {'documents':>9} {'median s':>9} {'mean s':>9} {'core-hours a million':>21}")
    for kind, found in sorted(costs.items()):
        mean = sum(found) / len(found)
        print(f"{kind:20} {len(found):9} {median(found):9.3f} {mean:9.3f} {mean * 1e6 / 3600:21.1f}")


if __name__ == "__main__":
    main()
