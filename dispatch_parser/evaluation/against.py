"""Two evaluations of the same gold: what was gained and what was lost, per document and field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became right (`gained`) or wrong. `what` names the citation or task, if it is one."""

    id: str
    field: str
    gained: bool
    what: str = ""


def changes(old: Report, new: Report) -> list[Change]:
    """Changes over the documents that both reports hold, by document, then field."""
    found: list[Change] = []
    for identifier, document in new["documents"].items():
        before = old["documents"].get(identifier)
        if before is not None:
            found.extend(_document(identifier, before, document))
    return found


def _document(identifier: str, old: Report, new: Report) -> Iterator[Change]:
    right_before, right_now = _right(old), _right(new)
    for item in sorted(right_now - right_before):
        yield Change(identifier, item[0], gained=True, what=item[1])
    for item in sorted(right_before - right_now):
        yield Change(identifier, item[0], gained=False, what=item[1])


def _right(document: Report) -> set[tuple[str, str]]:
    """All that is right in a document, as `(field, what)`."""
    right = {(name, "") for name, score in document["fields"].items() if score["exact"]}
    if document["header"]:
        right.add(("header", ""))
    citations = document["citations"]
    if citations is not None:
        right |= {("citations", number) for number in citations["matched"]}
    tasks = document["tasks"]
    if tasks is not None:
        for pair in tasks["pairs"]:
            text = _short(pair["gold"]["text"])
            right.add(("tasks", text))
            right |= {(f"tasks.{slot}", text) for slot in pair["right"]}
    return right


def spurious(report: Report) -> dict[str, int]:
    """How many citations and tasks were predicted that gold does not have."""
    documents = report["documents"].values()
    return {
        name: sum(len(d[name]["spurious"]) for d in documents if d[name] is not None)
        for name in ("citations", "tasks")
    }


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
