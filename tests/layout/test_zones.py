"""Zones: what each line of a dispatch is. Each case is a page as a clerk sees it, with the zone at the right margin.

`<` and `>` before a line put it into the left or right column.
"""

import pytest
from pages import page

from dispatch_parser.layout.anchors import anchors, is_capitals, unspaced
from dispatch_parser.layout.compose import compose, label_lines

CONG_VAN = """
< UBND TỈNH HÀ GIANG | issuer
< SỞ NỘI VỤ | issuer
< Số: 15/SNV-CCHC | number
< V/v báo cáo kết quả cải cách | title
< hành chính quý I năm 2024 | title
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | motto
> Độc lập - Tự do - Hạnh phúc | motto
> --------------- | furniture
> Hà Giang, ngày 05 tháng 3 năm 2024 | date
KHẨN | stamp
Kính gửi: | addressees
- Các sở, ban, ngành; | addressees
- Ủy ban nhân dân các huyện. | addressees
Thực hiện Kế hoạch số 12/KH-UBND, Sở Nội vụ đề nghị các đơn vị báo cáo trước ngày 15/3/2024./. | body
< Nơi nhận: | recipients
< - Như trên; | recipients
< - Lưu: VT, CCHC. | recipients
> KT. GIÁM ĐỐC | signature
> PHÓ GIÁM ĐỐC | signature
> (Đã ký) | signature
> Trần Văn Thử | signature
PHỤ LỤC | annex
Biểu tổng hợp | annex
"""

QUYET_DINH = """
< ỦY BAN NHÂN DÂN | issuer
< TỈNH HÀ GIANG | issuer
< Số: 07/2024/QĐ-UBND | number
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | motto
> Độc lập - Tự do - Hạnh phúc | motto
> Hà Giang, ngày 05 tháng 3 năm 2024 | date
Q U Y Ế T  Đ Ị N H | title
Ban hành Quy chế làm việc của tổ công tác | title
_____ | furniture
ỦY BAN NHÂN DÂN TỈNH HÀ GIANG | authority
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; | grounds
Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 5/TTr-SNV. | grounds
QUYẾT ĐỊNH: | body
Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc. | body
< Nơi nhận: | recipients
< - Như Điều 3; | recipients
< - Lưu: VT. | recipients
> TM. ỦY BAN NHÂN DÂN | signature
> CHỦ TỊCH | signature
> Lê Thị Mẫu | signature
QUY CHẾ | annex
(Ban hành kèm theo Quyết định số 07/2024/QĐ-UBND) | annex
"""

PARTY = """
< TỈNH ỦY HÀ GIANG | issuer
< * | furniture
< Số 12-CV/TU | number
< về việc chuẩn bị hội nghị | title
> ĐẢNG CỘNG SẢN VIỆT NAM | motto
> Hà Giang, ngày 05 tháng 3 năm 2024 | date
Kính gửi: Các đồng chí Ủy viên Ban Thường vụ, | addressees
Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy chuẩn bị nội dung trình hội nghị theo phân công của Thường trực. | body
< Nơi nhận: | recipients
< - Như trên, | recipients
< - Lưu Văn phòng Tỉnh ủy. | recipients
> T/L BAN THƯỜNG VỤ | signature
> CHÁNH VĂN PHÒNG | signature
> Hoàng Văn Ví | signature
"""

HEADING_ILLEGIBLE = CONG_VAN.replace("< Nơi nhận: | recipients", "< 41VOii THIH4I. | furniture")
NO_HEADING = CONG_VAN.replace("< Nơi nhận: | recipients\n", "")
LIST_LEFT_OPEN = CONG_VAN.replace("các huyện. |", "các huyện; |")


@pytest.mark.parametrize(
    "text",
    [CONG_VAN, QUYET_DINH, PARTY, HEADING_ILLEGIBLE, NO_HEADING, LIST_LEFT_OPEN],
    ids=["công văn", "quyết định", "công văn của Đảng", "Nơi nhận illegible", "no Nơi nhận", "Kính gửi ends in ;"],
)
def test_zone_of_every_line(text):
    document, zones = page(text)
    reading = compose(document)
    labels = {i: p.zone for p in reading.paragraphs for i in p.lines}
    got = [f"{labels[i]}: {document.line_text(line)}" for i, line in enumerate(document.lines)]
    assert got == [f"{zone}: {document.line_text(line)}" for zone, line in zip(zones, document.lines, strict=True)]


def test_text_without_letterhead_has_no_header_zones():
    document, _ = page("Bài phát biểu tại hội nghị tổng kết | body\nKính thưa các đồng chí, năm qua chúng ta đã cố gắng. | body")
    assert set(label_lines(document, anchors())) == {"body"}


@pytest.mark.parametrize(
    ("words", "closed"),
    [("Q U Y Ế T  Đ Ị N H", "QUYẾT ĐỊNH"), ("T H Ô N G  B Á O", "THÔNG BÁO"), ("QUYẾT ĐỊNH", "QUYẾT ĐỊNH")],
)
def test_letter_spaced_capitals_are_closed_up(words, closed):
    assert unspaced(words) == closed


@pytest.mark.parametrize(("words", "capitals"), [("KT. CHỦ TỊCH", True), ("Chủ tịch", False), ("12/3", False)])
def test_capitals(words, capitals):
    assert is_capitals(words) is capitals


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Trần Văn Thử", True),
        ("TS. Trần Văn Thử", True),
        ("Đại tá Lê Thị Mẫu", True),
        ("NGUYỄN VĂN VÍ", True),
        ("Phó Chủ tịch", False),
        ("Hà Giang, ngày 5", False),
        ("Thử", False),
    ],
)
def test_person_names(words, name):
    assert anchors().is_person_name(words) is name
