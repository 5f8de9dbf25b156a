"""The record beside the document: fields with their states, lists, tasks, citations, warnings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dispatch_parser import messages
from dispatch_parser.explanation import Explanation
from dispatch_parser.record import Agency, Citation, DispatchRecord, Evidence, Field, Warning
from dispatch_parser.review.cards import task_cards
from dispatch_parser.review.marks import Group, Marks
from dispatch_parser.review.markup import Html, element, join
from dispatch_parser.review.reasons import nearest
from dispatch_parser.review.values import Values
from dispatch_parser.review.words import Words


def panel(record: DispatchRecord, marks: Marks, words: Words, explanations: Sequence[Explanation] = ()) -> Html:
    """The whole record as markup, with why its tasks are tasks; every value shown is added to `marks`."""
    values = Values(marks, words)
    return join(
        [
            _heading(record, words),
            _warnings(record, words),
            _fields(record, values),
            _tasks(record, values, explanations),
            _section("citations", _citations(record.citations, values), words, len(record.citations)),
            _section("agencies", _agencies(record.agencies, values), words, len(record.agencies)),
            _section("attachments", _attachments(record, values), words, len(record.attachments)),
            _section("signatures", _signatures(record, words), words, len(record.signatures)),
        ]
    )


def title(record: DispatchRecord) -> str:
    """What the record is about in short: number and notation, else the item's title or the file's name."""
    return number_of(record) or record.source.title or record.source.name or "…"


def number_of(record: DispatchRecord) -> str | None:
    """Number and notation as they are written together: `1315/UBND-NVK`, for the Party `45-CV/TU`."""
    number, notation = record.number.value.value, record.number.notation.value
    if notation is None:
        return number
    head, slash, _ = notation.partition("/")
    joint = "-" if slash and not head.isdigit() else "/"
    return f"{number or '…'}{joint}{notation}"


def _heading(record: DispatchRecord, words: Words) -> Html:
    kind = element("p", words(f"kind.{record.source_kind}"), class_=f"kind kind-{record.source_kind}")
    note = element("p", words("no_dispatch"), class_="note") if record.source_kind == "other" else Html("")
    return element(
        "header",
        kind,
        element("h1", title(record)),
        element("p", record.subject.value, class_="subject") if record.subject.value else Html(""),
        note,
        element("p", _source(record, words), class_="source"),
    )


def _source(record: DispatchRecord, words: Words) -> str:
    """The file, and for a news item its own title and day."""
    source = record.source
    published = words.day(source.published) if source.published else None
    told = [source.title, published] if record.source_kind == "report" else []
    shown = title(record)
    return " · ".join(part for part in (source.name, *told) if part and part != shown)


def _section(name: str, content: Html, words: Words, count: int) -> Html:
    if not count:
        return Html("")
    heading = element("h2", words(name), " ", element("span", str(count), class_="count"), id=f"h-{name}")
    return element("section", heading, content, class_=name, aria_labelledby=f"h-{name}")


def _tasks(record: DispatchRecord, values: Values, explanations: Sequence[Explanation]) -> Html:
    """The tasks; where there are none, what came nearest."""
    if record.tasks or not explanations or record.source_kind == "other":
        cards = task_cards(record.tasks, values, explanations)
        return _section("tasks", cards, values.words, len(record.tasks))
    heading = element("h2", values.words("tasks"), id="h-tasks")
    near = nearest(explanations[0], values.words)
    return element("section", heading, near, class_="tasks", aria_labelledby="h-tasks")


def _warnings(record: DispatchRecord, words: Words) -> Html:
    items = (element("li", _sentence(warning, words), title=warning.code) for warning in record.warnings)
    return _section("warnings", element("ul", *items), words, len(record.warnings))


def _sentence(warning: Warning, words: Words) -> str:
    """A warning in the language of the page; its own words where no sentence is kept for its code."""
    worded = messages.WARNINGS.get(warning.code, {}).get(words.language, "")
    return worded if worded and "{" not in worded else warning.message


# -- header fields -------------------------------------------------------------------------------------------


def _fields(record: DispatchRecord, values: Values) -> Html:
    rows: list[Html] = []
    absent: list[str] = []
    for name, group, field in _before_lists(record):
        _add_row(rows, absent, name, group, field, values)
    _add_list(rows, absent, "addressees", ((a.name, "", a.evidence) for a in record.addressees), values)
    places = ((p.name, p.purpose or "", p.evidence) for p in record.to_places)
    _add_list(rows, absent, "to_places", places, values)
    for name, field in _after_lists(record):
        _add_row(rows, absent, name, "people", field, values)
    if record.source_kind == "other" and not rows:
        return Html("")
    words = values.words
    missing = element("p", words("absent", names=", ".join(absent)), class_="absent") if absent else Html("")
    return element("section", element("dl", *rows), missing, class_="fields", aria_label=words("record"))


def _before_lists(record: DispatchRecord) -> Iterator[tuple[str, Group, Field[Any]]]:
    yield "document_type", "identity", record.document_type
    yield "issuer", "identity", record.issuer.name
    yield "parent", "identity", record.issuer.parent
    yield "number", "identity", record.number.value
    yield "notation", "identity", record.number.notation
    yield "place", "identity", record.place
    yield "date", "identity", record.date
    yield "subject", "identity", record.subject
    yield "priority", "identity", record.priority
    yield "secrecy", "identity", record.secrecy


def _after_lists(record: DispatchRecord) -> Iterator[tuple[str, Field[Any]]]:
    yield "archive", record.archive
    yield "competence", record.signer.competence
    yield "position", record.signer.position
    yield "full_name", record.signer.full_name


def _add_row(
    rows: list[Html], absent: list[str], name: str, group: Group, field: Field[Any], values: Values
) -> None:
    label = values.words(name)
    if field.state == "absent":
        absent.append(label[:1].lower() + label[1:])
        return
    rows.append(element("dt", label))
    rows.append(element("dd", _field(label, group, field, values)))


def _field(label: str, group: Group, field: Field[Any], values: Values) -> Html:
    words = values.words
    if field.state == "unreadable":
        state = element("span", words("unreadable"), class_="unreadable")
        if field.evidence is None:
            return state
        return join([state, values.value(group, label, field.raw or "…", field.evidence, graded=False)], " ")
    parts = [_one(label, group, field.value, field.raw or "", field.evidence, values)]
    for other in field.alternatives:
        perhaps = element("span", words("ambiguous"), class_="or")
        parts.append(join([perhaps, _one(label, group, other.value, other.raw, other.evidence, values)], " "))
    return join(parts, Html("<br>"))


def _one(label: str, group: Group, value: Any, raw: str, evidence: Evidence | None, values: Values) -> Html:  # noqa: ANN401
    shown = values.words.day(value) if isinstance(value, dt.date) else str(value)
    if evidence is None:
        return element("span", shown)
    return values.value(group, label, shown, evidence, raw="" if raw == shown else raw)


def _add_list(
    rows: list[Html],
    absent: list[str],
    name: str,
    items: Iterable[tuple[str, str, Evidence]],
    values: Values,
) -> None:
    label = values.words(name)
    entries = [
        element("li", values.value("people", label, shown, evidence), _aside(purpose))
        for shown, purpose, evidence in items
    ]
    if not entries:
        absent.append(label[:1].lower() + label[1:])
        return
    rows.append(element("dt", label))
    rows.append(element("dd", element("ul", *entries)))


def _aside(text: str) -> Html:
    return join([" ", element("span", text, class_="aside")]) if text else Html("")


# -- lists ---------------------------------------------------------------------------------------------------


def _citations(citations: Iterable[Citation], values: Values) -> Html:
    words = values.words
    rows = []
    for citation in citations:
        kind = f"{citation.document_type} " if citation.document_type else ""
        facts = [words.day(citation.date) if citation.date else "", citation.issuer or ""]
        number = values.value(
            "citation", words("citations"), citation.number, citation.evidence, raw=citation.raw
        )
        relation = element("span", words(f"relation.{citation.relation}"), class_="badge")
        rows.append(
            element(
                "li",
                element("span", kind, class_="type"),
                number,
                " ",
                relation,
                _aside(" · ".join(filter(None, facts))),
            )
        )
    return element("ul", *rows, class_="rows")


def _agencies(agencies: Iterable[Agency], values: Values) -> Html:
    words = values.words
    rows = []
    for agency in agencies:
        roles = [words(f"role.{role}").lower() for role in getattr(agency, "roles", ())]
        name = values.value("agency", words("agencies"), agency.name, agency.evidence, raw=agency.raw)
        rows.append(element("li", name, _aside(", ".join(filter(None, [agency.office or "", *roles])))))
    return element("ul", *rows, class_="rows")


def _attachments(record: DispatchRecord, values: Values) -> Html:
    words = values.words
    return element(
        "ul",
        *(
            element(
                "li",
                values.value("annex", words("attachments"), attachment.name, attachment.evidence),
                _aside(words("included") if attachment.included else ""),
            )
            for attachment in record.attachments
        ),
        class_="rows",
    )


def _signatures(record: DispatchRecord, words: Words) -> Html:
    rows = []
    for signature in record.signatures:
        intact = {True: "intact.yes", False: "intact.no", None: "intact.unknown"}[signature.intact]
        facts = [
            signature.signer or "…",
            signature.organisation or "",
            f"{words.day(signature.time.date())} {signature.time:%H:%M}" if signature.time else "",
            words(intact),
        ]
        rows.append(element("li", " · ".join(filter(None, facts))))
    return element("ul", *rows, class_="rows")
