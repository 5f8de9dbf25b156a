"""How words and paragraphs of a DOCX are set: defaults, styles, direct formatting (ECMA-376, 17.7.2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from dispatch_parser.errors import DispatchError
from dispatch_parser.limits import Limits
from dispatch_parser.readers.blocks import Look
from dispatch_parser.readers.docx_package import Element, Package, attribute, child, children, number_of, parse_xml, tag
from dispatch_parser.text.legacy import font_code

_OFF = frozenset({"0", "false", "off", "none"})
_TOGGLES = {"w:b": "bold", "w:i": "italic", "w:vanish": "hidden", "w:caps": "caps"}
_CHAIN = 20  # a style's ancestors; more is a circle
_MOST_KEPT = 1_000_000  # bytes of a styles part that is kept for the next file
_MOST_KNOWN = 5_000

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RunFormat:
    """What a run looks like once all styles are applied."""

    look: Look
    hidden: bool = False
    caps: bool = False


def styles_of(package: Package, name: str, limits: Limits) -> Styles:
    """The styles of a DOCX; those of a template that was read before are known. Raises what `parse_xml` raises."""
    xml = package.styles_xml()
    if not xml:
        return Styles(None)
    try:
        return _kept(xml, limits) if len(xml) <= _MOST_KEPT else _read(xml, limits)
    except DispatchError as error:
        error.name = name
        raise


def _read(xml: bytes, limits: Limits) -> Styles:
    return Styles(parse_xml(xml, name="", where="styles", limits=limits))


_kept = lru_cache(maxsize=8)(_read)


class Styles:
    """The styles part, and what was worked out from it. Every lookup works without one."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default_paragraph: str | None = None
        self._run_defaults: Values = {}
        self._paragraph_defaults: Values = {}
        self._runs: dict[tuple[str, str], Values] = {}
        self._formats: dict[tuple[object, ...], RunFormat] = {}
        self._paragraphs: dict[str, Values] = {}
        for element in children(root):
            if tag(element) == "w:style":
                self._add(element)
            elif tag(element) == "w:docDefaults":
                self._run_defaults = run_values(child(child(element, "w:rPrDefault"), "w:rPr"))
                self._paragraph_defaults = paragraph_values(child(child(element, "w:pPrDefault"), "w:pPr"))

    def _add(self, style: Element) -> None:
        name = attribute(style, "w:styleId")
        self._styles[name] = style
        if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default", "0") not in _OFF:
            self._default_paragraph = name

    def _chain(self, name: str) -> list[Element]:
        """A style and its ancestors, the farthest first."""
        chain: list[Element] = []
        while name in self._styles and len(chain) < _CHAIN:
            style = self._styles[name]
            chain.insert(0, style)
            name = attribute(child(style, "w:basedOn"), "w:val")
        return chain

    def paragraph(self, properties: Element | None) -> Values:
        """`style`, and where set `jc`, `left`, `num`, `level`, `page_break`, of a paragraph."""
        name = attribute(child(properties, "w:pStyle"), "w:val") or self._default_paragraph or ""
        if name not in self._paragraphs:
            _make_room(self._paragraphs)
            values = dict(self._paragraph_defaults)
            for style in self._chain(name):
                values.update(paragraph_values(child(style, "w:pPr")))
            self._paragraphs[name] = {**values, "style": name}
        return {**self._paragraphs[name], **paragraph_values(properties)}

    def run(self, paragraph_style: str, properties: Element | None) -> RunFormat:
        """The format of a run with this `w:rPr` in a paragraph of this style."""
        own = run_values(properties)
        known = (paragraph_style, *own.items())
        if known not in self._formats:
            _make_room(self._formats)
            self._formats[known] = self._format(paragraph_style, own)
        return self._formats[known]

    def _format(self, paragraph_style: str, own: Values) -> RunFormat:
        character = own.get("style", "")
        names = (paragraph_style, character)
        if names not in self._runs:
            _make_room(self._runs)
            values = dict(self._run_defaults)
            for style in [*self._chain(paragraph_style), *self._chain(character)]:
                values.update(run_values(child(style, "w:rPr")))
            self._runs[names] = values
        values = {**self._runs[names], **own}
        font, high = values.get("font", ""), values.get("high", "")
        old = font_code(high) is not None  # the letters of old encodings lie in the "high ANSI" range
        caps = bool(values.get("caps"))
        look = Look(
            bool(values.get("bold")), bool(values.get("italic")), values.get("size"), high if old else font,
            caps=caps and old,
        )  # fmt: skip
        return RunFormat(look, bool(values.get("hidden")), caps and not old)

    def table_ruled(self, name: str) -> bool | None:
        """Whether a table style draws lines around cells; None where it does not say."""
        for style in reversed(self._chain(name)):
            borders = child(child(style, "w:tblPr"), "w:tblBorders")
            if borders is not None:
                return sum(map(is_drawn, borders)) >= 2
        return None


def _make_room(known: dict[Any, Any]) -> None:
    """Forget what was worked out where files of one template have named too much."""
    if len(known) >= _MOST_KNOWN:
        known.clear()


def is_drawn(border: Element) -> bool:
    """Whether a border element draws a line."""
    return attribute(border, "w:val", "nil") not in ("nil", "none") and tag(border) not in (
        "w:tl2br",
        "w:tr2bl",
    )


def is_on(element: Element) -> bool:
    """The value of a toggle property (`<w:b/>`, `<w:b w:val="0"/>`)."""
    return attribute(element, "w:val", "1") not in _OFF


def run_values(properties: Element | None) -> Values:
    """What a `w:rPr` sets."""
    values: Values = {}
    for element in children(properties):
        name = tag(element)
        if name in _TOGGLES:
            values[_TOGGLES[name]] = is_on(element)
        elif name == "w:rStyle":
            values["style"] = attribute(element, "w:val")
        elif name == "w:sz":
            half = number_of(element)
            if half is not None:
                values["size"] = half / 2
        elif name == "w:rFonts":
            font = attribute(element, "w:ascii") or attribute(element, "w:hAnsi")
            if font:
                values["font"] = font.split(";")[0]
            high = attribute(element, "w:hAnsiTheme") or attribute(element, "w:hAnsi")
            if high:
                values["high"] = high.split(";")[0]
    return values


def paragraph_values(properties: Element | None) -> Values:
    """What a `w:pPr` sets."""
    values: Values = {}
    for element in children(properties):
        name = tag(element)
        if name == "w:jc":
            values["jc"] = attribute(element, "w:val")
        elif name == "w:ind":
            left = attribute(element, "w:left") or attribute(element, "w:start")
            if left.lstrip("-").isdigit():
                values["left"] = int(left)
        elif name == "w:pageBreakBefore":
            values["page_break"] = is_on(element)
        elif name == "w:numPr":
            number, level = number_of(child(element, "w:numId")), number_of(child(element, "w:ilvl"))
            values |= {} if number is None else {"num": number}
            values |= {} if level is None else {"level": level}
    return values
