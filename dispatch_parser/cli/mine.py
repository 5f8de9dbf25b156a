"""`dispatch-parser mine --agency NAME PATH…`: which tasks of these dispatches are a body's own, and why."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import Failure, printable
from dispatch_parser.cli import text
from dispatch_parser.cli.inputs import attempt, exit_code
from dispatch_parser.cli.options import add_reading, calendar_day, parser_of
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.record import DispatchRecord
    from dispatch_parser.responsibility import Share


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("mine.help")
    parser = subparsers.add_parser("mine", help=about, description=about)
    parser.add_argument("paths", metavar="PATH", nargs="+", help=text.say("mine.paths"))
    parser.add_argument("--agency", metavar="NAME", required=True, help=text.say("mine.agency"))
    parser.add_argument(
        "--today", metavar="DATE", nargs="?", type=calendar_day, const=dt.date.today(), help=text.say("mine.today")
    )
    parser.add_argument("--json", action="store_true", help=text.say("mine.json"))
    add_reading(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every task with its reason: 0 also where there is none; failures as in `parse`."""
    from dispatch_parser.batch.files import documents_in
    from dispatch_parser.gazetteer.register import register

    if register().resolve(args.agency, on=args.today).reason == "unknown":
        text.complain("agency.unknown", name=args.agency)
        return int(ExitCode.USAGE)
    parser = parser_of(args)
    files = [
        str(file)
        for path in args.paths
        for file in ([found for found, _ in documents_in(Path(path)).files] if Path(path).is_dir() else [path])
    ]
    failures: list[Failure] = []
    for file in files:
        outcome = attempt(file, parser.limits, lambda source, name: parser.parse(source, name=name))
        if isinstance(outcome, Failure):
            failures.append(outcome)
            text.tell(text.failure(outcome))
            continue
        _print(file, outcome, outcome.tasks_for(args.agency, today=args.today), as_json=args.json)
    return exit_code(failures, files)


def _print(file: str, record: DispatchRecord, shares: tuple[Share, ...], *, as_json: bool) -> None:
    if as_json:
        for share in shares:
            print(json.dumps({"file": printable(file), **_plain(record, share)}, ensure_ascii=False))
        return
    if not shares:
        return
    number = record.number
    print(f"{printable(file)}: {number.value.value or '…'}/{number.notation.value or '…'}, {record.issuer.name.value}")
    for share in shares:
        due = share.task.due or share.task.deadline
        until = f" ⇒ {due.date.strftime('%d/%m/%Y') if due.date else due.raw}" if due else ""
        role = text.say(f"view.role.{share.role}")
        print(f"  {share.task.id} [{role}]{until}: {share.task.text}")
        print(f"      {why(share)}")


def why(share: Share) -> str:
    """The reason in words for a person."""
    sentence = text.say(f"mine.{share.reason}", words=share.words, through=share.through, group=share.group)
    return sentence if share.certain else f"{sentence} {text.say('mine.perhaps')}"


def _plain(record: DispatchRecord, share: Share) -> dict[str, Any]:
    due = share.task.due or share.task.deadline
    return {
        "dispatch": [part.isoformat() if isinstance(part, dt.date) else part for part in record.identity],
        "task": share.task.id,
        "role": share.role,
        "due": due.date.isoformat() if due and due.date else None,
        "text": share.task.text,
        "reason": share.reason,
        "certain": share.certain,
        "words": share.words,
        "through": share.through,
        "group": share.group,
        "why": why(share),
    }
