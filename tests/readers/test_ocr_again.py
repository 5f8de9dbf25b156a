"""What is read a second time: names of signers and digits are taken only where readings agree."""

import pytest
from PIL import Image

from dispatch_parser.readers.ocr import slots
from dispatch_parser.readers.ocr.engine import Recognition, Word
from dispatch_parser.readers.ocr.lines import Line, cut
from dispatch_parser.readers.ocr.names import _agreed
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


class Lines:
    """A reader that says the next of its readings, over and over."""

    name = "lines"

    def __init__(self, *readings):
        self.readings, self.count = readings, 0

    def recognise(self, picture, *, dpi, seconds, sparse=False):
        return Recognition(())

    def read_line(self, picture, *, dpi, digits=False):
        self.count += 1
        return Line(self.readings[self.count % len(self.readings)], 0.9)


def letterhead(number, sure):
    """`Số:`, what was read of the number, and the symbol, side by side."""
    texts = [("Số:", 100, 160, 0.95), (number, 180, 280, sure), ("/QĐ-UBND", 300, 480, 0.9)]
    return [Word(text, x0, 170, x1, 200, 200, 1, confidence) for text, x0, x1, confidence in texts]


@pytest.mark.parametrize(
    ("number", "sure", "reader", "hand", "result"),
    [
        ("1315", 0.95, Lines("7"), None, "Số: 1315 /QĐ-UBND"),
        ("13I5", 0.7, Lines("1315"), None, "Số: 1315 /QĐ-UBND"),
        ("1&1", 0.4, Lines("121", "12", "1"), None, "Số: /QĐ-UBND"),
        ("1&1", 0.4, Lines(""), Lines("Số: 161/QĐ-UBND"), "Số: 161 /QĐ-UBND"),
        ("56", 0.73, Lines("564", "562"), Lines("Số: 561/QĐ-UBND", "Số: 564/QĐ-UBND"), "Số: /QĐ-UBND"),
    ],
)
def test_a_number_is_read_or_left_out(monkeypatch, number, sure, reader, hand, result):
    monkeypatch.setattr(slots, "hand_reader", lambda: hand)
    page = Image.new("RGB", (1240, 1754), "white")
    words = slots.reread_slots(page, Prepared(page.convert("L"), 150, 0.0), letterhead(number, sure), reader)
    assert " ".join(word.text for word in sorted(words, key=lambda word: word.x0)) == result


def test_a_part_is_cut_as_from_the_level_page():
    page = Image.radial_gradient("L").resize((600, 800))
    level = page.rotate(1.5, resample=Image.Resampling.BICUBIC, fillcolor=255)
    part = cut(page, 1.5, (200, 250, 320, 300))
    for at in ((5, 5), (60, 25), (110, 45)):
        assert part.getpixel(at) == pytest.approx(level.getpixel((at[0] + 200, at[1] + 250)), abs=4)
