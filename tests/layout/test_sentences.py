"""Where a sentence ends and where a clause is cut, in the prose of official letters."""

import pytest

from dispatch_parser.layout.sentences import clauses, nested, sentences, strip_end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao Sở Nội vụ rà soát. Hoàn thành trước ngày 15/8/2022.", ["Giao Sở Nội vụ rà soát.", "Hoàn thành trước ngày 15/8/2022."]),
        ("Báo cáo UBND TP. Huế trước ngày 5.6.2026.", ["Báo cáo UBND TP. Huế trước ngày 5.6.2026."]),
        ("Giao Đ/c Nguyễn V. Thử phụ trách. Đ/c Lê Thị M. Mẫu phối hợp.", ["Giao Đ/c Nguyễn V. Thử phụ trách.", "Đ/c Lê Thị M. Mẫu phối hợp."]),
        ("Giá trị là 2.359 m3. Phương án chọn 76 mm.", ["Giá trị là 2.359 m3.", "Phương án chọn 76 mm."]),
        ("Tổ chức hội nghị, hội thảo, v.v. và báo cáo kết quả.", ["Tổ chức hội nghị, hội thảo, v.v. và báo cáo kết quả."]),
        ("Nghiêm túc thực hiện./.", ["Nghiêm túc thực hiện./."]),
        ("Luật quy định: “Tổ chức phải có giấy phép. Cá nhân cũng vậy.” Đề nghị đơn vị thực hiện.",
         ["Luật quy định: “Tổ chức phải có giấy phép. Cá nhân cũng vậy.”", "Đề nghị đơn vị thực hiện."]),
        ("Rà soát hồ sơ (thiếu chữ ký. Thiếu dấu) của đơn vị. Gửi lại Sở.", ["Rà soát hồ sơ (thiếu chữ ký. Thiếu dấu) của đơn vị.", "Gửi lại Sở."]),
        ("Ngoặc mở không đóng (như thế này. Câu sau vẫn tách.", ["Ngoặc mở không đóng (như thế này.", "Câu sau vẫn tách."]),
        ("1. Sở Tài chính bố trí kinh phí. Sở Y tế sử dụng.", ["1. Sở Tài chính bố trí kinh phí.", "Sở Y tế sử dụng."]),
        ("PGS. TS. Trần Văn Mẫu chủ trì. Thư ký ghi biên bản.", ["PGS. TS. Trần Văn Mẫu chủ trì.", "Thư ký ghi biên bản."]),
        ("", []),
    ],
)  # fmt: skip
def test_sentences(text, expected):
    assert [text[a:b] for a, b in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rà soát; báo cáo; đề xuất", ["rà soát", "báo cáo", "đề xuất"]),
        ("rà soát (cấp tỉnh; cấp xã); báo cáo", ["rà soát (cấp tỉnh; cấp xã)", "báo cáo"]),
        ("theo mẫu “a; b”; gửi về Sở", ["theo mẫu “a; b”", "gửi về Sở"]),
        ('theo mẫu "a; b"; gửi về Sở', ['theo mẫu "a; b"', "gửi về Sở"]),
        ("một mệnh đề", ["một mệnh đề"]),
        (";;", []),
    ],
)
def test_clauses(text, expected):
    assert [text[a:b] for a, b in clauses(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Báo cáo kết quả./. ", "Báo cáo kết quả"),
        ("Rà soát hồ sơ;", "Rà soát hồ sơ"),
        ("cụ thể như sau:", "cụ thể như sau"),
        ("hội nghị, hội thảo...", "hội nghị, hội thảo..."),
        (";", ""),
    ],
)
def test_strip_end(text, expected):
    start, end = strip_end(text, 0, len(text))
    assert text[start:end] == expected


def test_nested_marks_only_what_is_closed():
    text = "a (b) “c” d (e"
    assert (
        "".join(c for c, hidden in zip(text, nested(text, 0, len(text)), strict=True) if not hidden)
        == "a   d (e"
    )
