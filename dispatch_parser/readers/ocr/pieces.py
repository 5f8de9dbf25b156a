"""Words of an engine to pieces of a page in points: sizes from the ink, noise left out."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.mend import closes_purpose, mend_page
from dispatch_parser.readers.pdf_chars import Piece, Style
from dispatch_parser.readers.pdf_fonts import Face
from dispatch_parser.text.legacy_syllables import is_syllable

# Heights above and depths below the baseline in the size of the type, as Times New Roman draws them.
_TALL, _X = 0.67, 0.46
_DEPTH = 0.21
_HIGH = frozenset("bdđfhklt")
_DEEP = frozenset("gjpqy")
_LOW_DOT = "\u0323"
_NARROW = frozenset("iljtfrI.,;:'!|()[]-/ ")
_WIDE = frozenset("mwMWOQĐDNGHƯUƠÔÂ")
_SURE = 0.6
_DOUBTFUL = 0.3
_LETTERS = re.compile(r"[^\W\d_]+")


def pieces_of(words: Sequence[Word], dpi: int) -> list[Piece]:
    """One piece a word, in points of the picture; words that are no print (strokes, specks) are left out."""
    by_line: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        by_line[word.line].append(word)
    scale = 72 / dpi
    sizes = {number: _size(line) for number, line in by_line.items()}
    usual = median(sizes.values()) if sizes else 0.0
    result: list[Piece] = []
    lines = mend_page([readable(line) for line in by_line.values()])
    for size, kept in zip(sizes.values(), lines, strict=True):
        if not kept or not 0.45 * usual < size < 3 * usual:
            continue
        base = median(word.base for word in kept)
        style = Style(Face("", False, False), size * scale, False, False, False, False, 0.0)
        for word in kept:
            xs = [x * scale for x in _edges(word)]
            piece = Piece(word.text, xs[:-1], xs[-1], base * scale, style, len(result), True)
            piece.sure, piece.raw = word.confidence, word.raw
            result.append(piece)
    return result


def readable(line: Sequence[Word]) -> list[Word]:
    """The words of a line that are print: what is certain, or likely by what it spells; [] for a line of noise."""
    kept = [
        word
        for k, word in enumerate(line)
        if _is_print(word)
        or (k < len(line) - 1 and _is_dash(word))
        or (k and closes_purpose(line[k - 1].text, word.text))
    ]
    good = sum(len(word.text) for word in kept if any(char.isalnum() for char in word.text))
    bad = sum(len(word.text) for word in line) - sum(len(word.text) for word in kept)
    if good == 0 or (bad > 2 * good and good < 12):
        return []
    return kept


def _is_dash(word: Word) -> bool:
    """Whether a mark between words is a dash as wide as print has it; engines are never sure of one."""
    dash = word.text in ("-", "–", "—") and word.confidence > _DOUBTFUL
    return dash and word.x1 - word.x0 > 1.2 * (word.bottom - word.top)


def _is_print(word: Word) -> bool:
    if word.confidence >= _SURE:
        return any(char.isalnum() for char in word.text) or word.confidence >= 0.8 or len(word.text) == 1
    letters = _LETTERS.findall(word.text)
    known = bool(letters) and all(is_syllable(part) or part.isupper() for part in letters)
    if word.confidence >= _DOUBTFUL:
        alnum = sum(map(str.isalnum, word.text))
        return known or any(map(str.isdigit, word.text)) or (alnum >= 2 and 2 * alnum >= len(word.text))
    return (known and len(word.text) > 2) or (word.confidence > 0.1 and any(map(str.isdigit, word.text)))


def _size(line: Sequence[Word]) -> float:
    """The size of the type of a line in pixels: the ink of each word by what its letters reach."""
    found: list[float] = []
    for word in line:
        height, depth = _reach(word.text)
        if height:
            found += [(word.bottom - word.top) / (height + depth)] * len(word.text)
    return median(found) if found else max(word.bottom - word.top for word in line)


def _reach(text: str) -> tuple[float, float]:
    """How high over and how deep under the baseline a word reaches, in sizes; (0, 0) for marks alone."""
    height = depth = 0.0
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        letter = parts[0]
        if not letter.isalnum():
            depth = max(depth, 0.14 if letter in ",;" else _DEPTH if letter in "()/[]" else 0.0)
            continue
        top = _TALL if letter.isupper() or letter.isdigit() or letter in _HIGH else _X
        over = sum(1 for mark in parts[1:] if mark not in (_LOW_DOT, "\u031b"))
        if over:
            top = max(top, _X + 0.22) if not letter.isupper() else top + 0.2
            top += 0.12 * (over - 1)
        elif letter in "ij":
            top = _TALL
        under = _DEPTH if letter in _DEEP else 0.2 if _LOW_DOT in parts else 0.0
        height, depth = max(height, top), max(depth, under)
    return height, depth


def _edges(word: Word) -> list[float]:
    """The left edge of every character and the right edge of the word, by the usual widths of letters."""
    widths = [0.6 if c in _NARROW else 1.5 if c in _WIDE else 1.2 if c.isupper() else 1.0 for c in word.text]
    unit = (word.x1 - word.x0) / sum(widths)
    edges = [word.x0]
    for width in widths:
        edges.append(edges[-1] + unit * width)
    edges[-1] = word.x1
    return edges


def beside(pieces: Iterable[Piece], printed: Sequence[Piece]) -> list[Piece]:
    """The recognised pieces without those that show what the text layer prints itself."""
    boxes = [piece.box for piece in printed]
    result = []
    for piece in pieces:
        x, y = piece.box.center
        if not any(b.x0 - 1 <= x <= b.x1 + 1 and b.top - 1 <= y <= b.bottom + 1 for b in boxes):
            result.append(piece)
    return result
