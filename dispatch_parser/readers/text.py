"""Plain text to Document: the text stays untouched, its lines become the Document's lines."""

from __future__ import annotations

from dispatch_parser.document import Document, Line, Page, SourceInfo


def read_text(text: str, *, name: str | None = None) -> Document:
    """A Document over `text` itself. Never raises."""
    lines: list[Line] = []
    position = 0
    for piece in text.splitlines(keepends=True):
        words = piece.rstrip()
        if words.strip():
            lines.append(Line(position, position + len(words), page=1))
        position += len(piece)
    return Document(text=text, lines=lines, pages=[Page(1)], source=SourceInfo("text", name=name))
