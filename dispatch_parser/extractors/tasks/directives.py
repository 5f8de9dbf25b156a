"""A directive verb addresses a body: `Giao Sở Nội vụ …`, `yêu cầu các đơn vị …`, `đề nghị Công ty …`."""

from __future__ import annotations

import re

from dispatch_parser.extractors.findings import AgencyList, Mention
from dispatch_parser.extractors.tasks.parties import narrowed
from dispatch_parser.extractors.tasks.scope import Order, Scope
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.model import Rule


def directed(view: View, start: int, end: int, masked: str, scope: Scope) -> Order | str | None:
    """The order a directive gives.

    "reported.…" for an order of somebody else; None where there is no directive.
    """
    paper = view.grammar.match("weak_refusal", masked)
    for rule, match in _directives(view, masked):
        before = masked[: match.start()].rstrip()
        speaker = _speaker(view, start, before)
        itself = bool(before) and view.names_issuer(_plain(view, before))
        if speaker is not None and view.reports and not view.is_issuer(speaker):
            return "reported.in_report"
        if speaker is None and rule.data.get("needs") == "speaker":
            continue
        if scope.headed and rule.data.get("needs") == "no_heading":
            continue  # an act of the body whose heading it stands under
        if speaker is None and not itself and not _orders_within(view, start, end, masked, rule, match):
            continue
        if speaker is None and view.grammar.cue("told_of_the_past").search(before):
            return "reported.cue.told_of_the_past"
        if speaker is not None and match[0].startswith(("phân công", "cử", "chuyển")) and not view.is_speaker(speaker):
            continue  # `Các phòng phân công cán bộ trực`: those bodies' own act
        if speaker is not None and not itself and rule.data["force"] != "notice" and (
            not view.is_speaker(speaker) or _is_owner(before, speaker, start, masked)
        ):
            return "reported.speaker"
        if scope.named and rule.data["force"] == "assign" and _own_command(view, masked, before):
            continue  # under a body's own heading, `giao X` is that body's command
        order = _object(view, start, end, masked, rule, match, scope)
        if order is None:
            continue
        if (
            paper
            and paper.id == "weak.paper_subject"
            and speaker is None
            and before
            and not _opens_clause(view, before)
        ):
            return f"reported.{paper.id}"
        return order
    return None


def _orders_within(view: View, start: int, end: int, masked: str, rule: Rule, match: re.Match[str]) -> bool:
    """Whether a verb that no speaker stands before orders: at the start of a clause, or with whom or what behind it."""
    before = masked[: match.start()].rstrip()
    if view.grammar.cue("not_an_order").search(before):
        return False
    if _opens_clause(view, before):
        return True
    if rule.data["object"] == "agency":
        return False
    found = view.list_at(start + match.end(), end, gap=1)
    return found is not None or view.grammar.verbs.predicate(masked, match.end())


def _own_command(view: View, masked: str, before: str) -> bool:
    """Whether a body is named that is to assign: nothing before the verb, or another act of the same subject."""
    return not before or (before.endswith(",") and view.grammar.verbs.predicate(masked, 0))


def _directives(view: View, masked: str) -> list[tuple[Rule, re.Match[str]]]:
    """All directive verbs of the sentence, in order of place."""
    found = [
        (rule, match)
        for rule in view.grammar.directives
        for match in rule.finditer(masked)
        if match.start() == 0 or not masked[match.start() - 1].isalnum()
    ]
    return sorted(found, key=lambda pair: pair[1].start())


def _opens_clause(view: View, before: str) -> bool:
    return bool(view.grammar.cue("opens_clause").search(before + " ")) or bool(
        view.grammar.cue("opens_clause").search(before)
    )


def _speaker(view: View, start: int, before: str) -> AgencyList | None:
    """The body named right before a directive verb."""
    if before.endswith((",", ";", ":")):
        return None
    stripped = _plain(view, before)
    for found in view.lists(start, start + len(before)):
        if found.end == start + len(stripped.rstrip(" ,~")):
            return apart(found) if owns(before[: found.start - start]) and len(found.members) > 1 else found
    return None


def _plain(view: View, before: str) -> str:
    """The words before a directive verb without courtesies at their end (`Sở trân trọng | đề nghị`)."""
    while (polite := view.grammar.cue("polite").search(before)) is not None:
        before = before[: polite.start()].rstrip(" ,")
    return before


