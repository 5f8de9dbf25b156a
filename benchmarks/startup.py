"""What starting costs: the import over bare Python, `--help`, and a three-page PDF at the command line, cold.

Every figure is the median of fresh processes, run in turns so that a busy minute falls on all of them.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLI = "import sys; from dispatch_parser.cli.main import main; sys.exit(main(sys.argv[1:]))"
LIMITS = {"import dispatch_parser": 0.15, "parse, PDF of three pages": 2.5}
"""Seconds that a figure may take, where one was promised."""


def main() -> int:
    """Measure and print; 1 if a promise is not kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-n", type=int, default=7, help="runs of each (default 7)")
    options.add_argument("--pdf", type=Path, help="the PDF to parse (default: one of three pages, made here)")
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pdf = args.pdf or three_pages(Path(folder) / "three.pdf")
        commands = {
            "python -c pass": ["-c", "pass"],
            "import dispatch_parser": ["-c", "import dispatch_parser"],
            "dispatch-parser --help": ["-c", CLI, "--help"],
            "parse, PDF of three pages": ["-c", CLI, "parse", str(pdf)],
        }
        seconds = measure(commands, args.n)
    return report(seconds, args.n)


def measure(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    """The wall-clock seconds of each command. The first round only warms the disk's cache."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, arguments in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
            if run:
                seconds[name].append(time.perf_counter() - start)
    return seconds


def report(seconds: dict[str, list[float]], runs: int) -> int:
    """Print the medians; the import is told over bare Python, the commands whole."""
    bare = statistics.median(seconds["python -c pass"])
    broken = 0
    print(f"Python {sys.version.split()[0]}, median of {runs} fresh processes (lowest to highest)")
    for name, values in seconds.items():
        over = bare if name.startswith("import") else 0.0
        median = statistics.median(values) - over
        limit = LIMITS.get(name)
        broken |= limit is not None and median > limit
        told = f"  limit {limit:.2f} s" if limit else ""
        print(f"{name:28} {median:6.3f} s  ({min(values) - over:.3f} to {max(values) - over:.3f}){told}")
    return int(broken)


def three_pages(path: Path) -> Path:
    """Two samples as one PDF of three pages: a dispatch of two pages, and another one behind it."""
    import pypdfium2

    samples = Path(__file__).parents[1] / "samples"
    whole = pypdfium2.PdfDocument.new()
    for name, pages in (("cong-van-ubnd-tinh.pdf", [0, 1]), ("cong-dien.pdf", [0])):
        with pypdfium2.PdfDocument(samples / name) as part:
            whole.import_pages(part, pages)
    whole.save(path)
    whole.close()
    return path


if __name__ == "__main__":
    sys.exit(main())
