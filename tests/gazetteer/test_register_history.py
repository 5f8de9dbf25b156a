"""Reorganisations since 2002: who took over from whom, who stood above whom, what exists where."""

from __future__ import annotations

import datetime as dt

import pytest

from dispatch_parser.gazetteer.register import register

REGISTER = register()
TODAY = dt.date(2026, 9, 1)

# A body of its day and those that answer for it today.
HEIRS = [
    ("Bộ Thương mại", "2005-05-01", "bo-cong-thuong"),
    ("Bộ Công nghiệp", "2005-05-01", "bo-cong-thuong"),
    ("Bộ Thủy sản", "2006-05-01", "bo-nong-nghiep-va-moi-truong"),
    ("Bộ Văn hóa - Thông tin", "2006-05-01", "bo-van-hoa-the-thao-va-du-lich bo-khoa-hoc-va-cong-nghe"),
    ("Bộ Bưu chính, Viễn thông", "2006-05-01", "bo-khoa-hoc-va-cong-nghe"),
    ("Ủy ban Thể dục Thể thao", "2006-05-01", "bo-van-hoa-the-thao-va-du-lich"),
    ("Thanh tra Nhà nước", "2003-05-01", "thanh-tra-chinh-phu"),
    ("Ban Tổ chức - Cán bộ Chính phủ", "2001-05-01", "bo-noi-vu"),
    ("Bộ Kế hoạch và Đầu tư", "2024-05-01", "bo-tai-chinh"),
    ("Ủy ban Dân tộc", "2024-05-01", "bo-dan-toc-va-ton-giao"),
    ("Ban Tôn giáo Chính phủ", "2024-05-01", "bo-dan-toc-va-ton-giao"),
    ("Ủy ban Quản lý vốn nhà nước tại doanh nghiệp", "2024-05-01", "bo-tai-chinh"),
    ("Tổng cục Đường bộ Việt Nam", "2020-05-01", "cuc-duong-bo-viet-nam"),
    ("Tổng cục Lâm nghiệp", "2020-05-01", "cuc-lam-nghiep-va-kiem-lam"),
    ("Tổng cục Phòng, chống thiên tai", "2020-05-01", "cuc-quan-ly-de-dieu-va-phong-chong-thien-tai"),
    ("Tổng cục Quản lý đất đai", "2020-05-01", "cuc-quan-ly-dat-dai"),
    ("Tổng cục Du lịch", "2020-05-01", "cuc-du-lich-quoc-gia-viet-nam"),
    ("Tổng cục Thể dục thể thao", "2020-05-01", "cuc-the-duc-the-thao-viet-nam"),
    ("Tổng cục Thuế", "2024-05-01", "cuc-thue"),
    ("Tổng cục Giáo dục nghề nghiệp", "2024-05-01", "cuc-giao-duc-nghe-nghiep-va-giao-duc-thuong-xuyen"),
    ("Cục Trẻ em", "2024-05-01", "cuc-ba-me-va-tre-em"),
    ("Cục Điều tiết điện lực", "2024-05-01", "cuc-dien-luc"),
    ("Ban Kinh tế Trung ương", "2024-05-01", "ban-chinh-sach-chien-luoc-trung-uong"),
    ("Ủy ban Tư pháp", "2024-05-01", "uy-ban-phap-luat-va-tu-phap"),
    ("TAND cấp cao tại Hà Nội", "2024-05-01", "toa-an-nhan-dan-toi-cao"),
    ("VKSND cấp cao tại Đà Nẵng", "2024-05-01", "vien-kiem-sat-nhan-dan-toi-cao"),
    ("UBND tỉnh Hà Tây", "2006-05-01", "uy-ban-nhan-dan@ha-noi"),
    ("Sở Công nghiệp tỉnh Hòa Bình", "2006-05-01", "so-cong-thuong@phu-tho"),
    ("Sở Bưu chính, Viễn thông tỉnh Đồng Nai", "2006-05-01", "so-khoa-hoc-va-cong-nghe@dong-nai"),
    ("Sở KH&ĐT tỉnh Bình Phước", "2024-05-01", "so-tai-chinh@dong-nai"),
    ("Sở GTVT tỉnh Hải Dương", "2024-05-01", "so-xay-dung@hai-phong"),
    ("Sở TN&MT tỉnh Thừa Thiên Huế", "2024-05-01", "so-nong-nghiep-va-moi-truong@hue"),
    ("Ban Dân tộc tỉnh Kon Tum", "2024-05-01", "so-dan-toc-va-ton-giao@quang-ngai"),
    ("Cục Thuế tỉnh Hòa Bình", "2024-05-01", "thue-tinh@phu-tho"),
    ("Chi cục Thuế khu vực VIII", "2025-04-01", "thue-tinh@phu-tho thue-tinh@lao-cai"),
    ("Chi cục Thuế huyện Đà Bắc", "2024-05-01", "thue-tinh@phu-tho"),
    ("Cục Hải quan tỉnh Lào Cai", "2024-05-01", "chi-cuc-hai-quan-khu-vuc-vii"),
    ("Kho bạc Nhà nước tỉnh Lào Cai", "2024-05-01", "kho-bac-nha-nuoc-khu-vuc-viii"),
    ("Kho bạc Nhà nước huyện Đà Bắc", "2024-05-01", "kho-bac-nha-nuoc-khu-vuc-ix"),
    ("BHXH khu vực XVIII", "2025-05-01", "bao-hiem-xa-hoi-tinh@phu-tho"),
    ("Bảo hiểm xã hội huyện Đà Bắc", "2024-05-01", "bao-hiem-xa-hoi-tinh@phu-tho"),
    ("Công an huyện Đà Bắc", "2024-05-01", "cong-an@phu-tho"),
    ("Thanh tra huyện Đà Bắc", "2024-05-01", "thanh-tra@phu-tho"),
    ("Chi cục Thi hành án dân sự huyện Đà Bắc", "2024-05-01", "thi-hanh-an-dan-su@phu-tho"),
    ("Cục Thống kê tỉnh Hòa Bình", "2024-05-01", "thong-ke-tinh@phu-tho"),
    ("Cục Quản lý thị trường tỉnh Hòa Bình", "2024-05-01", "chi-cuc-quan-ly-thi-truong-tinh@phu-tho"),
    ("Tòa án nhân dân huyện Đà Bắc", "2024-05-01", ""),
    ("Ban Chỉ huy Quân sự huyện Đà Bắc", "2024-05-01", ""),
]


