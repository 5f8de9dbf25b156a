"""`--pages` and `--header-only`: which pages are read, what the record says of the others."""

import io
import os
import pickle
from dataclasses import replace

import pytest
from line_readers import Told
from pdf_builder import Paper
from PIL import Image, ImageDraw, ImageFont

from dispatch_parser.document import Page
from dispatch_parser.errors import PageNotFoundError, ResourcesError
from dispatch_parser.limits import Limits
from dispatch_parser.pipeline import Parser
from dispatch_parser.readers import image
from dispatch_parser.readers.ocr.sheets import Scan, Sheet, read_sheets
from dispatch_parser.readers.ocr.tesseract import create
from dispatch_parser.readers.registry import read
from dispatch_parser.selection import FIRST_AND_LAST, PageSelection

WITH_TESSERACT = pytest.mark.skipif(create() is None, reason="tesserocr or Tesseract's data `vie` is not installed")


@pytest.mark.parametrize(
    ("words", "of_five"),
    [
        ("1", [1]),
        ("1-2,5", [1, 2, 5]),
        ("4-", [4, 5]),
        ("1,last", [1, 5]),
        ("last", [5]),
        ("3-last", [3, 4, 5]),
        ("2-9", [2, 3, 4, 5]),
        ("5, 1", [1, 5]),
        ("1-3,2-4", [1, 2, 3, 4]),
        ("6-9", []),
    ],
)
def test_pages_are_named_as_in_print_dialogues(words, of_five):
    selection = PageSelection.of(words)
    assert [index + 1 for index in selection.of_count(5)] == of_five
    assert PageSelection.of(str(selection)) == selection


@pytest.mark.parametrize("words", ["", "0", "a", "3-1", "1,,2", "-3", "1-2-3", "last-2", "1;2", "0-3", "12345678"])
def test_anything_else_is_no_list_of_pages(words):
    with pytest.raises(ValueError, match=f"^{words}$"):
        PageSelection.of(words)


def test_of_a_single_page_first_and_last_are_one():
    assert FIRST_AND_LAST.of_count(1) == [0]


def numbered_pdf(count):
    paper = Paper()
    for number in range(1, count + 1):
        paper.lines(72, 100, [f"Trang thu {number} cua van ban", "va mot dong nua o day"])
        if number < count:
            paper.canvas.showPage()
    return paper.save()


def only(words, **others):
    return Limits(only=PageSelection.of(words), **others)


def test_of_a_pdf_only_the_pages_asked_for_are_read():
    document = read(numbered_pdf(5), name="a.pdf", limits=only("2,5"))
    assert [line.page for line in document.lines] == [2, 2, 5, 5]
    assert [page.read for page in document.pages] == [False, True, False, False, True]
    assert {round(page.height) for page in document.pages} == {842}
    assert document.notices == ["pages_not_read"]


def test_all_pages_by_name_are_as_all_pages():
    data = numbered_pdf(3)
    assert read(data, name="a.pdf", limits=only("1-")) == read(data, name="a.pdf")


def test_pages_that_the_file_does_not_have():
    with pytest.raises(PageNotFoundError) as caught:
        read(numbered_pdf(3), name="a.pdf", limits=only("7-9"))
    assert (caught.value.where, caught.value.exit_code) == ("1-3", 25)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.name, again.where) == (PageNotFoundError, "a.pdf", "1-3")


def test_a_file_without_fixed_pages_is_read_whole():
    document = read("Kính gửi: Sở Nội vụ\n".encode(), name="a.txt", limits=only("2"))
    assert (document.text.strip(), document.notices) == ("Kính gửi: Sở Nội vụ", ["pages_unknown"])


def tiff(pages, words="Số"):
    sheets = []
    for number in range(pages):
        sheet = Image.new("L", (600, 840), 255)
        pen = ImageDraw.Draw(sheet)
        pen.text((60, 160), f"{words} {number}", fill=0, font=ImageFont.load_default(30))
        pen.rectangle((50, 50, 550, 80), fill=0)
        sheets.append(sheet)
    buffer = io.BytesIO()
    sheets[0].save(buffer, "TIFF", save_all=True, append_images=sheets[1:])
    return buffer.getvalue()


def test_of_a_scan_only_the_pages_asked_for_are_recognised(monkeypatch):
    monkeypatch.setattr(image, "engine", Told)
    monkeypatch.setattr(Told, "asked", 0)
    document = read(tiff(4), name="a.tif", limits=only("1,last"))
    assert [page.read for page in document.pages] == [True, False, False, True]
    assert [line.page for line in document.lines] == [1, 4]
    assert (Told.asked, document.notices) == (2, ["ocr_text", "pages_not_read"])


