"""Tasks as cards: the words, who does what, by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dispatch_parser.explanation import Explanation
from dispatch_parser.record import Assignment, Deadline, Role, Task
from dispatch_parser.review.markup import Html, element, join
from dispatch_parser.review.reasons import reasons
from dispatch_parser.review.values import Values


def task_cards(tasks: Iterable[Task], values: Values, explanations: Sequence[Explanation] = ()) -> Html:
    """All tasks in the order of the document, each with its explanation where there are any."""
    why = {one.task.id: reasons(one, values.words) for one in explanations if one.task is not None}
    cards = [_card(number, task, values, why.get(task.id, Html(""))) for number, task in enumerate(tasks, 1)]
    return element("ol", *cards, class_="cards")


def _card(number: int, task: Task, values: Values, why: Html) -> Html:
    words = values.words
    plain = task.kind == "do"
    kind = "" if plain else element("span", words(f"task.{task.kind}"), class_=f"badge task-{task.kind}")
    text = values.value("task", words("task", number=number), task.text, task.evidence)
    rows = [*_roles(task.agencies, values), *_deadlines(task, values)]
    for name, content in (
        ("product", task.product),
        ("under", task.parent),
        ("cites", ", ".join(task.cites)),
    ):
        if content:
            brief = element("span", content, class_="brief", title=content)
            rows += [element("dt", words(name)), element("dd", brief, class_="aside")]
    return element(
        "li",
        element("p", text, " ", kind, class_="text"),
        element("dl", *rows) if rows else Html(""),
        why,
        class_="card",
    )


def _roles(agencies: Iterable[Assignment], values: Values) -> list[Html]:
    by_role: dict[Role, list[Html]] = {}
    for agency in agencies:
        label = values.words(f"role.{agency.role}")
        shown = f"{agency.name} ({agency.office})" if agency.office else agency.name
        chip = values.value("agency", label, shown, agency.evidence, raw=agency.raw)
        by_role.setdefault(agency.role, []).append(chip)
    rows = []
    for role, chips in by_role.items():
        rows += [
            element("dt", values.words(f"role.{role}")),
            element("dd", join(chips, " "), class_=f"role-{role}"),
        ]
    return rows


def _deadlines(task: Task, values: Values) -> list[Html]:
    rows: list[Html] = []
    if task.deadline:
        rows += _deadline("deadline", task.deadline, values)
    if task.other_due:
        rows += _deadline("due", task.other_due, values)
    return rows


def _deadline(name: str, deadline: Deadline, values: Values) -> list[Html]:
    words = values.words
    shown = values.value("deadline", words(name), deadline.raw, deadline.evidence)
    day = words.day(deadline.date) if deadline.date else words(f"deadline.{deadline.kind}")
    return [element("dt", words(name)), element("dd", shown, " ", element("span", day, class_="day"))]
