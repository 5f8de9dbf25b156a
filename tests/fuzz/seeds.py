"""Where fuzzing starts: small inputs of every kind, made from samples/ and drawn by hand.

`seeds(target)` gives them by name; nothing is stored, so that the samples and the seeds never part ways.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
FOUND = Path(__file__).with_name("found")
"""Inputs that once broke something, `<target>-<what>`: kept as seeds and run by the tests."""
_SMALL = 6_000  # bytes of XML a seed


def seeds(target: str) -> dict[str, bytes]:
    """The seeds of a target by name."""
    made = dict(_MAKERS[target]())
    found = sorted(FOUND.glob(f"{target}-*")) if FOUND.is_dir() else []
    return made | {path.name: path.read_bytes() for path in found}


def _texts() -> Iterator[tuple[str, bytes]]:
    for path in sorted(SAMPLES.glob("*.txt")):
        words = path.read_text(encoding="utf-8")
        yield path.stem, words.encode()
        yield f"{path.stem}-utf16", words[:600].encode("utf-16")
        yield f"{path.stem}-cp1258", words[:600].encode("cp1258", "replace")
    yield "tcvn3", "Uû ban nh©n d©n tØnh B¾c S¬n\nSè: 12/UB-VX\nCéng hoµ x· héi chñ nghÜa ViÖt Nam".encode("cp1252", "replace")
    yield "empty", b" "


def _pages() -> Iterator[tuple[str, bytes]]:
    for path in sorted(SAMPLES.glob("*.html")):
        yield path.stem, path.read_bytes()
    yield "tables", b"<html><meta charset=windows-1258><table><tr><td rowspan=2 colspan=3>a<td>b<tr><td><ol start=3 type=i><li>x<li>y</ol></table>"
    yield "deep", b"<html><body>" + b"<div><p>" * 200 + b"x"


def _stories() -> Iterator[tuple[str, bytes]]:
    for path in sorted(SAMPLES.glob("*.docx")):
        with zipfile.ZipFile(path) as archive:
            document = archive.read("word/document.xml")
        head = document[: document.index(b"<w:body>") + 8]
        body = document[len(head) :]
        for number, at in enumerate(range(0, min(len(body), 4 * _SMALL), _SMALL)):
            start = body.find(b"<w:p>" if b"<w:p>" in body[at:] else b"<w:p ", at)
            end = body.find(b"</w:p>", start + _SMALL)
            if 0 <= start < end:
                yield f"{path.stem}-{number}", b"\0" + head + body[start:end] + b"</w:p></w:body></w:document>"
    for number, member in ((1, "styles"), (2, "numbering"), (4, "settings"), (7, "rels")):
        name = "word/_rels/document.xml.rels" if member == "rels" else f"word/{member}.xml"
        with zipfile.ZipFile(SAMPLES / "ke-hoach-phu-luc.docx") as archive:
            if name in archive.namelist():
                yield member, bytes([number]) + archive.read(name)[:20_000]


def _archives() -> Iterator[tuple[str, bytes]]:
    from targets import shell

    yield "docx", shell(b"")
    for mimetype in ("text", "spreadsheet"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{mimetype}")
            archive.writestr("content.xml", "<office:document-content/>")
            archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")
        yield mimetype, buffer.getvalue()
    small = zipfile.ZipFile(SAMPLES / "bad" / "bom-thuc-the.docx")
    yield "entities", Path(str(small.filename)).read_bytes()


def _office() -> Iterator[tuple[str, bytes]]:
    fonts = b"{\\rtf1\\ansi{\\fonttbl{\\f0\\fnil\\fcharset2 .VnTime;}{\\f1\\fcharset163{\\*\\falt x}VNI-Times;}}\\f0 S\\'e8 12}"
    yield "rtf", fonts
    yield "nested", b"{\\rtf1" + b"{\\*\\x" * 500
    yield "ole", _ole("WordDocument")
    yield "ole-xls", _ole("Workbook")


def _ole(stream: str) -> bytes:
    """A compound file of one table sector and one directory sector."""
    head = bytearray(512)
    head[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    head[30:32], head[48:52] = (9).to_bytes(2, "little"), (1).to_bytes(4, "little")
    head[76:512] = b"\xff" * 436
    head[76:80] = bytes(4)
    table = bytearray(b"\xff" * 512)
    entries = bytearray(512)
    for number, name in enumerate(("Root Entry", stream)):
        wide = name.encode("utf-16-le")
        at = 128 * number
        entries[at : at + len(wide)] = wide
        entries[at + 64 : at + 66] = (len(wide) + 2).to_bytes(2, "little")
        entries[at + 116 : at + 120] = (2).to_bytes(4, "little")
    return bytes(head + table + entries) + bytes(512)


def _pdfs() -> Iterator[tuple[str, bytes]]:
    from reportlab.pdfgen.canvas import Canvas

    def paper(draw: object, **options: object) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(595, 842), pageCompression=0, invariant=1, **options)
        draw(canvas)  # type: ignore[operator]
        canvas.save()
        return buffer.getvalue()

    def letter(c: Canvas) -> None:
        c.setFont("Helvetica", 13)
        c.drawString(60, 780, "UBND TINH SON HAI")
        c.drawString(320, 780, "CONG HOA XA HOI CHU NGHIA VIET NAM")
        c.line(340, 770, 500, 770)
        for n in range(12):
            c.drawString(60, 720 - 18 * n, f"{n}. So Y te chu tri, phoi hop voi So Tai chinh bao cao")

    def table(c: Canvas) -> None:
        for x in (60, 120, 300, 500):
            c.line(x, 400, x, 700)
        for y in range(400, 701, 50):
            c.line(60, y, 500, y)
            c.drawString(70, y + 10, "TT")
            c.drawString(130, y + 10, "Viec phai lam")

    def turned(c: Canvas) -> None:
        c.setPageRotation(90)
        c.translate(300, 400)
        c.rotate(90)
        letter(c)
        c.acroForm.textfield(value="12/UBND", x=60, y=60, width=80, height=16)
        c.showPage()
        c.drawString(10, 10, "trang 2")

    def picture(c: Canvas) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        c.drawImage(ImageReader(Image.new("L", (20, 30), 200)), 0, 0, 595, 842)
        c.drawString(60, 60, "So: 12")
        c.beginForm("f")
        c.drawString(80, 80, "trong khung")
        c.endForm()
        c.doForm("f")

    yield from ((draw.__name__, paper(draw)) for draw in (letter, table, turned, picture))


def _pictures() -> Iterator[tuple[str, bytes]]:
    from PIL import Image

    for form, mode, options in (
        ("PNG", "L", {}), ("PNG", "RGBA", {"dpi": (200, 200)}), ("PNG", "P", {}), ("PNG", "I;16", {}), ("JPEG", "RGB", {}),
        ("JPEG", "CMYK", {}), ("BMP", "RGB", {}), ("GIF", "P", {}), ("TIFF", "L", {}), ("TIFF", "1", {"compression": "group4"}),
        ("TIFF", "RGB", {"compression": "tiff_lzw"}),
    ):  # fmt: skip
        buffer = io.BytesIO()
        Image.new(mode, (24, 32), 1).save(buffer, form, **options)
        yield f"{form}-{mode}".replace(";", "").lower(), buffer.getvalue()
    buffer = io.BytesIO()
    Image.new("L", (8, 8)).save(buffer, "TIFF", save_all=True, append_images=[Image.new("1", (9, 9))])
    yield "tiff-pages", buffer.getvalue()


def _signatures() -> Iterator[tuple[str, bytes]]:
    """A signature over nothing by a certificate made for it, if pyHanko is installed."""
    yield "sequence", bytes.fromhex("30160609 2a864886f70d010702 a009 3007 020101 3100 3000".replace(" ", ""))
    try:
        yield "signed", _cms()
    except ImportError:
        return


def _cms() -> bytes:
    import datetime as dt

    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs7
    from cryptography.x509.oid import NameOID

    secret = ec.derive_private_key(7, ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nguyễn Văn Mẫu"), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Sở Mẫu")])
    day = dt.datetime(2024, 1, 1)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(secret.public_key()).serial_number(1)
        .not_valid_before(day).not_valid_after(day + dt.timedelta(days=9)).sign(secret, hashes.SHA256())
    )  # fmt: skip
    builder = pkcs7.PKCS7SignatureBuilder().set_data(b"0" * 8).add_signer(certificate, secret, hashes.SHA256())
    return builder.sign(serialization.Encoding.DER, [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary])


def _dispatches() -> Iterator[tuple[str, bytes]]:
    for path in sorted(SAMPLES.glob("*.txt")):
        words = path.read_text(encoding="utf-8")
        yield path.stem, words.encode()[:3000]
        for number, at in enumerate(range(0, len(words), 400)):
            yield f"{path.stem}-{number}", words[at : at + 400].encode()


_MAKERS = {
    "text": _texts, "html": _pages, "docx": _stories, "archive": _archives, "office": _office, "pdf": _pdfs, "image": _pictures,
    "signature": _signatures, "record": _dispatches,
}  # fmt: skip
