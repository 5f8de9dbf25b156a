"""Three hundred names, a third of them near-misses: what the register takes for a body's name, and what it does not.

A line is `names, separated by | -> id`. Unless an id says otherwise the day is 01/5/2024 and the issuer Lào Cai's.
"""

from __future__ import annotations

import datetime as dt

import pytest

from dispatch_parser.gazetteer.register import register

DAY = dt.date(2024, 5, 1)
ISSUER = "UBND tỉnh Lào Cai"

NAMES = """
Bộ Quốc phòng | BQP | BỘ QUỐC PHÒNG | Bộ trưởng Bộ Quốc phòng -> bo-quoc-phong
Bộ Công an | BCA | bộ công an -> bo-cong-an
Bộ Ngoại giao | BNG -> bo-ngoai-giao
Bộ Nội vụ | BNV | Bộ trưởng Bộ Nội vụ -> bo-noi-vu
Bộ Tư pháp | BTP -> bo-tu-phap
Bộ Tài chính | BTC | Bộ  Tài chính -> bo-tai-chinh
Bộ Công Thương | BCT | Bộ Công thương -> bo-cong-thuong
Bộ Xây dựng | BXD -> bo-xay-dung
Bộ Khoa học và Công nghệ | BKHCN | Bộ KH&CN | Bộ KHCN -> bo-khoa-hoc-va-cong-nghe
Bộ Văn hóa, Thể thao và Du lịch | Bộ Văn hoá, Thể thao và Du lịch | BVHTTDL | Bộ VHTTDL -> bo-van-hoa-the-thao-va-du-lich
Bộ Giáo dục và Đào tạo | BGDĐT | Bộ GD&ĐT | Bộ GDĐT -> bo-giao-duc-va-dao-tao
Bộ Y tế | BYT | BỘ Y TẾ -> bo-y-te
Bộ Kế hoạch và Đầu tư | BKHĐT | Bộ KH&ĐT -> bo-ke-hoach-va-dau-tu
Bộ Lao động - Thương binh và Xã hội | Bộ Lao động – Thương binh và Xã hội | BLĐTBXH | Bộ LĐTBXH -> bo-lao-dong-thuong-binh-va-xa-hoi
Bộ Nông nghiệp và Phát triển nông thôn | BNNPTNT | Bộ NN&PTNT -> bo-nong-nghiep-va-phat-trien-nong-thon
Bộ Tài nguyên và Môi trường | BTNMT | Bộ TN&MT -> bo-tai-nguyen-va-moi-truong
Bộ Giao thông vận tải | BGTVT | Bộ GTVT -> bo-giao-thong-van-tai
Bộ Thông tin và Truyền thông | BTTTT | Bộ TT&TT -> bo-thong-tin-va-truyen-thong
Ủy ban Dân tộc | Uỷ ban Dân tộc | UBDT -> uy-ban-dan-toc
Thanh tra Chính phủ | TTCP -> thanh-tra-chinh-phu
Văn phòng Chính phủ | VPCP | VP Chính phủ -> van-phong-chinh-phu
Chính phủ | CP -> chinh-phu
Thủ tướng Chính phủ -> thu-tuong-chinh-phu
Quốc hội -> quoc-hoi
Ủy ban Thường vụ Quốc hội | UBTVQH -> uy-ban-thuong-vu-quoc-hoi
Văn phòng Quốc hội | VPQH -> van-phong-quoc-hoi
Tòa án nhân dân tối cao | Toà án nhân dân tối cao | TANDTC -> toa-an-nhan-dan-toi-cao
Viện kiểm sát nhân dân tối cao | VKSNDTC -> vien-kiem-sat-nhan-dan-toi-cao
Kiểm toán nhà nước | KTNN -> kiem-toan-nha-nuoc
Ban Tổ chức Trung ương | BTCTW -> ban-to-chuc-trung-uong
Văn phòng Trung ương Đảng | VPTW -> van-phong-trung-uong-dang
Tổng cục Thuế -> tong-cuc-thue
Tổng cục Hải quan -> tong-cuc-hai-quan
Tổng cục Thống kê -> tong-cuc-thong-ke
Bảo hiểm xã hội Việt Nam | BHXH Việt Nam -> bao-hiem-xa-hoi-viet-nam
Tập đoàn Điện lực Việt Nam | EVN -> tap-doan-dien-luc-viet-nam
Ngân hàng Chính sách xã hội | NHCSXH -> ngan-hang-chinh-sach-xa-hoi
Cục Quản lý Dược -> cuc-quan-ly-duoc
Cục Bảo vệ thực vật -> cuc-bao-ve-thuc-vat
Cục Cảnh sát giao thông -> cuc-canh-sat-giao-thong
UBND tỉnh | UBND tỉnh Lào Cai | Ủy ban nhân dân tỉnh Lào Cai | Uỷ ban nhân dân tỉnh | UBND | Chủ tịch UBND tỉnh -> uy-ban-nhan-dan@lao-cai.old
HĐND tỉnh | Hội đồng nhân dân tỉnh Lào Cai -> hoi-dong-nhan-dan@lao-cai.old
Sở Nội vụ | SNV | Sở Nội vụ tỉnh Lào Cai | Giám đốc Sở Nội vụ | SỞ NỘI VỤ -> so-noi-vu@lao-cai.old
Sở Tài chính | STC | Phó Giám đốc Sở Tài chính -> so-tai-chinh@lao-cai.old
Sở Tư pháp | STP -> so-tu-phap@lao-cai.old
Sở Công Thương | SCT | Sở Công thương tỉnh Lào Cai -> so-cong-thuong@lao-cai.old
Sở Xây dựng | SXD -> so-xay-dung@lao-cai.old
Sở Y tế | SYT | Sở Y tế Lào Cai -> so-y-te@lao-cai.old
Sở Khoa học và Công nghệ | SKHCN | Sở KH&CN -> so-khoa-hoc-va-cong-nghe@lao-cai.old
Sở Giáo dục và Đào tạo | SGDĐT | Sở GD&ĐT -> so-giao-duc-va-dao-tao@lao-cai.old
Sở Kế hoạch và Đầu tư | Sở KH&ĐT | SKHĐT -> so-ke-hoach-va-dau-tu@lao-cai.old
Sở Lao động - Thương binh và Xã hội | SLĐTBXH | Sở LĐTBXH -> so-lao-dong-thuong-binh-va-xa-hoi@lao-cai.old
Sở Nông nghiệp và Phát triển nông thôn | Sở NN&PTNT | SNNPTNT -> so-nong-nghiep-va-phat-trien-nong-thon@lao-cai.old
Sở Tài nguyên và Môi trường | Sở TN&MT | STNMT -> so-tai-nguyen-va-moi-truong@lao-cai.old
Sở Giao thông vận tải | Sở GTVT | SGTVT -> so-giao-thong-van-tai@lao-cai.old
Sở Thông tin và Truyền thông | Sở TT&TT | STTTT -> so-thong-tin-va-truyen-thong@lao-cai.old
Sở Văn hóa, Thể thao và Du lịch tỉnh Lào Cai | SVHTTDL -> so-van-hoa-the-thao-va-du-lich@lao-cai.old
Công an tỉnh | Công an tỉnh Lào Cai | Giám đốc Công an tỉnh -> cong-an@lao-cai.old
Bộ Chỉ huy Quân sự tỉnh | Bộ CHQS tỉnh -> bo-chi-huy-quan-su@lao-cai.old
Thanh tra tỉnh | Thanh tra tỉnh Lào Cai -> thanh-tra@lao-cai.old
Văn phòng UBND tỉnh | Văn phòng Ủy ban nhân dân tỉnh Lào Cai | VP UBND tỉnh -> van-phong-uy-ban-nhan-dan@lao-cai.old
Cục Thuế tỉnh | Cục Thuế tỉnh Lào Cai -> cuc-thue-tinh@lao-cai.old
Kho bạc Nhà nước tỉnh | KBNN tỉnh -> kho-bac-nha-nuoc-tinh@lao-cai.old
Bảo hiểm xã hội tỉnh | BHXH tỉnh -> bao-hiem-xa-hoi-tinh@lao-cai.old
Tòa án nhân dân tỉnh | TAND tỉnh -> toa-an-nhan-dan@lao-cai.old
Viện kiểm sát nhân dân tỉnh | VKSND tỉnh -> vien-kiem-sat-nhan-dan@lao-cai.old
Liên đoàn Lao động tỉnh | LĐLĐ tỉnh -> lien-doan-lao-dong@lao-cai.old
Hội Nông dân tỉnh -> hoi-nong-dan@lao-cai.old
Hội Liên hiệp Phụ nữ tỉnh | Hội LHPN tỉnh -> hoi-lien-hiep-phu-nu@lao-cai.old
Hội Cựu chiến binh tỉnh | Hội CCB tỉnh -> hoi-cuu-chien-binh@lao-cai.old
Ủy ban MTTQ Việt Nam tỉnh | Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai -> uy-ban-mat-tran-to-quoc-viet-nam@lao-cai.old
Tỉnh ủy Lào Cai | Tỉnh uỷ Lào Cai -> tinh-uy@lao-cai.old
UBND thành phố Hà Nội | UBND TP Hà Nội | UBND TP. Hà Nội -> uy-ban-nhan-dan@ha-noi
UBND thành phố Hồ Chí Minh | UBND TP.HCM | UBND TP. Hồ Chí Minh -> uy-ban-nhan-dan@ho-chi-minh.old
UBND tỉnh Yên Bái -> uy-ban-nhan-dan@yen-bai.old
UBND tỉnh Bà Rịa - Vũng Tàu -> uy-ban-nhan-dan@ba-ria-vung-tau.old
UBND huyện Bảo Thắng | Ủy ban nhân dân huyện Bảo Thắng, tỉnh Lào Cai -> uy-ban-nhan-dan@lao-cai.old/huyen-bao-thang
UBND thị xã Sa Pa | UBND TX. Sa Pa -> uy-ban-nhan-dan@lao-cai.old/thi-xa-sa-pa
Phòng Nội vụ huyện Bảo Thắng -> phong-noi-vu@lao-cai.old/huyen-bao-thang
UBND TPHCM -> uy-ban-nhan-dan@ho-chi-minh.old
Sở Du lịch | SDL -> so-du-lich@lao-cai.old
Sở Ngoại vụ | SNgV -> so-ngoai-vu@lao-cai.old
Cục Quản lý thị trường tỉnh | Cục QLTT tỉnh -> cuc-quan-ly-thi-truong-tinh@lao-cai.old
Cục Thống kê tỉnh | CTK tỉnh -> cuc-thong-ke-tinh@lao-cai.old
Cục Thi hành án dân sự tỉnh | Cục THADS tỉnh -> cuc-thi-hanh-an-dan-su@lao-cai.old
Phòng GD&ĐT huyện Bảo Thắng -> phong-giao-duc-va-dao-tao@lao-cai.old/huyen-bao-thang
"""

