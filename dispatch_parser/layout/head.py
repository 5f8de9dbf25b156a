"""The head of a dispatch: letterhead, title, addressees. Labels lines from the top until the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dispatch_parser.document import Line
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, is_capitals, opens_item

HEAD_REACH = 60  # lines within which the letterhead must have ended
_BARE_NUMBER = re.compile(r"số ?:?$")
_NO_WORDS = re.compile(r"\d|[“”\"!?%$|/\\]")
_SYMBOL = re.compile(r"[/⁄] ?[A-ZĐ]{2,}-[A-ZĐ]{2,}")
_NO_NAME = re.compile(r":|\d/|(?:19|20)\d\d")
_YEAR_ENDS = re.compile(r"năm\W*\d{4}\W*$")
_DASHED = re.compile(r"(?:^|: ?)[-–+•*]")
_LONG_ENTRY = 90  # characters
_ENDS = re.compile(r"[.;!?]/?[.]?$|\./\.$")


@dataclass
class View:
    """The lines that are read as text, with their words and keys; `at[i]` is the index in the Document."""

    lines: list[Line]
    at: list[int]
    words: list[str]
    keys: list[str]
    anchors: Anchors

    def is_(self, part: str, i: int) -> bool:
        """Whether line i plays this part."""
        return self.anchors.is_(part, self.keys[i])


def label_head(view: View, labels: list[str]) -> int:
    """Label letterhead, title and addressees; returns the index of the first line after them (0: no head)."""
    _put_addressees_last(view)
    _join_wrapped(view)
    end = _letterhead_end(view)
    if end is None:
        return 0
    _label_letterhead(view, labels, end)
    after = _label_title(view, labels, end)
    return _label_addressees(view, labels, after)


def _put_addressees_last(view: View) -> None:
    """`Kính gửi:` that was taken for the last line of the left column goes behind the right column's lines."""
    for i in range(min(len(view.lines) - 1, HEAD_REACH)):
        if view.lines[i].column != "left" or not view.is_("addressees", i):
            continue
        j = i + 1
        while j < len(view.lines) and view.lines[j].column == "right":
            j += 1
        view.lines[i:j] = [*view.lines[i + 1 : j], view.lines[i]]
        view.at[i:j] = [*view.at[i + 1 : j], view.at[i]]
        view.words[i:j] = [*view.words[i + 1 : j], view.words[i]]
        view.keys[i:j] = [*view.keys[i + 1 : j], view.keys[i]]
        return


def _join_wrapped(view: View) -> None:
    """A motto, number or date that a narrow column wraps plays its part on both lines."""
    for i in range(min(len(view.lines), HEAD_REACH) - 1):
        if view.lines[i].column == view.lines[i + 1].column and _is_wrapped(view, i):
            view.keys[i] = view.keys[i + 1] = f"{view.keys[i]} {view.keys[i + 1]}"


def _is_wrapped(view: View, i: int) -> bool:
    """Whether lines i and i + 1 play a part of the letterhead together that neither plays alone."""
    joined = f"{view.keys[i]} {view.keys[i + 1]}"
    if any(view.is_(part, i + 1) for part in ("motto", "number", "date")):
        return False
    if view.anchors.is_("motto", joined):
        return not view.is_("motto", i)
    if _BARE_NUMBER.match(view.keys[i]):
        return view.keys[i + 1][:1].isdigit() and view.anchors.is_("number", joined)
    whole_date = view.anchors.is_("date", joined) and _YEAR_ENDS.search(joined) is not None
    return whole_date and not _YEAR_ENDS.search(view.keys[i])


def _letterhead_end(view: View) -> int | None:
    """The first line that is no letterhead any more; None where the document has no head at all."""
    seen_motto = seen_number = seen_date = False
    reach = min(len(view.lines), HEAD_REACH)
    for i in range(reach):
        number, date = view.is_("number", i), view.is_("date", i)
        seen_motto |= view.is_("motto", i)
        seen_number |= number
        seen_date |= date
        if number or date or view.is_("motto", i):
            continue
        if view.is_("addressees", i) or view.is_("grounds", i) or view.is_("enacting", i):
            return i if (seen_motto or seen_number or seen_date) else None
        if view.anchors.type_code(view.words[i]):
            return i if seen_motto or seen_number or _head_follows(view, i) else None
        if (seen_number or seen_date) and _is_prose(view, i) and not _in_subject(view, i):
            return i
    return None


