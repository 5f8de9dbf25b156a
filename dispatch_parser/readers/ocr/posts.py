"""Competence and post of who signs, read once more where a stamp or a signature lies over them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7: the competence (`TM.`, `KT.`, `TL.`, `TUQ.`, `Q.`) and the post in
capitals, in one or two lines. Posts are few and fixed: a line is one of the lexicon `offices` where most of the
readings are nearest to it and to no other, or it stays as it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from dispatch_parser.model import load
from dispatch_parser.readers.ocr.boxes import line_finder, merged
from dispatch_parser.readers.ocr.digits import digit_reader
from dispatch_parser.readers.ocr.engine import Word, side_by_side
from dispatch_parser.readers.ocr.fixed import COMPETENCES
from dispatch_parser.readers.ocr.lines import Crop, LineReader, cut, lights, second_reader
from dispatch_parser.readers.ocr.marks import bare
from dispatch_parser.readers.ocr.prepare import Prepared
from dispatch_parser.text.folding import key

if TYPE_CHECKING:
    from PIL.Image import Image

_HINT, _NEAR = 0.6, 0.8  # how near one reading must be to look closer, and to speak for a post
_LEAST, _TIMES = 2.0, 1.5  # how much all must say for it, and how many times as much as for another
_ABOVE, _BELOW = 1.3, 2.9  # inches over and under the head of the recipients: where a signature may stand
_LIST = 2.5  # inches that the list of recipients may be high
_PITCH = 0.5  # inches from one line of competence or post to the next, at most
_RIGHT = 0.4  # share of the width left of which only recipients stand
_SIGNED = 1.5  # inches under the post that the signature may take
_INK = 0.4  # what is less sure there is ink of the signature
_READ = 0.85  # confidence from which on a line stays as it was read
_FOUND = 0.6  # confidence of a post put together from several readings
_DOUBTED = 0.65  # what is less sure beside a post is ink of the signature


@dataclass(frozen=True, slots=True)
class Foot:
    """Lines of the right side of a foot, from top to bottom, in pixels of the level page; `posts` were recognised."""

    lines: tuple[Crop, ...]
    posts: tuple[Crop, ...]

    def under_posts(self) -> list[Crop]:
        """The lines under the last post that stand in its middle, the lowest first: the name is among them."""
        if not self.posts:
            return []
        left, _, right, bottom = self.posts[-1]
        return [line for line in reversed(self.lines) if line[1] > bottom and line[0] < right and left < line[2]]


def reread_posts(
    picture: Image, prepared: Prepared, words: Sequence[Word], engine: object
) -> tuple[tuple[Word, ...], Foot]:
    """The words with the lines of competence and post as they are in the lexicon, and where lines stand.

    The words stay as they are where there is no foot, nothing to find lines with, or several signers side by side.
    """
    zone = _zone(words, prepared)
    finder = line_finder()
    if zone is None or finder is None or not isinstance(engine, LineReader):
        return tuple(words), Foot((), ())
    parts = dict(lights(cut(picture, prepared.tilt, zone)))
    shown = [parts[name] for name in ("all", "clean") if name in parts] or list(parts.values())
    boxes = merged([box for part in shown for box in finder.lines(part, prepared.dpi)])
    posts: dict[Crop, tuple[str, ...]] = {}
    before = ""
    for box in boxes:
        if posts and box[3] - list(posts)[-1][3] > _PITCH * prepared.dpi:
            break
        read = _read(box, zone, words)
        if read:  # stays as it was read, whether the lexicon knows the post or not
            if any(near >= _NEAR for _, near in _nearest(read)):
                posts[box], before = (), read
            continue
        text = _post([part.crop(_whole(box)) for part in parts.values()], engine, prepared.dpi, before)
        if text:
            posts[box], before = tuple(text.split()), text
    if any(_beside(one, other) for one in posts for other in posts if one is not other):
        return tuple(words), Foot((), ())
    result = _headed(words)
    if posts:
        last = _moved(list(posts)[-1], zone)
        result = [word for word in result if not _is_ink(word, last, result, prepared.dpi)]
    for box, texts in posts.items():
        if not texts:
            continue  # stays as it was read
        place = _moved(box, zone)
        result = [word for word in result if not _covers(place, word, prepared.dpi)]
        result += _spread(texts, place, max((word.line for word in result), default=0) + 1)
    return tuple(result), Foot(tuple(_moved(box, zone) for box in boxes), tuple(_moved(box, zone) for box in posts))


def _read(box: Crop, zone: Crop, words: Sequence[Word]) -> str:
    """A line in capitals that the engine has read surely already; '' where it is none, or doubtful."""
    x0, top, x1, bottom = _moved(box, zone)
    own = [w for w in words if x0 < (w.x0 + w.x1) / 2 < x1 and top < (w.top + w.bottom) / 2 < bottom]
    if not own or any(word.confidence < _READ or not word.text.isupper() for word in own):
        return ""
    return " ".join(word.text for word in sorted(own, key=lambda word: word.x0))


def _zone(words: Sequence[Word], prepared: Prepared) -> Crop | None:
    """Where the signature may stand: right of `Nơi nhận`, of `- Như trên` or `Lưu:`; None where none was read."""
    width, height = prepared.picture.size
    left = [w for w in words if w.x0 < 0.35 * width and (w.confidence > _HINT or key(w.text) == "nhận:")]
    dashes = [w for w in left if w.text in ("-", "–")]
    heads = [w.base for w in left if key(w.text) in ("nơi", "nhận:") and _opens(w, left)]
    heads = heads or [w.base for w in left if key(w.text) == "như" and any(_follows(w, dash) for dash in dashes)]
    ends = [w.base for w in left if key(w.text).startswith("lưu:")]
    if not heads and not ends:
        return None
    first, last = (max(heads), max(heads)) if heads else (max(ends) - _LIST * prepared.dpi, max(ends))
    top, bottom = max(0.0, first - _ABOVE * prepared.dpi), min(float(height), last + _BELOW * prepared.dpi)
    return (_RIGHT * width, top, float(width), bottom)


def _headed(words: Sequence[Word]) -> list[Word]:
    """The words with `Nơi` before `nhận:` where it was read as something else, or not at all."""
    result = list(words)
    for head in (word for word in words if key(word.text) == "nhận:"):
        before = [word for word in words if _follows(head, word)]
        if not before:
            wide = 0.7 * (head.x1 - head.x0)
            result.append(replace(head, text="Nơi", x0=head.x0 - wide - 8, x1=head.x0 - 8, confidence=_FOUND))
        elif len(before) == 1 and key(before[0].text) != "nơi" and key(before[0].text).endswith(("i", "ơ", "o")):
            result[result.index(before[0])] = replace(before[0], text="Nơi", confidence=_FOUND)
    return result


def _is_ink(word: Word, post: Crop, words: Sequence[Word], dpi: int) -> bool:
    """Whether a word under a post is of the strokes of the signature: nothing is printed there but the name."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    under = post[3] < y < post[3] + _SIGNED * dpi and x > post[0]
    if not under or (word.confidence >= _INK and any(map(str.isalnum, word.text))):
        return False
    return not any(_follows(other, word) and other.confidence > _DOUBTED and other.text.istitle() for other in words)


