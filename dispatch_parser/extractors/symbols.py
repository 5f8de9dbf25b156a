"""The grammar of numbers and notations (số, ký hiệu): state, Party and law documents.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (`15/QĐ-BNV`, `05/BNV-VP`); Hướng dẫn 36-HD/VPTW and
05-HD/VPTW for the Party (`12-CV/TU`); the legislature's practice (`64/2025/QH15`). Case and diacritics of a
notation count (`QĐ` is not `QyĐ`); spaces inside it do not, and all dashes are one. What document a notation
means is looked up in `document_types`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dispatch_parser.extractors.document_types import types

Kind = Literal["state", "party", "law"]

_UPPER = "A-ZĐĂÂÊÔƠƯ"
_LETTER = _UPPER + "a-zđăâêôơư"
_SEPARATOR = r"\s?[-/_]\s?"
# A group: an abbreviation, perhaps with digits, `&` or inner dots (`TTr`, `CCHC&PC`, `V.I`).
_GROUP = rf"[{_UPPER}](?:[{_LETTER}0-9&]|\.(?=[{_UPPER}0-9]))*"
_WORD_END = r"(?![^\W\d_])"
_GLUED = r"(?=ngày|của|về việc|ban hành)"  # a lost space after the notation, as PDF text has it
# 1315, 30c, 66.25; not the tail of something else (a date, a decimal, a code).
_NUMBER = rf"(?<![\w/&-])(?<!\d[.,:])(?P<number>\d{{1,6}}(?:[a-zđ]|[{_UPPER}](?=\s?[-/]))?(?:\.\d{{1,3}})?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_GROUPS = rf"{_GROUP}(?:{_SEPARATOR}{_GROUP})*(?:/(?:19|20)\d\d(?!\d))?(?:{_WORD_END}|{_GLUED})"
_STATE = re.compile(rf"{_NUMBER}\s?/\s?(?P<notation>(?:{_YEAR}\s?(?:/\s?|(?=[{_UPPER}]{{2}})))?{_GROUPS})")
_PARTY = re.compile(rf"{_NUMBER}\s?-\s?(?P<notation>[{_UPPER}][{_LETTER}]{{1,5}}\s?[-/]\s?{_GROUPS})")
_LAW = re.compile(r"(?:QH|UBTVQH)\d{1,2}")
_STANDARD = re.compile(r"(?:qcvn|tcvn|tcxdvn|qcxdvn|qcđp|iso|iec|tcn|tccs|astm)[\s\d./:-]*$", re.IGNORECASE)
_PIECE = re.compile(rf"(?P<before>\s?)[-/_](?P<after>\s?)(?P<group>{_GROUP}|\d{{4}})")

_BLANK = r"[\s._…*]*"
_LINE_OPENER = re.compile(r"^\W*s[ốôo](?:\s?/\s?no\.?)?\s*[:.;]?", re.IGNORECASE)
_LINE_NUMBER = re.compile(
    rf"{_BLANK}(?P<number>\d{{1,6}}(?:\s?[a-zđ{_UPPER}]{_WORD_END}(?=\s?[-/]|$))?(?:\.\d{{1,4}})?)"
)
_LINE_NOTATION = re.compile(
    rf"(?P<separator>[-/])\s*(?P<notation>(?:{_YEAR}\s*(?:/\s*|(?=[{_UPPER}]{{2}})))?"
    rf"{_GROUP}(?:\s*[-/_]\s*{_GROUP})*)"
)
_LATE_NUMBER = re.compile(r"\s+(?P<number>\d{1,6})\s*$")

_SAME = str.maketrans("ÐƉðɖ‐‑‒–—―−－⁄∕／", "ĐĐđđ--------///")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number with its notation: `15` + `QĐ-BNV`; the year of a legal document belongs to the notation."""

    number: str
    notation: str
    kind: Kind
    year: int | None = None

    @property
    def text(self) -> str:
        """The whole as it is cited: `15/QĐ-BNV`, `12-CV/TU`."""
        return f"{self.number}{'-' if self.kind == 'party' else '/'}{self.notation}"

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the notation without the year: `('QĐ', 'BNV')`."""
        return tuple(group for group in re.split(r"[-/_]", re.sub(r"^\d{4}/?", "", self.notation)) if group)


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The number line of a letterhead; spans are relative to its text. `number` is None where left blank."""

    number: str | None
    notation: str | None
    number_span: tuple[int, int] | None
    notation_span: tuple[int, int] | None


