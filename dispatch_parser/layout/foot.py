"""The foot of a dispatch: recipients and signature, and where the annexes begin."""

from __future__ import annotations

from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import is_capitals, without_rank
from dispatch_parser.layout.head import View

_LETTERHEAD = 14  # lines at the top of a page


def label_foot(view: View, labels: list[str], start: int) -> None:
    """Label the foot in `labels` and everything after it as annex; `start` is where the body begins."""
    recipients = _recipients(view, start)
    begin = _foot_start(view, start, recipients)
    if begin is None:
        _label_annexes(view, labels, start)
        return
    end = _label_block(view, labels, begin, recipients)
    if recipients is not None and _illegible_heading(view, recipients - 1, recipients):
        labels[view.at[recipients - 1]] = zones.FURNITURE
    for i in range(end, len(view.lines)):
        labels[view.at[i]] = zones.FURNITURE if view.is_("rule", i) else zones.ANNEX
    _label_another(view, labels, end)
    _label_copy(view, labels, end)


def _recipients(view: View, start: int) -> int | None:
    """The line that opens the recipients: `Nơi nhận`, or the first of the dashed lines that end with `Lưu:`.

    The second where the heading was left out, or is not legible in a scan.
    """
    lines = range(start, len(view.lines))
    heading = next((i for i in lines if view.is_("recipients", i)), None)
    if heading is not None:
        return heading
    archive = next((i for i in lines if view.is_("archive", i) and view.lines[i].column != "right"), None)
    if archive is None:
        return None
    first = archive
    while first > start and _is_entry(view, first - 1, archive):
        first -= 1
    return first if first < archive else None


def _is_entry(view: View, i: int, archive: int) -> bool:
    """Whether a line is one of the dashed lines above `Lưu:`: beside the signature, or as small and short as that."""
    line, last = view.lines[i], view.lines[archive]
    if view.words[i][:1] not in ("-", "–", "+", "•") or line.page != last.page or line.column != last.column:
        return False
    return line.column == "left" or len(view.words[i]) < 60


def _illegible_heading(view: View, i: int, recipients: int) -> bool:
    """Whether a line is the heading of recipients that do not open with `Nơi nhận`: short, on the left, right above."""
    if i < 0 or view.is_("recipients", recipients):
        return False
    line = view.lines[i]
    return line.column == "left" and len(view.words[i]) <= 20 and line.page == view.lines[recipients].page


def _foot_start(view: View, start: int, recipients: int | None) -> int | None:
    """The first line of the foot: `Nơi nhận` or the signature's first line, whichever is read first."""
    if recipients is not None:
        begin = recipients
        # A signature above or left of `Nơi nhận` in reading order (linearised tables, two signers).
        for i in range(recipients - 1, max(start, recipients - 13) - 1, -1):
            if view.is_("competence", i) or view.anchors.is_position(view.words[i]):
                begin = i
            elif not (_signature_like(view, i) or view.lines[i].column != "full"):
                break
        return begin
    for i in range(len(view.lines) - 1, start - 1, -1):
        if (view.is_("competence", i) and is_capitals(view.words[i])) or (
            view.anchors.is_position(view.words[i]) and _name_follows(view, i)
        ):
            while i > start and _belongs_above(view, i - 1):
                i -= 1
            return i
    return None


def _belongs_above(view: View, i: int) -> bool:
    """Whether the line above a signature is part of it: its marks, or the signature beside it (two signers)."""
    if view.lines[i].column != "full":
        return _signature_like(view, i)
    return view.anchors.is_position(view.words[i]) or view.is_("competence", i)


def _name_follows(view: View, i: int) -> bool:
    return any(view.anchors.is_person_name(view.words[j]) for j in range(i + 1, min(i + 6, len(view.lines))))


