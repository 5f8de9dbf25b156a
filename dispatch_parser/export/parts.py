"""Many records into files of a format: in parts, each of which appears whole, and nothing stale beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import chain, islice
from pathlib import Path

from dispatch_parser.errors import MissingDependencyError
from dispatch_parser.export.atomic import atomic_file
from dispatch_parser.export.jsonl import write_jsonl
from dispatch_parser.export.parquet import write_parquet
from dispatch_parser.export.sheets_csv import write_csv
from dispatch_parser.export.sheets_xlsx import write_xlsx
from dispatch_parser.export.tables import Record

FORMATS = ("jsonl", "parquet", "csv", "xlsx")

Write = Callable[[Iterable[Record], tuple[Path, ...]], None]

_TABLES = ("dispatches", "tasks")
_NAMES = {"jsonl": ("records",), "xlsx": ("records",), "csv": _TABLES, "parquet": _TABLES}
_PACKAGES = {"xlsx": "xlsxwriter", "parquet": "pyarrow"}
_PART = re.compile(r"(?:records|dispatches|tasks)-\d{5,}\.(?:jsonl|parquet|csv|xlsx)")


@dataclass(frozen=True, slots=True)
class Shape:
    """How records are written: the format, values only (`jsonl`), English headings (`xlsx`), records a part."""

    format: str
    plain: bool = False
    english: bool = False
    part: int = 10_000

    @property
    def write(self) -> Write:
        """What writes one part."""
        if self.format == "jsonl":
            return partial(write_jsonl, plain=self.plain)
        if self.format == "xlsx":
            return partial(write_xlsx, english=self.english)
        return write_csv if self.format == "csv" else write_parquet


def check(formats: Iterable[str]) -> None:
    """Raise MissingDependencyError, before any work is done, if a format cannot be written here."""
    for name in formats:
        package = _PACKAGES.get(name)
        if package is not None and find_spec(package) is None:
            raise MissingDependencyError(f"--format {name}", package)


def write_parts(records: Iterable[Record], directory: Path, shape: Shape) -> list[Path]:
    """Write `records-00000.jsonl` and so on, in the order given; without records, one empty part.

    The same records give the same bytes. Raises OSError, MissingDependencyError.
    """
    made: list[Path] = []
    for number, part in enumerate(_parts(iter(records), shape.part)):
        paths = [directory / f"{name}-{number:05}.{shape.format}" for name in _NAMES[shape.format]]
        _write(part, paths, shape, directory)
        made += paths
    return made


def write_file(records: Iterable[Record], path: Path, shape: Shape, *, place: Path) -> list[Path]:
    """Write all records to one file, where a format has two the tasks to `<name>.tasks.<format>` beside it."""
    paths = [path, path.with_suffix(f".tasks{path.suffix}")][: len(_NAMES[shape.format])]
    _write(records, paths, shape, place)
    return paths


def remove_stale(directory: Path, kept: Iterable[Path]) -> None:
    """Remove parts of earlier runs, and what was being written when one was killed."""
    names = {path.name for path in kept}
    for path in directory.iterdir():
        torn = path.name.startswith(".") and path.name.endswith(".part")
        if torn or (_PART.fullmatch(path.name) and path.name not in names):
            path.unlink()


def _parts(records: Iterator[Record], size: int) -> Iterator[Iterator[Record]]:
    first = list(islice(records, 1))
    while True:
        part = chain(first, islice(records, size - len(first)))
        yield part
        for _ in part:
            pass
        first = list(islice(records, 1))
        if not first:
            return


def _write(records: Iterable[Record], paths: list[Path], shape: Shape, place: Path) -> None:
    with ExitStack() as stack:
        parts = tuple(stack.enter_context(atomic_file(path, place=place)) for path in paths)
        shape.write(records, parts)
