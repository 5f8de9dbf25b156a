"""The entry point `dispatch-parser`: finds the command, runs it, turns what goes wrong into an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from dispatch_parser import __version__
from dispatch_parser.cli import evaluate, text


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dispatch-parser")
    parser.add_argument("--version", action="version", version=f"dispatch-parser {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    evaluate.add_parser(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    args = build_parser().parse_args(argv)
    code: int = args.run(args)
    return code


if __name__ == "__main__":
    sys.exit(main())
