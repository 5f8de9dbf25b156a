"""The documents of a gold directory, and what a batch made of them, scored."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dispatch_parser.batch.outcome import Failure
from dispatch_parser.errors import DamagedInputError, InputNotFoundError
from dispatch_parser.evaluation.metrics import by_kind, by_source
from dispatch_parser.evaluation.score import DocumentScore, score_document

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A gold record and the document it belongs to; `path` is None when no directory holds it."""

    gold: Plain
    path: Path | None
    media: str
    source: str


def load_cases(
    gold_dir: Path,
    docs_dirs: Sequence[Path],
    *,
    media: Collection[str] = (),
    layers: Collection[str] = (),
) -> list[Case]:
    """The cases of a gold directory by id; empty `media`/`layers` mean all.

    The medium is the extension of the file that was annotated (gold's `file`), also when a converted copy
    from an earlier directory stands in for it. Raises InputNotFoundError without gold, DamagedInputError for
    broken gold.
    """
    paths = sorted(gold_dir.glob("*.json"))
    if not paths:
        raise InputNotFoundError(str(gold_dir))
    sources = _sources(gold_dir.parent / "manifest.json")
    cases = []
    for path in paths:
        gold = _gold(path)
        document = _document(gold, docs_dirs)
        named = Path(gold.get("file") or document or "").suffix.lstrip(".").lower()
        if (not media or named in media) and (not layers or gold.get("text_layer") in layers):
            cases.append(Case(gold, document, named, sources.get(gold["id"], "")))
    return cases


def _gold(path: Path) -> Plain:
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DamagedInputError(str(path)) from error
    if not isinstance(gold, dict):
        raise DamagedInputError(str(path))
    gold.setdefault("id", path.stem)
    return gold


def _document(gold: Plain, docs_dirs: Sequence[Path]) -> Path | None:
    """The first directory that has `<id>.*` wins; in it, the very file that was annotated."""
    for directory in docs_dirs:
        found = sorted(p for p in directory.glob(f"{gold['id']}.*") if p.is_file())
        if found:
            return next((p for p in found if p.name == gold.get("file")), found[0])
    return None


def _sources(manifest: Path) -> dict[str, str]:
    """Where each document came from, by id; empty when no manifest stands beside the gold directory."""
    if not manifest.is_file():
        return {}
    entries = json.loads(manifest.read_text(encoding="utf-8"))
    return {entry["id"]: entry.get("source", "") for entry in entries}


def documents_of(cases: Iterable[Case]) -> list[tuple[Path, str]]:
    """The documents that are there, `(path, name)`, in the order of the cases."""
    return [(case.path, case.path.name) for case in cases if case.path is not None]


def score_cases(cases: Iterable[Case], outcomes: Iterable[str | Failure]) -> Iterator[DocumentScore]:
    """Score what a batch (`dispatch_parser.batch.ordered.run`) made of `documents_of(cases)`.

    An outcome is a plain record as a line of JSON, or a Failure, which costs only its document.
    """
    made = iter(outcomes)
    for case in cases:
        if case.path is None:
            file = str(case.gold.get("file") or case.gold["id"])
            yield _score(case, None, file, "no document")
            continue
        outcome = next(made)
        if isinstance(outcome, Failure):
            yield _score(case, None, case.path.name, " ".join(filter(None, _reason(outcome))))
        else:
            yield _score(case, json.loads(outcome), case.path.name, None)


def _score(case: Case, got: Plain | None, file: str, error: str | None) -> DocumentScore:
    return score_document(case.gold, got, file=file, media=case.media, source=case.source, error=error)


def _reason(failure: Failure) -> tuple[str, str, str]:
    return failure.code, failure.detail, failure.where


def report(scores: Sequence[DocumentScore]) -> Plain:
    """The whole evaluation as JSON values; `--against` reads it back."""
    return {
        "version": 1,
        "groups": {name: metrics.as_json() for name, metrics in by_kind(scores).items()},
        "sources": {name: metrics.as_json() for name, metrics in by_source(scores).items()},
        "documents": {score.id: asdict(score) for score in scores},
    }
