"""One document under lint: its record, its reading, and what the checks ask of them again and again."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from dispatch_parser.extractors.document_types import LETTER
from dispatch_parser.extractors.symbols import Symbol, parse_symbol
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, anchors
from dispatch_parser.lint.findings import RuleSet
from dispatch_parser.lint.rules import rule_set
from dispatch_parser.model import ModelData
from dispatch_parser.record import DispatchRecord
from dispatch_parser.text.reading import Paragraph, Reading

_PARTY = "đảng cộng sản việt nam"
_PARTY_NUMBER = re.compile(r"\bsố ?:? ?[\d ._…]*-")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LEGAL = frozenset(("L", "PL", "NĐ", "TT", "TTLT", "NQLT", "VBHN"))


@dataclass
class Case:
    """A dispatch to be checked. Offsets are offsets into `reading.text`."""

    record: DispatchRecord
    reading: Reading
    model: ModelData

    @cached_property
    def anchors(self) -> Anchors:
        """What lines open with."""
        return anchors(self.model.package)

    @cached_property
    def rule_set(self) -> RuleSet:
        """The rule set that binds the document, by whose it is, what it is and when it was issued."""
        return rule_set(self.model, self._family(), self._date())

    def _family(self) -> str:
        if any(_PARTY in self.key(p) for p in self.paragraphs(zones.MOTTO)):
            return "party"
        mottoes = any(True for _ in self.paragraphs(zones.MOTTO))
        if not mottoes and any(_PARTY_NUMBER.match(self.key(p)) for p in self.paragraphs(zones.NUMBER)):
            return "party"
        symbol = self.symbol
        numbered = symbol is not None and (symbol.year is not None or symbol.kind == "law")
        return "law" if numbered or self.record.document_type.value in _LEGAL else "state"

    def _date(self) -> dt.date | None:
        """The date of issue, or the end of the year that stands where the day was left blank."""
        field = self.record.date
        if field.value is not None:
            return field.value
        year = _YEAR.search(field.raw or "")
        return dt.date(int(year[0]), 12, 31) if year else None

    @cached_property
    def symbol(self) -> Symbol | None:
        """The number with its notation as a symbol; a blank number counts as 1."""
        notation = self.record.number.notation.value
        return parse_symbol(f"1/{notation}") if notation else None

    @cached_property
    def printed_type(self) -> tuple[Paragraph, str] | None:
        """The line that prints the type's name, and the type's code."""
        for paragraph in self.paragraphs(zones.TITLE):
            code = self.anchors.type_code(self.words(paragraph))
            if code:
                return paragraph, code
        return None

    @property
    def is_letter(self) -> bool:
        """Whether it is a công văn: it prints no type and names none in its notation."""
        return self.printed_type is None and self.record.document_type.value == LETTER

    @property
    def has_letterhead(self) -> bool:
        """Whether the file shows a letterhead at all; the versions that portals print often do not."""
        return any(True for _ in self.paragraphs(zones.MOTTO, zones.NUMBER))

    @property
    def has_foot(self) -> bool:
        """Whether the file shows the end of the dispatch: a signature or recipients."""
        return any(True for _ in self.paragraphs(zones.SIGNATURE, zones.RECIPIENTS))

    def paragraphs(self, *names: str) -> list[Paragraph]:
        """The paragraphs of these zones."""
        return list(self.reading.in_zones(*names))

    def words(self, paragraph: Paragraph) -> str:
        """A paragraph as printed."""
        return self.reading.text[paragraph.start : paragraph.end]

    def key(self, paragraph: Paragraph) -> str:
        """A paragraph as it is compared."""
        return self.reading.key[paragraph.start : paragraph.end]
