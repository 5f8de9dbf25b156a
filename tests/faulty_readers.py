"""Readers for the batch runner's tests; in a module of their own because spawned processes import it."""

import os
import signal
import sys
import threading


def steady():
    """Reads everything."""
    return lambda path, name: f"{name} {path.name}"


def faulty():
    """What a file's name says happens to it."""

    def read(path, name):
        if "raise" in name:
            raise ZeroDivisionError("words of the document")
        if "damaged" in name:
            from dispatch_parser.errors import DamagedInputError

            raise DamagedInputError(name, where="page 1")
        if "die" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if "exit" in name:
            os._exit(3)
        if "hang" in name:
            threading.Event().wait()
        if "loud" in name:
            print("noise on stdout")
            sys.stdout.flush()
        return name

    return read


def broken():
    """Cannot be built."""
    from dispatch_parser.errors import ModelError

    raise ModelError("rules.yaml", where="rule 7")


def fake_records(plain=False):
    """The records of FakeParser."""
    import json

    from handmade import FakeParser

    def read(path, name):
        record = FakeParser().parse(path, name=name)
        return json.dumps(record.plain(), ensure_ascii=False) if plain else record.model_dump_json()

    return read
