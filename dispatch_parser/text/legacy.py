"""Text in old Vietnamese font encodings (TCVN3, VNI, VISCII, VPS) to Unicode, NFC.

The font decides, the text confirms, word by word: a word of an old font is decoded unless it is Unicode
already (it holds letters that no old encoding has, or is a syllable as it stands and none once decoded). Words
that could be either follow their neighbours, and the font where there are none. A text whose fonts are not
known is decoded only on evidence (`looks_legacy`). Must run before any cleaning: U+00AD is `ư` in TCVN3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dispatch_parser.text.legacy_syllables import is_syllable
from dispatch_parser.text.legacy_tables import (
    ENCODINGS,
    PRIVATE,
    WINDOWS,
    Encoding,
    FontCode,
    as_codes,
    font_code,
    marks,
    table,
)

__all__ = [
    "ENCODINGS",
    "Decoded",
    "Encoding",
    "Evidence",
    "FontCode",
    "capitals",
    "decode_run",
    "decode_text",
    "evidence",
    "font_code",
    "looks_legacy",
    "restore_hyphens",
    "units",
]

_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]")
# What old encodings are full of and Unicode Vietnamese hardly holds: Latin-1 less its letters and common signs.
_STRANGE = re.compile("[\x80-\x9f¡-¯µ¶¸-¾ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ\u2219μ]")
_BREAKS = "\\s!-@\\[-`{-~"
_GENERAL = "‘’“”–—…•€‚„†‡‰‹›™"
_ETH = str.maketrans("Ðð", "Đđ")  # typed for each other in Unicode
_WINDOWS = re.compile(f"[{''.join(map(chr, WINDOWS))}]")
_WORD = re.compile(r"[^\W\d_]+")
_BLANK = re.compile(f"[^{_BREAKS}]+")
_HARMLESS = frozenset("°±²³´¿×÷\u00a0§«»·ìíÌÍ")  # signs that mean themselves where the table has no letter for them
_HYPHENS = re.compile(
    r"(?<![^\W\d_])(ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|[bcdđghklmnprstvx]?)-"
    r"((?:ng|[aiumnc])?|[ơờớởỡợ](?:ng|[cimnptu])?)(?![^\W_]|-)",
    re.IGNORECASE,
)

_ENOUGH = 2  # words that only the encoding explains
_SAMPLE = 200_000  # characters that detection looks at


@dataclass(frozen=True, slots=True)
class Decoded:
    """A run as Unicode. `encoding` is what its font, or the text itself, says; None: Unicode, left as it is.

    `unconverted` counts the words that hold codes neither the table nor the language explains.
    """

    text: str
    encoding: Encoding | None
    changed: bool
    unconverted: int = 0


@dataclass(slots=True)
class Evidence:
    """How many words only an encoding explains, only Unicode explains, and nothing explains."""

    legacy: int = 0
    unicode: int = 0
    neither: int = 0

    def add(self, other: Evidence) -> None:
        """Add the counts of another stretch."""
        self.legacy += other.legacy
        self.unicode += other.unicode
        self.neither += other.neither

    @property
    def is_legacy(self) -> bool:
        """Whether words that could be either are to be decoded; so where there is no evidence at all."""
        return self.legacy >= self.unicode


def decode_run(text: str, font: str) -> Decoded:
    """A run of one font as Unicode; never raises, and Unicode text comes back as it is.

    Capitals by the font's name (`.VnTimeH`). A font that is no old one leaves the text alone.
    """
    code = font_code(font)
    if code is None:
        return Decoded(text, None, False)
    if code.encoding is None:
        return Decoded(text, None, False, unconverted=_foreign(text))
    letters, unconverted = units(text, code.encoding)
    made = "".join(letters)
    if code.capitals and not evidence(text, code.encoding).unicode:
        made = capitals(made)
    return Decoded(made, code.encoding, made != text, unconverted)


def decode_text(text: str, encoding: Encoding) -> str:
    """A text of several lines in an encoding as Unicode, line by line: Unicode lines and words stay as they are.

    The length may change, the lines do not. TCVN3 has no capitals with tones; they are put back where the letters
    around them are capitals.
    """
    lines = re.split("(\r?\n|\r)", text)
    found = [evidence(line, encoding) for line in lines]
    whole = Evidence()
    for line in found:
        whole.add(line)
    made = ["".join(units(line, encoding, whole)[0]) for line in lines]
    if encoding == "tcvn3":
        made = [restore_capitals(line) if of.legacy else line for line, of in zip(made, found, strict=True)]
    return "".join(made)


def restore_capitals(line: str) -> str:
    """A decoded TCVN3 line with the toned letters of words in capitals made capitals: `GIáM ĐốC` -> `GIÁM ĐỐC`.

    Of a word with one capital (`Hà`, `Sở`) a neighbour decides: a syllable in capitals.
    """
    words = [(match.start(), match[0]) for match in _WORD.finditer(line)]
    shown = [capitals(word) if _mostly_capitals(word) else word for _, word in words]
    for i, word in enumerate(shown):
        rest = word[1:]
        if word[:1].isupper() and rest.islower() and not any(letter.isascii() for letter in rest):
            beside = shown[max(i - 1, 0) : i] + shown[i + 1 : i + 2]
            if any(len(near) > 2 and near.isupper() and is_syllable(near) for near in beside):
                shown[i] = capitals(word)
    made = list(line)
    for (start, word), letters in zip(words, shown, strict=True):
        made[start : start + len(word)] = letters
    return "".join(made)


def capitals(text: str) -> str:
    """A text in capitals, letter for letter: what would become two letters stays."""
    return "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)


def _mostly_capitals(word: str) -> bool:
    """Whether a word has capitals, and small letters only where TCVN3 has no capital."""
    small = [letter for letter in word if letter.islower()]
    return sum(map(str.isupper, word)) > 1 and all(not letter.isascii() for letter in small)


def looks_legacy(text: str) -> Encoding | None:
    """The encoding that a text without fonts is in, or None where it is Unicode, foreign, or there is too little.

    At least two words must be syllables of the language only once decoded; there must be twice as many of
    them as of words that nothing explains, a quarter of all words at least, and most plain words must be
    syllables too (no French, no German, no noise of OCR). Lines of Unicode beside only raise the number.
    """
    sample = text[:_SAMPLE]
    strange = len(_STRANGE.findall(sample))
    if not strange or 50 * strange < len(_UNICODE.findall(sample)):
        return None
    best: tuple[int, Encoding] | None = None
    for encoding in ENCODINGS:
        score = _score(sample, encoding)
        if score and (best is None or score > best[0]):
            best = (score, encoding)
    return best[1] if best else None


def _score(text: str, encoding: Encoding) -> int:
    """Words in favour of an encoding less those against it, over the lines that it explains; 0: not this one."""
    total, plain, foreign = Evidence(), 0, 0
    for line in text.split("\n"):
        found = evidence(line, encoding)
        if found.legacy <= found.unicode:
            continue
        total.add(found)
        for word in _pattern(encoding).findall(line):
            if len(word) > 1 and word.isascii() and not word.isupper():
                plain += is_syllable(word)
                foreign += not is_syllable(word)
    beside = evidence(text, encoding).unicode - total.unicode
    enough = _ENOUGH if beside < 20 else max(2 * _ENOUGH, beside // 100)
    strong = total.legacy >= max(enough, 2 * total.neither, (plain + foreign) / 3)
    if not strong or total.legacy + plain < 2 * foreign:
        return 0
    return total.legacy - total.neither


def units(text: str, encoding: Encoding, around: Evidence | None = None) -> tuple[list[str], int]:
    """What each character of a text becomes: a letter, itself, or "" where the one before has taken it in.

    The list has one entry for each character, so that places stay known. `around` is the evidence of the text
    the stretch stands in, asked where it has none of its own. The number is of words left unconverted.
    """
    made = list(text.translate(PRIVATE))
    coded = _coded(text, encoding)
    words = _words(coded, encoding)
    own = _weigh(word for _, word in words)
    decided = own if own.legacy or own.unicode else (around or own)
    lost = 0
    for start, found in words:
        if found.kind == "unicode" or (found.kind == "open" and not decided.is_legacy):
            continue
        made[start : start + len(found.letters)] = found.letters
        lost += found.leftover
    return made, lost


def evidence(text: str, encoding: Encoding) -> Evidence:
    """The evidence that the words of a stretch give for and against an encoding."""
    return _weigh(word for _, word in _words(_coded(text, encoding), encoding))


def restore_hyphens(text: str) -> str:
    """Decoded TCVN3 whose `ư` came out as a hyphen (PDF), with the letter back where a syllable needs it.

    `n-ớc`, `Thông t-` -> `nước`, `Thông tư`; `kinh tế-xã hội`, `QĐ-UBND` stay.
    """

    def letter(match: re.Match[str]) -> str:
        onset, rest = match.groups()
        stands_alone = rest.lower() in ("u", "a", "ng") or rest[:1].lower() in tuple("ơờớởỡợ")
        if not onset and not stands_alone:
            return match[0]
        capital = len(onset + rest) > 1 and (onset + rest).isupper()
        return f"{onset}{'Ư' if capital else 'ư'}{rest}"

    return _HYPHENS.sub(letter, text)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of codes: what each of its characters becomes, and what speaks for that (legacy, unicode, open, same)."""

    letters: tuple[str, ...]
    kind: str
    explained: bool
    leftover: bool


