"""Plain text: columns set with spaces, paragraphs, pasted portal items, encodings."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser import parse_text
from dispatch_parser.errors import UnknownTypeError
from dispatch_parser.readers.portals import is_furniture, opens_links, published_date
from dispatch_parser.readers.text import decode, read_text

LETTER = """\
  ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH SƠN HẢI                  Độc lập - Tự do - Hạnh phúc
    ____________                  ___________________________

Số: 12   /UBND-TH               Sơn Hải, ngày    tháng 6 năm 2025
V/v báo cáo công tác

     Kính gửi: Sở Y tế.

Yêu cầu Sở Y tế báo cáo    trước ngày 15/6/2025.

Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- Như trên;                           KT. CHỦ TỊCH
- Lưu: VT, TH.                        PHÓ CHỦ TỊCH


                                    Trịnh Văn Mẫu

                  PHỤ LỤC
Danh sách
"""


def halves(text: str) -> dict[str, list[str]]:
    document = read_text(text)
    found: dict[str, list[str]] = {"left": [], "right": [], "full": []}
    for line in document.lines:
        found[line.column].append(document.line_text(line))
    return found


def test_letterhead_and_foot_are_two_columns():
    found = halves(LETTER)
    assert found["left"] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SƠN HẢI",
        "____________",
        "Số: 12   /UBND-TH",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT, TH.",
    ]
    assert found["right"] == [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "___________________________",
        "Sơn Hải, ngày    tháng 6 năm 2025",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Trịnh Văn Mẫu",
    ]
    assert "Yêu cầu Sở Y tế báo cáo    trước ngày 15/6/2025." in found["full"]
    assert found["full"][-2:] == ["PHỤ LỤC", "Danh sách"]


def test_the_left_column_is_read_before_the_right():
    columns = [line.column for line in read_text(LETTER).lines]
    assert columns[:8] == ["left"] * 4 + ["right"] * 4


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        pytest.param(
            "TỈNH ỦY SƠN HẢI\t\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-CV/TU\t\tSơn Hải, ngày 02 tháng 6 năm 2025",
            ["TỈNH ỦY SƠN HẢI", "Số 12-CV/TU"],
            ["ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Hải, ngày 02 tháng 6 năm 2025"],
            id="Party letterhead with tabs",
        ),
        pytest.param(
            "UBND TỈNH SƠN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc",
            ["UBND TỈNH SƠN HẢI", "SỞ Y TẾ"],
            ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            id="one space before the motto",
        ),
        pytest.param(
            "Nơi nhận:\n- Như trên;          GIÁM ĐỐC\n- Lưu: VT.\n\n\n\n                  Lê Thị Thử",
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT."],
            ["GIÁM ĐỐC", "Lê Thị Thử"],
            id="foot whose right half is lower",
        ),
    ],
)
def test_other_ways_to_set_columns(text, left, right):
    found = halves(text)
    assert (found["left"], found["right"], found["full"]) == (left, right, [])


@pytest.mark.parametrize(
    "text",
    [
        "1. Sở Y tế      chủ trì\n2. Sở Nội vụ    phối hợp",
        "Theo Công văn       số 12/UBND-TH ngày 02 tháng 6 năm 2025",
        "STT\tNội dung\tChủ trì\n1\tRà soát\tSở Y tế",
    ],
)
def test_gaps_without_a_letterhead_part_nothing(text):
    assert halves(text)["full"] == text.split("\n")


def test_a_blank_line_ends_a_paragraph():
    document = read_text("Giao Sở Y tế\nchủ trì.\n\nGiao Sở Nội vụ.")
    assert [line.ends_paragraph for line in document.lines] == [None, True, True]


PARTS = [
    "a",
    "Đ",
    " ",
    "    ",
    "-",
    "\t",
    "\n",
    "\u00a0",
    ".",
    "/1",
    "Nơi nhận:",
    "KT. CHỦ TỊCH",
    "Độc lập - Tự do",
]


@given(st.lists(st.sampled_from(PARTS)).map("".join))
def test_every_word_stands_in_one_line(text):
    document = read_text(text)
    assert document.text == text
    covered = sorted((line.start, line.end) for line in document.lines)
    assert all(end <= start for (_, end), (start, _) in pairwise(covered))
    kept = "".join(text[start:end] for start, end in covered)
    assert "".join(kept.split()) == "".join(text.split())


ITEM = "Chính trị\n\nSơn Hải tăng cường phòng, chống cháy rừng\n\n{}\nNgày 01/6/2025, tỉnh ban hành Công văn.\n"


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        (ITEM.format("03/06/2025 00:00"), "Sơn Hải tăng cường phòng, chống cháy rừng", "2025-06-03"),
        (
            ITEM.format("Thứ Ba, 03/06/2025 | 14:05 GMT+7"),
            "Sơn Hải tăng cường phòng, chống cháy rừng",
            "2025-06-03",
        ),
        (
            "03/06/2025\nSơn Hải tăng cường phòng cháy\nNội dung.",
            "Sơn Hải tăng cường phòng cháy",
            "2025-06-03",
        ),
        (ITEM.format("35/06/2025"), None, None),
        (ITEM.format("Tác giả: Ban Biên tập"), None, None),
        (LETTER, None, None),
        ("Số: 12/UBND-TH\nTỉnh Sơn Hải, một hai ba\n03/06/2025", None, None),
    ],
)
def test_the_head_of_a_pasted_item(text, title, published):
    document = read_text(text)
    assert (document.source.title, document.source.published) == (title, published)
    assert document.text == text


def test_portal_lines():
    assert published_date("Cập nhật lúc: 08:30 ngày 03/06/2025") == "2025-06-03"
    assert published_date("Trước ngày 03/06/2025") is None
    assert is_furniture("Chia sẻ")
    assert not is_furniture("Chia sẻ dữ liệu giữa các sở")
    assert opens_links("Các tin khác:")
    assert not opens_links("Các nội dung khác giữ nguyên")


WORDS = "Kính gửi: Sở Y tế tỉnh Sơn Hải"


@pytest.mark.parametrize(
    ("data", "text", "notices"),
    [
        (WORDS.encode(), WORDS, []),
        (WORDS.encode("utf-8-sig"), WORDS, []),
        (WORDS.encode("utf-16"), WORDS, []),
        ("So hai: 12".encode("utf-16-be"), "So hai: 12", []),
        (
            "K\u00ednh g\u01b0\u0309i: So\u031b\u0309".encode("cp1258", "ignore"),
            "Kính gửi: Sỏ",
            ["legacy_encoding"],
        ),
    ],
)
def test_encodings(data, text, notices):
    assert decode(data, name="a.txt") == (text, notices)


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03", b"abc\x00def", bytes(range(256))])
def test_bytes_that_are_no_text(data):
    with pytest.raises(UnknownTypeError):
        decode(data, name="a.txt")


TITLED = """\
  ỦY BAN NHÂN DÂN             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỈNH SƠN HẢI                  Độc lập - Tự do - Hạnh phúc
