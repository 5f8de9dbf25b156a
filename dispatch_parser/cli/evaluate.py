"""`dispatch-parser evaluate GOLD_DIR DOCS_DIR…`: measures the parser against annotated documents."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import add_work_options
from dispatch_parser.errors import DamagedInputError, ExitCode, InputNotFoundError

if TYPE_CHECKING:
    from dispatch_parser.evaluation.run import Case
    from dispatch_parser.evaluation.score import DocumentScore

_WIDTH = 200
_SHORT = {
    "issuer": "issuer.name",
    "parent": "issuer.parent",
    "number": "number.value",
    "notation": "number.notation",
    "signer": "signer.full_name",
    "competence": "signer.competence",
    "position": "signer.position",
}


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("evaluate.help")
    parser = subparsers.add_parser("evaluate", help=about, description=about)
    add = parser.add_argument
    add("gold", metavar="GOLD_DIR", type=Path, help=text.say("evaluate.gold"))
    add("docs", metavar="DOCS_DIR", type=Path, nargs="+", help=text.say("evaluate.docs"))
    add("--json", metavar="OUT", type=Path, help=text.say("evaluate.json"))
    add("--against", metavar="OLD.json", type=Path, help=text.say("evaluate.against"))
    add("--media", type=_names, default=(), metavar="pdf,docx", help=text.say("evaluate.media"))
    add("--layer", type=_names, default=(), metavar="digital", help=text.say("evaluate.layer"))
    add("--detail", metavar="FIELD", help=text.say("evaluate.detail"))
    add_work_options(parser)
    parser.set_defaults(run=run)


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip().lower() for name in value.split(",") if name.strip())


def run(args: argparse.Namespace) -> int:
    """Evaluate and print. Documents that fail are measured, not errors: the exit code is 0."""
    from dispatch_parser.evaluation.compare import FIELDS
    from dispatch_parser.evaluation.report import DETAILS
    from dispatch_parser.evaluation.run import load_cases

    detail = _SHORT.get(args.detail, args.detail)
    names = [field.name for field in FIELDS] + list(DETAILS)
    if detail is not None and detail not in names:
        text.complain("evaluate.unknown_field", name=args.detail, names=", ".join(names))
        return int(ExitCode.USAGE)
    old = _old_report(args.against) if args.against else None
    scores = _measure(load_cases(args.gold, args.docs, media=args.media, layers=args.layer), args)
    _print(scores, detail, old)
    if args.json:
        _write(args.json, scores)
    return int(ExitCode.OK)


def _write(path: Path, scores: list[DocumentScore]) -> None:
    from dispatch_parser.evaluation.run import report
    from dispatch_parser.export.atomic import atomic_text

    with atomic_text(path) as handle:
        json.dump(report(scores), handle, ensure_ascii=False, indent=1)
        handle.write("\n")


def _old_report(path: Path) -> dict[str, Any]:
    try:
        report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputNotFoundError(str(path)) from error
    except ValueError as error:
        raise DamagedInputError(str(path)) from error
    return report


def _measure(cases: list[Case], args: argparse.Namespace) -> list[DocumentScore]:
    from functools import partial

    from rich.progress import track

    from dispatch_parser.batch.ordered import record_reader, run
    from dispatch_parser.evaluation.run import documents_of, score_cases

    console = text.console(stderr=True)
    files = documents_of(cases)
    reader = partial(record_reader, plain=True)
    outcomes = run(files, reader, jobs=args.jobs, seconds=args.timeout, language=text.language())
    quiet = not console.is_terminal
    watched = track(outcomes, "", total=len(files), console=console, transient=True, disable=quiet)
    return list(score_cases(cases, watched))


def _print(scores: list[DocumentScore], detail: str | None, old: dict[str, Any] | None) -> None:
    from dispatch_parser.evaluation import report as show
    from dispatch_parser.evaluation.against import changes
    from dispatch_parser.evaluation.metrics import by_kind, by_source
    from dispatch_parser.evaluation.run import report

    console = text.console(width=_WIDTH)
    console.print(show.figures(by_kind(scores), text.say("evaluate.by_kind")))
    if sources := by_source(scores):
        console.print(show.summary(sources, text.say("evaluate.by_source")))
    show.print_failures(text.console(stderr=True, width=_WIDTH), scores)
    if detail is not None:
        show.print_detail(console, scores, detail)
    if old is not None:
        show.print_changes(console, changes(old, report(scores)))
