"""`Các cơ quan nêu trên` points to the list before it, `các cơ quan chủ trì` to all that lead."""

import pytest

from dispatch_parser import parse_text

HEAD = """\
ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN LA                     Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-NC             Sơn La, ngày 05 tháng 6 năm 2024
Kính gửi: Các sở, ban, ngành.

"""
FOOT = "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"


@pytest.mark.parametrize(
    ("body", "means"),
    [
        (
            "Giao Sở Tài chính, Sở Y tế rà soát kinh phí. Các cơ quan nêu trên báo cáo trước ngày 20/6/2024.",
            ("Sở Tài chính", "Sở Y tế"),
        ),
        (
            "Giao Sở Tài chính, Sở Y tế rà soát kinh phí. Các đơn vị trên báo cáo trước ngày 20/6/2024.",
            ("Sở Tài chính", "Sở Y tế"),
        ),
        (
            "Giao Sở Tài chính, Sở Y tế rà soát kinh phí. Các đơn vị trên địa bàn tỉnh báo cáo trước ngày 20/6/2024.",
            (),
        ),
        (
            "1. Sở Tài chính rà soát kinh phí.\n2. Sở Y tế lập danh sách.\n3. Các đơn vị nêu trên báo cáo trước ngày 20/6/2024.",
            ("Sở Tài chính", "Sở Y tế"),
        ),
        (
            "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát.\nCác cơ quan chủ trì gửi báo cáo trước ngày 20/6/2024.",
            ("Sở Tài chính",),
        ),
        (
            "1. Sở Tài chính rà soát kinh phí.\n2. Giao Sở Y tế, Sở Nội vụ lập danh sách.\n"
            "3. Đơn vị được giao tại mục 2 báo cáo trước ngày 20/6/2024.",
            ("Sở Y tế", "Sở Nội vụ"),
        ),
        (
            "Điều 1. Giao nhiệm vụ:\na) Sở Tài chính rà soát.\nb) Sở Y tế lập danh sách.\n"
            "Điều 2. Cơ quan được giao tại điểm b Điều 1 báo cáo trước ngày 20/6/2024.",
            ("Sở Y tế",),
        ),
        ("Giao Sở Tài chính rà soát.\nCác sở, ban, ngành báo cáo trước ngày 20/6/2024.", ()),
    ],
)
def test_what_an_expression_points_to(body, means):
    task = parse_text(f"{HEAD}{body}{FOOT}").tasks[-1]
    assert task.deadline.date.isoformat() == "2024-06-20"
    assert [agency.refers_to for agency in task.agencies if agency.role == "lead"] == [means]


def test_a_body_finds_the_task_that_points_to_it():
    record = parse_text(f"{HEAD}Giao Sở Tài chính, Sở Y tế rà soát. Các cơ quan nêu trên báo cáo kết quả.{FOOT}")
    shares = record.tasks_for("Sở Y tế tỉnh Sơn La")
    assert [(share.reason, share.certain) for share in shares] == [("named", True), ("anaphora", False)]
