"""What of a page is not the dispatch's own text: page numbers, running heads, footnotes, stamps and captions.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I (page number; time of signing beside a digital signature)
and Phụ lục IV (arrival stamp `ĐẾN`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from dispatch_parser.document import Box, LineRole
from dispatch_parser.readers.pdf_chars import Piece
from dispatch_parser.readers.pdf_lines import Draft
from dispatch_parser.text.folding import key

_CAPTION = re.compile(
    r"^(?:(?:người ký|(?:được |đã )?ký (?:số |điện tử )?bởi|ký (?:số|điện tử)|(?:ngày|thời gian|giờ) ký"
    r"|signed by|signing (?:time|date))\s*:|digitally signed by\b|signature (?:not )?valid\b)"
)
_CAPTION_GOES_ON = re.compile(
    r"^(?:e-?mail|cơ quan|tổ chức|chức (?:vụ|danh)|đơn vị|thời gian|ngày|giờ|lý do|địa điểm|nhà cung cấp"
    r"|date|time|reason|location|số (?:serial|sê-ri)|serial|tên|cn|ou|o|c|l|st|issuer)\s*[:=]"
    r"|^\+?\d\d['’:]?\d\d['’]?$"
    r"|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|^\d{4}[-/.]\d\d[-/.]\d\d\b"
)
_ARRIVAL = re.compile(r"^(?:(?:công văn|văn bản|cv) )?đến$")
_ARRIVAL_ENTRY = re.compile(
    r"^(?:số(?: đến| và ký hiệu.*)?|ngày|giờ|chuyển|lưu(?: hồ sơ)?(?: số)?)\s*:?[\s.\d/…:]*"
)
_PAGE_NUMBER = re.compile(
    r"^[-–—\s]*(?:trang|page|tr\.)?\s*(\d{1,3})\s*(?:(?:/|of|trên)\s*\d{1,3})?[-–—\s]*$", re.IGNORECASE
)
_NUMBERS = re.compile(r"\d+")
_TIME = re.compile(r"\d:\d\d")
_FOOTNOTE_MARK = re.compile(r"^(?:\(?\d{1,3}\)?|\*{1,3})\s?\S")
MARGIN = 56.7  # 20 mm, the least upper and lower margin of the decree
_LITTLE = 300  # characters: a page with fewer has no body text to compare with
_NUMBER_ZONE = 0.1  # of the page's height


def split_captions(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """The page's own pieces, and the groups printed over it: signature captions and arrival stamps.

    A caption is set smaller than the text; on a page that holds little else (a scan), any size will do.
    """
    runs = _runs(pieces)
    keys = [key(_text(run)) for run in runs]
    most = _caption_size(pieces)
    taken: set[int] = set()
    groups: list[list[int]] = []
    for i, words in enumerate(keys):
        if i in taken:
            continue
        if _CAPTION.match(words) and runs[i][0].size < most:
            groups.append(_caption_block(runs, keys, i))
        elif _ARRIVAL.match(words) and _text(runs[i]).isupper():
            entries = _arrival_entries(runs, keys, i)
            if len(entries) >= 2:
                groups.append(sorted([i, *entries]))
        if groups:
            taken.update(groups[-1])
    rest = [piece for i, run in enumerate(runs) if i not in taken for piece in run]
    rest.sort(key=lambda piece: piece.order)
    return rest, [[piece for i in group for piece in runs[i]] for group in groups]


def _caption_size(pieces: Sequence[Piece]) -> float:
    """The size that a caption stays below."""
    weight: dict[float, int] = defaultdict(int)
    for piece in pieces:
        weight[round(piece.size, 1)] += len(piece.text)
    if sum(weight.values()) < _LITTLE:
        return float("inf")
    return 0.93 * max(weight, key=weight.__getitem__)


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces drawn one after the other on one baseline."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        last = runs[-1][-1] if runs else None
        if (
            last is not None
            and abs(piece.base - last.base) < 0.3 * piece.size
            and -0.2 * piece.size < piece.x0 - last.x1 < 2.5 * piece.size
            and 0.8 < piece.size / last.size < 1.25
        ):
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return runs


def _text(run: Sequence[Piece]) -> str:
    parts: list[str] = []
    for k, piece in enumerate(run):
        apart = k > 0 and (piece.space_before or piece.x0 - run[k - 1].x1 > 0.17 * piece.size)
        parts.append(" " + piece.text if apart else piece.text)
    return "".join(parts)


def _caption_block(runs: Sequence[Sequence[Piece]], keys: Sequence[str], start: int) -> list[int]:
    """The runs of a signature caption: what follows the opener in its own type, close below it."""
    block = [start]
    for step in (1, -1):
        i = start + step
        while 0 <= i < len(runs) and _same_caption(
            runs[block[-1] if step > 0 else block[0]], runs[i], keys[i]
        ):
            block.insert(len(block) if step > 0 else 0, i)
            i += step
    return block


def _same_caption(before: Sequence[Piece], after: Sequence[Piece], words: str) -> bool:
    first, second = before[0], after[0]
    if (
        abs(first.size - second.size) > 0.6
        or first.style.face.name.split("-")[0] != second.style.face.name.split("-")[0]
    ):
        return False
    down = abs(second.base - first.base)
    if down > 1.7 * first.size:
        return False
    if _CAPTION.match(words) or _CAPTION_GOES_ON.match(words):
        return True
    # A value that wraps: set small, at the same left edge or right behind its caption.
    return first.size < 11 and (down < 0.3 * first.size or abs(second.x0 - first.x0) < 12) and len(words) < 60


def _arrival_entries(runs: Sequence[Sequence[Piece]], keys: Sequence[str], at: int) -> list[int]:
    """The entries of an arrival stamp: within 35 x 50 mm around its `ĐẾN` (Phụ lục IV), and the office above them."""
    head = runs[at][0]
    near = [
        i
        for i, run in enumerate(runs)
        if i != at and -90 < run[0].base - head.base < 110 and abs(run[0].x0 - head.x0) < 150 and len(keys[i]) < 40
    ]
    entries = [i for i in near if _ARRIVAL_ENTRY.match(keys[i]) and "/" not in re.sub(r"\d+(?:/\d+)+", "", keys[i])]
    if len(entries) < 2:
        return []
    first = min(runs[i][0].base for i in entries)
    office = [
        i
        for i in near
        if _text(runs[i]).isupper() and runs[i][0].size < 0.8 * head.size and 0 < first - runs[i][0].base < 40
    ]
    return office + entries


def is_overlay(pieces: Sequence[Piece]) -> bool:
    """Whether what an annotation prints fills a blank of the text: a number, a day."""
    text = _text(pieces)
    bases = [piece.base for piece in pieces]
    one_line = max(bases) - min(bases) < 0.5 * pieces[0].size
    if not one_line or len(text) > 40 or _TIME.search(text) or _CAPTION.match(key(text)):
        return False
    return any(char.isdigit() for char in text)


def split_page_numbers(
    pieces: Sequence[Piece], height: float
) -> tuple[list[Piece], dict[LineRole, list[Piece]]]:
    """The pieces without the page's number, and the number as header or footer.

    A page number stands alone in its row, above or below all other text, within a tenth of the page's height.
    """
    rest = list(pieces)
    found: dict[LineRole, list[Piece]] = {}
    role: LineRole
    for role in ("header", "footer"):
        if not rest:
            break
        edge = min(p.base for p in rest) if role == "header" else max(p.base for p in rest)
        distance = edge if role == "header" else height - edge
        row = sorted((p for p in rest if abs(p.base - edge) < 0.7 * p.size), key=lambda p: p.x0)
        if distance < _NUMBER_ZONE * height and _PAGE_NUMBER.match(_text(row)):
            found[role] = row
            rest = [p for p in rest if all(p is not other for other in row)]
    return rest, found


def mark_running(pages: Sequence[tuple[float, Sequence[Draft]]]) -> None:
    """Lines that stand in the same place of the margin on several pages are running heads and feet.

    `pages` holds the height and the lines of each page.
    """
    places: dict[tuple[str, int, bool], list[Draft]] = defaultdict(list)
    for height, drafts in pages:
        for draft in drafts:
            if draft.role == "flow" and (draft.base < MARGIN or draft.base > height - MARGIN):
                upper = draft.base < MARGIN
                place = round((draft.base if upper else height - draft.base) / 4)
                places[(_NUMBERS.sub("#", key(draft.text)), place, upper)].append(draft)
    for (_, _, upper), found in places.items():
        if len(found) >= 2:
            for draft in found:
                draft.role = "header" if upper else "footer"


def mark_footnotes(drafts: Sequence[Draft], rules: Iterable[Box], height: float, body: float) -> None:
    """Small type at the foot of a page, under a short rule or opening with a raised mark."""
    flow = [draft for draft in drafts if draft.role == "flow" and draft.column == "full"]
    tops = [
        rule.bottom for rule in rules if rule.top > 0.4 * height and 60 < rule.width < 260 and rule.x0 < 140
    ]
    for i, draft in enumerate(flow):
        below = flow[i:]
        if draft.base < 0.4 * height or any(d.size > body - 0.8 for d in below):
            continue
        ruled = any(0 <= draft.base - top < 3 * draft.size for top in tops)
        if (ruled and _FOOTNOTE_MARK.match(draft.text)) or draft.mark:
            for other in below:
                other.role = "footnote"
            return
