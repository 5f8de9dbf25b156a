"""Priority and secrecy, from the stamps (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV)."""

from __future__ import annotations

import re
import unicodedata

from dispatch_parser.extractors.fields import found
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout import zones

_PRIORITY = re.compile(r"^(?:hỏa tốc(?: hẹn giờ)?|thượng khẩn|khẩn)\b")
_SECRECY = re.compile(r"^(?:tuyệt mật|tối mật|mật)\b")
# The stamp on a line of its own, wherever it stands: by Thông tư 24/2020/TT-BCA every page may bear it. Its letters may
# be set apart; the number of the copy or the stamp of priority may stand beside it.
_DEGREE = r"(?P<degree>(?:(?P<most>T ?U ?Y ?Ệ ?T)\s{1,4}|(?P<more>T ?Ố ?I)\s{1,4})?M ?Ậ ?T)"
_BESIDE = r"\W{0,4}(?:\W(?:Bản số|BẢN SỐ|HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)\b.{0,16})?"
_SECRECY_LINE = re.compile(rf"^\W{{0,4}}(?:(?:Độ|độ|ĐỘ) (?:mật|Mật|MẬT) ?: ?)?{_DEGREE}{_BESIDE}$")
_STATED = re.compile(r"^\W{0,4}độ mật ?: ?(?P<degree>(?:(?P<most>tuyệt) |(?P<more>tối) )?mật)\W{0,4}$")


def find_stamps(findings: Findings) -> None:
    """Fill `header.priority` and `header.secrecy` from the stamps."""
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


def find_secrecy_line(findings: Findings) -> None:
    """Fill `header.secrecy` from the mark alone on a line, whatever paper it is.

    In a table only where that is the frame of the stamp: a column may tell degrees.
    """
    reading = findings.reading
    tables = reading.document.tables
    for paragraph in (p for p in reading.paragraphs if p.end - p.start < 40):
        if paragraph.cell is not None and len(tables[paragraph.cell[0]].cells) > 1:
            continue
        line = _SECRECY_LINE.match(unicodedata.normalize("NFC", reading.words(paragraph)))
        line = line or _STATED.match(reading.key[paragraph.start : paragraph.end])
        if line:
            degree = "TUYỆT MẬT" if line["most"] else "TỐI MẬT" if line["more"] else "MẬT"
            start, end = paragraph.start, paragraph.end
            findings.header.secrecy = found(reading, start, end, degree, "stamp.secrecy_line", 0.8)
            return
