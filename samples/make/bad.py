"""Inputs that no reader can use, or that are no dispatch: each with what a reader must make of it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from samples.make import fonts, word
from samples.make.fonts import FAMILY
from samples.make.truth import no_dispatch

FORM = (
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
    ("Độc lập - Tự do - Hạnh phúc", True),
    ("", False),
    ("ĐƠN ĐỀ NGHỊ XÁC NHẬN TÌNH TRẠNG NHÀ Ở", True),
    ("", False),
    (
        "Họ và tên: .................................................. Nam/Nữ: ..........",
        False,
    ),
    (
        "Ngày sinh: ......../......../............ Số định danh cá nhân: ............................",
        False,
    ),
    (
        "Nơi thường trú: ..........................................................................",
        False,
    ),
    ("Tôi đề nghị được xác nhận tình trạng nhà ở như sau:", False),
    ("☐ Chưa có nhà ở thuộc sở hữu của mình", False),
    ("☐ Có nhà ở nhưng diện tích bình quân dưới 15 m² sàn/người", False),
    ("Tôi xin cam đoan những lời khai trên là đúng sự thật.", False),
    ("............, ngày ...... tháng ...... năm ........", False),
    ("NGƯỜI LÀM ĐƠN", True),
    ("(Ký, ghi rõ họ tên)", False),
)
SPEECH = (
    "BÀI PHÁT BIỂU CHÀO MỪNG HỘI DIỄN VĂN NGHỆ QUẦN CHÚNG",
    "Kính thưa các vị đại biểu, thưa các bạn diễn viên không chuyên!",
    "Hôm nay, trong không khí vui tươi, chúng ta gặp nhau tại nhà văn hóa thôn để cất cao tiếng hát.",
    "Mỗi tiết mục là công sức tập luyện của bà con sau những giờ lao động trên đồng ruộng.",
    "Xin chúc các đội thi biểu diễn thành công, chúc hội diễn của chúng ta tốt đẹp!",
    "Xin trân trọng cảm ơn!",
)


def write_all(home: Path, whole_pdf: Path) -> dict[str, Any]:
    """Write the bad inputs into `home`; returns what is due of each: `{"error": …}` or `{"record": …}`."""
    home.mkdir(exist_ok=True)
    whole = whole_pdf.read_bytes()
    files = {
        "trong.pdf": b"",
        "thieu-doan-cuoi.pdf": whole[: len(whole) // 3],
        "khoa-mat-khau.pdf": _encrypted(),
        "bom-nen.docx": _zip_bomb(),
        "bom-thuc-the.docx": _entity_bomb(),
        "chuong-trinh.docx": b"MZ" + bytes(range(256)) * 4,
        "mau-don.docx": _form(),
        "bai-phat-bieu.pdf": _speech(),
    }
    for name, data in files.items():
        (home / name).write_bytes(data)
    return {
        "trong.pdf": {"error": "EmptyInputError"},
        "thieu-doan-cuoi.pdf": {"error": "DamagedInputError"},
        "khoa-mat-khau.pdf": {"error": "EncryptedInputError"},
        "bom-nen.docx": {"error": "HostileInputError"},
        "bom-thuc-the.docx": {"error": "HostileInputError"},
        "chuong-trinh.docx": {"error": "UnknownTypeError"},
        "mau-don.docx": {"record": {"file": "mau-don.docx", **no_dispatch()}},
        "bai-phat-bieu.pdf": {"record": {"file": "bai-phat-bieu.pdf", **no_dispatch()}},
    }


def _encrypted() -> bytes:
    """A PDF that needs a password to open (`mat-khau`)."""
    buffer = io.BytesIO()
    encryption = StandardEncryption("mat-khau", ownerPassword="chu-so-huu", strength=128)
    canvas = Canvas(buffer, pagesize=A4, encrypt=encryption, invariant=1)
    canvas.drawString(100, 700, "A password is needed to read this.")
    canvas.save()
    return buffer.getvalue()


def _archive(document: bytes) -> bytes:
    """A Word file with the given main part."""
    types = (
        b'<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, date_time=word.STAMP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


_HEAD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_TAIL = b"</w:body></w:document>"


def _zip_bomb() -> bytes:
    """40 MB of one paragraph over and over in some 50 kB: three hundred to one."""
    paragraph = b"<w:p><w:r><w:t>0000000000000000000000000000000000000000</w:t></w:r></w:p>"
    return _archive(_HEAD + paragraph * (40_000_000 // len(paragraph)) + _TAIL)


def _entity_bomb() -> bytes:
    """Ten levels of entities, each ten times the one before."""
    entities = ['<!ENTITY a0 "ha">']
    entities += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)]
    doctype = f"<!DOCTYPE document [{''.join(entities)}]>".encode()
    return _archive(doctype + _HEAD + b"<w:p><w:r><w:t>&a10;</w:t></w:r></w:p>" + _TAIL)


def _form() -> bytes:
    """An empty form for citizens: motto and dotted lines, but no issuer, number or signer."""
    return word.paragraphs(FORM, "mau-don")


def _speech() -> bytes:
    """A speech at a village festival."""
    fonts.register()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    y = 760
    for index, line in enumerate(SPEECH):
        canvas.setFont(f"{FAMILY}-Bold" if index == 0 else FAMILY, 11)
        canvas.drawString(62, y, line)
        y -= 24
    canvas.save()
    return buffer.getvalue()
