"""Numbers and days of the letterhead read once more where they were set by hand or stamp: agreed on, or left out.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4: `Số: … /symbol` on the left, `place, ngày … tháng … năm …` on
the right. A digit is never mended: several readings of the place say the same, or it stays unread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.lines import Crop, LineReader, cut, hand_reader, lights
from dispatch_parser.readers.ocr.prepare import Prepared

if TYPE_CHECKING:
    from PIL.Image import Image

_TOP = 0.35  # share of the page that holds its letterhead
_SURE = 0.8  # digits read with more than this are not read again
_AGREED = 0.6  # confidence of digits that several readings agree on
_LIGHTS = ("red", "bright")
_CUTS = ((0.2, 0.095), (0.207, 0.093), (0.17, 0.07), (0.24, 0.11), (0.18, 0.1))  # inches above and below the baseline
_MAJORITY, _HALF = 0.65, 0.5  # shares of the readings with digits, and of all, that must say the same
_OPENED = re.compile(r"^[^\d/:;.]{1,2}[6ốổ0]?[:;.]{1,2}|^S\S?(?=\d)")
_OPENER = re.compile(r"^[SsŠ][oóòỏõọôốồổỗộ0][:;.,]{0,2}")
_SLASH = re.compile(r"/(?=[A-ZĐÐ]{2})")
_NO_SLASH = re.compile(r"[”\"'?7]?(?=[A-ZĐÐ]{2,}[-–][A-ZĐÐ])")  # read as another mark, or not at all
_YEARED = re.compile(r"\d ?/ ?(?:19|20)\d\d/")  # a legal document: `12/2023/QĐ-UBND`
_DIGITS = re.compile(r"\d{1,6}")
_DATE = re.compile(r"ng[aàáảãạ]y ?(\d{1,2}) ?th[aàáâảãăớ]ng ?(\d{1,2}) ?n[aăãâ]m")
_DAY, _MONTH, _YEAR = re.compile(r"ng[àáảa]y"), re.compile(r"th[áảàa]ng"), re.compile(r"n[ăãâa]m")


def reread_slots(picture: Image, prepared: Prepared, words: Sequence[Word], engine: object) -> tuple[Word, ...]:
    """The words with number and day of the letterhead as several readings agree on them.

    A number that no two ways of reading agree on is left out; a day is only added, never taken away.
    """
    if not isinstance(engine, LineReader):
        return tuple(words)
    result = _number(picture, prepared, list(words), engine)
    return tuple(_date(picture, prepared, result, engine))


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


def _date(picture: Image, prepared: Prepared, words: list[Word], engine: LineReader) -> list[Word]:
    """The words with the day and month between `ngày`, `tháng` and `năm` where they were not read as digits."""
    top = [w for w in words if w.base < _TOP * prepared.picture.height]
    for first in (w for w in top if _DAY.match(w.text)):
        row = sorted(
            (w for w in top if abs(w.base - first.base) < prepared.dpi / 12 and w.x0 >= first.x0), key=lambda w: w.x0
        )
        last = next((w for w in row if (m := _YEAR.search(w.text)) and m.end() == len(w.text)), None)
        if last is None or last.x0 - first.x0 > 3 * prepared.dpi:
            continue
        between = [w for w in row if first.x0 <= w.x0 <= last.x0]
        if _DATE.fullmatch(" ".join(w.text for w in between)):
            return words
        date = _agreed_date(picture, prepared, first, last, engine)
        if date is None:
            return words
        return [*(w for w in words if w not in between), *_dated(date, between)]
    return words


def _agreed_date(
    picture: Image, prepared: Prepared, first: Word, last: Word, engine: LineReader
) -> tuple[str, str] | None:
    """Day and month that most readings say; None where they do not agree or are of no day."""
    votes: Counter[tuple[str, str]] = Counter()
    count = 0
    for text in _said(picture, prepared, (first.x0 - 5, last.x1 + 5, first.base), hand_reader() or engine):
        match = _DATE.search(text)
        count += 1
        if match:
            votes[match[1], match[2]] += 1
    if not votes:
        return None
    (day, month), most = votes.most_common(1)[0]
    valid = 1 <= int(day) <= 31 and 1 <= int(month) <= 12
    return (day, month) if valid and most >= max(_MAJORITY * votes.total(), _HALF * count) else None


def _said(picture: Image, prepared: Prepared, place: tuple[float, float, float], reader: LineReader) -> Iterator[str]:
    """What a reader says of a line cut in several ways, in several lights: of print it always says the same."""
    start, end, base = place
    for above, below in _CUTS:
        crop: Crop = (max(0.0, start), max(0.0, base - above * prepared.dpi), end, base + below * prepared.dpi)
        for name, grey in lights(cut(picture, prepared.tilt, crop)):
            if name in _LIGHTS:
                yield reader.read_line(grey, dpi=prepared.dpi).text


def _dated(date: tuple[str, str], between: Sequence[Word]) -> list[Word]:
    """`ngày`, day, `tháng`, month, `năm` over the place of what was read there."""
    texts = ("ngày", date[0], "tháng", date[1], "năm")
    left, right = between[0].x0, between[-1].x1
    unit = (right - left) / (sum(map(len, texts)) + len(texts) - 1)
    found, at = [], left
    for text in texts:
        found.append(replace(_word(text, at, at + unit * len(text), between[0])))
        at += unit * (len(text) + 1)
    return found


def _agreed(
    picture: Image,
    prepared: Prepared,
    place: tuple[float, float, float] | None,
    engine: LineReader,
    line: tuple[float, float, float],
) -> str:
    """The digits that most readings say, of handwriting in the line, or of print in the place; '' where none agree.

    `place` is None where the edges of the number are not known: a digit cut off would not be missed.
    """
    second = hand_reader()
    hand = [] if second is None else list(_said(picture, prepared, (line[0] - 10, line[1] + 10, line[2]), second))
    by_hand = Counter(_only(_OPENED.sub("", text)) for text in hand)
    said, most = by_hand.most_common(1)[0] if hand else ("", 0)
    if said and most >= max(_MAJORITY * (len(hand) - by_hand[""]), _HALF * len(hand)):
        return said
    if place is None:
        return ""
    start, end, base = place
    print_ = []
    for name, grey in lights(_row(picture, prepared, start, end + 6, base)):
        if name in _LIGHTS:
            for scale in (1, 2):
                larger = grey.resize((grey.width * scale, grey.height * scale))
                print_.append(_only(engine.read_line(larger, dpi=prepared.dpi * scale, digits=True).text))
    said, most = Counter(print_).most_common(1)[0] if print_ else ("", 0)
    return said if most >= len(print_) - 1 and (not hand or by_hand[said]) else ""


def _only(text: str) -> str:
    """The digits of a reading; '' where letters stand among them."""
    digits = re.sub(r"[\s.,_:;'/|-]+", "", text.split("/")[0])
    return digits if _DIGITS.fullmatch(digits) else ""


def _row(picture: Image, prepared: Prepared, start: float, end: float, base: float) -> Image:
    inch = prepared.dpi
    crop: Crop = (max(0.0, start), max(0.0, base - 0.2 * inch), end, base + 0.095 * inch)
    return cut(picture, prepared.tilt, crop)


def _at(word: Word, index: int) -> float:
    """The x at which a character of a word begins, all being of one width."""
    return word.x0 + (word.x1 - word.x0) * index / max(1, len(word.text))


def _between(word: Word, start: float, end: float, base: float, dpi: int) -> bool:
    return abs(word.base - base) < dpi / 8 and start - dpi / 15 <= (word.x0 + word.x1) / 2 <= end


def _word(text: str, start: float, end: float, like: Word) -> Word:
    return replace(like, text=text, x0=start, x1=end, confidence=_AGREED)
