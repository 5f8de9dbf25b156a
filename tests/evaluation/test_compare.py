"""When two values are the same, field by field."""

import pytest

from dispatch_parser.evaluation.compare import FIELDS, folded, numeral, overlap, symbol, words

SPECS = {spec.name: spec for spec in FIELDS}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân", "ỦY BAN  NHÂN\nDÂN"),  # case, white space
        ("Uỷ ban nhân dân tỉnh Hoà Sơn", "Ủy ban nhân dân tỉnh Hòa Sơn"),  # tone placement
        ("Cục Quản lý – Bộ Y tế", "Cục Quản lý - Bộ Y tế"),  # dashes
        ("“Xanh hóa” trường học", '"Xanh hóa" trường học'),  # quotation marks
        ("về việc nghỉ lễ.", "về việc nghỉ lễ"),  # final mark
        ("Như Điều 3;", "Như Điều 3"),
        ("tie\u0302\u0301ng Vie\u0323\u0302t", "tiếng Việt"),  # NFC
    ],
)
def test_folded_texts_are_equal(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sở Nội vụ", "Sở Nội vu"), ("Bộ Y tế", "Bộ Y tế và"), ("ngày 5. Báo cáo", "ngày 5 Báo cáo")],
)
def test_folded_texts_differ(one, other):
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("QĐ", "QĐ", True),
        ("QĐ", "QÐ", True),  # the letter eth printed for đ
        ("QĐ", "Qđ", False),
        ("HD", "HĐ", False),
        ("SCT - CN", "SCT-CN", True),
        ("UBND–NVK", "UBND-NVK", True),
        ("UBND-nvk", "UBND-NVK", False),
        ("2023/QĐ-UBND", "QĐ-UBND", False),
    ],
)
def test_symbols_keep_their_case(one, other, same):
    assert (symbol(one) == symbol(other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("07", "7", True),
        ("07/NQ-CP", "7/NQ-CP", True),
        ("0", "00", True),
        ("70", "7", False),
        ("12a", "12", False),
    ],
)
def test_leading_zeros_do_not_count(one, other, same):
    assert (numeral(one) == numeral(other)) is same


def test_overlap_is_f1_of_word_multisets():
    # 3 of 4 words on one side, 3 of 5 on the other: 2 * 3 / (4 + 5)
    one, other = words("báo cáo kết quả"), words("Báo cáo quả sở ngành")
    assert overlap(one, other) == pytest.approx(2 * 3 / 9)
    assert overlap(words("và và"), words("và")) == pytest.approx(2 / 3)  # a repeated word counts once each
    assert overlap(words(""), words("")) == 0.0


@pytest.mark.parametrize(
    ("field", "gold", "got", "exact", "soft"),
    [
        ("subject", "tăng cường phòng cháy", "Tăng cường phòng cháy.", True, True),
        ("subject", "a b c d e", "a b c d", False, True),  # 2 * 4 / 9 = 0.89
        ("subject", "a b c d", "a b", False, False),  # 2 * 2 / 6 = 0.67
        ("subject", None, "có chữ", False, False),
        ("priority", None, None, True, True),
        ("priority", "HỎA TỐC", None, False, False),
        ("date", "2024-05-01", "2024-05-10", False, False),  # near is not soft for dates
        ("number.notation", "UBND-NVK", "UBND-NV", False, False),
        ("number.value", "0123", "123", True, True),
        ("addressees", ["Sở A", "Sở B"], ["Sở B", "Sở A"], True, True),  # order does not count
        ("addressees", ["Sở A", "Sở A"], ["Sở A"], False, False),  # one entry too few
        ("addressees", [], [], True, True),
        ("addressees", [], None, True, True),
        ("to_places", ["Như trên", "Bộ trưởng"], ["Như trên"], False, False),
    ],
)
def test_fields(field, gold, got, exact, soft):
    assert SPECS[field].exact(gold, got) is exact
    assert SPECS[field].soft(gold, got) is soft
