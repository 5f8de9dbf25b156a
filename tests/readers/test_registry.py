"""A file is known by its bytes; each thing that can be wrong with it has its own error."""

from __future__ import annotations

import hashlib
import os
import struct
import subprocess
import sys
import tracemalloc

import pytest
from docx_made import docx, par, zipped

from dispatch_parser.errors import (
    DamagedInputError,
    EmptyInputError,
    EncryptedInputError,
    InputNotFoundError,
    MissingDependencyError,
    TooLargeError,
    UnknownTypeError,
)
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.registry import kind_of, read

DOCX = docx(par("Giao Sở Y tế."))


def ole(*streams: str, flags: int = 0) -> bytes:
    """An OLE file: header, a directory of these streams, one sector with the beginning of a Word document."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + struct.pack("<H", 9) + bytes(16)
    header += struct.pack("<I", 0) + bytes(24) + struct.pack("<109I", *[0xFFFFFFFF] * 109)
    directory = b""
    for stream in streams:
        name = stream.encode("utf-16-le") + b"\0\0"
        entry = name.ljust(64, b"\0") + struct.pack("<H", len(name))
        directory += entry.ljust(116, b"\0") + struct.pack("<I", 1) + bytes(8)
    fib = bytes(10) + struct.pack("<H", flags)
    return header + directory.ljust(512, b"\0") + fib.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4\n", "pdf"),
        (DOCX, "docx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "odt"),
        (ole("Root Entry", "WordDocument"), "doc"),
        (b"{\\rtf1\\ansi Xin}", "rtf"),
        (b"<!DOCTYPE html><html><body>a</body></html>", "html"),
        (b"\xef\xbb\xbf  <!-- x --><div>a</div>", "html"),
        ("<html><p>a</p></html>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "doc"),
        ("Kính gửi: Sở Y tế".encode(), "text"),
        (b"< 5 va > 3", "text"),
    ],
)
def test_kinds_by_their_bytes(data, kind):
    assert kind_of(data, name="file.bin") == kind


@pytest.mark.parametrize(
    ("data", "error", "detail"),
    [
        (zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), UnknownTypeError, "xlsx"),
        (zipped({"[Content_Types].xml": "<x/>", "ppt/presentation.xml": "<x/>"}), UnknownTypeError, "pptx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), UnknownTypeError, "ods"),
        (zipped({"a.txt": "a"}), UnknownTypeError, "zip"),
        (ole("Workbook"), UnknownTypeError, "xls"),
        (ole("PowerPoint Document"), UnknownTypeError, "ppt"),
        (ole("Contents"), UnknownTypeError, "ole"),
        (b'<?xml version="1.0"?><invoice/>', UnknownTypeError, "xml"),
        (b"\x7fELF\x02\x01\x01\x00\x00", UnknownTypeError, "binary"),
        (ole("EncryptionInfo", "EncryptedPackage"), EncryptedInputError, ""),
        (ole("WordDocument", flags=0x0100), EncryptedInputError, ""),
        (
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<m><encryption-data/></m>",
                }
            ),
            EncryptedInputError,
            "",
        ),
        (DOCX[: len(DOCX) // 2], DamagedInputError, "archive"),
        (ole("WordDocument")[:200], DamagedInputError, "archive"),
        (docx("").replace(b"word/document.xml", b"word/documant.xml"), DamagedInputError, "archive"),
        (b"", EmptyInputError, ""),
        (b"\xef\xbb\xbf \r\n", EmptyInputError, ""),
    ],
)
def test_what_cannot_be_read_says_why(data, error, detail):
    with pytest.raises(error) as caught:
        read(data, name="a.docx")
    assert type(caught.value) is error
    assert (caught.value.name, caught.value.detail) == ("a.docx", detail)


def test_broken_xml_names_its_part():
    with pytest.raises(DamagedInputError) as caught:
        read(docx("<w:p>"), name="a.docx")
    assert caught.value.detail


def test_a_path_gives_name_and_hash(tmp_path):
    path = tmp_path / "công văn.bin"
    path.write_bytes(DOCX)
    document = read(path)
    assert (document.source.name, document.source.media) == ("công văn.bin", "docx")
    assert document.source.sha256 == hashlib.sha256(DOCX).hexdigest()
    assert document.text == "Giao Sở Y tế."


@pytest.mark.parametrize(("place", "detail"), [("nowhere.docx", "missing"), ("", "directory"), ("a\0b", "")])
def test_a_path_that_is_no_file(tmp_path, place, detail):
    with pytest.raises(InputNotFoundError) as caught:
        read(str(tmp_path / place))
    assert caught.value.detail == detail


def test_a_large_file_is_not_read(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as handle:
        handle.truncate(5_000_000_000)  # a sparse file: reading it would take minutes and 5 GB
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        read(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


def test_more_bytes_than_the_limit():
    with pytest.raises(TooLargeError):
        read(b"a" * 11, limits=Limits(input_bytes=10))
    assert read(b"a" * 10, limits=Limits(input_bytes=10)).text == "a" * 10


def test_more_characters_than_the_limit():
    with pytest.raises(TooLargeError):
        read(b"a" * 11, limits=Limits(characters=10))


def test_looking_for_the_reader_loads_none():
    code = (
        "import sys, dispatch_parser.readers.registry as r; "
        "print(sorted({'lxml', 'docx', 'pypdfium2', 'pdfplumber', 'yaml', 'spacy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_reader_that_is_missing_a_package_says_which(monkeypatch):
    for module in ("docx", "docx_package"):
        monkeypatch.delitem(sys.modules, f"dispatch_parser.readers.{module}", raising=False)
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(MissingDependencyError) as caught:
        read(DOCX, name="a.docx", limits=DEFAULT_LIMITS)
    assert "lxml" in caught.value.detail


def test_a_named_pipe_is_refused_not_waited_for(tmp_path):
    pipe = tmp_path / "cv.pdf"
    os.mkfifo(pipe)
    with pytest.raises(InputNotFoundError) as caught:
        read(pipe)
    assert caught.value.detail == "special"
