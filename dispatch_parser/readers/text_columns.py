"""Two columns set with spaces or tabs: the letterhead and the foot of a typed dispatch.

    ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH SƠN HẢI                  Độc lập - Tự do - Hạnh phúc

A stretch of lines is read as two columns only where words make that plain: the motto, the Party's header or
a date line to the right of something (Nghị định 30/2020/NĐ-CP, Phụ lục I, cells 1-4), a signature to the
right of `Nơi nhận` (cells 7 and 9b).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dispatch_parser.document import Column
from dispatch_parser.readers.signs import is_sign, is_signature, is_type_name

_GAP = re.compile(r"[ \u00a0\u2003]*\t[ \t\u00a0\u2003]*|[ \u00a0\u2003]{3,}|[ \u00a0]*\|[ \u00a0]*")
_MOTTO = re.compile(
    r"(?<=\S)\s+(?=(?:CỘNG\s+H[ÒO][AÀ]\s+XÃ\s+HỘI\s+CHỦ|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM\s*$"
    r"|Độc\s+lập\s*[-–—]\s*Tự\s+do))"
)
_DATE_BESIDE = re.compile(  # of a number line: the notation's last capital, then a place and its date
    r"(?<=[A-ZĐƯ])\s+(?=(?:TP\.|[^\W\d_a-z][^\W\d_A-Z])[^,\d]{0,40},\s*ngày\b)"
)
_BULLET = re.compile(r"[-–—+•*]|Lưu\b|\(")
_AHEAD = 6  # lines without a right half that a stretch may hold before its next right half
_NAME_AHEAD = 14  # the same below a signature, where empty lines leave room for stamp and hand


@dataclass(frozen=True, slots=True)
class Piece:
    """`lines[line][start:end]`, one line of one column; never empty, white space trimmed."""

    line: int
    start: int
    end: int
    column: Column = "full"


@dataclass(frozen=True, slots=True)
class _Run:
    """Words between two gaps: offsets into the line and the place on screen where they begin."""

    start: int
    end: int
    x: int


def arrange(lines: Sequence[str]) -> list[Piece]:
    """The pieces of all lines in reading order.

    Of a two-column stretch first the left half, then the right.
    """
    if not any(_GAP.search(line) or "\u00a0" in line or _MOTTO.search(line) for line in lines):
        return _full(lines, 0, len(lines))
    rows = [_runs(line) for line in lines]
    pieces: list[Piece] = []
    i = done = 0
    while i < len(lines):
        opened = _opening(lines, rows, i)
        if opened is None:
            i += 1
            continue
        first, x, foot = opened
        end = _end(lines, rows, i, x, foot=foot)
        pieces += _full(lines, done, max(first, done))
        pieces += _stretch(lines, rows, max(first, done), end, x)
        i = done = end
    return pieces + _full(lines, done, len(lines))


def _full(lines: Sequence[str], first: int, end: int) -> list[Piece]:
    return [piece for i in range(first, end) if (piece := _trimmed(lines, i, 0, len(lines[i]), "full"))]


def _trimmed(lines: Sequence[str], i: int, start: int, end: int, column: Column) -> Piece | None:
    words, blank = lines[i][start:end], None if column == "full" else " \t\u00a0\u2003|"  # or the rule of a table
    left = start + len(words) - len(words.lstrip(blank))
    right = start + len(words.rstrip(blank))
    return Piece(i, left, right, column) if left < right else None


def _runs(line: str) -> list[_Run]:
    """The words of a line between gaps; a gap of any width stands before a motto."""
    runs: list[_Run] = []
    start = 0
    marks = [_GAP, _MOTTO, _DATE_BESIDE] if is_sign(line.strip(), "number") else [_GAP, _MOTTO]
    gaps = sorted({match.span() for mark in marks for match in mark.finditer(line)})
    for left, right in [*gaps, (len(line), len(line))]:
        if left > start and line[start:left].strip():
            runs.append(_Run(start, left, len(line[:start].expandtabs())))
        start = max(start, right)
    return runs


def _opening(lines: Sequence[str], rows: list[list[_Run]], i: int) -> tuple[int, int, bool] | None:
    """Whether line i opens a stretch: its first line, the place of its right half, whether it is a foot."""
    if len(rows[i]) < 2:
        return None
    for run in reversed(rows[i][1:]):
        rest = lines[i][run.start :].rstrip()
        if is_sign(rest, "motto"):
            return i, run.x, False
        if is_sign(rest, "date") and is_sign(lines[i][: run.start].strip(), "number"):
            return i, run.x, False
        if is_signature(rest):
            first = _recipients_above(lines, i)
            if first is not None:
                return first, run.x, True
    return None


def _recipients_above(lines: Sequence[str], i: int) -> int | None:
    """The line with `Nơi nhận` at or shortly above line i; line i itself where its left half is an entry."""
    for j in range(i, max(i - 8, -1), -1):
        if is_sign(_GAP.split(lines[j].strip())[0], "recipients"):
            return j
    return i if _BULLET.match(lines[i].strip()) else None


def _split(line: str, runs: list[_Run], x: int) -> int | None:
    """The index of the run that opens the right half of a line, None if the line has none."""
    for k in range(len(runs) - 1, 0, -1):
        rest = line[runs[k].start :].rstrip()
        if is_sign(rest, "motto", "date") or is_signature(rest):
            return k
    if len(runs) > 1:
        nearest = min(range(1, len(runs)), key=lambda k: abs(runs[k].x - x))
        return nearest if runs[nearest].x >= 0.5 * x else None
    if runs and runs[0].x >= max(0.6 * x, 12):
        return 0
    return None


def _end(lines: Sequence[str], rows: list[list[_Run]], first: int, x: int, *, foot: bool) -> int:
    """The line after the last one that belongs to a stretch."""
    end = first + 1
    for i in range(first + 1, len(lines)):
        if i - end > (_NAME_AHEAD if foot else _AHEAD):
            break
        if not rows[i]:
            continue
        if not foot and len(rows[i]) == 1 and is_type_name(lines[i].strip()):
            break
        entry = foot and i - end < 2 and _BULLET.match(lines[i].strip())
        if entry or _split(lines[i], rows[i], x) is not None:
            end = i + 1
        elif _closes(lines[i], x):
            break
    return end


def _closes(line: str, x: int) -> bool:
    """Whether a line without a right half can only stand below the stretch."""
    words = line.strip()
    if is_sign(words, "addressees", "grounds", "enacting", "annex"):
        return True
    return len(line.expandtabs().rstrip()) > max(1.6 * x, 60)


def _stretch(lines: Sequence[str], rows: list[list[_Run]], first: int, end: int, x: int) -> list[Piece]:
    """The left half of lines `first` to `end - 1`, then their right half."""
    left: list[Piece] = []
    right: list[Piece] = []
    for i in range(first, end):
        at = _split(lines[i], rows[i], x)
        cut = len(lines[i]) if at is None else rows[i][at].start
        for half, start, stop, column in ((left, 0, cut, "left"), (right, cut, len(lines[i]), "right")):
            piece = _trimmed(lines, i, start, stop, column)  # type: ignore[arg-type]
            if piece:
                half.append(piece)
    return left + right
