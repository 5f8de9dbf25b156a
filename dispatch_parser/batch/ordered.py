"""Files read in processes, results in the order of the files: what measuring needs, with nothing kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from dispatch_parser.batch.limits import SECONDS
from dispatch_parser.batch.outcome import Failure, failure_of, failure_without_answer
from dispatch_parser.batch.processes import Lost, Processes
from dispatch_parser.batch.worker import built

Reader = Callable[[Path, str], str]
"""Reads a file under a name and returns one line of output."""

MakeReader = Callable[[], Reader]
"""Builds a Reader, once in each process; picklable: a function of a module, or a partial of one."""

_Numbered = tuple[int, Path, str]


def record_reader(*, plain: bool = False) -> Reader:
    """A reader with the default model: the record as JSON on one line, or its values only."""
    from dispatch_parser.pipeline import Parser

    parser = Parser()

    def read(path: Path, name: str) -> str:
        record = parser.parse(path, name=name)
        return json.dumps(record.plain(), ensure_ascii=False) if plain else record.model_dump_json()

    return read


def run(
    files: Sequence[tuple[Path, str]],
    make_reader: MakeReader,
    *,
    jobs: int,
    seconds: float = SECONDS,
    language: str = "vi",
) -> Iterator[str | Failure]:
    """Read files, each `(path, name)`, in `jobs` processes; yields a line or a Failure for each, in order.

    Each file may take `seconds`. Failures are worded in `language`.
    """
    numbered = ((index, path, name) for index, (path, name) in enumerate(files))
    finished: dict[int, str | Failure] = {}
    next_one = 0
    for (index, _, name), made in Processes(jobs, seconds).run(numbered, partial(_work, make_reader, language)):
        finished[index] = failure_without_answer(name, made.code, seconds) if isinstance(made, Lost) else made
        while next_one in finished:
            yield finished.pop(next_one)
            next_one += 1


def _work(make_reader: MakeReader, language: str) -> Callable[[_Numbered], str | Failure]:
    """A Work of a reader; where it cannot be built, every file fails with the same error."""
    reader = built(make_reader)

    def work(numbered: _Numbered) -> str | Failure:
        _, path, name = numbered
        try:
            return reader(path, name)
        except Exception as error:
            return failure_of(error, name, language)

    return work
