"""Digital signatures in a file: who, which organisation, when, and whether the signed bytes are unchanged.

Needs the extra `sign` (pyHanko); without it nothing is read and nothing is said. pdfium, which has read the
file already, finds the signatures of a PDF; pyHanko checks each one (RFC 5652, ISO 32000-1, 12.8). Nothing is
fetched: no trust root, no revocation list, no time stamp authority is asked, so no signature is called valid.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from dispatch_parser.document import Document, FileSignature
from dispatch_parser.limits import Limits

if TYPE_CHECKING:
    from asn1crypto import cms, x509

BROKEN = "signature_broken"
ALTERED = "signature_altered"
UNPROVEN = "signature_unproven"
ADDED_TO = "signature_added_to"
_MOST = 64
_MOST_CONTENTS = 2_000_000
_MOST_HASHED = 2_000_000_000  # bytes digested for one file, all its signatures together
_TIME_STAMP = "ETSI.RFC3161"  # a time stamp over the document: no one's signature
_PDF_TIME = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?")


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as it lies in a PDF: CMS bytes, the ranges of bytes it covers, the time it claims."""

    contents: bytes
    ranges: tuple[int, ...]
    time: dt.datetime | None
    form: str


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether the extra `sign` is installed; nothing is imported."""
    return find_spec("pyhanko") is not None


def add_signatures(document: Document, data: bytes, kind: str, limits: Limits) -> None:
    """Fill `document.signatures` from the file's bytes; `document.notices` says what is wrong with them.

    `kind` is the kind of the file (pdf, docx). Never raises: what cannot be read is a notice.
    """
    if not available() or kind not in ("pdf", "docx"):
        return
    try:
        found = _of_pdf(data, document.notices) if kind == "pdf" else _of_docx(data, limits, document.notices)
        document.signatures = found
    except Exception:  # whatever a library makes of broken bytes: the document itself has been read
        document.notices.append(BROKEN)


# -- PDF ---------------------------------------------------------------------------------------------------


def _of_pdf(data: bytes, notices: list[str]) -> list[FileSignature]:
    found: list[FileSignature] = []
    hashed, digests = 0, Digests(data)
    signed = [one for one in _signed(data) if one.form != _TIME_STAMP]
    if len(signed) > _MOST:
        notices.append(BROKEN)
    for one in signed[:_MOST]:
        hashed += sum(one.ranges[1::2])
        try:
            found.append(_checked(one, digests if hashed <= _MOST_HASHED else None))
        except Exception:  # asn1crypto and pyHanko raise many kinds of errors for broken structures
            notices.append(BROKEN)
    if any(signature.intact is False for signature in found):
        notices.append(ALTERED)
    elif any(signature.intact is None for signature in found):
        notices.append(UNPROVEN)
    elif found and not any(signature.covers_file for signature in found):
        notices.append(ADDED_TO)
    return found


def _signed(data: bytes) -> list[Signed]:
    """The signatures that the file's form fields hold, in the order of the fields."""
    import pypdfium2.raw as pdfium

    from dispatch_parser.readers import pdf_handles as handles

    with handles.LOCK, handles.open_document(data, "") as document:
        count = min(pdfium.FPDF_GetSignatureCount(document), _MOST + 1)
        objects = (pdfium.FPDF_GetSignatureObject(document, index) for index in range(count))
        return [_signed_object(pdfium, one) for one in objects if one]


def _signed_object(pdfium: Any, one: Any) -> Signed:  # noqa: ANN401 - pdfium has no types
    def text(read: Any) -> bytes:  # noqa: ANN401
        size = read(one, None, 0)
        buffer = ctypes.create_string_buffer(size if 0 < size <= _MOST_CONTENTS else 1)
        read(one, buffer, len(buffer))
        return buffer.raw

    count = pdfium.FPDFSignatureObj_GetByteRange(one, None, 0)
    ranges = (ctypes.c_int * min(count, 4))()
    pdfium.FPDFSignatureObj_GetByteRange(one, ranges, count if count <= 4 else 0)
    return Signed(
        contents=text(pdfium.FPDFSignatureObj_GetContents),
        ranges=tuple(ranges),
        time=pdf_time(text(pdfium.FPDFSignatureObj_GetTime).decode("latin-1")),
        form=text(pdfium.FPDFSignatureObj_GetSubFilter).rstrip(b"\0").decode("latin-1"),
    )


def pdf_time(text: str) -> dt.datetime | None:
    """A PDF date (`D:20260402142426+07'00'`) with its zone where it has one; None where it is no date."""
    match = _PDF_TIME.match(text)
    if match is None:
        return None
    zone = dt.timezone.utc if "Z" in match[0] else None
    try:
        if match[7]:
            away = dt.timedelta(hours=int(match[8]), minutes=int(match[9]))
            zone = dt.timezone(away if match[7] == "+" else -away)
        year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None