def _opens(word: Word, words: Sequence[Word]) -> bool:
    """Whether a word is one of the two of `Nơi nhận:`."""
    return key(word.text) == "nhận:" or not any(_follows(other, word) and key(other.text)[:1] != "n" for other in words)


def _follows(word: Word, before: Word) -> bool:
    """Whether a word stands right behind another."""
    size = before.bottom - before.top + word.bottom - word.top
    return abs(word.base - before.base) < 0.3 * size and 0 < word.x0 - before.x1 < size


def _post(parts: Sequence[Image], engine: LineReader, dpi: int, before: str) -> str:
    """The competence or post that most readings of a line are nearest to; '' where they are not."""
    quick = list(_quick((parts[0], parts[-1])))
    if not any(near >= _HINT for text in quick for _, near in _nearest(text)):
        return ""
    votes: dict[str, float] = defaultdict(float)
    slow = [engine.read_line(part, dpi=dpi).text for part in parts]
    for text in (*slow, *_quick(parts)):
        for letters, near in _nearest(text):
            votes[letters] += near if near >= _NEAR else 0.0
    ranked = sorted(votes, key=lambda letters: -votes[letters])
    if not ranked or votes[ranked[0]] < _LEAST or (len(ranked) > 1 and votes[ranked[0]] < _TIMES * votes[ranked[1]]):
        return ""
    return _written(ranked[0], slow, before)


