"""The marks of running text as their neighbours tell them: what engines confuse, and what must stay."""

import pytest

from dispatch_parser.readers.ocr.marks import bare, core, remark


def remarked(text, confidence=0.96):
    words = text.split()
    return " ".join(remark(words, [confidence] * len(words)))


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("tô chức triên khai thực hiện", "tổ chức triển khai thực hiện"),
        ("thuộc hệ thông giáo dục quôc dân", "thuộc hệ thống giáo dục quốc dân"),
        ("được chuân hóa", "được chuẩn hóa"),
        ("công bô thủ tục hành chính", "công bố thủ tục hành chính"),
        ("Chuân chương trình đào tạo", "Chuẩn chương trình đào tạo"),
        ("(tô chức),", "(tổ chức),"),
        ("VIỆN KIỂM SÁT NHÂN DÂN TÓI CAO", "VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO"),
    ],
)
def test_lost_marks_are_put_back(read_as, printed):
    assert remarked(read_as) == printed


@pytest.mark.parametrize(
    "right",
    [
        "giáo viên kiêm nhiệm",  # `kiểm` is no nearer: `kiêm nhiệm` is a word
        "thông tin và truyền thông",
        "danh hiệu NGƯT, NGND",  # capitals that spell no syllable are an abbreviation
        "ông Nguyễn Văn Phúc",  # `văn phục`, `phúc` …: nothing is made of a person's name
        "bà Trần Thị Thuân",
        "Số: 12/QĐ-UBND ngày 01/02/2025",
        "Uỷ ban nhân dân tỉnh Hoà Bình",  # either style of tones
        "e-mail: tochuc@example.vn",
        "",
    ],
)
def test_what_is_right_stays(right):
    assert remarked(right) == right


def test_a_doubtful_word_gives_way_more_easily():
    assert remarked("khô khăn", confidence=0.97) == "khô khăn"
    assert remarked("khô khăn", confidence=0.7) == "khó khăn"


def test_a_change_keeps_letters_length_and_case():
    for read_as in ("TÔ CHỨC", "Tô chức", "tô chức;", "“tô chức”"):
        after = remarked(read_as)
        assert len(after) == len(read_as)
        assert bare(core(after)[1]) == bare(core(read_as)[1])
        assert [c.isupper() for c in after] == [c.isupper() for c in read_as]
