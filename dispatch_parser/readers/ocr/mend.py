"""What an engine read, mended with what the form prescribes and the register knows; digits are never touched.

Engines lose the small marks of Vietnamese letters (`QUYÉT` for `QUYẾT`). Where the bare letters of several words
spell exactly one name or fixed phrase of the model's lexicons, its marks are put back: the letters stay, so a
mended word is as long as it was. Symbols get the Đ of their types and organs (`QD-BGDDT`: `QĐ-BGDĐT`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from dispatch_parser.model import load
from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.fixed import refit
from dispatch_parser.readers.ocr.marks import bare, core, phrases, remark, with_marks
from dispatch_parser.readers.ocr.names import is_name
from dispatch_parser.text.folding import key
from dispatch_parser.text.legacy_syllables import TONES, is_syllable

Bare = tuple[str, ...]

_SURE = 0.96  # a lone pair of words is mended only where the engine was less sure than this
_READ = 0.93  # a syllable of running text read so surely is changed only by a phrase of which three words agree
_MENDED = 0.7  # confidence of a mended word, at most
_MOST = 12  # words of a phrase
_SYMBOL = re.compile(r"(?:^|(?<=\d))/([A-ZĐÐ][A-Za-zĐđÐ]*(?:[-–][A-ZĐÐ][A-Za-zĐđÐ]*)*)")
_NUMBER_OPENER = re.compile(r"^[SsŠ5][oóòỏõọôốồổỗộơớởeéèẻẽẹêếểễ0][:;.,]{0,2}(?=$|[\W\d])")
_SUBJECT_OPENER = re.compile(r"^[Vv] ?[/⁄∕][^\s/]{1,2}$")  # `V/v` of Phụ lục I, II.5
# `(để b/c)` of Phụ lục I, II.9.b, whose last letter is seldom read.
_PURPOSE = re.compile(r"\([đd][eéèẻẽẹêếềểễệ]$")
_TO_REPORT = re.compile(r"b/(?:[^\w\s]|[^\W\d_])?(?=\))")
_NUMBER = re.compile(r"\d{1,6}[a-zđ]?(?:-[A-ZĐa-zđ]{2,6})?$")  # the Party prints `128-CV/TU`
_SYMBOL_LATER = re.compile(r"/ ?[A-ZĐÐ]{2}|[A-ZĐÐ]{2,}-[A-ZĐÐ]{2,}")


def mend_page(lines: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each line of a page, left to right: symbols, openers and marks of phrases, then marks by neighbours.

    `lines` are in reading order: what a word stands beside may stand on the next line. A line that is a person's
    name stays as it was read: names are no words of the language.
    """
    ordered = [refit(line) for line in lines]
    texts = [text for line in ordered for text in _line(line)]
    confidences = [word.confidence for line in ordered for word in line]
    _mark(texts, confidences)
    final = iter(remark(texts, confidences))
    mended = [[_changed(word, next(final)) for word in line] for line in ordered]
    return [was if is_name(was) else line for was, line in zip(ordered, mended, strict=True)]


def _line(ordered: Sequence[Word]) -> list[str]:
    """The words of one line with what the line alone tells mended."""
    texts = [_symbol(word.text.replace("Ð", "Đ")) for word in ordered]
    _open_numbers(texts, ordered)
    if texts and _SUBJECT_OPENER.match(texts[0]):
        texts[0] = "V/v"
    _mend_purposes(texts)
    return texts


def closes_purpose(before: str, text: str) -> bool:
    """Whether a word ends the purpose that `(để` before it opens, however it was read."""
    return ")" in text and bool(_PURPOSE.search(before))


def _mend_purposes(texts: list[str]) -> None:
    for k in range(1, len(texts)):
        if closes_purpose(texts[k - 1], texts[k]) and _TO_REPORT.match(texts[k]):
            texts[k - 1] = _PURPOSE.sub("(để", texts[k - 1])
            texts[k] = _TO_REPORT.sub("b/c", texts[k])


def _changed(word: Word, text: str) -> Word:
    if word.text == text:
        return word
    return replace(word, text=text, raw=word.raw or word.text, confidence=min(word.confidence, _MENDED))


def _mark(texts: list[str], confidences: Sequence[float]) -> None:
    """Put the marks of known phrases on the words that spell them, longest phrase first."""
    known = _known()
    letters = [bare(core(text)[1]) for text in texts]
    at = 0
    while at < len(texts):
        step = 1
        for length in range(min(_MOST, len(texts) - at), 1, -1):
            phrase = _nearest(known.get(tuple(letters[at : at + length]), ()), texts[at : at + length])
            if phrase is None:
                continue
            span = slice(at, at + length)
            may = _may_change if length == 2 else _fits
            if may(texts[span], confidences[span], phrase):
                for k, word in enumerate(phrase[0], start=at):
                    texts[k] = with_marks(texts[k], word)
                step = length if length > 2 else 1
                break
        at += step


def _nearest(phrases: Sequence[tuple[Bare, bool]], texts: Sequence[str]) -> tuple[Bare, bool] | None:
    """The phrase whose marks are nearest to what was read: vowels weigh more than tones. None where two are."""
    if len(phrases) < 2:
        return phrases[0] if phrases else None
    shown = [unicodedata.normalize("NFD", key(core(text)[1])) for text in texts]
    costs = sorted((_distance(phrase[0], shown), k) for k, phrase in enumerate(phrases))
    return phrases[costs[0][1]] if costs[0][0] < costs[1][0] else None


