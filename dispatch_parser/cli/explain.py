"""`dispatch-parser explain FILE`: which words made a task, its bodies and its deadline, and what was passed over."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import Failure
from dispatch_parser.cli import text
from dispatch_parser.cli.inputs import attempt
from dispatch_parser.cli.options import add_reading, parser_of, positive
from dispatch_parser.errors import ExitCode

if TYPE_CHECKING:
    from dispatch_parser.explanation import Explanation, Passed, Step

_LONGEST = 160  # characters of a sentence on the terminal


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("explain.help")
    parser = subparsers.add_parser("explain", help=about, description=about)
    parser.add_argument("file", metavar="FILE", help=text.say("show.file"))
    parser.add_argument("--task", metavar="N", type=positive, help=text.say("explain.number"))
    parser.add_argument("--json", action="store_true", help=text.say("explain.json"))
    add_reading(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the explanations: 0; 3 where there is no task of that number; failures as in `parse`."""
    from dispatch_parser.explanation import explain
    from dispatch_parser.readers.registry import read

    parser = parser_of(args)

    def work(source: str | bytes, name: str) -> list[Explanation] | None:
        document = read(source, name=name, limits=parser.limits)
        try:
            return explain(parser, document, args.task)[1]
        except IndexError:
            return None

    outcome = attempt(args.file, parser.limits, work)
    if isinstance(outcome, Failure):
        text.tell(text.failure(outcome))
        return outcome.exit_code
    if outcome is None:
        text.complain("explain.no_such_task", number=args.task)
        return int(ExitCode.FINDINGS)
    for one in outcome:
        _print_json(one) if args.json else _print(one)
    return int(ExitCode.OK)


def _print_json(one: Explanation) -> None:
    plain = {
        "task": one.task.id if one.task else None,
        "steps": [asdict(step) | {"why": _why(step.rule)} for step in one.steps],
        "passed_over": [asdict(passed) | {"why": _why(passed.rule)} for passed in one.passed],
    }
    print(json.dumps(plain, ensure_ascii=False))


def _print(one: Explanation) -> None:
    print(one.task.id if one.task else text.say("explain.no_task"))
    for step in one.steps:
        label = text.say(f"view.role.{step.what}" if step.what not in _PARTS else f"explain.{step.what}")
        matched = f": “{step.matched}”" if step.matched else ""
        print(f"  {label}: {_line(step, matched)}{_how(step)}")
    if one.passed:
        print(f"  {text.say('explain.passed')}:")
    for passed in one.passed:
        print(f"    - {_line(passed)}")


_PARTS = ("task", "kind", "deadline", "due", "product")


def _line(one: Step | Passed, matched: str = "") -> str:
    words = one.words if len(one.words) <= _LONGEST else one.words[: _LONGEST - 1] + "…"
    page = f" ({text.say('lint.page', page=one.page)})" if one.page else ""
    source = f"; {one.source}" if one.source else ""
    return f"“{words}”{page}\n        {_why(one.rule)}{matched} [{one.rule}]{source}"


def _how(step: Step) -> str:
    """That the words are inherited, and how a day follows."""
    parts = [text.say("explain.inherited")] if step.inherited else []
    parts += [_why(code) for code in step.derived]
    return f"\n        {'; '.join(parts)}" if parts else ""


def _why(rule: str) -> str:
    from dispatch_parser.explanation import why

    return why(rule, "vi" if text.language() == "vi" else "en")
