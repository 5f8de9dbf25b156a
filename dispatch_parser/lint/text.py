"""Checks of grounds and body that need structure (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6; Phụ lục III)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dispatch_parser.layout import zones
from dispatch_parser.lint.case import Case
from dispatch_parser.lint.findings import Hit
from dispatch_parser.text.reading import Paragraph

_CLOSE = re.compile(r"[\"'”’»\s)]*$")


def grounds_marks(case: Case) -> Iterator[Hit]:
    """Each ground ends with `;`, the last with `.`."""
    grounds = [p for p in case.paragraphs(zones.GROUNDS) if case.anchors.is_("grounds", case.key(p))]
    for paragraph in grounds:
        wanted = "." if paragraph is grounds[-1] else ";"
        words = _CLOSE.sub("", case.words(paragraph))
        if not words.endswith(wanted):
            last = len(words) - len(words.split(" ")[-1])
            yield Hit(paragraph.start + last, paragraph.start + len(words), {"mark": wanted})


def grounds_upright(case: Case) -> Iterator[Hit]:
    """Grounds are set in italics; said once, and only where the source tells its fonts."""
    lines = case.reading.document.lines
    grounds = [p for p in case.paragraphs(zones.GROUNDS) if case.anchors.is_("grounds", case.key(p))]
    known = any(line.italic for line in lines)
    if grounds and known and not any(lines[i].italic for p in grounds for i in p.lines):
        yield Hit(grounds[0].start, grounds[0].end)


def _last_of_body(case: Case) -> Paragraph | None:
    """The last paragraph of the body, where the file shows it and it is no table's."""
    if not case.has_foot:
        return None
    body = case.paragraphs(zones.BODY)
    return body[-1] if body and body[-1].cell is None and len(case.words(body[-1])) > 20 else None


def body_without_end_mark(case: Case) -> Iterator[Hit]:
    """The body does not end with `./.` or anything like it."""
    last = _last_of_body(case)
    if last and not re.search(r"[./]{2,}\W*$|/\.?$", case.words(last)):
        words = case.words(last)
        yield Hit(last.end - len(words.split(" ")[-1]), last.end)


def body_end_mark_form(case: Case) -> Iterator[Hit]:
    """The body ends with a mark that is nearly `./.`."""
    last = _last_of_body(case)
    if last:
        match = re.search(r"(?:[./]\s?){2,4}$|/\.?$", case.words(last))
        if match and match[0] != "./.":
            yield Hit(last.start + match.start(), last.end)


def party_end_mark(case: Case) -> Iterator[Hit]:
    """A Party document ends with a full stop alone."""
    last = _last_of_body(case)
    if last and re.search(r"/\.$", case.words(last)):
        yield Hit(last.end - 2, last.end)


CHECKS: dict[str, Callable[[Case], Iterator[Hit]]] = {
    check.__name__: check
    for check in (grounds_marks, grounds_upright, body_without_end_mark, body_end_mark_form, party_end_mark)
}
