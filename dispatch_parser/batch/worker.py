"""From a work item to its answer: a pure function of the item and the settings, for any engine.

Everything here is picklable, and nothing is written: an engine may run an item anywhere the storage can be
reached, twice if it likes, and the answer is the same.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import ParamSpec, TypeVar

from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.outcome import SECRET, Answer, failure_of
from dispatch_parser.batch.sources import Item, Loader
from dispatch_parser.errors import DispatchError, ModelError

_P = ParamSpec("_P")
_R = TypeVar("_R")

Work = Callable[[Item], Answer]
"""Makes the answer of an item; raises nothing that an item can cause."""

MakeWork = Callable[["Settings"], Work]
"""Builds a Work, once in each process; picklable: a function of a module, or a partial of one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a worker needs to know besides the item. Failures are worded in `language`."""

    bounds: Bounds = field(default_factory=Bounds)
    language: str = "vi"


def answer(item: Item, settings: Settings) -> Answer:
    """The answer of an item, with a parser that each process builds once."""
    return _work(settings)(item)


@lru_cache(maxsize=2)
def _work(settings: Settings) -> Work:
    return parse_items(settings)


def parse_items(settings: Settings) -> Work:
    """A Work with the default model."""
    return guarded(lambda: _parse(settings.bounds), settings)


Parse = Callable[[Item], tuple[str, str | None]]
"""From an item to its record as JSON and the hash of its bytes; raises what is wrong with it."""


def _parse(bounds: Bounds) -> Parse:
    from dispatch_parser.pipeline import Parser

    parser = Parser(limits=bounds.reader, allow_secret=bounds.allow_secret, header_only=bounds.header_only)
    loader = Loader(bounds)

    def parse(item: Item) -> tuple[str, str | None]:
        record = parser.parse(loader.source(item), name=item.name)
        secret = any(warning.code == "secret_document" for warning in record.warnings)
        return record.model_dump_json(), f"{SECRET}{item.name}" if secret else record.source.sha256

    return parse


def built(build: Callable[[], Callable[_P, _R]]) -> Callable[_P, _R]:
    """What `build` makes; where it raises, a function that raises the same each time it is called."""
    try:
        return build()
    except Exception as error:
        broken = error.with_traceback(None)

    def fail(*_: _P.args, **__: _P.kwargs) -> _R:
        raise broken

    return fail


def guarded(build: Callable[[], Parse], settings: Settings) -> Work:
    """A Work of what `build` makes: its errors become failures; where it cannot be built, of every item."""
    parse = built(build)

    def work(item: Item) -> Answer:
        start = time.perf_counter()
        try:
            record, sha256 = parse(item)
            packed = zlib.compress(record.encode("utf-8"))
        except Exception as error:
            if isinstance(error, DispatchError) and error.name != item.name and not isinstance(error, ModelError):
                error.name = item.name
            failure = failure_of(error, item.name, settings.language)
            return Answer(item.name, failure=failure, seconds=time.perf_counter() - start)
        return Answer(item.name, packed, None, sha256, time.perf_counter() - start)

    return work
