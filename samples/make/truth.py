"""Short words for writing expected records by hand, in the shape of `dispatch-parser parse --plain`."""

from __future__ import annotations

from typing import Any

from samples.make.model import Grid

Value = dict[str, Any]


def lead(*names: str) -> list[Value]:
    """The bodies that must do it."""
    return [{"name": name, "role": "lead"} for name in names]


def coordinate(*names: str) -> list[Value]:
    """The bodies that work with them."""
    return [{"name": name, "role": "coordinate"} for name in names]


def report_to(*names: str) -> list[Value]:
    """Whom the result goes to, and the relay."""
    return [{"name": name, "role": "report_to"} for name in names]


def delegate(*names: str) -> list[Value]:
    """The bodies that are made to do it by the lead."""
    return [{"name": name, "role": "delegate"} for name in names]


def target(*names: str) -> list[Value]:
    """The inspected or supervised bodies."""
    return [{"name": name, "role": "target"} for name in names]


def due(raw: str, date: str | None = None, kind: str = "date") -> Value:
    """A deadline: its words, its kind, and the day it names (or the last day of the period)."""
    return {"raw": raw, "kind": kind, "date": date}


def task(
    text: str,
    agencies: list[Value],
    deadline: Value | None = None,
    kind: str = "do",
    product: str | None = None,
) -> Value:
    """One task."""
    return {"text": text, "kind": kind, "agencies": agencies, "deadline": deadline, "product": product}


def row_task(
    table: Grid, row: int, agencies: list[Value], deadline: Value | None = None, kind: str = "do"
) -> Value:
    """The task of a table row (counted from 0): its text and product are the row's second and last cell."""
    cells = table.rows[row]
    return task(cells[1], agencies, deadline, kind, product=cells[-1])


def cited(document_type: str, number: str, date: str | None = None) -> Value:
    """One cited document."""
    return {"document_type": document_type, "number": number, "date": date}


def record(
    document_type: str | None,
    issuer: str | None,
    number: str | None,
    notation: str | None,
    date: str | None,
    subject: str | None,
    *,
    parent: str | None = None,
    place: str | None = None,
    priority: str | None = None,
    secrecy: str | None = None,
    addressees: tuple[str, ...] = (),
    to_places: tuple[str, ...] = (),
    archive: str | None = None,
    signer: tuple[str | None, str | None, str | None] = (None, None, None),
    citations: tuple[Value, ...] = (),
    tasks: tuple[Value, ...] = (),
    source_kind: str = "dispatch",
) -> Value:
    """A whole record without `file`, which the maker adds."""
    competence, position, full_name = signer
    return {
        "source_kind": source_kind,
        "text_layer": "digital",
        "document_type": document_type,
        "issuer": {"name": issuer, "parent": parent},
        "number": {"value": number, "notation": notation},
        "place": place,
        "date": date,
        "subject": subject,
        "priority": priority,
        "secrecy": secrecy,
        "addressees": list(addressees),
        "to_places": list(to_places),
        "archive": archive,
        "signer": {"competence": competence, "position": position, "full_name": full_name},
        "citations": list(citations),
        "tasks": list(tasks),
    }


def no_dispatch() -> Value:
    """The record of a file that is no dispatch: every field absent."""
    return record(None, None, None, None, None, None, source_kind="other")
