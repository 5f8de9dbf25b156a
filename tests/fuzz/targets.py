"""What is fuzzed: one function a reader, bytes in; it returns, or raises what no input may cause.

A target calls the reader itself, not `registry.read`, whose last resort turns any exception into
DamagedInputError: here a KeyError is a finding, since it may cost a document that could have been read.
`check_document` and `check_record` hold what every Document and every record promises.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from evidences import evidences

from dispatch_parser.document import Document
from dispatch_parser.errors import DispatchError
from dispatch_parser.limits import Limits

LIMITS = Limits(input_bytes=2_000_000, pages=50, characters=200_000, archive_bytes=5_000_000, xml_bytes=2_000_000)
NAME = "input"
Target = Callable[[bytes], None]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = ("document", "styles", "numbering", "footnotes", "settings", "header1", "footer1", "rels")
"""The parts of a DOCX that the target `docx` fills; the first byte of an input picks one."""


class BrokenPromiseError(AssertionError):
    """A Document or record that is not as its class says."""


def _promise(holds: bool, what: str) -> None:
    if not holds:
        raise BrokenPromiseError(what)


def check_document(document: Document) -> None:
    """Lines lie within the text and do not overlap, pages and cells exist, no half of a surrogate pair is left."""
    size, last = len(document.text), 0
    document.text.encode("utf-8")
    pages = {page.number for page in document.pages}
    for line in sorted(document.lines, key=lambda line: line.start):
        _promise(last <= line.start <= line.end <= size, "a line outside the text, or over another")
        _promise(line.page in pages, "a line on no page")
        last = line.end
    for table in document.tables:
        for cell in table.cells:
            _promise(all(0 <= index < len(document.lines) for index in cell.lines), "a cell of no line")
            _promise(0 <= cell.row < table.rows and 0 <= cell.column < table.columns, "a cell outside its table")


def check_record(record: Any, text: str) -> None:
    """Every span of evidence cuts words out of the text; the record goes to JSON and comes back."""
    for evidence in evidences(record.model_dump(mode="json")):
        for span in evidence["spans"]:
            _promise(0 <= span["start"] < span["end"] <= len(text), "a span outside the text")
            _promise(bool(text[span["start"] : span["end"]].strip()), "a span without words")
    _promise(type(record).model_validate_json(record.model_dump_json()) == record, "JSON and back")


# -- the readers ---------------------------------------------------------------------------------------------


def text(data: bytes) -> None:
    """Plain text of any encoding."""
    from dispatch_parser.readers.text import decode, read_text

    with contextlib.suppress(DispatchError):
        check_document(read_text(decode(data, name=NAME)[0], name=NAME))


def html(data: bytes) -> None:
    """A web page."""
    from dispatch_parser.readers.html import read_html

    with contextlib.suppress(DispatchError):
        check_document(read_html(data, name=NAME, limits=LIMITS))


def docx(data: bytes) -> None:
    """One part of a DOCX, the others as they should be: mutations work on XML, not on packed bytes."""
    from dispatch_parser.readers.docx import read_docx

    with contextlib.suppress(DispatchError):
        check_document(read_docx(shell(data), name=NAME, limits=LIMITS))


def archive(data: bytes) -> None:
    """Raw bytes that claim to be a zip: DOCX, ODT or neither."""
    from dispatch_parser.readers.docx import read_docx
    from dispatch_parser.readers.office import kind_of_archive

    with contextlib.suppress(DispatchError):
        if kind_of_archive(data, name=NAME, limits=LIMITS) == "docx":
            check_document(read_docx(data, name=NAME, limits=LIMITS))


def office(data: bytes) -> None:
    """The Python part of .doc and .rtf: OLE directories, font tables. LibreOffice itself is not run here."""
    from dispatch_parser.readers.office import with_plain_codes
    from dispatch_parser.readers.registry import kind_of

    with contextlib.suppress(DispatchError):
        if kind_of(data, name=NAME, limits=LIMITS) == "rtf":
            with_plain_codes(data)


def pdf(data: bytes) -> None:
    """A PDF by its text layer, and its signatures; no OCR."""
    from dispatch_parser.readers import pdf as reader
    from dispatch_parser.readers.signatures import add_signatures

    reader.engine = lambda: None
    with contextlib.suppress(DispatchError):
        document = reader.read_pdf(data, name=NAME, limits=LIMITS)
        check_document(document)
        add_signatures(document, data, "pdf", LIMITS)


def image(data: bytes) -> None:
    """A picture, with an engine that reads nothing: decoding and sizes, not recognition."""
    from dispatch_parser.readers import image as reader
    from dispatch_parser.readers.ocr.engine import Recognition

    class Blind:
        name = "blind"

        def recognise(self, picture: Any, *, dpi: int, seconds: float, sparse: bool = False) -> Recognition:
            return Recognition(())

    reader.engine = Blind
    with contextlib.suppress(DispatchError):
        check_document(reader.read_image(data, name=NAME, limits=LIMITS))


def signature(data: bytes) -> None:
    """The CMS bytes of a digital signature. Errors of the ASN.1 library are caught where it is called."""
    from dispatch_parser.readers import signatures

    with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, NotImplementedError):
        signatures._checked(signatures.Signed(data, (0, 4, 8, 4), None, "adbe.pkcs7.detached"), b"0" * 12)


def record(data: bytes) -> None:
    """Every extractor: text to record."""
    from dispatch_parser.readers.text import read_text

    words = data.decode("utf-8", "replace")
    document = read_text(words, name=NAME)
    check_record(_parser().parse_document(document), document.text)


@cache
def _parser() -> Any:
    from dispatch_parser.pipeline import Parser

    return Parser()


def shell(data: bytes) -> bytes:
    """A DOCX around one part of it."""
    which = PARTS[data[0] % len(PARTS)] if data else PARTS[0]
    members = {**_members(), _path(which): data[1:]}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in members.items():
            made.writestr(name, content)
    return buffer.getvalue()


def _path(part: str) -> str:
    return "word/_rels/document.xml.rels" if part == "rels" else f"word/{part}.xml"


@cache
def _members() -> dict[str, bytes]:
    spaces = f'xmlns:w="{_W}" xmlns:r="{_R}"'
    others = [part for part in PARTS if part not in ("document", "rels")]
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}{part.rstrip("1")}+xml"/>' for part in others
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_R}/{part.rstrip("1")}" Target="{part}.xml"/>' for n, part in enumerate(others)
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "settings": "settings",
             "header1": "hdr", "footer1": "ftr"}  # fmt: skip
    bodies = {
        "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        "styles": '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
    }
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{_KIND}document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="d" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body><w:p><w:r><w:t>Kính gửi: Sở Y tế.</w:t></w:r></w:p><w:sectPr>"
        '<w:headerReference w:type="default" r:id="r4"/><w:footerReference w:type="default" r:id="r5"/></w:sectPr>'
        "</w:body></w:document>",
    }
    for part in others:
        members[f"word/{part}.xml"] = f"<w:{roots[part]} {spaces}>{bodies.get(part, '')}</w:{roots[part]}>"
    return {name: content.encode() for name, content in members.items()}


TARGETS: dict[str, Target] = {
    function.__name__: function
    for function in (text, html, docx, archive, office, pdf, image, signature, record)
}