def _head_follows(view: View, i: int) -> bool:
    """Portal versions print the type name first and the letterhead not at all: then a foot must exist."""
    return any(view.is_("recipients", j) or view.is_("competence", j) for j in range(i, len(view.lines)))


def _is_prose(view: View, i: int) -> bool:
    line, words = view.lines[i], view.words[i]
    return line.column == "full" and not line.centered and not is_capitals(words) and len(words) > 60


def _in_subject(view: View, i: int) -> bool:
    """Whether the line belongs to a `V/v …` paragraph that runs over the full width (text without columns)."""
    j = i
    while j >= 0 and not view.is_("number", j) and i - j < 8:
        if view.is_("subject", j):
            return j == i or all(not _ENDS.search(view.words[k]) for k in range(j, i))
        if view.lines[j - 1].ends_paragraph and j - 1 >= 0 and not view.is_("subject", j - 1):
            return False
        j -= 1
    return False


def _label_letterhead(view: View, labels: list[str], end: int) -> None:
    number_seen = subject_seen = named = False
    has_type = end < len(view.lines) and bool(view.anchors.type_code(view.words[end]))
    for i in range(end):
        line = view.lines[i]
        if view.is_("rule", i):
            labels[view.at[i]] = zones.FURNITURE
        elif view.is_("motto", i):
            labels[view.at[i]] = zones.MOTTO
        elif view.is_("foreign", i):
            labels[view.at[i]] = zones.FURNITURE
        elif view.is_("stamp", i) or view.is_("copy", i):
            labels[view.at[i]] = zones.STAMP
        elif view.is_("date", i):
            labels[view.at[i]] = zones.DATE
        elif view.is_("number", i) and not subject_seen:
            labels[view.at[i]], number_seen = zones.NUMBER, True
        elif view.is_("subject", i) and (number_seen or line.column != "right"):
            labels[view.at[i]], subject_seen = zones.TITLE, True
        elif line.column == "right" and not subject_seen:
            labels[view.at[i]] = zones.STAMP
        elif subject_seen and not number_seen:  # the number was not legible
            labels[view.at[i]] = zones.STAMP if line.column == "right" else zones.TITLE
        elif number_seen:
            labels[view.at[i]] = zones.TITLE if subject_seen or not has_type else zones.STAMP
        elif line.box is None and _NO_NAME.search(view.words[i]):
            labels[view.at[i]] = zones.FURNITURE  # what a page shows above the dispatch it prints
        elif named and _is_illegible_number(view.words[i]):
            labels[view.at[i]] = zones.FURNITURE  # a number that was not legible
        else:
            labels[view.at[i]], named = zones.ISSUER, True


def _is_illegible_number(words: str) -> bool:
    """Whether a line under a body's name is what was read of a number: strokes in no name, or a symbol."""
    return _SYMBOL.search(words) is not None or (not is_capitals(words) and _NO_WORDS.search(words) is not None)


def _label_stamps(view: View, labels: list[str], start: int) -> int:
    """Stamps and rule lines between two parts of the head; returns the first line after them."""
    i = start
    while i < len(view.lines) and (view.is_("stamp", i) or view.is_("rule", i)):
        labels[view.at[i]] = zones.STAMP if view.is_("stamp", i) else zones.FURNITURE
        i += 1
    return i


def _label_title(view: View, labels: list[str], start: int) -> int:
    """Type name, trích yếu and the authority above the grounds."""
    i = _label_stamps(view, labels, start)
    if i >= len(view.lines) or not view.anchors.type_code(view.words[i]):
        return i
    labels[view.at[i]] = zones.TITLE
    i += 1
    first = i
    while i < len(view.lines) and i - first < 25 and not _title_over(view, i, first):
        labels[view.at[i]] = zones.FURNITURE if view.is_("rule", i) else zones.TITLE
        i += 1
    issuer = " ".join(view.keys[j] for j in range(start) if labels[view.at[j]] == zones.ISSUER)
    _label_authority(view, labels, first, i, issuer)
    return i


