"""`dispatch-parser lint FILE…`: where dispatches depart from the rules of form that bind them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import Failure, printable
from dispatch_parser.cli import text
from dispatch_parser.cli.inputs import attempt, exit_code
from dispatch_parser.cli.options import add_reading, parser_of
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from rich.console import Console

    from dispatch_parser.lint.findings import Finding, Lang, Report

_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("lint.help")
    parser = subparsers.add_parser("lint", help=about, description=about)
    parser.add_argument("files", metavar="FILE", nargs="+", help=text.say("parse.files"))
    parser.add_argument("--json", action="store_true", help=text.say("lint.json"))
    add_reading(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every report: 0 with notes at most, 3 with errors or warnings; failures as in `parse`."""
    from dispatch_parser.lint.run import lint
    from dispatch_parser.readers.registry import read

    parser = parser_of(args)

    def report(source: str | bytes, name: str) -> Report:
        return lint(parser.doc(read(source, name=name, limits=parser.limits)))

    failures: list[Failure] = []
    departs = False
    for file in args.files:
        outcome = attempt(file, parser.limits, report)
        if isinstance(outcome, Failure):
            failures.append(outcome)
            text.tell(text.failure(outcome))
            continue
        departs |= bool(outcome.count("error") or outcome.count("warning"))
        _print(file, outcome, as_json=args.json)
    if failures:
        return exit_code(failures, args.files)
    return int(ExitCode.FINDINGS if departs else ExitCode.OK)


def _lang() -> Lang:
    return "vi" if text.language() == "vi" else "en"


def _print(file: str, report: Report, *, as_json: bool) -> None:
    """One JSON object a line, or lines to read: `page: severity: what is wrong: the words`."""
    if as_json:
        rules = report.rule_set
        findings = [finding.plain(_lang()) for finding in report.findings]
        about = {"file": printable(Path(file).name), "rules": rules.id if rules else None}
        print(json.dumps(about | {"findings": findings}, ensure_ascii=False))
        return
    console = text.console()
    _print_head(console, file, report)
    for finding in report.findings:
        _print_finding(console, finding)


def _print_head(console: Console, file: str, report: Report) -> None:
    from rich.text import Text

    if report.rule_set is None:
        summary = text.say("lint.no_dispatch")
    else:
        counts = {f"{severity}s": report.count(severity) for severity in ("error", "warning", "note")}
        summary = text.say("lint.summary", rules=report.rule_set.names[_lang()], **counts)
    console.print(Text(f"{printable(file)}: {summary}", style="bold"), soft_wrap=True)


def _print_finding(console: Console, finding: Finding) -> None:
    from rich.text import Text

    place = text.say("lint.page", page=finding.page) if finding.page else text.say("lint.nowhere")
    words = Text(f"  {place}: ")
    words.append(text.say(f"lint.{finding.severity}"), style=_STYLES[finding.severity])
    words.append(f": {finding.message[_lang()]}")
    if finding.words:
        shown = finding.words if len(finding.words) <= 80 else finding.words[:79] + "…"
        words.append(f": “{shown}”")
    words.append(f"\n      {finding.remedy[_lang()]} ({finding.section}) [{finding.rule}]", style="dim")
    console.print(words, soft_wrap=True)
