"""Zip archives (OOXML, ODF) opened within bounds: what is declared is checked before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from dispatch_parser.errors import DamagedInputError, EncryptedInputError, HostileInputError, TooLargeError
from dispatch_parser.limits import Limits

_ENCRYPTED_FLAG = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_DECLARATION_WIDE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")


def open_archive(data: bytes, *, name: str, limits: Limits) -> zipfile.ZipFile:
    """The archive in `data`, after its directory was held against the limits; nothing is unpacked yet.

    Raises DamagedInputError (no readable directory), EncryptedInputError, TooLargeError (too many members or
    bytes), HostileInputError (a member that blows up beyond `limits.archive_ratio`).
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except _BROKEN as error:
        raise DamagedInputError(name, "archive") from error
    if len(members) > limits.archive_members:
        raise TooLargeError(name, "members")
    for member in members:
        if member.flag_bits & _ENCRYPTED_FLAG:
            raise EncryptedInputError(name)
        blown_up = member.file_size > limits.archive_ratio * max(member.compress_size, 1)
        if blown_up and member.file_size > limits.archive_ratio_from:
            raise HostileInputError(name, "zip_bomb", where=printable(member.filename))
    if sum(member.compress_size for member in members) > 2 * len(data):
        raise HostileInputError(name, "zip_bomb")  # members that overlap
    if sum(member.file_size for member in members) > limits.archive_bytes:
        raise HostileInputError(name, "zip_bomb")
    return archive


def read_member(archive: zipfile.ZipFile, member: str, *, name: str, limit: int) -> bytes | None:
    """The bytes of a member, None if there is no such member.

    Never unpacks more than `limit` bytes, whatever size is declared. Raises DamagedInputError or
    TooLargeError.
    """
    try:
        info = archive.getinfo(member)
    except KeyError:
        return None
    try:
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
    except _BROKEN as error:
        raise DamagedInputError(name, "archive", where=printable(member)) from error
    if len(data) > limit:
        raise TooLargeError(name, "bytes", where=printable(member))
    return data


def check_declarations(xml: bytes, *, name: str, where: str) -> None:
    """Refuse XML that declares a document type or entities: OOXML never does (ECMA-376, part 2, 9.1.4).

    ODF has no use for them either: its schema is Relax NG. Raises HostileInputError.
    """
    if _DECLARATION.search(xml) or (b"\0" in xml and _DECLARATION_WIDE.search(xml)):
        raise HostileInputError(name, "entities", where=printable(where))


def printable(member: str) -> str:
    """A member's name, shortened and without characters that a terminal would act on."""
    return "".join(c if c.isprintable() else "?" for c in member[:120])
