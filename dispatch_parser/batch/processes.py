"""Work spread over processes of this machine, each item's cost bounded: time, memory, the process itself.

Workers are spawned, not forked, so the caller may have threads. An item that kills its process (a segmentation
fault, the kernel out of memory), takes too long or too much memory costs only itself: the process is replaced.
Such an item is tried once more, alone, when no other is in hand; then it is lost. When the parent dies, however
it dies, its workers end too.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from dispatch_parser.batch.limits import MEMORY, SECONDS
from dispatch_parser.batch.outcome import KILLED, TIMEOUT
from dispatch_parser.batch.process_worker import READY, live
from dispatch_parser.errors import ResourcesError

T = TypeVar("T")
R = TypeVar("R")

START_SECONDS = 300.0
"""How long a process may take to start, beyond which another one is started."""

_STARTS = 4
"""How often a process may end before it has started, in a row, until it is given up."""

RENEW_AFTER = 2_000
"""Items after which a process is replaced: whatever libraries leak is bounded."""

_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Lost:
    """An item without a result: `code` is KILLED or TIMEOUT."""

    code: str


@dataclass(frozen=True, slots=True)
class Processes:
    """How work is spread: processes at once, and what one item may cost in seconds and bytes."""

    jobs: int
    seconds: float = SECONDS
    memory: int = MEMORY
    pause: float = 1.0  # seconds between two questions to a source of items that has none now

    def run(
        self,
        items: Iterable[T | None],
        make_work: Callable[[], Callable[[T], R]],
        *,
        again: Callable[[R], bool] = lambda result: False,
    ) -> Iterator[tuple[T, R | Lost]]:
        """What `make_work()(item)` gives for every item, as it comes, in any order; exactly one result an item.

        `make_work` is picklable and called once in each process; it must not raise. Items are taken one at a
        time, as processes become free; None says that there is none now. `again` tells of a result that it may be
        the machine's fault: its item is tried alone, as those that were lost. Raises ResourcesError if processes
        cannot start.
        """
        pool: _Pool[T, R] = _Pool(self, make_work, again)
        try:
            yield from pool.run(iter(items))
        finally:
            for worker in pool.workers:
                worker.stop()


_END: Any = object()


class _Pool(Generic[T, R]):
    def __init__(self, how: Processes, make_work: Callable[[], Callable[[T], R]], again: Callable[[R], bool]) -> None:
        self.how, self.make_work, self.again = how, make_work, again
        self.workers: list[_Worker[T, R]] = []
        self.alone: deque[T] = deque()
        self.retried: T | None = None
        self.solo: _Worker[T, R] | None = None  # the process in which items are tried alone
        self.ended = False

    def run(self, items: Iterator[T | None]) -> Iterator[tuple[T, R | Lost]]:
        while True:
            self._fill(items)
            busy = [worker for worker in self.workers if worker.busy]
            if not busy and not self._retry():
                if self.ended:
                    return
                time.sleep(self.how.pause)
                continue
            for worker in self._ready():
                result = worker.result()
                if result is None:
                    continue
                item, made = result
                second = item is self.retried
                if second:
                    self.retried = None
                elif isinstance(made, Lost) or self.again(made):
                    self.alone.append(item)
                    continue
                yield item, made

    def _fill(self, items: Iterator[T | None]) -> None:
        """Give every free worker an item, unless one is being tried alone or there is none now."""
        while not self.ended and self.retried is None:
            free = next((worker for worker in self.workers if not worker.busy), None)
            if free is None and len(self.workers) >= self.how.jobs:
                return
            item = next(items, _END)
            if item is _END:
                self.ended = True
            elif item is None:
                return
            else:
                if free is None:
                    free = _Worker(self.how, self.make_work)
                    self.workers.append(free)
                free.take(item)

    def _retry(self) -> bool:
        """Start on the next item that is to be tried alone, in a process for such items; False if there is none."""
        if not self.alone:
            return False
        self.retried = self.alone.popleft()
        if self.workers != [self.solo]:
            for worker in self.workers:
                worker.stop()
            self.solo = _Worker(self.how, self.make_work)
            self.workers = [self.solo]
        self.workers[0].take(self.retried)
        return True

    def _ready(self) -> Sequence[_Worker[T, R]]:
        """Wait until a worker has something to say or no time left, or for a pause where more items may come."""
        busy = [worker for worker in self.workers if worker.busy]
        patience = max(0.0, min(worker.due for worker in busy) - time.monotonic())
        if not self.ended and len(busy) < self.how.jobs and self.retried is None:
            patience = min(patience, self.how.pause)
        spoke = wait([worker.connection for worker in busy], timeout=patience)
        now = time.monotonic()
        return [worker for worker in busy if worker.connection in spoke or worker.due <= now]


class _Worker(Generic[T, R]):
    """A process that works on one item at a time, replaced by a new one when it dies or takes too long.

    `due` is the time (monotonic clock) by which its result is expected.
    """

    def __init__(self, how: Processes, make_work: Callable[[], Callable[[T], R]]) -> None:
        self._how, self._make_work = how, make_work
        self._item: T | None = None
        self._ready = False
        self._count = 0
        self._deaths = 0
        self.due = 0.0
        self.connection, self._process = self._start()

    @property
    def busy(self) -> bool:
        """Whether an item is in hand."""
        return self._item is not None

    def _start(self) -> tuple[Connection, BaseProcess]:
        self._ready, self._count = False, 0
        ours, theirs = _SPAWN.Pipe()
        arguments = (theirs, self._make_work, self._how.seconds, self._how.memory)
        process = _SPAWN.Process(target=live, args=arguments, daemon=True)
        with _interrupts_held():
            process.start()
        theirs.close()  # so that the end of the process is the end of the pipe
        return ours, process

    def take(self, item: T) -> None:
        """Start on an item."""
        if self._count >= RENEW_AFTER:
            self._replace()
        self._item = item
        self._count += 1
        try:
            self.connection.send(item)
        except OSError:  # died while idle, which is not this item's doing
            self._replace()
            self.connection.send(item)
        self._expect()

    def _expect(self) -> None:
        self.due = time.monotonic() + (self._how.seconds if self._ready else START_SECONDS)

    def result(self) -> tuple[T, R | Lost] | None:
        """What became of the item in hand; None if the process only said that it has started, or has to start again.

        Raises ResourcesError when processes end before they have started, again and again.
        """
        assert self._item is not None
        made: R | Lost
        try:
            if self.connection.poll():
                message = self.connection.recv()
                if isinstance(message, str) and message == READY:
                    self._ready, self._deaths = True, 0
                    self._expect()
                    return None
                made = message
            else:
                made = Lost(TIMEOUT)
        except (EOFError, OSError):
            made = Lost(KILLED)
        if isinstance(made, Lost):
            if not self._ready:
                self._start_again()
                return None
            self._replace()
        item, self._item = self._item, None
        return item, made

    def _start_again(self) -> None:
        """Replace a process that ended before it had looked at its item, which is not the item's doing."""
        self._deaths += 1
        if self._deaths >= _STARTS:
            raise ResourcesError("dispatch-parser", "start")
        item, self._item = self._item, None
        self._replace()
        assert item is not None
        self.take(item)

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
