"""Work spread over many machines by Dask (extra `dask`), with the journal and the isolation of a local batch.

The parent hands items to the workers of a cluster and writes their answers down as they come. In a worker an item is
read in a process of its own (`processes`), so a crash or a hang there costs one document, not the worker. A worker that
is lost gives its items back: Dask hands them to another.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import Any

from dispatch_parser.batch.outcome import KILLED, Answer, failure_of, failure_without_answer
from dispatch_parser.batch.runner import Engine, Options, local_engine
from dispatch_parser.batch.sources import Item
from dispatch_parser.batch.versions import key
from dispatch_parser.batch.worker import MakeWork, Settings, parse_items
from dispatch_parser.errors import ClusterError, MissingDependencyError

AHEAD = 3
"""Items handed out for each thread of the cluster: one at work, the others on the way."""

_TIMEOUT = 30  # seconds to reach a scheduler and its workers
_END: Any = object()


def dask_engine(options: Options, scheduler: str | None = None, make_work: MakeWork | None = None) -> Engine:
    """The workers of the cluster at `scheduler` (`tcp://host:8786`); without one, `options.jobs` local ones.

    The workers see the same files under the same names as the parent, and have the same version of the parser. Raises
    MissingDependencyError without Dask; in use ClusterError where the cluster cannot be reached, is lost, has another
    version, or its workers may not start processes.
    """
    try:
        import_module("distributed")
    except ImportError as error:
        raise MissingDependencyError("--engine dask", "dask") from error
    make = make_work or parse_items

    def run(items: Iterator[Item | None], settings: Settings) -> Iterator[tuple[Item, Answer]]:
        with ExitStack() as stack:
            client = _connect(stack, scheduler, options.jobs)
            yield from _spread(client, items, settings, make, options.pause, scheduler or "dask")

    return run


def _connect(stack: ExitStack, scheduler: str | None, jobs: int) -> Any:  # noqa: ANN401 - distributed has no types
    dask, distributed = import_module("dask"), import_module("distributed")
    if scheduler is None:
        stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
        cluster = distributed.LocalCluster(
            n_workers=jobs, threads_per_worker=1, memory_limit=0, dashboard_address="127.0.0.1:0", host="127.0.0.1"
        )
        scheduler = stack.enter_context(cluster).scheduler_address
    try:
        client = stack.enter_context(distributed.Client(scheduler, timeout=_TIMEOUT))
        client.wait_for_workers(1, timeout=_TIMEOUT)
        told = client.run(_about)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterError(str(scheduler), "unreachable") from error
    except ImportError as error:
        raise ClusterError(str(scheduler), "versions") from error
    if any(version != key() for version, _ in told.values()):
        raise ClusterError(str(scheduler), "versions")
    if any(daemon for _, daemon in told.values()):
        raise ClusterError(str(scheduler), "daemon")
    return client


def _about() -> tuple[str, bool]:
    """Of a worker: what reads there, and whether it may not start processes."""
    return key(), multiprocessing.current_process().daemon


def _spread(
    client: Any,  # noqa: ANN401
    items: Iterator[Item | None],
    settings: Settings,
    make: MakeWork,
    pause: float,
    scheduler: str,
) -> Iterator[tuple[Item, Answer]]:
    wait = import_module("distributed").wait
    running: dict[Any, Item] = {}
    ended = False
    while True:
        room = AHEAD * max(sum(client.nthreads().values()), 1) - len(running)
        while room > 0 and not ended:
            item = next(items, _END)
            ended = item is _END
            if ended or item is None:
                break
            running[client.submit(_answer, item, settings, make, pure=False)] = item
            room -= 1
        if not running:
            if ended:
                return
            time.sleep(pause)
            continue
        try:
            done = wait(list(running), timeout=None if ended else pause, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            continue
        for future in done:
            item = running.pop(future)
            yield item, _result(future, item, settings, scheduler)


def _result(future: Any, item: Item, settings: Settings, scheduler: str) -> Answer:  # noqa: ANN401
    if future.status == "finished":
        answer: Answer = future.result()
        return answer
    if future.status != "error":  # cancelled: the scheduler is gone
        raise ClusterError(scheduler, "lost")
    error = future.exception()
    if type(error).__name__ == "KilledWorker":
        return Answer(item.name, failure=failure_without_answer(item.name, KILLED))
    return Answer(item.name, failure=failure_of(error, item.name, settings.language))


_HERE = threading.local()


def _answer(item: Item, settings: Settings, make: MakeWork) -> Answer:
    """On a worker: the item's answer, from a process that serves this thread."""
    if getattr(_HERE, "settings", None) != settings:
        _HERE.settings, _HERE.isolated = settings, _Isolated(settings, make)
    isolated: _Isolated = _HERE.isolated
    return isolated.answer(item)


class _Isolated:
    """A local engine of one process that is fed one item at a time. Its process ends with the worker's."""

    def __init__(self, settings: Settings, make: MakeWork) -> None:
        self._inbox: deque[Item] = deque()
        options = Options(sources=(), out=Path(), jobs=1, bounds=settings.bounds, pause=0.0)
        self._answers = local_engine(options, make)(self._items(), settings)

    def _items(self) -> Iterator[Item | None]:
        while True:
            yield self._inbox.popleft() if self._inbox else None

    def answer(self, item: Item) -> Answer:
        self._inbox.append(item)
        return next(self._answers)[1]