def _signature_like(view: View, i: int) -> bool:
    words = view.words[i]
    return (
        view.is_("competence", i)
        or view.anchors.is_position(words)
        or view.anchors.is_person_name(words)
        or view.is_("signed", i)
        or (is_capitals(words) and len(words) < 60)
        or words != without_rank(words)
    )


def _label_block(view: View, labels: list[str], begin: int, recipients: int | None) -> int:
    """Label recipients and signature from `begin`; returns the first line after the foot."""
    recipients_open = archived = named = reopened = False
    i = begin
    while i < len(view.lines):
        line, words = view.lines[i], view.words[i]
        if i > begin and (_annex_starts(view, i) or (view.is_("motto", i) and line.column != "left")):
            break
        over = archived or not reopened or view.anchors.type_code(words) is not None
        if named and line.column != "right" and over and not _second_signer(view, i):
            break
        if i == recipients or view.is_("recipients", i):
            recipients_open, archived, reopened = True, False, named
            zone = zones.RECIPIENTS
        elif view.is_("rule", i):
            zone = zones.FURNITURE
        elif line.column == "right":
            zone = zones.SIGNATURE
        elif recipients_open and (line.column == "left" or words.endswith(";")):
            zone = zones.RECIPIENTS
        elif _signature_like(view, i) and not words.startswith("-"):
            zone = zones.SIGNATURE
        elif recipients_open and not archived:
            zone = zones.RECIPIENTS
        elif recipients_open and not named and len(words) < 40:
            zone = zones.RECIPIENTS if words[:1] in "-+•" else zones.SIGNATURE
        else:
            break
        if zone == zones.RECIPIENTS and view.is_("archive", i):
            archived = True
        named |= zone == zones.SIGNATURE and view.anchors.is_person_name(words)
        labels[view.at[i]] = zone
        i += 1
    return i


def _second_signer(view: View, i: int) -> bool:
    """After a printed name only another signature or the recipients still belong to the foot."""
    words = view.words[i]
    return (
        view.is_("recipients", i)
        or view.is_("competence", i)
        or (view.anchors.is_position(words) and _name_follows(view, i))
        or view.anchors.is_person_name(words)
    )


def _annex_starts(view: View, i: int) -> bool:
    return view.is_("annex", i) or view.is_("link", i)


def _label_annexes(view: View, labels: list[str], start: int) -> None:
    """Without a foot, an annex is told by its heading in capitals alone on a line."""
    for i in range(start + 1, len(view.lines)):
        if view.is_("annex", i) and (view.lines[i].centered or is_capitals(view.words[i])) and len(view.words[i]) < 40:
            _label_rest(view, labels, i, zones.ANNEX)
            return


def _label_another(view: View, labels: list[str], start: int) -> None:
    """Behind the foot, from the page on whose letterhead has a number: a second dispatch, bound with the first.

    What is promulgated with a decision has a letterhead, too, but no number; forms in an annex stand under its heading.
    """
    foot = view.lines[start - 1].page
    for i in range(start, len(view.lines)):
        page = view.lines[i].page
        if page == foot or not view.is_("motto", i):
            continue
        top = next(k for k in range(start, len(view.lines)) if view.lines[k].page == page)
        head = [k for k in range(top, min(top + _LETTERHEAD, len(view.lines))) if view.lines[k].page == page]
        if i not in head or any(_annex_starts(view, k) or view.is_("copy", k) for k in head):
            continue
        if any(view.is_("number", k) and labels[view.at[k]] == zones.ANNEX for k in head):
            _label_rest(view, labels, top, zones.ANOTHER)
            return


def _label_copy(view: View, labels: list[str], start: int) -> None:
    """The block of a copy below the original (its own letterhead and number), not to be read as the original's."""
    for i in range(start, len(view.lines)):
        if view.is_("copy", i):
            _label_rest(view, labels, i, zones.COPY)
            return


def _label_rest(view: View, labels: list[str], start: int, zone: str) -> None:
    for i in range(start, len(view.lines)):
        labels[view.at[i]] = zone
