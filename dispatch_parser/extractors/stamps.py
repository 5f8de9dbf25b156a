"""Priority and secrecy, from the stamps (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV)."""

from __future__ import annotations

import re

from dispatch_parser.extractors.fields import found
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout import zones

_PRIORITY = re.compile(r"^(?:hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)\b")
_SECRECY = re.compile(r"^(?:tuyệt mật|tối mật|mật)\b")
# The stamp alone on its line, wherever it stands: by Thông tư 24/2020/TT-BCA every page may bear it.
_SECRECY_LINE = re.compile(r"^\W{0,4}(?:[Đđ]ộ mật ?: ?)?(?P<degree>TUYỆT MẬT|TỐI MẬT|MẬT)\W{0,4}$")


def find_stamps(findings: Findings) -> None:
    """Fill `header.priority` and `header.secrecy` from the stamps, secrecy also from a line that is the mark alone."""
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
    if findings.header.secrecy.state == "absent":
        for paragraph in (p for p in reading.paragraphs if p.cell is None and p.end - p.start < 30):
            line = _SECRECY_LINE.match(reading.words(paragraph))
            if line:
                start, end = paragraph.start + line.start("degree"), paragraph.start + line.end("degree")
                findings.header.secrecy = found(reading, start, end, line["degree"], "stamp.secrecy_line", 0.8)
                return
