"""A batch from its sources to its files: every input gets exactly one answer, whatever happens on the way.

    with Run(options) as run:
        run.take_stock(listed=sys.stdin.buffer)
        for step in run.work(): ...        # one step an answer, written to the journal before it is told
        run.write(word)

`work` may be stopped anywhere, by an exception or by the end of the process; the next Run goes on from there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Protocol

from dispatch_parser.batch import journal as journals
from dispatch_parser.batch.addresses import read_bytes
from dispatch_parser.batch.journal import Counts, Journal
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.outcome import TIMEOUT, Answer, Failure, failure_of, failure_without_answer, printable
from dispatch_parser.batch.processes import Lost, Processes
from dispatch_parser.batch.sources import Item, LeftOut, Loader, Refused, in_shard, inputs
from dispatch_parser.batch.versions import key, versions
from dispatch_parser.batch.worker import MakeWork, Settings, parse_items
from dispatch_parser.errors import DispatchError, RunTargetError
from dispatch_parser.export.atomic import atomic_text
from dispatch_parser.export.parts import FORMATS, Shape, check, remove_stale, write_file, write_parts
from dispatch_parser.export.sheets_csv import errors_csv

_SLOWEST = 20
RUN = "run.json"
ERRORS = "errors.jsonl"


class Engine(Protocol):
    """Where work is done: takes items, gives one answer an item, as it comes, in any order.

    `None` among the items means that there is none now. Items and settings are plain data.
    """

    def __call__(self, items: Iterator[Item | None], settings: Settings) -> Iterator[tuple[Item, Answer]]:
        """Work on the items."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a batch is to do. `since` is in seconds since 1970; `shard` is `(i, n)`, i from 1."""

    sources: tuple[str, ...]
    out: Path
    formats: tuple[str, ...] = ("jsonl",)
    plain: bool = False
    part: int = 10_000
    jobs: int = 1
    bounds: Bounds = field(default_factory=Bounds)
    since: float | None = None
    shard: tuple[int, int] | None = None
    retry_errors: bool = False
    language: str = "vi"
    pause: float = 1.0  # seconds between two looks for more work, where it comes bit by bit


@dataclass(frozen=True, slots=True)
class Target:
    """Where a batch writes: the directory of the run, and the one file that was asked for, if it was one."""

    directory: Path
    file: Path | None
    formats: tuple[str, ...]

    @property
    def errors(self) -> Path:
        """Where the failures go."""
        if self.file is not None:
            return self.file.with_name(f"{self.file.name}.errors.jsonl")
        return self.directory / ERRORS


def target(out: Path, formats: tuple[str, ...], shard: tuple[int, int] | None) -> Target:
    """OUT is the directory of the run; if its extension names a format, the one file, the run's directory beside it.

    A shard has a directory of its own in OUT. Raises RunTargetError where OUT is something else already.
    """
    suffix = out.suffix.lstrip(".").lower()
    if suffix in FORMATS and not out.is_dir():
        if shard is not None:
            raise RunTargetError(str(out), "shard_file")
        return Target(out.with_name(f"{out.name}.run"), out, (suffix,))
    if out.exists() and not out.is_dir():
        raise RunTargetError(str(out), "no_directory")
    return Target(out / f"shard-{shard[0]:04}-of-{shard[1]:04}" if shard else out, None, formats)


def local_engine(options: Options, make_work: MakeWork | None = None) -> Engine:
    """The processes of this machine, each with the default model unless `make_work` builds something else."""
    make = make_work or parse_items

    def run(items: Iterator[Item | None], settings: Settings) -> Iterator[tuple[Item, Answer]]:
        bounds = settings.bounds
        processes = Processes(options.jobs, bounds.seconds, bounds.memory, options.pause)
        for item, made in processes.run(items, partial(make, settings), again=_lost):
            yield item, _answer_of(item, made, bounds) if isinstance(made, Lost) else made

    return run


def _lost(answer: Answer) -> bool:
    return answer.lost


def _answer_of(item: Item, lost: Lost, bounds: Bounds) -> Answer:
    failure = failure_without_answer(item.name, lost.code, bounds.seconds)
    return Answer(item.name, failure=failure, seconds=bounds.seconds if lost.code == TIMEOUT else 0.0)


