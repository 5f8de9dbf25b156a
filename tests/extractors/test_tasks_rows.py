"""Task tables: a row is a task. Tables as text, cells between bars; `^` continues the cell above, `<` the cell before."""

import datetime as dt

import pytest
from marked import found
from pages import table_document

from dispatch_parser.extractors.agencies import find_agencies
from dispatch_parser.extractors.assemble import assemble
from dispatch_parser.extractors.deadlines import find_deadlines
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.tasks import find_tasks
from dispatch_parser.gazetteer.register import register
from dispatch_parser.layout.compose import compose
from dispatch_parser.model import load
from dispatch_parser.record import Field, Issuer


def rows(table: str, before: str = "") -> list[str]:
    """One line a task: `text | role: names | deadline | product`."""
    findings = Findings(compose(table_document(table, before=before)))
    findings.header.issuer = Issuer(name=found("Ủy ban nhân dân tỉnh Bắc Lý"))
    findings.header.date = Field[dt.date](**{**dict(found("")), "value": dt.date(2026, 1, 15)})
    for extract in (find_agencies, find_deadlines, find_tasks):
        extract(findings, load())
    lines = []
    for task in assemble(findings, register()).tasks:
        parts = [task.text]
        for role in ("lead", "coordinate", "report_to"):
            names = [agency.name for agency in task.agencies if agency.role == role]
            parts += [f"{role}: {', '.join(names)}"] if names else []
        if task.deadline:
            parts.append(f"{task.deadline.kind} {task.deadline.date or ''}".strip())
        parts += [f"product: {task.product}"] if task.product else []
        lines.append(" | ".join(parts))
    return lines


FULL = "TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm\n"
SHORT = "TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn\n"