def _title_over(view: View, i: int, first: int) -> bool:
    if any(view.is_(part, i) for part in ("addressees", "grounds", "enacting", "recipients")):
        return True
    line, words = view.lines[i], view.words[i]
    if i == first or view.is_("rule", i):
        return False
    if line.column != "full" or (opens_item(words) and not line.centered):
        return opens_item(words)
    if line.centered or is_capitals(words) or (line.bold and view.lines[i - 1].bold):
        return False
    previous = view.lines[i - 1]
    if words[:1].islower() and not _ENDS.search(view.words[i - 1]):
        return False
    if view.is_("rule", i - 1) or previous.ends_paragraph:
        return True
    if line.box is None and (_ends_block(view, i) or _leads_to_body(view, i)):
        return False
    return line.box is not None or _ENDS.search(view.words[i - 1]) is not None or words[:1].isupper()


def _ends_block(view: View, i: int) -> bool:
    """Typed text without layout: whether an empty line soon closes what line i goes on with, and no sentence does."""
    for j in range(i, min(i + 4, len(view.lines))):
        if _ENDS.search(view.words[j]) or view.words[j].endswith(":") or len(view.words[j]) > 90:
            return False
        if view.lines[j].ends_paragraph:
            return True
    return False


def _leads_to_body(view: View, i: int) -> bool:
    """Typed text without layout: whether addressees or grounds follow soon, and no sentence ends before them."""
    for j in range(i, min(i + 6, len(view.lines))):
        if any(view.is_(part, j) for part in ("addressees", "grounds", "enacting")):
            return True
        if _ENDS.search(view.words[j]) or view.words[j].endswith(":"):
            return False
    return False


def _label_authority(view: View, labels: list[str], first: int, end: int, issuer: str) -> None:
    """The capitals just above the grounds that name who decides: an office, a collective, or the issuer itself."""
    if end >= len(view.lines) or not (view.is_("grounds", end) or view.is_("enacting", end)):
        return
    for i in range(end - 1, max(first, end - 5), -1):
        if labels[view.at[i]] != zones.TITLE:
            continue
        if not is_capitals(view.words[i]):
            return
        if view.is_("authority", i) or view.keys[i] in issuer:
            for j in range(i, end):
                if labels[view.at[j]] == zones.TITLE:
                    labels[view.at[j]] = zones.AUTHORITY
            return


def _label_addressees(view: View, labels: list[str], start: int) -> int:
    """`Kính gửi:` with what belongs to it; also below a few lines of stamps or blank rules."""
    i = _label_stamps(view, labels, start)
    if i >= len(view.lines) or not view.is_("addressees", i):
        return start if i >= len(view.lines) else i
    open_list = True
    first = i
    while i < len(view.lines) and (i == first or _addressee_goes_on(view, i, first, open_list)):
        labels[view.at[i]] = zones.ADDRESSEES
        open_list = view.words[i].endswith((";", ":"))
        i += 1
    return i


def _addressee_goes_on(view: View, i: int, first: int, open_list: bool) -> bool:
    words, line, previous = view.words[i], view.lines[i], view.lines[i - 1]
    if i - first > 40 or view.is_("rule", i):
        return False
    if view.is_("addressees", i) or words[:1] in "-–+•*" or words.startswith("("):
        return True
    if open_list and _leaves_list(view, i, first):
        return False
    if open_list or words[:1].islower() or (view.words[i - 1].endswith(",") and len(words) < 60):
        return True
    if _ENDS.search(view.words[i - 1]) or previous.ends_paragraph:
        return False
    if line.box is None or previous.box is None:
        return False
    # A wrapped name keeps the indent of the list; the body goes back to the margin or its first-line indent.
    return line.box.x0 >= previous.box.x0 - 3 and line.box.top - previous.box.bottom < 1.2 * previous.box.height


def _leaves_list(view: View, i: int, first: int) -> bool:
    """Whether a line without a dash behind `;` is no entry of a list with dashes that lacks its full stop."""
    words = view.words[i]
    if not view.words[i - 1].endswith(";") or words[:1].islower():
        return False
    dashed = any(_DASHED.search(view.words[j]) for j in range(first, i))
    return dashed and (len(words) > _LONG_ENTRY or words[-1:] not in (".", ";"))
