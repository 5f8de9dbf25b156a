"""Texts with their bodies and deadlines marked by hand, so that the grammar of tasks is tested apart from who finds them.

`[Sở Nội vụ]` is a body (neighbours joined by a comma, semicolon, `và` or `hoặc` are one list) and `{trước ngày 5/3}`
a deadline; a kind other than date stands behind a stroke (`{trong quý III|period}`). A line is a paragraph.
"""

from __future__ import annotations

import re

from dispatch_parser.extractors.findings import AgencyList, Findings, FoundDeadline, Mention
from dispatch_parser.extractors.tasks import find_tasks
from dispatch_parser.layout import zones
from dispatch_parser.model import load
from dispatch_parser.readers.text import read_text
from dispatch_parser.record import Evidence, Field, Issuer, Span
from dispatch_parser.text.reading import Reading

_MARK = re.compile(r"\[([^\]]+)\]|\{([^}|]+)(?:\|(\w+))?\}")
_JOINED = re.compile(r"[,;/]? ?(?:và |hoặc )?")


def found(name: str) -> Field[str]:
    """A field that holds a name."""
    evidence = Evidence(spans=(Span(page=1, start=0, end=1),), rule="test", confidence=1.0)
    return Field[str](state="found", value=name, raw=name, evidence=evidence)


def findings(marked: str, issuer: str | None = None, addressees: str | None = None) -> Findings:
    """The findings of a marked text, before its tasks are read."""
    marked = marked if addressees is None else f"Kính gửi: {addressees}\n{marked}"
    plain, mentions, deadlines, position = "", [], [], 0
    for match in _MARK.finditer(marked):
        plain += marked[position : match.start()]
        words = match[1] or match[2]
        if match[1]:
            mentions.append(Mention(len(plain), len(plain) + len(words), words))
        else:
            deadlines.append(FoundDeadline(len(plain), len(plain) + len(words), match[3] or "date"))
        plain += words
        position = match.end()
    plain += marked[position:]
    document = read_text(plain)
    label = [zones.BODY] * len(document.lines)
    if addressees is not None:
        label[0] = zones.ADDRESSEES
    reading = Reading(document, [[(number, zone)] for number, zone in enumerate(label)])
    assert reading.text.rstrip("\n") == plain, "a marked text is written with single blanks and no empty line"
    result = Findings(reading, agencies=_lists(plain, mentions), deadlines=deadlines)
    if issuer:
        result.header.issuer = Issuer(name=found(issuer))
    return result


def _lists(plain: str, mentions: list[Mention]) -> list[AgencyList]:
    groups: list[list[Mention]] = []
    for mention in mentions:
        if groups and _JOINED.fullmatch(plain, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [AgencyList(group[0].start, group[-1].end, tuple(group)) for group in groups]


def tasks(marked: str, issuer: str | None = None, addressees: str | None = None) -> list[str]:
    """The tasks of a marked text, one line each: `kind: first words | role: names | deadline`."""
    result = findings(marked, issuer, addressees)
    find_tasks(result, load())
    return [_line(result, task) for task in result.tasks]


def _line(result: Findings, task) -> str:
    text = result.reading.text
    parts = [f"{task.kind}: {' '.join(text[task.start : task.end].split()[:3])}"]
    for role in ("lead", "coordinate", "delegate", "report_to", "target"):
        names = [mention.name for mention, held in task.agencies if held == role]
        if names:
            parts.append(f"{role}: {', '.join(names)}")
    if task.deadline:
        parts.append(text[task.deadline.start : task.deadline.end])
    return " | ".join(parts)
