"""What a parse returns: DispatchRecord and its parts. The JSON Schema is generated from this module.

Text values keep the document's own words, in Unicode NFC with white space folded to one space. A value is made
together with its evidence; a value without evidence cannot be built.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar

import pydantic
from pydantic import BaseModel, ConfigDict, model_validator

if TYPE_CHECKING:
    from dispatch_parser.responsibility import Share

SCHEMA_VERSION = "1.0"
CHECK_BELOW = 0.5
"""A value less sure than this is worth a person's look: docs/ocr.md has the share of wrong ones on either side."""

SourceKind = Literal["dispatch", "report", "other"]
State = Literal["found", "ambiguous", "absent", "unreadable"]
Confidence = Annotated[float, pydantic.Field(ge=0.0, le=1.0)]
Role = Literal["lead", "coordinate", "report_to", "delegate", "target"]
TaskKind = Literal["do", "advise", "monitor", "report", "prohibit", "enforcement"]
DeadlineKind = Literal["date", "period", "recurring", "relative", "event", "standing", "immediate"]
Relation = Literal["basis", "implements", "replies_to", "amends", "replaces", "repeals", "attached", "mentions"]


class Model(BaseModel):
    """Base of all parts: frozen, and no field that the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rect(Model):
    """A box on a page in PDF points, origin at the top left of the page as displayed."""

    x0: float
    top: float
    x1: float
    bottom: float


class Span(Model):
    """One line's worth of words: `Document.text[start:end]` on a page (1-based); `box` where there is a layout."""

    page: int = pydantic.Field(ge=1)
    start: int = pydantic.Field(ge=0, description="character offset into the document text")
    end: int = pydantic.Field(ge=0, description="character offset into the document text, exclusive")
    box: Rect | None = None


class Evidence(Model):
    """Where a value was read, by which rule, and how sure: of the values given 0.9, nine in ten are right."""

    spans: tuple[Span, ...] = pydantic.Field(min_length=1, description="one per line, in reading order")
    rule: str = pydantic.Field(min_length=1, description="id of the rule that found the value")
    confidence: Confidence


T = TypeVar("T")


class Alternative(Model, Generic[T]):
    """Another reading of an ambiguous field."""

    value: T
    raw: str
    evidence: Evidence


class Field(Model, Generic[T]):
    """One field with its state. Only `found` and `ambiguous` carry a value; `raw` keeps the words as printed.

    `absent`: the document has no such part. `unreadable`: the part is there, its text is not (a blank number, a
    stamp over it); then `raw` and `evidence` show the part where they can.
    """

    state: State = "absent"
    value: T | None = None
    raw: str | None = None
    evidence: Evidence | None = None
    alternatives: tuple[Alternative[T], ...] = ()

    @model_validator(mode="after")
    def _consistent(self) -> Field[T]:
        has_value = self.state in ("found", "ambiguous")
        if has_value != (self.value is not None):
            raise ValueError(f"a field that is {self.state} {'needs' if has_value else 'has no'} value")
        if has_value and (self.evidence is None or self.raw is None):
            raise ValueError("a value needs its words and its evidence")
        if bool(self.alternatives) != (self.state == "ambiguous"):
            raise ValueError("alternatives belong to ambiguous fields, and only to them")
        return self


class Issuer(Model):
    """The issuing body, the body printed above it, and the register entry as of the document's date."""

    name: Field[str] = Field[str]()
    parent: Field[str] = Field[str]()
    id: str | None = pydantic.Field(None, description="entry in the agency register")


class Number(Model):
    """`1315` and `UBND-NVK`. In legal documents the year belongs to the notation (`2023/QĐ-UBND`)."""

    value: Field[str] = Field[str]()
    notation: Field[str] = Field[str]()


class Signer(Model):
    """Who signed: in what competence (`TM. … / KT. …`), in which position, and the printed name."""

    competence: Field[str] = Field[str]()
    position: Field[str] = Field[str]()
    full_name: Field[str] = Field[str]()


class Addressee(Model):
    """One body after `Kính gửi:`, lists completed with their head."""

    name: str
    evidence: Evidence


class ToPlace(Model):
    """One line of `Nơi nhận:`; the purpose in brackets (`để b/c`) apart."""

    name: str
    purpose: str | None = None
    evidence: Evidence


class Citation(Model):
    """Another document named by its number. `number` is whole (`76/NQ-CP`)."""

    document_type: str | None
    number: str
    date: dt.date | None = None
    issuer: str | None = None
    relation: Relation = "mentions"
    raw: str
    evidence: Evidence


class Agency(Model):
    """A body in the text. `group` marks a collective expression, whose members are never invented.

    `office` keeps the office-holder's post when the text names him instead of the body (`Giám đốc`).
    """

    name: str
    id: str | None = None
    group: str | None = None
    office: str | None = None
    raw: str
    evidence: Evidence


class AgencyMention(Agency):
    """A body named in the operative text, with every role it has in a task."""

    roles: tuple[Role, ...] = ()


