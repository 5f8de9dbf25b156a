"""The life of a worker process: items in, results out, until the pipe closes."""

from __future__ import annotations

import faulthandler
import os
import queue
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from dispatch_parser.orphans import end_with_the_parent

READY = "ready"
"""What a process says when it has built what it works with."""

_GRACE = 2.0
"""How much longer than allowed an item may take before the process ends itself: the parent acts first."""


def live(connection: Connection, make_work: Callable[[], Callable[[Any], Any]], seconds: float, memory: int) -> None:
    """Work on what comes in. Each item may take `seconds`, and `memory` bytes beyond what the start took.

    Nothing that a library prints gets out: it may quote a document (`DISPATCH_PARSER_DEBUG` lets it through to
    stderr). Ends at once when the pipe closes, in the middle of an item too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held back
    end_with_the_parent()
    _mute()
    _offer_to_the_kernel()
    items: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, items), daemon=True).start()
    work = make_work()
    _bound_memory(memory)
    with suppress(EOFError, OSError):
        connection.send(READY)
        while True:
            item = items.get()
            # Works without Python's lock, when code that never returns holds it and the parent is gone.
            with open(os.devnull, "w") as nowhere:
                faulthandler.dump_traceback_later(seconds * _GRACE + 10, exit=True, file=nowhere)
                result = work(item)
                faulthandler.cancel_dump_traceback_later()
            connection.send(result)


def _listen(connection: Connection, items: queue.SimpleQueue[Any]) -> None:
    try:
        while True:
            items.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)  # the parent is gone, or wants this process gone


def _mute() -> None:
    if os.environ.get("DISPATCH_PARSER_DEBUG"):
        with suppress(OSError):
            os.dup2(2, 1)  # stdout is for data
        return
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)


def _offer_to_the_kernel() -> None:
    """When memory runs out, Linux is to kill a worker, not the parent, which knows what was in hand."""
    with suppress(OSError), open("/proc/self/oom_score_adj", "w") as handle:
        handle.write("500")


def _bound_memory(memory: int) -> None:
    """Bound the process's private memory (Linux): beyond it, Python raises MemoryError, other code gives up."""
    try:
        import resource

        with open("/proc/self/status") as handle:
            taken = next(int(line.split()[1]) * 1024 for line in handle if line.startswith("VmData"))
        resource.setrlimit(resource.RLIMIT_DATA, (taken + memory, resource.RLIM_INFINITY))
    except (ImportError, OSError, StopIteration, ValueError):
        return  # no such bound here: the kernel's own is left
