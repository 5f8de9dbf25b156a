"""A small dispatch built by hand, so that these tests do not depend on what the parser finds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dispatch_parser.document import Box, Document, Line, Page, SourceInfo
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
    Rect,
    Signer,
    Source,
    Span,
    Task,
    ToPlace,
    Warning,
)

ROWS = """\
< ỦY BAN NHÂN DÂN
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
< Số: 1204/UBND-VX
> Sông Lam, ngày 05 tháng 8 năm 2024
Kính gửi: Sở Y tế.
Thực hiện Kế hoạch số 15/KH-UBND, Ủy ban nhân dân yêu cầu:
Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát
kinh phí, báo cáo trước ngày 20/8/2024.
Nơi nhận: Như trên
"""


@dataclass
class Sample:
    """A document and what to say about it."""

    document: Document

    def evidence(self, words: str, confidence: float = 0.95, rule: str = "test.rule") -> Evidence:
        start = self.document.text.index(words)
        spans = []
        for line, left, right in self.document.pieces(start, start + len(words)):
            box = line.box_of(left, right)
            rect = Rect(x0=box.x0, top=box.top, x1=box.x1, bottom=box.bottom) if box else None
            spans.append(Span(page=line.page, start=left, end=right, box=rect))
        return Evidence(spans=tuple(spans), rule=rule, confidence=confidence)

    def found(self, words: str, confidence: float = 0.95) -> Field[str]:
        return Field[str](state="found", value=words, raw=words, evidence=self.evidence(words, confidence))

    def record(self) -> DispatchRecord:
        day = "ngày 05 tháng 8 năm 2024"
        evidence = self.evidence("Sở Y tế chủ trì")
        lead = Assignment(name="Sở Y tế", raw="Sở Y tế", role="lead", evidence=evidence)
        return DispatchRecord(
            source=Source(name=self.document.source.name, media=self.document.source.media),
            source_kind="dispatch",
            document_type=Field[str](
                state="ambiguous", value="CV", raw="Số:", evidence=self.evidence("Số:"),
                alternatives=(Alternative[str](value="CĐ", raw="Số:", evidence=self.evidence("Số:")),),
            ),
            issuer=Issuer(name=self.found("ỦY BAN NHÂN DÂN")),
            number=Number(value=self.found("1204", 0.45), notation=self.found("UBND-VX")),
            date=Field[dt.date](
                state="found", value=dt.date(2024, 8, 5), raw=day, evidence=self.evidence(day)
            ),
            secrecy=Field[str](state="unreadable", raw="CỘNG", evidence=self.evidence("CỘNG")),
            addressees=(Addressee(name="Sở Y tế", evidence=self.evidence("Sở Y tế.")),),
            to_places=(ToPlace(name="Như trên", purpose="để b/c", evidence=self.evidence("Như trên")),),
            signer=Signer(),
            citations=(
                Citation(
                    document_type="KH", number="15/KH-UBND", relation="implements",
                    raw="Kế hoạch số 15/KH-UBND", evidence=self.evidence("Kế hoạch số 15/KH-UBND"),
                ),
            ),
            tasks=(
                Task(
                    id="t1", kind="do", text="Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát kinh phí",
                    agencies=(
                        lead,
                        Assignment(
                            name="Sở Tài chính", raw="Sở Tài chính", role="coordinate",
                            evidence=self.evidence("Sở Tài chính"),
                        ),
                    ),
                    deadline=Deadline(
                        raw="trước ngày 20/8/2024", kind="date", date=dt.date(2024, 8, 20), boundary="before",
                        evidence=self.evidence("trước ngày 20/8/2024"),
                    ),
                    product="Báo cáo rà soát",
                    evidence=self.evidence("Sở Y tế chủ trì, phối hợp với Sở Tài chính rà soát\nkinh phí"),
                ),
            ),
            warnings=(Warning(code="test.code", message="Chưa rõ độ mật."),),
        )  # fmt: skip


def build(rows: str, *, layout: bool) -> Sample:
    """A document of these rows (`<` left, `>` right column); boxes (6 points a letter) where `layout`."""
    text, lines = "", []
    for number, row in enumerate(rows.splitlines()):
        column = {"< ": "left", "> ": "right"}.get(row[:2], "full")
        words = row[2:] if column != "full" else row
        x, top = (300.0 if column == "right" else 60.0), 50.0 + 20 * number
        line = Line(len(text), len(text) + len(words), page=1, column=column)
        if layout:
            line.box = Box(x, top, x + 6 * len(words), top + 14)
            line.edges = [x + 6 * i for i in range(len(words) + 1)]
        lines.append(line)
        text += words + "\n"
    page = Page(1, 600.0, 800.0) if layout else Page(1)
    return Sample(Document(text, lines, [page], SourceInfo("pdf" if layout else "text", name="cong-van.pdf")))
