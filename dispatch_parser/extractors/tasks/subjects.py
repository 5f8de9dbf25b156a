"""A body stands as the subject before its predicate, or the subject is elided and carried on."""

from __future__ import annotations

import re
from dataclasses import replace

from dispatch_parser.extractors.findings import AgencyList
from dispatch_parser.extractors.tasks.directives import apart
from dispatch_parser.extractors.tasks.parties import (
    acting,
    continued_name,
    dutiful,
    duty_at,
    joined_party,
    narrowed,
    plural,
)
from dispatch_parser.extractors.tasks.scope import Order, Scope
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.layout.anchors import opens_with_person
from dispatch_parser.model import Rule

# The first words of a plural of which the register knows only the end (`Mỗi huyện, | thành, thị đoàn`).
_PLURAL_OPENS = re.compile(r"(?:các|những|mỗi|từng) [\w ]{2,24},(?: [\w ]{2,16},)? ")
_LONGEST_LIST = 60  # members: no order names more bodies one by one


def stated(
    view: View, start: int, end: int, masked: str, scope: Scope, behind: str = ""
) -> Order | str | None:
    """A body before a duty or a verb.

    The rule or reason where a body is the subject of a statement that orders nothing.
    """
    then = view.grammar.cue("then").search(masked)
    for found in _subjects(view, start, end):
        before = masked[: found.start - start]
        if behind and not before.rstrip().endswith(behind):
            continue
        if then is not None and found.end - start < then.start():
            continue  # a body in the condition
        if "~" in before[-1:] or not view.grammar.cue("clause_start").search(before):
            continue
        tail = masked[found.end - start :]
        which = _which(view, found.end - start + 1, masked) if _many(found) else None
        weak = None if which else view.grammar.match("weak_refusal", tail.lstrip(), at="predicate")
        if weak:
            return weak.id
        predicate = which.end() + 1 if which else None
        if predicate is None and (scope.open or scope.assigns):
            predicate, found = joined_party(view, start, masked, found)
        if predicate is None:
            predicate = _predicate_behind(view, found.end - start, masked)
        if predicate is None:
            continue
        if _PLURAL_OPENS.fullmatch(before):
            found = _widened(view, found, start)
        if which:
            found = narrowed(view, found, start + which.end())
        if _only_labels(view, start + predicate, end):
            return "states.form"
        duty = any(rule.regex.match(masked[predicate:].lstrip()) for rule in view.grammar.duties)
        refused = _refused(view, scope, found, masked, predicate, before, duty=duty)
        if refused:
            return refused
        agents: Agents = tuple((member, "lead") for member in found.members)
        return Order(start, end, start + predicate, agents, "duty" if duty else "subject.verb", 0.85)
    return None if behind or scope.narrative else _unlisted(view, start, end, masked, scope)


def _refused(
    view: View, scope: Scope, found: AgencyList, masked: str, predicate: int, before: str, *, duty: bool
) -> str | None:
    """The rule or reason by which a subject with this predicate is told nothing; None where it is ordered to act."""
    rest = masked[predicate:]
    weak = view.grammar.match("weak_refusal", rest, at="predicate") or _only_states(view, scope, rest, masked, before)
    if weak:
        return weak.id
    if not duty and view.grammar.cue("company_form").fullmatch(view.key, found.start, found.end):
        return "states.company"  # the rest of the company's name is spelled like a verb
    if view.is_issuer(found) and not scope.named and (not duty or rest.lstrip().startswith("được ")):
        return "states.issuer"
    if scope.narrative and (not duty or view.reports):
        return "states.narrative"
    return None