@pytest.mark.parametrize(("name", "on", "heirs"), HEIRS)
def test_who_answers_today(name, on, heirs):
    found = REGISTER.resolve(name, on=dt.date.fromisoformat(on))
    assert found.reason == "named"
    assert [entry.id for entry in REGISTER.successors(found.entry, on=TODAY)] == heirs.split()


@pytest.mark.parametrize(("name", "on", "heirs"), [row for row in HEIRS if row[2]])
def test_history_goes_both_ways(name, on, heirs):
    entry = REGISTER.resolve(name, on=dt.date.fromisoformat(on)).entry
    for heir in REGISTER.successors(entry, on=TODAY):
        assert entry.id in {one.id for one in REGISTER.lineage(heir).predecessors} | {heir.id}


@pytest.mark.parametrize(
    ("name", "on", "parent"),
    [
        ("Cục Báo chí", "2024-05-01", "bo-thong-tin-va-truyen-thong"),
        ("Cục Báo chí", "2025-05-01", "bo-van-hoa-the-thao-va-du-lich"),
        ("Cục Hàng không Việt Nam", "2025-02-28", "bo-giao-thong-van-tai"),
        ("Cục Hàng không Việt Nam", "2025-03-01", "bo-xay-dung"),
        ("Bảo hiểm xã hội Việt Nam", "2025-02-28", "chinh-phu"),
        ("Bảo hiểm xã hội Việt Nam", "2025-03-01", "bo-tai-chinh"),
        ("Trung ương Hội Nông dân Việt Nam", "2025-09-01", "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
        ("Liên đoàn Lao động tỉnh Sơn La", "2025-06-30", "tong-lien-doan-lao-dong-viet-nam"),
        ("Liên đoàn Lao động tỉnh Sơn La", "2025-07-01", "uy-ban-mat-tran-to-quoc-viet-nam@son-la"),
        ("Sở Nội vụ tỉnh Sơn La", "2024-05-01", "uy-ban-nhan-dan@son-la"),
        ("Chi cục Quản lý thị trường tỉnh Sơn La", "2025-05-01", "so-cong-thuong@son-la"),
        ("Công an huyện Đà Bắc", "2024-05-01", "cong-an@hoa-binh.old"),
        ("Chi cục Thuế khu vực IX", "2025-05-01", "cuc-thue"),
    ],
)
def test_who_stands_above_on_a_day(name, on, parent):
    assert REGISTER.resolve(name, on=dt.date.fromisoformat(on)).entry.parent == parent


@pytest.mark.parametrize(
    "name",
    [
        "Cục Hải quan tỉnh Hòa Bình",  # there were 34, not one in each province
        "Sở Quy hoạch - Kiến trúc tỉnh Sơn La",
        "Sở An toàn thực phẩm tỉnh Sơn La",
        "Chi cục Thuế khu vực XXI",
        "Kho bạc Nhà nước khu vực XXV",
        "Tòa án nhân dân khu vực Không Có",
    ],
)
def test_what_never_existed_is_no_entry(name):
    found = REGISTER.resolve(name, on=dt.date(2025, 4, 1))
    assert found.entry is None or found.entry.open


@pytest.mark.parametrize(
    ("name", "issuer", "identity"),
    [
        ("Cục Thuế", "UBND tỉnh Hòa Bình", "cuc-thue-tinh@hoa-binh.old"),
        ("Cục Thuế", "Bộ Tài chính", "cuc-thue"),
        ("Kho bạc Nhà nước", "UBND tỉnh Hòa Bình", "kho-bac-nha-nuoc-tinh@hoa-binh.old"),
        ("Kho bạc Nhà nước", "Bộ Tài chính", "kho-bac-nha-nuoc"),
        ("Cục Thống kê", "UBND tỉnh Hòa Bình", "cuc-thong-ke-tinh@hoa-binh.old"),
    ],
)
def test_a_name_of_a_centre_and_its_branches_is_the_issuers(name, issuer, identity):
    assert REGISTER.resolve(name, on=dt.date(2024, 5, 1), context=issuer).entry.id == identity


@pytest.mark.parametrize(
    ("name", "parent", "province"),
    [
        ("Tòa án nhân dân khu vực 3 - Lào Cai", "toa-an-nhan-dan-toi-cao", "lao-cai"),
        ("TAND khu vực 12 - Phú Thọ", "toa-an-nhan-dan-toi-cao", "phu-tho"),
        ("Thuế cơ sở 3 tỉnh Lào Cai", "thue-tinh@lao-cai", "lao-cai"),
        ("Bệnh viện đa khoa tỉnh Lào Cai", None, "lao-cai"),
        ("Phòng Cải cách hành chính Sở Nội vụ tỉnh Lào Cai", "so-noi-vu@lao-cai", "lao-cai"),
        ("Trường Tiểu học Ánh Sao", None, None),
    ],
)
def test_what_no_table_lists_has_its_place(name, parent, province):
    entry = REGISTER.resolve(name, on=dt.date(2025, 9, 1)).entry
    assert (entry.open, entry.parent, entry.province) == (True, parent, province)


@pytest.mark.parametrize(
    ("name", "issuer", "found", "parent"),
    [
        ("Bộ", "Bộ Xây dựng", "bo-xay-dung", "chinh-phu"),
        ("Sở", "Sở Nội vụ tỉnh Lào Cai", "so-noi-vu@lao-cai.old", "uy-ban-nhan-dan@lao-cai.old"),
        ("Bộ", "UBND tỉnh Lào Cai", None, None),
        ("Văn phòng Bộ", "Bộ Xây dựng", "van-phong-bo", "bo-xay-dung"),
        ("Vụ Pháp chế", "Bộ Y tế", "vu-phap-che", "bo-y-te"),
        ("Thanh tra Bộ Quốc phòng", "Bộ Quốc phòng", "thanh-tra-bo-quoc-phong", "bo-quoc-phong"),
        ("Thanh tra Sở Y tế", "UBND tỉnh Lào Cai", "thanh-tra-so-y-te", "so-y-te@lao-cai.old"),
        ("Thanh tra viên", "UBND tỉnh Lào Cai", None, None),
        ("Văn phòng phẩm Sở Y tế", "UBND tỉnh Lào Cai", None, None),
    ],
)
def test_what_belongs_to_the_issuer(name, issuer, found, parent):
    entry = REGISTER.resolve(name, on=dt.date(2024, 5, 1), context=issuer).entry
    assert (entry and entry.id, entry and entry.parent) == (found, parent)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Sở Kế hoạch Đầu tư tỉnh Lào Cai", "so-ke-hoach-va-dau-tu@lao-cai.old"),
        ("Bộ Lao động- Thương binh và Xã hội", "bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Sở Văn hóa Thể thao Du lịch tỉnh Bà Rịa - Vũng Tàu", "so-van-hoa-the-thao-va-du-lich@ba-ria-vung-tau.old"),
        ("Huyện ủy Đức Hòa", "huyen-uy@long-an.old/huyen-duc-hoa"),
        ("Thành ủy Hòa Bình", "thanh-uy@hoa-binh.old/thanh-pho-hoa-binh"),
        ("Thành ủy Hà Nội", "tinh-uy@ha-noi"),
        ("Tỉnh ủy Hòa Bình", "tinh-uy@hoa-binh.old"),
        ("Tỉnh ủy Đức Hòa", ""),
        ("Thị ủy Đức Hòa", ""),
        ("Sở Đầu tư tỉnh Lào Cai", ""),
    ],
)
def test_names_printed_otherwise(name, identity):
    entry = REGISTER.resolve(name, on=dt.date(2024, 5, 1)).entry
    assert (entry.id if entry else "") == identity


def test_the_committee_of_a_city_is_heir_to_that_of_a_province():
    heirs = REGISTER.successors(REGISTER.get("tinh-uy@binh-duong.old"), on=TODAY)
    assert [heir.name for heir in heirs] == ["Thành ủy Hồ Chí Minh"]


def test_regions_bear_the_codes_that_were_given_to_them():
    assert REGISTER.get("chi-cuc-thue-khu-vuc-i").organ_id == "G12.18.01"
    assert REGISTER.get("tong-cuc-thue").organ_id == "G12.18"
