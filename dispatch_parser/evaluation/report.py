"""Evaluations on a terminal: figures, documents that failed, mismatches, gains and losses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dispatch_parser.evaluation.against import Change
from dispatch_parser.evaluation.compare import HEADER
from dispatch_parser.evaluation.metrics import Found, Metrics, Share
from dispatch_parser.evaluation.score import DocumentScore

DETAILS = ("header", "citations", "tasks")
"""What `--detail` takes besides the names of the fields."""


def figures(groups: dict[str, Metrics], title: str) -> Table:
    """All figures, one column a group: exact and soft for a field, precision/recall/F1 for what is found."""
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name, metrics in groups.items():
        table.add_column(f"{name}\n{metrics.documents}", justify="right", no_wrap=True)
    columns = [list(_rows(metrics)) for metrics in groups.values()]
    for row in zip(*columns, strict=True):
        label = row[0][0]
        table.add_row(label, *(value for _, value in row), end_section=label in _SECTION_ENDS)
    return table


_SECTION_ENDS = {"failed", "whole header", "  date right"}


def _rows(metrics: Metrics) -> Iterator[tuple[str, str]]:
    yield "failed", str(metrics.failed)
    for name, exact in metrics.exact.items():
        yield name, f"{_share(exact)} {_share(metrics.soft[name])}"
    yield "whole header", _share(metrics.header)
    yield "citations P R F1", _found(metrics.citations)
    yield "  type right", _share(metrics.citation_type)
    yield "  date right", _share(metrics.citation_date)
    yield "tasks P R F1", _found(metrics.tasks)
    for slot, share in metrics.slots.items():
        yield f"  {slot} (where filled)", f"{_share(share)} {_share(metrics.slots_present[slot])}"


def _share(share: Share) -> str:
    return _number(share.value)


def _number(value: float | None) -> str:
    return "   –" if value is None else f"{value:.2f}"


def _found(found: Found) -> str:
    return " ".join(map(_number, (found.precision, found.recall, found.f1)))


_SUMMARY = {
    "type": "document_type", "issuer": "issuer.name", "number": "number.value", "notation": "number.notation",
    "date": "date", "subject": "subject", "signer": "signer.full_name",
}  # fmt: skip


def summary(groups: dict[str, Metrics], title: str) -> Table:
    """The figures that matter most (exact), one row a group."""
    table = Table(title=title, title_justify="left")
    for name in ("", "n", "failed", *_SUMMARY, "header", "citations F1", "tasks F1"):
        table.add_column(name, justify="right" if name else "left")
    for group, metrics in groups.items():
        fields = [_share(metrics.exact[name]) for name in _SUMMARY.values()]
        found = [_number(metrics.citations.f1), _number(metrics.tasks.f1)]
        counts = [str(metrics.documents), str(metrics.failed)]
        table.add_row(group, *counts, *fields, _share(metrics.header), *found)
    return table


def print_failures(console: Console, scores: Sequence[DocumentScore]) -> None:
    """One line for every document without a record."""
    for score in scores:
        if score.error is not None:
            console.print(f"[red]{score.file}[/red] {escape(score.error)}")


def print_changes(console: Console, found: Sequence[Change]) -> None:
    """One line for every gain and loss, losses first, and their numbers."""
    for change in sorted(found, key=lambda c: (c.gained, c.field, c.id)):
        sign = "[green]+" if change.gained else "[red]-"
        console.print(f"{sign} {change.field}[/] {change.id} {escape(change.what)}")
    gained = sum(change.gained for change in found)
    console.print(f"[green]+{gained}[/] [red]-{len(found) - gained}[/]")


def print_detail(console: Console, scores: Sequence[DocumentScore], name: str) -> None:
    """The mismatches of one field (or `header`, `citations`, `tasks`): what was got, what gold says."""
    for score in scores:
        lines = list(_mismatches(score, name))
        if lines:
            console.print(f"[bold]{score.file}[/] {escape(score.error or '')}")
            for line in lines:
                console.print(f"  {line}")


def _mismatches(score: DocumentScore, name: str) -> Iterator[str]:
    if name == "tasks":
        yield from _task_mismatches(score)
    elif name == "citations":
        found = score.citations
        if found is not None:
            yield from (f"[red]missed[/]   {escape(n)}" for n in found.missed)
            yield from (f"[yellow]spurious[/] {escape(n)}" for n in found.spurious)
            yield from (f"[cyan]type[/]     {escape(n)}" for n in found.wrong_type)
            yield from (f"[cyan]date[/]     {escape(n)}" for n in found.wrong_date)
    elif name == "header":
        yield from (line for part in HEADER for line in _field(score, part, f"{part} "))
    else:
        yield from _field(score, name, "")


def _field(score: DocumentScore, name: str, label: str) -> Iterator[str]:
    field = score.fields[name]
    if not field.exact:
        mark = "[yellow]~[/]" if field.soft else "[red]✗[/]"
        yield f"{mark} {label}got  {_value(field.got)}"
        yield f"  {' ' * len(label)}gold {_value(field.gold)}"


def _value(value: Any) -> str:  # noqa: ANN401 - text, list or None
    return escape(" | ".join(value) if isinstance(value, (list, tuple)) else str(value))


def _task_mismatches(score: DocumentScore) -> Iterator[str]:
    if score.tasks is None:
        return
    yield from (f"[red]missed[/]   {_task(task)}" for task in score.tasks.missed)
    yield from (f"[yellow]spurious[/] {_task(task)}" for task in score.tasks.spurious)
    for pair in score.tasks.pairs:
        wrong = [slot for slot in pair.present if slot not in pair.right]
        if wrong:
            yield f"[cyan]{', '.join(wrong)}[/] ({pair.overlap:.2f})"
            yield f"    got  {_task(pair.got)}"
            yield f"    gold {_task(pair.gold)}"


def _task(task: dict[str, Any]) -> str:
    agencies = "; ".join(f"{a['role']}={a['name']}" for a in task.get("agencies") or ())
    deadline = task.get("deadline") or {}
    parts = [task.get("kind"), agencies, deadline.get("raw"), deadline.get("kind"), deadline.get("date")]
    parts.append(task.get("product"))
    return escape(f"{task['text']} — " + " · ".join(part for part in parts if part))
