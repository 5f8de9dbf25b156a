"""Competence and post of a signature: what readings are near to is told by the lexicon, what is near to nothing stays."""

import pytest
from line_readers import Lines
from PIL import Image

from dispatch_parser.readers.ocr import posts
from dispatch_parser.readers.ocr.boxes import merged
from dispatch_parser.readers.ocr.engine import Word
from dispatch_parser.readers.ocr.prepare import Prepared


class Boxes:
    """A finder of the lines it was given."""

    def __init__(self, *boxes):
        self.boxes = list(boxes)

    def lines(self, grey, dpi):
        return self.boxes


@pytest.mark.parametrize(
    ("readings", "before", "post"),
    [
        (["KT. GIÁM ĐỐC", "KT.GIÁM ĐÓC", "KT, GIAM ĐỐC"], "", "KT. GIÁM ĐỐC"),
        (["PHÓ GIÁM ĐỐC", "PHỚ GIÁM ĐỐC", "PHO GIAM DOC"], "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
        (["1Ứ TRƯỞNG", "THỨTRƯỞNG", "THÚ TRUÓNG"], "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
        (["THỦ TRƯỞNG", "THỦ TRƯỞNG", "THU TRUONG"], "", "THỦ TRƯỞNG"),
        (["THỨ TRƯỞNG THƯỜNG TRỰC"] * 3, "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG THƯỜNG TRỰC"),
        (["HIỆU TRƯỞNG", "HIỆU TRƯỞNG", "VỤ TRƯỞNG", "VỤ TRƯỞNG"], "", ""),
        (["TRƯỞNG", "TRƯỞNG"], "", ""),
        (["TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"], "", ""),
        (["giám đốc", "giám đốc"], "", ""),
        (["PHÓ GIÁM ĐỐC", "", "", ""], "", ""),
        (["", ""], "", ""),
    ],
)
def test_a_post_is_what_most_readings_are_near_to(monkeypatch, readings, before, post):
    parts = [Image.new("L", (200, 40), 255) for _ in readings]
    monkeypatch.setattr(posts, "_quick", lambda parts: iter(readings))
    assert posts._post(parts, Lines(""), 150, before) == post


def page(*readings):
    """The words of a foot: head of the recipients on the left, what was read of the signature on the right."""
    texts = [("Nơi", 100, 900, 0.9), ("nhận:", 140, 900, 0.9)]
    texts += [(text, 600, 900 + 40 * number, 0.3) for number, text in enumerate(readings)]
    return [
        Word(text, x, base - 20, x + 35, base, base, number, sure) for number, (text, x, base, sure) in enumerate(texts)
    ]


def reread(monkeypatch, words, boxes, *readings):
    monkeypatch.setattr(posts, "line_finder", lambda: Boxes(*boxes))
    monkeypatch.setattr(
        posts, "_quick", lambda parts: iter([readings[parts[0].width % len(readings)]] * len(parts) * 2)
    )
    picture = Image.new("RGB", (1240, 1754), "white")
    return posts.reread_posts(picture, Prepared(picture.convert("L"), 150, 0.0), words, Lines(""))


def test_posts_take_the_place_of_what_was_read_there(monkeypatch):
    zone_top = 900 - 1.3 * 150
    first, second = (100.0, 890 - zone_top, 300.0, 915 - zone_top), (80.0, 925 - zone_top, 321.0, 950 - zone_top)
    words, foot = reread(monkeypatch, page("K1.G1ẢM", "PH"), [first, second], "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert [w.text for w in words] == ["Nơi", "nhận:", "KT.", "GIÁM", "ĐỐC", "PHÓ", "GIÁM", "ĐỐC"]
    assert len({w.line for w in words}) == 4
    assert all(w.confidence < 0.65 for w in words[2:])
    assert len(foot.posts) == 2


@pytest.mark.parametrize(
    ("opener", "head"), [("Nơi", "Nơi nhận:"), ("ơi", "Nơi nhận:"), ("", "Nơi nhận:"), ("Bên", "Bên nhận:")]
)
def test_the_head_of_the_recipients_is_whole(opener, head):
    words = [Word("nhận:", 140, 880, 180, 900, 900, 1, 0.9)]
    if opener:
        words.append(Word(opener, 100, 880, 130, 900, 900, 1, 0.4))
    assert " ".join(word.text for word in sorted(posts._headed(words), key=lambda word: word.x0)) == head


@pytest.mark.parametrize(
    ("text", "x", "y", "sure", "ink"),
    [
        ("JÏl", 600, 990, 0.1, True),
        ("—", 600, 990, 0.9, True),
        ("Lê", 600, 1060, 0.95, False),
        ("Nguy£a", 525, 1062, 0.1, False),
        ("VT;", 100, 990, 0.1, False),
        ("JÏl", 600, 1500, 0.1, False),
    ],
)
def test_strokes_under_a_post_are_no_words(text, x, y, sure, ink):
    name = Word("Văn", 570, 1040, 600, 1060, 1060, 2, 0.95)
    word = Word(text, x, y - 20, x + 40, y, y, 1, sure)
    assert posts._is_ink(word, (500.0, 900.0, 700.0, 930.0), [name, word], 150) == ink


def test_signers_side_by_side_stay_as_they_were_read(monkeypatch):
    zone_top = 900 - 1.3 * 150
    boxes = [(left, 890 - zone_top, left + 200.0, 915 - zone_top) for left in (20.0, 400.0)]
    before = page("GIÁM")
    words, foot = reread(monkeypatch, before, boxes, "GIÁM ĐỐC")
    assert list(words) == before
    assert foot.posts == ()


def test_a_page_without_a_foot_stays(monkeypatch):
    words = [Word("Nơi", 100, 80, 150, 100, 100, 1, 0.9), Word("cư", 155, 80, 190, 100, 100, 1, 0.9)]
    assert reread(monkeypatch, words, [(0.0, 0.0, 200.0, 30.0)], "GIÁM ĐỐC")[0] == tuple(words)


def test_a_line_seen_in_two_pictures_is_one():
    boxes = [(0.0, 10.0, 100.0, 30.0), (10.0, 12.0, 120.0, 32.0), (95.0, 10.0, 160.0, 40.0), (0.0, 50.0, 90.0, 70.0)]
    assert [(box[0], box[2]) for box in merged(boxes)] == [(0.0, 120.0), (95.0, 160.0), (0.0, 90.0)]


@pytest.mark.parametrize("post", ["THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "THỦ TRƯỞNG", "KT. THỦ TƯỚNG", "TUQ. CHÁNH THANH TRA"])
def test_posts_that_differ_by_a_letter_are_not_taken_for_each_other(post):
    assert [near for _, near in posts._nearest(post)] == [1.0]
    assert post in posts._posts()[posts._nearest(post)[0][0]]
