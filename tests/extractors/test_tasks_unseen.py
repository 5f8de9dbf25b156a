"""Orders in wordings of many kinds of issuers: schools, companies, communes. Each is (lead-in and items, tasks).

A task is (its first words, kind, lead bodies, coordinating bodies).
"""

import pytest
from pages import page

from dispatch_parser import Parser

PARSER = Parser()
HEAD = [
    "< UBND TỈNH HÀ GIANG", "< SỞ CÔNG THƯƠNG", "< Số: 15/SCT-VP", "< V/v thử nghiệm",
    "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "> Độc lập - Tự do - Hạnh phúc", "> Hà Giang, ngày 05 tháng 3 năm 2026",
    "Kính gửi: Sở Xây dựng.",
]  # fmt: skip
FOOT = ["< Nơi nhận:", "< - Như trên;", "< - Lưu: VT.", "> GIÁM ĐỐC", "> Trần Văn Thử"]


def tasks_of(*rows: str):
    document, _ = page("\n".join(f"{row} | x" for row in [*HEAD, *rows, *FOOT]))
    return PARSER.parse_document(document).tasks


def names(task, role):
    return [agency.name for agency in task.agencies if agency.role == role]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ["Nhận được công văn này, yêu cầu Sở Y tế nghiêm túc triển khai thực hiện./."],
            [("Nhận được công văn này", "enforcement", ["Sở Y tế"], [])],
        ),
        (
            ["Căn cứ kế hoạch năm, Sở Công Thương yêu cầu các đơn vị thực hiện như sau:", "1. Sở Y tế rà soát kho thuốc."],
            [("Sở Y tế rà soát", "do", ["Sở Y tế"], [])],
        ),
        (
            ["Yêu cầu Sở Y tế chủ trì, phối hợp với Công an tỉnh rà soát kho thuốc, chậm nhất ngày 20/3/2026 phải xong."],
            [("Yêu cầu Sở Y tế", "do", ["Sở Y tế"], ["Công an tỉnh"])],
        ),
        (["Trong năm qua, Sở Y tế đã rà soát 12 kho thuốc và báo cáo Ủy ban nhân dân tỉnh."], []),
        (["Kinh phí thực hiện do ngân sách tỉnh bảo đảm theo phân cấp."], []),
    ],
)
def test_tasks(rows, expected):
    found = tasks_of(*rows)
    assert len(found) == len(expected)
    for task, (opening, kind, lead, coordinate) in zip(found, expected, strict=True):
        assert task.text.startswith(opening)
        assert (task.kind, names(task, "lead"), names(task, "coordinate")) == (kind, lead, coordinate)
