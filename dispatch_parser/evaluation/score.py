"""One document against its gold record: every field, the whole header, citations, tasks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dispatch_parser.evaluation.compare import FIELDS, HEADER, numeral, symbol
from dispatch_parser.evaluation.tasks import TaskScore, score_tasks

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field: whether it is right, and both values as they stand in the records."""

    exact: bool
    soft: bool
    gold: Any
    got: Any


@dataclass(frozen=True, slots=True)
class CitationScore:
    """The citations of one document by number, as printed in gold (matched, missed) or in the prediction."""

    matched: tuple[str, ...]
    missed: tuple[str, ...]
    spurious: tuple[str, ...]
    wrong_type: tuple[str, ...]
    wrong_date: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """One document.

    `error` says why it has no record; `citations` and `tasks` are None where gold has none annotated.
    """

    id: str
    file: str
    text_layer: str
    media: str
    source: str
    error: str | None
    fields: dict[str, FieldScore]
    header: bool
    citations: CitationScore | None
    tasks: TaskScore | None


def score_document(
    gold: Plain, got: Plain | None, *, file: str, media: str, source: str = "", error: str | None = None
) -> DocumentScore:
    """Score a plain record; None (no record) is wrong everywhere, its citations and tasks all missed."""
    fields = score_fields(gold, got)
    record = got or {}
    citations, tasks = gold.get("citations"), gold.get("tasks")
    return DocumentScore(
        id=gold["id"],
        file=file,
        text_layer=gold.get("text_layer") or "digital",
        media=media,
        source=source,
        error=error if got is None else None,
        fields=fields,
        header=all(fields[name].exact for name in HEADER),
        citations=None if citations is None else score_citations(citations, record.get("citations") or ()),
        tasks=None if tasks is None else score_tasks(tasks, record.get("tasks") or ()),
    )


def score_fields(gold: Plain, got: Plain | None) -> dict[str, FieldScore]:
    """Every header field; a gold null means the field has no value, so a predicted value is wrong."""
    scores = {}
    for spec in FIELDS:
        want = spec.value(gold)
        have = spec.value(got) if got is not None else None
        scores[spec.name] = FieldScore(
            exact=got is not None and spec.exact(want, have),
            soft=got is not None and spec.soft(want, have),
            gold=want,
            got=have,
        )
    return scores


def score_citations(gold: Iterable[Plain], got: Iterable[Plain]) -> CitationScore:
    """Citations as sets of numbers; type and date are compared on the matched ones."""
    want = _by_number(gold)
    have = _by_number(got)
    both = [number for number in want if number in have]
    return CitationScore(
        matched=tuple(want[n]["number"] for n in both),
        missed=tuple(c["number"] for n, c in want.items() if n not in have),
        spurious=tuple(c["number"] for n, c in have.items() if n not in want),
        wrong_type=tuple(want[n]["number"] for n in both if _type(want[n]) != _type(have[n])),
        wrong_date=tuple(want[n]["number"] for n in both if want[n].get("date") != have[n].get("date")),
    )


def _by_number(citations: Iterable[Plain]) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for citation in citations:
        found.setdefault(numeral(citation["number"]), citation)
    return found


def _type(citation: Plain) -> str | None:
    code = citation.get("document_type")
    return symbol(code) if code else None
