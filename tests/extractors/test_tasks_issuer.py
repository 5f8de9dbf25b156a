"""Who issues a document only speaks in it: no task is the issuer's because its name stands above one."""

from dispatch_parser import parse_text

DECISION = """\
ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN LA                     Độc lập - Tự do - Hạnh phúc
Số: 12/QĐ-UBND             Sơn La, ngày 05 tháng 6 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Quy chế trực cơ quan

ỦY BAN NHÂN DÂN TỈNH SƠN LA
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế trực cơ quan.
Điều 2. Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- Như Điều 2;                                 CHỦ TỊCH
- Lưu: VT.
                                        Nguyễn Văn Thử

PHỤ LỤC
ỦY BAN NHÂN DÂN TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

QUY CHẾ
Trực cơ quan
Điều 1. Cán bộ trực mở sổ theo dõi
Điều 2. Sở Nội vụ kiểm tra việc trực của các cơ quan.
"""
JOINT = """\
BỘ Y TẾ - BỘ CÔNG AN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 03/KH-BYT-BCA                    Độc lập - Tự do - Hạnh phúc
                              Hà Nội, ngày 05 tháng 6 năm 2024

KẾ HOẠCH
Phối hợp bảo vệ cơ sở y tế

Bộ Y tế và Bộ Công an yêu cầu các đơn vị thực hiện như sau:
1. Thẻ ra vào không được cho người khác mượn.
2. Sở Y tế lập danh sách, gửi Công an tỉnh trước ngày 20/6/2024.

Nơi nhận:                          BỘ TRƯỞNG BỘ Y TẾ
- Lưu: VT.
"""


def leads(text):
    return {agency.name for task in parse_text(text).tasks for agency in task.agencies if agency.role == "lead"}


def test_the_letterhead_of_an_annex_heads_no_tasks():
    found = leads(DECISION)
    assert "Sở Nội vụ" in found
    assert not any(name.startswith("Ủy ban nhân dân") for name in found)
    assert not any("Hạnh phúc" in task.text for task in parse_text(DECISION).tasks)


def test_the_issuers_of_a_joint_document_only_speak():
    assert leads(JOINT) == {"Sở Y tế"}