class Digests:
    """Digests of ranges of a file's bytes. What signatures cover begins alike: that is digested once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._begun: dict[str, tuple[int, hashlib._Hash]] = {}

    def of(self, name: str, ranges: Sequence[int]) -> bytes:
        """The digest of the bytes in `ranges`, start and length by turns. Raises ValueError for an unknown `name`."""
        view, digest = memoryview(self.data), hashlib.new(name)
        pairs = list(zip(ranges[::2], ranges[1::2], strict=True))
        if pairs and pairs[0][0] == 0:
            length = pairs.pop(0)[1]
            done, begun = self._begun.get(name, (0, digest))
            if done > length:
                done, begun = 0, digest
            digest = begun.copy()
            digest.update(view[done:length])
            self._begun[name] = length, digest.copy()
        for start, length in pairs:
            digest.update(view[start : start + length])
        return digest.digest()


def _checked(one: Signed, digests: Digests | None) -> FileSignature:
    """The signature with its certificate read and its bytes checked; without `digests` they are not checked."""
    from asn1crypto import cms
    from pyhanko.sign.general import extract_certificate_info, extract_signer_info
    from pyhanko.sign.validation.generic_cms import extract_self_reported_ts

    content = cms.ContentInfo.load(one.contents)
    if content["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    signed_data = content["content"]
    certificate = extract_certificate_info(signed_data).signer_cert
    named = _named(certificate)
    time = extract_self_reported_ts(extract_signer_info(signed_data)) or one.time
    if digests is None:
        return replace(named, time=time)
    data = digests.data
    intact = _unchanged(signed_data, certificate, one, digests) if _in_place(one, data) else False
    covers = bool(intact) and not data[sum(one.ranges[2:]) :].strip(b"\0 \r\n\t")
    return replace(named, time=time, intact=intact, covers_file=covers)


def _in_place(one: Signed, data: bytes) -> bool:
    """Whether the ranges run from the file's start, with a gap that holds this signature and nothing else."""
    if len(one.ranges) != 4:
        return False
    start, length, after, rest = one.ranges
    if start != 0 or not 0 < length < after <= after + rest <= len(data):
        return False
    gap = data[length:after]
    if len(gap) > 2 * _MOST_CONTENTS + 2 or gap[:1] != b"<" or gap[-1:] != b">":
        return False
    try:
        return bytes.fromhex(gap[1:-1].decode("ascii")).rstrip(b"\0") == one.contents.rstrip(b"\0")
    except ValueError:
        return False


def _unchanged(
    signed_data: cms.SignedData, certificate: x509.Certificate, one: Signed, digests: Digests
) -> bool | None:
    """Whether the bytes' digest is the one that was signed; None: it is, but its key says no."""
    from pyhanko.sign.general import extract_signer_info
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    signer = extract_signer_info(signed_data)
    enclosed = signed_data["encap_content_info"]["content"].native
    name = "sha1" if enclosed else signer["digest_algorithm"]["algorithm"].native
    digest = digests.of(name, one.ranges)
    if enclosed:  # adbe.pkcs7.sha1: what is signed is the SHA-1 digest of the bytes
        if digest != enclosed:
            return False
        digest = hashlib.new(signer["digest_algorithm"]["algorithm"].native, enclosed).digest()
    content_type = signed_data["encap_content_info"]["content_type"].native
    intact, valid = validate_sig_integrity(signer, certificate, content_type, digest)
    return (True if valid else None) if intact else False


# -- DOCX --------------------------------------------------------------------------------------------------


def _of_docx(data: bytes, limits: Limits, notices: list[str]) -> list[FileSignature]:
    """Who signed an Office document (`_xmlsignatures`), and when; its bytes are not checked."""
    found: list[FileSignature] = []
    for part in _signature_parts(data, limits):
        try:
            found.append(_of_xml(part))
        except Exception:  # as above
            notices.append(BROKEN)
    return found


def _signature_parts(data: bytes, limits: Limits) -> Iterator[bytes]:
    from dispatch_parser.readers.archive import check_declarations, open_archive, read_member

    if b"_xmlsignatures/" not in data:
        return
    with open_archive(data, name="", limits=limits) as archive:
        names = [n for n in archive.namelist() if re.fullmatch(r"_xmlsignatures/[^/]{1,80}\.xml", n)]
        for name in names[:_MOST]:
            part = read_member(archive, name, name="", limit=_MOST_CONTENTS)
            if part is not None:
                check_declarations(part, name="", where=name)
                yield part


def _of_xml(part: bytes) -> FileSignature:
    import base64

    from asn1crypto import x509
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(part, parser)
    shown = next(root.iter("{*}X509Certificate"))
    certificate = x509.Certificate.load(base64.b64decode(shown.text or ""))
    time = next((e.text or "" for e in root.iter("{*}SigningTime")), "").strip()
    when = dt.datetime.fromisoformat(time.replace("Z", "+00:00")) if time else None
    return replace(_named(certificate), time=when)


# -- certificates ------------------------------------------------------------------------------------------


def _named(certificate: x509.Certificate) -> FileSignature:
    """The names in a certificate's subject: CN and O, or the unit where there is no organisation."""
    subject = certificate.subject.native
    organisation = _one(subject.get("organization_name")) or _one(subject.get("organizational_unit_name"))
    return FileSignature(signer=_one(subject.get("common_name")), organisation=organisation)


def _one(name: object) -> str | None:
    """The first of the names under one attribute, white space folded."""
    first = name[0] if isinstance(name, list) and name else name
    return " ".join(str(first).split())[:300] or None if first else None
