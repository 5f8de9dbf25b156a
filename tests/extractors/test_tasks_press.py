"""A portal's item that reports a dispatch: the tasks of the reported dispatch, told in reported speech."""

from dispatch_parser import parse_text

ITEM = """DetailController

Tin hoạt động

Đẩy mạnh chuyển đổi số trong giải quyết thủ tục hành chính

15/5/2026 00:00
Năm 2025, tỉnh Bắc Lý xếp thứ 31/63 tỉnh, thành phố về chuyển đổi số, tăng 4 bậc so với năm 2024.

Để tiếp tục nâng cao chất lượng phục vụ người dân, ngày 12/5/2026, Ủy ban nhân dân tỉnh Bắc Lý ban hành Công văn số 2047/UBND-KSTT về việc đẩy mạnh chuyển đổi số trong giải quyết thủ tục hành chính.

Theo đó, Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành; Ủy ban nhân dân các xã, phường rà soát, số hóa kết quả giải quyết thủ tục hành chính trước ngày 30/6/2026. Tăng cường hướng dẫn người dân nộp hồ sơ trực tuyến.

Trong đó, các Sở: Tài chính, Nội vụ; Y tế được giao chủ trì tham mưu sửa đổi quy trình nội bộ. Giao Sở Khoa học và Công nghệ theo dõi, đôn đốc việc thực hiện; báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở, ban, ngành và Thủ trưởng các cơ quan, đơn vị có liên quan nghiêm túc tổ chức triển khai thực hiện./.
"""


def test_tasks_of_a_reported_dispatch():
    tasks = parse_text(ITEM).tasks
    told = [(task.kind, [agency.name for agency in task.agencies if agency.role == "lead"]) for task in tasks]
    assert told == [
        ("do", ["các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"]),
        ("do", ["các sở, ban, ngành", "Ủy ban nhân dân các xã, phường"]),
        ("advise", ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]),
        ("monitor", ["Sở Khoa học và Công nghệ"]),
        ("enforcement", ["các sở, ban, ngành", "các cơ quan, đơn vị có liên quan"]),
    ]
    assert [task.deadline.raw for task in tasks if task.deadline] == [
        "trước ngày 30/6/2026",
        "trước ngày 15/12/2026",
    ]


def test_the_facts_of_the_item_are_no_tasks():
    texts = [task.text for task in parse_text(ITEM).tasks]
    assert not any("31/63" in text or "2047" in text for text in texts)
