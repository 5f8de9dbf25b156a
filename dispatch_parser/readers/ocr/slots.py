"""Numbers and days of the letterhead read once more where they were set by hand or stamp: agreed on, or left out.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4: `Số: … /symbol` on the left, `place, ngày … tháng … năm …` on
the right. A digit is never mended: several readings of the place say the same, or it stays unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import tee
from typing import TYPE_CHECKING

from dispatch_parser.readers.ocr.digits import digit_reader
from dispatch_parser.readers.ocr.engine import Word, side_by_side
from dispatch_parser.readers.ocr.lines import Crop, LineReader, cut, lights
from dispatch_parser.readers.ocr.prepare import Prepared

if TYPE_CHECKING:
    from PIL.Image import Image

_TOP = 0.35  # share of the page that holds its letterhead
_SURE = 0.8  # digits read with more than this are not read again
_AGREED = 0.8  # confidence of digits that several readings agree on
_LIGHTS = ("red", "all")
_CUTS = ((0.2, 0.095), (0.24, 0.11), (0.17, 0.07))  # inches above and below the baseline
_MAJORITY = 0.6  # share of the readings with digits that must say the same
_PLENTY, _ONE_MIND = 12, 0.9  # so many readings, nearly all of one mind, are enough
_DATE_WIDE = 2.2  # inches from the place's name to the year
_OPENER = re.compile(r"^[SsŠ][oóòỏõọôốồổỗộơớởeéèẻẽẹêếểễ0][:;.,]{0,2}")
_SLASH = re.compile(r"/(?=[A-ZĐÐ]{2})")
_NO_SLASH = re.compile(r"[”\"'?7]?(?=[A-ZĐÐ]{2,}[-–][A-ZĐÐ])")  # read as another mark, or not at all
_YEARED = re.compile(r"\d ?/ ?(?:19|20)\d\d/")  # a legal document: `12/2023/QĐ-UBND`
_DIGITS = re.compile(r"\d{1,6}")
_YEAR_DIGITS = re.compile(r"(?:19|20)\d\d")
# What the reader of digits makes of the printed words: it does not know most marks of Vietnamese letters.
_NUMBER_READ = re.compile(r"^\W*[S5s].{0,2}?[:;.]{1,2}|^\W*[S5s][^\d/]{0,2}")
_SLASH_READ = re.compile(r"/")
_DAY_READ = re.compile(r"[Nn][gq].?[aàáảâăäãạ]?[yỳý]|ng[aàáả]")
_MONTH_READ = re.compile(r"t?h[aáàảâ]n[gq]")
_YEAR_READ = re.compile(r"n[aăãâǎàá]m|ăm")
_DATE = re.compile(r"ng[aàáảãạ]y ?(\d{1,2}) ?th[aàáâảãăớ]ng ?(\d{1,2}) ?n[aăãâ]m")
_DAY, _MONTH, _YEAR = re.compile(r"ng[àáảa]y"), re.compile(r"th[áảàa]ng"), re.compile(r"n[ăãâa]m")


def reread_slots(picture: Image, prepared: Prepared, words: Sequence[Word], engine: object) -> tuple[Word, ...]:
    """The words with number and day of the letterhead as several readings agree on them.

    A number that the ways of reading do not agree on is left out; a day is only added, never taken away.
    """
    if not isinstance(engine, LineReader):
        return tuple(words)
    result = _number(picture, prepared, list(words), engine)
    return tuple(_date(picture, prepared, result))


def _number(picture: Image, prepared: Prepared, words: list[Word], engine: LineReader) -> list[Word]:
    found = _number_line(words, prepared)
    if found is None:
        return words
    opener, symbol, start, end, rest = found
    head = _OPENER.match(opener.text)
    inside = [w for w in words if w not in (opener, symbol) and _between(w, start, end, opener.base, prepared.dpi)]
    glued = opener.text[head.end() :] if head and opener is not symbol else ""
    before = symbol.text[head.end() if head and symbol is opener else 0 : len(symbol.text) - len(rest)]
    read = glued + "".join(w.text for w in inside) + before
    sure = min([w.confidence for w in (*inside, *([symbol] if before else []), *([opener] if glued else []))] or [0.0])
    if end - start < prepared.dpi / 20 or (_DIGITS.fullmatch(read) and sure >= _SURE):
        return words
    if re.search(r"[-–]", read) or _YEARED.search(read + symbol.text) or not head:
        return words
    place = None if glued or before else (start, end, opener.base)
    digits = _agreed(picture, prepared, place, engine, line=(opener.x0, symbol.x1, opener.base))
    kept = [w for w in words if w not in (opener, symbol, *inside)]
    parts = [replace(opener, text="Số:", x1=min(start, opener.x1))]
    if digits:
        parts.append(_word(digits, start, end, opener))
    parts.append(replace(symbol, text=rest, x0=max(end, symbol.x0), line=opener.line))
    return [*kept, *parts]


def _number_line(words: Sequence[Word], prepared: Prepared) -> tuple[Word, Word, float, float, str] | None:
    """The words that open and close the number, between which x it stands, and the symbol as printed."""
    height, width = prepared.picture.height, prepared.picture.width
    for opener in words:
        head = _OPENER.match(opener.text)
        if not head or opener.base > _TOP * height or opener.x0 > 0.5 * width:
            continue
        row = sorted(
            (
                w
                for w in words
                if abs(w.base - opener.base) < prepared.dpi / 12 and opener.x0 <= w.x0 < opener.x0 + 2.2 * prepared.dpi
            ),
            key=lambda w: w.x0,
        )
        if any(0 < opener.x0 - w.x1 < prepared.dpi and abs(w.base - opener.base) < prepared.dpi / 12 for w in words):
            continue
        for pattern, word in ((pattern, word) for pattern in (_SLASH, _NO_SLASH) for word in row):
            match = pattern.search(word.text, head.end() if word is opener else 0)
            if match and word.text[match.end() :]:
                start = opener.x1 if head.end() == len(opener.text) else _at(opener, head.end())
                return opener, word, start, _at(word, match.start()), "/" + word.text[match.end() :]
    return None


def _date(picture: Image, prepared: Prepared, words: list[Word]) -> list[Word]:
    """The words with the day and month before the year where they were not surely read as digits."""
    reader = digit_reader()
    top = [w for w in words if w.base < _TOP * prepared.picture.height and w.x0 > 0.3 * prepared.picture.width]
    last = next((w for w in top if _YEAR.search(w.text) or _YEAR_DIGITS.fullmatch(w.text)), None)
    if reader is None or last is None:
        return words
    start = last.x0 - _DATE_WIDE * prepared.dpi
    row = sorted((w for w in top if abs(w.base - last.base) < prepared.dpi / 10 and w.x0 > start), key=lambda w: w.x0)
    if _is_dated(row):
        return words
    line = (start, last.x1 + 0.6 * prepared.dpi, last.base)
    for_day, for_month = tee(map(reader.read, _cuts(picture, prepared, line)))
    day = _most(_days(reader.between(read, _DAY_READ, _MONTH_READ), 31) for read in for_day)
    month = _most(_days(reader.between(read, _MONTH_READ, _YEAR_READ), 12) for read in for_month)
    return _dated(day, month, row, words) if day and month else words


def _is_dated(row: Sequence[Word]) -> bool:
    """Whether day and month stand in a row of words, read surely enough."""
    match = _DATE.search(" ".join(w.text for w in row))
    return (
        match is not None
        and _within(match[1], 31)
        and _within(match[2], 12)
        and all(w.confidence >= _SURE for w in row if any(map(str.isdigit, w.text)))
    )


def _days(readings: Iterable[str], most: int) -> Iterator[str]:
    return (said for said in readings if _within(said, most))


def _within(digits: str, most: int) -> bool:
    """Whether digits are a day or month: what the calendar does not have was not read."""
    return 1 <= len(digits) <= 2 and 1 <= int(digits) <= most


def _cuts(
    picture: Image,
    prepared: Prepared,
    place: tuple[float, float, float],
    heights: Sequence[tuple[float, float]] = _CUTS,
) -> Iterator[Image]:
    """A line cut out in several heights and lights: `place` is its ends and its baseline, in pixels."""
    start, end, base = place
    for above, below in heights:
        crop: Crop = (max(0.0, start), max(0.0, base - above * prepared.dpi), end, base + below * prepared.dpi)
        for name, grey in lights(cut(picture, prepared.tilt, crop)):
            if name in _LIGHTS:
                yield grey


def _most(readings: Iterable[Iterable[str]]) -> str:
    """What most readings say, '' where they do not agree; asked no further once they are nearly of one mind.

    A reading without digits says nothing.
    """
    votes: Counter[str] = Counter()
    for said in readings:
        votes.update(filter(None, said))
        best = max(votes.values(), default=0)
        if best >= _PLENTY and best >= _ONE_MIND * votes.total():
            break
    if not votes:
        return ""
    said_most, most = votes.most_common(1)[0]
    return said_most if most >= _MAJORITY * votes.total() else ""


def _dated(day: str, month: str, row: Sequence[Word], words: Sequence[Word]) -> list[Word]:
    """The words with `ngày`, day, `tháng`, month, `năm` in place of what was read behind the place's name."""
    comma = next((k for k, w in enumerate(row) if w.text.endswith(",")), -1)
    first = next((k for k, w in enumerate(row) if k > comma and (_DAY.search(w.text) or k == comma + 1 > 0)), None)
    last = max((k for k, w in enumerate(row) if _YEAR.search(w.text) or _YEAR_DIGITS.match(w.text)), default=-1)
    if first is None or last < first:
        return list(words)
    texts = ["ngày", day, "tháng", month, "năm"]
    year = _YEAR_DIGITS.search(row[last].text)
    if year:
        texts.append(year[0])
    between = row[first : last + 1]
    placed = side_by_side(texts, between[0].x0, between[-1].x1)
    dated = [_word(text, start, end, between[0]) for text, start, end in placed]
    return [*(w for w in words if w not in between), *dated]


