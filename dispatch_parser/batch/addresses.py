"""Files by address: a path of this machine, or a URL of any fsspec file system (`s3://…`, extra `remote`)."""

from __future__ import annotations

import datetime as dt
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from dispatch_parser.batch.outcome import printable
from dispatch_parser.errors import DispatchError, InputNotFoundError, MissingDependencyError, TooLargeError
from dispatch_parser.readers.registry import read_up_to

Found = tuple[str, str, int, int]
"""A file: its address, its name relative to what was listed (empty for that itself), its size in bytes, when it
was changed (nanoseconds)."""


def is_remote(address: str) -> bool:
    """Whether an address is for fsspec. Nothing else ever opens a connection."""
    return "://" in address


def open_binary(address: str, name: str) -> IO[bytes]:
    """A file opened for reading, seekable. Raises InputNotFoundError naming `name`, MissingDependencyError."""
    try:
        if is_remote(address):
            filesystem, path = _filesystem(address)
            handle: IO[bytes] = filesystem.open(path, "rb")
            return handle
        if not stat.S_ISREG(Path(address).stat().st_mode):
            raise InputNotFoundError(name, "special")
        return open(address, "rb")
    except DispatchError:
        raise
    except Exception as error:  # each file system has its own
        raise not_found(name, error) from error


def read_bytes(address: str, name: str, limit: int) -> bytes:
    """The whole of a file. Raises TooLargeError beyond `limit` bytes, and what `open_binary` raises."""
    with open_binary(address, name) as handle:
        try:
            data = read_up_to(handle, limit + 1)
        except Exception as error:
            raise not_found(name, error) from error
    if len(data) > limit:
        raise TooLargeError(name, "bytes")
    return data


def remote_files(address: str) -> Iterator[Found]:
    """The files at a remote address: one file, everything below a directory, or what a pattern matches; sorted."""
    filesystem, path = _filesystem(address)
    try:
        if any(char in path for char in "*?["):
            found = filesystem.glob(path, detail=True)
        elif filesystem.isfile(path):
            found = {path: filesystem.info(path)}
        else:
            found = filesystem.find(path, detail=True)
    except Exception as error:
        raise not_found(address, error) from error
    root = path.rstrip("/") + "/"
    for place, about in sorted(found.items()):
        if about.get("type", "file") == "file":
            name = place.removeprefix(root) if place.startswith(root) else place.rsplit("/", 1)[-1]
            name = "" if place == path else name
            size = int(about.get("size") or 0)
            yield str(filesystem.unstrip_protocol(place)), printable(name), size, _changed(about)


def not_found(name: str, error: Exception) -> InputNotFoundError:
    """Why a file cannot be opened, as far as the error tells."""
    known = {FileNotFoundError: "missing", IsADirectoryError: "directory", PermissionError: "permission"}
    detail = next((detail for kind, detail in known.items() if isinstance(error, kind)), "")
    return InputNotFoundError(printable(name), detail)


def _filesystem(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingDependencyError(printable(address), "fsspec") from error
    try:
        filesystem, path = url_to_fs(address)
    except ImportError as error:
        raise MissingDependencyError(printable(address), error.name or "fsspec") from error
    except Exception as error:
        raise not_found(address, error) from error
    return filesystem, str(path)


def _changed(about: dict[str, Any]) -> int:
    """When a remote file was changed; file systems name it differently, and some not at all."""
    for field in ("mtime", "LastModified", "last_modified", "updated", "created"):
        value = about.get(field)
        if isinstance(value, dt.datetime):
            return int(value.timestamp() * 1e9)
        if isinstance(value, int | float):
            return int(value * 1e9)
    return 0
