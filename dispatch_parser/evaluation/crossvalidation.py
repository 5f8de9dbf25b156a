"""How much of the figures is memory of the files: every source read without the rules that only it has shown.

For each source of an annotated corpus the model is copied, and what is found in that source's documents and in no
other source's is silenced: rules, single alternatives of rules, task verbs. Its documents are then read with the rest.

    python -m dispatch_parser.evaluation.crossvalidation GOLD_DIR DOCS_DIR… [--layer digital]

What it cannot say: alternatives inside brackets are not taken apart, and what stands in code (the grammar) is not held
out. The difference it shows is therefore the least that memory gives.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml

from dispatch_parser.errors import DispatchError
from dispatch_parser.evaluation.run import Case, load_cases
from dispatch_parser.layout.compose import compose
from dispatch_parser.model import DEFAULT_MODEL, ModelData, load
from dispatch_parser.readers.registry import read
from dispatch_parser.text.folding import key

NEVER = "(?!)"
FAMILIES = ("zones", "deadlines", "tasks", "triggers", "triggers_cues", "roles", "kinds", "relations", "attachments")
FIGURES = ("header", "citations", "tasks", "lead", "coordinate", "kind", "deadline")


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the `|` that stand in no brackets."""
    parts, depth, start, in_class, i = [], 0, 0, False, 0
    while i < len(pattern):
        sign = pattern[i]
        if sign == "\\":
            i += 1
        elif in_class:
            in_class = sign != "]"
        elif sign in "[()":
            in_class, depth = sign == "[", depth + {"[": 0, "(": 1, ")": -1}[sign]
        elif sign == "|" and depth == 0:
            parts.append(pattern[start:i])
            start = i + 1
        i += 1
    return [*parts, pattern[start:]]


def patterns(model: ModelData) -> dict[str, re.Pattern[str]]:
    """Every alternative of every rule (`rule.id#0` …) and every task verb of the model by id."""
    rules = {
        f"{rule.id}#{n}": re.compile(part)
        for family in FAMILIES
        for rule in model.rules(family)
        if rule.pattern
        for n, part in enumerate(alternatives(rule.pattern))
    }
    verbs = {row["id"]: re.compile(rf"\b{re.escape(key(row['phrase']))}\b") for row in model.lexicon("task_verbs")}
    return {**rules, **verbs}


def shown_by(cases: Iterable[Case], found: dict[str, re.Pattern[str]]) -> dict[str, set[str]]:
    """For each pattern the sources in whose documents it is found; without those found in none."""
    sources: dict[str, set[str]] = defaultdict(set)
    for case in cases:
        if case.path is None:
            continue
        try:
            reading = compose(read(case.path))
        except DispatchError:
            continue
        whole = [reading.key[paragraph.start : paragraph.end] for paragraph in reading.paragraphs]
        lines = [*whole, *(line for words in whole if "\n" in words for line in words.split("\n"))]
        for name, regex in found.items():
            if case.source not in sources[name] and any(regex.search(line) for line in lines):
                sources[name].add(case.source)
    return {name: where for name, where in sources.items() if where}


def without(model: ModelData, silenced: set[str], folder: Path) -> None:
    """A copy of the model package in `folder` without these alternatives and verbs.

    A rule that loses every alternative matches nothing.
    """
    target = folder / DEFAULT_MODEL
    shutil.copytree(model.path, target, ignore=shutil.ignore_patterns("__pycache__"))
    for family in FAMILIES:
        path = target / "rules" / f"{family}.yaml"
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for rule in content["rules"]:
            if rule.get("pattern"):
                parts = alternatives(rule["pattern"])
                left = [part for n, part in enumerate(parts) if f"{rule['id']}#{n}" not in silenced]
                rule["pattern"] = "|".join(left) or NEVER
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    verbs = target / "lexicon" / "task_verbs.csv"
    rows = verbs.read_text(encoding="utf-8").splitlines(keepends=True)
    verbs.write_text("".join(row for row in rows if row.split(",", 1)[0] not in silenced), encoding="utf-8")


def measure(cases: Sequence[Case], options: argparse.Namespace, folder: Path | None) -> dict[str, float | None]:
    """The figures of these documents, read by a new process with the model in `folder` (None: the installed one)."""
    with tempfile.TemporaryDirectory() as scratch:
        gold, out = Path(scratch) / "gold", Path(scratch) / "figures.json"
        gold.mkdir()
        for case in cases:
            (gold / f"{case.gold['id']}.json").write_text(json.dumps(case.gold), encoding="utf-8")
        command = [sys.executable, "-m", "dispatch_parser.cli.main", "evaluate", str(gold), *map(str, options.docs)]
        path = os.pathsep.join(filter(None, [str(folder) if folder else "", os.environ.get("PYTHONPATH", "")]))
        subprocess.run(
            [*command, "--json", str(out), "--jobs", "1"],
            env={**os.environ, "PYTHONPATH": path},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        total = json.loads(out.read_text(encoding="utf-8"))["groups"]["total"]
    return figures(total)


def figures(total: dict[str, Any]) -> dict[str, float | None]:
    """The figures that are compared, out of one group of `evaluate --json`."""
    tasks = total["tasks"]
    return {
        "header": total["header"]["share"],
        "citations": total["citations"]["f1"],
        "tasks": tasks["f1"],
        **{slot: tasks["slots"][slot]["share"] for slot in ("lead", "coordinate", "kind", "deadline")},
    }


def table(rows: Iterable[tuple[str, int, int, dict[str, float | None], dict[str, float | None]]]) -> str:
    """Markdown: a line for each source, `with all rules → without its own`."""
    head = "| source | documents | silenced | " + " | ".join(FIGURES) + " |"
    lines = [head, "|---|---:|---:|" + "---:|" * len(FIGURES)]
    for source, documents, silenced, before, after in rows:
        cells = [f"{_figure(before[name])} → {_figure(after[name])}" for name in FIGURES]
        lines.append(f"| {source} | {documents} | {silenced} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="figures of each source without the rules that only it has shown")
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path, nargs="+")
    parser.add_argument("--layer", default="digital", help="only this text layer")
    options = parser.parse_args(argv)
    cases = load_cases(options.gold, options.docs, layers=(options.layer,))
    model = load()
    shown = shown_by(cases, patterns(model))
    rows = []
    for source in sorted({case.source for case in cases}):
        mine = [case for case in cases if case.source == source]
        silenced = {name for name, where in shown.items() if where == {source}}
        with tempfile.TemporaryDirectory() as folder:
            without(model, silenced, Path(folder))
            before, after = measure(mine, options, None), measure(mine, options, Path(folder))
            rows.append((source, len(mine), len(silenced), before, after))
    print(table(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
