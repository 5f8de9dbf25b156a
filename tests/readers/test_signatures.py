"""Digital signatures: who, which body, when, intact or not.."""

import base64
import datetime as dt
import io
import re
import zipfile

import docx
import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.pdfgen.canvas import Canvas

from dispatch_parser.document import Document, FileSignature, SourceInfo
from dispatch_parser.extractors import signatures as extracted
from dispatch_parser.limits import DEFAULT_LIMITS
from dispatch_parser.readers import signatures
from dispatch_parser.readers.registry import read
from dispatch_parser.record import Evidence, Field, Signer, Span

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
BODY = "ỦY BAN NHÂN DÂN TỈNH AN BÌNH"


def certificate(name, body=BODY):
    subject = x509.Name(
        [
            x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, body),
            x509.NameAttribute(x509.NameOID.COMMON_NAME, name),
        ]
    )
    start = dt.datetime(2024, 1, 1)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(KEY.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=36500))
        .sign(KEY, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.DER)


def plain_pdf(words="So: 12/SNV-VP"):
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=0)
    canvas.drawString(80, 780, words)
    canvas.save()
    return target.getvalue()


def signed(data, name, body=BODY, field="Signature1"):
    """The PDF with one more signature, added as signing programs do: behind what is there."""
    secret = KEY.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    signer = signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate(name, body)),
        signing_key=asn1_keys.PrivateKeyInfo.load(secret),
        cert_registry=SimpleCertificateStore(),
    )
    meta = signers.PdfSignatureMetadata(field_name=field)
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    return signers.sign_pdf(writer, meta, signer=signer).getvalue()


@pytest.fixture(scope="module")
def letter():
    return signed(plain_pdf(), "Nguyễn Văn Mẫu")


def test_who_signed_when_and_that_the_bytes_are_intact(letter):
    document = read(letter, name="a.pdf")
    [found] = document.signatures
    assert (found.signer, found.organisation) == ("Nguyễn Văn Mẫu", BODY)
    assert (found.intact, found.covers_file) == (True, True)
    assert found.time is not None
    assert found.time.tzinfo is not None
    assert document.notices == []


def test_each_signature_is_told_and_only_the_last_covers_the_file(letter):
    twice = signed(letter, BODY, field="Signature2")
    document = read(twice, name="a.pdf")
    told = [(s.signer, s.intact, s.covers_file) for s in document.signatures]
    assert told == [("Nguyễn Văn Mẫu", True, False), (BODY, True, True)]
    assert document.notices == []


def test_changed_bytes_are_not_intact(letter):
    assert letter.count(b"12/SNV-VP") == 1
    document = read(letter.replace(b"12/SNV-VP", b"92/SNV-VP"), name="a.pdf")
    [found] = document.signatures
    assert (found.signer, found.intact, found.covers_file) == ("Nguyễn Văn Mẫu", False, False)
    assert document.notices == ["signature_altered"]


def test_what_is_added_behind_the_signature_is_told(letter):
    writer = IncrementalPdfFileWriter(io.BytesIO(letter))
    writer.root["/PieceInfo"] = writer.root["/Type"]
    writer.update_root()
    target = io.BytesIO()
    writer.write(target)
    document = read(target.getvalue(), name="a.pdf")
    [found] = document.signatures
    assert (found.intact, found.covers_file) == (True, False)
    assert document.notices == ["signature_added_to"]


def test_another_signature_moved_over_the_gap_is_not_intact(letter):
    """The ranges must leave out the signature's own place and nothing else."""
    ranges = re.search(rb"/ByteRange ?\[0 (\d+) (\d+) (\d+)", letter)
    shorter = b"%0*d" % (len(ranges[1]), int(ranges[1]) - 10)
    moved = letter[: ranges.start(1)] + shorter + letter[ranges.end(1) :]
    [found] = read(moved, name="a.pdf").signatures
    assert found.intact is False


def test_a_broken_structure_is_a_notice_and_the_text_is_read(letter):
    start = re.search(rb"/Contents ?<", letter).end()
    broken = letter[:start] + b"00" * 40 + letter[start + 80 :]
    document = read(broken, name="a.pdf")
    assert document.signatures == []
    assert document.notices == ["signature_broken"]
    assert "12/SNV-VP" in document.text


def test_a_signature_that_its_certificate_does_not_verify_is_unproven(letter):
    """The digest is right, the value is not: a last byte of the RSA value changed."""
    start = re.search(rb"/Contents ?<", letter).end()
    end = letter.index(b">", start)
    contents = bytes.fromhex(letter[start:end].decode())
    from asn1crypto import cms

    content = cms.ContentInfo.load(contents)
    value = content["content"]["signer_infos"][0]["signature"].native
    changed = contents.replace(value, value[:-1] + bytes([value[-1] ^ 1]))
    document = read(letter[:start] + changed.hex().encode() + letter[end:], name="a.pdf")
    assert [s.intact for s in document.signatures] == [None]
    assert document.notices == ["signature_unproven"]