def _is_owner(before: str, speaker: AgencyList, start: int, masked: str) -> bool:
    """Whether the body only owns a paper (`Công văn … của Sở X đề nghị …`): its order is reported."""
    return owns(before[: speaker.start - start]) and not masked.startswith("trên đây")


def owns(before: str) -> bool:
    """Whether the words end so that a body behind them only owns what they name (`Công văn … của`)."""
    return before.rstrip().endswith((" của", " tại", " do"))


def apart(found: AgencyList) -> AgencyList:
    """A list without its first body, which belongs to the phrase before.

    `theo Công văn của Bộ A, Sở B …`.
    """
    members = found.members[1:]
    return AgencyList(members[0].start, found.end, members)


def _object(
    view: View, start: int, end: int, masked: str, rule: Rule, match: re.Match[str], scope: Scope
) -> Order | None:
    """The body a directive addresses, and the order that follows."""
    cue = (start + match.start(), start + match.end())
    behind = cue[1]
    behind += 2 if masked.startswith(": ", match.end()) else masked.startswith(" ", match.end())
    found = view.list_at(behind, end, gap=30)
    if found is not None and _is_verb(view, found, end):
        found = None
    if found is not None and (found.start == behind or not view.grammar.verbs.predicate(masked, match.end())):
        if view.is_issuer(found) and not found.members[0].office and not _addressed_to(found, scope):
            return None
        which = view.grammar.cue("assigned_at").match(masked, found.end - start + 1)
        if which is not None:
            found = narrowed(view, found, start + which.end())
        agents: Agents = tuple((member, "lead") for member in found.members)
        return Order(start, end, found.end, agents, rule.id, 0.95, cue)
    if rule.data["object"] == "any" and view.grammar.verbs.predicate(masked, match.end()):
        agents = scope.agents or scope.addressed
        return Order(start, end, behind, agents, rule.id, 0.8, cue)
    if rule.data["force"] == "notice":
        return Order(start, end, behind, scope.addressed, rule.id, 0.8, cue)
    party = _party(view, start, end, masked, match.end())
    staff = rule.data["force"] == "assign" and view.grammar.cue("staff").search(masked[match.end() :].lstrip())
    if staff and scope.open and scope.agents:
        return None  # `Phân công cán bộ trực …`: the act of the bodies above, with their own staff
    if party is not None:
        return Order(start, end, party.end, ((party, "lead"),), rule.id, 0.8, cue)
    return None


def _is_verb(view: View, found: AgencyList, end: int) -> bool:
    """Whether a "body" is the verb it is spelled like, before another verb.

    `Phân công tổ chức thực hiện`.
    """
    words = view.key[found.start : found.end]
    verb = view.grammar.verbs.at(words, 0)
    return verb is not None and verb[0] == words and view.grammar.verbs.predicate(view.key[:end], found.end)


def _addressed_to(found: AgencyList, scope: Scope) -> bool:
    names = {mention.name for mention, _ in scope.addressed}
    return any(member.name in names for member in found.members)


def _party(view: View, start: int, end: int, masked: str, position: int) -> Mention | None:
    """A person or organisation no register lists, read up to the first verb behind it."""
    while masked[position : position + 1] == " ":
        position += 1
    head = view.grammar.cue("party").search(masked[position:])
    if not head:
        return None
    cut = position + head.end()
    while cut < len(masked) and cut - position < 120:
        if masked[cut] in ";:.":
            break
        if masked[cut] in " ," and _acts(view, masked, cut) and masked[cut - 1] != ",":
            break
        cut += 1
    words = view.text[start + position : start + cut].rstrip(" ,")
    told = masked[cut:].rstrip() == ":" or _acts(view, masked, cut)
    if len(words.split()) > 22 or not words or not told:
        return None
    left = start + position
    return Mention(left, left + len(words), " ".join(words.split()), rule="agency.as_written", confidence=0.6)


def _acts(view: View, masked: str, position: int) -> bool:
    """Whether a predicate starts here, be it only `xem xét`, or what a party is told (`một số việc như sau`)."""
    verbs = view.grammar.verbs
    if view.grammar.cue("told_what").match(masked, position):
        return True
    return verbs.predicate(masked, position) or verbs.at(masked, position + 1) == ("xem xét", "adverb")
