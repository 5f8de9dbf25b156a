"""Values only, in the shape of the gold records."""

from __future__ import annotations

from typing import Any

from dispatch_parser.record import DispatchRecord


def plain(record: DispatchRecord) -> dict[str, Any]:
    """One object with values only; `file` is the input's name."""
    source = record.source
    return {
        "file": source.name,
        "source_kind": record.source_kind,
        "text_layer": source.text_layer,
        "document_type": record.document_type.value,
        "issuer": {"name": record.issuer.name.value, "parent": record.issuer.parent.value},
        "number": {"value": record.number.value.value, "notation": record.number.notation.value},
        "place": record.place.value,
        "date": _iso(record.date.value),
        "subject": record.subject.value,
        "priority": record.priority.value,
        "secrecy": record.secrecy.value,
        "addressees": [a.name for a in record.addressees],
        "to_places": [p.name for p in record.to_places],
        "archive": record.archive.value,
        "signer": {
            "competence": record.signer.competence.value,
            "position": record.signer.position.value,
            "full_name": record.signer.full_name.value,
        },
        "citations": [
            {"document_type": c.document_type, "number": c.number, "date": _iso(c.date)}
            for c in record.citations
        ],
        "tasks": [
            {
                "text": t.text,
                "kind": t.kind,
                "agencies": [{"name": a.name, "role": a.role} for a in t.agencies],
                "deadline": t.deadline
                and {"raw": t.deadline.raw, "kind": t.deadline.kind, "date": _iso(t.deadline.date)},
                "product": t.product,
            }
            for t in record.tasks
        ],
    }


def _iso(date: Any) -> str | None:  # noqa: ANN401 - date or None
    return date.isoformat() if date else None
