"""The words of a DOCX paragraph: runs, fields, symbols, breaks, tracked changes; text boxes are handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dispatch_parser.readers.blocks import PLAIN, Look, TextLine
from dispatch_parser.readers.docx_package import Element, attribute, child, children, tag
from dispatch_parser.readers.docx_styles import RunFormat, Styles
from dispatch_parser.text.legacy import font_code

COLUMN_BREAK = "\v"
"""The text of the line that stands for a column break."""

_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}
_DROPPED = frozenset(
    {"w:del", "w:moveFrom", "w:delText", "w:instrText", "w:delInstrText", "w:rPr", "w:pPr", "w:sdtPr",
     "w:sdtEndPr", "w:footnoteRef", "w:endnoteRef", "w:annotationRef", "w:commentReference", "w:fldData",
     "w:rt"}
)  # fmt: skip
_NOTE_MARKS = frozenset({"w:footnoteReference", "w:endnoteReference"})
_PRIVATE = 0xF000
_SIGNS = {
    "wingdings": {0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢",
                  0xE0: "→", 0xE8: "→", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x52: "☑", 0x9F: "•"},
    "symbol": {0xA3: "≤", 0xB3: "≥", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xAE: "→",
               0x2D: "-", 0xB2: "″", 0xA2: "′", 0xBC: "…"},
}  # fmt: skip


@dataclass(slots=True)
class Pages:
    """The page that is being read.

    `rendered`: Word left marks of its own page breaks; they are the truth then.
    """

    number: int = 1
    rendered: bool = False


@dataclass(slots=True)
class Fields:
    """Complex fields that are open; words count only in a field's result (ECMA-376, 17.16.18)."""

    balanced: bool = True
    results: list[bool] = field(default_factory=list)

    @property
    def hidden(self) -> bool:
        """Whether words stand in a field's instruction."""
        return self.balanced and not all(self.results)

    def mark(self, kind: str) -> None:
        """Take note of a `w:fldChar`."""
        if kind == "begin":
            self.results.append(False)
        elif kind == "separate" and self.results:
            self.results[-1] = True
        elif kind == "end" and self.results:
            self.results.pop()


@dataclass(slots=True)
class TextReader:
    """Reads the inline content of one paragraph into `lines`; a text box goes to `box` when it is met."""

    styles: Styles
    pages: Pages
    fields: Fields
    style: str
    box: Callable[[Element, Element], None]
    lines: list[TextLine]

    def inline(self, parent: Iterable[Element]) -> None:
        """Everything in a paragraph, a hyperlink, a content control, a tracked insertion."""
        for element in parent:
            name = tag(element)
            if name in _DROPPED or not name:
                continue
            if name == "w:r":
                self.run(element)
            elif name == "mc:AlternateContent":
                self.inline(alternative(element))
            elif name in ("w:drawing", "w:pict", "w:object"):
                self.shapes(element)
            elif name in ("m:oMath", "m:oMathPara"):
                self._words("".join(t.text or "" for t in element.iter() if tag(t) == "m:t"), PLAIN)
            else:
                self.inline(element)

    def run(self, run: Element) -> None:
        """One run: words of one look, with what else a run may hold."""
        form = self.styles.run(self.style, child(run, "w:rPr"))
        named = [(tag(element), element) for element in run]
        custom_mark = any(name in _NOTE_MARKS and _has_own_mark(element) for name, element in named)
        for name, element in named:
            if name == "w:fldChar":
                self.fields.mark(attribute(element, "w:fldCharType"))
            elif name == "mc:AlternateContent":
                self.run_content(alternative(element), form)
            elif not (custom_mark and name in ("w:t", "w:sym")):
                self.run_element(element, name, form)

    def run_content(self, parent: Iterable[Element], form: RunFormat) -> None:
        """What stands in the chosen branch of an alternative inside a run."""
        for element in parent:
            self.run_element(element, tag(element), form)

    def run_element(self, element: Element, name: str, form: RunFormat) -> None:
        """One child of a run."""
        if name in ("w:drawing", "w:pict", "w:object"):
            self.shapes(element)
        elif name == "w:lastRenderedPageBreak":
            self._rendered_break()
        elif form.hidden or self.fields.hidden or name in _DROPPED:
            return
        elif name == "w:t":
            self._words(_as_printed(element.text or "", form), form.look)
        elif name in _CHARACTERS:
            self._words(_CHARACTERS[name], form.look)
        elif name in ("w:br", "w:cr"):
            self._break(attribute(element, "w:type"))
        elif name == "w:sym":
            self._words(_symbol(attribute(element, "w:char"), attribute(element, "w:font")), form.look)
        elif name == "w:ruby":
            self.inline(children(child(element, "w:rubyBase")))

    def shapes(self, element: Element) -> None:
        """Text boxes and lettering of a drawing, each once, without what stands in a box inside a box."""
        stack = [element]
        while stack:
            shape = stack.pop()
            name = tag(shape)
            if name == "w:txbxContent":
                self.box(shape, element)
            elif name == "mc:AlternateContent":
                stack.extend(reversed(alternative(shape)))
            elif name == "v:textpath":
                self.box(shape, element)
            else:
                stack.extend(reversed(list(shape)))

    def _words(self, words: str, look: Look) -> None:
        if words:
            self.lines[-1].runs.append((words, look))

    def _break(self, kind: str) -> None:
        if kind == "page" and not self.pages.rendered:
            self.pages.number += 1
        if kind == "column":
            self.lines.append(TextLine([(COLUMN_BREAK, PLAIN)], self.pages.number))
        self.lines.append(TextLine(page=self.pages.number))

    def _rendered_break(self) -> None:
        """A page begins here: what follows is a line of its own if a word has just ended."""
        self.pages.number += 1
        before = self.lines[-1].text
        if not before.strip():
            self.lines[-1].page = self.pages.number
        elif before[-1:].isspace():
            self.lines.append(TextLine(page=self.pages.number))


def _has_own_mark(note: Element) -> bool:
    """Whether the sign that the author typed for a note follows its reference."""
    return attribute(note, "w:customMarkFollows") in ("1", "true", "on")


def alternative(element: Element) -> Sequence[Element]:
    """The content of the one branch to read of an `mc:AlternateContent`.

    The first choice, else the fallback.
    """
    chosen = child(element, "mc:Choice")
    return children(chosen if chosen is not None else child(element, "mc:Fallback"))


def _as_printed(words: str, form: RunFormat) -> str:
    words = words.replace("\u2011", "-").replace("\n", " ").replace("\r", " ")
    if form.look.font.lower() in _SIGNS:
        words = "".join(_sign(ord(c) - _PRIVATE, form.look.font) if ord(c) >= _PRIVATE else c for c in words)
    return words.upper() if form.caps else words


def _symbol(code: str, font: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if value >= _PRIVATE:
        return chr(value - _PRIVATE) if font_code(font) else _sign(value - _PRIVATE, font)
    return chr(value) if 0x20 <= value < 0xD800 else ""


def _sign(code: int, font: str) -> str:
    """A character of a symbol font; what its table does not name stays a bullet."""
    named = _SIGNS["wingdings" if "wingdings" in font.lower() else "symbol"]
    if code in named:
        return named[code]
    plain = 0x20 <= code < 0x7F and "wingdings" not in font.lower()
    return chr(code) if plain else "•"
