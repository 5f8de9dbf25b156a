"""The words of the command line, Vietnamese and English, and the streams they go to.

`use` sets the language once, when a command line starts; `say` gives a sentence in it. Errors about an input
are worded by `dispatch_parser.messages`; `sentences.py` holds the command line's own.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from dispatch_parser.batch.outcome import CRASH, KILLED, MEMORY, TIMEOUT, Failure
from dispatch_parser.cli.sentences import SENTENCES

if TYPE_CHECKING:
    from rich.console import Console

LANGUAGES = ("vi", "en")
WIDTH = 120
"""Columns of a table where nobody watches (a pipe, a file)."""

_language = "vi"


def use(language: str) -> None:
    """Set the language of all sentences from here on: `vi` or `en`."""
    global _language
    _language = language


def language() -> str:
    """The language in use."""
    return _language


def say(key: str, **values: object) -> str:
    """The sentence for a key, with its values filled in."""
    sentence = SENTENCES[key][_language]
    return sentence.format(**values) if values else sentence


def complain(key: str, **values: object) -> None:
    """Print a sentence on stderr."""
    tell(say(key, **values))


def tell(sentence: str) -> None:
    """Print words for a person on stderr."""
    print(f"dispatch-parser: {sentence}", file=sys.stderr)


def failure(failed: Failure) -> str:
    """The sentence of a failure: what is wrong with the file, where, and what to do about it."""
    if failed.code == CRASH:
        fault = say("main.crash", kind=failed.detail, place=failed.where)
        return f"{failed.file}: {fault}" if failed.file else fault
    if failed.code == KILLED:
        return say("batch.killed", name=failed.file)
    if failed.code == TIMEOUT:
        return say("batch.timeout", name=failed.file, seconds=failed.detail)
    if failed.code == MEMORY:
        return say("batch.memory_failed", name=failed.file)
    return failed.message


def debugging() -> bool:
    """Whether the environment asks for tracebacks (DISPATCH_PARSER_DEBUG); they may quote documents."""
    return bool(os.environ.get("DISPATCH_PARSER_DEBUG"))


def console(*, stderr: bool = False, width: int = WIDTH) -> Console:
    """A rich console on the present stdout or stderr, `width` columns wide where nobody watches."""
    from rich.console import Console

    stream: Any = sys.stderr if stderr else sys.stdout
    fixed = None if stream.isatty() or "COLUMNS" in os.environ else width
    return Console(file=stream, width=fixed, highlight=False)
