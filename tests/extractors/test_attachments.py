"""Annexes named in the text and included in the file. Each case is (paragraphs, [(name, included)])."""

import pytest
from pages import page

from dispatch_parser import Parser

PARSER = Parser()
HEAD = [
    "< ỦY BAN NHÂN DÂN", "< TỈNH HÀ GIANG", "< Số: 15/UBND-VX", "< V/v thử nghiệm", "> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "> Độc lập - Tự do - Hạnh phúc", "> Hà Giang, ngày 05 tháng 3 năm 2024", "Kính gửi: Sở Nội vụ.",
]  # fmt: skip
FOOT = ["< Nơi nhận:", "< - Như trên;", "< - Lưu: VT.", "> CHỦ TỊCH", "> Trần Văn Thử"]


@pytest.mark.parametrize(
    ("body", "annex", "expected"),
    [
        ("Sở Nội vụ báo cáo kết quả (có danh sách kèm theo).", [], [("danh sách", False)]),
        ("Sở Nội vụ cung cấp hồ sơ theo Danh mục kèm theo.", [], [("Danh mục", False)]),
        ("Sở Nội vụ thực hiện theo Phụ lục II ban hành kèm theo Kế hoạch này.", [], [("Phụ lục II", False)]),
        ("Thực hiện Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP, Sở Nội vụ báo cáo.", [], []),
        ("Sở Nội vụ báo cáo.", ["PHỤ LỤC I", "BIỂU TỔNG HỢP", "Nội dung biểu"], [("PHỤ LỤC I BIỂU TỔNG HỢP", True)]),
        ("Sở Nội vụ báo cáo.", ["QUY CHẾ", "(Ban hành kèm theo Công văn số 15/UBND-VX)"], [("QUY CHẾ", True)]),
    ],
)
def test_attachments(body, annex, expected):
    document, _ = page("\n".join(f"{row} | x" for row in [*HEAD, body, *FOOT, *annex]))
    record = PARSER.parse_document(document)
    assert [(a.name, a.included) for a in record.attachments] == expected
