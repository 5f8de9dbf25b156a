"""Document to Reading: label the lines, join them to paragraphs, put the columns in order."""

from __future__ import annotations

from dispatch_parser.document import Document
from dispatch_parser.layout import zones
from dispatch_parser.text.reading import Reading


def compose(document: Document) -> Reading:
    """The reading view of a document. Never raises for a document that a reader made."""
    groups: list[list[tuple[int, str]]] = []
    open_paragraph = False
    for index, line in enumerate(document.lines):
        if not open_paragraph:
            groups.append([])
        groups[-1].append((index, zones.BODY))
        open_paragraph = line.ends_paragraph is False
    return Reading(document, groups)
