"""Scores of many documents added up: per group, counts and the ratios made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch_parser.evaluation.compare import FIELDS
from dispatch_parser.evaluation.score import CitationScore, DocumentScore
from dispatch_parser.evaluation.tasks import SLOTS, TaskScore


def ratio(part: int, whole: int) -> float | None:
    """`part / whole`, or None where there is nothing to count."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Found:
    """How much of a set was found: precision, recall and F1 from three counts."""

    matched: int
    gold: int
    predicted: int

    @property
    def precision(self) -> float | None:
        """Of the predicted, the share that is right."""
        return ratio(self.matched, self.predicted)

    @property
    def recall(self) -> float | None:
        """Of the gold, the share that was found."""
        return ratio(self.matched, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean; None when there was nothing to find and nothing was predicted."""
        return ratio(2 * self.matched, self.gold + self.predicted)

    def as_json(self) -> dict[str, Any]:
        """Counts and ratios."""
        return {
            "matched": self.matched, "gold": self.gold, "predicted": self.predicted,
            "precision": self.precision, "recall": self.recall, "f1": self.f1,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0..1."""
        return ratio(self.right, self.of)

    def as_json(self) -> dict[str, Any]:
        """Counts and the share."""
        return {"right": self.right, "of": self.of, "share": self.value}


@dataclass(frozen=True, slots=True)
class Metrics:
    """One group of documents.

    `slots` counts over all matched pairs, `slots_present` over those where gold or prediction fills the slot.
    """

    documents: int
    failed: int
    exact: dict[str, Share]
    soft: dict[str, Share]
    header: Share
    citations: Found
    citation_type: Share
    citation_date: Share
    tasks: Found
    slots: dict[str, Share]
    slots_present: dict[str, Share]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        return {
            "documents": self.documents,
            "failed": self.failed,
            "fields": {
                name: {"exact": share.as_json(), "soft": self.soft[name].as_json()}
                for name, share in self.exact.items()
            },
            "header": self.header.as_json(),
            "citations": {
                **self.citations.as_json(),
                "type": self.citation_type.as_json(),
                "date": self.citation_date.as_json(),
            },
            "tasks": {
                **self.tasks.as_json(),
                "slots": {name: share.as_json() for name, share in self.slots.items()},
                "slots_present": {name: share.as_json() for name, share in self.slots_present.items()},
            },
        }


def measure(documents: Iterable[DocumentScore]) -> Metrics:
    """Add up a group of documents (micro averages)."""
    scores = list(documents)
    citations = [s.citations for s in scores if s.citations is not None]
    cited = sum(len(c.matched) for c in citations)
    tasks = [s.tasks for s in scores if s.tasks is not None]
    pairs = [pair for t in tasks for pair in t.pairs]
    return Metrics(
        documents=len(scores),
        failed=sum(s.error is not None for s in scores),
        exact={f.name: _share(s.fields[f.name].exact for s in scores) for f in FIELDS},
        soft={f.name: _share(s.fields[f.name].soft for s in scores) for f in FIELDS},
        header=_share(s.header for s in scores),
        citations=_found(cited, citations),
        citation_type=Share(cited - sum(len(c.wrong_type) for c in citations), cited),
        citation_date=Share(cited - sum(len(c.wrong_date) for c in citations), cited),
        tasks=_found(len(pairs), tasks),
        slots={slot: _share(slot in p.right for p in pairs) for slot in SLOTS},
        slots_present={slot: _share(slot in p.right for p in pairs if slot in p.present) for slot in SLOTS},
    )


def _share(judged: Iterable[bool]) -> Share:
    verdicts = list(judged)
    return Share(sum(verdicts), len(verdicts))


def _found(matched: int, scores: Sequence[CitationScore] | Sequence[TaskScore]) -> Found:
    missed = sum(len(score.missed) for score in scores)
    spurious = sum(len(score.spurious) for score in scores)
    return Found(matched, matched + missed, matched + spurious)


def by_kind(scores: Sequence[DocumentScore]) -> dict[str, Metrics]:
    """`total` first, then one group for each text layer and medium that occurs, in a fixed order."""
    kinds = sorted({(s.text_layer, s.media) for s in scores}, key=_order)
    groups = {"total": measure(scores)}
    for layer, media in kinds:
        groups[f"{layer} {media}"] = measure(s for s in scores if (s.text_layer, s.media) == (layer, media))
    return groups


def by_source(scores: Sequence[DocumentScore]) -> dict[str, Metrics]:
    """One group for each source named in the manifest; empty without one."""
    sources = sorted({s.source for s in scores if s.source})
    return {source: measure(s for s in scores if s.source == source) for source in sources}


def _order(kind: tuple[str, str]) -> tuple[int, int, str]:
    layers, media = ("digital", "mixed", "scan"), ("pdf", "docx", "doc")
    layer, medium = kind
    return (
        layers.index(layer) if layer in layers else len(layers),
        media.index(medium) if medium in media else len(media),
        medium,
    )
