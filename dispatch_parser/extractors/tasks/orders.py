"""Who is told to do something in a sentence: the subject and where its predicate starts.

Three ways, tried in turn: a directive verb addresses a body (`Giao Sở Nội vụ …`, `yêu cầu các đơn vị …`); a
body stands as subject before a duty or a verb (`Sở Tài chính có trách nhiệm …`, `Công an tỉnh chủ trì …`);
the subject is elided and carried on from the heading, the lead-in or the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from dispatch_parser.extractors.findings import Mention, PassedOver
from dispatch_parser.extractors.tasks.directives import directed
from dispatch_parser.extractors.tasks.scope import Order, Scope
from dispatch_parser.extractors.tasks.subjects import elided, stated
from dispatch_parser.extractors.tasks.view import Agents, View

_PERSON = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)(?: [A-ZĐÀ-Ỹ][\w']*){2,5}")

__all__ = ["Order", "Scope", "find_order"]


def find_order(view: View, start: int, end: int, scope: Scope) -> Order | None:
    """The order in one sentence, or None where it is none: `findings.passed_over` then says why."""
    order, why = _decide(view, start, end, scope)
    if order is None:
        view.findings.passed_over.append(PassedOver(start, end, why))
    return order


def _decide(view: View, start: int, end: int, scope: Scope) -> tuple[Order | None, str]:
    """The order in one sentence, and the rule or reason that says there is none."""
    masked = view.masked(start, end)
    refusal = view.grammar.match("refusal", masked)
    if refusal:
        return None, refusal.id
    told = _difficulties(view, start, end, masked, scope)
    if told is not None:
        return told, ""
    addressed = directed(view, start, end, masked, scope)
    if addressed is not None:
        return _told(addressed)
    article = _article(view, start, end, masked)
    if article is not None or scope.silent:
        return article, "silent_part"
    if scope.agents and view.grammar.verbs.predicate(masked, 0) and not _names_body(view, start, end):
        labelled = stated(view, start, end, masked, scope, behind=":")
        if isinstance(labelled, Order):
            return labelled, ""
        return _told(elided(view, start, end, masked, scope))
    subject = stated(view, start, end, masked, scope)
    return _told(subject if subject is not None else elided(view, start, end, masked, scope))


def _told(answer: Order | str | None) -> tuple[Order | None, str]:
    """An order, or the rule or reason that says there is none."""
    if isinstance(answer, Order):
        return answer, ""
    return None, answer or "no_order"


def _difficulties(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | None:
    """The closing line that asks to be told of difficulties: who names nobody asks all it speaks to."""
    match = view.grammar.cue("difficulties").search(masked)
    agents = scope.agents or scope.addressed
    if not match or not agents or view.lists(start, start + match.end()):
        return None
    return Order(start, end, start + match.end(), agents, "difficulties", 0.8)


def _names_body(view: View, start: int, end: int) -> bool:
    """Whether a sentence opens with a body; `Thanh tra, kiểm tra …` opens with a verb that is also a name."""
    found = view.list_at(start, end)
    if found is None:
        return False
    words = view.key[found.members[0].start : found.members[0].end]
    verb = view.grammar.verbs.at(words, 0)
    return verb is None or verb[0] != words


def paper_sent(view: View, start: int, end: int, scope: Scope) -> Order | None:
    """`Văn bản góp ý gửi về Sở A trước ngày …`: who is asked for the paper sends it."""
    agents = scope.agents or scope.addressed
    match = view.grammar.cue("paper_sent").match(view.masked(start, end))
    if not match or not agents or scope.silent or scope.narrative or not view.deadlines(start, end):
        return None
    return Order(start, end, start + match.start(match.lastindex or 0), agents, "subject.elided", 0.6)


def _persons(view: View, start: int, end: int) -> Iterator[Mention]:
    """The persons named among the bodies of a closing article (`… và ông Trần Văn Thử`)."""
    known = [(found.start, found.end) for found in view.lists(start, end)]
    for match in _PERSON.finditer(view.text, start, end):
        title, *name = match[0].split()
        if title.lower() == "đồng":
            title, *name = " ".join([title, name[0]]), *name[1:]
        name = list(takewhile(str.istitle, name))
        if len(name) > 1 and not any(left <= match.start() < right for left, right in known):
            words = " ".join([title, *name])
            yield Mention(match.start(), match.start() + len(words), words, rule="agency.as_written", confidence=0.7)


def _article(view: View, start: int, end: int, masked: str) -> Order | None:
    """The closing article of a decision: all bodies before `chịu trách nhiệm thi hành` are told."""
    rule = next(rule for rule in view.grammar.kinds if rule.id == "kind.enforcement_article")
    match = rule.search(masked)
    if not match:
        return None
    agents: Agents = tuple(
        (member, "lead") for found in view.lists(start, start + match.start()) for member in found.members
    )
    agents += tuple((person, "lead") for person in _persons(view, start, start + match.start()))
    return Order(start, end, start + match.start(), agents, "article", 0.95) if agents else None
