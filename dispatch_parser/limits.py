"""Bounds on what one input may cost, checked by the readers before they allocate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input a reader accepts; beyond it, `TooLargeError` or `HostileInputError` is raised."""

    input_bytes: int = 200_000_000
    pages: int = 2_000
    characters: int = 20_000_000
    archive_bytes: int = 400_000_000
    archive_ratio: int = 200
    archive_members: int = 10_000
    xml_depth: int = 200


DEFAULT_LIMITS = Limits()
