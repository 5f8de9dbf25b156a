"""Sentences and clauses inside a paragraph, as offsets: the units in which official Vietnamese assigns work.

A full stop ends a sentence only where a new one begins with a capital and the stop belongs to no abbreviation
(`TP.`, `TS.`, `KT.`, `v.v.`), initial, number or quotation; one of more than `LONGEST` characters is cut. Clauses are
cut at semicolons outside brackets and quotation marks. Offsets are offsets into the text that is passed in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

Span = tuple[int, int]

# Characters of a sentence. Nobody writes longer ones; the bound keeps work on hostile text in proportion to its length.
LONGEST = 4_000

_OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»", "{": "}"}
_CLOSERS = frozenset(_OPENERS.values())
_MARK = re.compile(r"[(\[“«{)\]”»}\"]")
# What may follow the stop that ends a sentence: a capital, perhaps behind a quotation mark, bracket or dash.
_STOP = re.compile(r"(?:\./\.|[.!?…]+[”\")\]]?)(?=\s+[“\"(\[]?[A-ZĐÀ-Ỹ]|\s*$)")
# Abbreviations that keep their stop inside a sentence. Matched on the letters just before the stop.
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:TP|Tp|TX|Tx|TT|P|Q|H|X|KT|TM|TL|TUQ|TS|ThS|Ths|PGS|GS|BS|CN|KS|Đ/c|đ/c|Ông|Bà|St|Nxb|NXB|Tr|tr|[A-ZĐ])$"
)
_NUMBERING = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[IVX]{1,5})$")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, white space trimmed; together they hold every word of it."""
    end = len(text) if end is None else end
    found: list[Span] = []
    inside = nested(text, start, end)
    left = start
    for match in _STOP.finditer(text, start, end):
        if inside[match.start() - start] and not _closes_quote(match[0]):
            continue
        if _inside_token(text, left, match.start()):
            continue
        found.append((left, match.end()))
        left = match.end()
    found.append((left, end))
    trimmed = (_trim(text, *part) for pair in found for part in _bounded(text, *pair))
    return [span for span in trimmed if span[0] < span[1]]


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in parts of at most `LONGEST` characters, cut at a semicolon, else a comma, else a blank."""
    while end - start > LONGEST:
        cuts = (text.rfind(mark, start + 1, start + LONGEST) + 1 for mark in ";, ")
        cut = next((cut for cut in cuts if cut), start + LONGEST)
        yield start, cut
        start = cut
    yield start, end


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """`text[start:end]` cut at semicolons that stand outside brackets and quotation marks; marks left out."""
    end = len(text) if end is None else end
    inside = nested(text, start, end)
    found: list[Span] = []
    left = start
    for semicolon in re.finditer(";", text[start:end]):
        if not inside[semicolon.start()]:
            found.append((left, start + semicolon.start()))
            left = start + semicolon.end()
    found.append((left, end))
    return [span for span in (_trim(text, *pair) for pair in found) if span[0] < span[1]]


def strip_end(text: str, start: int, end: int) -> Span:
    """The stretch without white space around it and without the marks that close a unit.

    `;`, `.`, `./.`, `:`.
    """
    start, end = _trim(text, start, end)
    while start < end and (text[end - 1] in ";,.:/ …" or text[end - 1].isspace()):
        if text[end - 1] in ".…" and text[start:end].endswith(("..", "v.v.")):
            break
        end -= 1
    return start, end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _inside_token(text: str, left: int, stop: int) -> bool:
    """Whether the stop at `stop` belongs to an abbreviation or to a number that opens an item."""
    head = text[max(left, stop - 8) : stop]
    if text.startswith("./.", stop):
        return False
    if _ABBREVIATION.search(head):
        return True
    return bool(_NUMBERING.search(head)) and not text[left:stop].strip(" \n").count(" ")


def _closes_quote(stop: str) -> bool:
    return stop[-1] in '”"'


def nested(text: str, start: int, end: int) -> bytearray:
    """For each character, whether it stands inside brackets or quotation marks (the marks themselves do).

    A bracket that is never closed opens nothing, so one slip cannot swallow the rest of a paragraph.
    """
    inside = bytearray(end - start)
    for left, right in _hidden(text, start, end):
        inside[left - start : right - start] = b"\x01" * (right - left)
    return inside


def mask(text: str, start: int, end: int, key: str) -> str:
    """`key[start:end]` with what stands in brackets and quotation marks of `text` blanked with `~`, same length."""
    parts = []
    for left, right in _hidden(text, start, end):
        parts += [key[start:left], "~" * (right - left)]
        start = right
    return "".join((*parts, key[start:end]))


def _hidden(text: str, start: int, end: int) -> list[Span]:
    """The outermost stretches in brackets or quotation marks, marks included, in order."""
    found: list[Span] = []
    for left, right in sorted(_pairs(text, start, end)):
        if found and left < found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], right + 1)
        else:
            found.append((left, right + 1))
    return found


def _pairs(text: str, start: int, end: int) -> Iterator[Span]:
    """Matched pairs of brackets and quotation marks, inner ones before those around them."""
    stack: list[tuple[str, int]] = []
    waiting: Counter[str] = Counter()
    straight: int | None = None
    for mark in _MARK.finditer(text, start, end):
        char, position = mark[0], mark.start()
        if char in _OPENERS:
            stack.append((_OPENERS[char], position))
            waiting[_OPENERS[char]] += 1
        elif char in _CLOSERS:
            while waiting[char]:
                closer, opened = stack.pop()
                waiting[closer] -= 1
                if closer == char:
                    yield opened, position
                    break
        elif straight is None:
            straight = position
        else:
            yield straight, position
            straight = None
