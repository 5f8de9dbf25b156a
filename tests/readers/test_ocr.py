"""What OCR does to a page, with an engine that reads what the test tells it: no Tesseract needed."""

import io
from dataclasses import replace

import pytest
from line_readers import Told
from PIL import Image, ImageDraw

from dispatch_parser import parse
from dispatch_parser.errors import DamagedInputError, MissingDependencyError
from dispatch_parser.layout.compose import compose
from dispatch_parser.readers import image, pdf
from dispatch_parser.readers.ocr.engine import OcrEngine, Recognition, Word
from dispatch_parser.readers.ocr.mend import mend_page
from dispatch_parser.readers.ocr.pieces import readable
from dispatch_parser.readers.ocr.prepare import prepare, tilt_of, without_border
from dispatch_parser.readers.ocr.trust import is_broken, is_vietnamese
from dispatch_parser.readers.registry import kind_of, read

BROKEN = [b"\x89PNG\r\n\x1a\n" + bytes(20), b"\xff\xd8\xff\xe0" + bytes(20), b"II*\x00" + bytes(20)]


def words(text, confidence=0.9):
    """The words of one line, side by side."""
    return [
        Word(word, 20.0 * i, 0.0, 20.0 * i + 18, 10.0, 10.0, 1, confidence)
        for i, word in enumerate(text.split())
    ]


def mended(text, confidence=0.9):
    return " ".join(word.text for word in mend_page([words(text, confidence)])[0])


def picture_bytes(kind="PNG", pages=1, size=(600, 840)):
    sheet = Image.new("L", size, 255)
    ImageDraw.Draw(sheet).rectangle((50, 50, 550, 80), fill=0)
    buffer = io.BytesIO()
    extra = {"save_all": True, "append_images": [sheet] * (pages - 1)} if pages > 1 else {}
    sheet.save(buffer, kind, **extra)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("read_as", "means"),
    [
        ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),
        ("V⁄% góp ý dự thảo", "V/v góp ý dự thảo"),
        ("SỞ THÔNG TIN VÀ TRUYÈN THÔNG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("CỘNG HOÀ XÃ HỌI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Kinh gửi:", "Kính gửi:"),
        ("Nơi nhân:", "Nơi nhận:"),
        ("KT. BỘ TRƯỜNG THỰ TRƯỜNG", "KT. BỘ TRƯỞNG THỨ TRƯỞNG"),
        ("Cân Thơ, ngày 5", "Cần Thơ, ngày 5"),
        ("Sé: 12/QD-UBND", "Số: 12/QĐ-UBND"),
        ("12/QĐĐ-BGDDT", "12/QĐ-BGDĐT"),
        ("Nghị định số 7/ND-CP", "Nghị định số 7/NĐ-CP"),
        ("Số: }?/ /TB-UBND", "Số: … /TB-UBND"),
    ],
)
def test_marks_and_symbols_are_mended(read_as, means):
    assert mended(read_as) == means


@pytest.mark.parametrize(
    ("read_as", "means"),
    [
        ("- Bộ trưởng (đê b/e);", "- Bộ trưởng (để b/c);"),
        ("- HĐT (để b/©);", "- HĐT (để b/c);"),
        ("- HĐT (để b/);", "- HĐT (để b/c);"),
        ("- Sở Y tế (đề p/h);", "- Sở Y tế (để p/h);"),
        ("- Vụ 2 (đề nghị);", "- Vụ 2 (đề nghị);"),
    ],
)
def test_purposes_in_brackets_are_mended_and_kept(read_as, means):
    line = words(read_as)
    line[-1] = replace(line[-1], confidence=0.4)
    assert " ".join(word.text for word in mend_page([readable(line)])[0]) == means


def test_a_phrase_that_a_line_breaks_is_mended():
    lines = mend_page([words("TÒA ÁN NHÂN", 0.8), words("DÂN TÓI CAO", 0.8)])
    assert [word.text for word in lines[1]] == ["DÂN", "TỐI", "CAO"]


@pytest.mark.parametrize(
    "right",
    [
        "cộng tác viên",
        "Văn bản có số liệu kèm theo",
        "số 1766/QĐ-UBND ngày 01/7/2024",
        "Uỷ ban nhân dân tỉnh Hoà Bình",
        "công bố danh sách",
        "Về việc công bố thủ tục hành chính",
        "Số: 105/QĐ-UBND",
        "Số 128-CV/TU",
        "ngày 17 tháng 01 năm 2036",
    ],
)
def test_what_is_right_stays(right):
    assert mended(right, confidence=0.97) == right


def test_noise_is_left_out():
    line = [*words("Nơi nhận:"), *words("—Z ~/ ‘», ,", confidence=0.2)]
    assert [word.text for word in readable(line)] == ["Nơi", "nhận:"]
    assert readable(words("‘» /; Éz", confidence=0.1)) == []


@pytest.mark.parametrize(
    ("text", "vietnamese"),
    [
        ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025 của Quốc hội khóa XV", True),
        ("CQNG HOA XA HOr CHir NGHIA VIET NAM DQc lap Tu do Hanh phuc So GIAO DUC VA DAO TAO", False),
        ("Ký bởi: Sở Nội vụ", False),
    ],
)
def test_an_ocr_layer_is_trusted_when_it_reads_as_vietnamese(text, vietnamese):
    assert is_vietnamese(text) is vietnamese


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("6Ӣ CÔNG 7+ѬѪ1* 7Ӌ1+ Hà Giang", True),
        ("Hệ số α, β và µ của vật liệu", False),
        ("Căn cứ Nghị định số 12/2024/NĐ-CP", False),
    ],
)
def test_a_broken_font_map_shows(text, broken):
    assert is_broken(text) is broken


