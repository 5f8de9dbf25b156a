"""Which tasks are a body's own: by name, by group, by succession, each with its reason."""

from __future__ import annotations

import datetime as dt

import pytest

from dispatch_parser import parse_text

LETTER = """\
ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/UBND-NC
V/v chuẩn bị hội nghị

Hòa Bình, ngày 05 tháng 6 năm 2024

Kính gửi: Các sở, ban, ngành tỉnh.

Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch trước ngày 20/6/2024.

2. Các sở, ban, ngành tỉnh rà soát số liệu, gửi Sở Nội vụ tổng hợp.

3. Ủy ban nhân dân các huyện, thành phố bố trí kinh phí thực hiện.

4. Sở Lao động - Thương binh và Xã hội báo cáo kết quả đào tạo nghề.

Nơi nhận:
- Như trên;
- Lưu: VT, NC.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""
RECORD = parse_text(LETTER)
LATER = dt.date(2026, 6, 1)


def shares(agency, today=None):
    return [(s.task.id, s.role, s.reason, s.certain) for s in RECORD.tasks_for(agency, today=today)]


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        pytest.param(
            "Sở Nội vụ tỉnh Hòa Bình",
            [("t1", "lead", "named", True), ("t2", "lead", "group", True), ("t2", "report_to", "named", True)],
            id="named and in the group",
        ),
        pytest.param("Sở Tài chính", [("t1", "coordinate", "named", True), ("t2", "lead", "group", True)], id="no place"),
        pytest.param("Sở Y tế tỉnh Hòa Bình", [("t2", "lead", "group", True)], id="in the group only"),
        pytest.param("UBND huyện Đà Bắc", [("t3", "lead", "group", True)], id="a district"),
        pytest.param("Ban Tổ chức Tỉnh ủy Hòa Bình", [], id="a board of the Party is none of the province's departments"),
        pytest.param("HĐND tỉnh Hòa Bình", [], id="the council is neither a department nor an association"),
        pytest.param("Liên đoàn Lao động tỉnh Hòa Bình", [("t2", "lead", "group", False)], id="perhaps"),
        pytest.param("Sở Nội vụ tỉnh Lào Cai", [], id="another province"),
        pytest.param("UBND huyện Văn Bàn", [], id="a district of another province"),
        pytest.param("Bộ Nội vụ", [], id="a ministry"),
    ],
)
def test_shares_of_a_body(agency, expected):
    assert shares(agency) == expected


def test_the_heir_answers_for_what_its_predecessors_were_told():
    found = shares("Sở Nội vụ tỉnh Phú Thọ", LATER)
    assert ("t1", "lead", "succession", True) in found
    assert ("t2", "lead", "group_succession", True) in found
    assert ("t4", "lead", "succession", True) in found
    assert shares("Sở Nội vụ tỉnh Phú Thọ") == []


def test_every_share_says_its_words_and_whom_they_meant():
    shares = RECORD.tasks_for("Sở Nội vụ tỉnh Phú Thọ", today=LATER)
    told = {share.task.id: share for share in shares if share.role == "lead"}
    assert told["t4"].words == "Sở Lao động - Thương binh và Xã hội"
    assert told["t4"].through == "so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old"
    assert told["t2"].group == "@DEPARTMENTS_PROVINCE"