def _agreed(
    picture: Image,
    prepared: Prepared,
    place: tuple[float, float, float] | None,
    engine: LineReader,
    line: tuple[float, float, float],
) -> str:
    """The digits that most readings of the line say; without a reader of digits, those of print in the place.

    `place` is None where the edges of the number are not known: a digit cut off would not be missed.
    """
    reader = digit_reader()
    if reader is not None:
        reads = map(reader.read, _cuts(picture, prepared, (line[0] - 10, line[1] + 10, line[2])))
        return _most(reader.between(read, _NUMBER_READ, _SLASH_READ) for read in reads)
    if place is None:
        return ""
    start, end, base = place
    print_ = []
    for grey in _cuts(picture, prepared, (start, end + 6, base), _CUTS[:1]):
        for scale in (1, 2):
            larger = grey.resize((grey.width * scale, grey.height * scale))
            print_.append(_only(engine.read_line(larger, dpi=prepared.dpi * scale, digits=True).text))
    said, most = Counter(print_).most_common(1)[0] if print_ else ("", 0)
    return said if most >= len(print_) - 1 else ""


def _only(text: str) -> str:
    """The digits of a reading; '' where letters stand among them."""
    digits = re.sub(r"[\s.,_:;'/|-]+", "", text.split("/")[0])
    return digits if _DIGITS.fullmatch(digits) else ""


def _at(word: Word, index: int) -> float:
    """The x at which a character of a word begins, all being of one width."""
    return word.x0 + (word.x1 - word.x0) * index / max(1, len(word.text))


def _between(word: Word, start: float, end: float, base: float, dpi: int) -> bool:
    return abs(word.base - base) < dpi / 8 and start - dpi / 15 <= (word.x0 + word.x1) / 2 <= end


def _word(text: str, start: float, end: float, like: Word) -> Word:
    return replace(like, text=text, x0=start, x1=end, confidence=_AGREED)
