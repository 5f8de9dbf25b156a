"""Tasks against gold tasks: matched one to one, best token overlap first, then compared slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dispatch_parser.evaluation.compare import folded, overlap, words

MATCH = 0.5
"""Token F1 of two tasks' texts from which they may be matched."""

Plain = dict[str, Any]


def _names(role: str) -> Callable[[Plain], object]:
    def names(task: Plain) -> object:
        return frozenset(folded(a["name"]) for a in task.get("agencies") or () if a.get("role") == role)

    return names


def _deadline(task: Plain) -> object:
    deadline = task.get("deadline")
    return (deadline.get("kind"), deadline.get("date")) if deadline else None


SLOTS: dict[str, Callable[[Plain], object]] = {
    "lead": _names("lead"),
    "coordinate": _names("coordinate"),
    "report_to": _names("report_to"),
    "kind": lambda task: task.get("kind"),
    "deadline": _deadline,
    "product": lambda task: folded(task.get("product") or ""),
}
"""What is compared on a matched pair: slot name to the comparable form of a plain task."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold task and its match. `right`: slots that agree; `present`: slots that either of them fills."""

    gold: Plain
    got: Plain
    overlap: float
    right: tuple[str, ...]
    present: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskScore:
    """The tasks of one document: matched pairs, gold tasks missed, predictions that match nothing."""

    pairs: tuple[Pair, ...]
    missed: tuple[Plain, ...]
    spurious: tuple[Plain, ...]


def score_tasks(gold: Sequence[Plain], got: Sequence[Plain]) -> TaskScore:
    """Match and compare. Ties in overlap go to the task that comes first in gold, then in the prediction."""
    gold_words = [words(task["text"]) for task in gold]
    got_words = [words(task["text"]) for task in got]
    candidates = sorted(
        (-overlap(one, other), i, j)
        for i, one in enumerate(gold_words)
        for j, other in enumerate(got_words)
        if overlap(one, other) >= MATCH
    )
    mates: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for negative, i, j in candidates:
        if i not in mates and j not in taken:
            mates[i] = (j, -negative)
            taken.add(j)
    return TaskScore(
        pairs=tuple(_pair(gold[i], got[j], share) for i, (j, share) in sorted(mates.items())),
        missed=tuple(task for i, task in enumerate(gold) if i not in mates),
        spurious=tuple(task for j, task in enumerate(got) if j not in taken),
    )


def _pair(gold: Plain, got: Plain, share: float) -> Pair:
    forms = {slot: (form(gold), form(got)) for slot, form in SLOTS.items()}
    return Pair(
        gold=gold,
        got=got,
        overlap=round(share, 3),
        right=tuple(slot for slot, (one, other) in forms.items() if one == other),
        present=tuple(slot for slot, (one, other) in forms.items() if one or other),
    )
