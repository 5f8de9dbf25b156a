"""Citations in one paragraph: `<type> số <number> ngày <date> của <issuer>`, single or in lists.

Source of the form: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (căn cứ ban hành văn bản: type, number,
notation, date, issuer, subject at first mention; type, number and notation later).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dispatch_parser.extractors.dates import FoundDate, find_dates
from dispatch_parser.extractors.document_types import DocumentTypes
from dispatch_parser.extractors.symbols import Symbol, find_symbols, parse_symbol, tight, unified

_REACH = 160  # how far before a number its type name may stand
_GAP = 110  # how many characters may stand between a type name and its number (`Luật Phòng cháy … số`)
_NUMBER_WORD = re.compile(r"(?:\bs[ốô]\s*[:.]?|\bs[ốô] và ký hiệu:?|\bk[ýí] hiệu:?)\s*$")
_NO_DOCUMENT = re.compile(
    r"\b(?:mẫu|biểu|biểu mẫu|phụ lục|bảng|hình|thửa(?: đất)?|tờ bản đồ|lô|nhà|ngõ|đường|tài khoản|hóa đơn"
    r"|phiên bản|quyển|tập|điện thoại|mã|mã hồ sơ|biển|gói thầu)\s*(?:số)?\s*[:.]?\s*$"
)
_SENTENCE = re.compile(r"[.;:]\s|\n")
_JOINT = re.compile(r"\s*(?:,|;|và|, và|/)\s*(?:số\s*)?")
_NEXT = re.compile(r"\s*(?:,|và|, và)\s*(?:các )?")
_DATE_AFTER = re.compile(r"\s*[,;]?\s*\(?\s*(?:được |cùng )?(?:ký |ban hành |lập |cấp )?(?:ngày\s*)?(?=\d)")
_DATE_AFTER_ISSUER = re.compile(r"\s*,?\s*(?:do|của) [^,;:.()\d~]{3,70}? ngày (?=\d)")
_NOT_DATED = re.compile(r"\b(?:trước|từ|đến|hết|trong|sau|tại|về|đề nghị|họp|yêu cầu|theo|vào|đã)\b")
_DATE_BEFORE = re.compile(
    r"\bngày (?P<date>[\d/. -]{6,14}|\d{1,2} tháng \d{1,2} năm \d{4}),? [^.;:~]{0,120}?"
    r"\b(?:ban hành|có|ký|gửi|phát hành|trình|nhận được|ra)\s*(?:các )?$"
)
_ISSUER = re.compile(
    r"\s*,?\s*\)?\s*(?:của|do)\s+(?P<name>[^,;:.()~\n]{2,120}?)"
    r"(?=\s*[,;:.()~\n]|\s*(?:và)?\s*$|\s(?:về|v/v|với|ngày|tại|để|đã|có|kèm|ban hành|quy định|phê duyệt"
    r"|sửa đổi|hướng dẫn|gửi|đề nghị|cấp|yêu cầu|chỉ đạo|giao|thông báo|xác nhận|công bố|phát hành|trình)\b)"
)
_LOST_HYPHEN = re.compile(r" (?P<group>[A-ZĐ][A-Za-zĐđ&]{0,5})(?= (?:ngày|của|và|về) |[,;.)])")
_FOOTNOTE_LAW = re.compile(r"(?:QH|UBTVQH)\d{2}(?=\d{1,2}$)")
_FOOTNOTE = re.compile(r"(?<=[A-Za-zĐđ])\d{1,2}$")
_TOKEN = re.compile(r"(?P<number>[A-ZĐ0-9][\w&]*(?:[./-][\w&]+)*)(?P<more>(?: ?[/-] ?[A-ZĐ][\w&]*)*)")
_BARE_GOES_ON = re.compile(r"\s*,?\s*\(?(?:ký |cấp |được cấp |do |của |lập )")


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One citation in a paragraph; offsets into the paragraph. `issuer` is the stretch of words after `của`.

    `start` and `end` cover type name, number and date; `head` is where the number starts.
    """

    start: int
    head: int
    end: int
    number: str
    document_type: str | None
    date: dt.date | None
    issuer: tuple[int, int] | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Hit:
    """A number in the text, with the type name that stands before it (`name`, its stretch), if one does."""

    start: int
    end: int
    number: str
    symbol: Symbol | None
    name: tuple[int, int] | None
    explicit: bool


def citations_in(text: str, key: str, table: DocumentTypes, *, strict: bool = False) -> list[Mentioned]:
    """The citations of one paragraph, in order. `key` is that of `text`; `strict` wants a type name."""
    text = unified(text)
    hits: list[_Hit] = []
    for hit in _hits(text, key, table):
        previous = hits[-1] if hits else None
        hit = _carried(key, previous, hit)
        if _is_citation(hit, table, strict):
            hits.append(hit)
    return _dated([_mentioned(key, hits, index, table) for index in range(len(hits))], key)


