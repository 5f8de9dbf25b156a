"""A letterhead that was copied out of a table: bars stand between its columns."""

from dispatch_parser import parse_text

LETTER = """\
ỦY BAN NHÂN DÂN TỈNH SƠN LA | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 12/UBND-NC | Sơn La, ngày 05 tháng 6 năm 2024 |
Kính gửi: Sở Nội vụ.
Đề nghị Sở Nội vụ rà soát.
Nơi nhận:
- Như trên;
- Lưu: VT. | TM. ỦY BAN NHÂN DÂN
"""
PAGE = "Công văn 12/UBND-NC của tỉnh Sơn La\nSố hiệu: 12/UBND-NC Loại văn bản: Công văn\nNgày ban hành: 05/06/2024\n\n"


def test_bars_between_columns_are_no_words():
    record = parse_text(LETTER)
    assert record.issuer.name.value == "Ủy ban nhân dân tỉnh Sơn La"
    assert record.place.value == "Sơn La"
    assert (record.archive.value, record.signer.competence.value) == ("VT", "TM. ỦY BAN NHÂN DÂN")


def test_what_a_page_shows_above_the_letterhead_is_no_issuer():
    record = parse_text(PAGE + LETTER.replace(" |", ""))
    assert (record.issuer.name.value, record.issuer.parent.value) == ("Ủy ban nhân dân tỉnh Sơn La", None)
