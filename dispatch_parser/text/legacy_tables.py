"""The tables of the old Vietnamese font encodings, and the fonts that go with them.

TCVN3 (ABC), VNI, VISCII and VPS are encodings of fonts rather than of files: a file names the font and stores
codes 0x00-0xFF, which every program takes for Latin-1 or Windows-1252. The tables are data
(`lexicon/legacy_letters.csv`, codes in hexadecimal; `legacy_fonts.csv`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dispatch_parser import model

Encoding = Literal["tcvn3", "vni", "viscii", "vps"]
ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni", "viscii", "vps")

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(?:[\s,_-]*(?:bold|italic|oblique|regular|normal|roman|mt))+$", re.IGNORECASE)
PRIVATE = {0xF000 + code: chr(code) for code in range(0x01, 0x100)}
_LOOKALIKES = {0x03BC: "µ", 0x2219: "·", 0x22C5: "·"}
_MINUS = re.compile("(?<=[^\\W\\d_])\u2212|\u2212(?=[^\\W\\d_])")
WINDOWS = {
    ord(bytes([code]).decode("cp1252")): chr(code)
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}


@dataclass(frozen=True, slots=True)
class FontCode:
    """What a font's name says: its encoding (None: an old one no table is kept of), and if it draws capitals."""

    encoding: Encoding | None
    capitals: bool


@lru_cache(maxsize=4096)
def font_code(font: str) -> FontCode | None:
    """The encoding of an old Vietnamese font by its name, None for every other font.

    `ABCDEF+.VnTimeH,Bold` -> TCVN3, capitals. The prefix of a PDF subset and the style do not count.
    """
    family = _STYLE.sub("", _SUBSET.sub("", font.strip()).split(",")[0]).strip()
    for pattern, encoding, capitals in _fonts():
        if pattern.match(family):
            ends = any(family.endswith(mark) for mark in capitals)
            return FontCode(encoding, ends or family.lower() in (".vntimeh", ".vnarialh"))
    return None


@lru_cache(maxsize=1)
def _fonts() -> tuple[tuple[re.Pattern[str], Encoding | None, tuple[str, ...]], ...]:
    found = []
    for row in model.load(model.DEFAULT_MODEL).lexicon("legacy_fonts"):
        literal, _, after = row["prefix"].partition("[")
        flags = re.IGNORECASE if literal.startswith(".") else 0
        pattern = re.compile(re.escape(literal) + (f"[{after}" if after else ""), flags)
        encoding = next((name for name in ENCODINGS if name == row["encoding"]), None)
        found.append((pattern, encoding, tuple(filter(None, row["capitals"].split("|")))))
    return tuple(found)


@lru_cache(maxsize=len(ENCODINGS))
def table(encoding: Encoding) -> dict[str, str]:
    """Codes to letters: one character, of VNI one or two, to a letter in NFC."""
    codes: dict[str, str] = {}
    for row in model.load(model.DEFAULT_MODEL).lexicon("legacy_letters"):
        for column in (encoding, "vni_also") if encoding == "vni" else (encoding,):
            if row[column]:
                codes["".join(chr(int(code, 16)) for code in row[column].split())] = row["letter"]
    if encoding == "vni":  # a capital with a mark typed in the other case: `Aù` for `AÙ`
        for pair, letter in list(codes.items()):
            if len(pair) == 2:
                codes.setdefault(pair[0] + pair[1].swapcase(), letter)
    return codes


@lru_cache(maxsize=len(ENCODINGS))
def marks(encoding: Encoding) -> frozenset[str]:
    """The characters that stand for a letter, or a part of one, in an encoding; none of ASCII."""
    return frozenset(c for codes in table(encoding) for c in codes if not " " <= c < "\x7f")


def as_codes(text: str, encoding: Encoding) -> str:
    """The characters of a text as the codes the font sees, one for one.

    Undone: the private area where Word keeps the text of symbol fonts, and the signs that PDF producers name
    instead of a code (a minus beside a letter for 0xAD).
    """
    text = text.translate(PRIVATE)
    if encoding == "tcvn3":
        return _MINUS.sub("\u00ad", text.translate(_LOOKALIKES))
    return text