def _hits(text: str, key: str, table: DocumentTypes) -> Iterator[_Hit]:
    """Symbols, and numbers of another shape behind `<type> số`, left to right."""
    found = [_symbol_hit(text, key, table, *symbol) for symbol in find_symbols(text)]
    taken = bytearray(len(text))
    for hit in found:
        taken[hit.start : hit.end] = b"x" * (hit.end - hit.start)
    found += [hit for hit in _loose(text, key, table) if not any(taken[hit.start : hit.end])]
    previous = 0
    for hit in sorted(found, key=lambda hit: hit.start):
        if _NO_DOCUMENT.search(key, max(0, hit.start - 24), hit.start) or _is_cut(text, hit, table):
            continue
        if hit.name is not None and hit.name[0] < previous:
            hit = replace(hit, name=None)
        previous = hit.end
        yield hit


def _is_cut(text: str, hit: _Hit, table: DocumentTypes) -> bool:
    """Whether the page ended inside the notation (`71/2031/NĐ-`): a type without the body behind it."""
    groups = hit.symbol.groups if hit.symbol else ()
    broken = text[hit.end : hit.end + 2].strip()[:1] in ("-", "/")
    return broken and len(groups) == 1 and groups[0] in table.by_code


def _symbol_hit(text: str, key: str, table: DocumentTypes, start: int, end: int, symbol: Symbol) -> _Hit:
    number = symbol.text
    marker = _footnote(symbol, table)
    if marker:
        number, end = number[:-marker], end - marker
        symbol = parse_symbol(number) or symbol
    lost = _LOST_HYPHEN.match(text, end)
    if lost and len(symbol.groups) == 1 and sum(c.isupper() for c in lost["group"]) >= 2:
        number, end = f"{number} {lost['group']}", lost.end()
    word = _NUMBER_WORD.search(key, max(0, start - 16), start)
    name = _name_before(text, key, table, word.start() if word else start)
    return _Hit(start, end, number, symbol, name, word is not None)


def _footnote(symbol: Symbol, table: DocumentTypes) -> int:
    """How many digits of a footnote mark were set behind the notation (`12/2024/NĐ-CP1`)."""
    last = symbol.groups[-1]
    law = _FOOTNOTE_LAW.match(last)
    if law:
        return len(last) - law.end()
    mark = _FOOTNOTE.search(last)
    return len(mark[0]) if mark and last[: mark.start()] in table.footnoted else 0


def _name_before(text: str, key: str, table: DocumentTypes, end: int) -> tuple[int, int] | None:
    """The last type name before a number in its sentence; one at a distance must have a capital."""
    begin = max(0, end - _REACH)
    for stop in _SENTENCE.finditer(key, begin, end):
        begin = stop.end()
    last = None
    for match in table.name.finditer(key, begin, end):
        gap = key[match.end() : end].strip(" ,(:")
        if not gap or (len(gap) <= _GAP and text[match.start()].isupper()):
            last = match.span()
    return last


def _loose(text: str, key: str, table: DocumentTypes) -> Iterator[_Hit]:
    """Numbers that are no symbols (`Giấy chứng nhận số 0101234567 ngày …`), behind a type name and `số`."""
    for match in re.finditer(r"\bs[ốô]\s*:?\s*(?=[\da-zđ]*\d|[a-zđ]+-)", key):
        token = _TOKEN.match(text, match.end())
        name = _name_before(text, key, table, match.start())
        if token is None or name is None or not any(char.isdigit() for char in token[0]):
            continue
        words = key[name[0] : name[1]]
        distance = len(key[name[1] : match.start()].strip())
        if words not in table.bare | table.generic or (distance > 0 and words not in table.papers):
            continue
        number = tight(token[0]).rstrip("./-")
        end = match.end() + len(token[0].rstrip("./- "))
        bare = number.isdigit()
        goes_on = _DATE_AFTER.match(key, end) or (words in table.papers and _BARE_GOES_ON.match(key, end))
        if bare and not goes_on:
            continue
        if not bare and not re.search(r"[/-]|[A-ZĐ]\d{3}", number):
            continue
        yield _Hit(match.end(), end, number, parse_symbol(number), name, True)


