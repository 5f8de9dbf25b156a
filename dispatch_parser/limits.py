"""Bounds on what one input may cost, checked by the readers before they allocate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input a reader accepts; beyond it, `TooLargeError` or `HostileInputError` is raised.

    `archive_ratio` is the compression ratio of one archive member above which it is a bomb (members that unpack
    to less than `archive_ratio_from` bytes are let be); `xml_bytes` bounds one XML part once unpacked.
    """

    input_bytes: int = 200_000_000
    pages: int = 2_000
    characters: int = 3_000_000
    archive_bytes: int = 400_000_000
    archive_ratio: int = 200
    archive_ratio_from: int = 5_000_000
    archive_members: int = 10_000
    xml_bytes: int = 100_000_000
    xml_depth: int = 200
    convert_seconds: float = 90.0
    ocr_seconds: float = 30.0  # of one page


DEFAULT_LIMITS = Limits()