class Run:
    """One batch, from the moment its journal is open. Raises what `target`, `check` and `Journal` raise, OSError."""

    def __init__(self, options: Options, engine: Engine | None = None) -> None:
        self.options = options
        self.target = target(options.out, options.formats, options.shard)
        check(self.target.formats)
        self.target.directory.mkdir(parents=True, exist_ok=True)
        self.settings = Settings(options.bounds, options.language)
        self.left_out: Counter[str] = Counter()
        self._engine = engine or local_engine(options)
        self._key = key(options.bounds.reading)
        self._started = dt.datetime.now(dt.timezone.utc)
        self._clock = time.monotonic()
        self._loader = Loader(options.bounds)
        self.journal = Journal(self.target.directory / journals.NAME)
        self._number = self.journal.begin({"sources": [printable(source) for source in options.sources]})
        self._before = Counts(0, 0, 0, 0)
        self._written = False

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._written:
            self.journal.forget_secrets()
        self.journal.__exit__(kind, error, trace)

    @property
    def counts(self) -> Counts:
        """How the run stands."""
        return self.journal.counts(self._number)

    def take_stock(self, listed: IO[bytes] | None = None) -> Counts:
        """Write down every input; those with an answer that still holds keep it. Raises InputNotFoundError."""
        with self.journal.listing():
            for entry in inputs(self.options.sources, self.options.bounds, listed=listed):
                if isinstance(entry, LeftOut):
                    self.left_out[Path(entry.name).suffix.lower() or "-"] += 1
                else:
                    self._take(entry)
        self._before = self.counts
        return self._before

    def take(self, entry: Item | Refused) -> Item | None:
        """Write down one input; None if it is none of this run's. One that is refused has its answer then."""
        with self.journal.listing():
            return self._take(entry)

    def _take(self, entry: Item | Refused) -> Item | None:
        item = entry.item if isinstance(entry, Refused) else entry
        options, plain_name, number = self.options, item.name, 1
        if options.since is not None and item.modified < options.since * 1e9:
            return None
        while True:
            if options.shard is not None and not in_shard(item.name, options.shard):
                return None
            known = self.journal.listed(self._number, item.name)
            if known is None or (known.address, known.steps) == (item.address, item.steps):
                break
            number += 1  # another input has that name
            item = replace(item, name=f"{plain_name}#{number}")
        if known != item:
            self._write_down(entry, item)
        return item

    def _write_down(self, entry: Item | Refused, item: Item) -> None:
        if isinstance(entry, Refused):
            entry.error.name = item.name
            failure = failure_of(entry.error, item.name, self.options.language)
            self.journal.refuse(self._number, item, self._key, failure)
        else:
            self.journal.add(self._number, item, self._key, retry_errors=self.options.retry_errors)

    def work(self) -> Iterator[Answer]:
        """Answer what has no answer, and tell each when it is in the journal."""
        return self.work_on(self.journal.pending(self._number))

    def work_on(self, items: Iterator[Item | None]) -> Iterator[Answer]:
        """Answer inputs that were written down; None among them as in `Engine`."""
        done: list[Answer] = []
        for item, answer in self._engine(self._unread(items, done), self.settings):
            self.journal.settle(item, answer, self._key)
            yield from done
            done.clear()
            yield answer
        yield from done

    def _unread(self, items: Iterator[Item | None], done: list[Answer]) -> Iterator[Item | None]:
        """The inputs to be read; those whose bytes were read before get that record instead."""
        for item in items:
            if item is not None and self._same_bytes(item):
                done.append(Answer(item.name))
            else:
                yield item

    def known(self, item: Item) -> Answer | None:
        """The answer of an input that was written down, if it has one or its bytes were read before."""
        answer = self.journal.answer(item.name)
        if answer is None and self._same_bytes(item):
            return self.journal.answer(item.name)
        return answer

    def _same_bytes(self, item: Item) -> bool:
        if not self.journal.has_size(item.size, self._key):
            return False
        try:
            source = self._loader.source(item)
            limit = self.options.bounds.reader.input_bytes
            data = source if isinstance(source, bytes) else read_bytes(source, item.name, limit)
        except DispatchError:
            return False  # the worker will say what is wrong with it
        return self.journal.reuse(item, hashlib.sha256(data).hexdigest(), self._key, self._number)

    def records(self) -> Iterator[dict[str, Any]]:
        """The records of the run in its order, each under its input's name."""
        for name, packed in self.journal.records(self._number):
            yield record_of(name, packed)

    def write(self, word: Callable[[Failure], str]) -> dict[str, Any]:
        """Write the records, the failures (worded by `word`) and `run.json`; returns what stands in that.

        Each file appears whole, what earlier runs left under these names goes away. Raises OSError,
        MissingDependencyError.
        """
        made = self._write_records()
        failures = self._write_failures(word)
        about = self._about(failures, [path.name for path in made])
        with atomic_text(self.target.directory / RUN) as handle:
            json.dump(about, handle, ensure_ascii=False, indent=1)
            handle.write("\n")
        self._written = True
        return about

    def _write_records(self) -> list[Path]:
        made: list[Path] = []
        directory = self.target.directory
        for name in self.target.formats:
            shape = Shape(name, self.options.plain, self.options.language == "en", self.options.part)
            if self.target.file is not None:
                made += write_file(self.records(), self.target.file, shape, place=directory)
            else:
                made += write_parts(self.records(), directory, shape)
        remove_stale(directory, made)
        return made

    def _write_failures(self, word: Callable[[Failure], str]) -> Counter[str]:
        """Write the failures as JSON Lines, and for those who open tables as a table; without failures, neither."""
        kinds: Counter[str] = Counter()
        tables = {"csv", "xlsx"} & set(self.target.formats)
        paths = [self.target.errors, self.target.errors.with_suffix(".csv")]
        with ExitStack() as stack:
            lines, table = (stack.enter_context(atomic_text(path, place=self.target.directory)) for path in paths)
            rows = errors_csv(table)
            for failure in self.journal.failures(self._number):
                kinds[failure.code] += 1
                message = word(failure)
                lines.write(json.dumps(failure.as_json() | {"message": message}, ensure_ascii=False) + "\n")
                rows((failure.file, failure.code, message))
        for path, wanted in zip(paths, (True, bool(tables)), strict=True):
            if not (kinds and wanted):
                path.unlink()
        return kinds

    def _about(self, failures: Counter[str], made: list[str]) -> dict[str, Any]:
        counts, seconds = self.counts, time.monotonic() - self._clock
        parsed = max(0, self._before.pending - counts.pending - self.journal.reused(self._number))
        return {
            "sources": [printable(source) for source in self.options.sources],
            "started": self._started.isoformat(timespec="seconds"),
            "seconds": round(seconds, 3),
            "inputs": counts.inputs,
            "records": counts.records,
            "errors": counts.errors,
            "pending": counts.pending,
            "parsed_now": parsed,
            "kept_from_earlier_runs": self._before.inputs - self._before.pending,
            "same_bytes_as_another": self.journal.reused(self._number),
            "documents_per_second": round(parsed / seconds, 3) if seconds else 0.0,
            "error_kinds": dict(sorted(failures.items())),
            "left_out": dict(sorted(self.left_out.items())),
            "slowest": [
                {"file": name, "seconds": round(took, 3)} for name, took in self.journal.slowest(self._number, _SLOWEST)
            ],
            "files": made,
            "options": {
                "jobs": self.options.jobs,
                "seconds": self.options.bounds.seconds,
                "memory": self.options.bounds.memory,
                "plain": self.options.plain,
                "reading": self.options.bounds.reading,
                "shard": list(self.options.shard) if self.options.shard else None,
                "since": self.options.since,
            },
            "versions": versions(),
        }


def record_of(name: str, packed: bytes) -> dict[str, Any]:
    """A record as the journal keeps it, under an input's name: the same bytes may have been read under another."""
    record: dict[str, Any] = json.loads(zlib.decompress(packed))
    record["source"]["name"] = name
    return record
