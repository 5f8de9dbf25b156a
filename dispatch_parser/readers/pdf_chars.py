"""Characters of a PDF page from pdfium, gathered into pieces: runs of glyphs without white space.

Coordinates are those of the page as displayed (crop box, /Rotate), origin top left, in points. Annotations
that print text (signature fields, stamped numbers) are flattened into the page first, so that their words are
seen. Not thread-safe: callers hold `pdf_handles.LOCK`.
"""

from __future__ import annotations

import ctypes as c
import math
import re
import unicodedata
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from dispatch_parser.document import Box
from dispatch_parser.readers.legacy_pieces import decode_pieces
from dispatch_parser.readers.pdf_fonts import Face, face_of
from dispatch_parser.readers.pdf_handles import Handle

ASCENT, DESCENT = 0.85, 0.22  # of the size, above and below the baseline: the box of a glyph
MAX_CHARACTERS = 200_000  # of one page; beyond it the rest of the page is left out

_INVISIBLE_MODES = (3, 7)
_STROKED_MODES = (2, 6)
_UNMAPPED = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")
# Bullets of Symbol and Wingdings sit in the private area though every reader shows them: no loss of text.
_SYMBOL_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "-", 0xF0E0: "→"}
_SOFT = frozenset((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_SPACES = frozenset(
    (0x20, 0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2009, 0x202F, 0x3000)
)

_IGNORED = _SPACES | _SOFT


def _quick(function: Handle, result: Handle) -> Handle:
    """A function of pdfium called without checks of its arguments: half the cost of a call, a dozen a character.

    Handles are passed as `c_void_p`, places for results as `byref`, and nothing but whole numbers besides.
    """
    return c.PYFUNCTYPE(result)(c.cast(function, c.c_void_p).value or 0)


_unicode_of = _quick(pdfium.FPDFText_GetUnicode, c.c_uint)
_loose_box = _quick(pdfium.FPDFText_GetLooseCharBox, c.c_int)
_char_box = _quick(pdfium.FPDFText_GetCharBox, c.c_int)
_owner_of = _quick(pdfium.FPDFText_GetTextObject, c.c_void_p)
_origin_of = _quick(pdfium.FPDFText_GetCharOrigin, c.c_int)
_matrix_of = _quick(pdfium.FPDFText_GetMatrix, c.c_int)
_font_size = _quick(pdfium.FPDFText_GetFontSize, c.c_double)
_fill_color = _quick(pdfium.FPDFText_GetFillColor, c.c_int)
_font_of = _quick(pdfium.FPDFTextObj_GetFont, c.c_void_p)
_mode_of = _quick(pdfium.FPDFTextObj_GetTextRenderMode, c.c_int)


@dataclass(slots=True)
class Style:
    """What all glyphs of a text object share. `turn` is the direction of writing in the frame, in degrees."""

    face: Face
    size: float
    bold: bool
    italic: bool
    invisible: bool
    pale: bool
    turn: float


@dataclass(slots=True)
class Piece:
    """Glyphs on one baseline without white space between them. `xs` are the left edges of the characters."""

    text: str
    xs: list[float]
    x1: float
    base: float
    style: Style
    order: int  # place in the drawing order of the page
    space_before: bool
    added: int = -1  # index of the annotation that printed it; -1: the page itself
    sure: float = 1.0  # how surely it was recognised, 0 to 1; 1 where the file states its characters
    owner: int = 0  # address of its text object
    raw: str = ""  # what an OCR engine read where that was mended

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.xs[0]

    @property
    def size(self) -> float:
        """Size of the type in points, as displayed."""
        return self.style.size

    @property
    def box(self) -> Box:
        """The box of the piece."""
        size = self.style.size
        return Box(self.xs[0], self.base - ASCENT * size, self.x1, self.base + DESCENT * size)


@dataclass(slots=True)
class Frame:
    """The way from page space to a reading frame: the page as displayed, turned by `extra` quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width of the frame."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the frame."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of page space in the frame (y runs down)."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of page space in the frame."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


@dataclass(slots=True)
class PageText:
    """The pieces of a page in drawing order; `turned` are those not written upright in the frame."""

    pieces: list[Piece] = field(default_factory=list)
    turned: list[Piece] = field(default_factory=list)
    count: int = 0  # characters, white space apart
    unmapped: int = 0
    truncated: bool = False
    notices: list[str] = field(default_factory=list)


def frame_of(page: Handle, extra: int = 0) -> Frame:
    """The frame of an open page: its crop box in its media box, turned by /Rotate and `extra` quarters."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, rect):
        rect.left, rect.bottom, rect.right, rect.top = 0.0, 0.0, 595.0, 842.0
    turns = (pdfium.FPDFPage_GetRotation(page) + extra) % 4
    return Frame(rect.left, rect.bottom, rect.right, rect.top, turns)


def read_characters(textpage: Handle, frame: Frame) -> PageText:
    """All characters of an open text page as pieces in `frame`, in Unicode."""
    text = _Collector(textpage, frame).run()
    text.notices += decode_pieces([*text.pieces, *text.turned])
    return text


class _Collector:
    def __init__(self, textpage: Handle, frame: Frame) -> None:
        self.textpage = textpage
        self.page = c.cast(textpage, c.c_void_p)
        self.frame = frame
        self.faces: dict[int, Face] = {}
        self.styles: dict[tuple[object, ...], Style] = {}
        self.result = PageText()
        self._x, self._y = c.c_double(), c.c_double()
        self._by_point = (c.byref(self._x), c.byref(self._y))
        self._rect = pdfium.FS_RECTF()
        self._sides = (c.c_double(), c.c_double(), c.c_double(), c.c_double())
        self._rgba = (c.c_uint(), c.c_uint(), c.c_uint(), c.c_uint())
        self._by_rgba = tuple(map(c.byref, self._rgba))
        self._matrix = pdfium.FS_MATRIX()
        self._by_matrix = c.byref(self._matrix)

    def run(self) -> PageText:
        page, result, rect = self.page, self.result, self._rect
        unicode_of, owner_of, loose, by_rect = _unicode_of, _owner_of, _loose_box, c.byref(rect)
        total = pdfium.FPDFText_CountChars(self.textpage)
        result.truncated = total > MAX_CHARACTERS
        straight, shift = self.frame.turns == 0, self.frame.left
        last_owner, style, base, upright, reach = -1, None, 0.0, False, 0.0
        piece: Piece | None = None
        space = False
        for i in range(min(total, MAX_CHARACTERS)):
            code = unicode_of(page, i)
            if code <= 32 or code in _IGNORED:
                # pdfium's own spaces count, its line breaks do not. A soft hyphen that is drawn is a hyphen
                # (fonts share one glyph for both); 2 is pdfium's mark for a hyphen at the end of a line.
                space = space or code == 32 or code in _SPACES
                if code != 2 and code != 0xAD:
                    continue
            owner = owner_of(page, i)
            if style is None or owner != last_owner:
                last_owner, style = owner, self._style(i, owner)
                base = self._origin(i)[1]
                upright, reach = straight and style.turn == 0.0, 0.16 * style.size
            if code in (2, 0xAD):  # in an old Vietnamese font the second is a letter
                code = 0xAD if code == 0xAD and style.face.code else 0x2D
            if upright:
                loose(page, i, by_rect)
                x0, x1 = rect.left - shift, rect.right - shift
            else:
                x0, x1, base = self._turned(i, style)
            text = style.face.known.get(code) or self._text(code, i, style)
            result.count += 1
            if piece is not None and not space:
                near = upright and style is piece.style and base == piece.base
                if near and -reach < x0 - piece.x1 < reach and x0 - piece.xs[-1] > reach:
                    piece.text += text
                    piece.xs.append(x0)
                    piece.x1 = x1
                    continue
                if self._goes_on(piece, text, x0, base, style):
                    if not _again(piece, text, x0, style.size):
                        piece.text += text
                        piece.xs.extend([x0] * len(text))
                        piece.x1 = max(piece.x1, x1)
                    continue
            piece = Piece(text, [x0] * len(text), x1, base, style, i, space)
            piece.owner = owner or 0
            space = False
            (result.pieces if style.turn == 0.0 else result.turned).append(piece)
        return result

    def _goes_on(self, piece: Piece, text: str, x0: float, base: float, style: Style) -> bool:
        """Whether a glyph continues the piece: same baseline, like size, no gap, no step back."""
        before = piece.style
        if style.turn or before.turn:
            return before is style
        if style.face.code != before.face.code:
            return False
        size = style.size
        if before is not style and not 0.8 < before.size / size < 1.25:
            return False
        if unicodedata.combining(text[0]) and abs(x0 - piece.x1) < size:
            return True
        if abs(base - piece.base) > 0.06 * size:
            return False
        return -0.3 * size < x0 - piece.x1 < 0.16 * size or _again(piece, text, x0, size)

    def _text(self, code: int, i: int, style: Style) -> str:
        """The text of a glyph; one that no map explains is counted."""
        if style.face.code and 0xF020 <= code <= 0xF0FF:
            code -= 0xF000
        if code in _SYMBOL_BULLETS:
            return style.face.known.setdefault(code, _SYMBOL_BULLETS[code])
        text = chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd"
        if pdfium.FPDFText_HasUnicodeMapError(self.textpage, i) or _UNMAPPED.match(text):
            self.result.unmapped += 1
            return text
        return style.face.known.setdefault(code, text)

    def _origin(self, i: int) -> tuple[float, float]:
        _origin_of(self.page, i, *self._by_point)
        return self.frame.point(self._x.value, self._y.value)

    def _turned(self, i: int, style: Style) -> tuple[float, float, float]:
        """Left, right and baseline of a glyph on a turned page, or of a turned glyph."""
        _char_box(self.page, i, *map(c.byref, self._sides))
        left, right, bottom, top = self._sides
        box = self.frame.box(left.value, bottom.value, right.value, top.value)
        x, y = self._origin(i)
        if style.turn == 0.0:
            return x, max(box.x1, x), y
        return min(x, box.x0), box.x1, max(y, box.bottom)

    def _style(self, i: int, owner: int | None) -> Style:
        """The style of a character and of all others of the same text object; `owner` is its address."""
        matrix = self._matrix
        _matrix_of(self.page, i, self._by_matrix)
        handle = c.c_void_p(owner)
        address = (_font_of(handle) or 0) if owner else 0
        face = self.faces.get(address)
        if face is None:
            face = self.faces[address] = face_of(c.cast(address, pdfium.FPDF_FONT) if address else None)
        size = abs(_font_size(self.page, i))
        mode = _mode_of(handle) if owner else 0
        known = (address, size, mode, matrix.a, matrix.b, matrix.c, matrix.d, self._color(i))
        style = self.styles.get(known)
        if style is None:
            style = self.styles[known] = self._new_style(face, size, mode, i)
        return style

    def _new_style(self, face: Face, size: float, mode: int, i: int) -> Style:
        matrix = self._matrix
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self.frame.turns) % 360
        slanted = matrix.b == 0 and matrix.c > 0.15 * abs(matrix.d)
        return Style(
            face,
            max(size * math.hypot(matrix.c, matrix.d), 0.5),
            face.bold or mode in _STROKED_MODES,
            face.italic or slanted,
            mode in _INVISIBLE_MODES,
            _is_pale(self._color(i)),
            0.0 if angle in (0, 1, 359) else float(angle),
        )

    def _color(self, i: int) -> tuple[int, int, int, int]:
        """Red, green, blue and opacity of the fill, 0 to 255."""
        r, g, b, a = self._rgba
        if not _fill_color(self.page, i, *self._by_rgba):
            return (0, 0, 0, 255)
        return (r.value, g.value, b.value, a.value)


def _is_pale(color: tuple[int, int, int, int]) -> bool:
    """Whether a fill is close to white or mostly transparent, as of a watermark."""
    return color[3] < 100 or min(color[:3]) > 200


def _again(piece: Piece, text: str, x0: float, size: float) -> bool:
    """Whether the glyph overprints the one before it (bold by double printing)."""
    return piece.text[-1:] == text and abs(x0 - piece.xs[-1]) < 0.12 * size
