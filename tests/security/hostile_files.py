"""Files drawn by hand to harm whoever opens them: small, and each with one trick."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

WORDS = b"BT /F 12 Tf 60 700 Td (So Y te bao cao) Tj ET "
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(objects: Mapping[int, bytes]) -> bytes:
    """A PDF of these objects; 1 is its catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    return bytes(out + b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF" % (size, start))


def stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (about, len(data), data)


def page(content: bytes, *, font: bytes = FONT, resources: bytes = b"", more: bytes = b"", **others: bytes) -> bytes:
    """A page with this content; `others` are objects `o6`, `o7` …"""
    return pdf({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%b>>%b>>"
        % (resources, more),
        4: content,
        5: font,
        **{int(name[1:]): body for name, body in others.items()},
    })  # fmt: skip


def forms(depth: int, fan: int) -> bytes:
    """Forms that draw each other `fan` times, `depth` deep: 2 KB that ask for fan ** depth drawings."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    made = {
        f"o{6 + n}": stream(b"/X Do " * fan if n < depth - 1 else WORDS, form % (7 + n)) for n in range(depth)
    }
    return page(stream(b"/X Do " + WORDS), resources=b"/XObject<</X 6 0 R>>", **made)


def scan(width: int, height: int, data: bytes, about: bytes) -> bytes:
    """A page that is one picture which claims this size."""
    picture = b"/Type/XObject/Subtype/Image/Width %d/Height %d%b" % (width, height, about)
    drawn = stream(b"q 595 0 0 842 0 0 cm /I Do Q")
    return page(drawn, resources=b"/XObject<</I 6 0 R>>", o6=stream(data, picture))


def junk_font() -> bytes:
    program = stream(b"\0\1\0\0\xff\xff\0\0\0\0\0\0head" + b"\xff" * 5000)
    descriptor = b"<</Type/FontDescriptor/FontName/AAAAAA+X/Flags 4/FontFile2 7 0 R>>"
    font = b"<</Type/Font/Subtype/TrueType/BaseFont/AAAAAA+X/FirstChar 0/LastChar 255/Widths[]/FontDescriptor 6 0 R>>"
    return page(stream(WORDS), font=font, o6=descriptor, o7=program)


def font_that_draws_itself() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 6 0 R>>/Encoding"
        b"<</Differences[0/a 83/a/a/a]>>/FirstChar 0/LastChar 255/Widths[%b]/Resources<</Font<</F 5 0 R>>>>>>" % (b"1 " * 256)
    )
    return page(stream(WORDS), font=font, o6=stream(b"1 0 d0 " + WORDS))


def font_of_many_ranges() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[8 0 R]/ToUnicode 6 0 R>>"
    )
    ranges = stream(zlib.compress(b"beginbfrange " + b"<0000> <ffff> <0041> " * 200_000, 9), b"/Filter/FlateDecode")
    below = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>>>"
    return page(stream(WORDS), font=font, o6=ranges, o8=below)


def png(width: int, height: int, data: bytes) -> bytes:
    """A PNG that claims this size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(data)) + chunk(b"IEND", b"")


def docx(sample: Path, members: Mapping[str, bytes]) -> bytes:
    """A sample with these members put in or replaced."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(sample) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *members]):
            new.writestr(name, members[name] if name in members else old.read(name))
    return buffer.getvalue()


def odt(content: str) -> bytes:
    """An ODT with this content.xml."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return buffer.getvalue()


MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry '
    'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
