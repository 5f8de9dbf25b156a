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
        (
            ["Sở Công Thương kính chuyển Thanh tra tỉnh xem xét, giải quyết theo thẩm quyền."],
            [("Sở Công Thương kính chuyển", "do", ["Thanh tra tỉnh"], [])],
        ),
        (
            ["Trong quá trình thực hiện nếu có vướng mắc thì báo cáo về Sở Công Thương để tổng hợp."],
            [("Trong quá trình", "report", ["Sở Xây dựng"], [])],
        ),
        (
            ["Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở Công Thương để được hướng dẫn."],
            [("Trong quá trình", "report", ["các đơn vị"], [])],
        ),
        (
            ["Đề nghị Quý Sở rà soát kho thuốc và xem xét hỗ trợ."],  # the one addressee
            [("Đề nghị Quý Sở", "do", ["Sở Xây dựng"], [])],
        ),
        (
            ["Sở Công Thương đề nghị Sở xem xét, cho ý kiến."],
            [("Sở Công Thương đề nghị Sở", "advise", ["Sở Xây dựng"], [])],
        ),
        (
            ["Đề nghị tham khảo Công văn số 59/SCT-KT ngày 27 tháng 02 năm 2026 của Sở Công Thương."],
            [("Đề nghị tham khảo", "do", ["Sở Xây dựng"], [])],
        ),
        (
            ["Lãnh đạo Sở thông báo đến các phòng, đơn vị trực thuộc thực hiện một số nội dung như sau:", "1. Rà soát hồ sơ."],
            [("Rà soát hồ sơ", "do", ["các phòng, đơn vị trực thuộc"], [])],
        ),
        (
            ["Sở Công Thương thông báo tới các trường một số công việc cụ thể như sau:", "- Rà soát hồ sơ của học sinh."],
            [("Rà soát hồ sơ", "do", ["các trường"], [])],
        ),
        (
            ["Sở Công Thương thông báo đến các trường kết quả thi như sau:", "- Tổng số 20 em đạt giải."],
            [],
        ),
        (
            ["Yêu cầu các phòng thực hiện:", "- Thời hạn nộp hồ sơ: Các phòng nộp hồ sơ về Sở Nội vụ trước ngày 01/4/2026."],
            [("Thời hạn nộp hồ sơ: Các phòng", "do", ["Các phòng"], [])],
        ),
        (
            ["Kết quả thực hiện báo cáo về Sở Nội vụ trước ngày 10/4/2026."],
            [("Kết quả thực hiện báo cáo", "report", ["Sở Xây dựng"], [])],
        ),
        (
            ["Kế hoạch rà soát quy định, thủ tục của các cơ quan gửi về Sở Tư pháp trước ngày 10/4/2026 để tổng hợp."],
            [("Kế hoạch rà soát", "do", ["Sở Xây dựng"], [])],
        ),
        (
            ["Điều 5 quy định: “Cơ quan cấp phép tổ chức thẩm định hồ sơ.", "Yêu cầu Sở Y tế rà soát kho thuốc."],
            [("Yêu cầu Sở Y tế", "do", ["Sở Y tế"], [])],  # a quotation that is closed nowhere ends with its paragraph
        ),
        (
            ["Điều 5 được sửa đổi như sau:", "“Điều 5. Cấp phép", "1. Yêu cầu Sở Y tế rà soát.”"],
            [],
        ),
        (
            ["Yêu cầu các Sở gửi báo cáo về Sở Y tế trước ngày 10/4/2026 để tổng hợp, trình Bộ Y tế trước ngày 15/4/2026."],
            [("Yêu cầu các Sở", "report", ["các Sở"], [])],
        ),
        (
            ["1. Sở Y tế: Rà soát kho thuốc.", "2. Các sở, ngành: Tổ chức kiểm tra kho thuốc."],
            [("Rà soát kho", "do", ["Sở Y tế"], []), ("Tổ chức kiểm tra", "monitor", ["Các sở, ngành"], [])],
        ),
        (
            ["Sở Công Thương giao: Phòng Quản lý năng lượng rà soát trạm điện; Thanh tra Sở kiểm tra kho hàng."],
            [("Sở Công Thương giao", "do", ["Phòng Quản lý năng lượng"], []), ("Thanh tra Sở", "monitor", ["Thanh tra Sở"], [])],
        ),
        (
            ["Mỗi huyện, thành đoàn cử 02 cán bộ tham gia lớp tập huấn."],
            [("Mỗi huyện", "do", ["Mỗi huyện, thành đoàn"], [])],
        ),
        (
            ["Các sở, ban, ngành chịu trách nhiệm thi hành Thông tư này./."],
            [("Các sở", "enforcement", ["Các sở, ban, ngành"], [])],
        ),
        (
            ["Kết luận như sau:", "1. Thống nhất chủ trương như đề xuất của Sở Y tế.", "2. Thời gian tới, yêu cầu:",
             "- Sở Y tế: rà soát kho thuốc.", "- Sở Nội vụ cử cán bộ trực."],
            [("rà soát kho thuốc", "do", ["Sở Y tế"], []), ("Sở Nội vụ cử", "do", ["Sở Nội vụ"], [])],
        ),
        (
            ["Theo khoản 3 Điều 12 Nghị định số 45/2025/NĐ-CP, tổ chức có trách nhiệm lưu hồ sơ. Sở Y tế có trách nhiệm công"
             " bố danh mục. Đề nghị Sở Nội vụ rà soát hồ sơ."],
            [("Đề nghị Sở Nội vụ", "do", ["Sở Nội vụ"], [])],
        ),
        (
            ["Sở Y tế là cơ quan thường trực của Ban Chỉ đạo, có trách nhiệm chuẩn bị nội dung họp."],
            [("Sở Y tế là cơ quan", "do", ["Sở Y tế"], [])],
        ),
        (
            ["Yêu cầu Sở Y tế thực hiện các nhiệm vụ sau:", "1. 75.000 trên tổng số 118.000 thôn, bản đạt chuẩn văn hóa.",
             "2. Phân công cán bộ trực tại kho."],
            [("Phân công cán bộ", "do", ["Sở Y tế"], [])],
        ),
        (
            ["Điều 1. Vị trí và chức năng", "1. Trung tâm Khuyến công có chức năng giúp Giám đốc Sở quản lý khuyến công.",
             "Điều 2. Cơ cấu tổ chức", "1. Trung tâm Khuyến công làm việc theo chế độ thủ trưởng."],
            [],
        ),
        (
            ["Giám đốc Sở Công Thương chỉ thị:", "1. Sở Y tế", "- Rà soát kho thuốc.", "2. Giao Sở Nội vụ theo dõi, đôn đốc."],
            [("Rà soát kho", "do", ["Sở Y tế"], []), ("Giao Sở Nội vụ", "monitor", ["Sở Nội vụ"], [])],
        ),
        (
            ["Sở Công Thương đề nghị các đơn vị:", "- Cử cán bộ đầu mối."],
            [("Cử cán bộ", "do", ["các đơn vị"], [])],
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


@pytest.mark.parametrize(
    ("row", "product"),
    [
        ("Giao Sở Y tế xây dựng Kế hoạch tiêm chủng năm 2026, trình Ủy ban nhân dân tỉnh.", "Kế hoạch tiêm chủng năm 2026"),
        ("Giao Sở Y tế lập hồ sơ thành lập trung tâm, gửi Sở Nội vụ thẩm định.", "hồ sơ thành lập trung tâm"),
        ("Giao Sở Y tế thực hiện Kế hoạch tiêm chủng năm 2026.", None),
        ("Giao Sở Y tế xây dựng cơ sở dữ liệu.", None),
    ],
)
def test_product(row, product):
    assert [task.product for task in tasks_of(row)] == [product]


SECOND = [
    "< BỘ CÔNG THƯƠNG", "< Số: 77/BCT-KH", "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "> Độc lập - Tự do - Hạnh phúc",
    "> Hà Nội, ngày 01 tháng 3 năm 2026", "Kính gửi: Sở Công Thương các tỉnh.", "Yêu cầu Sở Công Thương báo cáo kết quả.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "another"),
    [
        (SECOND, True),  # the dispatch that a letter sends on
        (["PHỤ LỤC", *SECOND], False),  # a form under the heading of an annex
        ([*SECOND[:1], *SECOND[2:]], False),  # what is promulgated has no number of its own
    ],
)
def test_another_dispatch_bound_with_the_first_is_not_its_own(behind, another):
    rows = [*HEAD, "Yêu cầu Sở Y tế rà soát kho thuốc.", *FOOT, *behind]
    document, _ = page("\n".join(f"{row} | x" for row in rows))
    for line in document.lines[-len(behind) :]:
        line.page = 2
    record = PARSER.parse_document(document)
    assert ("several_dispatches" in [warning.code for warning in record.warnings]) is another
    assert any("Sở Công Thương báo cáo" in task.text for task in record.tasks) is not another
    assert record.tasks[0].text == "Yêu cầu Sở Y tế rà soát kho thuốc"
