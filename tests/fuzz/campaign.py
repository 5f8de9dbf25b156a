"""Fuzzing by the hundred thousand: every target in turn, in processes of their own, and what came of it.

    python tests/fuzz/campaign.py WORK [--inputs 250000] [--targets pdf,docx]

WORK keeps corpora and findings between runs. Ends with a table of inputs, coverage and findings by target; exit
code 1 where anything was found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SHARES = {
    "text": 14, "html": 16, "docx": 20, "archive": 8, "office": 6, "pdf": 20, "image": 6, "signature": 3, "record": 7,
}  # fmt: skip
"""Of a hundred inputs, how many each target gets."""
CHUNK = 10_000  # inputs a process: whatever a parser in C leaks is bounded
SECONDS = 20  # one input that takes longer counts as a hang
MEGABYTES = 2048  # one input that takes more counts as a finding
SIZES = {"record": 3_000, "image": 4_000, "pdf": 16_000}
_DONE = re.compile(r"^#(\d+)\s+(?:DONE|NEW|REDUCE|pulse|INITED|RELOAD)\s+(?:cov: (\d+))?", re.MULTILINE)
_FOUND = re.compile(r"(?<=Uncaught Python exception: ===\n).*|^==\d+== ?ERROR.*", re.MULTILINE)


@dataclass
class Tally:
    """What came of one target."""

    inputs: int = 0
    coverage: int = 0
    findings: list[str] = field(default_factory=list)


def run(target: str, inputs: int, work: Path, tally: Tally) -> None:
    """One process of fuzzing; a finding ends it early."""
    corpus = work / "corpus" / target
    (work / "found").mkdir(parents=True, exist_ok=True)
    corpus.mkdir(parents=True, exist_ok=True)
    before = set((work / "found").iterdir())
    options = (f"-runs={inputs}", f"-max_len={SIZES.get(target, 12_000)}", f"-timeout={SECONDS}", "-reload=0",
               f"-rss_limit_mb={MEGABYTES}", f"-artifact_prefix={work / 'found' / target}-", "-print_final_stats=1")  # fmt: skip
    command = [sys.executable, str(HERE / "fuzz.py"), target, str(corpus), *options]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    marks = _DONE.findall(done.stderr)
    tally.inputs += int(marks[-1][0]) if marks else 0
    tally.coverage = max([tally.coverage, *(int(cover) for _, cover in marks if cover)])
    new = sorted(path.name for path in set((work / "found").iterdir()) - before)
    if done.returncode or new:
        told = _FOUND.search(done.stderr)
        tally.findings.append(f"{new} {told[0].strip() if told else done.stderr[-300:]}")


def campaign(work: Path, inputs: int, targets: list[str]) -> dict[str, Tally]:
    """Give every target its share of the inputs; ten findings end a target."""
    tallies = {target: Tally() for target in targets}
    whole = sum(SHARES[target] for target in targets)
    for target, tally in tallies.items():
        share = inputs * SHARES[target] // whole
        while tally.inputs < share and len(tally.findings) < 10:
            was = tally.inputs
            run(target, min(CHUNK, share - tally.inputs), work, tally)
            if tally.inputs == was and not tally.findings:
                raise RuntimeError(f"{target}: fuzz.py did not start")
        print(f"{target}: {tally.inputs} inputs, {tally.coverage} edges, {tally.findings or 'nothing found'}", flush=True)
    return tallies


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--inputs", type=int, default=250_000)
    parser.add_argument("--targets", default=",".join(SHARES))
    args = parser.parse_args()
    tallies = campaign(args.work, args.inputs, args.targets.split(","))
    print("\n| target | inputs | edges of our code | findings |\n|---|---:|---:|---:|")
    for target, tally in tallies.items():
        print(f"| {target} | {tally.inputs:,} | {tally.coverage:,} | {len(tally.findings)} |")
    print(f"| all | {sum(t.inputs for t in tallies.values()):,} | | {sum(len(t.findings) for t in tallies.values())} |")
    return int(any(tally.findings for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