def unified(text: str) -> str:
    """The text with look-alikes of `đ`, dashes and slashes unified; same length, case kept."""
    return text.translate(_SAME)


def find_symbols(text: str) -> Iterator[tuple[int, int, Symbol]]:
    """Every symbol in a text in kept form, left to right, not overlapping: `(start, end, symbol)`.

    Dates, ratios, scales, standards (`QCVN 102:2016/BTTTT`) and codes of procedures are none.
    """
    text = unified(text)
    end = 0
    matches = [*_PARTY.finditer(text), *_STATE.finditer(text)]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() < end or _STANDARD.search(text, max(0, match.start() - 16), match.start()):
            continue
        found = _symbol(match)
        if found is not None:
            stop, symbol = found
            yield match.start(), stop, symbol
            end = stop


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that the whole text is (an opening `Số:` apart), or None."""
    words = text.strip()
    opener = _LINE_OPENER.match(words)
    words = words[opener.end() :].strip() if opener else words
    first = next(find_symbols(words), None)
    return first[2] if first and first[:2] == (0, len(words)) else None


def parse_number_line(text: str) -> NumberLine | None:
    """The number line of a letterhead (`Số: 15/SNV-CCHC`, `Số 12-CV/TU`); None where the text is none.

    Spaces inside do not count. A number left blank is None, also where dots hold its place; a number that was
    set behind its notation (`Số: /SNV-CCHC 45`, as systems that number a finished file do) is taken.
    """
    text = unified(text)
    opener = _LINE_OPENER.match(text)
    at = opener.end() if opener else 0
    number = _LINE_NUMBER.match(text, at)
    notation = _LINE_NOTATION.search(text, number.end() if number else at)
    if notation is None and (number is None or opener is None):
        return None
    if notation is not None and text[number.end() if number else at : notation.start()].strip(" ._…*"):
        return None
    if number is None and notation is not None:
        number = _LATE_NUMBER.match(text, notation.end())
    if opener is None and number is None:
        return None
    return NumberLine(
        number=tight(number["number"]) if number else None,
        notation=tight(notation["notation"]).rstrip(".&") if notation else None,
        number_span=number.span("number") if number else None,
        notation_span=notation.span("notation") if notation else None,
    )


def tight(text: str) -> str:
    """A symbol as it is compared and kept: without spaces, dashes and look-alikes unified."""
    return "".join(unified(text).split())


def _symbol(match: re.Match[str]) -> tuple[int, Symbol] | None:
    """The end and the parts of a match; None where it is no symbol (`01/Công`, a lone word)."""
    head = re.match(rf"(?:(?:19|20)\d\d\s?/?\s?)?{_GROUP}", match["notation"])
    if head is None:
        return None
    offset = match.start("notation")
    first = re.search(rf"{_GROUP}$", head[0])
    length = head.end()
    groups = 1
    for piece in _PIECE.finditer(match["notation"], head.end()):
        if piece.start() != length or not _goes_on(piece, groups):
            break
        length = piece.end()
        groups += 1
    if first is None or not (_is_abbreviation(first[0]) or (len(first[0]) == 1 and groups > 1)):
        return None
    end = offset + length
    if match.re is _PARTY and groups < 2:
        return None
    notation = tight(match.string[offset:end])
    year = match.groupdict().get("year")
    is_law = year is not None and _LAW.fullmatch(notation[5:]) is not None
    kind: Kind = "party" if match.re is _PARTY else "law" if is_law else "state"
    return end, Symbol(tight(match["number"]), notation, kind, int(year) if year else None)


def _goes_on(piece: re.Match[str], groups: int) -> bool:
    """Whether a separator and a group go on with the notation, by the spaces around the separator."""
    group = piece["group"]
    spaces = len(piece["before"]) + len(piece["after"])
    if spaces == 0:
        return group.isdigit() or _is_abbreviation(group) or len(group) <= 3
    if not (_is_abbreviation(group) and group[-1].isupper()):
        return False
    return spaces == 1 or groups == 1


def _is_abbreviation(group: str) -> bool:
    """`QĐ`, `TTr`, `C06`: at least two capitals or digits; a word with one capital is a word."""
    return sum(char.isupper() or char.isdigit() for char in group) >= 2


def document_type_of(symbol: Symbol, name: str | None = None) -> str | None:
    """The code of the document type by the symbol, then by the printed type name; see `document_types`."""
    return types().of_symbol(symbol, name)
