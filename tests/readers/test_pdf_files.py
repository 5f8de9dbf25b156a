"""Whole files: text layers, notices, and a typed error for every broken one. Pictures of their pages."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_builder import Paper
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from dispatch_parser.errors import (
    DamagedInputError,
    DispatchError,
    EmptyInputError,
    EncryptedInputError,
    TooLargeError,
)
from dispatch_parser.limits import Limits
from dispatch_parser.readers import pdf, pdf_chars
from dispatch_parser.readers.pdf import read_pdf
from dispatch_parser.readers.render import page_images


@pytest.fixture(autouse=True)
def no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the file's own text says, whatever OCR engine this machine has."""
    monkeypatch.setattr(pdf, "engine", lambda: None)


WORDS = "lop chu nhan dang " * 5
LAYERS = {
    "words": (lambda p: p.text(70, 80, WORDS), "digital", []),
    "nothing at all": (lambda p: p.page(), "digital", []),
    "a picture beside words": (lambda p: p.picture(0, 0, 200, 200).text(70, 300, WORDS), "digital", []),
    "a page picture alone": (lambda p: p.picture(0, 0, 595, 842), "scan", ["scan_without_text"]),
    "strips of a page picture": (
        lambda p: [p.picture(0, 210.5 * k, 595, 210.5) for k in range(4)],
        "scan",
        ["scan_without_text"],
    ),
    "a caption over a page picture": (
        lambda p: p.picture(0, 0, 595, 842).text(400, 40, "Digitally signed by SO A", 8),
        "scan",
        ["scan_without_text"],
    ),
    "a page picture with hidden words": (lambda p: p.picture(0, 0, 595, 842).text(70, 80, WORDS, mode=3), "scan", []),
    "a background picture under a full page": (
        lambda p: p.picture(0, 0, 595, 842).lines(60, 80, [WORDS] * 5, 9),
        "digital",
        [],
    ),
}


@pytest.mark.parametrize(("draw", "layer", "notices"), LAYERS.values(), ids=LAYERS)
def test_text_layer(draw, layer: str, notices: list[str]) -> None:
    paper = Paper()
    draw(paper)
    document = read_pdf(paper.save(), name="a.pdf")
    assert [page.text_layer for page in document.pages] == [layer]
    assert document.notices == notices


def test_mixed_pages() -> None:
    paper = Paper().text(70, 80, WORDS).page().picture(0, 0, 595, 842)
    document = read_pdf(paper.save(), name="a.pdf")
    assert document.text_layer == "mixed"
    assert [page.number for page in document.pages] == [1, 2]


def test_hidden_words_of_a_scan_are_read() -> None:
    paper = Paper().picture(0, 0, 595, 842).text(70, 80, WORDS, mode=3)
    assert read_pdf(paper.save(), name="a.pdf").text == WORDS.strip()


def test_an_empty_password_opens() -> None:
    paper = Paper(encrypt=StandardEncryption("", ownerPassword="chu", canPrint=0)).text(70, 80, "mo duoc")
    assert read_pdf(paper.save(), name="a.pdf").text == "mo duoc"


def locked() -> bytes:
    return Paper(encrypt=StandardEncryption("khoa", ownerPassword="chu")).text(70, 80, "khoa").save()


def pages(count: int) -> bytes:
    paper = Paper()
    for k in range(count):
        paper.text(70, 80, f"trang {k}").page()
    return paper.save()


BROKEN = {
    "no bytes": (lambda: b"", EmptyInputError),
    "a header alone": (lambda: b"%PDF-1.7\n", DamagedInputError),
    "rubbish behind a header": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20, DamagedInputError),
    "an end without a beginning": (lambda: b"%PDF-1.4\nstartxref\n0\n%%EOF", DamagedInputError),
    "half a file": (lambda: pages(3)[: len(pages(3)) // 2], DamagedInputError),
    "a file without its last lines": (lambda: pages(3)[:-40], DamagedInputError),
    "another kind of file": (lambda: b"<html></html>", DamagedInputError),
    "a password": (locked, EncryptedInputError),
    "too many pages": (lambda: pages(6), TooLargeError),
    "too many bytes": (lambda: pages(1) + b"\n" * 100_000, TooLargeError),
    "too many characters": (lambda: Paper().lines(10, 20, ["0123456789" * 10] * 30, 5, 10).save(), TooLargeError),
}


@pytest.mark.parametrize(("make", "error"), BROKEN.values(), ids=BROKEN)
def test_broken_files(make, error: type[DispatchError]) -> None:
    limits = Limits(pages=5, input_bytes=90_000, characters=2_000)
    with pytest.raises(DispatchError) as caught:
        read_pdf(make(), name="hong.pdf", limits=limits)
    assert type(caught.value) is error
    assert caught.value.name == "hong.pdf"


def test_pages_are_counted_before_any_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_read_page", lambda *_: pytest.fail("a page was read"))
    with pytest.raises(TooLargeError):
        read_pdf(pages(3), name="a.pdf", limits=Limits(pages=2))


def test_a_page_with_too_many_characters_is_cut_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_chars, "MAX_CHARACTERS", 50)
    document = read_pdf(Paper().lines(70, 80, ["mot hai ba bon nam sau"] * 10).save(), name="a.pdf")
    assert document.notices == ["page_truncated"]
    assert 0 < len(document.text) < 80


def test_padding_behind_the_end_is_no_damage() -> None:
    assert read_pdf(pages(1) + b"\0" * 5000, name="a.pdf").text == "trang 0"


WHOLE = Paper().grid([60, 200, 400], [300, 320, 340]).text(70, 315, "o").stamped(70, 80, "12").save()


@settings(deadline=None, max_examples=80)
@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6), st.integers(0, 400)), min_size=1, max_size=8
    )
)
def test_any_damage_gives_a_document_or_a_typed_error(cuts: list[tuple[int, bytes, int]]) -> None:
    data = bytearray(WHOLE)
    for at, put, gone in cuts:
        data[at : at + gone] = put
    try:
        document = read_pdf(bytes(data), name="a.pdf")
    except DispatchError:
        return
    assert all(document.text[line.start : line.end] for line in document.lines)


def test_pictures_of_pages() -> None:
    paper = Paper().text(70, 80, "mot").page().text(70, 80, "hai").stamped(300, 400, "123456", 100, 30)
    data = paper.save()
    found = list(page_images(data, scale=1))
    assert [number for number, *_ in found] == [1, 2]
    for _, picture, width, height in found:
        image = Image.open(io.BytesIO(picture))
        assert image.size == (round(width), round(height)) == (595, 842)
    stamped = Image.open(io.BytesIO(found[1][1])).convert("L").crop((300, 380, 400, 410))
    assert stamped.getextrema()[0] < 100  # what an annotation prints is drawn


def test_pictures_of_some_pages_and_of_none() -> None:
    data = pages(3)
    assert [number for number, *_ in page_images(data, pages=[3, 1, 9, 0])] == [3, 1]
    with pytest.raises(EncryptedInputError):
        next(page_images(locked()))


def test_a_huge_page_is_drawn_small() -> None:
    data = Paper(size=(14_000, 14_000)).text(70, 80, "to").save()
    ((_, picture, width, _),) = page_images(data, scale=3)
    assert width == 14_000
    assert Image.open(io.BytesIO(picture)).size[0] <= 4_001
