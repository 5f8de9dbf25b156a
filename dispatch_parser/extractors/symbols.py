"""The grammar of numbers and notations (số, ký hiệu): state, Party and law documents.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (`15/QĐ-BNV`, `05/BNV-VP`); Hướng dẫn 36-HD/VPTW for the Party
(`12-CV/TU`); the legislature's practice (`64/2025/QH15`). Case and diacritics of a notation count: `QĐ` is not `QyĐ`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dispatch_parser import model as models
from dispatch_parser.text.folding import key

_UPPER = "A-ZĐÐÀ-ÖØ-ÝĂĨŨƠƯẠ-Ỹ"
_WORD = f"{_UPPER}a-zđà-öø-ýăĩũơưạ-ỹ"
_GROUP = rf"[{_UPPER}][{_WORD}0-9&.]*"
_GROUPS = rf"{_GROUP}(?:\s?[-–‑/]\s?{_GROUP})*"
_NUMBER = r"\d{1,6}(?:[a-zđ](?![\w]))?(?:\.\d{1,4})?"
_STATE = re.compile(rf"(?<![\w/.,-])(?P<number>{_NUMBER})\s?/\s?(?P<notation>(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?{_GROUPS})")
_PARTY = re.compile(rf"(?<![\w/.,-])(?P<number>{_NUMBER})\s?[-–‑]\s?(?P<notation>[{_UPPER}][{_WORD}]{{0,4}}\s?/\s?{_GROUPS})")
_STANDARD = re.compile(r"(?:qcvn|tcvn|tcxdvn|qcxdvn|iso|iec|tcn|astm)[\s:\d./-]*$")
_BLANK = r"[\s._…]*"
_NUMBER_LINE = re.compile(r"^\s*s[ốôo]\s*:?\s*")
_LINE_NOTATION = re.compile(rf"(?P<sep>[/-])\s?(?P<notation>(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?{_GROUPS})")
_LINE_NUMBER = re.compile(rf"{_BLANK}(?P<number>\d{{1,6}}(?:\s?[a-zđA-Z](?![\w]))?(?:\.\d{{1,4}})?){_BLANK}")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A number with its notation: `15` + `QĐ-BNV`; the year of a legal document belongs to the notation."""

    number: str
    notation: str
    kind: Literal["state", "party", "law"]
    year: int | None = None

    @property
    def text(self) -> str:
        """The whole as it is cited: `15/QĐ-BNV`, `12-CV/TU`."""
        return f"{self.number}{'-' if self.kind == 'party' else '/'}{self.notation}"

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of the notation without the year: `('QĐ', 'BNV')`."""
        return tuple(re.split(r"[-/]", re.sub(r"^\d{4}/", "", self.notation)))


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The number line of a letterhead; spans are relative to its text. `number` is None where it was left blank."""

    number: str | None
    notation: str | None
    number_span: tuple[int, int] | None
    notation_span: tuple[int, int] | None


def find_symbols(text: str) -> Iterator[tuple[int, int, Symbol]]:
    """Every symbol in a text in kept form, left to right, not overlapping: `(start, end, symbol)`."""
    matches = [*_PARTY.finditer(text), *_STATE.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() >= end and not _STANDARD.search(key(text[max(0, match.start() - 12) : match.start()])):
            symbol = _symbol(match)
            if symbol is not None:
                stop = match.start() + len(match[0].rstrip(" .-–/"))
                yield match.start(), stop, symbol
                end = stop


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that the whole text is, or None."""
    for start, end, symbol in find_symbols(text.strip()):
        return symbol if start == 0 and end == len(text.strip()) else None
    return None


def parse_number_line(text: str) -> NumberLine | None:
    """The number line of a letterhead (`Số: 15/SNV-CCHC`); spaces inside do not count, a blank number is None."""
    opener = _NUMBER_LINE.match(text.lower())
    if opener is None:
        return None
    at = opener.end()
    number = _LINE_NUMBER.match(text, at)
    notation = _LINE_NOTATION.search(text, number.end() if number else at)
    if notation is None and number is None:
        return None
    span = notation.span("notation") if notation else None
    value = _tight(notation["notation"]).rstrip(".") if notation else None
    return NumberLine(
        number=_tight(number["number"]) if number else None,
        notation=value,
        number_span=number.span("number") if number else None,
        notation_span=span,
    )


def document_type_of(symbol: Symbol, name: str | None = None) -> str | None:
    """The code of the document type: by the printed type name where there is one, else by the symbol's groups."""
    codes, names = _types()
    if name is not None:
        named = names.get(key(name).rstrip(" :"))
        first = symbol.groups[0]
        if named is not None and (first == named or first not in codes):
            return named
        if named is not None:
            return named
    if symbol.kind == "law":
        return "L" if symbol.notation.split("/")[-1].startswith("QH") else "NQ"
    first = symbol.groups[0]
    if first in codes and len(symbol.groups) > 1:
        return first
    return "CV"


@lru_cache(maxsize=1)
def _types() -> tuple[frozenset[str], dict[str, str]]:
    rows = models.load().lexicon("document_types")
    return frozenset(row["code"] for row in rows), {key(row["name"]): row["code"] for row in rows}


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text).replace("–", "-").replace("‑", "-")


def _symbol(match: re.Match[str]) -> Symbol | None:
    notation = _tight(match["notation"]).rstrip(".-/")
    year = match.groupdict().get("year")
    if match.re is _PARTY:
        return Symbol(_tight(match["number"]), notation, "party")
    law = bool(re.fullmatch(r"\d{4}/(?:QH|UBTVQH)\d{1,2}", notation))
    return Symbol(_tight(match["number"]), notation, "law" if law else "state", int(year) if year else None)
