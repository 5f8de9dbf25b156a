"""One value on the page: its words, tied to the places it was read from, with how sure the parser is."""

from __future__ import annotations

from dataclasses import dataclass

from dispatch_parser.record import CHECK_BELOW, Evidence
from dispatch_parser.review.marks import Group, Marks, place_id
from dispatch_parser.review.markup import Html, element, join
from dispatch_parser.review.words import Words


@dataclass(frozen=True, slots=True)
class Values:
    """Writes values and enters each into the marks, so that the document side can point back."""

    marks: Marks
    words: Words

    def value(
        self, group: Group, label: str, shown: str, evidence: Evidence, *, raw: str = "", graded: bool = True
    ) -> Html:
        """A link to the first place the value was read from; `raw` is what is printed where it differs."""
        mark = self.marks.add(group, f"{label}: {shown}", evidence)
        sure = self.words("sure", percent=self.words.percent(evidence.confidence))
        page = self.words("page", number=evidence.spans[0].page)
        hint = " · ".join(part for part in (f"“{raw}”" if raw else "", page, sure, evidence.rule) if part)
        link = element(
            "a",
            shown,
            class_=f"value g-{group}",
            id=f"v{mark.number}",
            href=f"#{place_id(group, evidence.spans[0])}",
            title=hint,
            data_mark=mark.number,
        )
        if not graded or evidence.confidence >= CHECK_BELOW:
            return link
        return join([link, element("span", self.words("check"), class_="check", title=sure)], " ")
