"""The foot of a page read once more: recipients and signature stand apart there, with strokes between them.

Layout analysis runs the left and the right column of a foot together where a stamp or signature bridges the gap;
read as words wherever they stand, they come apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dispatch_parser.readers.ocr.engine import OcrEngine, Word
from dispatch_parser.readers.ocr.prepare import Prepared
from dispatch_parser.text.folding import key

# Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9: `Nơi nhận:`, and the competence of who signs.
_RECIPIENTS = re.compile(r"[nm][ơo]i nh[âậa]n")
_CAPITALS = re.compile(r"(?:^|\s)(?:KT|TM|TL|TUQ|Q|T/M|K/T|T/L)[.,] ?[^\W\d_a-zà-ỹ]{2,}")


def reread_foot(prepared: Prepared, words: Sequence[Word], engine: OcrEngine, seconds: float) -> tuple[Word, ...]:
    """The words with those of the foot replaced by a second reading; as they are where there is no foot."""
    top = _foot_top(words, prepared.dpi)
    if top is None or top > prepared.picture.height - prepared.dpi // 6:
        return tuple(words)
    band = prepared.picture.crop((0, top, prepared.picture.width, prepared.picture.height))
    again = engine.recognise(band, dpi=prepared.dpi, seconds=seconds, sparse=True)
    above = [word for word in words if word.base <= top]
    if not again.complete or not again.words:
        return tuple(words)
    after = max((word.line for word in above), default=0)
    below = (
        replace(word, top=word.top + top, bottom=word.bottom + top, base=word.base + top, line=after + word.line)
        for word in again.words
    )
    return (*above, *below)


def _foot_top(words: Sequence[Word], dpi: int) -> int | None:
    """The y just above the first line of the foot, between lines where there is room."""
    lines: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        lines[word.line].append(word)
    tops = [
        min(word.top for word in line)
        for line in lines.values()
        if _opens_foot(" ".join(word.text for word in sorted(line, key=lambda word: word.x0)))
    ]
    if not tops:
        return None
    top = min(tops) - 4 * dpi / 72
    crossing = [word.base for word in words if word.top < top < word.base and word.confidence > 0.5]
    return int(max([top, *(base + 3 * dpi / 72 for base in crossing)]))


def _opens_foot(line: str) -> bool:
    return bool(_RECIPIENTS.match(key(line))) or bool(_CAPITALS.search(line))