DISPATCH = """ỦY BAN NHÂN DÂN
TỈNH AN SƠN
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-NC
An Sơn, ngày 05 tháng 3 năm 2024
V/v chuẩn bị họp báo

Kính gửi: Sở Nội vụ.

Yêu cầu Sở Nội vụ báo cáo kết quả trước ngày 20/3/2024.
"""


def test_the_header_only():
    record = Parser(header_only=True).parse_text(DISPATCH)
    whole = Parser().parse_text(DISPATCH)
    assert (record.number, record.date, record.subject, record.addressees) == (
        whole.number,
        whole.date,
        whole.subject,
        whole.addressees,
    )
    assert (len(whole.tasks), record.tasks) == (1, ())
    assert "header_only" in [warning.code for warning in record.warnings]
    assert "header_only" not in [warning.code for warning in whole.warnings]


def test_the_header_only_of_a_pdf_is_on_its_first_and_last_page():
    record = Parser(header_only=True).parse(numbered_pdf(5), name="a.pdf")
    assert {"pages_not_read"} <= {warning.code for warning in record.warnings}
    assert Parser(limits=only("1-3"), header_only=True).limits.only == PageSelection.of("1-3")


# -- what was recognised is kept where it is asked for ------------------------------------------------------


def test_what_was_recognised_is_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(image, "engine", Told)
    monkeypatch.setattr(Told, "asked", 0)
    limits = Limits(ocr_cache=str(tmp_path / "kept"))
    first = read(tiff(2), name="a.tif", limits=limits)
    asked = Told.asked
    assert read(tiff(2), name="a.tif", limits=limits) == first == read(tiff(2), name="a.tif")
    assert (asked, Told.asked) == (2, 4)  # the third reading was without
    files = list((tmp_path / "kept").iterdir())
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert (tmp_path / "kept").stat().st_mode & 0o777 == 0o700
    assert read(tiff(2, words="Ngày"), name="a.tif", limits=limits) is not None
    assert Told.asked == 6  # other pictures


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"quarter": 0}', b'{"quarter": 0, "words": [["a"]]}'])
def test_a_broken_file_of_it_is_read_anew(monkeypatch, tmp_path, broken):
    monkeypatch.setattr(image, "engine", Told)
    limits = Limits(ocr_cache=str(tmp_path))
    first = read(tiff(1), name="a.tif", limits=limits)
    (file,) = tmp_path.iterdir()
    file.write_bytes(broken)
    assert read(tiff(1), name="a.tif", limits=limits) == first
    assert file.read_bytes() != broken


def test_where_nothing_can_be_kept_it_is_read_all_the_same(monkeypatch, tmp_path):
    monkeypatch.setattr(image, "engine", Told)
    (tmp_path / "file").write_text("")
    limits = Limits(ocr_cache=str(tmp_path / "file"))
    assert read(tiff(1), name="a.tif", limits=limits).lines


# -- by several processes -----------------------------------------------------------------------------------


def printed(pages):
    """Pages of a few printed words, large and clear."""
    sheets = []
    for number in range(pages):
        sheet = Image.new("L", (1240, 1754), 255)
        pen = ImageDraw.Draw(sheet)
        for line in range(8):
            pen.text((150, 150 + 60 * line), f"SO {number} THONG BAO {line}", fill=0, font=ImageFont.load_default(36))
        sheets.append(sheet)
    buffer = io.BytesIO()
    sheets[0].save(buffer, "TIFF", save_all=True, append_images=sheets[1:], resolution=150)
    return buffer.getvalue()


@WITH_TESSERACT
def test_several_processes_read_what_one_reads():
    data = printed(3)
    assert read(data, name="a.tif", limits=Limits(ocr_processes=2)) == read(data, name="a.tif")


def ends_the_process(data, name, index):
    os._exit(1)


@WITH_TESSERACT
def test_a_process_that_is_ended_is_an_error_of_the_machine():
    scan = Scan(b"", "a.tif", ends_the_process, replace(Limits(), ocr_processes=2))
    sheets = [Sheet(Page(number, 600, 840, "scan")) for number in (1, 2)]
    with pytest.raises(ResourcesError) as caught:
        list(read_sheets(scan, sheets, Told()))
    assert caught.value.detail == "ocr"
