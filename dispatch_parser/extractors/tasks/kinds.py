"""What kind of task a unit is: by rules first (`rules/kinds.yaml`), then by its first verbs."""

from __future__ import annotations

import re

from dispatch_parser.extractors.findings import Matched
from dispatch_parser.extractors.tasks.view import View
from dispatch_parser.record import TaskKind


def kind_of(view: View, start: int, end: int, predicate: int) -> tuple[TaskKind, Matched | None]:
    """The kind of the unit `text[start:end]` whose predicate starts at `predicate`, and the words that tell it.

    None where no words do: then it is `do`.
    """
    masked = view.masked(start, end)
    verbs = _first_verb(view, start, end, max(predicate, start))
    fronted = view.grammar.cue("fronted_time").match(masked, verbs - start)
    if fronted and view.grammar.verbs.predicate(masked, fronted.end()):
        verbs = _first_verb(view, start, end, start + fronted.end())  # `Định kỳ hằng quý, báo cáo …`
    behind = masked[max(predicate - start, 0) :].lstrip(" ,:")
    predicates = (verbs - start, len(masked) - len(behind))
    by_verbs, verb = _by_verbs(view, verbs, end)
    for rule in view.grammar.kinds:
        if rule.data.get("at") != "predicate" and by_verbs == "monitor":
            continue
        for offset in predicates if rule.data.get("at") == "predicate" else (0,):
            match = rule.search(masked[offset:])
            if match:
                found = start + offset
                return rule.data["kind"], Matched(found + match.start(), found + match.end(), rule.id)
    return by_verbs, verb


def _first_verb(view: View, start: int, end: int, position: int) -> int:
    """The offset of the verbs that say what is done: behind duties, `chủ trì, phối hợp với …` and adverbs."""
    key = view.key
    for _ in range(6):
        opening = next((limit for limit in view.deadlines(position, end) if limit.start - position < 3), None)
        if opening is not None:
            position = opening.end
        lead_out = view.grammar.cue("lead_out").match(key, position, end)
        if lead_out:
            position = lead_out.end()
        joint = re.compile(r"(?:với|cùng)? ?").match(key, position, end)
        if lead_out and joint and ("phối hợp" in lead_out[0] or "chủ trì" in lead_out[0]):
            found = view.list_at(joint.end(), end, gap=12 if "phối hợp" in lead_out[0] else 0)
            if found is not None:
                position = found.end
                continue
        verb = view.grammar.verbs.at(key, position)
        if verb is not None and verb[1] == "adverb":
            position += len(verb[0])
            continue
        if not lead_out:
            break
    return position


def _by_verbs(view: View, position: int, end: int) -> tuple[TaskKind, Matched | None]:
    """Monitor where most of the first verbs supervise; report where the first one reports; else do."""
    weighty: list[str] = []
    first: dict[str, Matched] = {}
    before, behind = "adverb", position
    for phrase, kind, after in view.grammar.verbs.chain(view.key, position, end):
        joined = not view.key[behind : after - len(phrase)].strip()
        if kind == "report" and joined and before not in ("adverb", "tổng hợp"):
            break  # `hoàn thành báo cáo`: a noun
        if kind not in ("adverb", "light"):
            weighty.append(kind)
            first.setdefault(kind, Matched(after - len(phrase), after, "kind.verbs"))
        before, behind = ("adverb" if kind == "adverb" else phrase), after
    if not weighty:
        return "do", None
    monitors, does = weighty.count("monitor"), weighty.count("do")
    if monitors > does or (monitors == does > 0 and weighty[0] == "monitor"):
        return "monitor", first["monitor"]
    return ("report", first["report"]) if weighty[0] == "report" else ("do", None)