def striped(tilt):
    """A page of black lines, turned clockwise by some degrees."""
    sheet = Image.new("L", (800, 1100), 255)
    draw = ImageDraw.Draw(sheet)
    for y in range(100, 1000, 40):
        draw.rectangle((100, y, 700, y + 8), fill=0)
    return sheet.rotate(-tilt, fillcolor=255)


@pytest.mark.parametrize("tilt", [-3.0, -1.0, 0.0, 0.6, 2.2])
def test_the_tilt_of_a_page_is_found(tilt):
    assert tilt_of(striped(tilt)) == pytest.approx(tilt, abs=0.15)


def test_stamp_and_signature_vanish_and_print_stays():
    sheet = Image.new("RGB", (300, 400), "white")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((20, 200, 280, 220), fill="black")
    draw.rectangle((20, 260, 60, 300), fill=(220, 40, 40))
    draw.rectangle((100, 260, 140, 300), fill=(40, 60, 180))
    draw.rectangle((100, 20, 140, 60), fill=(40, 60, 180))
    grey = prepare(sheet, 100, keep_top=0.25).picture
    assert [grey.getpixel(at) < 128 for at in ((150, 210), (40, 280), (120, 280), (120, 40))] == [
        True,
        False,
        False,
        True,
    ]


def test_black_borders_vanish_and_print_near_them_stays():
    sheet = Image.new("L", (800, 1100), 255)
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 0, 30, 1100), fill=10)
    draw.polygon([(790, 0), (800, 0), (800, 1100), (740, 1100)], fill=20)
    draw.rectangle((0, 1060, 800, 1100), fill=5)
    draw.rectangle((60, 200, 700, 220), fill=0)
    cleared = without_border(sheet)
    at = ((10, 500), (780, 800), (400, 1080), (400, 210), (60, 210))
    assert [cleared.getpixel(spot) for spot in at] == [255, 255, 255, 0, 0]
    assert without_border(striped(0.0)).tobytes() == striped(0.0).tobytes()


def test_the_test_engine_is_an_engine():
    assert isinstance(Told(), OcrEngine)


@pytest.mark.parametrize(("kind", "pages"), [("PNG", 1), ("JPEG", 1), ("TIFF", 3)])
def test_a_picture_is_read_like_a_page(monkeypatch, kind, pages):
    monkeypatch.setattr(image, "engine", Told)
    document = read(picture_bytes(kind, pages), name="a")
    assert document.text.splitlines() == [
        "Kính gửi: Sở Nội vụ tỉnh Hà Giang và các cơ quan thuộc tỉnh để biết, thực hiện"
    ] * pages
    assert [(page.number, page.text_layer) for page in document.pages] == [
        (number, "scan") for number in range(1, pages + 1)
    ]
    assert document.source.media == "image"
    assert document.notices == ["ocr_text"]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_picture_is_damaged(monkeypatch, data):
    assert kind_of(data, name="a") == "image"
    monkeypatch.setattr(image, "engine", Told)
    with pytest.raises(DamagedInputError):
        read(data, name="a")


@pytest.mark.parametrize("data", [*BROKEN, picture_bytes()])
def test_without_an_engine_a_picture_says_what_is_missing(monkeypatch, data):
    monkeypatch.setattr(image, "engine", lambda: None)
    with pytest.raises(MissingDependencyError) as caught:
        read(data, name="a")
    assert caught.value.detail == "image"


def scanned_pdf():
    buffer = io.BytesIO()
    Image.open(io.BytesIO(picture_bytes())).save(buffer, "PDF", resolution=72)
    return buffer.getvalue()


def test_a_scanned_page_is_read_from_its_picture(monkeypatch):
    monkeypatch.setattr(pdf, "engine", Told)
    document = read(scanned_pdf(), name="a.pdf")
    assert document.text.startswith("Kính gửi: Sở Nội vụ")
    assert (document.text_layer, document.notices) == ("scan", ["ocr_text"])


def test_without_an_engine_a_scan_stays_without_text(monkeypatch):
    monkeypatch.setattr(pdf, "engine", lambda: None)
    document = read(scanned_pdf(), name="a.pdf")
    assert (document.text, document.text_layer, document.notices) == ("", "scan", ["scan_without_text"])


def test_how_surely_words_were_read_is_in_the_evidence(monkeypatch):
    class Doubtful(Told):
        def recognise(self, picture, *, dpi, seconds, sparse=False):
            found = super().recognise(picture, dpi=dpi, seconds=seconds).words
            return Recognition(tuple(replace(word, confidence=0.62) if word.text == "Giang" else word for word in found))

    monkeypatch.setattr(image, "engine", Doubtful)
    document = image.read_image(picture_bytes(), name="a.png")
    line = document.lines[0]
    start = line.start + document.line_text(line).index("Giang")
    assert line.sureness_of(start, start + 5) == 0.62
    assert line.sureness_of(line.start, start) == 0.95
    reading = compose(document)
    assert reading.evidence(0, len(reading.text), "test.rule", 0.99).confidence == 0.62


def test_what_was_mended_is_kept_as_it_was_read(monkeypatch):
    class Unmarked(Told):
        def recognise(self, picture, *, dpi, seconds, sparse=False):
            found = super().recognise(picture, dpi=dpi, seconds=seconds).words
            return Recognition(tuple(replace(word, text="Kinh") if word.text == "Kính" else word for word in found))

    monkeypatch.setattr(image, "engine", Unmarked)
    record = parse(picture_bytes(), name="a.png")
    (mended,) = record.mended
    assert (mended.text, mended.recognised, mended.span.start, mended.span.end) == ("Kính", "Kinh", 0, 4)
    assert mended.span.box is not None
    monkeypatch.setattr(image, "engine", Told)
    assert parse(picture_bytes(), name="a.png").mended == ()
