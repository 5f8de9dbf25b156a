"""Many files over worker processes: one parser a process, results in the order of the files.

Workers are spawned, not forked, so the caller may have threads. A file that raises costs only itself; a file
that kills its process (a segmentation fault, the kernel out of memory) or does not end in time too: the
process is replaced.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path

from dispatch_parser.batch.outcome import KILLED, TIMEOUT, Failure, failure_of
from dispatch_parser.errors import ExitCode

Reader = Callable[[Path, str], str]
"""Reads a file under a name and returns one line of output."""

MakeReader = Callable[[], Reader]
"""Builds a Reader, once in each process; picklable: a function of a module, or a partial of one."""

SECONDS = 300.0
"""How long one file may take, unless the caller says otherwise."""

_SPAWN = multiprocessing.get_context("spawn")


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

    A file may take `seconds`, the time to build a reader included. Failures are worded in `language`.
    """
    pending = deque(range(len(files)))
    finished: dict[int, str | Failure] = {}
    workers = [_Worker(make_reader, language, seconds) for _ in range(min(jobs, len(files)))]
    try:
        for worker in workers:
            worker.take(pending.popleft(), files)
        for index in range(len(files)):
            while index not in finished:
                for worker in _ready(workers):
                    done, outcome = worker.give(files)
                    finished[done] = outcome
                    if pending:
                        worker.take(pending.popleft(), files)
            yield finished.pop(index)
    finally:
        for worker in workers:
            worker.stop()


def _ready(workers: Sequence[_Worker]) -> list[_Worker]:
    """Wait until a worker has an outcome or no time left; never empty while a worker is busy."""
    busy = [worker for worker in workers if worker.index is not None]
    while True:
        patience = max(0.0, min(worker.due for worker in busy) - time.monotonic())
        spoke = wait([worker.connection for worker in busy], timeout=patience)
        now = time.monotonic()
        found = [worker for worker in busy if worker.connection in spoke or worker.due <= now]
        if found:
            return found


class _Worker:
    """A process that reads one file at a time, replaced by a new one when it dies or takes too long.

    `index` is the file at hand, `due` the time (monotonic clock) by which its outcome is expected.
    """

    def __init__(self, make_reader: MakeReader, language: str, seconds: float) -> None:
        self._arguments = (make_reader, language)
        self._seconds = seconds
        self.index: int | None = None
        self.due = 0.0
        self.connection, self._process = self._start()

    def _start(self) -> tuple[Connection, BaseProcess]:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_work, args=(theirs, *self._arguments), daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        return ours, process

    def take(self, index: int, files: Sequence[tuple[Path, str]]) -> None:
        """Start on a file."""
        self.index = index
        self.due = time.monotonic() + self._seconds
        try:
            self.connection.send(files[index])
        except OSError:  # died while idle, which is not this file's doing
            self._replace()
            self.connection.send(files[index])

    def give(self, files: Sequence[tuple[Path, str]]) -> tuple[int, str | Failure]:
        """What became of the file at hand: its outcome, or the failure of a process that died or hangs."""
        assert self.index is not None
        index, self.index = self.index, None
        try:
            if self.connection.poll():
                outcome: str | Failure = self.connection.recv()
                return index, outcome
            failure = Failure(files[index][1], TIMEOUT, int(ExitCode.FAILED), f"{self._seconds:g}")
        except (EOFError, OSError):
            failure = Failure(files[index][1], KILLED, int(ExitCode.FAILED))
        self._replace()
        return index, failure

    def _replace(self) -> None:
        self.stop()
        self.connection, self._process = self._start()

    def stop(self) -> None:
        """End the process."""
        self.connection.close()
        self._process.kill()
        self._process.join()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold back Ctrl-C while a process starts: it inherits that, and only the parent will hear of it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its first start would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(slots=True)
class _Broken:
    """Stands in for a reader that could not be built: every file fails with the same error."""

    error: Exception

    def __call__(self, path: Path, name: str) -> str:
        raise self.error.with_traceback(None)


def _work(connection: Connection, make_reader: MakeReader, language: str) -> None:
    """The life of a worker process: files in, outcomes out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back
    with suppress(OSError):
        os.dup2(2, 1)  # stdout is for data; whatever a library prints goes to stderr
    reader: Reader
    try:
        reader = make_reader()
    except Exception as error:
        reader = _Broken(error)
    with suppress(EOFError, OSError):
        while True:
            path, name = connection.recv()
            outcome: str | Failure
            try:
                outcome = reader(path, name)
            except Exception as error:
                outcome = failure_of(error, name, language)
            connection.send(outcome)
