"""The entry point `dispatch-parser`: finds the command, runs it, turns what goes wrong into an exit code.

Results go to stdout, everything else to stderr. Commands import what they need when they run, so `--help` is
quick.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from dispatch_parser import __version__
from dispatch_parser.batch.outcome import failure_of
from dispatch_parser.cli import text
from dispatch_parser.errors import DispatchError, ExitCode
from dispatch_parser.messages import default_lang

COMMANDS = (
    "parse", "batch", "diff", "scan", "watch", "show", "explain", "lint", "mine", "agency", "schema", "doctor",
    "evaluate",
)  # fmt: skip
INTERRUPTED = 130
BROKEN_PIPE = 141
"""As a shell reports a program that SIGINT or SIGPIPE ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code (see `dispatch_parser.errors.ExitCode`)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    text.use(_language(arguments))
    _speak_utf8()
    try:
        args = build_parser().parse_args(arguments)
        text.use(args.lang)
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse: help, version, a wrong command
        return stop.code if isinstance(stop.code, int) else int(ExitCode.USAGE)
    except KeyboardInterrupt:
        text.complain("main.interrupted")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of our stdout left; Python must not complain at its own exit
        _drop_stdout()
        return BROKEN_PIPE
    except OSError as error:  # readers have errors of their own: this is about output
        text.complain("main.cannot_write", path=error.filename or "stdout", reason=error.strerror or "?")
        return int(ExitCode.FAILED)
    except Exception as error:
        if text.debugging() and not isinstance(error, DispatchError):
            raise
        failed = failure_of(error, "", text.language())
        text.tell(text.failure(failed))
        return failed.exit_code


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line, worded in the language in use."""
    parser = _Parser(prog="dispatch-parser", description=text.say("main.about"))
    parser.add_argument(
        "--version", action="version", version=f"dispatch-parser {__version__}", help=text.say("main.version")
    )
    _add_language(parser, text.language())
    commands = parser.add_subparsers(
        title=text.say("main.commands"), metavar="COMMAND", dest="command", required=True
    )
    for name in COMMANDS:
        import_module(f"dispatch_parser.cli.{name}").add_parser(commands)
    for command in commands.choices.values():
        _add_language(command, argparse.SUPPRESS)
    return parser


def _add_language(parser: argparse.ArgumentParser, default: str) -> None:
    parser.add_argument("--lang", choices=text.LANGUAGES, default=default, help=text.say("main.lang"))


class _Formatter(argparse.HelpFormatter):
    """Help in the language in use."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._ArgumentGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, text.say("main.usage") if prefix is None else prefix)  # type: ignore[arg-type]


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that words its own headings in the language in use."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own options
        options.setdefault("formatter_class", _Formatter)
        super().__init__(add_help=False, **options)
        self._positionals.title = text.say("main.positionals")
        self._optionals.title = text.say("main.options")
        self.add_argument("-h", "--help", action="help", help=text.say("main.help"))

    def error(self, message: str) -> Any:  # noqa: ANN401 - does not return
        self.print_usage(sys.stderr)
        text.complain("main.wrong_command", detail=message)
        raise SystemExit(int(ExitCode.USAGE))


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, before the arguments are parsed (the help needs it), else the system's."""
    for position, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        if argument == "--lang" and position + 1 < len(arguments):
            value = arguments[position + 1]
        if value in text.LANGUAGES:
            return value
    return default_lang()


def _speak_utf8() -> None:
    """Vietnamese goes out as UTF-8, whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", None) or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _drop_stdout() -> None:
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
