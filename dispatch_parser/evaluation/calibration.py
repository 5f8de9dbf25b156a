"""Confidence that means something: how often each rule's values are right, fitted on annotated documents.

A rule's confidence is its share of right values, drawn towards its field's share while the rule has been seen little
(additive smoothing with a weight of PRIOR values). The reliability table is made by leaving one source out at a time:
a value is judged by a table that never saw its source, so the expected calibration error is not a memory of the files.

    python -m dispatch_parser.evaluation.calibration GOLD_DIR DOCS_DIR… --table confidence.csv --report calibration.md
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from dispatch_parser.errors import DispatchError
from dispatch_parser.evaluation.compare import folded
from dispatch_parser.evaluation.run import Case, load_cases
from dispatch_parser.evaluation.score import score_document
from dispatch_parser.pipeline import Parser
from dispatch_parser.record import DispatchRecord, Field

PRIOR = 4.0  # values that a field's own share counts for in a rule's
START = (0.5, 1.0)  # Jeffreys: half a right value of one, before anything is seen
BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """One value of one document: its field, the rule that gave it, and whether gold agrees."""

    field: str
    rule: str
    source: str
    right: bool


def judge(record: DispatchRecord, gold: dict[str, Any], source: str) -> Iterator[Judged]:
    """Every value of a record against gold; fields that gold has not annotated are left out."""
    score = score_document(gold, record.plain(), file="", media="")
    for name, value in _fields(record):
        if value.evidence is not None and value.value is not None:
            yield Judged(name, value.evidence.rule, source, score.fields[name].exact)
    if score.citations is not None:
        spurious = {folded(number) for number in score.citations.spurious}
        for citation in record.citations:
            yield Judged("citations", citation.evidence.rule, source, folded(citation.number) not in spurious)
    if score.tasks is not None:
        matched = {folded(pair.got["text"]) for pair in score.tasks.pairs}
        for task in record.tasks:
            yield Judged("tasks", task.evidence.rule, source, folded(task.text) in matched)


def _fields(record: DispatchRecord) -> list[tuple[str, Field[Any]]]:
    return [
        ("document_type", record.document_type),
        ("issuer.name", record.issuer.name),
        ("issuer.parent", record.issuer.parent),
        ("number.value", record.number.value),
        ("number.notation", record.number.notation),
        ("place", record.place),
        ("date", record.date),
        ("subject", record.subject),
        ("priority", record.priority),
        ("secrecy", record.secrecy),
        ("archive", record.archive),
        ("signer.competence", record.signer.competence),
        ("signer.position", record.signer.position),
        ("signer.full_name", record.signer.full_name),
    ]


def fit(values: Iterable[Judged]) -> dict[tuple[str, str], tuple[float, int]]:
    """`(field, rule)` -> `(confidence, values seen)`."""
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    by_field: dict[str, list[bool]] = defaultdict(list)
    for value in values:
        right[value.field, value.rule].append(value.right)
        by_field[value.field].append(value.right)
    table = {}
    for (field, rule), seen in right.items():
        own = by_field[field]
        share = (sum(own) + START[0]) / (len(own) + START[1])
        table[field, rule] = ((sum(seen) + PRIOR * share) / (len(seen) + PRIOR), len(seen))
    return table


def cross_validated(values: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Each value with the confidence that a table fitted without its source gives it."""
    result = []
    for source in sorted({value.source for value in values}):
        rest = [value for value in values if value.source != source]
        table = fit(rest)
        shares: dict[str, list[bool]] = defaultdict(list)
        for value in rest:
            shares[value.field].append(value.right)
        for value in values:
            if value.source == source:
                own = shares[value.field]
                unseen = ((sum(own) + START[0]) / (len(own) + START[1]), 0)
                result.append((value, table.get((value.field, value.rule), unseen)[0]))
    return result


def calibration_error(judged: Sequence[tuple[Judged, float]]) -> float:
    """Expected calibration error: over bins of confidence, the mean gap to the share of right values."""
    total = 0.0
    for low, high in pairwise(BINS):
        members = [(value, confidence) for value, confidence in judged if low <= confidence < high]
        if members:
            right = sum(value.right for value, _ in members)
            total += abs(sum(confidence for _, confidence in members) - right)
    return total / len(judged) if judged else 0.0


def report(values: Sequence[Judged]) -> str:
    """The reliability table as Markdown."""
    judged = cross_validated(values)
    lines = [
        "| field | values | right | mean confidence | expected calibration error |",
        "|---|---:|---:|---:|---:|",
    ]
    for field in dict.fromkeys(value.field for value in values):
        mine = [(value, confidence) for value, confidence in judged if value.field == field]
        right = sum(value.right for value, _ in mine) / len(mine)
        mean = sum(confidence for _, confidence in mine) / len(mine)
        lines.append(f"| {field} | {len(mine)} | {right:.3f} | {mean:.3f} | {calibration_error(mine):.3f} |")
    lines += ["", "| confidence | values | right |", "|---|---:|---:|"]
    for low, high in pairwise(BINS):
        members = [value for value, confidence in judged if low <= confidence < high]
        if members:
            share = sum(value.right for value in members) / len(members)
            lines.append(f"| {low:.2f} - {min(high, 1.0):.2f} | {len(members)} | {share:.3f} |")
    return "\n".join(lines) + "\n"


def write_table(values: Sequence[Judged], path: Path) -> None:
    """`confidence.csv` of a model, sorted by rule; a rule of several fields takes its lowest."""
    rules: dict[str, tuple[float, int]] = {}
    for (_, rule), (confidence, seen) in fit(values).items():
        if rule not in rules or confidence < rules[rule][0]:
            rules[rule] = (confidence, seen)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["id", "confidence", "values", "source"])
        for rule, (confidence, seen) in sorted(rules.items()):
            writer.writerow([rule, f"{min(confidence, 0.99):.3f}", seen, "share of right values, annotated documents"])


def _values(parser: Parser, cases: Iterable[Case]) -> Iterator[Judged]:
    for case in cases:
        if case.path is None:
            continue
        try:
            record = parser.parse(case.path)
        except DispatchError:
            continue
        yield from judge(record, case.gold, case.source or case.gold["id"])


def main(argv: Sequence[str] | None = None) -> int:
    """Fit the table, print and write the report."""
    options = argparse.ArgumentParser(description="fit confidences on annotated documents")
    options.add_argument("gold", type=Path)
    options.add_argument("docs", type=Path, nargs="+")
    options.add_argument("--table", type=Path, help="write the rules' confidences (CSV)")
    options.add_argument("--report", type=Path, help="write the reliability table (Markdown)")
    options.add_argument("--layer", default="digital", help="only this text layer")
    chosen = options.parse_args(argv)
    cases = [case for case in load_cases(chosen.gold, chosen.docs) if case.gold["text_layer"] == chosen.layer]
    values = list(_values(Parser(), cases))
    if chosen.table:
        write_table(values, chosen.table)
    tables = report(values)
    if chosen.report:
        chosen.report.write_text(tables, encoding="utf-8")
    print(tables)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
