"""Dispatches of other genres than the letter of a province: each a head, a body as a clerk writes it, and its tasks.

A task is `kind | lead bodies | coordinating bodies | deadline | first words`; `-` is an empty slot. All names are invented.
"""

import pytest
from pages import page

from dispatch_parser import Parser

PARSER = Parser()
STATE = ["> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "> Độc lập - Tự do - Hạnh phúc"]
PARTY = ["> ĐẢNG CỘNG SẢN VIỆT NAM"]

COMMUNE_NOTICE = (
    ["< UBND TỈNH BẮC LÝ", "< UBND XÃ MẪU SƠN", "< Số: 45/TB-UBND", *STATE, "> Mẫu Sơn, ngày 15 tháng 9 năm 2025"],
    """THÔNG BÁO
Kết luận của Chủ tịch Ủy ban nhân dân xã tại cuộc họp giao ban
Sau khi nghe các phòng báo cáo, Chủ tịch UBND xã kết luận như sau:
1. Kết quả tháng 8
Trong tháng 8, các phòng chuyên môn đã phối hợp tốt trong tiếp nhận hồ sơ.
2. Nhiệm vụ tháng 9
a) Phòng Kinh tế
- Tham mưu UBND xã phương án thu gom rác, trình trước ngày 25/9/2025.
b) Các trường học trên địa bàn: dọn vệ sinh, báo cáo hằng ngày về UBND xã trước 15 giờ.
3. Giao Văn phòng HĐND và UBND xã theo dõi, đôn đốc việc thực hiện các nội dung trên.
Văn phòng HĐND và UBND xã thông báo để các đơn vị biết, thực hiện./.""",
    """advise | Phòng Kinh tế | - | date 2025-09-25 | Tham mưu UBND xã
do | Các trường học trên địa bàn | - | recurring | dọn vệ sinh
monitor | Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã | - | - | Giao Văn phòng
enforcement | các đơn vị | - | - | Văn phòng HĐND""",
)
PARTY_CONCLUSION = (
    ["< TỈNH ỦY BẮC LÝ", "< Số 88-KL/TU", *PARTY, "> Bắc Lý, ngày 01 tháng 12 năm 2025"],
    """KẾT LUẬN
Của Ban Thường vụ Tỉnh ủy về phát triển kinh tế tư nhân
Sau khi xem xét Tờ trình số 15-TTr/ĐU, Ban Thường vụ Tỉnh ủy kết luận như sau:
I- TÌNH HÌNH
Đảng ủy UBND tỉnh đã lãnh đạo cải thiện môi trường kinh doanh.
II- TỔ CHỨC THỰC HIỆN
1- Đồng ý chủ trương ban hành chính sách hỗ trợ mặt bằng sản xuất.
2- Giao Đảng ủy UBND tỉnh lãnh đạo xây dựng chương trình hành động, hoàn thành trước ngày 31-12-2025.
3- Ủy ban Kiểm tra Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy kiểm tra việc thực hiện Kết luận này.""",
    """do | Đảng ủy Ủy ban nhân dân tỉnh | - | date 2025-12-31 | Giao Đảng ủy
monitor | Ủy ban Kiểm tra Tỉnh ủy | Văn phòng Tỉnh ủy | - | Ủy ban Kiểm tra""",
)
SCHOOL_NOTICE = (
    ["< TRƯỜNG ĐẠI HỌC MẪU LÝ", "< Số: 310/TB-ĐHML", *STATE, "> Bắc Lý, ngày 20 tháng 8 năm 2024"],
    """THÔNG BÁO
Về việc thu học phí học kỳ I
Nhà trường thông báo đến sinh viên như sau:
1. Mức thu: 480.000 đồng/tín chỉ.
2. Sinh viên nộp học phí qua tài khoản ngân hàng trước ngày 15/9/2024. Sinh viên nộp chậm sẽ bị hủy đăng ký học phần.
3. Mỗi lớp cử 01 cán bộ lớp đối chiếu danh sách.
4. Nếu có vướng mắc, sinh viên liên hệ Phòng Đào tạo.""",
    """do | Sinh viên | - | date 2024-09-15 | Sinh viên nộp
do | Mỗi lớp | - | - | Mỗi lớp cử""",
)
ANSWER_TO_VOTERS = (
    ["< UBND TỈNH BẮC LÝ", "< Số: 1203/UBND-TH", "< V/v trả lời kiến nghị của cử tri", *STATE,
     "> Bắc Lý, ngày 11 tháng 7 năm 2023", "Kính gửi: Thường trực Hội đồng nhân dân tỉnh."],
    """Ủy ban nhân dân tỉnh trả lời kiến nghị của cử tri như sau:
1. Cử tri huyện Mẫu Thủy đề nghị Ủy ban nhân dân tỉnh sửa chữa tuyến đường 12B.
Tuyến đường đã được bố trí 3,2 tỷ đồng. Ủy ban nhân dân tỉnh giao Sở Xây dựng đẩy nhanh tiến độ, xong trước ngày 30/11/2023.
2. Cử tri xã Mẫu Sơn đề nghị tăng mức hỗ trợ cho cán bộ thôn.
Thời gian tới, Ủy ban nhân dân tỉnh sẽ giao Sở Nội vụ nghiên cứu.""",
    "do | Sở Xây dựng | - | date 2023-11-30 | Ủy ban nhân dân tỉnh giao",
)  # fmt: skip
REMINDER = (
    ["< UBND TỈNH BẮC LÝ", "< SỞ TÀI CHÍNH", "< Số: 845/STC-TH", "< V/v đôn đốc báo cáo", *STATE,
     "> Bắc Lý, ngày 16 tháng 5 năm 2024", "Kính gửi: Các sở, ban, ngành tỉnh."],
    """Ngày 02/5/2024, Sở Tài chính đã đề nghị các đơn vị báo cáo trước ngày 08/5/2024. Sở Tài chính đề nghị:
1. Các đơn vị chưa gửi báo cáo khẩn trương gửi về Sở trước ngày 17/5/2024.
2. Các chủ đầu tư giải trình rõ nguyên nhân, trừ các dự án mới được giao vốn trong tháng 5.
3. Các đơn vị được giao nhiệm vụ tại mục 1 cử cán bộ đầu mối.
Danh sách cán bộ đầu mối gửi về Sở Tài chính trước ngày 20/5/2024.
Nếu có vướng mắc thì báo cáo về Sở Tài chính để được hướng dẫn./.""",
    """do | Các đơn vị chưa gửi báo cáo | - | date 2024-05-17 | Các đơn vị chưa gửi
do | Các chủ đầu tư | - | - | Các chủ đầu tư
do | Các đơn vị được giao nhiệm vụ tại mục 1 | - | - | Các đơn vị được giao
do | Các sở, ban, ngành tỉnh | - | date 2024-05-20 | Danh sách cán bộ
report | Các sở, ban, ngành tỉnh | - | - | Nếu có vướng mắc""",
)  # fmt: skip
SUBMISSION = (
    ["< UBND TỈNH BẮC LÝ", "< SỞ XÂY DỰNG", "< Số: 210/TTr-SXD", *STATE, "> Bắc Lý, ngày 30 tháng 10 năm 2025"],
    """TỜ TRÌNH
Về việc phê duyệt Phương án phòng cháy rừng
Kính gửi: Ủy ban nhân dân tỉnh.
I. TIẾP THU Ý KIẾN
1. Sở Tài chính đề nghị cơ quan soạn thảo rà soát lại khái toán. Sở đã tiếp thu, chỉnh sửa.
II. NỘI DUNG PHƯƠNG ÁN
Phần IV quy định: Ủy ban nhân dân các xã chủ trì huy động lực lượng tại chỗ; Chi cục Kiểm lâm thường trực trong mùa khô.""",
    "",
)
REPORT = (
    ["< UBND TỈNH BẮC LÝ", "< SỞ NỘI VỤ", "< Số: 1122/BC-SNV", *STATE, "> Bắc Lý, ngày 10 tháng 12 năm 2024"],
    """BÁO CÁO
Kết quả cải cách hành chính năm 2024
I. CHỈ ĐẠO, ĐIỀU HÀNH
UBND tỉnh giao Sở Nội vụ theo dõi chung; giao Sở Tư pháp chủ trì cải cách thể chế. Các sở, ban, ngành thực hiện tốt chế độ báo cáo.
II. KIẾN NGHỊ
1. Đề nghị Bộ Nội vụ sớm công bố chỉ số cải cách hành chính.""",
    "do | Bộ Nội vụ | - | - | Đề nghị Bộ Nội vụ",
)
PROJECT_BOARD = (
    ["< BỘ XÂY DỰNG", "< BAN QUẢN LÝ DỰ ÁN MẪU THỦY", "< Số: 1010/BQLDA-KT", "< V/v đẩy nhanh tiến độ gói thầu", *STATE,
     "> Bắc Lý, ngày 04 tháng 3 năm 2025", "Kính gửi: Liên danh nhà thầu gói thầu XL-02."],
    """Đến nay sản lượng đạt 41%, chậm 15% so với kế hoạch. Ban Quản lý dự án yêu cầu:
1. Nhà thầu:
- Bổ sung ngay 02 dây chuyền thi công mặt đường.
- Lập tiến độ bù chi tiết, trình Ban chấp thuận trước ngày 10/3/2025.
2. Tư vấn giám sát: bám sát hiện trường. Hoàn thành trước ngày 15/3/2025.
3. Tổ kiểm tra rà soát khối lượng cùng với các chủ mỏ.""",
    """do | Nhà thầu | - | immediate | Bổ sung ngay
do | Nhà thầu | - | date 2025-03-10 | Lập tiến độ
do | Tư vấn giám sát | - | - | bám sát hiện trường
do | Tổ kiểm tra | - | - | Tổ kiểm tra rà soát""",
)  # fmt: skip
APPOINTMENT = (
    ["< TRƯỜNG ĐẠI HỌC MẪU LÝ", "< Số: 870/QĐ-ĐHML", *STATE, "> Bắc Lý, ngày 05 tháng 11 năm 2024"],
    """QUYẾT ĐỊNH
Về việc thành lập Tổ giúp việc
HIỆU TRƯỞNG
QUYẾT ĐỊNH:
Điều 1. Thành lập Tổ giúp việc gồm các ông, bà có tên trong danh sách kèm theo.
Điều 2. Tổ giúp việc có nhiệm vụ:
1. Xây dựng Kế hoạch chuyển đổi số năm 2025.
Tổ giúp việc tự giải thể sau khi hoàn thành nhiệm vụ.
Điều 3. Trưởng phòng Đào tạo và ông Trần Văn Thử chịu trách nhiệm thi hành Quyết định này./.""",
    """do | Tổ giúp việc | - | - | Xây dựng Kế hoạch
enforcement | Phòng Đào tạo; ông Trần Văn Thử | - | - | Trưởng phòng Đào tạo""",
)
FORWARDED_PETITION = (
    ["< UBND TỈNH BẮC LÝ", "< VĂN PHÒNG", "< Số: 990/VP-NC", "< V/v xử lý đơn của công dân", *STATE,
     "> Bắc Lý, ngày 25 tháng 8 năm 2025", "Kính gửi: Chủ tịch UBND phường Mẫu Kiều."],
    """Trong đơn, bà Lê Thị Ví yêu cầu UBND phường Mẫu Kiều tháo dỡ công trình.
Về việc này, Chủ tịch UBND tỉnh có ý kiến chỉ đạo như sau:
Chuyển đơn đến Chủ tịch UBND phường Mẫu Kiều xem xét, giải quyết, trả lời công dân trước ngày 15/9/2025.""",
    "do | Ủy ban nhân dân phường Mẫu Kiều | - | date 2025-09-15 | Chuyển đơn",
)  # fmt: skip
GENRES = {
    name.lower(): value
    for name, value in globals().items()
    if isinstance(value, tuple) and len(value) == 3 and name.isupper()
}


def line_of(task):
    def names(role):
        return "; ".join(agency.name for agency in task.agencies if agency.role == role) or "-"

    limit = task.deadline
    when = "-" if limit is None else " ".join(filter(None, [limit.kind, str(limit.date or "")]))
    return f"{task.kind} | {names('lead')} | {names('coordinate')} | {when}"


@pytest.mark.parametrize("genre", GENRES)
def test_genre(genre):
    head, body, expected = GENRES[genre]
    foot = ["< Nơi nhận:", "< - Như trên;", "< - Lưu: VT.", "> GIÁM ĐỐC", "> Trần Văn Thử"]
    document, _ = page("\n".join(f"{row} | x" for row in [*head, *body.splitlines(), *foot]))
    found = PARSER.parse_document(document).tasks
    wanted = [line.rpartition(" | ") for line in expected.splitlines()]
    assert [line_of(task) for task in found] == [slots for slots, _, _ in wanted]
    assert all(task.text.startswith(words) for task, (_, _, words) in zip(found, wanted, strict=True))
