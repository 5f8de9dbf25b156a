"""What a file refers to outside itself is never fetched; what it holds to harm its reader costs at most itself."""

from __future__ import annotations

import json
import socket
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import hostile_files as hostile
import pytest

from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.runner import Options, Run
from dispatch_parser.errors import DamagedInputError, DispatchError, HostileInputError, TooLargeError
from dispatch_parser.messages import explain
from dispatch_parser.readers import image, pdf
from dispatch_parser.readers.registry import read

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "chi-thi.docx"
WORDS = "words of another file"
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@pytest.fixture(autouse=True)
def no_way_out(monkeypatch):
    """No connection, and no OCR: what the files' own readers do."""

    def refuse(*_):
        raise AssertionError("a connection was opened")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(pdf, "engine", lambda: None)
    monkeypatch.setattr(image, "engine", lambda: None)


@pytest.fixture
def outside(tmp_path):
    """A file that documents try to draw in."""
    path = tmp_path / "outside.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path.as_uri()


def part(declared, entity):
    """The document part of a DOCX with a declaration, and an entity in its first words."""
    with zipfile.ZipFile(SAMPLE) as archive:
        xml = archive.read("word/document.xml").decode()
    xml = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
    return f"<!DOCTYPE x [{declared}]>{xml.replace('</w:t>', f'&{entity};</w:t>', 1)}".encode()


ODT = (
    '<?xml version="1.0"?>{0}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body><office:text>'
    "<text:p>Kính gửi: Sở Y tế {1}</text:p></office:text></office:body></office:document-content>"
)

