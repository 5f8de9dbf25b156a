"""A record as tables for a person: the fields with their states, tasks, citations, warnings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dispatch_parser import messages
from dispatch_parser.cli.text import language, say
from dispatch_parser.record import CHECK_BELOW, Deadline, DispatchRecord, Evidence, Field, Task, Warning


def print_record(console: Console, record: DispatchRecord) -> None:
    """Print a record; parts that are empty are left out, absent fields are shown as absent."""
    title = f"{record.source.name or ''} · {say(f'view.kind.{record.source_kind}')}"
    console.print(Text(title, style="bold"))
    console.print(_fields(record))
    if record.tasks:
        console.print(_tasks(record))
    if record.citations:
        console.print(_citations(record))
    if record.attachments:
        console.print(Text(say("view.attachments"), style="bold"))
        for attachment in record.attachments:
            console.print(Text(f"  {attachment.name}"))
    if record.warnings:
        console.print(Text(say("view.warnings"), style="bold"))
        for warning in record.warnings:
            console.print(Text(f"  ! {_warning(warning)}", style="yellow"))


def _warning(warning: Warning) -> str:
    """A warning in the language in use; its own words (Vietnamese) where no sentence is kept for its code."""
    worded = messages.WARNINGS.get(warning.code, {}).get(language(), "")
    return worded if worded and "{" not in worded else warning.message


# -- fields -----------------------------------------------------------------------------------------------


def _fields(record: DispatchRecord) -> Table:
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(say("view.field"), no_wrap=True, style="cyan")
    table.add_column(say("view.value"), overflow="fold")
    table.add_column(say("view.page"), justify="right", no_wrap=True)
    table.add_column(say("view.sure"), justify="right", no_wrap=True)
    for key, field in _before_lists(record):
        _add_field(table, key, field)
    _add_list(table, "addressees", [(a.name, a.evidence) for a in record.addressees])
    places = [(f"{p.name} ({p.purpose})" if p.purpose else p.name, p.evidence) for p in record.to_places]
    _add_list(table, "to_places", places)
    for key, field in _after_lists(record):
        _add_field(table, key, field)
    return table


def _before_lists(record: DispatchRecord) -> Iterator[tuple[str, Field[Any]]]:
    yield "document_type", record.document_type
    yield "issuer", record.issuer.name
    yield "parent", record.issuer.parent
    yield "number", record.number.value
    yield "notation", record.number.notation
    yield "place", record.place
    yield "date", record.date
    yield "subject", record.subject
    yield "priority", record.priority
    yield "secrecy", record.secrecy


def _after_lists(record: DispatchRecord) -> Iterator[tuple[str, Field[Any]]]:
    yield "archive", record.archive
    yield "competence", record.signer.competence
    yield "position", record.signer.position
    yield "signer", record.signer.full_name


def _add_field(table: Table, key: str, field: Field[Any]) -> None:
    label = say(f"view.{key}")
    if field.state == "absent":
        table.add_row(label, Text(say("view.absent"), style="dim"), "", "")
        return
    if field.state == "unreadable":
        words = say("view.unreadable") + (f": {field.raw}" if field.raw else "")
        table.add_row(label, Text(words, style="red"), _page(field.evidence), "")
        return
    value = Text(str(field.value))
    for other in field.alternatives:
        value.append(f"\n{say('view.or')} {other.value}", style="yellow")
    table.add_row(label, value, _page(field.evidence), _sure(field.evidence))


def _add_list(table: Table, key: str, items: list[tuple[str, Evidence]]) -> None:
    label = say(f"view.{key}")
    if not items:
        table.add_row(label, Text(say("view.absent"), style="dim"), "", "")
    for words, evidence in items:
        table.add_row(label, Text(words), _page(evidence), _sure(evidence))
        label = ""


def _page(evidence: Evidence | None) -> str:
    return str(evidence.spans[0].page) if evidence else ""


def _sure(evidence: Evidence | None) -> Text:
    """How sure a value is; what a person should look at stands out."""
    if evidence is None:
        return Text()
    doubtful = evidence.confidence < CHECK_BELOW
    return Text(f"? {evidence.confidence:.0%}" if doubtful else f"{evidence.confidence:.0%}", "red" if doubtful else "")


# -- lists ------------------------------------------------------------------------------------------------


def _tasks(record: DispatchRecord) -> Table:
    table = Table(title=f"{say('view.tasks')} ({len(record.tasks)})", title_justify="left", show_lines=True)
    table.add_column("#", justify="right")
    table.add_column(say("view.task"), ratio=5, overflow="fold")
    table.add_column(say("view.agencies"), ratio=4, overflow="fold")
    table.add_column(say("view.deadline"), ratio=2, overflow="fold")
    table.add_column(say("view.page"), justify="right")
    for number, task in enumerate(record.tasks, start=1):
        table.add_row(str(number), _task(task), _agencies(task), _deadline(task), _page(task.evidence))
    return table


def _task(task: Task) -> Text:
    kind = "report_task" if task.kind == "report" else task.kind
    words = Text(task.text)
    if task.kind != "do":
        words.append(f" [{say(f'view.kind.{kind}')}]", style="magenta")
    if task.product:
        words.append(f"\n→ {task.product}", style="green")
    return words


def _agencies(task: Task) -> Text:
    roles: dict[str, list[str]] = {}
    for agency in task.agencies:
        roles.setdefault(agency.role, []).append(agency.name)
    words = Text()
    for role, names in roles.items():
        words.append("\n" if words else "").append(f"{say(f'view.role.{role}')}: ", style="cyan")
        words.append("; ".join(names))
    return words


def _deadline(task: Task) -> Text:
    words = Text(_limit(task.deadline) if task.deadline else "")
    if task.other_due:
        words.append("\n" if words else "").append(f"⇐ {_limit(task.other_due)}", style="yellow")
    return words


def _limit(deadline: Deadline) -> str:
    return f"{deadline.raw} → {deadline.date.isoformat()}" if deadline.date else deadline.raw


def _citations(record: DispatchRecord) -> Table:
    table = Table(title=f"{say('view.citations')} ({len(record.citations)})", title_justify="left")
    table.add_column(say("view.number"), no_wrap=True)
    table.add_column(say("view.document_type"))
    table.add_column(say("view.date"))
    table.add_column(say("view.relation"))
    table.add_column(say("view.page"), justify="right")
    for citation in record.citations:
        table.add_row(
            citation.number,
            citation.document_type or "",
            citation.date.isoformat() if citation.date else "",
            say(f"view.relation.{citation.relation}"),
            _page(citation.evidence),
        )
    return table
