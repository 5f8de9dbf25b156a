"""A record and its document as ONE HTML page: no network, no other file, nothing a document could inject."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from string import Template

from dispatch_parser import __version__
from dispatch_parser.document import Document
from dispatch_parser.explanation import Explanation
from dispatch_parser.record import DispatchRecord
from dispatch_parser.review.marks import GROUPS, Marks
from dispatch_parser.review.markup import Html, element, escape, join
from dispatch_parser.review.panel import panel, title
from dispatch_parser.review.sheets import PageImage, sheets
from dispatch_parser.review.words import Language, Words


def render(
    record: DispatchRecord,
    document: Document,
    images: Iterable[PageImage] = (),
    lang: Language = "vi",
    explanations: Sequence[Explanation] = (),
) -> str:
    """The page: the document on the left, every value in it marked; the record on the right.

    `images` are the pictures of the pages where the source has a layout; without them the document's text is
    shown. `explanations` say of each task why it is one. Every word of the document is escaped, and a content
    security policy in the page allows no request.
    """
    words = Words(lang)
    marks = Marks()
    right = panel(record, marks, words, explanations)
    left = sheets(document, marks, {image.number: image for image in images}, words)
    return Template(_file("template.html")).substitute(
        lang=lang,
        title=escape(" · ".join(filter(None, [title(record), record.source.name]))),
        style=_file("style.css"),
        script=_file("script.js"),
        skip=escape(words("skip")),
        document_label=escape(words("document")),
        record_label=escape(words("record")),
        legend=_legend(marks, words),
        document=left,
        record=right,
        made_by=escape(words("made_by", version=__version__)),
    )


def _legend(marks: Marks, words: Words) -> Html:
    """One switch for every group that has a value."""
    present = {mark.group for mark in marks.items}
    switches = [
        element(
            "label",
            element("input", type="checkbox", checked=True, data_group=group),
            element("span", class_=f"swatch g-{group}"),
            words(f"group.{group}"),
        )
        for group in GROUPS
        if group in present
    ]
    if not switches:
        return Html("")
    return element("fieldset", element("legend", words("legend")), join(switches), class_="legend")


def _file(name: str) -> str:
    return files("dispatch_parser.review").joinpath(name).read_text(encoding="utf-8")
