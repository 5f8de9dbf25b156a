"""Checks of recipients and signature that need structure (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9.b)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dispatch_parser.layout import zones
from dispatch_parser.lint.case import Case
from dispatch_parser.lint.findings import Hit
from dispatch_parser.lint.head import wrong_ends
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Paragraph

_DASHES = "-–—+•*●▪"


def recipients_missing(case: Case) -> Iterator[Hit]:
    """A signature and no `Nơi nhận`."""
    if case.paragraphs(zones.SIGNATURE) and not case.paragraphs(zones.RECIPIENTS):
        yield Hit()


def _entries(case: Case) -> list[Paragraph]:
    """The lines below `Nơi nhận`, without headings of parts (`Bản điện tử:`)."""
    lines = case.paragraphs(zones.RECIPIENTS)
    return [p for p in lines if not case.anchors.is_("recipients", case.key(p)) and not case.words(p).endswith(":")]


def recipients_undashed(case: Case) -> Iterator[Hit]:
    """An entry that opens without a dash: the one before it ended with `;`."""
    before = ""
    for paragraph in case.paragraphs(zones.RECIPIENTS):
        words = case.words(paragraph)
        opens = before.endswith(";") or case.anchors.is_("archive", case.key(paragraph))
        if opens and words[0] not in _DASHES and not words.endswith(":"):
            yield Hit(paragraph.start, paragraph.end)
        before = words


def recipients_marks(case: Case) -> Iterator[Hit]:
    """Each entry ends with `;`, the last with `.`."""
    listed = [p for p in _entries(case) if case.words(p)[:1] in _DASHES]
    if len(listed) == len(_entries(case)):
        yield from wrong_ends(case, listed)


def _archive(case: Case) -> list[Paragraph]:
    return [p for p in case.paragraphs(zones.RECIPIENTS) if case.anchors.is_("archive", case.key(p))]


def archive_missing(case: Case) -> Iterator[Hit]:
    """Recipients without the line `Lưu: VT, …`."""
    recipients = case.paragraphs(zones.RECIPIENTS)
    if recipients and case.record.archive.state == "absent" and not _archive(case):
        yield Hit(recipients[-1].start, recipients[-1].end)


def archive_not_last(case: Case) -> Iterator[Hit]:
    """Another dashed entry below the line `Lưu`."""
    archive = _archive(case)
    for paragraph in _entries(case):
        below = archive and paragraph.start > archive[-1].start
        if below and case.words(paragraph)[:1] in "-–":
            yield Hit(paragraph.start, paragraph.end)
            return


def signer_missing(case: Case) -> Iterator[Hit]:
    """An office to sign, and no name below it."""
    signer = case.record.signer
    if signer.full_name.state == "absent":
        shown = case.paragraphs(zones.SIGNATURE)
        if shown and (signer.competence.value or signer.position.value):
            yield Hit(shown[0].start, shown[-1].end)


def deputy_missing(case: Case) -> Iterator[Hit]:
    """`KT.` with an office, and the same office as the signer's own."""
    signer = case.record.signer
    marks = (signer.competence.value or "").split(" / ")
    position = key(signer.position.value or "")
    last = key(marks[-1])
    if position and last.startswith("kt.") and last.removeprefix("kt.").strip() == position:
        lines = [p for p in case.paragraphs(zones.SIGNATURE) if case.key(p).strip(" .,") == position]
        yield from (Hit(p.start, p.end) for p in lines[:1])


CHECKS: dict[str, Callable[[Case], Iterator[Hit]]] = {
    check.__name__: check
    for check in (
        recipients_missing, recipients_undashed, recipients_marks, archive_missing, archive_not_last,
        signer_missing, deputy_missing,
    )
}  # fmt: skip
