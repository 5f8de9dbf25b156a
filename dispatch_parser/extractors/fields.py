"""Making fields: a value is made together with the stretch of the reading it came from."""

from __future__ import annotations

from typing import TypeVar

from dispatch_parser.record import Field
from dispatch_parser.text.reading import Paragraph, Reading

T = TypeVar("T")


def found(reading: Reading, start: int, end: int, value: T, rule: str, confidence: float) -> Field[T]:
    """A field that was read from `reading.text[start:end]`."""
    return Field[T](
        state="found",
        value=value,
        raw=folded(reading.text[start:end]),
        evidence=reading.evidence(start, end, rule, confidence),
    )


def unreadable(reading: Reading, start: int, end: int, rule: str) -> Field[T]:
    """A part that is there but not legible (a blank number); `raw` shows what is printed, where anything is."""
    words = folded(reading.text[start:end])
    return Field[T](
        state="unreadable",
        raw=words or None,
        evidence=reading.evidence(start, end, rule, 0.9) if words else None,
    )


def folded(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())


def trim(reading: Reading, start: int, end: int, marks: str = " \n") -> tuple[int, int]:
    """The stretch without these characters at its ends."""
    while start < end and reading.text[start] in marks:
        start += 1
    while start < end and reading.text[end - 1] in marks:
        end -= 1
    return start, end


def extent(paragraphs: list[Paragraph]) -> tuple[int, int]:
    """From the first to the last of some neighbouring paragraphs."""
    return paragraphs[0].start, paragraphs[-1].end


def runs(reading: Reading, *zones: str) -> list[list[Paragraph]]:
    """The paragraphs of these zones as runs of neighbours in the reading."""
    result: list[list[Paragraph]] = []
    previous = -2
    for index, paragraph in enumerate(reading.paragraphs):
        if paragraph.zone in zones:
            if index == previous + 1:
                result[-1].append(paragraph)
            else:
                result.append([paragraph])
            previous = index
    return result
