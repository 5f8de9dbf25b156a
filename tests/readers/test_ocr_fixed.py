"""Prescribed lines and names of bodies told by their letters; and what is near to one and is another."""

import itertools

import pytest

from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.fixed import refit


def line(text, doubtful=()):
    """Words side by side; a bar stands for a gap between columns. `doubtful`: words the engine is not sure of."""
    words, at = [], 0.0
    for part in text.split():
        if part == "||":
            at += 80
            continue
        words.append(Word(part, at, 0.0, at + 12.0 * len(part), 20.0, 18.0, 1, 0.5 if part in doubtful else 0.95))
        at += 12.0 * len(part) + 8
    return words


def refitted(text, doubtful=()):
    return " ".join(word.text for word in refit(line(text, doubtful)))


@pytest.mark.parametrize(
    ("read_as", "printed"),
    [
        ("CỘNG HOÀXÃ !'HỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Độc lâp Tự do Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("ĐẢNG CÔNG SAN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("UBNDTÌNHHÀGIANG", "UBND TỈNH HÀ GIANG"),
        ("UBNDTỈNHHÀGIANG || CỘNGHÒA XÃ HỘICHỦ NGHĨA VIỆTNAM", "UBND TỈNH HÀ GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("|_ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN"),
        ("CỘNG HOÀXÃ || !'HỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),  # a stamp between
        ("KT.BỘ TRƯỞNG", "KT. BỘ TRƯỞNG"),
    ],
)
def test_blanks_and_letters_are_put_right(read_as, printed):
    assert refitted(read_as) == printed


def test_a_doubtful_word_of_a_name_is_what_the_name_has_there():
    assert refitted("BỘ GIÁO nụ VÀ ĐÀO TẠO", doubtful=("nụ",)) == "BỘ GIÁO DỤC VÀ ĐÀO TẠO"


def test_a_mark_of_competence_is_no_doubtful_word():
    """`TUQ. CHÁNH THANH TRA` is near to `PHÓ CHÁNH THANH TRA`, and somebody else."""
    assert refitted("TUQ. CHÁNH THANH TRA", doubtful=("TUQ.",)) == "TUQ. CHÁNH THANH TRA"


@pytest.mark.parametrize(
    "right",
    [
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO",  # near to a sở's name, and read surely
        "VIỆT NAM DÂN CHỦ CỘNG HÒA",
        "nước Cộng hòa xã hội chủ nghĩa Việt Nam",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/QĐ-UBND",
        "- Như trên;",
        "",
    ],
)
def test_what_is_right_or_something_else_stays(right):
    assert refitted(right) == right


def test_words_put_in_place_stand_where_the_line_stood():
    read = line("UBNDTỈNHHÀGIANG")
    found = refit(read)
    assert found[0].x0 == read[0].x0
    assert found[-1].x1 == pytest.approx(read[-1].x1)
    assert all(a.x1 < b.x0 for a, b in itertools.pairwise(found))
    assert all(word.confidence <= 0.6 for word in found)
