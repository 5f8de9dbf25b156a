"""The name of who signed, read once more where a stamp or a signature lies over it.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: under the competence and the post, the signature, under that the name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dispatch_parser.model import load
from dispatch_parser.readers.ocr.engine import OcrEngine, Word, side_by_side
from dispatch_parser.readers.ocr.lines import Crop, Line, LineReader, cut, lights, second_reader
from dispatch_parser.readers.ocr.marks import bare
from dispatch_parser.readers.ocr.posts import reread_posts
from dispatch_parser.readers.ocr.prepare import Prepared
from dispatch_parser.text.folding import key
from dispatch_parser.text.legacy_syllables import is_syllable

if TYPE_CHECKING:
    from PIL.Image import Image

_SURE = 0.6
_TRUSTED = 0.9  # a name is read again unless all its words are surer
_APART = 0.09  # by how much it must be nearer than any other
_ALONE = 0.8
_MIDDLE = frozenset(("văn", "thị"))  # family names, too, but what is left where the family name is hidden
_NEAR = 0.66  # share of the bare letters alike from which on a word is a mended family name
_BELOW = (0.1, 2.6)  # inches under the post: where a name may stand
_ASIDE = 1.9  # inches left and right of the post's middle
_MENDED = 0.55  # confidence of a name put together from several readings, at most


def reread_name(
    picture: Image, prepared: Prepared, words: Sequence[Word], engine: OcrEngine, seconds: float
) -> tuple[Word, ...]:
    """The words with competence, post and name of the signer read again where they are not legible.

    They stay as they are where nothing better is read.
    """
    if not isinstance(engine, LineReader):
        return tuple(words)
    words, foot = reread_posts(picture, prepared, words, engine)
    lines = _by_line(words)
    post = _post(lines, prepared)
    if post is None:
        return words
    zone = _zone(post, prepared)
    if zone[3] - zone[1] < prepared.dpi / 5 or any(_is_name(line) for line in _inside(lines, zone)):
        return words
    for line in foot.under_posts():
        readings = _readings(cut(picture, prepared.tilt, line), engine, prepared.dpi)
        if name := _agreed(readings):
            return _named(words, name, line)
    part = cut(picture, prepared.tilt, zone)
    place, found = _place(part, engine, prepared.dpi, seconds)
    if place is None:
        return words
    crop = (zone[0] + place[0], zone[1] + place[1], zone[0] + place[2], zone[1] + place[3])
    name = _agreed([*found, *_readings(cut(picture, prepared.tilt, crop), engine, prepared.dpi)])
    return _named(words, name, crop) if name else words


def _zone(post: Sequence[Word], prepared: Prepared) -> Crop:
    """Where the name may stand under a post."""
    middle = (min(w.x0 for w in post) + max(w.x1 for w in post)) / 2
    base = max(word.base for word in post)
    return (
        max(0.0, middle - _ASIDE * prepared.dpi),
        base + _BELOW[0] * prepared.dpi,
        min(float(prepared.picture.width), middle + _ASIDE * prepared.dpi),
        min(float(prepared.picture.height), base + _BELOW[1] * prepared.dpi),
    )


def _named(words: Sequence[Word], name: Sequence[str], crop: Crop) -> tuple[Word, ...]:
    """The words with a name in place of what was read there."""
    kept = [word for word in words if not _overlaps(word, crop)]
    return (*kept, *_spread(name, crop, max((w.line for w in words), default=0) + 1))


def _by_line(words: Sequence[Word]) -> list[list[Word]]:
    found: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        found[word.line].append(word)
    return [sorted(line, key=lambda word: word.x0) for line in found.values()]


def _post(lines: Sequence[Sequence[Word]], prepared: Prepared) -> list[Word] | None:
    """The lowest line in capitals, right of the middle, that ends with the name of an office."""
    offices = _offices()
    best: list[Word] | None = None
    for line in lines:
        own = [w for w in line if w.x0 > 0.4 * prepared.picture.width and w.text.isupper()]
        text = " ".join(_bare(word.text) for word in own)
        if any(f" {text} ".find(f" {office} ") >= 0 for office in offices) and (
            best is None or own[0].base > best[0].base
        ):
            best = own
    return best


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset(_bare(row["name"]) for row in load().lexicon("offices"))


def _inside(lines: Sequence[Sequence[Word]], zone: Crop) -> list[list[Word]]:
    return [inside for line in lines if (inside := [word for word in line if _overlaps(word, zone)])]


def _overlaps(word: Word, crop: Crop) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return crop[0] <= x <= crop[2] and crop[1] <= y <= crop[3]


def _is_name(line: Sequence[Word]) -> bool:
    """Whether a line ends with a name that can be trusted as it was read."""
    words = [word for word in line if any(map(str.isalpha, word.text))]
    for start, word in enumerate(words):
        rest = words[start:]
        apart = start == 0 or word.x0 - words[start - 1].x1 > 2 * (word.bottom - word.top)
        if apart and key(word.text) in _surnames() - _MIDDLE and 2 <= len(rest) <= 5:
            return all(_is_title(w.text) and w.confidence >= _TRUSTED for w in rest)
    return False


def is_name(line: Sequence[Word]) -> bool:
    """Whether a line is a person's name: a family name and one to four syllables, each with a capital."""
    if not 2 <= len(line) <= 5 or key(line[0].text) not in _surnames():
        return False
    return all(_is_title(word.text) and not word.text.isupper() for word in line)