def _weigh(words: Iterable[_Word]) -> Evidence:
    found = Evidence()
    for word in words:
        found.legacy += word.kind == "legacy"
        found.unicode += word.kind == "unicode"
        found.neither += word.kind == "open" and not word.explained
    return found


def _coded(text: str, encoding: Encoding) -> str:
    """A text as codes, one for one; VISCII and VPS have letters where Windows-1252 has quotes and dashes."""
    text = as_codes(text, encoding)
    if encoding in ("viscii", "vps") and _WINDOWS.search(text):

        def letters(match: re.Match[str]) -> str:
            inner = match[0].strip("“”‘’–—…")
            for word in (match[0], inner):
                codes = word.translate(WINDOWS)
                if _word(codes, encoding).kind == "legacy":
                    return match[0].replace(word, codes)
            return match[0]

        text = _BLANK.sub(letters, text)
    return text


@lru_cache(maxsize=len(ENCODINGS))
def _pattern(encoding: Encoding) -> re.Pattern[str]:
    """A word: letters and codes. In VISCII 0xA0 is a letter (Õ), see `_words`."""
    general = "".join(c for c in _GENERAL if c not in marks(encoding))
    codes = "".join(re.escape(c) for c in sorted(marks(encoding)) if c != "\u00a0")
    space = "" if encoding != "viscii" else "\u00a0?"
    return re.compile(f"(?:(?:[{codes}]|[^{_BREAKS}{general}]){space})+")


