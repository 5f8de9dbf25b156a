"""`dispatch-parser schema`: the JSON Schema of a record."""

from __future__ import annotations

import argparse
import json
from typing import Any

from dispatch_parser.cli import text


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("schema.help")
    parser = subparsers.add_parser("schema", help=about, description=about)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema exactly as docs/dispatch-record.schema.json holds it."""
    from dispatch_parser.record import json_schema

    print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0
