"""What a batch has done, in one SQLite file: the answer of every input, written as soon as it is there.

An input has one row and one answer. A record is kept under the hash of the bytes it was read from and the key
of what read it, so the same bytes are not read twice. The file is locked while a run has it, and whole after a
power cut: at most the last answers are missing, and their inputs are read again.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from dispatch_parser.batch.outcome import SECRET, Answer, Failure
from dispatch_parser.batch.sources import Item
from dispatch_parser.errors import RunBusyError, RunTargetError

NAME = "journal.sqlite"
_VERSION = 1
_PAGE = 200
_SCHEMA = """
CREATE TABLE runs (id INTEGER PRIMARY KEY, about TEXT NOT NULL);
CREATE TABLE inputs (
  name TEXT PRIMARY KEY,     -- as in the output
  run INTEGER NOT NULL,      -- the last run that listed it
  ordinal INTEGER NOT NULL,  -- its place in that run
  item TEXT NOT NULL,        -- where it is, as JSON
  state TEXT NOT NULL,       -- pending, record, error
  key TEXT,                  -- what read it: code, model, options
  sha256 TEXT,
  seconds REAL NOT NULL DEFAULT 0,
  reused INTEGER NOT NULL DEFAULT 0,  -- the run in which its record was taken from another input
  failure TEXT               -- as JSON
);
CREATE INDEX inputs_in_order ON inputs (run, ordinal);
CREATE TABLE records (sha256 TEXT NOT NULL, key TEXT NOT NULL, size INTEGER NOT NULL, record BLOB NOT NULL);
CREATE UNIQUE INDEX records_by_content ON records (sha256, key);
CREATE INDEX records_by_size ON records (key, size);
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """How a run stands. `kept` were answered by an earlier run, `reused` got the record of the same bytes."""

    inputs: int
    pending: int
    records: int
    errors: int


