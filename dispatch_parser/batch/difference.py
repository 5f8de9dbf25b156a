"""Two runs over the same documents: per field what was gained, lost, changed.

A record is compared by its values alone, whole records and values-only ones alike, so runs of different versions
can be compared too. A field with one value is `gained`, `lost` or `changed`; in a field with several (addressees,
citations, tasks …) each value is gained or lost. What a task says is compared where its words are the same.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from dispatch_parser.batch import journal as journals
from dispatch_parser.batch.journal import Journal
from dispatch_parser.errors import DamagedInputError, InputNotFoundError

Kind = Literal["gained", "lost", "changed"]
_Record = dict[str, Any]

SINGLE = (
    "source_kind", "document_type", "issuer.name", "issuer.parent", "number.value", "number.notation", "place", "date",
    "subject", "priority", "secrecy", "archive", "signer.competence", "signer.position", "signer.full_name",
)  # fmt: skip
SEVERAL = {"addressees": "name", "to_places": "name", "citations": "number", "attachments": "name"}
OF_TASK: dict[str, Callable[[_Record], Iterable[str]]] = {
    "tasks.kind": lambda task: [str(task["kind"])],
    "tasks.agencies": lambda task: [f"{agency['name']} ({agency['role']})" for agency in task["agencies"]],
    "tasks.deadline": lambda task: [_limit(task["deadline"])] if task.get("deadline") else [],
    "tasks.due": lambda task: [_limit(task["due"])] if task.get("due") else [],
    "tasks.product": lambda task: [task["product"]] if task.get("product") else [],
}
DOCUMENT = "document"
"""The field that stands for whole documents: those that only one run could read."""

FIELDS = (DOCUMENT, *SINGLE, *SEVERAL, "tasks", *OF_TASK)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs in one document; `where` names the task, if it is one's."""

    file: str
    field: str
    kind: Kind
    old: str | None = None
    new: str | None = None
    where: str | None = None


@dataclass(slots=True)
class Comparison:
    """How two runs compare: documents in both, and per field and kind how often, `same` counted with them."""

    both: int = 0
    counts: dict[str, Counter[str]] = field(default_factory=lambda: {name: Counter() for name in FIELDS})

    @property
    def equal(self) -> bool:
        """Whether nothing differs."""
        return not any(counter[kind] for counter in self.counts.values() for kind in ("gained", "lost", "changed"))


def compare(old: Path, new: Path, comparison: Comparison) -> Iterator[Difference]:
    """The differences, document by document in the order of the new run; `comparison` counts along.

    Raises InputNotFoundError where there is no run, DamagedInputError for what is no record.
    """
    before = {name: zlib.compress(json.dumps(record).encode()) for name, record in read_run(old)}
    for name, record in read_run(new):
        packed = before.pop(name, None)
        found: Iterable[Difference]
        if packed is None:
            found = [Difference(name, DOCUMENT, "gained")]
        else:
            comparison.both += 1
            comparison.counts[DOCUMENT]["same"] += 1
            found = _document(name, json.loads(zlib.decompress(packed)), record, comparison)
        for difference in found:
            comparison.counts[difference.field][difference.kind] += 1
            yield difference
    for name in before:
        comparison.counts[DOCUMENT]["lost"] += 1
        yield Difference(name, DOCUMENT, "lost")


def read_run(path: Path) -> Iterator[tuple[str, _Record]]:
    """The records of a run by their inputs' names: its directory (shards too), or a `.jsonl` file.

    A run's one file (`x.jsonl`) is read itself. Raises InputNotFoundError, DamagedInputError naming the line.
    """
    if path.is_file():
        yield from _lines(path)
        return
    found = [path / journals.NAME] if (path / journals.NAME).is_file() else sorted(path.glob(f"*/{journals.NAME}"))
    for journal in found:
        with Journal(journal) as opened:
            for name, packed in opened.records(opened.last_run()):
                yield name, json.loads(zlib.decompress(packed))
    parts = [] if found else sorted(path.glob("*.jsonl"))
    for part in parts:
        if not part.name.endswith("errors.jsonl"):
            yield from _lines(part)
    if not found and not parts:
        raise InputNotFoundError(str(path))


def _lines(path: Path) -> Iterator[tuple[str, _Record]]:
    with path.open(encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            try:
                record = json.loads(line)
                name = record["source"]["name"] if "source" in record else record["file"]
            except (ValueError, KeyError, TypeError) as error:
                raise DamagedInputError(str(path), where=f"line {number}") from error
            yield str(name), record


def _document(name: str, old: _Record, new: _Record, comparison: Comparison) -> Iterator[Difference]:
    for path in SINGLE:
        before, after = _value(old, path), _value(new, path)
        if before == after:
            comparison.counts[path]["same"] += before is not None
        else:
            kind: Kind = "gained" if before is None else "lost" if after is None else "changed"
            yield Difference(name, path, kind, before, after)
    for part, key in SEVERAL.items():
        yield from _several(name, part, _names(old, part, key), _names(new, part, key), comparison)
    mine, theirs = _tasks(old), _tasks(new)
    yield from _several(name, "tasks", _names(old, "tasks", "text"), _names(new, "tasks", "text"), comparison)
    for words in mine:
        if words in theirs:
            for slot, values in OF_TASK.items():
                yield from _several(name, slot, values(mine[words]), values(theirs[words]), comparison, where=words)


def _several(
    name: str, slot: str, old: Iterable[str], new: Iterable[str], comparison: Comparison, where: str | None = None
) -> Iterator[Difference]:
    before, after = Counter(old), Counter(new)
    comparison.counts[slot]["same"] += (before & after).total()
    lost, gained = list((before - after).elements()), list((after - before).elements())
    if where is not None and len(lost) == len(gained) == 1:
        yield Difference(name, slot, "changed", lost[0], gained[0], where)
        return
    for value in lost:
        yield Difference(name, slot, "lost", value, None, where)
    for value in gained:
        yield Difference(name, slot, "gained", None, value, where)


def _value(record: _Record, path: str) -> str | None:
    found: Any = record
    for part in path.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    if isinstance(found, dict):
        found = found.get("value")
    return None if found is None else str(found)


def _names(record: _Record, part: str, key: str) -> list[str]:
    return [entry[key] if isinstance(entry, dict) else entry for entry in record.get(part) or ()]


def _tasks(record: _Record) -> dict[str, _Record]:
    return {task["text"]: task for task in record.get("tasks") or ()}


def _limit(deadline: _Record) -> str:
    return f"{deadline['date'] or '-'} “{deadline['raw']}”"
