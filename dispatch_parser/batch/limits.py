"""Bounds on what one document of a batch may cost, and on what an archive may hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from dispatch_parser.limits import DEFAULT_LIMITS, Limits

SECONDS = 300.0
"""How long one document may take, unless the caller says otherwise."""

MEMORY = 2_000_000_000
"""How many bytes one document may take beyond what the program itself takes."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What a zip or tar archive of dispatches may hold; beyond it an error is its answer.

    `members` and `unpacked_bytes` count everything in an archive with the archives inside it. `ratio` bounds
    how much a member (zip) or the whole (compressed tar) blows up, from `ratio_from` unpacked bytes on.
    `nesting` is how deep archives may stand in archives (1: none inside another).
    """

    members: int = 100_000
    unpacked_bytes: int = 100_000_000_000
    ratio: int = 200
    ratio_from: int = 5_000_000
    nesting: int = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """All bounds of a batch. `seconds` and `memory` are enforced on the process, the others before reading.

    `allow_secret`: documents with a mark of secrecy are read too. `header_only`: as in `Parser`.
    """

    seconds: float = SECONDS
    memory: int = MEMORY
    reader: Limits = field(default_factory=lambda: DEFAULT_LIMITS)
    archive: ArchiveLimits = field(default_factory=ArchiveLimits)
    allow_secret: bool = False
    header_only: bool = False

    @property
    def reading(self) -> str:
        """What of a document is read, in a word: empty where all of it is, and secret documents are refused."""
        parts = ["allow_secret"] * self.allow_secret + ["header_only"] * self.header_only
        return " ".join([*parts, str(self.reader.only)] if self.reader.only else parts)