ENTITIES = {
    "docx, a billion laughs": lambda _: hostile.docx(SAMPLE, {"word/document.xml": part(LAUGHS, "e9")}),
    "docx, an entity of another file": lambda uri: hostile.docx(
        SAMPLE, {"word/document.xml": part(f'<!ENTITY e SYSTEM "{uri}">', "e")}
    ),
    "docx, a parameter entity in its styles": lambda uri: hostile.docx(
        SAMPLE, {"word/styles.xml": f'<!DOCTYPE x [<!ENTITY % e SYSTEM "{uri}"> %e;]><x/>'.encode()}
    ),
    "docx, an entity in its relations": lambda uri: hostile.docx(
        SAMPLE, {"word/_rels/document.xml.rels": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{uri}">]><x>&e;</x>'.encode()}
    ),
    "odt, a billion laughs": lambda _: hostile.odt(ODT.format(f"<!DOCTYPE x [{LAUGHS}]>", "&e9;")),
    "odt, an entity of another file": lambda uri: hostile.odt(
        ODT.format(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{uri}">]>', "&e;")
    ),
}


@pytest.mark.parametrize("make", ENTITIES.values(), ids=ENTITIES)
def test_declared_entities_are_refused(make, outside):
    with pytest.raises(HostileInputError) as caught:
        read(make(outside), name="a")
    assert caught.value.detail == "entities"
    assert WORDS not in explain(caught.value, "en")


def test_entities_of_a_page_stay_as_they_are(outside):
    page = f'<!DOCTYPE html [<!ENTITY e SYSTEM "{outside}">{LAUGHS}]><html><body><p>Kính gửi: &e; &e9;</p></body></html>'
    text = read(page.encode(), name="a").text
    assert "Kính gửi" in text
    assert WORDS not in text
    assert len(text) < 2_000


def test_a_page_fetches_nothing(outside):
    page = (
        f'<html><head><base href="http://mau.invalid/"><link rel="stylesheet" href="a.css"><script src="{outside}"></script>'
        f'<meta http-equiv="refresh" content="0;url={outside}"></head><body><iframe src="{outside}"></iframe>'
        f'<object data="{outside}"></object><img src="http://mau.invalid/a.png"><p>Kính gửi: Sở Y tế.</p></body></html>'
    )
    assert read(page.encode(), name="a").text == "Kính gửi: Sở Y tế."


def test_a_docx_fetches_nothing(outside):
    """A template and a picture elsewhere, and a document part that claims to be elsewhere."""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(SAMPLE) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    more = "".join(
        f'<Relationship Id="x{n}" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'
        for n, (kind, target) in enumerate(
            (("attachedTemplate", "http://mau.invalid/a.dotm"), ("image", outside), ("styles", outside), ("header", outside))
        )
    )
    linked = relations.replace("</Relationships>", f"{more}</Relationships>").encode()
    assert read(hostile.docx(SAMPLE, {"word/_rels/document.xml.rels": linked}), name="a").text == read(SAMPLE).text


PICTURE = b"/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/"
CONTAINED = {
    "a broken font program": hostile.junk_font,
    "a font that draws itself": hostile.font_that_draws_itself,
    "a font of two hundred thousand ranges": hostile.font_of_many_ranges,
    "a picture that claims 60,000 x 60,000": lambda: hostile.scan(
        60_000, 60_000, zlib.compress(bytes(1_000_000), 9), PICTURE + b"FlateDecode"
    ),
    "JBIG2 of nothing": lambda: hostile.scan(
        60_000, 60_000, bytes(2_000), b"/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode"
    ),
    "JPEG 2000 of nothing": lambda: hostile.scan(
        60_000, 60_000, b"\0\0\0\x0cjP  \r\n\x87\n" + b"\xff" * 500, b"/Filter/JPXDecode"
    ),
    "JPEG of nothing": lambda: hostile.scan(6_000, 6_000, b"\xff\xd8\xff\xe0" + b"\xff" * 500, PICTURE + b"DCTDecode"),
    "arrays in arrays": lambda: hostile.page(hostile.stream(b"[" * 500_000 + hostile.WORDS)),
    "objects in objects": lambda: hostile.page(
        hostile.stream(hostile.WORDS), more=b"/X " + b"[" * 300_000 + b"]" * 300_000
    ),
    "a content that is itself": lambda: hostile.page(b"[4 0 R 4 0 R]"),
    "a chain of filters": lambda: hostile.page(
        hostile.stream(b"00" * 1_000, b"/Filter[" + b"/ASCIIHexDecode " * 5_000 + b"]")
    ),
    "a content packed a thousand times": lambda: hostile.page(
        hostile.stream(zlib.compress(hostile.WORDS + b" " * 20_000_000, 9), b"/Filter/FlateDecode")
    ),
}


@pytest.mark.parametrize("make", CONTAINED.values(), ids=CONTAINED)
def test_fonts_pictures_and_objects_of_a_pdf_are_contained(make):
    document = read(make(), name="a.pdf")
    assert len(document.pages) == 1
    assert len(document.text) < 1_000


def test_pages_that_hold_each_other_are_damage():
    looped = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000>>"}
    with pytest.raises(DamagedInputError):
        read(hostile.pdf(looped), name="a.pdf")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(hostile.png(60_000, 60_000, bytes(1_000)), TooLargeError, id="claims to be huge"),
        pytest.param(hostile.png(0, 5, b""), DamagedInputError, id="claims to be nothing"),
        pytest.param(hostile.png(2_000, 2_000, bytes(100)), DispatchError, id="cut off"),
    ],
)
def test_pictures_are_bounded(data, error, monkeypatch):
    monkeypatch.undo()
    with pytest.raises(error):
        read(data, name="a.png")


def test_a_bomb_in_a_pdf_costs_only_itself_in_a_batch(tmp_path):
    """2 KB that want to be a billion drawings: no bound of pdfium stops them, the process's bound does."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "a.pdf").write_bytes(hostile.forms(10, 10))
    (source / "b.txt").write_text("Kính gửi: Sở Y tế.\n", encoding="utf-8")
    options = Options((str(source),), tmp_path / "out", bounds=replace(Bounds(), memory=300_000_000, seconds=60.0))
    with Run(options) as run:
        run.take_stock()
        found = {answer.name: answer.failure.code if answer.failure else "record" for answer in run.work()}
        run.write(lambda failure: failure.message)
    assert found["b.txt"] == "record"
    assert found["a.pdf"] in ("killed", "memory")
    assert [json.loads(line)["file"] for line in (tmp_path / "out" / "errors.jsonl").open(encoding="utf-8")] == ["a.pdf"]