# What looks like a name and is none, or is another's: no entry, or one recognised by its form only.
NEAR_MISSES = """
Bộ | Sở | Cục | Ủy ban | Bộ hồ sơ | Bộ tiêu chí | Bộ thủ tục | Bộ luật Dân sự | Bộ Tài | Bộ Nội | Bộ Nội vụ việc
Bộ Tài chính kế toán | Bộ Công nghệ | Bộ Y | Bộ Kế hoạch | Bộ Giáo dục đào | Bộ đội | Bộ phận một cửa | Bộ môn
Sở Du | Sở hữu | Sở hữu trí tuệ | Sở thích | Sở Nội | Sở Tài | Sở Tài sản | Sở Kế hoạch | Sở chỉ huy | Sở Tư
Sở Nội vụ tỉnh Xuân Hải | Sở Nội vụ huyện Bảo Thắng | Sở Tài chính xã Cao Sơn | UBND tỉnh Đông Hải | UBND huyện Không Có
UBND thành phố Không Có | Công an tỉnh Đông Hải | Phòng Nội vụ tỉnh Lào Cai | Công | An ninh | Công an viên xã
Tỉnh | tỉnh Lào Cai | thành phố | huyện Bảo Thắng | Lào Cai | Hà Nội | xã Cao Sơn | Trung ương | địa phương
Kế hoạch năm 2025 | Quyết định số 12/QĐ-UBND | Điều 5 | khoản 2 | Nghị định | Thông tư | Chỉ thị | Công văn | Tờ trình
Chủ tịch | Giám đốc | Phó Giám đốc | Thủ trưởng | Chánh Văn phòng | Trưởng phòng | Bí thư | Người đứng đầu
ngân sách | kinh phí | nhân dân | tổ chức | cán bộ | công chức | đơn vị | cơ quan | doanh nghiệp | người dân
Tổng cục | Tổng cục Thuế tỉnh Lào | Thanh tra viên | Thanh tra Chính | Văn phòng phẩm | Quốc hội khóa XV | Chính phủ điện tử
Thủ tướng Chính phủ nước | Kiểm toán viên | Tòa nhà | Tòa soạn | Viện phí | Kiểm sát viên | Hội nghị | Hội thảo | Đoàn xe
Phòng họp | Phòng chống tham nhũng | Ban hành | Ban đêm | Trung tâm thành | Đài tưởng niệm | Quỹ đất | Kho hàng | Trạm
Thuế thu nhập | Thống kê viên | Hải quan điện tử | Kho bạc | Bảo hiểm y tế | Ngân hàng | Liên đoàn | Mặt trận
"""


def positives():
    for line in NAMES.strip().splitlines():
        names, identity = line.split(" -> ")
        yield from ((name.strip(), identity) for name in names.split(" | "))


def negatives():
    return [name.strip() for line in NEAR_MISSES.strip().splitlines() for name in line.split("|")]


@pytest.mark.parametrize(("name", "identity"), list(positives()))
def test_a_name_leads_to_its_body(name, identity):
    entry = register().resolve(name, on=DAY, context=ISSUER).entry
    assert entry is not None
    assert entry.id == identity


@pytest.mark.parametrize("name", negatives())
def test_a_near_miss_leads_nowhere(name):
    entry = register().resolve(name, on=DAY, context=ISSUER).entry
    assert entry is None or entry.open


def test_the_table_is_large_enough():
    assert len(list(positives())) + len(negatives()) >= 300
    assert len(negatives()) >= 100