def _is_title(text: str) -> bool:
    """A syllable that opens with a capital, or capitals alone: what names are made of."""
    return text[:1].isupper() and (text[1:].islower() or text.isupper()) and is_syllable(text)


def _place(part: Image, engine: OcrEngine, dpi: int, seconds: float) -> tuple[Crop | None, list[Line]]:
    """Where in the part the line of the name stands, with room for a family name not read; and its readings so far."""
    found: list[Word] = []
    everything: list[list[Word]] = []
    for light, grey in lights(part):
        if light in ("bright", "red", "clean"):
            again = engine.recognise(grey, dpi=dpi, seconds=max(1.0, seconds), sparse=True)
            everything.append(list(again.words))
            found += [
                word
                for word in again.words
                if word.confidence >= _SURE and len(word.text) > 1 and _is_title(word.text) and not word.text.isupper()
            ]
    if not found:
        return None, []
    anchor = max(found, key=lambda word: sum(w.confidence for w in found if abs(w.base - word.base) < dpi / 12))
    line = [word for word in found if abs(word.base - anchor.base) < dpi / 12]
    left, right = min(word.x0 for word in line), max(word.x1 for word in line)
    height = dpi / 5
    crop = (
        max(0.0, left - 0.75 * dpi),
        anchor.base - 0.85 * height,
        min(float(part.width), right + 0.12 * dpi),
        anchor.base + 0.4 * height,
    )
    return crop, [_joined(words, anchor.base, dpi) for words in everything]


def _joined(words: Sequence[Word], base: float, dpi: int) -> Line:
    """The words at a height as one line."""
    row = sorted((word for word in words if abs(word.base - base) < dpi / 12), key=lambda word: word.x0)
    sure = sum(word.confidence for word in row) / len(row) if row else 0.0
    return Line(" ".join(word.text for word in row), sure)


