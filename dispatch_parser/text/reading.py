"""The reading view: the Document's words in reading order, folded, cut into paragraphs, with the way back.

Extractors work here. `Reading.text` is in kept form and `Reading.key` in key form (see `folding`); both share
offsets. Paragraphs are separated by one newline; within a paragraph wrapped lines are joined by a space, or by
nothing where a symbol was broken at its hyphen or slash (`1234/QĐ-` + `UBND`). `evidence` turns a stretch of the
reading back into spans of the Document.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dispatch_parser.document import Document, Line
from dispatch_parser.record import Evidence, Rect, Span
from dispatch_parser.text.folding import INVISIBLE, clusters, is_kept, key_of

# A line that ends inside a symbol or date: the break is no white space (`1234/QĐ-` + `UBND`, `15` + `/9/2022`).
# A hyphen with a space before it is punctuation, not part of a symbol.
_BROKEN_SYMBOL = re.compile(r"(?:\d/|[\w&.]/[\w&.]*[^\W_]-|[^\W\d_]-|/)$")
_SYMBOL_GOES_ON = re.compile(r"[A-ZĐÀ-Ỹ0-9&]")
_DATE_GOES_ON = re.compile(r"/\s?\d{1,4}")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the reading: `text[start:end]`. `lines` are indices into `Document.lines`.

    `zone` is its label from `layout.zones`. `cell` is `(table, row, column)` for text in a table cell, with
    `table` an index into `Document.tables`; else None.
    """

    start: int
    end: int
    zone: str
    lines: tuple[int, ...]
    cell: tuple[int, int, int] | None = None


class Reading:
    """See the module. Built by `layout.compose`; immutable afterwards."""

    def __init__(
        self,
        document: Document,
        paragraphs: Iterable[Sequence[tuple[int, str]]],
        confidences: Mapping[str, float] | None = None,
    ) -> None:
        """`paragraphs`: for each paragraph its `(line index, zone)` pairs, in reading order.

        `confidences`: the calibrated confidence of each rule; a rule that is not in it keeps its author's estimate.
        """
        self.document = document
        self._confidences = confidences or {}
        chars: list[str] = []
        self._starts = array("q")
        self._ends = array("q")
        self.paragraphs: list[Paragraph] = []
        cells = _cells_by_line(document)
        for members in paragraphs:
            begin = len(chars)
            for index, _ in members:
                self._append_line(chars, document.lines[index], first=len(chars) == begin)
            while len(chars) > begin and chars[-1] == " ":
                self._drop_last(chars)
            if len(chars) == begin:
                continue
            first = members[0][0]
            lines = tuple(i for i, _ in members)
            self.paragraphs.append(Paragraph(begin, len(chars), members[0][1], lines, cells.get(first)))
            self._push(chars, "\n", self._ends[-1], self._ends[-1])
        self.text = "".join(chars)
        self.key = key_of(self.text)
        self._paragraph_starts = [p.start for p in self.paragraphs]
        # Where a character does not follow on the one before it in the Document.
        self._runs = [0, *(i for i in range(1, len(chars)) if self._starts[i] != self._ends[i - 1])]

    def _push(self, chars: list[str], char: str, start: int, end: int) -> None:
        chars.append(char)
        self._starts.append(start)
        self._ends.append(end)

    def _drop_last(self, chars: list[str]) -> None:
        chars.pop()
        self._starts.pop()
        self._ends.pop()

    def _append_line(self, chars: list[str], line: Line, *, first: bool) -> None:
        raw = self.document.text[line.start : line.end]
        if not first and chars and chars[-1] != " " and not _glued("".join(chars[-12:]), raw):
            self._push(chars, " ", self._ends[-1], self._ends[-1])
        if is_kept(raw) and not (raw[0] == " " and chars and chars[-1] in " \n"):
            chars.extend(raw)
            self._starts.extend(range(line.start, line.end))
            self._ends.extend(range(line.start + 1, line.end + 1))
            return
        for char, start, end in clusters(raw):
            if char.isspace():
                if chars and chars[-1] not in " \n":
                    self._push(chars, " ", line.start + start, line.start + end)
            else:
                self._push(chars, char, line.start + start, line.start + end)

    # -- the way back ------------------------------------------------------------------------------------------

    def raw_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of `Document.text` that `text[start:end]` was read from, one a line, in reading order."""
        spans: list[tuple[int, int]] = []
        left: int | None = None
        right = 0
        for s, e in self._runs_of(start, end):
            if left is None:
                left, right = s, e
            elif left <= s < right:  # two characters composed from one cluster
                right = max(right, e)
            elif s >= right and not _words_between(self.document.text, right, s):
                right = e
            else:
                spans.append((left, right))
                left, right = s, e
        if left is not None:
            spans.append((left, right))
        return spans

    def _runs_of(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches of `Document.text` under `text[start:end]`, each of characters that follow each other."""
        number = bisect_right(self._runs, start) - 1
        while start < end:
            number += 1
            stop = min(self._runs[number], end) if number < len(self._runs) else end
            if self._starts[start] < self._ends[stop - 1]:
                yield self._starts[start], self._ends[stop - 1]
            start = stop

    def evidence(self, start: int, end: int, rule: str, confidence: float) -> Evidence:
        """Evidence for a value read from `text[start:end]`; raises ValueError if the stretch holds no word.

        The confidence is the rule's, or that of the least sure word where words were read from a picture.
        """
        found: list[Span] = []
        sure = 1.0
        for raw_start, raw_end in self.raw_spans(start, end):
            for line, left, right in self.document.pieces(raw_start, raw_end):
                found.append(span_of(line, left, right))
                sure = min(sure, line.sureness_of(left, right))
        if not found:
            raise ValueError(f"no words between {start} and {end}")
        confidence = self._confidences.get(rule, confidence)
        return Evidence(spans=tuple(found), rule=rule, confidence=round(min(confidence, sure), 3))

    # -- paragraphs --------------------------------------------------------------------------------------------

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph that holds this offset."""
        return self.paragraphs[max(bisect_right(self._paragraph_starts, offset) - 1, 0)]

    def in_zones(self, *zones: str) -> Iterator[Paragraph]:
        """The paragraphs of these zones, in reading order."""
        return (p for p in self.paragraphs if p.zone in zones)

    def words(self, paragraph: Paragraph) -> str:
        """The text of a paragraph."""
        return self.text[paragraph.start : paragraph.end]


def span_of(line: Line, start: int, end: int) -> Span:
    """Where `text[start:end]` of the Document stands, which must lie within the line."""
    box = line.box_of(start, end)
    rect = Rect(x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom) if box else None
    return Span(page=line.page, start=start, end=end, box=rect)


def _words_between(text: str, start: int, end: int) -> bool:
    return any(not c.isspace() and c not in INVISIBLE for c in text[start:end])


def _glued(before: str, after: str) -> bool:
    """Whether the line break between these words is inside a symbol or a date."""
    after = after.lstrip()
    if _BROKEN_SYMBOL.search(before) and _SYMBOL_GOES_ON.match(after):
        return True
    return before[-1:].isdigit() and bool(_DATE_GOES_ON.match(after))


def _cells_by_line(document: Document) -> dict[int, tuple[int, int, int]]:
    return {
        index: (number, cell.row, cell.column)
        for number, table in enumerate(document.tables)
        for cell in table.cells
        for index in cell.lines
    }
