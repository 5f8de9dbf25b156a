"""Checks of letterhead, title and addressees that need structure (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from dispatch_parser.extractors.document_types import types
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import is_capitals
from dispatch_parser.lint.case import Case
from dispatch_parser.lint.findings import Hit
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Paragraph

STATE_MOTTO = "cộng hòa xã hội chủ nghĩa việt nam"
SLOGAN = "độc lập - tự do - hạnh phúc"
_YOUTH = "đoàn tncs hồ chí minh"  # its own header stands in the place of the motto
_HEAD = (zones.MOTTO, zones.ISSUER, zones.STAMP, zones.NUMBER, zones.DATE, zones.TITLE, zones.FURNITURE)
_BARE_DATE = re.compile(r"ngày[ ._…\d]*tháng[ ._…\d]*năm")
_LONE = re.compile(r"(?<=\s)\S(?=\s)")
_NEAR = 0.85  # likeness from which on a line is a slip of the motto and no other line


def _near(case: Case, wanted: str) -> tuple[Paragraph, bool] | None:
    """The line of the head that is, or is nearly, the wanted words; and whether it holds exactly these."""
    best: tuple[float, Paragraph] | None = None
    for paragraph in case.paragraphs(*_HEAD):
        words = case.key(paragraph)
        if re.search(rf"(?<!\w){wanted}(?!\w)", words):
            return paragraph, True
        if len(words) > 2 * len(wanted) or paragraph.start > 3000:
            continue
        score = SequenceMatcher(None, _letters(wanted), _letters(words), autojunk=False).ratio()
        if score >= _NEAR and (best is None or score > best[0]):
            best = score, paragraph
    return (best[1], False) if best else None


def _letters(words: str) -> str:
    """The letters; a character alone between spaces is a dash that a legacy encoding made a letter of."""
    return "".join(c for c in _LONE.sub("", words) if c.isalpha())


def _same_letters(case: Case, paragraph: Paragraph, wanted: str) -> bool:
    return _letters(wanted) == _letters(case.key(paragraph))


def _expects_motto(case: Case) -> bool:
    return case.has_letterhead and not any(_YOUTH in case.key(p) for p in case.paragraphs(*_HEAD))


def motto_missing(case: Case) -> Iterator[Hit]:
    """No line is the Quốc hiệu."""
    if _expects_motto(case) and _near(case, STATE_MOTTO) is None:
        yield Hit()


def motto_misspelt(case: Case) -> Iterator[Hit]:
    """A line is nearly the Quốc hiệu: other letters, not other spaces."""
    near = _near(case, STATE_MOTTO)
    if near and not near[1] and not _same_letters(case, near[0], STATE_MOTTO):
        yield Hit(near[0].start, near[0].end)


def motto_capitals(case: Case) -> Iterator[Hit]:
    """The Quốc hiệu is not in capitals."""
    near = _near(case, STATE_MOTTO)
    if near and near[1]:
        at = case.key(near[0]).find(STATE_MOTTO)
        start = near[0].start + at
        if not is_capitals(case.reading.text[start : start + len(STATE_MOTTO)]):
            yield Hit(start, start + len(STATE_MOTTO))


def slogan_missing(case: Case) -> Iterator[Hit]:
    """The Quốc hiệu is there, no line is the Tiêu ngữ."""
    if _near(case, STATE_MOTTO) is not None and _near(case, SLOGAN) is None:
        yield Hit()


def slogan_misspelt(case: Case) -> Iterator[Hit]:
    """A line is nearly the Tiêu ngữ: other letters, or no hyphens between its parts."""
    near = _near(case, SLOGAN)
    if near is None or near[1]:
        return
    words = case.key(near[0])
    if not _same_letters(case, near[0], SLOGAN) or words.count("-") + len(_LONE.findall(words)) < 2:
        yield Hit(near[0].start, near[0].end)


def slogan_capitals(case: Case) -> Iterator[Hit]:
    """The Tiêu ngữ is in capitals throughout, or its parts do not begin with one."""
    near = _near(case, SLOGAN)
    if near and near[1]:
        start = near[0].start + case.key(near[0]).find(SLOGAN)
        parts = case.reading.text[start : start + len(SLOGAN)].split(" ")
        small = [part for part in parts if part[:1].isalpha() and part[:1].islower()]
        if is_capitals("".join(parts)) or len(small) != 3:
            yield Hit(start, start + len(SLOGAN))


def party_motto_missing(case: Case) -> Iterator[Hit]:
    """No line says ĐẢNG CỘNG SẢN VIỆT NAM."""
    if case.has_letterhead and _near(case, "đảng cộng sản việt nam") is None:
        yield Hit()


def issuer_missing(case: Case) -> Iterator[Hit]:
    """No issuing body."""
    if case.has_letterhead and case.record.issuer.name.state == "absent":
        yield Hit()


def issuer_capitals(case: Case) -> Iterator[Hit]:
    """A line of the issuing body that is not in capitals (`TP.` and the like apart)."""
    for paragraph in case.paragraphs(zones.ISSUER):
        words = case.words(paragraph)
        if sum(c.islower() for c in words) > 3 and not is_capitals(words):
            yield Hit(paragraph.start, paragraph.end)


def number_missing(case: Case) -> Iterator[Hit]:
    """No line for the number."""
    number = case.record.number
    if case.has_letterhead and number.value.state == number.notation.state == "absent":
        yield Hit()


def number_blank(case: Case) -> Iterator[Hit]:
    """A line for the number without one."""
    if case.record.number.value.state == "unreadable":
        yield from (Hit(p.start, p.end) for p in case.paragraphs(zones.NUMBER)[:1])


def date_missing(case: Case) -> Iterator[Hit]:
    """No place and date line."""
    if case.has_letterhead and case.record.date.state == "absent" and not _bare_dates(case):
        yield Hit()


def _bare_dates(case: Case) -> list[Paragraph]:
    """Date lines that begin with the day: no place, so no zone of their own."""
    return [p for p in case.paragraphs(*_HEAD) if _BARE_DATE.match(case.key(p))]


def date_blank(case: Case) -> Iterator[Hit]:
    """A day or month left blank."""
    if case.record.date.state == "unreadable":
        yield from (Hit(p.start, p.end) for p in case.paragraphs(zones.DATE)[:1])


def place_missing(case: Case) -> Iterator[Hit]:
    """A date without the place before it."""
    if case.record.place.state == "absent":
        dated = case.paragraphs(zones.DATE) if case.record.date.state != "absent" else _bare_dates(case)
        yield from (Hit(p.start, p.end) for p in dated[:1])


def subject_missing(case: Case) -> Iterator[Hit]:
    """No trích yếu."""
    if case.has_letterhead and case.record.subject.state == "absent":
        yield Hit()


def addressees_missing(case: Case) -> Iterator[Hit]:
    """A công văn without `Kính gửi`."""
    if case.has_letterhead and not case.paragraphs(zones.ADDRESSEES):
        yield Hit()


# -- the type in print and in the notation -----------------------------------------------------------------


def type_differs(case: Case) -> Iterator[Hit]:
    """The printed type is one, the notation names another."""
    printed, symbol = case.printed_type, case.symbol
    if printed is None or symbol is None or not _stands_for_type(case, symbol.groups):
        return
    first = types().by_code.get(symbol.groups[0])
    if first and first != printed[1] and not _older(case, symbol.groups[0], printed[1]):
        yield _in_number(case, printed=printed[1], symbol=symbol.groups[0])


def type_lacking(case: Case) -> Iterator[Hit]:
    """The type is printed, the notation names none."""
    printed, symbol = case.printed_type, case.symbol
    if printed is None or symbol is None or len(symbol.groups) < 2:
        return
    known = any(types().by_code.get(group) for group in symbol.groups)
    loose = key(symbol.groups[0]) == key(printed[1])
    if not known and not loose and symbol.groups[0] in types().organs:
        yield _in_number(case, printed=printed[1], symbol=symbol.groups[0])


def type_spelt(case: Case) -> Iterator[Hit]:
    """The abbreviation of the printed type in other letters (`TTR`), or an older one (`GT` for `GGT`)."""
    printed, symbol = case.printed_type, case.symbol
    if printed is None or symbol is None:
        return
    first, code = symbol.groups[0], printed[1]
    if first != code and (key(first) == key(code) or _older(case, first, code)):
        yield _in_number(case, printed=code, symbol=first)


def letter_with_type(case: Case) -> Iterator[Hit]:
    """Addressees and `V/v` as in a công văn, no type in print, and a type in the notation."""
    symbol = case.symbol
    if case.printed_type or symbol is None or not case.paragraphs(zones.ADDRESSEES):
        return
    title = case.paragraphs(zones.TITLE)
    opened = bool(title) and case.anchors.is_("subject", case.key(title[0]))
    if opened and _stands_for_type(case, symbol.groups) and symbol.groups[0] != "CV":
        yield _in_number(case, printed="CV", symbol=symbol.groups[0])


def _stands_for_type(case: Case, groups: tuple[str, ...]) -> bool:
    """Whether the first group can only be a type: it is no body's abbreviation, and a body follows."""
    table = types()
    first = groups[0]
    return len(groups) > 1 and first in table.by_code and first not in table.organs | table.ambiguous


