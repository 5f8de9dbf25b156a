"""A directory in which documents arrive: each is read once it is there whole, and again when it is replaced.

A file is whole when its size and time of change are the same at two looks; names that programs use while they
write (`.part`, `.tmp`, `~$…`) wait for the real one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from dispatch_parser.batch.files import files_below
from dispatch_parser.batch.outcome import Answer, Failure
from dispatch_parser.batch.runner import Run, record_of
from dispatch_parser.batch.sources import Item, LeftOut, Refused, entries_of
from dispatch_parser.export.atomic import atomic_text

_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", "~")
_LONGEST = 230  # bytes: file systems allow 255, and an extension follows
_State = tuple[int, int]


class Arrivals:
    """The inputs of a directory that are whole and were not told before, look by look."""

    def __init__(self, directory: Path, run: Run) -> None:
        self._directory, self._run = directory, run
        self._before: dict[str, _State] = {}
        self._told: dict[str, _State] = {}

    def look(self) -> Iterator[Item | Refused]:
        """What has become whole since the last look, and is not what was told of it before; archives are opened."""
        now: dict[str, _State] = {}
        whole: list[tuple[Path, str]] = []
        for path, name in files_below(self._directory):
            if name.endswith(_UNFINISHED) or path.name.startswith("~$"):
                continue
            with suppress(OSError):  # gone again
                about = path.stat()
                state = now[name] = (about.st_size, about.st_mtime_ns)
                if self._before.get(name) == state != self._told.get(name):
                    self._told[name] = state
                    whole.append((path, name))
        self._before = now
        for path, name in whole:
            for entry in entries_of(path, name, self._run.options.bounds):
                if not isinstance(entry, LeftOut):
                    yield entry


def watch(
    run: Run, directory: Path, word: Callable[[Failure], str], told: Callable[[Answer], None], *, once: bool = False
) -> None:
    """Read what arrives in a directory, for ever; `told` hears of each answer when its file is written.

    An input's record is `<name>.json` in the run's directory, its failure `<name>.error.json`, worded by `word`.
    With `once`, what is there now is read, then it ends. Raises OSError.
    """

    def finish(answer: Answer) -> None:
        _write(run, answer, word)
        told(answer)

    for answer in run.work_on(_arriving(Arrivals(directory, run), run, finish, once=once)):
        finish(answer)


def _arriving(arrivals: Arrivals, run: Run, finish: Callable[[Answer], None], *, once: bool) -> Iterator[Item | None]:
    """The inputs to be read, None where there is none now: the engine waits a moment before it asks again."""
    list(arrivals.look())
    yield None
    while True:
        for entry in arrivals.look():
            item = run.take(entry)
            if item is None:
                continue
            answer = run.known(item)
            if answer is None:
                yield item
            elif not any(path.exists() for path in _paths(run, item.name)) or isinstance(entry, Refused):
                finish(answer)
        if once:
            return
        yield None


def _paths(run: Run, name: str) -> list[Path]:
    """Where the record and the failure of an input go; parts of its name too long for a file are cut short."""
    place = run.target.directory.joinpath(*(_short(part) for part in name.split("/")[:-1]))
    name = _short(name.split("/")[-1])
    return [place / f"{name}.json", place / f"{name}.error.json"]


def _write(run: Run, answer: Answer, word: Callable[[Failure], str]) -> None:
    path, other = _paths(run, answer.name)
    if answer.failure is not None:
        path, other = other, path
        told: dict[str, Any] = answer.failure.as_json() | {"message": word(answer.failure)}
    else:
        told = record_of(answer.name, answer.record or b"")
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_text(path) as handle:
        handle.write(json.dumps(told, ensure_ascii=False) + "\n")
    other.unlink(missing_ok=True)


def _short(part: str) -> str:
    told = part.encode()
    if len(told) <= _LONGEST:
        return part
    return f"{told[: _LONGEST - 20].decode(errors='ignore')}~{hashlib.sha256(told).hexdigest()[:12]}"