class Assignment(Agency):
    """A body in one task, with its role there."""

    role: Role
    refers_to: tuple[str, ...] = pydantic.Field(
        (), description="names of the bodies that an expression such as `các cơ quan nêu trên` points to"
    )


Derivation = Literal[
    "year_of_document",
    "year_after_document",
    "last_day_of_period",
    "day_before_period",
    "days_from_document_date",
    "days_from_named_day",
    "working_days_from_document_date",
    "working_days_from_named_day",
]
"""How a day follows from words that do not print it whole."""


class Deadline(Model):
    """A time limit: the words, their kind, and the day they name (or the last day of the period)."""

    raw: str
    kind: DeadlineKind
    date: dt.date | None = None
    boundary: Literal["before", "on_or_before"] | None = None
    recurrence: str | None = pydantic.Field(None, description="iCalendar RRULE of a recurring deadline")
    derivation: tuple[Derivation, ...] = pydantic.Field(
        (), description="how `date` follows from the words where they do not print it whole"
    )
    evidence: Evidence


class Task(Model):
    """One thing that one set of agencies is told to do.

    `id` is unique in the record; `parent` names what it stands under: the words of a heading or lead-in.
    """

    id: str
    kind: TaskKind
    text: str
    agencies: tuple[Assignment, ...] = ()
    deadline: Deadline | None = None
    due: Deadline | None = pydantic.Field(
        None,
        description="the deadline that binds the task, its own or one laid on it by another sentence; of a relative "
        "one `date` is the day on which it ends, where its first day is printed or is the document's own",
    )
    product: str | None = None
    parent: str | None = None
    cites: tuple[str, ...] = pydantic.Field((), description="numbers of the citations in the task's text")
    evidence: Evidence

    @property
    def other_due(self) -> Deadline | None:
        """The deadline that binds the task, where it tells another day than the task's own deadline."""
        told = self.due is None or (self.deadline is not None and self.due.date == self.deadline.date)
        return None if told else self.due


class Attachment(Model):
    """An annex named in the text or included in the file."""

    name: str
    included: bool = False
    evidence: Evidence


class DigitalSignature(Model):
    """A digital signature in the file. `intact` says whether the signed bytes are unchanged; never "valid".

    `time` is what the signer's machine claims. `covers_file`: nothing was added to the file after it was signed.
    """

    signer: str | None
    organisation: str | None = None
    time: dt.datetime | None = None
    intact: bool | None = None
    covers_file: bool | None = None


class Warning(Model):
    """What the parser could not settle, in words for a person (Vietnamese); `code` is stable for machines."""

    code: str
    message: str


class Mended(Model):
    """Words of a picture, mended by what the form and the language allow, and as the engine read them."""

    span: Span
    text: str
    recognised: str


class Source(Model):
    """The input: its name, kind of file, hash, and, for a page that reports a dispatch, its own title and date."""

    name: str | None = None
    media: str
    sha256: str | None = None
    pages: int = 1
    text_layer: Literal["digital", "scan", "mixed"] = "digital"
    title: str | None = None
    published: dt.date | None = None


class DispatchRecord(Model):
    """Everything read from one dispatch. `model_dump_json` and `model_validate_json` are lossless."""

    schema_version: Literal["1.0"] = "1.0"
    source: Source
    source_kind: SourceKind
    document_type: Field[str] = Field[str]()
    issuer: Issuer = Issuer()
    number: Number = Number()
    place: Field[str] = Field[str]()
    date: Field[dt.date] = Field[dt.date]()
    subject: Field[str] = Field[str]()
    priority: Field[str] = Field[str]()
    secrecy: Field[str] = Field[str]()
    addressees: tuple[Addressee, ...] = ()
    to_places: tuple[ToPlace, ...] = ()
    archive: Field[str] = Field[str]()
    signer: Signer = Signer()
    signatures: tuple[DigitalSignature, ...] = ()
    citations: tuple[Citation, ...] = ()
    agencies: tuple[AgencyMention, ...] = ()
    tasks: tuple[Task, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    mended: tuple[Mended, ...] = pydantic.Field((), description="what of a recognised text was mended")
    warnings: tuple[Warning, ...] = ()

    @property
    def identity(self) -> tuple[str | None, str | None, str | None, dt.date | None]:
        """Issuer, number, notation, date: number and notation alone repeat over the years."""
        return self.issuer.name.value, self.number.value.value, self.number.notation.value, self.date.value

    def tasks_for(self, agency: str, *, today: dt.date | None = None) -> tuple[Share, ...]:
        """The tasks of a body with the reason for each (see `dispatch_parser.responsibility`)."""
        from dispatch_parser.responsibility import tasks_for

        return tasks_for(self, agency, today=today)

    def plain(self) -> dict[str, Any]:
        """Values only, in the shape of the gold records (see `dispatch_parser.export.plain`)."""
        from dispatch_parser.export.plain import plain

        return plain(self)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of DispatchRecord; `docs/dispatch-record.schema.json` is this, checked in."""
    schema = DispatchRecord.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dispatch-parser:record:{SCHEMA_VERSION}",
        **schema,
    }
