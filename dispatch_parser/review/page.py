"""From a file to its review page."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from dispatch_parser.document import Document
from dispatch_parser.explanation import explain
from dispatch_parser.pipeline import Parser
from dispatch_parser.readers.registry import read
from dispatch_parser.record import DispatchRecord
from dispatch_parser.review.html import render
from dispatch_parser.review.pictures import pictures
from dispatch_parser.review.sheets import PageImage
from dispatch_parser.review.words import Language


def review(
    path: str | PathLike[str], parser: Parser | None = None, lang: Language = "vi"
) -> tuple[DispatchRecord, str]:
    """Read a file; its record, and the page that shows the record beside the document.

    Raises the `DispatchError` that `Parser.parse` raises.
    """
    parser = parser or Parser()
    document = read(path, limits=parser.limits)
    record, explanations = explain(parser, document)
    return record, render(record, document, _pictures(Path(path), document, record), lang, explanations)


def _pictures(path: Path, document: Document, record: DispatchRecord) -> Iterable[PageImage]:
    if document.source.media != "pdf":
        return ()
    return pictures(path.read_bytes(), document, record)
