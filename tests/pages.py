"""A page as a clerk sees it, written as text: one line a row, `<` and `>` for the columns, ` | zone` where a test names it."""

from __future__ import annotations

from dispatch_parser.document import Document, Line, Page, SourceInfo


def page(text: str) -> tuple[Document, list[str]]:
    lines, zones, words, position = [], [], [], 0
    for row in text.strip().splitlines():
        content, _, zone = row.rpartition(" | ")
        column = {"<": "left", ">": "right"}.get(content[0], "full") if content[:2] in ("< ", "> ") else "full"
        content = content[2:] if column != "full" else content
        lines.append(Line(position, position + len(content), 1, column=column, ends_paragraph=True))
        words.append(content)
        zones.append(zone)
        position += len(content) + 1
    return Document("\n".join(words), lines, [Page(1)], SourceInfo("text")), zones
