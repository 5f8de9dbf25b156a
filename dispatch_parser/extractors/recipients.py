"""Addressees (`Kính gửi`), recipients (`Nơi nhận`) and the archive line (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dispatch_parser.extractors.fields import folded, found, trim
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.gazetteer.lists import parse_name_list
from dispatch_parser.layout import zones
from dispatch_parser.record import Addressee, ToPlace
from dispatch_parser.text.reading import Reading

_ADDRESS_LABEL = re.compile(r"(?:(?:đồng )?kính (?:gửi|trình|mời|thưa|chuyển) ?:? ?|.{3,80} điện ?: ?)")
_RECIPIENTS_LABEL = re.compile(r"(?:n[ơo]i nh[ậa]n|(?:đồng )?(?:kính )?gửi|bản điện tử|bản giấy) ?: ?|n[ơo]i nh[ậa]n ?")
_ARCHIVE = re.compile(r"lưu ?[:;]? ?")
_BULLET = re.compile(r"[-–—+•*●▪\s]+")
_ADDRESS_NOTE = re.compile(r"\((?:địa chỉ|đ/c|email|số điện thoại|đt)[^()]*\)?\.?")
_PURPOSE = re.compile(
    r"\s*\((?P<purpose>để [^()]{1,80}|(?:b/c|bc|báo cáo|b/cáo|t/h|th|thực hiện|thi hành|p/h|ph|phối hợp|biết|theo dõi"
    r"|chỉ đạo|đăng tải|đăng công báo|đưa tin|giám sát|kiểm tra|xem xét|tổng hợp|t/hiện)"
    r"(?:\s?[,;/&]\s?(?:để )?[^(),;]{1,24}| và [^(),;]{1,24}| [^(),;]{1,40})?)\)?\s*$"
)
_BREAK = re.compile(r";\s*")
_BREAK_AT_DASH = re.compile(r"[;.,]\s*(?=[-–—+•]\s?[^\W\d_])")
_TAIL = " \n.;,:"


def find_recipients(findings: Findings) -> None:
    """Fill `header.addressees`, `header.to_places` and `header.archive`."""
    reading = findings.reading
    findings.header.addressees = tuple(_addressees(reading))
    places = []
    for start, end in _entries(reading, zones.RECIPIENTS, _RECIPIENTS_LABEL, _BREAK_AT_DASH):
        match = _ARCHIVE.match(reading.key, start, end)
        if match:
            if findings.header.archive.state == "absent":
                left, right = trim(reading, match.end(), end, _TAIL)
                if left < right:
                    words = folded(reading.text[left:right])
                    findings.header.archive = found(reading, left, right, words, "recipients.archive", 0.95)
            continue
        place = _place(reading, start, end)
        if place is not None:
            places.append(place)
    findings.header.to_places = tuple(places)


def _entries(
    reading: Reading, zone: str, label: re.Pattern[str], separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The entries of a list zone: each paragraph, cut at the separator, without label and dash."""
    for paragraph in reading.in_zones(zone):
        start = paragraph.start
        match = label.match(reading.key, start, paragraph.end)
        if match:
            start = match.end()
        while start < paragraph.end:
            cut = separator.search(reading.text, start, paragraph.end)
            right = cut.start() if cut else paragraph.end
            bullet = _BULLET.match(reading.text, start, right)
            left, stop = trim(reading, bullet.end() if bullet else start, right, _TAIL)
            if left < stop and any(c.isalnum() for c in reading.text[left:stop]):
                yield left, stop
            start = cut.end() if cut else paragraph.end


def _place(reading: Reading, start: int, end: int) -> ToPlace | None:
    purpose = _PURPOSE.search(reading.key, start, end)
    stop = purpose.start() if purpose else end
    left, right = trim(reading, start, stop, _TAIL)
    if left >= right:
        return None
    aim = folded(reading.text[slice(*purpose.span("purpose"))]) if purpose else None
    name = folded(reading.text[left:right])
    return ToPlace(name=name, purpose=aim, evidence=reading.evidence(left, right, "recipients.line", 0.95))


def _addressees(reading: Reading) -> Iterator[Addressee]:
    for start, end in _entries(reading, zones.ADDRESSEES, _ADDRESS_LABEL, _BREAK_AT_DASH):
        note = _ADDRESS_NOTE.search(reading.key, start, end)
        left, right = trim(reading, start, note.start() if note else end, _TAIL)
        if left >= right:
            continue
        evidence = reading.evidence(left, right, "addressees.list", 0.95)
        for name in _names(folded(reading.text[left:right])):
            yield Addressee(name=name, evidence=evidence)


def _names(words: str) -> list[str]:
    """The bodies of one entry, completed; what the grammar cannot read is cut at `;` and kept as printed."""
    names = parse_name_list(words)
    if names or not _BREAK.search(words):
        return names or [words]
    parts = [part.strip(_TAIL) for part in _BREAK.split(words)]
    return [name for part in parts if part for name in (parse_name_list(part) or [part])]
