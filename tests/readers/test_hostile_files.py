"""Files built to exhaust a reader are refused, and no bytes at all make it fail in any other way."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest
from docx_made import SPACES, docx, lines, par, table
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch_parser.errors import (
    DamagedInputError,
    DispatchError,
    EncryptedInputError,
    HostileInputError,
    TooLargeError,
)
from dispatch_parser.limits import Limits
from dispatch_parser.readers.registry import read

TEXT = "UBND TỈNH SƠN HẢI     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/UBND-TH\nKính gửi: Sở Y tế.\n"
HTML = f"<html><title>Tin</title><body><table><tr><td>{TEXT}</td></tr></table><p>Giao Sở</p></body></html>"
TASKS = table(["TT", "Việc", "Cơ quan"], ["1", "Rà soát", "Sở Y tế"])
WORD = docx(lines("Kính gửi: Sở Y tế.", "Giao Sở Y tế.") + TASKS)


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one more member, packed as tightly as zip can."""
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def marked_encrypted(data: bytes) -> bytes:
    """The archive with the encryption flag set on the last member of its directory."""
    at = data.rindex(b"PK\x01\x02")
    return data[: at + 8] + bytes([data[at + 8] | 1]) + data[at + 9 :]


def replaced(content: str | bytes) -> bytes:
    """A DOCX whose document part is this XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content if name == "word/document.xml" else old.read(name))
    return buffer.getvalue()


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol"}">' for n in range(10))
BOMB = (
    f'<?xml version="1.0"?><!DOCTYPE w:document [{ENTITIES}]>'
    f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>"
)


def deep(levels: int) -> str:
    return "<w:sdt><w:sdtContent>" * levels + par("x") + "</w:sdtContent></w:sdt>" * levels


@pytest.mark.parametrize(
    ("data", "error", "detail"),
    [
        pytest.param(with_member(WORD, "word/a.bin", bytes(40_000_000)), HostileInputError, "zip_bomb", id="bomb"),
        pytest.param(replaced(BOMB), HostileInputError, "entities", id="billion laughs"),
        pytest.param(docx(deep(110)), HostileInputError, "depth", id="nesting"),
        pytest.param(docx(deep(5000)), HostileInputError, "depth", id="nesting that lxml refuses"),
        pytest.param(marked_encrypted(WORD), EncryptedInputError, "", id="encrypted member"),
        pytest.param(WORD[:-30], DamagedInputError, "archive", id="cut off"),
    ],
)
def test_each_attack_has_its_error(data, error, detail):
    with pytest.raises(error) as caught:
        read(data, name="a.docx")
    assert (type(caught.value), caught.value.detail) == (error, detail)


def test_an_entity_bomb_in_utf_16_is_seen():
    with pytest.raises(HostileInputError):
        read(replaced(BOMB.replace('version="1.0"', 'version="1.0" encoding="UTF-16"').encode("utf-16")))


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (Limits(archive_members=3), TooLargeError),
        (Limits(archive_bytes=500), HostileInputError),
        (Limits(characters=10), TooLargeError),
        (Limits(xml_bytes=100), TooLargeError),
        (Limits(xml_depth=4), HostileInputError),
    ],
)
def test_limits_of_a_docx(limits, error):
    read(WORD)
    with pytest.raises(error):
        read(WORD, limits=limits)


def test_pages_are_limited():
    pages = par("x", "<w:pageBreakBefore/>") * 5
    assert len(read(docx(pages)).pages) == 6
    with pytest.raises(TooLargeError) as caught:
        read(docx(pages), limits=Limits(pages=5))
    assert caught.value.detail == "pages"


def test_a_bomb_is_refused_before_it_is_unpacked():
    bomb = with_member(WORD, "word/media/a.bin", bytes(60_000_000))
    tracemalloc.start()
    with pytest.raises(HostileInputError):
        read(bomb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000


def test_members_that_overlap_are_refused():
    """One packed stretch named by a thousand directory entries: each is small, together they are not."""
    data = with_member(WORD, "word/media/a.bin", bytes(range(256)) * 200)
    directory = data.index(b"PK\x01\x02")
    entry_at = data.rindex(b"PK\x01\x02")
    end_at = data.rindex(b"PK\x05\x06")
    entry, end = data[entry_at:end_at], bytearray(data[end_at:])
    count = 6000
    packed = data[:entry_at] + entry * count
    end[8:12] = count.to_bytes(2, "little") * 2
    end[12:16] = (len(packed) - directory).to_bytes(4, "little")
    with pytest.raises((HostileInputError, DamagedInputError)):
        read(packed + bytes(end))


def safely(data: bytes) -> None:
    """Read; only a DispatchError may come of it, and its sentence must be one."""
    try:
        document = read(data, name="a")
    except DispatchError as error:
        sentence = str(error)
    else:
        sentence = "a: read"
        assert all(0 <= line.start < line.end <= len(document.text) for line in document.lines)
    assert sentence.startswith("a: ")


@settings(deadline=None)  # the first example loads the model's rules
@given(st.binary(max_size=400))
def test_any_bytes(data):
    safely(data)


MAGICS = [
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"<html>",
    b"\xff\xfe",
    b"\x89PNG\r\n\x1a\n",
    b"<?xml ",
]


@settings(deadline=None)
@given(st.sampled_from(MAGICS), st.binary(max_size=1500))
def test_any_bytes_behind_a_known_beginning(magic, data):
    safely(magic + data)


@pytest.mark.parametrize("valid", [WORD, HTML.encode(), TEXT.encode()], ids=["docx", "html", "text"])
@settings(deadline=None)
@given(data=st.data())
def test_valid_files_with_changed_bytes(valid, data):
    changed = bytearray(valid)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    safely(bytes(changed[: data.draw(st.integers(0, len(changed)))]))
    safely(bytes(changed))


PART = zipfile.ZipFile(io.BytesIO(WORD)).read("word/document.xml")


@settings(deadline=None)
@given(st.integers(0, len(PART) - 1), st.binary(max_size=3), st.integers(0, 40))
def test_a_document_part_with_a_changed_stretch(at, put, gone):
    safely(replaced(PART[:at] + put + PART[at + gone :]))


TAGS = [
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td rowspan=9>",
    "</td>",
    "</table>",
    "<ol>",
    "<li>",
    "<div>",
    "</div>",
    "a",
    "<br>",
    "<td colspan=0>",
    "&nbsp;",
    "<ul>",
    "</ol>",
    "<pre>",
    "\n",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=40))
def test_any_tags(parts):
    safely(("<html><body>" + "".join(parts)).encode())


INLINE = [
    "<w:p/>",
    par("x"),
    table(["a", "b"]),
    "<w:tbl/>",
    "<w:tbl><w:tr/></w:tbl>",
    "<w:sectPr/>",
    "<w:sdt/>",
    '<w:p><w:pPr><w:numPr><w:numId w:val="x"/></w:numPr></w:pPr></w:p>',
    '<w:p><w:r><w:sym w:char="zz"/><w:br w:type="column"/><w:t/></w:r></w:p>',
    '<w:p><w:pPr><w:ind w:left="-9"/><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>',
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/><w:gridSpan w:val="-3"/></w:tcPr></w:tc></w:tr></w:tbl>',
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(INLINE), max_size=8))
def test_any_word_markup(parts):
    safely(docx("".join(parts), numbering="<w:num/>", styles='<w:style w:styleId="a"/>'))
