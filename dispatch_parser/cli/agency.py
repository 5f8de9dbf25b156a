"""`dispatch-parser agency NAME`: who a name means on a day, its history and its heirs; the register for export."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import difflib
import json
import sys
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text
from dispatch_parser.cli.options import calendar_day
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.gazetteer.entries import Entry
    from dispatch_parser.gazetteer.register import Register, Resolution

FIELDS = ("id", "name", "level", "parent", "place", "province", "valid_from", "valid_to", "organ_id", "source")
_NEAR = 5  # similar names offered for an unknown one


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("agency.help")
    parser = subparsers.add_parser("agency", help=about, description=about)
    parser.add_argument("name", metavar="NAME", nargs="?", help=text.say("agency.name"))
    parser.add_argument("--on", metavar="DATE", type=calendar_day, help=text.say("agency.on"))
    parser.add_argument("--issuer", metavar="NAME", help=text.say("agency.issuer"))
    parser.add_argument("--json", action="store_true", help=text.say("agency.json"))
    parser.add_argument("--export", choices=("csv", "json"), help=text.say("agency.export"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the entry: 0; 3 where the name means no body or several."""
    from dispatch_parser.gazetteer.register import register

    entries = register()
    if args.export:
        _export(entries, args.export)
        return int(ExitCode.OK)
    if not args.name:
        text.complain("agency.no_name")
        return int(ExitCode.USAGE)
    found = entries.resolve(args.name, on=args.on, context=args.issuer)
    if args.json:
        print(json.dumps(_answer(entries, found, args.on), ensure_ascii=False, indent=2))
    else:
        _print(entries, found, args.on)
    return int(ExitCode.OK if found.entry else ExitCode.FINDINGS)


def _answer(entries: Register, found: Resolution, on: dt.date | None) -> dict[str, Any]:
    if found.entry is None:
        candidates = [plain(entry) for entry in found.candidates]
        return {"query": found.name, "id": None, "reason": found.reason, "candidates": candidates}
    history = entries.lineage(found.entry)
    return {
        "query": found.name,
        "reason": found.reason,
        **plain(found.entry),
        "aliases": list(found.entry.aliases),
        "open": found.entry.open,
        "successors": _heirs(entries, found.entry),
        "predecessors": [plain(entry) for entry in history.predecessors],
        "today": [entry.id for entry in entries.successors(found.entry)],
    }


def _heirs(entries: Register, entry: Entry) -> list[dict[str, Any]]:
    """The direct heirs, each with its own."""
    return [{**plain(heir), "successors": _heirs(entries, heir)} for heir in entries.heirs(entry)]


def plain(entry: Entry) -> dict[str, Any]:
    """An entry as JSON values."""
    values = {field: getattr(entry, field) for field in FIELDS}
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}


def _print(entries: Register, found: Resolution, on: dt.date | None) -> None:
    if found.entry is None:
        print(text.say(f"agency.{found.reason}", name=found.name))
        near = [_line(entry) for entry in found.candidates] or _similar(entries, found.name)
        for line in near:
            print(f"  {line}")
        return
    entry = found.entry
    print(_line(entry))
    for label, value in (("parent", entry.parent), ("province", entry.province), ("organ_id", entry.organ_id)):
        if value:
            print(f"  {text.say(f'agency.{label}')}: {value}")
    if found.reason != "named":
        print(f"  {text.say(f'agency.{found.reason}', name=found.name)}")
    history = entries.lineage(entry)
    for label, others in (("predecessors", history.predecessors), ("successors", history.successors)):
        if others:
            print(f"  {text.say(f'agency.{label}')}:")
        for other in others:
            print(f"    {_line(other)}")
    if entry.valid_to is not None and not history.successors:
        print(f"  {text.say('agency.no_heir')}")


def _line(entry: Entry) -> str:
    bounds = (entry.valid_from, entry.valid_to)
    time = " - ".join(day.strftime("%d/%m/%Y") if day else "…" for day in bounds) if any(bounds) else ""
    return f"{entry.name} [{entry.id}]" + (f" ({time})" if time else "")


def _similar(entries: Register, name: str) -> list[str]:
    known = {entry.name: entry for entry in entries.entries() if entry.level != "commune"}
    return [_line(known[near]) for near in difflib.get_close_matches(name, known, _NEAR)]


def _export(entries: Register, form: str) -> None:
    if form == "json":
        for entry in entries.entries():
            heirs = [heir.id for heir in entries.heirs(entry)]
            more = {"aliases": list(entry.aliases), "successors": heirs}
            print(json.dumps(plain(entry) | more, ensure_ascii=False))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*FIELDS, "aliases", "successors"])
    for entry in entries.entries():
        lists = (entry.aliases, [heir.id for heir in entries.heirs(entry)])
        writer.writerow([*plain(entry).values(), *map("|".join, lists)])
