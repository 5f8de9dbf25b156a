"""DOCX files made by hand, part by part, so that a test shows the very markup it is about."""

from __future__ import annotations

import io
import zipfile

from dispatch_parser.document import Document
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.docx import read_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "settings": "settings"}


def run(text: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(text: str = "", properties: str = "", inner: str = "") -> str:
    """A paragraph: words, or any inline markup as `inner`."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def lines(*texts: str) -> str:
    """One paragraph a line."""
    return "".join(map(par, texts))


def cell(content: str, properties: str = "") -> str:
    """A cell; bare words become a paragraph."""
    inner = content if content.startswith("<w:") else lines(*content.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: list[str], ruled: bool = True, widths: tuple[int, ...] = ()) -> str:
    """A table of cells (markup from `cell`, or bare words)."""
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideV"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = "".join(
        "<w:tr>" + "".join(c if c.startswith("<w:tc>") else cell(c) for c in row) + "</w:tr>" for row in rows
    )
    borders = f"<w:tblBorders>{sides}</w:tblBorders>" if ruled else ""
    return f"<w:tbl><w:tblPr>{borders}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def docx(body: str, **parts: str) -> bytes:
    """A file with this body; `parts` are the contents of styles, numbering, footnotes, settings, header1 …"""
    relations, overrides, members = "", "", {}
    for number, (name, content) in enumerate(parts.items(), 1):
        kind = name.rstrip("0123456789")
        root = _ROOTS.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, kind))
        members[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{content}</w:{root}>"
        relations += f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{name}.xml"/>'
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}{kind}+xml"/>'
    package = "http://schemas.openxmlformats.org/package/2006"
    members |= {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        f'PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }
    return zipped(members)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip archive of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(body: str, *, limits: Limits = DEFAULT_LIMITS, **parts: str) -> Document:
    """The Document of a made file."""
    return read_docx(docx(body, **parts), name="made.docx", limits=limits)


def texts(document: Document, **wanted: object) -> list[str]:
    """The words of the lines whose attributes are as wanted (`column="left"`, `role="cell"`)."""
    return [
        document.line_text(line)
        for line in document.lines
        if all(getattr(line, name) == value for name, value in wanted.items())
    ]
