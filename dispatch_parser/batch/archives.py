"""Zip and tar archives as sources: listed and read within bounds, in memory, never unpacked to the disk.

What stands in an archive is named by its place in it (`Step`), so two members of one name stay two. A member's
name only becomes a document's name; it is never a path that something is written to. Links are not followed.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, Literal

from dispatch_parser.batch.limits import ArchiveLimits
from dispatch_parser.errors import (
    DamagedInputError,
    DispatchError,
    EncryptedInputError,
    HostileInputError,
    TooLargeError,
)
from dispatch_parser.readers.archive import printable

Kind = Literal["zip", "tar"]
_SUFFIXES: dict[str, Kind] = {
    ".zip": "zip", ".tar": "tar", ".tar.gz": "tar", ".tgz": "tar",
    ".tar.bz2": "tar", ".tbz2": "tar", ".tar.xz": "tar", ".txz": "tar",
}  # fmt: skip
OTHER_SUFFIXES = (".rar", ".7z")
"""Archives that must be unpacked by hand first."""

_END = struct.Struct("<4sHHHHIIH")  # PKWARE APPNOTE 4.3.16, end of central directory
_END64 = struct.Struct("<4sQHHIIQQQQ")  # 4.3.14, its 64-bit form
_BYTES_A_MEMBER = 256  # of the central directory, on average, for the bound on members to hold before reading it
_ONE_READ = 64_000_000  # a header that asks for more at once is no header
_STRIDE = 4_000_000  # bytes skipped between two looks at the bounds
_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800


@dataclass(frozen=True, slots=True)
class Step:
    """A place in an archive: the index of a zip's member, or the offset in a tar (unpacked), and its size."""

    kind: Kind
    at: int
    size: int


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name with `/` between parts, its place, or why it cannot be read."""

    name: str
    step: Step
    error: DispatchError | None = None


class Budget:
    """What may still come out of one archive, with all archives inside it."""

    def __init__(self, limits: ArchiveLimits) -> None:
        self.limits = limits
        self._members = limits.members
        self._bytes = limits.unpacked_bytes

    def take(self, name: str, *, members: int = 0, size: int = 0) -> None:
        """Count members and bytes. Raises TooLargeError when there are too many."""
        self._members -= members
        self._bytes -= size
        if self._members < 0:
            raise TooLargeError(name, "members")
        if self._bytes < 0:
            raise TooLargeError(name, "bytes")


def kind_of_name(name: str) -> Kind | None:
    """The kind of an archive by its extension; None for anything else."""
    lower = name.lower()
    return next((kind for suffix, kind in _SUFFIXES.items() if lower.endswith(suffix)), None)


def members(stream: IO[bytes], kind: Kind, name: str, budget: Budget) -> Iterator[Member]:
    """The files in an archive, in its order; directories are left out.

    A member that is encrypted, a link, a bomb, or whose name leads out of the archive comes with its error.
    Raises DamagedInputError, TooLargeError or HostileInputError about the archive, perhaps after some members.
    """
    try:
        yield from (_zip_members if kind == "zip" else _tar_members)(stream, name, budget)
    except (DispatchError, GeneratorExit):
        raise
    except Exception as error:  # whatever a library makes of broken bytes is damage
        raise DamagedInputError(name, "archive") from error


class Container:
    """An archive opened for reading members by their steps, again and again."""

    def __init__(self, stream: IO[bytes], kind: Kind, name: str, limits: ArchiveLimits) -> None:
        self.name = name
        try:
            self._zip = _open_zip(stream, name, limits) if kind == "zip" else None
            self._tar = _Bounded(stream, name, limits) if kind == "tar" else None
        except DispatchError:
            raise
        except Exception as error:
            raise DamagedInputError(name, "archive") from error

    def read(self, step: Step, name: str, limit: int) -> bytes:
        """The bytes of a member. Raises TooLargeError beyond `limit` bytes whatever was declared, DamagedInputError."""
        if step.size > limit:
            raise TooLargeError(name, "bytes")
        try:
            if self._zip is not None:
                with self._zip.open(self._zip.infolist()[step.at]) as member:
                    data = member.read(limit + 1)
            else:
                assert self._tar is not None
                self._tar.seek(step.at)
                data = self._tar.read_exactly(step.size)
        except DispatchError:
            raise
        except Exception as error:
            raise DamagedInputError(name, "archive") from error
        if len(data) > limit:
            raise TooLargeError(name, "bytes")
        return data


def _open_zip(stream: IO[bytes], name: str, limits: ArchiveLimits) -> zipfile.ZipFile:
    """A zip whose directory was held against the bound on members before it was read into memory."""
    size = stream.seek(0, io.SEEK_END)
    tail_at = max(0, size - 65_536 - _END.size)
    stream.seek(tail_at)
    tail = stream.read(size - tail_at)
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < _END.size:
        raise DamagedInputError(name, "archive")
    _, _, _, _, _, directory, _, _ = _END.unpack_from(tail, at)
    at64 = tail.rfind(b"PK\6\6", 0, at)
    if at64 >= 0 and at - at64 >= _END64.size:
        directory = max(directory if directory != 0xFFFFFFFF else 0, _END64.unpack_from(tail, at64)[8])
    if directory > _BYTES_A_MEMBER * limits.members:
        raise TooLargeError(name, "members")
    return zipfile.ZipFile(stream)


def _zip_members(stream: IO[bytes], name: str, budget: Budget) -> Iterator[Member]:
    limits = budget.limits
    archive = _open_zip(stream, name, limits)
    found = archive.infolist()
    budget.take(name, members=len(found))
    if sum(info.compress_size for info in found) > 2 * stream.seek(0, io.SEEK_END):
        raise HostileInputError(name, "zip_bomb")  # members that overlap
    for index, info in enumerate(found):
        if info.is_dir():
            continue
        path = _zip_name(info)
        error = _path_error(path, name)
        whole = f"{name}/{printable(path)}"
        mode = info.external_attr >> 16
        blown_up = info.file_size > max(limits.ratio * max(info.compress_size, 1), limits.ratio_from)
        if info.flag_bits & _ENCRYPTED_FLAG:
            error = EncryptedInputError(whole)
        elif stat.S_ISLNK(mode):
            error = HostileInputError(whole, "link")
        elif blown_up:
            error = HostileInputError(whole, "zip_bomb")
        if error is None:
            budget.take(name, size=info.file_size)
        yield Member(path, Step("zip", index, info.file_size), error)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """A member's name; without the flag that says so, it is often UTF-8 all the same."""
    name = info.filename
    if not info.flag_bits & _UTF8_FLAG:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return name.replace("\\", "/")


