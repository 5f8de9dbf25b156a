"""Findings to DispatchRecord: everything in reading coordinates becomes values with evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dispatch_parser.document import Document
from dispatch_parser.extractors.anaphora import Antecedents
from dispatch_parser.extractors.fields import folded
from dispatch_parser.extractors.findings import Findings, FoundCitation, FoundDeadline, FoundTask, Mention
from dispatch_parser.extractors.signatures import digital_signatures, signer_differs
from dispatch_parser.gazetteer.register import Register
from dispatch_parser.layout import zones
from dispatch_parser.messages import warning
from dispatch_parser.record import (
    AgencyMention,
    Assignment,
    Citation,
    Deadline,
    DispatchRecord,
    Mended,
    Role,
    Source,
    Task,
)
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Reading, span_of


def assemble(findings: Findings, register: Register) -> DispatchRecord:
    """The record of one document. A source that is no dispatch keeps its fields absent, whatever it talks about.

    Bodies get the id of their entry in `register` as of the document's date.
    """
    reading, header = findings.reading, findings.header
    warnings = [*(warning(code) for code in dict.fromkeys(reading.document.notices)), *findings.warnings]
    if any(paragraph.zone == zones.ANOTHER for paragraph in reading.paragraphs):
        warnings.append(warning("several_dispatches"))
    if header.secrecy.state != "absent":
        warnings.append(warning("secret_document"))
    if findings.source_kind == "other":
        return DispatchRecord(
            source=_source(reading),
            source_kind="other",
            signatures=digital_signatures(reading.document),
            mended=_mended(reading.document),
            warnings=tuple(warnings),
        )
    if signer_differs(reading.document, header.signer):
        warnings.append(warning("signer_differs"))
    who = _Who(register, header.date.value, header.issuer.name.value)
    meant = Antecedents(findings)
    tasks = tuple(_task(findings, who, meant, number, task) for number, task in enumerate(findings.tasks, 1))
    return DispatchRecord(
        source=_source(reading),
        source_kind=findings.source_kind,
        document_type=header.document_type,
        issuer=header.issuer.model_copy(update={"id": who.id_of(header.issuer.name.value)}),
        number=header.number,
        place=header.place,
        date=header.date,
        subject=header.subject,
        priority=header.priority,
        secrecy=header.secrecy,
        addressees=header.addressees,
        to_places=header.to_places,
        archive=header.archive,
        signer=header.signer,
        signatures=digital_signatures(reading.document),
        citations=tuple(_citation(reading, found) for found in findings.citations),
        agencies=tuple(_mentions(findings, who)),
        tasks=tasks,
        attachments=tuple(findings.attachments),
        mended=_mended(reading.document),
        warnings=tuple(warnings),
    )


def _source(reading: Reading) -> Source:
    document = reading.document
    published = document.source.published
    return Source(
        name=document.source.name,
        media=document.source.media,
        sha256=document.source.sha256,
        pages=len(document.pages),
        text_layer=document.text_layer,
        title=document.source.title,
        published=dt.date.fromisoformat(published) if published else None,
    )


def _mended(document: Document) -> tuple[Mended, ...]:
    """What readers of pictures mended, in reading order."""
    return tuple(
        Mended(span=span_of(line, start, end), text=document.text[start:end], recognised=raw)
        for line in document.lines
        for start, end, raw in line.mended
    )


def _citation(reading: Reading, found: FoundCitation) -> Citation:
    return Citation(
        document_type=found.document_type,
        number=found.number,
        date=found.date,
        issuer=found.issuer,
        relation=found.relation,
        raw=folded(reading.text[found.start : found.end]),
        evidence=reading.evidence(found.start, found.end, found.rule, found.confidence),
    )


@dataclass(frozen=True)
class _Who:
    """Whom names mean in this document: on its date, said by its issuer."""

    register: Register
    on: dt.date | None
    issuer: str | None

    def id_of(self, name: str | None) -> str | None:
        """The id of the register's entry, None where it lists no such body or cannot tell which."""
        if name is None:
            return None
        entry = self.register.resolve(name, on=self.on, context=self.issuer).entry
        return entry.id if entry is not None and not entry.open else None


def _mentions(findings: Findings, who: _Who) -> Iterator[AgencyMention]:
    """Every body named in the operative text, once per name, with every role it has in a task."""
    reading = findings.reading
    roles: dict[str, list[Role]] = {}
    for task in findings.tasks:
        for mention, role in task.agencies:
            held = roles.setdefault(key(mention.name), [])
            if role not in held:
                held.append(role)
    seen: set[str] = set()
    for group in findings.agencies:
        if reading.paragraph_at(group.start).zone not in (zones.BODY, zones.ANNEX):
            continue
        for mention in group.members:
            name = key(mention.name)
            if name not in seen:
                seen.add(name)
                yield AgencyMention(**_agency(reading, who, mention), roles=tuple(roles.get(name, ())))


def _agency(reading: Reading, who: _Who, mention: Mention) -> dict[str, Any]:
    return {
        "name": mention.name,
        "id": who.id_of(mention.name) if mention.group is None else None,
        "group": mention.group,
        "office": mention.office,
        "raw": folded(reading.text[mention.start : mention.end]),
        "evidence": reading.evidence(mention.start, mention.end, mention.rule, mention.confidence),
    }


def _deadline(reading: Reading, found: FoundDeadline, *, binds: bool = False) -> Deadline:
    """A deadline; one that `binds` shows the day on which a count of days ends."""
    date = found.ends if binds and found.date is None else found.date
    return Deadline(
        raw=folded(reading.text[found.start : found.end]),
        kind=found.kind,
        date=date,
        boundary=found.boundary,
        recurrence=found.recurrence,
        derivation=found.derivation if date is not None else (),
        evidence=reading.evidence(found.start, found.end, found.rule, found.confidence),
    )


def _task(findings: Findings, who: _Who, meant: Antecedents, number: int, task: FoundTask) -> Task:
    reading = findings.reading
    inside = [c.number for c in findings.citations if task.start <= c.start and c.end <= task.end]
    return Task(
        id=f"t{number}",
        kind=task.kind,
        text=folded(reading.text[task.start : task.end]).rstrip(" ;./"),
        agencies=tuple(
            Assignment(**_agency(reading, who, mention), role=role, refers_to=meant.of(mention))
            for mention, role in task.agencies
        ),
        deadline=_deadline(reading, task.deadline) if task.deadline else None,
        due=_deadline(reading, task.due, binds=True) if task.due else None,
        product=folded(reading.text[slice(*task.product)]) if task.product else None,
        parent=folded(reading.text[slice(*task.parent)]) if task.parent else None,
        cites=tuple(dict.fromkeys(inside)),
        evidence=reading.evidence(task.start, task.end, task.rule, task.confidence),
    )
