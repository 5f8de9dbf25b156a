"""What stands around an item on a portal's page: its date, link lists, buttons (`rules/portals.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.readers.signs import is_sign
from dispatch_parser.text.folding import key

_HEAD_REACH = 12  # lines within which a pasted item shows its title and date
_LONGEST = 90


@lru_cache(maxsize=1)
def _rules() -> dict[str, models.Rule]:
    return {str(rule.data["part"]): rule for rule in models.load().rules("portals")}


def published_date(line: str) -> str | None:
    """The ISO date of a line that is a date of publication and nothing else, else None."""
    match = _rules()["published"].regex.search(key(line)) if len(line) < _LONGEST else None
    if match is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


def is_furniture(line: str) -> bool:
    """Whether the line is a button or counter of the page."""
    return len(line) < _LONGEST and bool(_rules()["controls"].regex.search(key(line)))


def opens_links(line: str) -> bool:
    """Whether the line is the heading of a list of other items or of the readers' comments."""
    return len(line) < _LONGEST and bool(_rules()["related"].regex.search(key(line)))


def portal_head(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Title and ISO date of publication of an item pasted from a portal; `(None, None)` for anything else.

    Such an item has a line near its top that is a date (and time) and nothing else, a headline above or below
    it, and no letterhead before it.
    """
    head = [line for line in lines if line][:_HEAD_REACH]
    for i, line in enumerate(head):
        if is_sign(line, "motto", "number", "addressees", "recipients"):
            break
        published = published_date(line)
        if published:
            title = _headline(head[:i], head[i + 1 : i + 2])
            return (title, published) if title else (None, None)
    return None, None


def _headline(above: Sequence[str], below: Sequence[str]) -> str | None:
    """The last line above the date that can be a headline, else the one below it."""
    for line in reversed(above):
        if len(line.split()) >= 4 and len(line) < 300:
            return line
    return next((line for line in below if 4 <= len(line.split()) < 60 and line[-1] not in ".;:"), None)
