"""Reads Vietnamese official dispatches into structured records, offline, with the words each value came from.

    >>> from dispatch_parser import parse
    >>> record = parse("cong-van.pdf")                                          # doctest: +SKIP
    >>> record.number.value.value, record.date.value                            # doctest: +SKIP

Importing the package costs nothing: names are loaded when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dispatch_parser.document import Document
    from dispatch_parser.errors import DispatchError
    from dispatch_parser.limits import Limits
    from dispatch_parser.pipeline import Parser, parse, parse_text
    from dispatch_parser.readers.registry import read
    from dispatch_parser.record import DispatchRecord, json_schema

_HOMES = {
    "Document": "document",
    "DispatchError": "errors",
    "DispatchRecord": "record",
    "Limits": "limits",
    "Parser": "pipeline",
    "json_schema": "record",
    "parse": "pipeline",
    "parse_text": "pipeline",
    "read": "readers.registry",
}

__all__ = [
    "DispatchError",
    "DispatchRecord",
    "Document",
    "Limits",
    "Parser",
    "json_schema",
    "parse",
    "parse_text",
    "read",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute can be anything
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