def test_without_the_extra_nothing_is_read_and_nothing_said(letter, monkeypatch):
    monkeypatch.setattr(signatures, "available", lambda: False)
    document = read(letter, name="a.pdf")
    assert document.signatures == []
    assert document.notices == []


def test_an_unsigned_file_has_none():
    assert read(plain_pdf(), name="a.pdf").signatures == []


@pytest.mark.parametrize("cut", [0, 7, 300])
def test_bytes_that_are_no_pdf_never_raise(letter, cut):
    document = Document("", [], [], SourceInfo("pdf"))
    signatures.add_signatures(document, letter[:cut], "pdf", DEFAULT_LIMITS)
    assert document.signatures == []
    assert document.notices == ["signature_broken"]


def signed_docx(part):
    made = io.BytesIO()
    docx.Document().save(made)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", part)
    return made.getvalue()


def test_docx_says_who_and_when_but_not_intact():
    shown = base64.b64encode(certificate("Trần Thị Thử")).decode()
    part = (
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><KeyInfo><X509Data>'
        f"<X509Certificate>{shown}</X509Certificate></X509Data></KeyInfo><Object>"
        '<SigningTime xmlns="http://uri.etsi.org/01903/v1.3.2#">2026-03-05T02:03:04Z</SigningTime>'
        "</Object></Signature>"
    )
    document = Document("", [], [], SourceInfo("docx"))
    signatures.add_signatures(document, signed_docx(part), "docx", DEFAULT_LIMITS)
    when = dt.datetime(2026, 3, 5, 2, 3, 4, tzinfo=dt.timezone.utc)
    assert document.signatures == [FileSignature("Trần Thị Thử", BODY, when)]


@pytest.mark.parametrize(
    "part",
    ["<Signature/>", "<Signature><X509Certificate>AAAA</X509Certificate></Signature>", "<no xml",
     '<!DOCTYPE a [<!ENTITY b "c">]><Signature/>'],
)  # fmt: skip
def test_a_broken_docx_signature_is_a_notice(part):
    document = Document("", [], [], SourceInfo("docx"))
    signatures.add_signatures(document, signed_docx(part), "docx", DEFAULT_LIMITS)
    assert document.signatures == []
    assert document.notices == ["signature_broken"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D:20260402142426+07'00'", "2026-04-02T14:24:26+07:00"),
        ("D:20260402142426-03'30", "2026-04-02T14:24:26-03:30"),
        ("D:20260402142426Z", "2026-04-02T14:24:26+00:00"),
        ("D:20260402142426", "2026-04-02T14:24:26"),
        ("D:20261402142426", None),
        ("hôm nay", None),
    ],
)
def test_pdf_times(text, expected):
    found = signatures.pdf_time(text)
    assert (found.isoformat() if found else None) == expected


# -- the printed signer and the certificates ---------------------------------------------------------------


def printed(name):
    evidence = Evidence(spans=(Span(page=1, start=0, end=1),), rule="signer.name", confidence=0.9)
    return Signer(full_name=Field[str](state="found", value=name, raw=name, evidence=evidence))


@pytest.mark.parametrize(
    ("name", "certificates", "differs"),
    [
        ("Nguyễn Văn Mẫu", ["Nguyễn Văn Mẫu"], False),
        ("Nguyễn Văn Mẫu", ["NGUYỄN VĂN MẪU", BODY], False),
        ("Nguyễn Văn Mẫu", ["Nguyen Van Mau"], False),
        ("Hoàng Thúy Hòa", ["Hoàng Thuý Hoà"], False),
        ("Nguyễn Văn Mẫu", ["TS. Nguyễn Văn Mẫu"], False),
        ("Nguyễn Văn Mẫu", ["Lê Thị Nháp", "Nguyễn Văn Mẫu"], False),
        ("Nguyễn Văn Mẫu", [BODY], False),
        ("Nguyễn Văn Mẫu", ["Văn phòng Ủy ban nhân dân", "SỞ NỘI VỤ"], False),
        ("Nguyễn Văn Mẫu", [], False),
        ("Nguyễn Văn Mẫu", ["Trần Thị Thử"], True),
        ("Nguyễn Văn Mẫu", ["TRẦN THỊ THỬ", BODY], True),
        ("Nguyễn Văn Mẫu", ["Nguyễn Văn Mậu Hai"], True),
    ],
)
def test_a_printed_signer_who_did_not_sign(name, certificates, differs):
    document = Document("", [], [], SourceInfo("pdf"))
    document.signatures = [FileSignature(cn, BODY) for cn in certificates]
    assert extracted.signer_differs(document, printed(name)) is differs


def test_a_body_named_as_its_own_organisation_is_no_person():
    assert not extracted.is_person(FileSignature("Lâm Trường An", "LÂM TRƯỜNG AN"))
