"""The issuing body and the body above it, from the left half of the letterhead.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.2.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dispatch_parser.extractors.casing import from_document, ordinary, registered
from dispatch_parser.extractors.fields import folded, found
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.gazetteer.provinces import Province
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData
from dispatch_parser.record import Field, Issuer
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Reading

_LEVEL = r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)"
_PLACE_LINE = re.compile(rf"^{_LEVEL}\b(?! (?:ủy|đoàn|hội)\b)")
_UNFINISHED = re.compile(r"(?:\b(?:và|của|các|về|cho|dân|dự án|môi|công)|[,&-])$")
_DASH = re.compile(r"\s*[-–—]\s*")
_COMMITTEE = re.compile(rf"^(?:ủy ban nhân dân|hội đồng nhân dân)\s+(?P<place>{_LEVEL}\s.+)$")
_PLACE_IN_NAME = re.compile(rf"\b{_LEVEL}\s+\S")
_BARE_COMMITTEES = ("ủy ban nhân dân", "hội đồng nhân dân")
_SOCIETY = re.compile(r"[Xx]ã hội")
_ABBREVIATIONS = (
    (re.compile(r"\bUBND\b"), "ỦY BAN NHÂN DÂN"),
    (re.compile(r"\bHĐND\b"), "HỘI ĐỒNG NHÂN DÂN"),
    (re.compile(r"\bTP\.\s*"), "THÀNH PHỐ "),
    (re.compile(r"\bTP\b"), "THÀNH PHỐ"),
    (re.compile(r"\bTX\.\s*|\bTX\b"), "THỊ XÃ "),
    (re.compile(r"\bUBMTTQ\b"), "ỦY BAN MẶT TRẬN TỔ QUỐC"),
    (re.compile(r"\bVP\b"), "VĂN PHÒNG"),
)
_JOINT_TYPES = ("TTLT", "NQLT")  # documents of several bodies, which stand one below the other in the letterhead
_DECORATION = re.compile(r"^[\s*_.~=]+|[\s*_.~=]+$|[-–—_]{2,}")
_LAST_PLACE = re.compile(rf"\b{_LEVEL}\s+(?P<place>\S.*)$")
_BARE_LEVEL = re.compile(r"\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)$")
# Organs that have no name without the body they belong to; boards of a council or a Party committee carry its name.
_ORGAN = re.compile(r"^(?:văn phòng|ban (?:thường trực|thường vụ|chấp hành)|đoàn chủ tịch|thường trực|bch)$")
_OWN_ORGANS = re.compile(r"^(?:hội đồng nhân dân|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ban chấp hành)\b")
_BOARD = re.compile(r"^(?:ban|văn phòng|ủy ban kiểm tra|trung tâm chính trị)\b")


@dataclass(frozen=True)
class _Body:
    """One body of the letterhead: its words and where they stand in the reading."""

    words: str
    start: int
    end: int


def find_issuer(findings: Findings, model: ModelData) -> None:
    """Fill `header.issuer`; needs the date line's place, so it runs after `find_date`."""
    reading = findings.reading
    heads = tuple(key(row["name"]) for row in model.lexicon("heads"))
    bodies = _bodies(reading, heads)
    if not bodies:
        return
    if findings.header.document_type.value in _JOINT_TYPES:
        bodies = [_Body(" - ".join(body.words for body in bodies), bodies[0].start, bodies[-1].end)]
    own, parent = bodies[-1], bodies[-2] if len(bodies) > 1 else None
    parent_name = _name(reading, parent.words, model.package) if parent else None
    names = [_name(reading, part, model.package) for part in _joint_names(own.words, heads)]
    name = " - ".join(names)
    if len(names) == 1:
        name = _with_place(name, parent_name, _place(findings, model.package))
    findings.header.issuer = Issuer(
        name=found(reading, own.start, own.end, name, "issuer.letterhead", 0.95),
        parent=(
            found(reading, parent.start, parent.end, parent_name, "issuer.parent", 0.95)
            if parent and parent_name
            else Field[str]()
        ),
    )


