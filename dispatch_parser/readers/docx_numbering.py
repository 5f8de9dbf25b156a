"""The markers that Word prints before automatically numbered paragraphs (ECMA-376, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from dispatch_parser.readers.docx_package import Element, attribute, child, children, number_of, tag
from dispatch_parser.readers.docx_styles import is_on

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST = 30_000  # a start value beyond it is no numbering


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False


@dataclass(slots=True)
class _List:
    """One `w:num`: the levels of its definition, with its own starts where it overrides them."""

    definition: str
    levels: dict[int, _Level]
    overrides: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts the paragraphs of all lists of a document; ask in document order.

    The part is read when the first numbered paragraph comes: few dispatches have one, nearly all have the part.
    """

    def __init__(self, part: Callable[[], Element | None]) -> None:
        self._lists: dict[int, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[int] = set()
        self._style_levels: dict[str, int] = {}
        self._part: Callable[[], Element | None] | None = part

    def _read(self) -> None:
        part, self._part = self._part, None
        root = part() if part else None
        if root is None:
            return
        definitions = {attribute(e, "w:abstractNumId"): e for e in root if tag(e) == "w:abstractNum"}
        styled = {attribute(child(e, "w:styleLink"), "w:val"): e for e in definitions.values()}
        for element in root:
            number = number_of(element, "w:numId")
            if tag(element) == "w:num" and number is not None:
                name = attribute(child(element, "w:abstractNumId"), "w:val")
                definition = definitions.get(name)
                link = attribute(child(definition, "w:numStyleLink"), "w:val")
                self._lists[number] = self._list(
                    name, styled.get(link, definition) if link else definition, element
                )

    def _list(self, name: str, definition: Element | None, number: Element) -> _List:
        made = _List(name, {})
        for element in children(definition, "w:lvl"):
            self._level(made, element)
        for element in number:
            if tag(element) != "w:lvlOverride":
                continue
            start, level = child(element, "w:startOverride"), child(element, "w:lvl")
            if level is not None:
                self._level(made, level)
            index, value = number_of(element, "w:ilvl"), number_of(start)
            if index is not None and value is not None:
                made.overrides[index] = value
        return made

    def _level(self, made: _List, element: Element) -> None:
        index = number_of(element, "w:ilvl")
        if index is None or not 0 <= index < _LEVELS:
            return
        restart, legal = child(element, "w:lvlRestart"), child(element, "w:isLgl")
        start = number_of(child(element, "w:start"))
        made.levels[index] = _Level(
            format=attribute(child(element, "w:numFmt"), "w:val", "decimal"),
            text=attribute(child(element, "w:lvlText"), "w:val"),
            start=0 if start is None else start,
            restart=number_of(restart) if restart is not None else None,
            legal=legal is not None and is_on(legal),
        )
        style = attribute(child(element, "w:pStyle"), "w:val")
        if style:
            self._style_levels[style] = index

    def marker(self, number: int, level: int | None, style: str = "") -> str:
        """The marker of the next paragraph of list `number` at `level` (from 0; None: its style's level).

        `1.`, `a)`, `Điều 4.`, `II.`; "-" for bullets; "" where Word prints none.
        """
        self._read()
        numbered = self._lists.get(number)
        if numbered is None:
            return ""
        at = self._style_levels.get(style, 0) if level is None else level
        if not 0 <= at < _LEVELS or at not in numbered.levels:
            return ""
        counters = self._count(number, numbered, at)
        shown = numbered.levels[at]
        if shown.format == "bullet":
            return _bullet(shown.text)
        if shown.format == "none":
            return _PLACE.sub("", shown.text).strip()
        return _PLACE.sub(
            lambda m: self._place(numbered, counters, int(m[1]) - 1, shown.legal), shown.text
        ).strip()

    def _count(self, number: int, numbered: _List, at: int) -> list[int | None]:
        counters = self._counters.setdefault(numbered.definition, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for index in numbered.overrides:
                if 0 <= index < _LEVELS:
                    counters[index] = None
        for index in range(at + 1):
            value = counters[index]
            if value is None:
                level = numbered.levels.get(index, _Level())
                counters[index] = numbered.overrides.get(index, level.start)
            elif index == at:
                counters[index] = value + 1
        for index in range(at + 1, _LEVELS):
            restart = numbered.levels.get(index, _Level()).restart
            if restart is None or at < restart:
                counters[index] = None
        return counters

    @staticmethod
    def _place(numbered: _List, counters: list[int | None], index: int, legal: bool) -> str:
        level = numbered.levels.get(index, _Level())
        value = counters[index]
        return printed(level.start if value is None else value, "decimal" if legal else level.format)


def printed(value: int, form: str) -> str:
    """A counter as Word prints it in a number format; formats of other scripts come out as decimals."""
    if not 0 < value < _LARGEST:
        return str(value)
    if form == "decimalZero":
        return f"{value:02d}"
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman"):
        roman = ""
        for size, letters in _ROMAN:
            roman += letters * (value // size)
            value %= size
        return roman if form == "lowerRoman" else roman.upper()
    return "" if form in ("none", "bullet") else str(value)


def _bullet(text: str) -> str:
    """A bullet as a clerk would type it: a plus stays a plus, any other sign is a dash."""
    sign = text.strip()
    return "+" if sign == "+" else "-" if sign else ""