def _older(case: Case, first: str, code: str) -> bool:
    rows = case.model.lexicon("document_types")
    return any(row["code"] == code and first in row["older_codes"].split("|") for row in rows)


def _in_number(case: Case, **values: str) -> Hit:
    line = next(iter(case.paragraphs(zones.NUMBER)), None)
    return Hit(line.start, line.end, values) if line else Hit(values=values)


# -- lists of addressees -----------------------------------------------------------------------------------


def addressees_marks(case: Case) -> Iterator[Hit]:
    """Two or more dashed addressees: `;` after each, `.` after the last."""
    listed = [p for p in case.paragraphs(zones.ADDRESSEES) if case.words(p)[:1] in "-–+•"]
    yield from wrong_ends(case, listed)


def wrong_ends(case: Case, listed: list[Paragraph]) -> Iterator[Hit]:
    """The last words of the entries that do not end with `;`, or of the last one not with `.`."""
    if len(listed) < 2:
        return
    for paragraph in listed:
        wanted = "." if paragraph is listed[-1] else ";"
        words = case.words(paragraph)
        if not words.endswith(wanted) and not (wanted == "." and _DRAFTER.search(words)):
            last = len(words) - len(words.split(" ")[-1])
            yield Hit(paragraph.start + last, paragraph.end, {"mark": wanted})


# What may stand behind the last mark: who drafted it, how many copies (`VT, PL.(300)`, `VT, CN(03b)`).
_DRAFTER = re.compile(r"\([^()]*\)?$|\.[^\s.]{1,20}$")

CHECKS: dict[str, Callable[[Case], Iterator[Hit]]] = {
    check.__name__: check
    for check in (
        motto_missing, motto_misspelt, motto_capitals, slogan_missing, slogan_misspelt, slogan_capitals,
        party_motto_missing, issuer_missing, issuer_capitals, number_missing, number_blank, date_missing, date_blank,
        place_missing, subject_missing, addressees_missing, type_differs, type_lacking, type_spelt,
        letter_with_type, addressees_marks,
    )
}  # fmt: skip
