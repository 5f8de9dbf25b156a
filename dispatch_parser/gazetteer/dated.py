"""What exists from one day to another."""

from __future__ import annotations

import datetime as dt


class Dated:
    """Something with a first and a last day, None where open or not known."""

    __slots__ = ()
    valid_from: dt.date | None
    valid_to: dt.date | None

    def valid(self, on: dt.date | None) -> bool:
        """Whether it exists on this day; without a day, whether it exists still."""
        if on is None:
            return self.valid_to is None
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)
