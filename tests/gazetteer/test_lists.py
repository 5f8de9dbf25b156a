"""Lists of bodies: offices read as bodies, lists given alone, groups, places, ids."""

import datetime as dt

import pytest

from dispatch_parser.gazetteer.lists import lists, parse_name_list, scan_of
from dispatch_parser.gazetteer.provinces import Province, provinces


def members(text):
    return [member for item in lists(scan_of(text)) for member in item.members]


# (text, [(body, office)])
OFFICES = [
    (
        "Giám đốc các Sở: Tài chính, Y tế chịu trách nhiệm",
        [("Sở Tài chính", "Giám đốc"), ("Sở Y tế", "Giám đốc")],
    ),
    ("Chủ tịch Ủy ban nhân dân các xã, phường", [("Ủy ban nhân dân các xã, phường", "Chủ tịch")]),
    ("Thủ trưởng các cơ quan, đơn vị", [("các cơ quan, đơn vị", "Thủ trưởng")]),
    ("Bộ trưởng Bộ Nội vụ", [("Bộ Nội vụ", "Bộ trưởng")]),
    ("Chánh Văn phòng Ủy ban nhân dân tỉnh", [("Văn phòng Ủy ban nhân dân tỉnh", "Chánh Văn phòng")]),
    (
        "Chánh Văn phòng Bộ, Chánh Thanh tra Bộ",
        [("Văn phòng Bộ", "Chánh Văn phòng"), ("Thanh tra Bộ", "Chánh Thanh tra")],
    ),
    (
        "Chánh Văn phòng, Vụ trưởng Vụ Pháp chế và Thủ trưởng các đơn vị có liên quan",
        [
            ("Văn phòng", "Chánh Văn phòng"),
            ("Vụ Pháp chế", "Vụ trưởng"),
            ("các đơn vị có liên quan", "Thủ trưởng"),
        ],
    ),
    ("Trưởng phòng Tổ chức - Hành chính", [("Phòng Tổ chức - Hành chính", "Trưởng phòng")]),
    (
        "đồng chí Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh",
        [("Ủy ban nhân dân tỉnh", "Phó Chủ tịch Thường trực")],
    ),
    (
        "Hiệu trưởng, Giám đốc các cơ sở giáo dục đại học",
        [("các cơ sở giáo dục đại học", "Hiệu trưởng, Giám đốc")],
    ),
    ("Người đứng đầu các cơ quan, tổ chức", [("các cơ quan, tổ chức", "Người đứng đầu")]),
    (
        "Cục trưởng Cục Thuế, Thống đốc Ngân hàng Nhà nước Việt Nam",
        [("Cục Thuế", "Cục trưởng"), ("Ngân hàng Nhà nước Việt Nam", "Thống đốc")],
    ),
    (
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Thủ trưởng cơ quan thuộc Chính phủ",
        [("các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ", "Bộ trưởng, Thủ trưởng, Thủ trưởng")],
    ),
    ("Tổng Giám đốc Tập đoàn Điện lực Việt Nam", [("Tập đoàn Điện lực Việt Nam", "Tổng Giám đốc")]),
    ("Bí thư Huyện ủy Mai Sơn", [("Huyện ủy Mai Sơn", "Bí thư")]),
    ("Lãnh đạo các đơn vị thuộc Trường", [("các đơn vị thuộc Trường", "Lãnh đạo")]),
    ("Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh", [("Bộ Chỉ huy Quân sự tỉnh", "Chỉ huy trưởng")]),
    ("Giám đốc Công an tỉnh", [("Công an tỉnh", "Giám đốc")]),
    ("Trưởng Ban Quản lý các khu công nghiệp tỉnh", [("Ban Quản lý các khu công nghiệp tỉnh", "Trưởng Ban")]),
    ("Chánh án Tòa án nhân dân tỉnh", [("Tòa án nhân dân tỉnh", "Chánh án")]),
    ("Viện trưởng Viện kiểm sát nhân dân tỉnh", [("Viện kiểm sát nhân dân tỉnh", "Viện trưởng")]),
]