def _readings(part: Image, engine: LineReader, dpi: int) -> list[Line]:
    """The line in every light by every reader."""
    found: list[Line] = []
    second = second_reader()
    for _, grey in lights(part):
        found.append(engine.read_line(grey, dpi=dpi))
        found.append(engine.read_line(grey.resize((grey.width * 3 // 2, grey.height * 3 // 2)), dpi=dpi * 3 // 2))
        if second is not None:
            found.append(second.read_line(grey, dpi=dpi))
    return found


def _agreed(readings: Sequence[Line]) -> tuple[str, ...]:
    """The name that most of the readings speak for: what follows the family name in three, that itself in two.

    One sure reading of the family name is enough where no reading has another.
    """
    following: dict[tuple[str, ...], list[float]] = defaultdict(list)
    families: dict[tuple[str, int, str], list[float]] = defaultdict(list)
    for reading in readings:
        surname, rest = _split(reading.text)
        if rest and all(_is_title(token) and not token.isupper() for token in rest):
            following[tuple(map(_bare, rest))].append(reading.confidence)
        if rest and surname:
            families[surname, len(rest), _bare(rest[-1])].append(reading.confidence)
    if not following:
        return ()
    best = max(following, key=lambda rest: sum(following[rest]))
    found = {name: sure for (name, *at), sure in families.items() if at == [len(best), best[-1]]}
    if len(following[best]) < 3 or not found:
        return ()
    ranked = sorted(found, key=lambda name: -sum(found[name]))
    family = found[ranked[0]]
    if len(ranked) > 1 and sum(family) < 2 * sum(found[ranked[1]]):
        return ()
    if len(family) < 2 and (max(family) < _ALONE or len(ranked) > 1):
        return ()
    return (ranked[0], *(_marked(token, readings) for token in best))


def _marked(token: str, readings: Sequence[Line]) -> str:
    """Bare letters with the marks that most of the readings give them."""
    tokens = (t.strip(".,:;") for reading in readings for t in reading.text.split())
    shown = Counter(t for t in tokens if _bare(t) == token and _is_title(t))
    return max(shown, key=lambda t: shown[t])


def _split(text: str) -> tuple[str, list[str]]:
    """The family name that a line opens with, '' where that is none, and the up to four words behind it."""
    tokens = [token.strip(".,:;'\"“”‘’`~-–—_|/\\()[]{}* ") for token in text.split()]
    while tokens and sum(map(str.isalpha, tokens[0])) < 2:
        del tokens[0]
    tokens = [token for token in tokens if token]
    if len(tokens) > 2 and tokens[1].islower() and not _surname(tokens[0]) and _surname(tokens[0] + tokens[1]):
        tokens[:2] = [tokens[0] + tokens[1]]
    if not 2 <= len(tokens) <= 5:
        return "", []
    return _surname(tokens[0]), tokens[1:]


@lru_cache(maxsize=1024)
def _surname(token: str) -> str:
    """The family name that a word is, or that its bare letters are, or are nearest to: one and no other."""
    from rapidfuzz.distance import Levenshtein

    if not token[:1].isupper() or key(token) in _MIDDLE:
        return ""
    if key(token) in _surnames():
        return token.capitalize()
    letters = _bare(token)
    same = [name for name in _surnames() if _bare(name) == letters]
    if same or len(letters) < 4 or not token.isalpha():
        return same[0].capitalize() if len(same) == 1 else ""
    ranked = sorted(
        (
            (Levenshtein.normalized_similarity(letters, _bare(name)), name)
            for name in _surnames()
            if _bare(name)[0] == letters[0]
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _NEAR or (len(ranked) > 1 and ranked[1][0] > ranked[0][0] - _APART):
        return ""
    return ranked[0][1].capitalize()


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return frozenset(key(row["name"]) for row in load().lexicon("surnames"))


def _bare(word: str) -> str:
    return bare(word).strip(".,:;")


def _spread(name: Sequence[str], crop: Crop, line: int) -> list[Word]:
    """The words of a name side by side over the place it was read at."""
    height = crop[3] - crop[1]
    base, size = crop[1] + 0.68 * height, height / 1.25 * 0.75
    return [
        Word(text, start, base - size * 0.95, end, base, base, line, _MENDED)
        for text, start, end in side_by_side(name, crop[0], crop[2])
    ]
