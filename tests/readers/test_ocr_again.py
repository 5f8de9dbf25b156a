"""What is read a second time: names of signers and digits are taken only where readings agree."""

import pytest
from line_readers import Lines
from PIL import Image, ImageDraw, ImageFont

from dispatch_parser.readers.ocr import slots
from dispatch_parser.readers.ocr.digits import digit_reader
from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.lines import Line, cut
from dispatch_parser.readers.ocr.mend import mend_page
from dispatch_parser.readers.ocr.names import _agreed, is_name
from dispatch_parser.readers.ocr.prepare import Prepared


@pytest.mark.parametrize(
    ("readings", "name"),
    [
        (["Lê Văn Tám", "Lê Văn Tám", "Lê Văn Tám"], ("Lê", "Văn", "Tám")),
        (["Nguyễa Văn Tám", "Nguyer Văn Tám", "Nguye# Văn Tám"], ("Nguyễn", "Văn", "Tám")),
        (["Piam: Minh Khai", "Pham Minh Khai", "an: Minh Khai"], ("Phạm", "Minh", "Khai")),
        (["Lê xấn Tám", "Le zân Tám", "Lê ,ám"], ()),
        (["~-- Văn Tám", "« Văn Tám", "Văn Tám"], ()),
        (["Trần Văn Tám", "Đặng Văn Tám", "— Văn Tám"], ()),
        (["Lê Văn Tám"], ()),
        ([], ()),
    ],
)
def test_a_name_is_what_most_readings_say(readings, name):
    assert _agreed([Line(text, 0.7) for text in readings]) == name


def letterhead(number, sure):
    """`Số:`, what was read of the number, and the symbol, side by side."""
    texts = [("Số:", 100, 160, 0.95), (number, 180, 280, sure), ("/QĐ-UBND", 300, 480, 0.9)]
    return [Word(text, x0, 170, x1, 200, 200, 1, confidence) for text, x0, x1, confidence in texts]


class Digits:
    """A reader of digits that says the same of every cut of a slot, whatever stands before and behind it."""

    def __init__(self, *readings):
        self.readings = readings

    def read(self, grey):
        return grey

    def between(self, reading, before, after):
        return iter(self.readings)


@pytest.mark.parametrize(
    ("number", "sure", "reader", "digits", "result"),
    [
        ("1315", 0.95, Lines("7"), None, "Số: 1315 /QĐ-UBND"),
        ("13I5", 0.7, Lines("1315"), None, "Số: 1315 /QĐ-UBND"),
        ("1&1", 0.4, Lines("121", "12", "1"), None, "Số: /QĐ-UBND"),
        ("1&1", 0.4, Lines(""), Digits("161", "161", "161", "61"), "Số: 161 /QĐ-UBND"),
        ("56", 0.73, Lines("564", "562"), Digits("561", "564"), "Số: /QĐ-UBND"),
        ("~~", 0.3, Lines("564"), Digits("", ""), "Số: /QĐ-UBND"),
    ],
)
def test_a_number_is_read_or_left_out(monkeypatch, number, sure, reader, digits, result):
    monkeypatch.setattr(slots, "digit_reader", lambda: digits)
    page = Image.new("RGB", (1240, 1754), "white")
    words = slots.reread_slots(page, Prepared(page.convert("L"), 150, 0.0), letterhead(number, sure), reader)
    assert " ".join(word.text for word in sorted(words, key=lambda word: word.x0)) == result


def dateline(text):
    """A date line on the right of the letterhead, its words side by side; `?` marks those read with doubt."""
    words, at = [], 700.0
    for part in text.split():
        shown = part.rstrip("?")
        words.append(Word(shown, at, 170, at + 12 * len(shown), 200, 200, 1, 0.3 if part.endswith("?") else 0.95))
        at += 12 * len(shown) + 10
    return words


@pytest.mark.parametrize(
    ("read_as", "digits", "result"),
    [
        ("Hà Giang, ngày 28 tháng 10 năm 2025", Digits("9"), "Hà Giang, ngày 28 tháng 10 năm 2025"),
        ("Hà Giang, ngàyt)k? tháng 1O? năm 2025", Digits("7", "7", "71"), "Hà Giang, ngày 7 tháng 7 năm 2025"),
        ("Hà Giang, ngàyt)kthángJÒnăm? 2025", Digits("07"), "Hà Giang, ngày 07 tháng 07 năm 2025"),
        ("Hà Giang, ngày 98? tháng 1? năm 2025", Digits("41", "99"), "Hà Giang, ngày 98 tháng 1 năm 2025"),
        ("Hà Giang, ngày ~? tháng ~? năm 2025", Digits("1", "2"), "Hà Giang, ngày ~ tháng ~ năm 2025"),
    ],
)
def test_a_day_is_what_the_calendar_has_and_most_readings_say(monkeypatch, read_as, digits, result):
    monkeypatch.setattr(slots, "digit_reader", lambda: digits)
    page = Image.new("RGB", (1240, 1754), "white")
    words = slots.reread_slots(page, Prepared(page.convert("L"), 150, 0.0), dateline(read_as), Lines(""))
    assert " ".join(word.text for word in sorted(words, key=lambda word: word.x0)) == result


def test_the_weights_of_rapidocr_read_digits_between_printed_words():
    line = Image.new("L", (620, 70), 255)
    ImageDraw.Draw(line).text((10, 12), "So: 1315 /QD-UBND", fill=0, font=ImageFont.load_default(40))
    reader = digit_reader()
    assert reader is not None
    said = list(reader.between(reader.read(line), slots._NUMBER_READ, slots._SLASH_READ))
    assert max(set(said), key=said.count) == "1315"
    assert list(reader.between(reader.read(line), slots._DAY_READ, slots._MONTH_READ)) == []


def test_a_part_is_cut_as_from_the_level_page():
    page = Image.radial_gradient("L").resize((600, 800))
    level = page.rotate(1.5, resample=Image.Resampling.BICUBIC, fillcolor=255)
    part = cut(page, 1.5, (200, 250, 320, 300))
    for at in ((5, 5), (60, 25), (110, 45)):
        assert part.getpixel(at) == pytest.approx(level.getpixel((at[0] + 200, at[1] + 250)), abs=4)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lê Tấn Mẫu", True),
        ("Trần Mẫu", True),
        ("LÊ TẤN MẪU", False),
        ("Tấn Mẫu", False),
        ("Lê tân", False),
        ("Lê", False),
    ],
)
def test_a_line_is_a_name(line, name):
    words = [Word(text, 50 * at, 0, 50 * at + 40, 20, 20, 1, 0.55) for at, text in enumerate(line.split())]
    assert is_name(words) == name
    if name:
        assert " ".join(word.text for word in mend_page([words])[0]) == line
