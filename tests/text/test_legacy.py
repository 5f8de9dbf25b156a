"""Old Vietnamese font encodings: every letter, the traps, and that Unicode is never touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readers.legacy_made import FONTS, LETTERS, TABLES, VNI, encode

from dispatch_parser.text.legacy import (
    ENCODINGS,
    decode_run,
    decode_text,
    font_code,
    looks_legacy,
    restore_capitals,
    restore_hyphens,
    units,
)
from dispatch_parser.text.legacy_syllables import is_syllable
from dispatch_parser.text.legacy_tables import table

SENTENCES = (
    "Uỷ ban nhân dân tỉnh báo cáo việc thực hiện nhiệm vụ được giao trước ngày 15 tháng 8 năm 2002",
    "Thông tư về nước sạch, đầu tư, hưởng ứng; mỗi quý họp một kỳ",
    "đề nghị các sở, ban, ngành phối hợp rà soát kỹ những vướng mắc",
    "xử lý rác thải, chặt hẳn cành gãy đổ, quét dọn vỉa hè, giữ sạch lòng đường",
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_of_the_standard(encoding):
    known = table(encoding)
    assert {codes: known.get(codes) for codes in TABLES[encoding].values()} == {
        codes: letter for letter, codes in TABLES[encoding].items()
    }


def test_the_tables_hold_all_letters_and_no_code_twice():
    assert len(set(LETTERS)) == 67
    for encoding, capitals in (("tcvn3", 7), ("vni", 67), ("viscii", 67), ("vps", 67)):
        assert len(TABLES[encoding]) == len(set(TABLES[encoding].values())) == 67 + capitals
        assert set(table(encoding).values()) == set(TABLES[encoding])


def test_vni_has_two_codes_for_some_letters_and_takes_a_mark_in_either_case():
    assert [table("vni")[codes] for codes in ("yï", "YÏ", "iø", "IÙ", "Aù", "AÙ")] == list("ỵỴìÍÁÁ")
    assert len(VNI) == 67


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_there_and_back(encoding, sentence):
    codes = encode(sentence, encoding)
    assert decode_run(codes, FONTS[encoding]).text == sentence
    assert looks_legacy(codes) == encoding
    assert decode_text(codes, encoding) == sentence


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".vntimeh", "tcvn3", True),
        (".VnArial NarrowH", "tcvn3", True),
        ("ABCDEF+.VnTimeH,Bold", "tcvn3", True),
        ("ABCDEF+VnTimeH-BoldItalic", "tcvn3", True),
        (".VnTime Bold", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("VNI-Helve-Condense", "vni", False),
        ("VPS Times", "vps", False),
        ("VPS Times Hoa", "vps", True),
        ("VI Times", "viscii", False),
        ("VI Times H", "viscii", True),
        ("VNtimes new roman", None, False),
        ("SVNtimes new roman", None, False),
    ],
)
def test_fonts(font, encoding, capitals):
    assert font_code(font) is not None
    assert (font_code(font).encoding, font_code(font).capitals) == (encoding, capitals)


@pytest.mark.parametrize(
    "font", ["", "Times New Roman", "Arial", "Vni", "UVN Van", "Vnderwood", "VIVALDI", "Liberation Serif", "Verdana"]
)
def test_fonts_of_unicode(font):
    assert font_code(font) is None
    assert decode_run("Th«ng t\u00ad sè 12", font) == decode_run("Th«ng t\u00ad sè 12", "Calibri")
    assert not decode_run("Th«ng t\u00ad sè 12", font).changed


@pytest.mark.parametrize(
    ("codes", "font", "text"),
    [
        ("Uû ban nh©n d©n tØnh Hoµ B×nh", ".VnTime", "Uỷ ban nhân dân tỉnh Hoà Bình"),
        ("Uû ban", ".VnTime", "Uỷ ban"),
        ("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("nam", ".VnTimeH", "NAM"),
        ("Th«ng t\u00ad vÒ n\u00adíc", ".VnTime", "Thông tư về nước"),
        ("n\u2212íc, ng\u03bcy, x\u2219", ".VnTime", "nước, ngày, xã"),
        ("t¨ng 5 \u2212 3 = 2", ".VnTime", "tăng 5 \u2212 3 = 2"),
        ("12/2002/Q§-UB", ".VnTime", "12/2002/QĐ-UB"),
        ("\uf0a7\uf0f6 \uf0aeng", ".VnTime", "Đử đng"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "VNI-Times", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "VNI-Times", "Độc lập - Tự do - Hạnh phúc"),
        ("Soá: 12/QÑ-UB", "VNI-Times", "Số: 12/QĐ-UB"),
        ("Chi phí vì nöôùc", "VNI-Times", "Chi phí vì nước"),
        ("“Ð\u20acI” ðßþc", "VI Times", "“ĐẠI” được"),
        ("V\u00a0", "VI Times", "VÕ"),
        ("Trang\u00a0ð¥u", "VI Times", "Trang\u00a0đầu"),
    ],
)
def test_traps(codes, font, text):
    assert decode_run(codes, font).text == text


@pytest.mark.parametrize(
    ("mixed", "text"),
    [
        ("CỘNG HÒA và Th«ng t\u00ad", "CỘNG HÒA và Thông tư"),
        ("Số 12 ngµy 5 th¸ng 3", "Số 12 ngày 5 tháng 3"),
        ("KÝnh göi: Sở Y tế, Së Néi vô", "Kính gửi: Sở Y tế, Sở Nội vụ"),
        ("XÃ HỘI; x· héi", "XÃ HỘI; xã hội"),
    ],
)
def test_unicode_words_in_an_old_font_stay(mixed, text):
    assert decode_run(mixed, ".VnTime").text == text


def test_a_word_that_could_be_either_follows_its_neighbours_then_the_font():
    assert decode_run("có", ".VnTime").text == "cú"
    assert decode_run("có b¸o c¸o", ".VnTime").text == "cú báo cáo"
    assert decode_run("có được", ".VnTime").text == "có được"


@pytest.mark.parametrize(
    ("text", "font", "lost"),
    [
        ("Th«ng b¸o", ".VnTime", 0),
        ("20°C ± 5 m² §iÒu", ".VnTime", 0),
        ("cÂÀk b¸o", ".VnTime", 1),
        ("Th¬ng bẩo", "Times New Roman", 0),
        ("nãm vûi bâo", "VNtimes new roman", 2),
        ("năm với báo", "VNtimes new roman", 0),
    ],
)
def test_what_could_not_be_converted_is_counted(text, font, lost):
    assert decode_run(text, font).unconverted == lost


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Plain words without any marks at all",
        "Ủy ban nhân dân tỉnh báo cáo việc thực hiện nhiệm vụ được giao",
        "Không có gì là đúng và có là ý kiến",
        "Ðông Ðô, Ðà Nẵng, Ðình",
        "El niño comió la piñata del señor García en el jardín",
        "Die Straße führt über Größe und Länge",
        "Être à la très belle été là où ça",
        "Go?i bang ke chi ti~t mu§,c 5 cua Du an",
        "Cồn 70° 43,75ml/60ml ± 2 «mẫu» §5",
        "\u00a0\n\u00a0\n\u00a0",
    ],
)
def test_no_old_encoding_is_seen_where_there_is_none(text):
    assert looks_legacy(text) is None


def test_unicode_lines_beside_old_ones_stay():
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nUû ban nh©n d©n tØnh b¸o c¸o\nSố 5"
    assert looks_legacy(text) == "tcvn3"
    assert decode_text(text, "tcvn3") == text.replace(
        "Uû ban nh©n d©n tØnh b¸o c¸o", "Uỷ ban nhân dân tỉnh báo cáo"
    )


@pytest.mark.parametrize(
    ("drawn", "text"),
    [
        ("n-ớc", "nước"),
        ("Thông t- số 5", "Thông tư số 5"),
        ("T- pháp, -u tiên, h-ởng, x-a", "Tư pháp, ưu tiên, hưởng, xưa"),
        ("TH- VIỆN", "THƯ VIỆN"),
        ("kinh tế-xã hội", "kinh tế-xã hội"),
        ("12/QĐ-UBND, NQ-TW, KH-CN", "12/QĐ-UBND, NQ-TW, KH-CN"),
        ("- 2 - a-b, 3-5", "- 2 - a-b, 3-5"),
    ],
)
def test_a_letter_drawn_as_a_hyphen(drawn, text):
    assert restore_hyphens(drawn) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("PHó GIáM ĐốC Sở KHOA HọC", "PHÓ GIÁM ĐỐC SỞ KHOA HỌC"),
        ("Hà NộI", "HÀ NỘI"),
        ("Sở GDĐT, Hà Nội", "Sở GDĐT, Hà Nội"),
        ("UBND tỉnh Mỹ An", "UBND tỉnh Mỹ An"),
    ],
)
def test_capitals_that_the_code_does_not_have(line, text):
    assert restore_capitals(line) == text


@pytest.mark.parametrize(
    "word", ["nghiêng", "Thuỷ", "thủy", "QUYẾT", "giếng", "gì", "khuya", "ượt", "ươm", "hoạch", "y", "Uỷ", "quỳnh"]
)
def test_syllables(word):
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["", "nh©n", "QĐ", "strong", "tap", "HềA", "tềch", "được2", "à á", "khôngư", "Soỏ"])
def test_no_syllables(word):
    assert not is_syllable(word)


FONT_NAMES = st.sampled_from([*FONTS.values(), ".VnTimeH", "VNtimes", "Arial", ""])


@given(st.text(), FONT_NAMES)
def test_nothing_raises_and_every_character_has_its_place(text, font):
    decode_run(text, font)
    looks_legacy(text)
    restore_capitals(text)
    restore_hyphens(text)
    for encoding in ENCODINGS:
        decode_text(text, encoding)
        letters, lost = units(text, encoding)
        assert len(letters) == len(text)
        assert lost >= 0


@given(st.text(alphabet=[chr(c) for c in range(256)]), FONT_NAMES)
def test_nothing_raises_on_any_codes(text, font):
    decode_run(text, font)
    encoding = looks_legacy(text)
    if encoding:
        decode_text(text, encoding)


# Syllables with a letter that no old encoding shares with Unicode: `được`, `nhiệm`, not `có`.
UNICODE_WORDS = st.sampled_from(
    [word for sentence in SENTENCES for word in sentence.split() if any(c in "ăđĩũơư" or c > "ạ" for c in word)]
)


LATIN_WORDS = st.sampled_from(["HÒA", "XÃ", "và", "là", "Sở", "12/QĐ-UBND", "số", "Độc", "5°"])


@given(st.lists(st.one_of(UNICODE_WORDS, LATIN_WORDS)), FONT_NAMES)
def test_unicode_text_is_never_changed(words, font):
    text = " ".join(["được", *words])
    assert decode_run(text, font).text == text
    assert looks_legacy(text) is None
