"""A record built by hand, and a parser that returns it, so that the command line is tested by itself.

In a module of its own because spawned processes import it.
"""

import datetime as dt

from dispatch_parser.errors import DamagedInputError, InputNotFoundError
from dispatch_parser.limits import DEFAULT_LIMITS
from dispatch_parser.record import (
    Addressee,
    Alternative,
    Assignment,
    Citation,
    Deadline,
    DispatchRecord,
    Evidence,
    Field,
    Issuer,
    Number,
    Signer,
    Source,
    Span,
    Task,
    ToPlace,
    Warning,
)

EVIDENCE = Evidence(spans=(Span(page=2, start=0, end=4),), rule="test.rule", confidence=0.9)


def found(value, *, others=()):
    alternatives = tuple(Alternative(value=v, raw=str(v), evidence=EVIDENCE) for v in others)
    state = "ambiguous" if others else "found"
    return Field(state=state, value=value, raw=str(value), evidence=EVIDENCE, alternatives=alternatives)


def task(number, text, kind="do", agencies=(), **parts):
    assigned = tuple(Assignment(name=n, role=role, raw=n, evidence=EVIDENCE) for n, role in agencies)
    return Task(id=f"t{number}", kind=kind, text=text, agencies=assigned, evidence=EVIDENCE, **parts)


DEADLINE = Deadline(
    raw="trước ngày 01/6/2024", kind="date", date=dt.date(2024, 6, 1), boundary="before", evidence=EVIDENCE
)


def make_record(name="mau.pdf"):
    """A fictional công văn with one field of each state."""
    return DispatchRecord(
        source=Source(media="pdf", name=name),
        source_kind="dispatch",
        document_type=found("CV"),
        issuer=Issuer(name=found("Ủy ban nhân dân tỉnh An Sơn")),
        number=Number(value=Field(state="unreadable", raw="…", evidence=EVIDENCE), notation=found("UBND-TH")),
        place=found("An Sơn"),
        date=found(dt.date(2024, 5, 6)),
        subject=found("phòng [bão]", others=["phòng bão, lũ"]),
        addressees=(Addressee(name="Sở Tài chính", evidence=EVIDENCE),),
        to_places=(
            ToPlace(name="Như trên", evidence=EVIDENCE),
            ToPlace(name="Bộ A", purpose="để b/c", evidence=EVIDENCE),
        ),
        archive=found("VT, TH"),
        signer=Signer(
            competence=found("KT. CHỦ TỊCH"),
            position=found("PHÓ CHỦ TỊCH"),
            full_name=found("Lê Văn Mẫu"),
        ),
        citations=(
            Citation(
                document_type="NQ", number="7/NQ-CP", date=dt.date(2024, 1, 2), relation="basis",
                raw="số 7/NQ-CP", evidence=EVIDENCE,
            ),
        ),
        tasks=(
            task(
                1, "bố trí kinh phí", agencies=[("Sở Tài chính", "lead"), ("Sở Nội vụ", "coordinate")],
                deadline=DEADLINE, due=DEADLINE, product="Phương án",
            ),
            task(2, "báo cáo kết quả", kind="report", agencies=[("Bộ A", "report_to")], due=DEADLINE),
        ),
        warnings=(Warning(code="test", message="số bị để trống"),),
    )  # fmt: skip


class FakeParser:
    """Stands in for the parser: the file's name decides what happens; nothing is opened."""

    limits = DEFAULT_LIMITS

    def __init__(self, *, limits=DEFAULT_LIMITS, allow_secret=True, header_only=False):
        self.allow_secret = allow_secret

    def parse(self, source, *, name=None):
        name = name or str(source)
        if "missing" in name:
            raise InputNotFoundError(name)
        if "damaged" in name:
            raise DamagedInputError(name, where="page 3")
        if "crash" in name:
            raise ZeroDivisionError("words of the document")
        return make_record(name)