# (text, bodies): which level a province has is told by the register
PLACES = [
    (
        "Chủ tịch UBND các tỉnh, thành phố: Lào Cai, Hà Nội, Thái Bình",
        ["Ủy ban nhân dân tỉnh Lào Cai", "Ủy ban nhân dân thành phố Hà Nội", "Ủy ban nhân dân tỉnh Thái Bình"],
    ),
    (
        "Sở Y tế các tỉnh, thành phố Hà Nội và Lào Cai",
        ["Sở Y tế thành phố Hà Nội", "Sở Y tế tỉnh Lào Cai"],
    ),
    ("Công an các tỉnh: Lào Cai, Hải Phòng", ["Công an tỉnh Lào Cai", "Công an thành phố Hải Phòng"]),
    ("UBND các phường: Lào Cai, Sa Pa", ["Ủy ban nhân dân phường Lào Cai", "Ủy ban nhân dân phường Sa Pa"]),
    ("Ủy ban nhân dân các tỉnh và thành phố Cần Thơ", ["Ủy ban nhân dân các tỉnh và thành phố Cần Thơ"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_share_a_head(text, expected):
    assert parse_name_list(text) == expected


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_an_office_stands_for_the_body_it_heads(text, expected):
    assert [(member.name, member.office) for member in members(text)] == expected


GROUPS = [
    ("các sở, ban, ngành", "@DEPARTMENTS_PROVINCE"),
    ("các sở, ngành có liên quan", "@DEPARTMENTS_RELATED"),
    ("Ủy ban nhân dân các huyện, thành phố", "@UBND_DISTRICTS"),
    ("UBND các xã, phường, đặc khu", "@UBND_COMMUNES"),
    ("Ủy ban nhân dân cấp xã", "@UBND_COMMUNES"),
    ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương", "@UBND_PROVINCES"),
    ("các địa phương", "@LOCALITIES"),
    ("các cơ quan, đơn vị", "@ALL_UNITS"),
    ("các cơ quan, đơn vị liên quan", "@RELATED_UNITS"),
    ("các đơn vị trực thuộc", "@SUBORDINATE_UNITS"),
    ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", "@MINISTRIES"),
    ("các bộ, cơ quan, địa phương", "@MINISTRIES_AND_LOCALITIES"),
    ("các tổ chức chính trị - xã hội", "@MASS_ORGS_PROVINCE"),
    ("các cơ quan ngành dọc", "@VERTICAL_ON_SITE"),
    ("các doanh nghiệp trên địa bàn", "@LOCAL_BUSINESSES"),
    ("các ngân hàng thương mại trên địa bàn", "@LOCAL_BANKS"),
    ("các cơ quan, đơn vị nêu trên", "@ANAPHOR"),
    ("các cơ quan, đơn vị trên báo cáo", "@ANAPHOR"),
    ("các đơn vị trên địa bàn tỉnh", "@ALL_UNITS"),
    ("mỗi đơn vị", "@ANAPHOR"),
    ("Sở Nội vụ", None),
]


@pytest.mark.parametrize(("text", "group"), GROUPS)
def test_collectives_carry_a_group_id(text, group):
    (member,) = members(text)
    assert member.group == group


# A line that is nothing but a list: split, completed, else as printed.
LINES = [
    ("Các Sở: Công Thương, Nội vụ", ["Sở Công Thương", "Sở Nội vụ"]),
    ("Các Sở, ngành: Công Thương, Nội vụ, Công an tỉnh", ["Sở Công Thương", "Sở Nội vụ", "Công an tỉnh"]),
    ("UBND các xã, phường", ["UBND các xã, phường"]),
    ("Chủ tịch Ủy ban nhân dân tỉnh", ["Chủ tịch Ủy ban nhân dân tỉnh"]),
    ("Sở Y tế; Sở Xây dựng", ["Sở Y tế", "Sở Xây dựng"]),
    (
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        ["Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"],
    ),
    ("Cục Hóa chất - Bộ Công Thương", []),
    ("Ông Trần Văn Mẫu", []),
    ("Như trên", []),
]


@pytest.mark.parametrize(("line", "names"), LINES)
def test_a_line_of_names(line, names):
    assert parse_name_list(line) == names


def test_exceptions_are_no_members():
    assert [m.name for m in members("các sở, ban, ngành (trừ Sở Y tế) báo cáo")] == ["các sở, ban, ngành"]


def test_the_object_of_a_report_does_not_join_the_next_subject():
    text = "trình Ủy ban nhân dân tỉnh; Sở Tài chính bố trí kinh phí"
    assert [len(item.members) for item in lists(scan_of(text))] == [1, 1]


@pytest.mark.parametrize(
    ("name", "on", "full_name"),
    [
        ("Hòa Bình", dt.date(2022, 8, 1), "tỉnh Hòa Bình"),
        ("Hoà Bình", dt.date(2022, 8, 1), "tỉnh Hòa Bình"),
        ("Huế", dt.date(2025, 7, 1), "thành phố Huế"),
        ("Đồng Nai", dt.date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("Đồng Nai", dt.date(2026, 4, 30), "thành phố Đồng Nai"),
        ("TP. Hồ Chí Minh", dt.date(2026, 1, 1), "thành phố Hồ Chí Minh"),
        ("tỉnh Lào Cai", None, "tỉnh Lào Cai"),
    ],
)
def test_a_province_at_a_date(name, on, full_name):
    assert Province.find(name, on).full_name == full_name


def test_merged_provinces_are_two_entries():
    before, after = (Province.find("Phú Thọ", day) for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1)))
    assert before.id != after.id
    assert before.successor == after.id


def test_there_are_63_provinces_before_and_34_after():
    counts = [sum(p.valid(day) for p in provinces()) for day in (dt.date(2025, 6, 30), dt.date(2025, 7, 1))]
    assert counts == [63, 34]


def test_no_province_of_that_name():
    assert Province.find("Mường Thanh") is None