class Journal:
    """The journal of a run directory, held by one process at a time.

    Raises RunBusyError while another process has it, RunTargetError for a file that is no journal, and OSError
    when nothing can be written (`ENOSPC` for a full disk); what was committed before stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ordinal = 0
        with self._told():
            self._db = sqlite3.connect(path, isolation_level=None, timeout=0.5)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _prepare(self) -> None:
        db = self._db
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        with self._transaction():
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and not db.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in _SCHEMA.split(";\n"):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {_VERSION}")
            elif version != _VERSION:
                raise RunTargetError(str(self.path), "journal")

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors as ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            reason = str(error)
            if "locked" in reason:
                raise RunBusyError(str(self.path.parent)) from error
            if "full" in reason:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path)) from error
            if "malformed" in reason or "not a database" in reason:
                raise RunTargetError(str(self.path), "journal") from error
            raise OSError(errno.EIO, reason, str(self.path)) from error

    # -- listing -------------------------------------------------------------------------------------------

    def begin(self, about: dict[str, object]) -> int:
        """Start a run and return its number."""
        with self._told(), self._transaction():
            cursor = self._db.execute("INSERT INTO runs (about) VALUES (?)", (json.dumps(about, ensure_ascii=False),))
            self._ordinal = 0
            return int(cursor.lastrowid or 0)

    @contextmanager
    def listing(self) -> Iterator[None]:
        """Many calls of `add` and `refuse` as one: all of them are written, or none."""
        with self._told(), self._transaction():
            yield

    def add(self, run: int, item: Item, key: str, *, retry_errors: bool = False) -> None:
        """Take an input into a run; it keeps its answer if neither it nor what reads it has changed."""
        found = self._db.execute("SELECT item, state, key FROM inputs WHERE name = ?", (item.name,)).fetchone()
        told = item.as_json()
        wanted = ("record",) if retry_errors else ("record", "error")
        if found and found[0] == told and found[1] in wanted and found[2] == key:
            self._db.execute("UPDATE inputs SET run = ?, ordinal = ? WHERE name = ?", (run, self._ordinal, item.name))
        else:
            self._put(run, item, told, "pending", None, None)
        self._ordinal += 1

    def refuse(self, run: int, item: Item, key: str, failure: Failure) -> None:
        """Take an input into a run with its answer."""
        self._put(run, item, item.as_json(), "error", key, json.dumps(failure.as_json(), ensure_ascii=False))
        self._ordinal += 1

    def listed(self, run: int, name: str) -> Item | None:
        """The input of that name in a run."""
        found = self._db.execute("SELECT item FROM inputs WHERE name = ? AND run = ?", (name, run)).fetchone()
        return Item.from_json(found[0]) if found else None

    def _put(self, run: int, item: Item, told: str, state: str, key: str | None, failure: str | None) -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO inputs (name, run, ordinal, item, state, key, failure)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (item.name, run, self._ordinal, told, state, key, failure),
        )

    # -- answers -------------------------------------------------------------------------------------------

    def pending(self, run: int) -> Iterator[Item]:
        """The inputs of a run that have no answer, in order; the journal may be written meanwhile."""
        query = (
            "SELECT ordinal, item FROM inputs WHERE run = ? AND state = 'pending' AND ordinal > ?"
            " ORDER BY ordinal LIMIT ?"
        )
        for _, told in self._pages(query, run):
            yield Item.from_json(told)

    def settle(self, item: Item, answer: Answer, key: str) -> None:
        """Write the answer of an input, at once and whole."""
        failure = json.dumps(asdict(answer.failure), ensure_ascii=False) if answer.failure else None
        with self._told(), self._transaction():
            if answer.record is not None:
                content = answer.sha256 or f"name:{item.name}"
                self._db.execute(
                    "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?)", (content, key, item.size, answer.record)
                )
                self._settle(item, "record", key, content, answer.seconds, None)
            else:
                self._settle(item, "error", key, answer.sha256, answer.seconds, failure)

    def reuse(self, item: Item, sha256: str, key: str, run: int) -> bool:
        """Give an input the record of the same bytes, if there is one."""
        with self._told(), self._transaction():
            known = self._db.execute("SELECT 1 FROM records WHERE sha256 = ? AND key = ?", (sha256, key)).fetchone()
            if known:
                self._settle(item, "record", key, sha256, 0.0, None)
                self._db.execute("UPDATE inputs SET reused = ? WHERE name = ?", (run, item.name))
        return known is not None

    def has_size(self, size: int, key: str) -> bool:
        """Whether bytes of that length were read before: only then can they be the same."""
        with self._told():
            return bool(
                self._db.execute("SELECT 1 FROM records WHERE key = ? AND size = ? LIMIT 1", (key, size)).fetchone()
            )

    def _settle(
        self, item: Item, state: str, key: str, sha256: str | None, seconds: float, failure: str | None
    ) -> None:
        self._db.execute(
            "UPDATE inputs SET state = ?, key = ?, sha256 = ?, seconds = ?, failure = ?, reused = 0 WHERE name = ?",
            (state, key, sha256, seconds, failure, item.name),
        )

    # -- reading -------------------------------------------------------------------------------------------

    def last_run(self) -> int:
        """The number of the newest run; 0 if there is none."""
        with self._told():
            return int(self._db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0])

    def counts(self, run: int) -> Counts:
        """How a run stands."""
        with self._told():
            rows = dict(
                self._db.execute("SELECT state, count(*) FROM inputs WHERE run = ? GROUP BY state", (run,)).fetchall()
            )
        return Counts(sum(rows.values()), rows.get("pending", 0), rows.get("record", 0), rows.get("error", 0))

    def reused(self, run: int) -> int:
        """How many inputs got the record of the same bytes in this run."""
        with self._told():
            query = "SELECT count(*) FROM inputs WHERE run = ? AND reused = ?"
            return int(self._db.execute(query, (run, run)).fetchone()[0])

    def answer(self, name: str) -> Answer | None:
        """The answer of an input; None while it has none."""
        query = (
            "SELECT failure, record, inputs.sha256 FROM inputs LEFT JOIN records ON records.sha256 = inputs.sha256"
            " AND records.key = inputs.key AND state = 'record' WHERE name = ? AND state != 'pending'"
        )
        with self._told():
            found = self._db.execute(query, (name,)).fetchone()
        if found is None:
            return None
        return Answer(name, found[1], Failure(**json.loads(found[0])) if found[0] else None, found[2])

    def records(self, run: int) -> Iterator[tuple[str, bytes]]:
        """The records of a run in its order: the input's name and the compressed JSON."""
        query = (
            "SELECT ordinal, inputs.name, record FROM inputs JOIN records ON records.sha256 = inputs.sha256"
            " AND records.key = inputs.key WHERE run = ? AND state = 'record' AND ordinal > ? ORDER BY ordinal LIMIT ?"
        )
        for _, name, packed in self._pages(query, run):
            yield name, packed

    def failures(self, run: int) -> Iterator[Failure]:
        """The failures of a run in its order."""
        query = (
            "SELECT ordinal, failure FROM inputs WHERE run = ? AND state = 'error' AND ordinal > ?"
            " ORDER BY ordinal LIMIT ?"
        )
        for _, told in self._pages(query, run):
            yield Failure(**json.loads(told))

    def _pages(self, query: str, run: int) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, a page at a time: nothing stays open in between, and rows may be written."""
        last = -1
        while True:
            with self._told():
                rows = self._db.execute(query, (run, last, _PAGE)).fetchall()
            if not rows:
                return
            yield from rows
            last = rows[-1][0]

    def slowest(self, run: int, count: int) -> list[tuple[str, float]]:
        """The inputs that took longest, with their seconds; none of those marked secret."""
        query = (
            "SELECT name, seconds FROM inputs WHERE run = ? AND seconds > 0 AND coalesce(sha256, '') NOT GLOB ?"
            " ORDER BY seconds DESC, name LIMIT ?"
        )
        with self._told():
            return [(name, seconds) for name, seconds in self._db.execute(query, (run, f"{SECRET}*", count))]

    def forget_secrets(self) -> None:
        """Take the records of documents marked secret out of the file for good; a next run reads their inputs again."""
        mark = (f"{SECRET}*",)
        with self._told():
            if not self._db.execute("SELECT 1 FROM inputs WHERE sha256 GLOB ? LIMIT 1", mark).fetchone():
                return
            self._db.execute("PRAGMA secure_delete = ON")
            with self._transaction():
                self._db.execute("DELETE FROM records WHERE sha256 GLOB ?", mark)
                self._db.execute("UPDATE inputs SET state = 'pending', sha256 = NULL WHERE sha256 GLOB ?", mark)
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
