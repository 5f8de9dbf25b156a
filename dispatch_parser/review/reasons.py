"""Why a sentence is a task, folded away under it; which sentences came nearest where none is."""

from __future__ import annotations

from collections.abc import Iterable

from dispatch_parser.explanation import Explanation, Passed, Step, why
from dispatch_parser.review.markup import Html, element, join
from dispatch_parser.review.words import Words


def reasons(explanation: Explanation, words: Words) -> Html:
    """The steps that made a task and what was passed over near by, closed until somebody asks."""
    steps = element("ul", *(_step(step, words) for step in explanation.steps))
    return element("details", element("summary", words("why")), steps, _passed(explanation.passed, words), class_="why")


def nearest(explanation: Explanation, words: Words) -> Html:
    """What came nearest to a task in a document without one."""
    return join([element("p", words("no_task"), class_="note"), _passed(explanation.passed, words)])


def _step(step: Step, words: Words) -> Html:
    told = [why(step.rule, words.language), *(why(code, words.language) for code in step.derived)]
    if step.inherited:
        told.insert(0, words("inherited"))
    label = words(f"role.{step.what}" if step.what in _ROLES else "made_task" if step.what == "task" else step.what)
    said = step.matched if step.what == "task" else step.words
    quoted = join([element("q", said), " "]) if said else Html("")
    return element("li", element("b", label), ": ", quoted, "; ".join(told), " ", _rule(step.rule, step.source))


_ROLES = ("lead", "coordinate", "report_to", "delegate", "target")


def _passed(passed: Iterable[Passed], words: Words) -> Html:
    items = [
        element("li", element("q", one.words), ": ", why(one.rule, words.language), " ", _rule(one.rule, one.source))
        for one in passed
    ]
    return join([element("p", words("passed")), element("ul", *items, class_="passed")]) if items else Html("")


def _rule(rule: str, source: str | None) -> Html:
    return element("code", rule, title=source)
