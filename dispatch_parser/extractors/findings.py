"""What the extractors leave for each other, in reading coordinates (offsets into `Reading.text`).

One Findings travels with one document through the pipeline as `doc._.findings`; the last component turns it into
a DispatchRecord.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

from dispatch_parser.record import (
    Addressee,
    Attachment,
    DeadlineKind,
    Derivation,
    Field,
    Issuer,
    Number,
    Relation,
    Role,
    Signer,
    SourceKind,
    TaskKind,
    ToPlace,
    Warning,
)
from dispatch_parser.text.reading import Reading


@dataclass(frozen=True, slots=True)
class Mention:
    """One body named in the text. `text[start:end]` are its own words; `name` is completed and spelled out.

    `cue`: in a task, the rule or column that gave the body its role; empty where that is the rule of the task.
    """

    start: int
    end: int
    name: str
    group: str | None = None
    office: str | None = None
    rule: str = ""
    confidence: float = 0.9
    cue: str = ""


@dataclass(frozen=True, slots=True)
class AgencyList:
    """A coordinated list of bodies (often of one): `text[start:end]` runs from the head of the first to the last."""

    start: int
    end: int
    members: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """Another document named by number; `start`, `end` cover type name, number and date."""

    start: int
    end: int
    number: str
    document_type: str | None = None
    date: dt.date | None = None
    issuer: str | None = None
    relation: Relation = "mentions"
    rule: str = ""
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class FoundDeadline:
    """A time limit. `date` is the day named or the last day of the period; `ends` the last day of a count of days."""

    start: int
    end: int
    kind: DeadlineKind
    date: dt.date | None = None
    boundary: Literal["before", "on_or_before"] | None = None
    recurrence: str | None = None
    rule: str = ""
    confidence: float = 0.9
    derivation: tuple[Derivation, ...] = ()
    ends: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """The words `text[start:end]` that a rule matched."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task. `agencies` pairs mentions with roles; an inherited agency keeps the place it was read from.

    `cue` are the words by which `rule` told that it is one: a directive, a duty, the first verb; None in tables and
    labelled lines. `kind_by` tells its kind; None where nothing but the default (`do`) did.
    """

    start: int
    end: int
    kind: TaskKind
    agencies: tuple[tuple[Mention, Role], ...] = ()
    deadline: FoundDeadline | None = None
    due: FoundDeadline | None = None
    product: tuple[int, int] | None = None
    parent: tuple[int, int] | None = None
    rule: str = ""
    confidence: float = 0.8
    cue: tuple[int, int] | None = None
    kind_by: Matched | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A sentence or row that was looked at and is no task.

    `rule` is the id of the rule that refused it, or `reported.…` (somebody else's order), `states.…` (a body that is
    told nothing), `silent_part` (aims, results), `table.…` (rows and tables), `no_order` (no words that order).
    """

    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Header:
    """The fields of letterhead, title, addressees, foot. Extractors fill them in place."""

    document_type: Field[str] = field(default_factory=Field[str])
    issuer: Issuer = field(default_factory=Issuer)
    number: Number = field(default_factory=Number)
    place: Field[str] = field(default_factory=Field[str])
    date: Field[dt.date] = field(default_factory=Field[dt.date])
    subject: Field[str] = field(default_factory=Field[str])
    priority: Field[str] = field(default_factory=Field[str])
    secrecy: Field[str] = field(default_factory=Field[str])
    addressees: tuple[Addressee, ...] = ()
    to_places: tuple[ToPlace, ...] = ()
    archive: Field[str] = field(default_factory=Field[str])
    signer: Signer = field(default_factory=Signer)


@dataclass(slots=True)
class Findings:
    """Everything found in one document so far."""

    reading: Reading
    source_kind: SourceKind = "dispatch"
    header: Header = field(default_factory=Header)
    agencies: list[AgencyList] = field(default_factory=list)
    citations: list[FoundCitation] = field(default_factory=list)
    deadlines: list[FoundDeadline] = field(default_factory=list)
    tasks: list[FoundTask] = field(default_factory=list)
    passed_over: list[PassedOver] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
