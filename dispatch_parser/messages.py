"""What the user reads: every sentence in Vietnamese and English, by code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dispatch_parser.errors import DispatchError


def explain(error: DispatchError) -> str:
    """The sentence of an error."""
    return f"{error.name}: {error.code} {error.detail} {error.where}".strip()
