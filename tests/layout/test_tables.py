"""Which tables assign work, and which column holds what. A table is written as rows of cells; `^` is merged with above."""

import pytest
from pages import table_document

from dispatch_parser.layout.compose import compose
from dispatch_parser.layout.tables import task_tables
from dispatch_parser.model import load

HEADERS = load().lexicon("table_headers")


def columns(table: str) -> dict[str, tuple[int, ...]]:
    found = task_tables(compose(table_document(table)), HEADERS)
    return dict(found[0].columns) if found else {}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("TT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm",
         {"number": (0,), "task": (1,), "lead": (2,), "coordinate": (3,), "deadline": (4,), "product": (5,)}),
        ("STT | NHIỆM VỤ | ĐƠN VỊ THỰC HIỆN | THỜI HẠN", {"number": (0,), "task": (1,), "lead": (2,), "deadline": (3,)}),
        ("TT | Nội dung | Thời gian | Cơ quan chủ trì | Cơ quan phối hợp", {"number": (0,), "task": (1,), "deadline": (2,), "lead": (3,), "coordinate": (4,)}),
        ("TT | Nhiệm vụ thực hiện | Người thực hiện | Ghi chú", {"number": (0,), "task": (1,), "lead": (2,), "note": (3,)}),
        ("Số TT | Tên công việc (theo Kế hoạch) | Đơn vị chủ trì | Dự kiến kết quả", {"number": (0,), "task": (1,), "lead": (2,), "product": (3,)}),
        ("TT | Nội dung ủy quyền | Căn cứ pháp lý | Ghi chú", {"number": (0,), "entrusted": (1,), "task": (1,), "note": (2, 3)}),
        ("TT | Tên TTHC | Lĩnh vực | Mã TTHC", {}),
        ("TT | Họ và tên | Chức vụ | Đơn vị công tác", {}),
        ("TT | Nội dung | Kinh phí | Ghi chú", {}),
        ("TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026", {}),
    ],
)  # fmt: skip
def test_header_words(header, expected):
    row = " | ".join(
        ["1", "Rà soát hồ sơ", "Sở Nội vụ", "Sở Y tế", "Tháng 3", "Báo cáo"][: header.count("|") + 1]
    )
    assert columns(f"{header}\n{row}") == expected


def test_header_in_two_rows():
    table = """
    TT | Nhiệm vụ | Phân công thực hiện | <                | Thời hạn
    ^  | ^        | Cơ quan chủ trì     | Cơ quan phối hợp | ^
    1  | Rà soát  | Sở Nội vụ           | Sở Y tế          | Quý I"""
    assert columns(table) == {
        "number": (0,),
        "task": (1,),
        "lead": (2,),
        "coordinate": (3,),
        "deadline": (4,),
    }


def test_column_numbers_are_no_row():
    table = "TT | Nhiệm vụ | Đơn vị chủ trì\n(1) | (2) | (3)\n1 | Rà soát | Sở Nội vụ"
    (found,) = task_tables(compose(table_document(table)), HEADERS)
    assert len(found.rows) == 1


def test_header_repeated_on_the_next_page_is_no_row():
    table = "TT | Nhiệm vụ | Đơn vị chủ trì\n1 | Rà soát | Sở Nội vụ\nTT | Nhiệm vụ | Đơn vị chủ trì\n2 | Báo cáo | Sở Y tế"
    (found,) = task_tables(compose(table_document(table)), HEADERS)
    assert len(found.rows) == 2


def test_table_without_header_goes_on_with_the_one_before():
    reading = compose(
        table_document("TT | Nhiệm vụ | Đơn vị chủ trì\n1 | Rà soát | Sở Nội vụ", "2 | Báo cáo | Sở Y tế")
    )
    assert [len(found.rows) for found in task_tables(reading, HEADERS)] == [1, 1]


def test_another_table_does_not_go_on():
    reading = compose(
        table_document("TT | Nhiệm vụ | Đơn vị chủ trì\n1 | Rà soát | Sở Nội vụ", "Họ tên | Chức vụ\nA | B")
    )
    assert len(task_tables(reading, HEADERS)) == 1


def test_merged_cells_hold_for_each_row():
    table = "TT | Nhiệm vụ | Đơn vị chủ trì\n1 | Rà soát | Sở Nội vụ\n2 | Báo cáo | ^"
    reading = compose(table_document(table))
    (found,) = task_tables(reading, HEADERS)
    assert [reading.text[slice(*row[2])] for row in found.rows] == ["Sở Nội vụ", "Sở Nội vụ"]
