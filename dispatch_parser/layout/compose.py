"""Document to Reading: label the lines with zones, join them to paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dispatch_parser import model as models
from dispatch_parser.document import Document
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, anchors
from dispatch_parser.layout.foot import label_foot
from dispatch_parser.layout.head import View, label_head
from dispatch_parser.layout.paragraphs import group
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Reading

_ROLE_ZONES = {
    "header": zones.FURNITURE,
    "footer": zones.FURNITURE,
    "stamp": zones.STAMP,
    "footnote": zones.FOOTNOTE,
}
_GROUND_ENDS = re.compile(r"[;,]$")


def compose(document: Document, model: str = models.DEFAULT_MODEL) -> Reading:
    """The reading view of a document. Never raises for a document that a reader made."""
    rules = anchors(model)
    labels = label_lines(document, rules)
    paragraphs = _with_grounds(document, group(document, labels, rules), rules)
    return Reading(document, paragraphs, models.load(model).confidences)


def label_lines(document: Document, rules: Anchors) -> list[str]:
    """The zone of every line of the document."""
    labels = [_ROLE_ZONES.get(line.role, zones.BODY) for line in document.lines]
    at = [
        i for i, line in enumerate(document.lines) if line.role not in _ROLE_ZONES and document.line_text(line).strip()
    ]
    words = [document.line_text(document.lines[i]).strip() for i in at]
    view = View([document.lines[i] for i in at], at, words, [key(w) for w in words], rules)
    body = label_head(view, labels)
    if body == 0:
        body = _label_headline(document, view, labels)
    label_foot(view, labels, body)
    return labels


def _label_headline(document: Document, view: View, labels: list[str]) -> int:
    """A page without letterhead: its title and dateline stand above the first line of prose."""
    if document.source.title is None and document.source.published is None:
        return 0
    first = next((i for i, words in enumerate(view.words) if len(words) > 160), 0)
    for i in range(min(first, 12)):
        labels[view.at[i]] = zones.HEADLINE
    return min(first, 12)


def _with_grounds(
    document: Document, groups: Iterable[list[tuple[int, str]]], rules: Anchors
) -> Iterable[list[tuple[int, str]]]:
    """Relabel paragraphs of the body that are grounds.

    They open so, and close with `;` or stand above the enacting line.
    """
    paragraphs = list(groups)
    texts = [" ".join(document.line_text(document.lines[i]).strip() for i, _ in p) for p in paragraphs]
    enacting = next((n for n, text in enumerate(texts) if rules.is_("enacting", key(text))), 0)
    seen_ground = False
    for n, paragraph in enumerate(paragraphs):
        if paragraph[0][1] == zones.BODY and rules.is_("grounds", key(texts[n][:80])):
            if n < enacting or _GROUND_ENDS.search(texts[n]):
                paragraph = [(i, zones.GROUNDS) for i, _ in paragraph]
                seen_ground = True
        elif paragraph[0][1] == zones.BODY and n < enacting and seen_ground:
            paragraph = [(i, zones.GROUNDS) for i, _ in paragraph]
        yield paragraph
