"""Priority and secrecy, from the stamps (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV)."""

from __future__ import annotations

import re

from dispatch_parser.extractors.fields import found
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout import zones

_PRIORITY = re.compile(r"^(?:hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)\b")
_SECRECY = re.compile(r"^(?:tuyệt mật|tối mật|mật)\b")


def find_stamps(findings: Findings) -> None:
    """Fill `header.priority` and `header.secrecy`."""
    reading = findings.reading
    for paragraph in reading.in_zones(zones.STAMP):
        keyed = reading.key[paragraph.start : paragraph.end]
        for name, pattern in (("priority", _PRIORITY), ("secrecy", _SECRECY)):
            match = pattern.match(keyed)
            if match and getattr(findings.header, name).state == "absent":
                start, end = paragraph.start + match.start(), paragraph.start + match.end()
                setattr(
                    findings.header, name, found(reading, start, end, reading.text[start:end], f"stamp.{name}", 0.95)
                )
