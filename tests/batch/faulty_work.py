"""Readers for the tests of the batch: what stands in a file decides what happens while it is read.

In a module of its own because spawned processes import it. A record is made by hand, so nothing heavy is loaded.
"""

import ctypes
import hashlib
import os
import signal
import sys
import threading
from pathlib import Path

from handmade import make_record

from dispatch_parser.batch.sources import Loader
from dispatch_parser.batch.worker import guarded
from dispatch_parser.errors import DamagedInputError, ModelError

SECRET = "words of the document"


def work(settings):
    """A Work that does what the file's words say; anything else gets a record."""
    loader = Loader(settings.bounds)

    def parse(item):
        source = loader.source(item)
        data = source if isinstance(source, bytes) else Path(source).read_bytes()
        misbehave(data, item)
        record = make_record(item.name).model_dump_json()
        return record, hashlib.sha256(data).hexdigest()

    return guarded(lambda: parse, settings)


def misbehave(data, item):
    if b"once" in data and not seen(item):
        return
    if b"segfault" in data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"killed" in data:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"exit" in data:
        os._exit(3)
    if b"hang" in data:
        threading.Event().wait()
    if b"memory" in data:
        hoard = []
        while True:
            hoard.append(bytearray(50_000_000))
    if b"noise" in data:
        print(SECRET)
        os.write(1, SECRET.encode())
        os.write(2, SECRET.encode())
        sys.stdout.flush()
    if b"raise" in data:
        raise ZeroDivisionError(SECRET)
    if b"full" in data:
        raise OSError(28, "No space left on device")
    if b"damaged" in data:
        raise DamagedInputError(item.name, where="page 1")


def seen(item):
    """True the first time an item is met, in whatever process."""
    mark = Path(f"{item.address}.{item.name.replace('/', '_')}.met")
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def logged(settings):
    """As `work`, and every reading leaves a line in `$READINGS`."""
    inner = work(settings)

    def noted(item):
        with open(os.environ["READINGS"], "a", encoding="utf-8") as handle:
            handle.write(item.name + "\n")
        return inner(item)

    return noted


def hangs(settings):
    """Tells the process in `$READINGS`, then never ends."""

    def hang(item):
        with open(os.environ["READINGS"], "w", encoding="utf-8") as handle:
            handle.write(f"{os.getpid()}\n")
        threading.Event().wait()

    return hang


def hangs_with_the_lock(settings):
    """As `hangs`, in code that never lets other threads run: only what needs no Python can end it."""
    inner = hangs(settings)

    def hang(item):
        threading.Event.wait = lambda self: ctypes.PyDLL(None).pause()
        inner(item)

    return hang


def broken(settings):
    """Cannot be built."""

    def build():
        raise ModelError("rules.yaml", where="rule 7")

    return guarded(build, settings)


def dies_at_start(settings):
    """Cannot even start."""
    os.kill(os.getpid(), signal.SIGKILL)


def starts_late(settings):
    """Starts at the second attempt."""
    if not Path(os.environ["READINGS"] + ".started").exists():
        Path(os.environ["READINGS"] + ".started").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return work(settings)
