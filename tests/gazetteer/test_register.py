"""The register: which body a name means on a day, who answers for it later, who came before."""

from __future__ import annotations

import datetime as dt

import pytest

from dispatch_parser.gazetteer.register import register

REGISTER = register()
Y2022, Y2024, SPRING_2025, AUTUMN_2025, Y2026 = (
    dt.date(2022, 8, 1), dt.date(2024, 5, 1), dt.date(2025, 4, 1), dt.date(2025, 9, 1), dt.date(2026, 6, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "on", "identity"),
    [
        ("Bộ Tài chính", Y2024, "bo-tai-chinh"),
        ("BTC", Y2024, "bo-tai-chinh"),
        ("Bộ KH&ĐT", Y2024, "bo-ke-hoach-va-dau-tu"),
        ("bộ y tế", Y2024, "bo-y-te"),
        ("UBND tỉnh Phú Thọ", Y2022, "uy-ban-nhan-dan@phu-tho.old"),
        ("UBND tỉnh Phú Thọ", Y2026, "uy-ban-nhan-dan@phu-tho"),
        ("Uỷ ban nhân dân tỉnh Phú Thọ", Y2026, "uy-ban-nhan-dan@phu-tho"),
        ("UBND tỉnh Đồng Nai", AUTUMN_2025, "uy-ban-nhan-dan@dong-nai.2025"),
        ("UBND thành phố Đồng Nai", Y2026, "uy-ban-nhan-dan@dong-nai"),
        ("UBND TP. Hồ Chí Minh", Y2026, "uy-ban-nhan-dan@ho-chi-minh"),
        ("Sở Nội vụ Hòa Bình", Y2024, "so-noi-vu@hoa-binh.old"),
        ("Sở NN&PTNT tỉnh Hòa Bình", Y2024, "so-nong-nghiep-va-phat-trien-nong-thon@hoa-binh.old"),
        ("Giám đốc Sở Nội vụ tỉnh Lào Cai", Y2026, "so-noi-vu@lao-cai"),
        ("Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", Y2024, "uy-ban-nhan-dan@lao-cai.old"),
        ("Chủ tịch nước", Y2024, "chu-tich-nuoc"),
        ("Công an tỉnh Lào Cai", Y2026, "cong-an@lao-cai"),
        ("Thanh tra tỉnh Sơn La", Y2026, "thanh-tra@son-la"),
        ("UBND huyện Đà Bắc", Y2024, "uy-ban-nhan-dan@hoa-binh.old/huyen-da-bac"),
        ("UBND xã Cao Sơn, huyện Đà Bắc", Y2024, "uy-ban-nhan-dan@hoa-binh.old/huyen-da-bac/xa-cao-son"),
        ("Phòng Nội vụ huyện Đà Bắc, tỉnh Hòa Bình", Y2024, "phong-noi-vu@hoa-binh.old/huyen-da-bac"),
    ],
)
def test_a_name_means_a_body_on_a_day(name, on, identity):
    found = REGISTER.resolve(name, on=on)
    assert (found.entry and found.entry.id, found.reason) == (identity, "named")


@pytest.mark.parametrize(
    ("name", "issuer", "identity"),
    [
        ("UBND tỉnh", "Sở Nội vụ tỉnh Hòa Bình", "uy-ban-nhan-dan@hoa-binh.old"),
        ("Sở Tư pháp", "UBND tỉnh Hòa Bình", "so-tu-phap@hoa-binh.old"),
        ("Sở KH&ĐT", "UBND tỉnh Hòa Bình", "so-ke-hoach-va-dau-tu@hoa-binh.old"),
        ("UBND huyện", "Phòng Nội vụ huyện Đà Bắc", "uy-ban-nhan-dan@hoa-binh.old/huyen-da-bac"),
        ("UBND tỉnh", "UBND huyện Đà Bắc", "uy-ban-nhan-dan@hoa-binh.old"),
    ],
)
def test_the_issuer_tells_the_place_left_out(name, issuer, identity):
    found = REGISTER.resolve(name, on=Y2024, context=issuer)
    assert (found.entry and found.entry.id, found.reason) == (identity, "place_from_context")


def test_a_name_of_many_places_has_candidates_until_the_context_decides():
    found = REGISTER.resolve("UBND huyện Châu Thành", on=Y2024)
    assert found.entry is None
    assert found.reason == "several_places"
    assert len(found.candidates) > 5
    decided = REGISTER.resolve("UBND huyện Châu Thành", on=Y2024, context="UBND tỉnh Tiền Giang")
    assert decided.entry
    assert decided.entry.id == "uy-ban-nhan-dan@tien-giang.old/huyen-chau-thanh"


