"""A directory in which documents arrive: each is read once it is there whole, and again when it is replaced.

A file is whole when its size and time of change are the same at two looks; names that programs use while they
write (`.part`, `.tmp`, `~$…`) wait for the real one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dispatch_parser.batch.outcome import Answer, Failure
from dispatch_parser.batch.runner import Run, record_of
from dispatch_parser.batch.sources import Item, LeftOut, Refused, inputs
from dispatch_parser.export.atomic import atomic_text

_UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".download", "~")
_State = tuple[int, int]


class Arrivals:
    """The inputs of a directory that are whole and were not told before, look by look."""

    def __init__(self, directory: Path, run: Run) -> None:
        self._directory, self._run = directory, run
        self._before: dict[str, _State] = {}
        self._told: dict[str, _State] = {}

    def look(self) -> list[Item | Refused]:
        """What has become whole since the last look, and is not what was told of it before."""
        now: dict[str, _State] = {}
        whole: list[Item | Refused] = []
        for entry in inputs([str(self._directory)], self._run.options.bounds):
            if isinstance(entry, LeftOut):
                continue
            item = entry.item if isinstance(entry, Refused) else entry
            if item.name.endswith(_UNFINISHED) or item.name.rsplit("/", 1)[-1].startswith("~$"):
                continue
            state = now[item.name] = (item.size, item.modified)
            if self._before.get(item.name) == state and self._told.get(item.name) != state:
                self._told[item.name] = state
                whole.append(entry)
        self._before = now
        return whole


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
    arrivals.look()
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
    place = run.target.directory
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
