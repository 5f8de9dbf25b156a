"""Tasks: who is told to do what, with whom, by when.

The outline is walked from the top; headings and lead-ins hand down the bodies that act under them (`walk`),
each sentence is asked who is told to do something (`orders`), split into units (`units`) and given roles and
a kind (`roles`, `kinds`). Task tables (`rows`) and labelled lines (`labels`) have their own readers. All
wording is data (`grammar`).
"""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.extractors.findings import Findings, Mention
from dispatch_parser.extractors.tasks.grammar import grammar
from dispatch_parser.extractors.tasks.orders import Scope
from dispatch_parser.extractors.tasks.resolve import resolved
from dispatch_parser.extractors.tasks.rows import row_tasks
from dispatch_parser.extractors.tasks.view import Agents, View
from dispatch_parser.extractors.tasks.walk import Walker, announces, quoted_items
from dispatch_parser.layout import zones
from dispatch_parser.layout.outline import outline
from dispatch_parser.model import ModelData


def find_tasks(findings: Findings, model: ModelData) -> None:
    """Fill `findings.tasks`, in reading order.

    Reads agencies, deadlines and header; never raises for odd text.
    """
    findings.agencies.sort(key=lambda found: (found.start, -found.end))
    view = View(findings, grammar(model))
    walker = Walker(view)
    scope = Scope(addressed=_addressed(findings))
    for zone in (zones.BODY, zones.ANNEX):
        paragraphs = [p for p in findings.reading.in_zones(zone) if p.cell is None]
        items = outline(findings.reading, paragraphs)
        walker.quoted = quoted_items(view, items)
        walker.walk(items, replace(scope, narrative=view.reports or announces(view, items)))
    rows = row_tasks(view, model.lexicon("table_headers"), walker.tasks)
    found = sorted([*walker.tasks, *rows], key=lambda task: (task.start, task.end))
    findings.tasks = resolved(view, found, scope.addressed)


def _addressed(findings: Findings) -> Agents:
    """The bodies after `Kính gửi:`, as the text names them there."""
    reading = findings.reading
    spans = [(p.start, p.end) for p in reading.in_zones(zones.ADDRESSEES)]
    found: list[Mention] = []
    for group in findings.agencies:
        if any(start <= group.start and group.end <= end for start, end in spans):
            found.extend(group.members)
    return tuple((mention, "lead") for mention in found)