def _carried(key: str, previous: _Hit | None, hit: _Hit) -> _Hit:
    """A number in a list takes the type name of the one before it (`các Quyết định số 1/QĐ-X, 2/QĐ-X`)."""
    if hit.name is not None or previous is None or previous.name is None:
        return hit
    between = key[previous.end : hit.start]
    for found in find_dates(between)[:1]:
        between = re.sub(r"\s*,?\s*ngày\s*$", "", between[: found.start]) + between[found.end :]
    return replace(hit, name=previous.name, explicit=True) if _JOINT.fullmatch(between) else hit


def _is_citation(hit: _Hit, table: DocumentTypes, strict: bool) -> bool:
    if hit.explicit or hit.symbol is None:
        return True
    groups = hit.symbol.groups
    known = groups[0] in table.by_code or groups[0] in table.organs
    if strict:
        return hit.name is not None
    return hit.symbol.kind == "law" or (known and len(groups) > 1)


def _mentioned(key: str, hits: list[_Hit], index: int, table: DocumentTypes) -> Mentioned:
    """One hit with its type, date and issuer; its neighbours limit how far the words are read."""
    hit, previous = hits[index], hits[index - 1] if index else None
    words = key[hit.name[0] : hit.name[1]] if hit.name else None
    code = table.of_symbol(hit.symbol, words) if hit.symbol else table.of_name(words or "")
    own_name = hit.name if previous is None or previous.name != hit.name else None
    start = own_name[0] if own_name and _belongs(key, own_name, hit, code, table) else _number_word(key, hit)
    date, end = _date(key, hit, start, previous.end if previous else 0)
    issuer = _ISSUER.match(key, end, _stop(key, hits, index))
    rule = "citation.typed" if hit.name else "citation.number_word" if hit.explicit else "citation.symbol"
    return Mentioned(
        start, hit.start, end, hit.number, code, date, issuer.span("name") if issuer else None, rule,
        {"citation.typed": 0.97, "citation.number_word": 0.9}.get(rule, 0.8),
    )  # fmt: skip


def _stop(key: str, hits: list[_Hit], index: int) -> int:
    """Where the next citation of the paragraph begins."""
    if index + 1 == len(hits):
        return len(key)
    following = hits[index + 1]
    name = following.name
    return name[0] if name and name[0] > hits[index].end else _number_word(key, following)


def _belongs(key: str, name: tuple[int, int], hit: _Hit, code: str | None, table: DocumentTypes) -> bool:
    """Whether a type name at a distance names this number, by the code both give."""
    adjacent = not _NUMBER_WORD.sub("", key[name[1] : hit.start]).strip(" ,(:")
    return adjacent or table.by_name.get(key[name[0] : name[1]]) == code


def _number_word(key: str, hit: _Hit) -> int:
    word = _NUMBER_WORD.search(key, max(0, hit.start - 16), hit.start)
    return word.start() if word else hit.start


def _date(key: str, hit: _Hit, start: int, floor: int) -> tuple[dt.date | None, int]:
    """The date of a citation (behind its number, before it, heading the sentence), and where it ends."""
    for pattern in (_DATE_AFTER, _DATE_AFTER_ISSUER):
        match = pattern.match(key, hit.end)
        if match and not _NOT_DATED.search(match[0].removesuffix(" ngày ")):
            found = _dated_at(key, match.end())
            if found is not None:
                return found.date, found.end if pattern is _DATE_AFTER else hit.end
    inside = [found for found in find_dates(key[start : hit.start]) if found.date]
    if inside:
        return inside[-1].date, hit.end
    match = _DATE_BEFORE.search(key, max(floor, start - 160), start)
    if match:
        for found in find_dates(match["date"].strip()):
            return found.date, hit.end
    return None, hit.end


def _dated_at(key: str, position: int) -> FoundDate | None:
    """The full date that starts at a position of the key."""
    for found in find_dates(key[position : position + 30]):
        if found.start == 0:
            return replace(found, start=position, end=position + found.end)
    return None


def _dated(found: list[Mentioned], key: str) -> list[Mentioned]:
    """Dates of lists: what stands once is the date of all.

    Behind the last number it belongs to all that share the type name; heading the sentence (`Ngày 05/3/2024,
    Sở có Tờ trình số …, Báo cáo số …`) to all that follow.
    """
    result = list(found)
    for index in range(len(found) - 2, -1, -1):
        first, second = result[index], result[index + 1]
        if first.date is None and _JOINT.fullmatch(key[first.end : second.head]):
            result[index] = replace(first, date=second.date, issuer=first.issuer or second.issuer)
    for index in range(1, len(found)):
        first, second = result[index - 1], result[index]
        headed = "ngày" not in key[first.start : first.end]
        if second.date is None and headed and _NEXT.fullmatch(key[first.end : second.start]):
            result[index] = replace(second, date=first.date)
    return result
