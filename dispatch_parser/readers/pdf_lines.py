"""Pieces of a page to lines in reading order: stamped digits placed, columns apart, note marks dropped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count, groupby, pairwise

from dispatch_parser.document import Box, Column, LineRole
from dispatch_parser.layout import columns
from dispatch_parser.readers.pdf_chars import ASCENT, DESCENT, Piece, Style

_BLANK = re.compile(r"[._·]{3,}|[.…]*…[.…]*")  # dots or a rule to write a number or a day on
_DIGITS = re.compile(r"\d[\d./-]*$")
_MARK = re.compile(r"(?:\(?\d{1,3}\)?|[*†]{1,3})$")
_UNIT = re.compile(r"(?:^|[\d\W])(?:[kcdmhµ]?m|ha|dam)$", re.IGNORECASE)
_SPACE = 0.17  # of the size: a gap this wide is a word space even where no space is drawn
_DRAWN_SPACE = 0.07  # a drawn space counts unless something was stamped over it


@dataclass(slots=True)
class Draft:
    """A line without offsets yet. `edges` has one number more than `text` has characters, or is None."""

    text: str
    edges: list[float] | None
    box: Box
    style: Style
    base: float
    column: Column = "full"
    role: LineRole = "flow"
    centered: bool = False
    bold: bool = False
    italic: bool = False
    mark: bool = False  # opens with a raised mark, as a footnote does
    sureness: list[float] | None = None  # how surely each character was recognised; None where the file states them
    mended: list[tuple[int, int, str]] = field(default_factory=list)  # start and end in `text`, as the engine read it

    @property
    def size(self) -> float:
        """Size of most of its type."""
        return self.style.size


def arrange(pieces: Sequence[Piece]) -> list[Draft]:
    """The lines of a region in reading order; two-column stretches left column first."""
    if not pieces:
        return []
    boxes = [piece.box for piece in pieces]
    grouped = columns.rows(boxes)
    shapes = [columns.row_of(_words(pieces, boxes, row)) for row in grouped]
    result: list[Draft] = []
    at = 0
    for stretch in columns.stretches(shapes):
        result += [compose([pieces[i] for i in row]) for row in grouped[at : stretch.first]]
        inside = [i for row in grouped[stretch.first : stretch.last] for i in row]
        left = [pieces[i] for i in inside if boxes[i].center[0] < stretch.middle]
        right = [pieces[i] for i in inside if boxes[i].center[0] >= stretch.middle]
        result += _column(left, "left") + _column(right, "right")
        at = stretch.last
    result += [compose([pieces[i] for i in row]) for row in grouped[at:]]
    return [draft for draft in result if draft.text]


def simple_lines(pieces: Sequence[Piece]) -> list[Draft]:
    """The lines of a region of one column (a table cell, a stamp), top down."""
    boxes = [piece.box for piece in pieces]
    drafts = [compose([pieces[i] for i in row]) for row in columns.rows(boxes)]
    return [draft for draft in drafts if draft.text]


def _words(pieces: Sequence[Piece], boxes: Sequence[Box], row: Sequence[int]) -> list[Box]:
    """The words of a row: pieces drawn apart whose glyphs touch are one."""
    result: list[Box] = []
    for i in row:
        box = boxes[i]
        if result and box.x0 - result[-1].x1 < _SPACE * pieces[i].style.size:
            result[-1] = result[-1].union(box)
        else:
            result.append(box)
    return result


def _column(pieces: Sequence[Piece], side: Column) -> list[Draft]:
    drafts = simple_lines(pieces)
    centers = sorted(draft.box.center[0] for draft in drafts)
    middle = centers[len(centers) // 2] if centers else 0.0
    lefts = Counter(round(draft.box.x0 / 2) for draft in drafts)
    for draft in drafts:
        draft.column = side
        shared = lefts[round(draft.box.x0 / 2)] > 1
        draft.centered = abs(draft.box.center[0] - middle) < 8 and not (shared and draft.text[:1] in "-–+•")
    return drafts


def settle_stamped(pieces: list[Piece]) -> list[Piece]:
    """Settle what is stamped over other print: digits hide the dots and the digits they are printed on."""
    if not _BLANK.search("\n".join([p.text for p in pieces])) and not any(p.added >= 0 for p in pieces):
        return pieces
    result = [p for p in pieces if p.added < 0]
    blanks = [p for p in result if _BLANK.search(p.text)]
    for stamp in [p for p in pieces if _DIGITS.match(p.text)]:
        if stamp.added >= 0 or any(_covers(stamp, p, p.x0, p.x1) for p in blanks):
            result = [part for p in result for part in _uncovered(p, stamp)]
            blanks = [p for p in result if _BLANK.search(p.text)]
    result += [p for p in pieces if p.added >= 0]
    return result


def _covers(stamp: Piece, piece: Piece, x0: float, x1: float) -> bool:
    """Whether the stamp stands on the stretch from x0 to x1 of the piece."""
    upright = abs(stamp.base - piece.base) < 0.6 * max(stamp.size, piece.size)
    return upright and min(stamp.x1, x1) - max(stamp.x0, x0) > 0.3 * min(x1 - x0, stamp.x1 - stamp.x0)


def _uncovered(piece: Piece, stamp: Piece) -> list[Piece]:
    """What is left of a piece when the stamp hides the blank, and the digits of the page, that it stands on."""
    if stamp.order <= piece.order or not _covers(stamp, piece, piece.x0, piece.x1):
        return [piece]
    ends = [*piece.xs[1:], piece.x1]
    under = [_covers(stamp, piece, left, right) for left, right in zip(piece.xs, ends, strict=True)]
    hidden = {k for k, char in enumerate(piece.text) if under[k] and char.isdigit() and stamp.added >= 0}
    for blank in _BLANK.finditer(piece.text):
        if any(under[blank.start() : blank.end()]):
            hidden.update(range(*blank.span()))
    parts: list[Piece] = []
    for _, run in groupby((k for k in range(len(piece.text)) if k not in hidden), key=_skips()):
        at = list(run)
        text, xs = piece.text[at[0] : at[-1] + 1], piece.xs[at[0] : at[-1] + 1]
        space = piece.space_before and at[0] == 0
        parts.append(replace(piece, text=text, xs=xs, x1=ends[at[-1]], space_before=space))
    return parts if hidden else [piece]


def _skips() -> Callable[[int], int]:
    """A key that stays the same while numbers rise by one."""
    counter = count()
    return lambda k: k - next(counter)


def compose(members: Sequence[Piece]) -> Draft:
    """One line from the pieces of a row."""
    pieces = _without_overprints(sorted(members, key=lambda piece: piece.xs[0]))
    main, base, mark = pieces[0].style, pieces[0].base, False
    mixed = any(piece.style is not main or piece.base != base for piece in pieces)
    if mixed:
        main = _main_style(pieces)
        base = _main_base(pieces, main)
        mark = _raised(pieces[0], main, base) and bool(_MARK.match(pieces[0].text))
        pieces = _without_marks(pieces, main, base)
    spaces = _letter_spaced(pieces, [False, *(_space(a, b) for a, b in pairwise(pieces))])
    text: list[str] = []
    edges: list[float] = []
    last = pieces[0].xs[0]
    for piece, space in zip(pieces, spaces, strict=True):
        if space:
            text.append(" ")
            edges.append(max(edges[-1], min(last, piece.xs[0])))
        text.append(piece.text)
        edges.extend(piece.xs)
        last = piece.x1
    right = max(piece.x1 for piece in pieces)
    edges.append(right)
    draft = Draft(
        "".join(text), edges, Box(pieces[0].x0, base - ASCENT * main.size, right, base + DESCENT * main.size),
        main, base, mark=mark, bold=main.bold, italic=main.italic,
    )  # fmt: skip
    if mixed:
        _settle(draft, pieces)
    if any(piece.sure < 1 for piece in pieces):
        draft.sureness = _sureness(pieces, spaces)
        draft.mended = _mended(pieces, spaces)
    return draft


def _sureness(pieces: Sequence[Piece], spaces: Sequence[bool]) -> list[float]:
    """How surely each character of a line was recognised; a blank is certain."""
    result: list[float] = []
    for piece, space in zip(pieces, spaces, strict=True):
        result += [1.0] * space + [piece.sure] * len(piece.text)
    return result


def _mended(pieces: Sequence[Piece], spaces: Sequence[bool]) -> list[tuple[int, int, str]]:
    """What of a line was mended: stretches of its text with what was read there, words mended as one in one."""
    result: list[tuple[int, int, str]] = []
    end, raw = 0, ""
    for piece, space in zip(pieces, spaces, strict=True):
        start, end = end + space, end + space + len(piece.text)
        if piece.raw and piece.raw == raw:
            result[-1] = (result[-1][0], end, raw)
        elif piece.raw:
            result.append((start, end, piece.raw))
        raw = piece.raw
    return result


def _settle(draft: Draft, pieces: Sequence[Piece]) -> None:
    """Height, weight and slant of a line set in several styles or on several baselines."""
    main = draft.style
    full = [piece for piece in pieces if piece.style is main or piece.style.size > 0.8 * main.size]
    top = min(piece.base - ASCENT * piece.style.size for piece in full)
    bottom = max(piece.base + DESCENT * piece.style.size for piece in full)
    draft.box = Box(draft.box.x0, top, draft.box.x1, bottom)
    total = sum(len(piece.text) for piece in pieces)
    draft.bold = 2 * sum(len(p.text) for p in pieces if p.style.bold) > total
    draft.italic = 2 * sum(len(p.text) for p in pieces if p.style.italic) > total


def _main_style(pieces: Sequence[Piece]) -> Style:
    """The style of most characters, by font and size."""
    styles: dict[int, Style] = {}
    weight: dict[tuple[str, int], int] = {}
    for piece in pieces:
        styles.setdefault(id(piece.style), piece.style)
    if len(styles) == 1:
        return pieces[0].style
    names = {known: (style.face.name, round(style.size * 2)) for known, style in styles.items()}
    for piece in pieces:
        name = names[id(piece.style)]
        weight[name] = weight.get(name, 0) + len(piece.text)
    best = max(weight, key=weight.__getitem__)
    return next(style for known, style in styles.items() if names[known] == best)


def _main_base(pieces: Sequence[Piece], main: Style) -> float:
    weight: dict[float, int] = {}
    for piece in pieces:
        if piece.style is main or piece.style.size > 0.8 * main.size:
            weight[piece.base] = weight.get(piece.base, 0) + len(piece.text)
    return max(weight, key=weight.__getitem__)


def _without_overprints(pieces: Sequence[Piece]) -> list[Piece]:
    """Each piece once: bold by double printing sets the same glyphs a fraction of a point apart."""
    if len({piece.text for piece in pieces}) == len(pieces):
        return list(pieces)
    kept: list[Piece] = []
    for piece in pieces:
        twin = any(
            other.text == piece.text
            and abs(other.x0 - piece.x0) < 0.15 * piece.size
            and abs(other.base - piece.base) < 0.15 * piece.size
            for other in kept[-3:]
        )
        if not twin:
            kept.append(piece)
    return kept


def _raised(piece: Piece, main: Style, base: float) -> bool:
    rise = base - piece.base
    return rise > 0.12 * main.size and piece.size < (0.88 if rise > 0.25 * main.size else 0.8) * main.size


def _without_marks(pieces: list[Piece], main: Style, base: float) -> list[Piece]:
    """Drop raised footnote marks; an exponent of a unit (`m2`, `km2`) and a line's first mark stay.

    A mark is drawn right behind its word: a small number that comes later was stamped into the line.
    """
    kept: list[Piece] = []
    for piece in pieces:
        if kept and _raised(piece, main, base) and _MARK.match(piece.text):
            word = kept[-1]
            close = piece.x0 - word.x1 < 0.4 * main.size and 0 < piece.order - word.order <= len(word.text) + 4
            exponent = piece.text in ("2", "3") and _UNIT.search(word.text)
            if close and not exponent and piece.added < 0:
                continue
        kept.append(piece)
    return kept


def _space(before: Piece, after: Piece) -> bool:
    """Whether white space stands between two neighbours of a line."""
    if before.sure < 1 and after.sure < 1:
        return True  # an engine tells words apart; its boxes may overlap
    gap = after.xs[0] - before.x1
    size = min(before.style.size, after.style.size)
    if abs(before.order - after.order) > 1 and _stamped_pair(before, after):
        return not (after.text[0] in "/-" and gap < 3 * size)
    if after.space_before and after.order > before.order and gap > _DRAWN_SPACE * size:
        return True
    return gap > _SPACE * size


def _stamped_pair(before: Piece, after: Piece) -> bool:
    """Whether one of two neighbours is a number printed into the gap later.

    An annotation prints it, or it stands before the stroke of a symbol though it was drawn after it.
    """
    if (before.added >= 0 and _DIGITS.match(before.text)) or (after.added >= 0 and _DIGITS.match(after.text)):
        return True
    return before.order > after.order and after.text[0] == "/" and bool(_DIGITS.match(before.text))


def _letter_spaced(pieces: Sequence[Piece], spaces: list[bool]) -> list[bool]:
    """Close up capitals set apart letter by letter: there only the wider gaps are word spaces."""
    if sum(len(piece.text) == 1 for piece in pieces) < 4:
        return spaces
    start = 0
    while start < len(pieces):
        end = start
        while end < len(pieces) and len(pieces[end].text) == 1 and pieces[end].text.isupper():
            end += 1
        if end - start >= 4:
            gaps = [pieces[k].x0 - pieces[k - 1].x1 for k in range(start + 1, end)]
            usual = sorted(gaps)[len(gaps) // 2]
            for k in range(start + 1, end):
                spaces[k] = gaps[k - start - 1] > 1.5 * max(usual, 1.0)
        start = max(end, start + 1)
    return spaces
