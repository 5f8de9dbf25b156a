"""The inputs of a batch: what SOURCE… means, file by file, each with a name that no other input has.

A source is a directory, a file, a pattern (`**` too), a zip or tar archive, `-` for a list of paths on standard
input (one a line, or divided by NUL), or any address that fsspec opens (`s3://…`). Archives found on the way are
opened. The order is that of the sources; in a directory that of the names, in an archive its own.
"""

from __future__ import annotations

import glob
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import IO

from dispatch_parser.batch import archives
from dispatch_parser.batch.addresses import Found, is_remote, not_found, open_binary, read_bytes, remote_files
from dispatch_parser.batch.archives import Budget, Container, Kind, Step, kind_of_name
from dispatch_parser.batch.files import PICTURES, SUFFIXES, files_below
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.outcome import printable
from dispatch_parser.errors import DispatchError, InputNotFoundError, TooLargeError, UnknownTypeError

STDIN = "-"
DOCUMENTS = (*SUFFIXES, *PICTURES)
_MAGIC = "*?["
_LONGEST_NAME = 4_000


@dataclass(frozen=True, slots=True)
class Item:
    """One document to be read: plain data that any machine with the same storage can work on.

    `address` is a path or URL; `steps` lead through archives to the document, none for a file of its own. `size`
    is in bytes, `modified` in nanoseconds since 1970 (of the archive, for what stands in one).
    """

    name: str
    address: str
    steps: tuple[Step, ...] = ()
    size: int = 0
    modified: int = 0

    def as_json(self) -> str:
        """One line of ASCII, whatever bytes the file system uses in names, that `from_json` reads back."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(line: str) -> Item:
        """The item that `as_json` wrote."""
        data = json.loads(line)
        return Item(**data | {"steps": tuple(Step(**step) for step in data["steps"])})


@dataclass(frozen=True, slots=True)
class Refused:
    """An input that has its answer before it is read: it cannot be opened, or an archive's bounds refuse it."""

    item: Item
    error: DispatchError


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a kind that is no document; it is only counted."""

    name: str


Entry = Item | Refused | LeftOut


def inputs(sources: Sequence[str], bounds: Bounds, *, listed: IO[bytes] | None = None) -> Iterator[Entry]:
    """Everything that the sources hold, in order; `listed` is standard input, for the source `-`.

    With a single directory names are relative to it, else they start with the source as given; what stands in an
    archive is `<archive>/<member>`. Raises InputNotFoundError for a source that is not there.
    """
    for source in sources:
        if source == STDIN:
            for path in _lines(listed or io.BytesIO()):
                yield from _given(path, bounds)
        elif is_remote(source):
            for found in remote_files(source):
                yield from _expand(_located(found, source, alone=len(sources) == 1), bounds)
        elif Path(source).is_dir():
            yield from _directory(source, bounds, prefix="" if len(sources) == 1 else source)
        elif any(char in source for char in _MAGIC) and not Path(source).exists():
            for path in sorted(glob.glob(source, recursive=True)):
                if Path(path).is_file():
                    yield from _given(path, bounds)
        elif Path(source).exists():
            yield from _given(source, bounds)
        else:
            raise InputNotFoundError(printable(source), "missing")


def in_shard(name: str, shard: tuple[int, int]) -> bool:
    """Whether an input belongs to shard `i` of `n`, `(i, n)` with i from 1: by its name alone."""
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:8], "big") % shard[1] == shard[0] - 1


def _lines(stream: IO[bytes]) -> Iterator[str]:
    """The paths of a list; a NUL in the first line says that NUL divides them."""
    rest = stream.read() if hasattr(stream, "read") else b""
    for line in rest.split(b"\0" if b"\0" in rest else b"\n"):
        path = line.rstrip(b"\r")
        if path.strip():
            yield path.decode("utf-8", "surrogateescape")


def _located(found: Found, source: str, *, alone: bool) -> Item:
    address, name, size, modified = found
    whole = f"{source.rstrip('/')}/{name}" if name else source
    return Item((name or source.rsplit("/", 1)[-1]) if alone else whole, address, (), size, modified)


def _given(path: str, bounds: Bounds) -> Iterator[Entry]:
    """A file named by the caller: read whatever its extension."""
    if is_remote(path):
        for found in remote_files(path):
            yield from _expand(Item(path, found[0], (), found[2], found[3]), bounds, named=True)
        return
    if Path(path).is_dir():
        yield from _directory(path, bounds, prefix=path)
        return
    yield from entries_of(Path(path), printable(path), bounds, named=True)


def _directory(source: str, bounds: Bounds, *, prefix: str) -> Iterator[Entry]:
    root = Path(source)
    refused: list[OSError] = []
    before = printable(prefix).rstrip("/") + "/" if prefix else ""
    for path, name in files_below(root, refused.append):
        yield from entries_of(path, before + name, bounds)
    for error in refused:
        folder = Path(error.filename or source)
        name = before + printable(folder.relative_to(root).as_posix()) + "/"
        yield Refused(Item(name, str(folder)), not_found(name, error))


def entries_of(path: Path, name: str, bounds: Bounds, *, named: bool = False) -> Iterator[Entry]:
    """One local file under a name, or what stands in it; one that was `named` is read whatever its extension."""
    if not named and not _wanted(name):
        yield LeftOut(name)
        return
    item = Item(name, str(path))
    try:
        about = path.stat()
    except OSError as error:
        yield Refused(item, not_found(name, error))
        return
    yield from _expand(replace(item, size=about.st_size, modified=about.st_mtime_ns), bounds, named=named)


def _wanted(name: str) -> bool:
    lower = name.lower()
    return lower.endswith((*DOCUMENTS, *archives.OTHER_SUFFIXES)) or kind_of_name(name) is not None


def _expand(item: Item, bounds: Bounds, *, named: bool = False) -> Iterator[Entry]:
    """A file, or what stands in it where it is an archive."""
    kind = kind_of_name(item.name)
    if item.name.lower().endswith(archives.OTHER_SUFFIXES):
        yield Refused(item, UnknownTypeError(item.name, "zip"))
    elif kind is None:
        yield item if named or item.name.lower().endswith(DOCUMENTS) else LeftOut(item.name)
    else:
        try:
            with open_binary(item.address, item.name) as stream:
                yield from _inside(item, stream, Budget(bounds.archive), bounds)
        except DispatchError as error:
            yield Refused(item, error)


def _inside(item: Item, stream: IO[bytes], budget: Budget, bounds: Bounds) -> Iterator[Entry]:
    """The documents of an archive; an archive's own error comes after what could be listed of it."""
    kind = kind_of_name(item.name)
    assert kind is not None
    container: Container | None = None
    try:
        for member in archives.members(stream, kind, item.name, budget):
            name = f"{item.name}/{_harmless(member.name)}"
            if _hidden(member.name):
                continue
            if not _wanted(name):
                yield LeftOut(name)
                continue
            inner = Item(name, item.address, (*item.steps, member.step), member.step.size, item.modified)
            if member.error is not None:
                yield Refused(inner, member.error)
            elif kind_of_name(name) is None:
                yield from _expand(inner, bounds)
            elif len(inner.steps) >= bounds.archive.nesting:
                yield Refused(inner, TooLargeError(name, "nesting"))
            else:
                container = container or _again(item, bounds)
                yield from _nested(inner, container, budget, bounds)
    except DispatchError as error:
        yield Refused(item, error)