def _unlisted(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | str | None:
    """A party that no register lists as the subject; the reason where it is the issuer, who states."""
    each = bool(scope.addressed) and masked.startswith(("mỗi ", "từng "))
    order = (
        dutiful(view, start, end, masked)
        or (plural(view, start, end, masked) if scope.open or scope.assigns or each else None)
        or (acting(view, start, end, masked) if scope.assigns else None)
    )
    if order is not None and order.rule == "subject.verb" and view.names_issuer(masked[: order.predicate - start]):
        return "states.issuer"
    return order


def _which(view: View, position: int, masked: str) -> re.Match[str] | None:
    """The clause behind a list of many bodies that tells which of them are meant."""
    cues = (view.grammar.cue("assigned_at"), view.grammar.cue("relative"))
    return next((match for cue in cues if (match := cue.match(masked, position)) is not None), None)


def _many(found: AgencyList) -> bool:
    """Whether a list speaks of many bodies at once (`Các đơn vị`), of which a clause may single some out."""
    return any(member.group is not None or " các " in f" {member.name.lower()}" for member in found.members)


def _widened(view: View, found: AgencyList, start: int) -> AgencyList:
    """A list whose first, collective name begins already at `start`."""
    first = found.members[0]
    name = view.text[start : first.end]
    whole = replace(first, start=start, name=name, office=None, rule="agency.as_written", cue="")
    return AgencyList(start, found.end, (whole, *found.members[1:]))


def _subjects(view: View, start: int, end: int) -> list[AgencyList]:
    """The lists of a sentence.

    One that runs on from a fronted phrase (`… của X, Y thực hiện`) gives its rest, too.
    """
    found: list[AgencyList] = []
    for group in view.lists(start, end):
        found.append(group)
        if (
            len(group.members) > 1
            and not view.grammar.cue("clause_start").search(view.key[start : group.start])
            and view.grammar.cue("fronted").match(view.key, start, end)
        ):
            found.append(apart(group))
        names = [member.name for member in group.members[:_LONGEST_LIST]]
        for number in range(1, len(names)):
            if names[number] in names[:number]:
                members = group.members[number:]
                found.append(AgencyList(members[0].start, group.end, members))
    return found


def _only_labels(view: View, start: int, end: int) -> bool:
    """Whether what follows only fills in a form (`Cơ sở đăng ký: Công ty X`)."""
    colon = view.key.find(":", start, end)
    found = view.list_at(colon + 2, end) if colon >= 0 else None
    return found is not None and not view.key[found.end : end].strip(" .;/")


def _only_states(view: View, scope: Scope, rest: str, masked: str, before: str) -> Rule | None:
    """The rule by which a subject only states or quotes: of its predicate, or of what the sentence opens with."""
    weak = None if scope.open else view.grammar.match("weak_refusal", rest, at="subject")
    if weak or not before.strip():
        return weak
    told_of_paper = None if before.rstrip().endswith(":") else view.grammar.match("weak_refusal", masked)
    return told_of_paper or (None if scope.named else view.grammar.match("law", masked))


def _predicate_behind(view: View, position: int, masked: str) -> int | None:
    """Where the predicate starts behind a subject that ends at `position` of the masked sentence."""
    continued = continued_name(view, position, masked)
    if continued is not None:
        return continued
    for _ in range(3):
        rest = masked[position:]
        blank = len(rest) - len(rest.lstrip(" ,~:"))
        here = position + blank
        if any(rule.regex.match(masked, here) for rule in view.grammar.duties):
            return here
        if view.grammar.verbs.predicate(masked, here):
            return here
        qualifier = view.grammar.cue("qualifier").match(masked, position)
        if not qualifier or qualifier.end() == position:
            return None
        duty = duty_at(view, masked, position, position + 250)
        if duty is not None:
            return duty
        position = qualifier.end()
        behind = _predicate_behind_comma(view, masked, position)
        if behind is not None:
            return behind
    return None


def _predicate_behind_comma(view: View, masked: str, position: int) -> int | None:
    """The first predicate at `position` or behind one of the commas that follow.

    `khoản 1, 3, 5, phối hợp …`.
    """
    places = [
        position,
        *(match.end() for match in re.finditer(",", masked) if position < match.end() < position + 250),
    ]
    return next((place for place in places if view.grammar.verbs.predicate(masked, place)), None)


def elided(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | str | None:
    """A sentence without a subject of its own: the inherited bodies act, or the rule that says they do not."""
    if not scope.open or not scope.agents:
        return None
    weak = view.grammar.match("weak_refusal", masked) or (None if scope.named else view.grammar.match("law", masked))
    if weak:
        return weak.id
    position = _behind_condition(view, masked)
    for _ in range(3):
        duty = _adverbial_duty(view, masked, position)
        if duty is not None:
            return Order(start, end, start + duty, scope.agents, "subject.elided", 0.7)
        weak = view.grammar.match("weak_refusal", masked[position:], at="predicate")
        if position and not weak:
            weak = view.grammar.match("weak_refusal", masked[position:])
        if weak:
            return weak.id
        if view.grammar.verbs.at(masked, position) or view.grammar.verbs.predicate(masked, position):
            return Order(start, end, start + position, scope.agents, "subject.elided", 0.75)
        fronted = view.grammar.cue("fronted").match(masked, position)
        if not fronted:
            break
        position = fronted.end()
    behind = _predicate_behind_comma(view, masked, position) if position else None
    if behind is not None:
        return Order(start, end, start + behind, scope.agents, "subject.elided", 0.65)
    if len(masked.split()) < 3 or not scope.named or position or re.match(r"[\d(]", masked):
        return None
    if view.grammar.cue("company_name").search(masked) or view.text[start:end].strip(" .;,/").istitle():
        return None  # an entry of a list of names, the name of a signer
    named = view.list_at(start, end)
    rest = view.text[named.end : end].strip(" .;,/") if named is not None and named.start == start else "-"
    if not rest or rest.istitle():
        return None  # a member of a board: `Phó Chủ tịch Ủy ban nhân dân tỉnh Trần Văn Thử`
    if opens_with_person(view.text[start:end]):
        return None  # a member of a board, told by name: `ThS. Trần Văn Thử, Trưởng phòng Đào tạo`
    return Order(start, end, start, scope.agents, "subject.elided_bare", 0.6)


def _behind_condition(view: View, masked: str) -> int:
    """Where a sentence goes on behind its condition (`Trường hợp không có kho, không có xe: bổ sung …`)."""
    match = view.grammar.cue("condition").match(masked)
    return match.end() if match else 0


def _adverbial_duty(view: View, masked: str, position: int) -> int | None:
    """A duty behind an adverbial without a comma (`Tại nơi thi công phải bảo đảm …`), or behind `thì`."""
    if not view.grammar.cue("adverbial").search(masked[position:]):
        return None
    comma = masked.find(",", position) % (len(masked) + 1)
    duty = duty_at(view, masked, position, min(position + 60, comma))
    if duty is not None:
        return duty
    then = view.grammar.cue("then").search(masked, position)
    return then.start(1) if then else None