Số: 12/TTr-UBND               Sơn Hải, ngày 05 tháng 6 năm 2025
                              TỜ TRÌNH
          Về việc phê duyệt Điều lệ
"""


def test_a_type_name_in_the_middle_closes_the_letterhead():
    found = halves(TITLED)
    assert found["right"][-1] == "Sơn Hải, ngày 05 tháng 6 năm 2025"
    assert found["full"] == ["TỜ TRÌNH", "Về việc phê duyệt Điều lệ"]

WITHOUT_EMPTY_LINES = """\
ỦY BAN NHÂN DÂN
XÃ ĐÔNG HẢI
Số: 67/TTr-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hải, ngày 26 tháng 9 năm 2024
TỜ TRÌNH
Về việc đề nghị công nhận xã Đông Hải đạt chuẩn
Phổ cập giáo dục tiểu học mức độ 2
Kính gửi: Ủy ban nhân dân huyện Tân Hải
Căn cứ kế hoạch năm 2024, Ủy ban nhân dân xã trình Ủy ban nhân dân huyện xem xét.
TM. ỦY BAN NHÂN DÂN
PHÓ CHỦ TỊCH
(Đã ký)
Phạm Văn Mẫu
"""


def test_pasted_text_without_empty_lines_keeps_its_title_and_signer():
    record = parse_text(WITHOUT_EMPTY_LINES)
    assert record.subject.value == "đề nghị công nhận xã Đông Hải đạt chuẩn Phổ cập giáo dục tiểu học mức độ 2"
    assert [addressee.name for addressee in record.addressees] == ["Ủy ban nhân dân huyện Tân Hải"]
    assert (record.signer.position.value, record.signer.full_name.value) == ("PHÓ CHỦ TỊCH", "Phạm Văn Mẫu")

GLUED = """\
BỘ CÔNG THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
CỤC HÓA CHẤT Độc lập - Tự do - Hạnh phúc
Số: 12/HC-VP Hà Nội, ngày 08 tháng 12 năm 2024
V/v báo cáo số liệu
Kính gửi: Sở Công Thương các tỉnh
"""


def test_columns_that_an_extractor_ran_together():
    found = halves(GLUED)
    assert found["left"] == ["BỘ CÔNG THƯƠNG", "CỤC HÓA CHẤT", "Số: 12/HC-VP"]
    assert found["right"][-1] == "Hà Nội, ngày 08 tháng 12 năm 2024"
