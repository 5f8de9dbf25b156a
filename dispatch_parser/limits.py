"""Bounds on what one input may cost, checked by the readers before they allocate, and which of its pages are read."""

from __future__ import annotations

from dataclasses import dataclass

from dispatch_parser.selection import PageSelection


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest input a reader accepts; beyond it, `TooLargeError` or `HostileInputError` is raised.

    `archive_ratio` is the compression ratio of one archive member above which it is a bomb (members that unpack
    to less than `archive_ratio_from` bytes are let be); `xml_bytes` bounds one XML part once unpacked.

    `only` names the pages that are read of a PDF or picture (None: all). `ocr_processes` read the pages of one
    scan side by side; above 1 a program needs the guard `if __name__ == "__main__"`, as for `multiprocessing`.
    `ocr_cache` is a directory that keeps what was recognised, by the content of the picture: words of documents.
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
    only: PageSelection | None = None
    ocr_processes: int = 1
    ocr_cache: str | None = None


DEFAULT_LIMITS = Limits()