CASES = {
    "all columns": (
        FULL + "3 | Rà soát thủ tục hành chính | Sở Nội vụ | Văn phòng UBND tỉnh | Quý IV/2026 | Quyết định công bố",
        ["Rà soát thủ tục hành chính | lead: Sở Nội vụ | coordinate: Văn phòng Ủy ban nhân dân tỉnh"
         " | period 2026-12-31 | product: Quyết định công bố"],
    ),
    "several bodies in a cell": (
        FULL + "1 | Xây dựng kế hoạch | Sở Nội vụ | Sở Tài chính, Sở Y tế / Thanh tra tỉnh | 30/6/2026 |",
        ["Xây dựng kế hoạch | lead: Sở Nội vụ | coordinate: Sở Tài chính, Sở Y tế, Thanh tra tỉnh | date 2026-06-30"],
    ),
    "section rows and their items": (
        SHORT + "I | Cải cách thể chế | | \n1 | Rà soát văn bản | Sở Tư pháp | Tháng 3/2026\nII | Tổ chức bộ máy | | \n"
        "2 | Sắp xếp phòng, ban | Sở Nội vụ | Tháng 6/2026",
        ["Rà soát văn bản | lead: Sở Tư pháp | period 2026-03-31", "Sắp xếp phòng, ban | lead: Sở Nội vụ | period 2026-06-30"],
    ),
    "a section over the whole width": (
        SHORT + "A. Nhiệm vụ chung | < | < | <\n1 | Rà soát văn bản | Sở Tư pháp | Tháng 3/2026",
        ["Rà soát văn bản | lead: Sở Tư pháp | period 2026-03-31"],
    ),
    "như trên": (
        SHORT + "1 | Rà soát văn bản | Sở Tư pháp | Tháng 3/2026\n2 | Công bố danh mục | Như trên | nt",
        ["Rà soát văn bản | lead: Sở Tư pháp | period 2026-03-31", "Công bố danh mục | lead: Sở Tư pháp | period 2026-03-31"],
    ),
    "merged cells": (
        SHORT + "1 | Rà soát văn bản | Sở Tư pháp | Tháng 3/2026\n2 | Công bố danh mục | ^ | Tháng 4/2026",
        ["Rà soát văn bản | lead: Sở Tư pháp | period 2026-03-31", "Công bố danh mục | lead: Sở Tư pháp | period 2026-04-30"],
    ),
    "both sides in one cell": (
        SHORT + "1 | Tổ chức hội nghị | Sở Nội vụ; phối hợp: Văn phòng UBND tỉnh | Quý I",
        ["Tổ chức hội nghị | lead: Sở Nội vụ | coordinate: Văn phòng Ủy ban nhân dân tỉnh | period 2026-03-31"],
    ),
    "persons": (
        "TT | Nhiệm vụ thực hiện | Người thực hiện | Ghi chú\n1 | Chấm bài | Trần Văn Thử / Lê Thị Mẫu | ",
        ["Chấm bài | lead: Trần Văn Thử, Lê Thị Mẫu"],
    ),
    "whom the result goes to stands beside the date": (
        SHORT + "1 | Tự đánh giá | Các sở, ngành | Gửi báo cáo về Sở Nội vụ trước ngày 31/3/2026",
        ["Tự đánh giá | lead: Các sở, ngành | report_to: Sở Nội vụ | date 2026-03-31"],
    ),
    "a standing task": (
        SHORT + "1 | Theo dõi, đôn đốc | Văn phòng UBND tỉnh | Thường xuyên",
        ["Theo dõi, đôn đốc | lead: Văn phòng Ủy ban nhân dân tỉnh | standing"],
    ),
    "a row cut off by a page break": (
        SHORT.replace("Thời hạn", "Cơ quan phối hợp") + "1 | Rà soát văn bản | Sở Tư pháp | Sở Nội vụ\n | | | Sở Tài chính",
        ["Rà soát văn bản | lead: Sở Tư pháp | coordinate: Sở Nội vụ, Sở Tài chính"],
    ),
    "a section repeated in every cell": (
        SHORT + "A | NHIỆM VỤ CHUNG | NHIỆM VỤ CHUNG | NHIỆM VỤ CHUNG\n1 | Rà soát văn bản | Sở Tư pháp | Tháng 3/2026",
        ["Rà soát văn bản | lead: Sở Tư pháp | period 2026-03-31"],
    ),
    "header words joined by a slash": (
        "Nhiệm vụ/giải pháp | Chủ trì | Hoàn thành trước\nBan hành quy chế | Sở Nội vụ | 30/6/2026",
        ["Ban hành quy chế | lead: Sở Nội vụ | date 2026-06-30"],
    ),
    "bodies with their work": (
        "TT | Tên cơ quan | Nhiệm vụ\n1 | Sở Nội vụ | Tham mưu sắp xếp bộ máy\n2 | Sở Tài chính | Bố trí kinh phí",
        ["Tham mưu sắp xếp bộ máy | lead: Sở Nội vụ", "Bố trí kinh phí | lead: Sở Tài chính"],
    ),
    "bodies with their goods are no task table": (
        "STT | Đơn vị | Nội dung | Số lượng\n1 | Sở Nội vụ | Máy tính để bàn | 10\n2 | Sở Tài chính | Máy in | 02",
        [],
    ),
    "the programme of a meeting is no task table": (
        "TT | Nội dung | Thời gian | Người thực hiện\n1 | Đón tiếp đại biểu | 7h30 - 8h00 | Ban tổ chức\n"
        "2 | Khai mạc | 8h00 - 8h15 | Văn phòng",
        [],
    ),
    "a list of people is no task table": ("TT | Họ và tên | Chức vụ | Đơn vị\n1 | Trần Văn Thử | Chuyên viên | Sở Nội vụ", []),
    "figures are no task table": ("TT | Chỉ tiêu | Đơn vị tính | Năm 2026\n1 | Hộ nghèo | % | 1,5", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rows(name):
    table, expected = CASES[name]
    assert rows(table) == expected


ENTRUSTED = """TT | Nội dung ủy quyền | Căn cứ pháp lý | Tên thủ tục
1 | Cấp giấy phép xây dựng tạm | Điều 9 | Cấp mới
^ | ^ | ^ | Cấp lại
2 | Thu hồi giấy phép | Điều 10 | Thu hồi"""


def test_what_is_entrusted_is_a_task_of_the_body_the_text_names():
    entrusts = "Ủy quyền cho Giám đốc Sở Xây dựng thực hiện các nhiệm vụ tại danh mục dưới đây."
    assert rows(ENTRUSTED, before=entrusts)[1:] == [
        "Cấp giấy phép xây dựng tạm | lead: Sở Xây dựng",
        "Thu hồi giấy phép | lead: Sở Xây dựng",
    ]


def test_a_list_of_powers_without_a_body_is_no_task():
    assert rows(ENTRUSTED, before="Danh mục nội dung ủy quyền năm 2025 đã được rà soát.") == []
