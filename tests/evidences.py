"""The evidence of a record, for tests of any kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def evidences(value: Any) -> Iterator[dict[str, Any]]:
    """Every piece of evidence in a record as plain data."""
    if isinstance(value, dict):
        if value.keys() >= {"spans", "rule", "confidence"}:
            yield value
        for part in value.values():
            yield from evidences(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidences(part)