def _distance(phrase: Bare, shown: Sequence[str]) -> int:
    cost = 0
    for word, other in zip(phrase, shown, strict=True):
        marks, seen = unicodedata.normalize("NFD", word), other
        cost += sum(1 if mark in TONES else 2 for mark in set(marks) ^ set(seen))
    return cost


def _fits(texts: Sequence[str], confidences: Sequence[float], phrase: tuple[Bare, bool]) -> bool:
    """Whether a longer phrase may change its words: not one that was surely read, unless the rest speaks for it.

    `bộ thủ tục` is a phrase, but in `công bố thủ tục` the first word is another.
    """
    changed = [
        (text, sure)
        for text, sure, word in zip(texts, confidences, phrase[0], strict=True)
        if key(core(text)[1]) != word
    ]
    if len(texts) - len(changed) > 2:
        return True
    return all(sure < _READ or core(text)[1].isupper() or not is_syllable(core(text)[1]) for text, sure in changed)


def _may_change(texts: Sequence[str], confidences: Sequence[float], phrase: tuple[Bare, bool]) -> bool:
    """Whether a pair of words may be changed: capitals, or each word that differs is doubtful or no syllable.

    A pair that is only part of a name (`công bộ` for `công bố`) is no reason to change syllables of running text.
    """
    for text, confidence, word in zip(texts, confidences, phrase[0], strict=True):
        middle = core(text)[1]
        if key(middle) == word or middle.isupper() or not is_syllable(middle):
            continue
        if confidence >= _SURE or not phrase[1]:
            return False
    return True


@lru_cache(maxsize=1)
def _known() -> dict[Bare, tuple[tuple[Bare, bool], ...]]:
    """Phrases by their bare letters, and whether they stand in the lexicons whole or as two words of a name."""
    found: dict[Bare, set[Bare]] = {}
    whole: set[Bare] = set()
    for phrase in phrases():
        whole.add(phrase)
        for span in (phrase, *(phrase[k : k + 2] for k in range(len(phrase) - 1))):
            if 2 <= len(span) <= _MOST and sum(map(len, span)) >= 5:
                found.setdefault(tuple(map(bare, span)), set()).add(span)
    return {letters: tuple((span, span in whole) for span in sorted(spans)) for letters, spans in found.items()}


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Codes of types and organs by their bare letters, where only one is spelled so."""
    model = load()
    found: dict[str, set[str]] = {}
    for name in ("document_types", "symbol_organs"):
        for row in model.lexicon(name):
            code = row["code"]
            if ("Đ" in code and len(code) > 1) or code:
                found.setdefault(bare(code), set()).add(code)
    return {letters: next(iter(codes)) for letters, codes in found.items() if len(codes) == 1}


def _symbol(text: str) -> str:
    """The symbol of a number with the Đ of its codes."""
    match = _SYMBOL.search(text)
    if not match:
        return text
    parts = re.split("([-–])", match[1])
    return text[: match.start(1)] + "".join(map(_code, parts)) + text[match.end(1) :]


def _code(part: str) -> str:
    """One code of a symbol; a Đ read twice (`QĐĐ`) is one where that makes a known code."""
    known = _codes()
    for letters in (bare(part), re.sub("dd", "d", bare(part))):
        code = known.get(letters)
        if code is not None and code.upper() == code:
            return code if part.isupper() else part
    return part


def _open_numbers(texts: list[str], words: Sequence[Word]) -> None:
    """The letterhead's number line: `Số:` however its marks were read, and nothing invented before the symbol.

    What stands between `Số:` and the symbol and is no number (pen strokes, dots) is left out: it was not read.
    """
    if not texts:
        return
    match = _NUMBER_OPENER.match(texts[0])
    if match is None:
        return
    following = texts[1] if len(texts) > 1 else ""
    if ":" not in texts[0] and not (texts[0][match.end() :] or following)[:1].isdigit():
        return
    near = 1
    while near < min(len(texts), 6) and words[near].x0 - words[near - 1].x1 < 6 * _height(words[0]):
        near += 1
    symbol = next((k for k in range(near) if _SYMBOL_LATER.search(texts[k])), None)
    if symbol is None or (":" not in texts[0] and texts[0][0] != "S"):
        return
    head = "Số:" if ":" in texts[0] or key(texts[0]) != "số" else texts[0]
    texts[0] = head + texts[0][match.end() :].lstrip(":;.,")
    for k in range(symbol + 1):
        texts[k] = _only_number(texts[k], head=head if k == 0 else "", symbol=k == symbol)


def _only_number(text: str, *, head: str, symbol: bool) -> str:
    """A part of a number line without what is neither `head`, digits nor the symbol."""
    rest = text[len(head) :]
    tail = ""
    if symbol:
        at = rest.find("/")
        rest, tail = (rest[:at], rest[at:]) if at >= 0 else ("", rest)
    kept = rest if _NUMBER.match(rest) else ""
    return head + kept + tail or "…"


def _height(word: Word) -> float:
    return max(word.bottom - word.top, 1.0)
