"""The document as text, for sources without a layout: lines and tables with the values marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from dispatch_parser.document import Document, Line, Table
from dispatch_parser.review.marks import Place, depth, link
from dispatch_parser.review.markup import Html, element, escape, join


def text_sheet(document: Document, page: int, places: Sequence[Place], caption: str) -> Html:
    """One page as text: the letterhead's and the foot's columns side by side, tables as tables."""
    shown = join(_blocks(_Text(document, places), page))
    return element(
        "figure", element("div", shown, class_="page text"), element("figcaption", caption), class_="sheet"
    )


class _Text:
    """The words of lines with the values in them marked."""

    def __init__(self, document: Document, places: Sequence[Place]) -> None:
        self.document = document
        self._places: dict[int, list[Place]] = {}
        for place in places:
            for line, _, _ in document.pieces(place.span.start, place.span.end):
                self._places.setdefault(line.start, []).append(place)
        self._opened: set[str] = set()

    def line(self, line: Line) -> Html:
        """One line as a block."""
        looks = [name for name, on in (("b", line.bold), ("i", line.italic), ("c", line.centered)) if on]
        return element("p", self.words(line), class_=" ".join([line.role, *looks]))

    def words(self, line: Line) -> Html:
        """The words of a line, cut where a value begins or ends."""
        inside = self._places.get(line.start, [])
        cuts = {line.start, line.end}
        cuts.update(cut for p in inside for cut in (p.span.start, p.span.end) if line.start < cut < line.end)
        edges = sorted(cuts)
        return join(self._piece(left, right, inside) for left, right in pairwise(edges))

    def _piece(self, start: int, end: int, places: Sequence[Place]) -> Html:
        text = self.document.text[start:end]
        over = [place for place in places if place.span.start <= start and end <= place.span.end]
        if not over:
            return escape(text)
        over.sort(key=lambda place: depth(place.group))
        anchors = join(element("span", id=place.id) for place in over if self._opens(place))
        groups = " ".join(dict.fromkeys(f"g-{place.group}" for place in over))
        return join([anchors, link(over, text, class_=f"s {groups}")])

    def _opens(self, place: Place) -> bool:
        if place.id in self._opened:
            return False
        self._opened.add(place.id)
        return True


def _blocks(text: _Text, page: int) -> Iterator[Html]:
    """Lines in reading order; a run of columns as two, a table where its first line stands."""
    document = text.document
    table_of = {index: table for table in document.tables for cell in table.cells for index in cell.lines}
    lines = [(i, line) for i, line in enumerate(document.lines) if line.page == page]
    seen: set[int] = set()
    for (table_id, columns), run in groupby(
        lines, key=lambda pair: (id(table_of.get(pair[0])), pair[1].column != "full")
    ):
        members = list(run)
        table = table_of.get(members[0][0])
        if table is not None:
            if table_id not in seen:
                seen.add(table_id)
                yield _table(text, table)
        elif columns:
            yield _columns(text, [line for _, line in members])
        else:
            yield join(text.line(line) for _, line in members)


def _columns(text: _Text, lines: Sequence[Line]) -> Html:
    sides = ((line for line in lines if line.column == side) for side in ("left", "right"))
    return element("div", *(element("div", *map(text.line, side)) for side in sides), class_="columns")


def _table(text: _Text, table: Table) -> Html:
    """A table of the source; each cell once, with its spans."""
    rows = []
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for _, run in groupby(cells, key=lambda cell: cell.row):
        row = [
            element(
                "td",
                *(text.line(text.document.lines[index]) for index in cell.lines),
                rowspan=cell.row_span if cell.row_span > 1 else None,
                colspan=cell.column_span if cell.column_span > 1 else None,
            )
            for cell in run
        ]
        rows.append(element("tr", *row))
    return element("table", *rows)