def _tar_members(stream: IO[bytes], name: str, budget: Budget) -> Iterator[Member]:
    bounded = _Bounded(stream, name, budget.limits)
    with tarfile.open(fileobj=bounded, mode="r:", errorlevel=2) as archive:
        while True:
            info = archive.next()
            if info is None:
                break
            archive.members = []  # type: ignore[attr-defined]  # tarfile keeps them all
            budget.take(name, members=1, size=info.size if info.isreg() else 0)
            if info.isdir():
                continue
            path = info.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            error = _path_error(path, name)
            if not info.isreg() or info.issparse():
                error = HostileInputError(f"{name}/{printable(path)}", "link")
            yield Member(path, Step("tar", info.offset_data, info.size), error)
    if not bounded.ended_well():
        raise DamagedInputError(name, "archive")


def _path_error(path: str, name: str) -> DispatchError | None:
    """The refusal of a name that leads out of the archive: absolute, with a drive, or with `..`."""
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or (len(parts[0]) == 2 and parts[0][1] == ":") or "\0" in path:
        return HostileInputError(f"{name}/{printable(path)}", "traversal")
    return None


class _Bounded(io.RawIOBase):
    """A tar's bytes, unpacked where it is compressed, that refuses to blow up; goes forward, and back at a cost."""

    def __init__(self, stream: IO[bytes], name: str, limits: ArchiveLimits) -> None:
        stream.seek(0)
        magic = stream.read(6)
        stream.seek(0)
        self._raw, self._name, self._limits = stream, name, limits
        self._inner: Any = stream
        if magic.startswith(b"\x1f\x8b"):
            self._inner = gzip.GzipFile(fileobj=stream)
        elif magic.startswith(b"BZh"):
            self._inner = bz2.BZ2File(stream)
        elif magic == b"\xfd7zXZ\0":
            self._inner = lzma.LZMAFile(stream)  # noqa: SIM115 - lives as long as this

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return int(self._inner.tell())

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _ONE_READ:
            raise HostileInputError(self._name, "zip_bomb")
        data: bytes = self._inner.read(size)
        self._check()
        return data

    def read_exactly(self, size: int) -> bytes:
        """So many bytes. Raises EOFError when there are fewer."""
        pieces = []
        while size:
            piece = self.read(min(size, _STRIDE))
            if not piece:
                raise EOFError
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET:
            raise OSError("only from the start")
        if self._inner is self._raw or offset < self._inner.tell():
            return int(self._inner.seek(offset))
        while (here := self._inner.tell()) < offset:
            if self._inner.seek(min(offset, here + _STRIDE)) == here:
                break  # the end
            self._check()
        return int(self._inner.tell())

    def ended_well(self) -> bool:
        """Whether nothing was cut off behind what was read last."""
        if self._inner is self._raw:
            return bool(self._inner.tell() <= self._raw.seek(0, io.SEEK_END))
        while self._inner.read(_STRIDE):  # the checksum stands at the end
            self._check()
        return True

    def _check(self) -> None:
        if self._inner is self._raw:
            return
        unpacked = self._inner.tell()
        if unpacked > max(self._limits.ratio_from, self._limits.ratio * max(self._raw.tell(), 1)):
            raise HostileInputError(self._name, "zip_bomb")
        if unpacked > self._limits.unpacked_bytes:
            raise TooLargeError(self._name, "bytes")
