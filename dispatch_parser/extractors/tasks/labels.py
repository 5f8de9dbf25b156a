"""Labelled lines (`Cơ quan chủ trì: …`, `Thời hạn: …`): each gives one field to the items above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dispatch_parser.extractors.findings import FoundTask
from dispatch_parser.extractors.tasks.kinds import kind_of
from dispatch_parser.extractors.tasks.units import pick
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.layout.outline import Item
from dispatch_parser.layout.sentences import strip_end
from dispatch_parser.record import Role


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line: which field it gives, and the stretch of its value."""

    field: str
    start: int
    end: int


def read_label(view: View, item: Item) -> Label | None:
    """The label an item opens with, if its line is a labelled one."""
    masked = view.masked(item.start, item.end)
    for rule in view.grammar.family("label"):
        match = rule.search(masked)
        if match:
            start, end = strip_end(view.text, item.start + match.end(), item.end)
            if rule.data["field"] == "deadline" and (not view.deadlines(start, item.end) or _orders(view, start, end)):
                return None
            return Label(rule.data["field"], start, end) if start < end else None
    return None


def _orders(view: View, start: int, end: int) -> bool:
    """Whether the words begin with a body and its act: a sentence (`Thời hạn: Các phòng nộp hồ sơ …`), no field."""
    found = view.list_at(start, end, gap=1)
    return found is not None and view.grammar.verbs.predicate(view.masked(found.end, end), 0)


@dataclass
class Labels:
    """Puts labelled fields on tasks already found."""

    view: View
    tasks: list[FoundTask]

    def name(self, label: Label, item: Item) -> bool:
        """Make a task of an item that no verb and no body made one, once a line names who leads it."""
        if label.field != "lead" or any(item.start <= task.start < item.end for task in self.tasks):
            return False
        masked = self.view.masked(item.start, item.end)
        content = self.view.grammar.cue("content_label").match(masked)
        opens = content.end() if content else 0
        if not self.view.grammar.verbs.predicate(masked, opens):
            return False
        start, end = strip_end(self.view.text, item.start + opens, item.end)
        kind, kind_by = kind_of(self.view, start, end, start)
        self.tasks.append(FoundTask(start, end, kind, rule="task.labelled", confidence=0.85, kind_by=kind_by))
        return True

    def apply(self, label: Label, siblings: Sequence[Item]) -> None:
        """Give the field to the task above; a deadline to every task of the list above that has none."""
        if label.field == "deadline":
            self._deadline(label, siblings)
            return
        task = self.tasks[-1]
        if label.field == "product":
            self.tasks[-1] = replace(task, product=(label.start, label.end))
            return
        role: Role = "lead" if label.field == "lead" else "coordinate"
        named: Agents = tuple(
            (member, role) for group in self.view.lists(label.start, label.end) for member in group.members
        )
        kept = tuple(pair for pair in task.agencies if pair[1] != role)
        self.tasks[-1] = replace(task, agencies=kept + named if role == "coordinate" else named + kept)

    def _deadline(self, label: Label, siblings: Sequence[Item]) -> None:
        limit = pick(self.view.deadlines(label.start, label.end))
        if limit is None:
            return
        first = siblings[0].start if siblings else self.tasks[-1].start
        for number, task in enumerate(self.tasks):
            if task.start >= first and task.deadline is None:
                self.tasks[number] = replace(task, deadline=limit, due=limit)