@pytest.mark.parametrize(
    ("name", "on", "identity"),
    [
        ("UBND tỉnh Hòa Bình", Y2026, "uy-ban-nhan-dan@hoa-binh.old"),
        ("Sở Lao động - Thương binh và Xã hội tỉnh Hòa Bình", Y2026, "so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old"),
        ("Bộ Kế hoạch và Đầu tư", Y2026, "bo-ke-hoach-va-dau-tu"),
        ("Bộ Nông nghiệp và Môi trường", Y2022, "bo-nong-nghiep-va-moi-truong"),
    ],
)
def test_a_body_of_another_time_is_said_to_be_one(name, on, identity):
    found = REGISTER.resolve(name, on=on)
    assert (found.entry and found.entry.id, found.reason) == (identity, "not_valid_then")


@pytest.mark.parametrize(
    ("name", "parent"),
    [
        ("Trường THPT Nguyễn Thử", None),
        ("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông", None),
        ("Công ty TNHH Bình An", None),
        ("Vụ Pháp chế Bộ Tài chính", "bo-tai-chinh"),
    ],
)
def test_what_no_table_lists_is_open_and_marked(name, parent):
    found = REGISTER.resolve(name, on=Y2024)
    assert found.reason == "open_vocabulary"
    assert found.entry
    assert found.entry.open
    assert found.entry.parent == parent


@pytest.mark.parametrize("name", ["", "Sở Du", "tỉnh Hòa Bình", "Kế hoạch năm 2025", "Bộ hồ sơ", "ủy ban", "Điều 5"])
def test_what_names_no_body_is_unknown(name):
    found = REGISTER.resolve(name, on=Y2024)
    assert (found.entry, found.candidates, found.reason) == (None, (), "unknown")


@pytest.mark.parametrize(
    ("identity", "on", "heirs"),
    [
        ("so-noi-vu@hoa-binh.old", Y2026, ["so-noi-vu@phu-tho"]),
        ("so-noi-vu@hoa-binh.old", Y2024, ["so-noi-vu@hoa-binh.old"]),
        ("so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old", SPRING_2025, ["so-noi-vu@hoa-binh.old"]),
        ("so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old", Y2026, ["so-noi-vu@phu-tho"]),
        ("bo-ke-hoach-va-dau-tu", Y2026, ["bo-tai-chinh"]),
        ("uy-ban-nhan-dan@binh-phuoc.old", AUTUMN_2025, ["uy-ban-nhan-dan@dong-nai.2025"]),
        ("uy-ban-nhan-dan@binh-phuoc.old", Y2026, ["uy-ban-nhan-dan@dong-nai"]),
        ("uy-ban-nhan-dan@thua-thien-hue.old", Y2026, ["uy-ban-nhan-dan@hue"]),
        ("cuc-thue-tinh@bac-giang.old", Y2026, ["thue-tinh@bac-ninh.2025"]),
        ("uy-ban-nhan-dan@hoa-binh.old/huyen-da-bac/xa-cao-son", Y2026, ["uy-ban-nhan-dan@phu-tho/xa-cao-son"]),
        ("phong-noi-vu@hoa-binh.old/huyen-da-bac", Y2026, []),
    ],
)
def test_who_answers_on_a_day(identity, on, heirs):
    assert [entry.id for entry in REGISTER.successors(REGISTER.get(identity), on=on)] == heirs


def test_a_district_committee_is_followed_by_those_of_its_communes():
    heirs = REGISTER.successors(REGISTER.get("uy-ban-nhan-dan@hoa-binh.old/huyen-da-bac"), on=Y2026)
    assert "uy-ban-nhan-dan@phu-tho/xa-da-bac" in {entry.id for entry in heirs}
    assert {entry.level for entry in heirs} == {"commune"}


def test_lineage_goes_both_ways():
    history = REGISTER.lineage(REGISTER.get("so-noi-vu@hoa-binh.old"))
    assert [entry.id for entry in history.predecessors] == ["so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old"]
    assert [entry.id for entry in history.successors] == ["so-noi-vu@phu-tho"]
    today = REGISTER.lineage(REGISTER.get("uy-ban-nhan-dan@phu-tho"))
    assert {entry.id for entry in today.predecessors} == {
        "uy-ban-nhan-dan@phu-tho.old", "uy-ban-nhan-dan@vinh-phuc.old", "uy-ban-nhan-dan@hoa-binh.old",
    }  # fmt: skip


def test_every_entry_can_be_got_by_its_id():
    for entry in REGISTER.entries():
        assert REGISTER.get(entry.id) == entry