def _quick(parts: Sequence[Image]) -> Iterator[str]:
    """What the readers beside the engine say of a line; letters alone count, they know few marks."""
    digits, second = digit_reader(), second_reader()
    for part in parts:
        if digits is not None:
            yield digits.read(part).text
        if second is not None:
            yield second.read_line(part, dpi=0).text


def _nearest(text: str) -> list[tuple[str, float]]:
    """The letters of the post that a reading in capitals is nearest to, and how near; [] where two are as near."""
    from rapidfuzz.distance import Levenshtein

    shown = [c for c in text if c.isalpha()]
    if len(shown) < 5 or sum(map(str.isupper, shown)) < 0.7 * len(shown):
        return []
    letters = bare("".join(shown))
    ranked = sorted(
        ((Levenshtein.normalized_similarity(letters, post, score_cutoff=0.5), post) for post in _posts()), reverse=True
    )
    return [] if ranked[0][0] <= ranked[1][0] else [(ranked[0][1], ranked[0][0])]


def _written(letters: str, readings: Sequence[str], before: str) -> str:
    """The post as it is written. Of posts with the same letters the deputy of the one above, or the one most read."""
    from rapidfuzz.distance import Levenshtein

    choices = _posts()[letters]
    deputies = [text for text in choices if before == "KT. BỘ TRƯỞNG" and text.startswith("THỨ TRƯỞNG")]
    if deputies:
        return deputies[0]
    return max(choices, key=lambda text: sum(Levenshtein.normalized_similarity(text, said) for said in readings))


@lru_cache(maxsize=1)
def _posts() -> dict[str, tuple[str, ...]]:
    """Posts in capitals, alone and behind a mark of competence, by their bare letters."""
    offices = {row["name"].upper() for row in load().lexicon("offices")}
    phrases = load().lexicon("ocr_phrases")
    offices |= {row["phrase"].upper() for row in phrases if row["id"].startswith("ocr.post.")}
    offices = {name for name in offices if " " in name and "," not in name and "/" not in name}
    offices |= {f"{name} THƯỜNG TRỰC" for name in offices if name.startswith(("PHÓ ", "THỨ ")) and "TRỰC" not in name}
    found: dict[str, set[str]] = defaultdict(set)
    for name in offices:
        for text in (name, *(f"{mark}. {name}" for mark in COMPETENCES)):
            found["".join(c for c in bare(text) if c.isalpha())].add(text)
    return {letters: tuple(sorted(texts)) for letters, texts in found.items()}


def _beside(one: Crop, other: Crop) -> bool:
    return min(one[3], other[3]) - max(one[1], other[1]) > 0.5 * (one[3] - one[1])


def _whole(box: Crop) -> tuple[int, int, int, int]:
    return (round(box[0]), round(box[1]), round(box[2]), round(box[3]))


def _moved(box: Crop, zone: Crop) -> Crop:
    return (box[0] + zone[0], box[1] + zone[1], box[2] + zone[0], box[3] + zone[1])


def _covers(box: Crop, word: Word, dpi: int) -> bool:
    """Whether a word was read in a box, or is doubtful ink beside it."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    if not box[1] - 0.02 * dpi <= y <= box[3] + 0.02 * dpi:
        return False
    return box[0] <= x <= box[2] or (word.confidence < _DOUBTED and box[0] - 0.25 * dpi <= x)


def _spread(texts: Sequence[str], box: Crop, line: int) -> list[Word]:
    """The words of a post in capitals side by side over the place they were read at."""
    pad = (box[3] - box[1]) * 0.25  # of paper around the letters
    left, right = box[0] + pad, box[2] - pad
    top, base = box[1] + pad, box[3] - pad * 1.1
    placed = side_by_side(texts, left, right, gap=0.6)
    return [Word(text, start, top, end, base, base, line, _FOUND) for text, start, end in placed]