def _words(coded: str, encoding: Encoding) -> list[tuple[int, _Word]]:
    """The words of a text that hold more than ASCII, each with the place where it starts."""
    found: list[tuple[int, _Word]] = []
    for match in _pattern(encoding).finditer(coded):
        word, start = match[0], match.start()
        if word.isascii() and not marks(encoding).intersection(word):
            continue
        if "\u00a0" in word and not _is_letter(word, encoding):
            for piece in re.finditer("[^\u00a0]+", word):  # a no-break space after all
                if not piece[0].isascii():
                    found.append((start + piece.start(), _word(piece[0], encoding)))
        else:
            found.append((start, _word(word, encoding)))
    return found


def _is_letter(word: str, encoding: Encoding) -> bool:
    """Whether 0xA0 in a word of VISCII is Õ (`VÕ`, `ĐÕI`), not a no-break space."""
    made = "".join(_word(word, encoding).letters)
    return len(made) > 1 and made.isupper() and is_syllable(made)


@lru_cache(maxsize=65_536)
def _word(word: str, encoding: Encoding) -> _Word:
    letters = tuple(_letters(word, table(encoding)))
    made = "".join(letters)
    raw_is, made_is = is_syllable(word.translate(_ETH)), is_syllable(made)
    left = any(
        letter == code and "\x80" <= code <= "\xff" and code not in _HARMLESS
        for code, letter in zip(word, letters, strict=True)
        if code not in table(encoding)
    )
    kind = "open"
    if _UNICODE.search(word) or (raw_is and (left or not made_is)):
        kind = "unicode"
    elif made_is and not raw_is and sum(map(bool, letters)) > 1 and "\u00a0" not in word:
        kind = "legacy"
    elif made == word and not left:
        kind = "same"
    return _Word(letters, kind, raw_is or made_is, left and kind == "open")


def _letters(word: str, codes: dict[str, str]) -> list[str]:
    """The letters of a word, "" for the second code of a letter; the longest code first."""
    made: list[str] = []
    while len(made) < len(word):
        at = len(made)
        pair = codes.get(word[at : at + 2]) if at + 1 < len(word) else None
        if pair is not None:
            made += [pair, ""]
        else:
            made.append(codes.get(word[at], word[at]))
    return made


def _foreign(text: str) -> int:
    """Words in an old encoding that no table is kept of: neither syllables nor Unicode."""
    words = _BLANK.findall(text)
    return sum(
        not (word.isascii() or is_syllable(word) or _UNICODE.search(word)) and bool(re.search("[\x80-\xff]", word))
        for word in words
    )