def _nested(inner: Item, container: Container, budget: Budget, bounds: Bounds) -> Iterator[Entry]:
    try:
        data = container.read(inner.steps[-1], inner.name, bounds.reader.input_bytes)
    except DispatchError as error:
        yield Refused(inner, error)
        return
    yield from _inside(inner, io.BytesIO(data), budget, bounds)


def _again(item: Item, bounds: Bounds) -> Container:
    """The archive opened a second time, so that reading in it does not disturb its listing."""
    kind = kind_of_name(item.name)
    assert kind is not None
    return _container(item.address, item.steps, kind, item.name, bounds)


def _harmless(path: str) -> str:
    """A member's path as the end of a name: no part of it leads up or to the root, nothing a terminal acts on."""
    told = "".join(char if char.isprintable() else "?" for char in path[:_LONGEST_NAME])
    return "/".join("_" if part in ("", ".", "..") else part for part in told.split("/"))


def _hidden(path: str) -> bool:
    return any(part.startswith(".") and part != ".." for part in path.split("/")) or path.startswith("__MACOSX/")


class Loader:
    """Reads items; keeps the last archive open, since the next document mostly stands in the same one."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._place: tuple[str, tuple[Step, ...]] | None = None
        self._container: Container | None = None

    def source(self, item: Item) -> str | bytes:
        """What a parser reads: the path of a local file, else the bytes. Raises a DispatchError."""
        limit = self._bounds.reader.input_bytes
        if not item.steps:
            return read_bytes(item.address, item.name, limit) if is_remote(item.address) else item.address
        place = (item.address, item.steps[:-1])
        if self._container is None or self._place != place:
            self._container = None
            self._container, self._place = _container(*place, item.steps[-1].kind, item.name, self._bounds), place
        return self._container.read(item.steps[-1], item.name, limit)


def _container(address: str, steps: Iterable[Step], kind: Kind, name: str, bounds: Bounds) -> Container:
    """The archive that steps lead to, the first of them being a member of the file at an address."""
    stream = open_binary(address, name)
    for step in steps:
        outer = Container(stream, step.kind, name, bounds.archive)
        stream = io.BytesIO(outer.read(step, name, bounds.reader.input_bytes))
    return Container(stream, kind, name, bounds.archive)
