"""Deadlines that one sentence lays on others: on the whole item it closes, or on the list above it."""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.extractors.findings import FoundDeadline, FoundTask
from dispatch_parser.extractors.tasks.units import pick
from dispatch_parser.extractors.tasks.view import View


def closes_item(view: View, task: FoundTask) -> bool:
    """Whether a task is the report that closes an item (`Hoàn thành và báo cáo … trước ngày D`)."""
    key = view.key[task.start : task.end]
    return task.deadline is not None and view.grammar.match("closing_report", key) is not None


def closing_limit(view: View, start: int, end: int) -> FoundDeadline | None:
    """The deadline of a sentence that only dates the list above it.

    `Các nội dung trên hoàn thành trước …`.
    """
    if view.grammar.match("closing", view.masked(start, end)) is None:
        return None
    return pick(view.deadlines(start, end))


def bind(view: View, tasks: list[FoundTask], first: int, limit: FoundDeadline) -> None:
    """Lay a deadline on the tasks from index `first` on that are bound by none.

    Where the sentence that names the deadline shares its paragraph with tasks, it binds those alone.
    """
    paragraph = view.findings.reading.paragraph_at(limit.start)
    beside = [number for number in range(first, len(tasks)) if tasks[number].start >= paragraph.start]
    own = [number for number in beside if tasks[number].deadline is not limit]
    for number in own or range(first, len(tasks)):
        if tasks[number].due is None:
            tasks[number] = replace(tasks[number], due=limit)