def _joint_names(words: str, heads: tuple[str, ...]) -> list[str]:
    """The names of a joint letterhead (`BỘ Y TẾ - BỘ CÔNG AN`); a dash inside one name is none of theirs."""
    words = words.strip(" -–—")
    cuts = [dash for dash in _DASH.finditer(words) if _has_head(key(words[dash.end() :]), heads)]
    starts = [0, *(dash.end() for dash in cuts)]
    ends = [*(dash.start() for dash in cuts), len(words)]
    return [words[start:end] for start, end in zip(starts, ends, strict=True) if start < end]


def _has_head(folded: str, heads: tuple[str, ...]) -> bool:
    return any(folded == head or folded.startswith(head + " ") for head in heads)


def _bodies(reading: Reading, heads: tuple[str, ...]) -> list[_Body]:
    """The lines of the letterhead joined to bodies: a new one begins with a head word after a complete name."""
    bodies: list[_Body] = []
    bold_before: bool | None = None
    for paragraph in reading.in_zones(zones.ISSUER):
        words = _DECORATION.sub("", reading.words(paragraph)).strip()
        if not words or not any(c.isalpha() for c in words):
            continue
        bold = reading.document.lines[paragraph.lines[0]].bold
        if bodies and not _begins_body(bodies[-1].words, words, heads, changes=bold_before is False and bold):
            last = bodies[-1]
            bodies[-1] = _Body(f"{last.words} {words}", last.start, paragraph.end)
        else:
            bodies.append(_Body(words, paragraph.start, paragraph.end))
        bold_before = bold
    return bodies


def _begins_body(before: str, words: str, heads: tuple[str, ...], *, changes: bool) -> bool:
    """Whether a line of the letterhead opens a new body. `changes`: the type turns bold, as the issuer's does."""
    folded, previous = key(_spelled_out(words)), key(before)
    if _PLACE_LINE.match(folded) or _UNFINISHED.search(previous) or folded.startswith(("-", "và ")):
        return False
    if previous in ("văn phòng", "thanh tra", "ban quản lý", "đảng ủy", "ban cán sự đảng", "hội đồng"):
        return False
    return changes or _has_head(folded, heads)


def _name(reading: Reading, words: str, package: str) -> str:
    """The body's name in ordinary case, abbreviations of its head spelled out."""
    words = _spelled_out(folded(words.strip(" -–—*")))
    return registered(words, package) or from_document(reading, words) or ordinary(words, package)


def _spelled_out(words: str) -> str:
    """The words of a letterhead without abbreviations."""
    for pattern, full in _ABBREVIATIONS:
        words = pattern.sub(full, words)
    return words


def _names_place(name: str) -> bool:
    """Whether a name in ordinary case says which place it belongs to (`xã hội` is society, `xã Hội Sơn` a place)."""
    return bool(_PLACE_IN_NAME.search(key(_SOCIETY.sub("", name))))


def _place(findings: Findings, package: str) -> str | None:
    """The place of the date line; a province with its level as of the date."""
    place, date = findings.header.place.value, findings.header.date.value
    province = Province.find(place, date, package) if place else None
    return province.full_name if province else place


def _with_place(name: str, parent: str | None, place: str | None) -> str:
    """A sở, ban or office carries the province (or commune) it belongs to; one printed with its own place keeps it."""
    folded, above = key(name), key(parent or "")
    if parent and (_ORGAN.match(folded) or (_OWN_ORGANS.match(above) and _BOARD.match(folded))):
        return name if above in folded else f"{name} {parent}"
    if _BARE_LEVEL.search(folded):
        of = _place_of(parent) or _place_of(place) or place
        return f"{name} {of}" if of and key(of) not in folded else name
    committee = _COMMITTEE.match(above)
    if committee and parent:
        of = parent[committee.start("place") :]
        bare = _place_of(parent) or of
        return name if key(bare) in folded or _names_place(name) else f"{name} {of}"
    of = _place_of(place)
    if parent is None and of and folded in _BARE_COMMITTEES and place != of:
        return f"{name} {place}"  # a committee printed without its place, in a province's chief town
    if parent is None and of and folded.startswith("sở ") and not _names_place(name):
        return name if key(of) in folded else f"{name} {place}"
    return name


def _place_of(parent: str | None) -> str | None:
    """The place that a name ends in, without its level: `Ủy ban nhân dân tỉnh Hà Giang` -> `Hà Giang`."""
    match = _LAST_PLACE.search(key(parent)) if parent else None
    return parent[match.start("place") :] if parent and match else None
