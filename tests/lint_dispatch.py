"""Model dispatches for the rules of form, each part replaceable: `{"letter": {"number": "Số: 7/SNV-VP"}}`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dispatch_parser.document import Box, Column, Document, Line, LineRole, Page, SourceInfo
from dispatch_parser.lint.findings import Report
from dispatch_parser.lint.run import lint
from dispatch_parser.pipeline import Parser

STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
LETTER: dict[str, Any] = {
    "issuer": ["UBND TỈNH AN BÌNH", "SỞ NỘI VỤ"],
    "number": "Số: 125/SNV-VP",
    "subject": "V/v rà soát hồ sơ công chức năm 2024",
    "motto": STATE,
    "date": "An Bình, ngày 05 tháng 3 năm 2024",
    "type": None,
    "authority": None,
    "grounds": None,
    "enacting": None,
    "addressees": ["Kính gửi: Các phòng, ban thuộc Sở."],
    "body": [
        "Thực hiện Kế hoạch số 45/KH-UBND của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị các phòng rà soát hồ sơ.",
        "Kết quả gửi về Văn phòng Sở trước ngày 20/3/2024 để tổng hợp, báo cáo Ban Giám đốc Sở./.",
    ],
    "recipients": ["Nơi nhận:", "- Như trên;", "- Lưu: VT, VP."],
    "signature": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu"],
}
DECISION = LETTER | {
    "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH AN BÌNH"],
    "number": "Số: 15/QĐ-UBND",
    "type": "QUYẾT ĐỊNH",
    "subject": "Về việc phân công nhiệm vụ các thành viên",
    "authority": "ỦY BAN NHÂN DÂN TỈNH AN BÌNH",
    "grounds": [
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV.",
    ],
    "enacting": "QUYẾT ĐỊNH:",
    "addressees": None,
    "body": [
        "Điều 1. Phân công nhiệm vụ các thành viên Ủy ban nhân dân tỉnh An Bình.",
        "Điều 2. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.",
    ],
    "signature": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"],
}
REQUEST = LETTER | {
    "number": "Số: 15/TTr-SNV",
    "type": "TỜ TRÌNH",
    "subject": "Về việc phê duyệt kế hoạch đào tạo năm 2024",
}
INTRODUCTION = REQUEST | {"number": "Số: 15/GGT-SNV", "type": "GIẤY GIỚI THIỆU", "subject": None, "addressees": None}
PARTY = LETTER | {
    "issuer": ["TỈNH ỦY AN BÌNH", "*"],
    "number": "Số 125-CV/TU",
    "subject": "về việc sơ kết công tác xây dựng Đảng",
    "motto": ["ĐẢNG CỘNG SẢN VIỆT NAM"],
    "date": "An Bình, ngày 05 tháng 6 năm 2026",
    "addressees": ["Kính gửi: Các đảng ủy trực thuộc Tỉnh ủy."],
    "body": ["Ban Thường vụ Tỉnh ủy yêu cầu các đảng ủy trực thuộc báo cáo kết quả trước ngày 20/6/2026."],
    "recipients": ["Nơi nhận:", "- Như trên,", "- Lưu Văn phòng Tỉnh ủy."],
    "signature": ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn Mẫu"],
}
MODELS = {
    "letter": LETTER,
    "decision": DECISION,
    "request": REQUEST,
    "introduction": INTRODUCTION,
    "party": PARTY,
}
_COLUMNS: dict[str, Column] = {
    "issuer": "left", "number": "left", "subject": "left", "motto": "right", "date": "right",
    "recipients": "left", "signature": "right",
}  # fmt: skip
_ORDER = ("issuer", "number", "subject", "motto", "date", "type", "authority", "grounds", "enacting")
_REST = ("addressees", "body", "recipients", "signature")


def dispatch(example: dict[str, dict[str, Any]]) -> Document:
    """The Document of an example: a model's name, and the parts that differ from it (None: left out)."""
    [(name, changes)] = example.items()
    parts = MODELS[name] | changes
    order: tuple[str, ...] = _ORDER
    if parts["type"]:  # the subject stands below the type's name
        order = tuple(part for part in _ORDER if part != "subject")
        after = order.index("type") + 1
        order = (*order[:after], "subject", *order[after:])
    document = Document("", [], [Page(1, 595, 842), Page(2, 595, 842)], SourceInfo("pdf"))
    italic = parts.get("italic", ["date", "grounds"])
    for part in order + _REST:
        given = parts[part]
        column = "full" if parts["type"] and part == "subject" else _COLUMNS.get(part, "full")
        for words in [given] if isinstance(given, str) else given or []:
            _add(document, words, column, italic=part in italic, centered=part in ("type", "enacting"))
    roles: tuple[LineRole, ...] = ("header", "footer")
    for role in roles:
        if role in parts:
            _add(document, parts[role], "full", role=role, page=parts.get("page", 2))
    return document


def _add(
    document: Document, words: str, column: Column, *, role: LineRole = "flow", page: int = 1,
    italic: bool = False, centered: bool = False,
) -> None:  # fmt: skip
    start = len(document.text)
    document.text += words + "\n"
    box = Box(290, 30, 300, 42) if role != "flow" else None
    document.lines.append(
        Line(
            start, start + len(words), page, box, column, role, True, italic=italic, centered=centered
        )
    )


@lru_cache(maxsize=1)
def parser() -> Parser:
    """One parser for all examples."""
    return Parser()


def report(example: dict[str, dict[str, Any]]) -> Report:
    """What lint says of an example."""
    return lint(parser().doc(dispatch(example)))


def departs(rule: str, example: dict[str, dict[str, Any]]) -> bool:
    """Whether lint finds this departure in the example."""
    return any(finding.rule == rule for finding in report(example).findings)
