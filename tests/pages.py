"""A page as a clerk sees it, written as text: one line a row, `<` and `>` for the columns, ` | zone` where a test names it."""

from __future__ import annotations

from dispatch_parser.document import Cell, Document, Line, Page, SourceInfo, Table


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


def table_document(*tables: str, before: str = "") -> Document:
    """Tables as text: one line a row, cells between bars, ` / ` between the lines of a cell.

    `^` continues the cell above, `<` the cell to the left. `before`: a paragraph of prose in front of the tables.
    """
    text, lines, made = "", [], []
    if before:
        text, lines = f"{before}\n", [Line(0, len(before), 1, ends_paragraph=True)]
    for table in tables:
        rows = [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]
        cells: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(rows):
            for c, words in enumerate(row):
                if words == "^":
                    owner = next(cells[k, c] for k in range(r - 1, -1, -1) if (k, c) in cells)
                    owner.row_span = r - owner.row + 1
                elif words == "<":
                    owner = next(cells[r, k] for k in range(c - 1, -1, -1) if (r, k) in cells)
                    owner.column_span = c - owner.column + 1
                else:
                    cells[r, c] = Cell(r, c, [])
                    for line in filter(None, words.split(" / ")):
                        cells[r, c].lines.append(len(lines))
                        lines.append(Line(len(text), len(text) + len(line), 1, role="cell", ends_paragraph=True))
                        text += line + "\n"
        made.append(Table(1, list(cells.values()), len(rows), len(rows[0])))
    return Document(text, lines, [Page(1)], SourceInfo("docx"), made)
