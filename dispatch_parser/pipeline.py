"""From a file to a record: builds the spaCy pipeline of a model package and runs documents through it.

Each extractor is a pipeline component. What it needs it reads from `doc._.findings`, what it finds it leaves there
and as span groups (`doc.spans["zones"]`, `["agencies"]`, `["citations"]`, `["deadlines"]`, `["tasks"]`). So a user
adds a field with `nlp.add_pipe("my_field", after="tasks")`, replaces a component or switches one off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache
from os import PathLike
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

import dispatch_parser.text.syllables  # noqa: F401 - registers the tokenizer
from dispatch_parser import model as models
from dispatch_parser.document import Document
from dispatch_parser.errors import ModelError, SecretDocumentError
from dispatch_parser.extractors.agencies import find_agencies
from dispatch_parser.extractors.assemble import assemble
from dispatch_parser.extractors.attachments import find_attachments
from dispatch_parser.extractors.citations import find_citations
from dispatch_parser.extractors.deadlines import find_deadlines
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.header import find_header
from dispatch_parser.extractors.tasks import find_tasks
from dispatch_parser.gazetteer.register import register
from dispatch_parser.layout.compose import compose
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.messages import warning
from dispatch_parser.readers.registry import read
from dispatch_parser.readers.text import read_text
from dispatch_parser.record import DispatchRecord
from dispatch_parser.selection import FIRST_AND_LAST
from dispatch_parser.text.reading import Reading

Extractor = Callable[[Findings, models.ModelData], None]

_BODY = ("deadlines", "tasks", "attachments")
"""The components of the model that have no part in the header."""

for _name in ("document", "findings", "record"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


@Language.factory("dispatch_layout", default_config={"model": models.DEFAULT_MODEL})
def create_layout(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
    """Zones and paragraphs: makes `doc._.findings`, and `doc._.document` where the Doc was made from plain text."""

    def layout(doc: Doc) -> Doc:
        if doc._.document is None:
            doc._.document = read_text(doc.text)
        reading = compose(doc._.document, model)
        doc._.findings = Findings(reading)
        _mark(doc, "zones", reading, ((p.start, p.end, p.zone) for p in reading.paragraphs))
        return doc

    return layout


def _register(name: str, extractor: Extractor, group: str | None, label: str = "") -> None:
    """Make a pipeline component of an extractor; `group` names the span group that mirrors what it found."""

    @Language.factory(name, default_config={"model": models.DEFAULT_MODEL})
    def create(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
        data = models.load(model)

        def component(doc: Doc) -> Doc:
            findings: Findings | None = doc._.findings
            if findings is None:
                raise ModelError(model, f"component {name!r} needs what `dispatch_layout` finds; run that first")
            extractor(findings, data)
            if group:
                found: Iterable[Any] = getattr(findings, group)
                _mark(doc, group, findings.reading, ((f.start, f.end, getattr(f, label, "")) for f in found))
            return doc

        return component


_register("dispatch_agencies", find_agencies, "agencies")
_register("dispatch_citations", find_citations, "citations", "document_type")
_register("dispatch_header", find_header, None)
_register("dispatch_deadlines", find_deadlines, "deadlines", "kind")
_register("dispatch_tasks", find_tasks, "tasks", "kind")
_register("dispatch_attachments", find_attachments, None)


@Language.factory("dispatch_record", default_config={"model": models.DEFAULT_MODEL})
def create_record(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
    """The record: `doc._.record`."""
    entries = register(model)

    def record(doc: Doc) -> Doc:
        if doc._.findings is None:
            raise ModelError(model, f"component {name!r} needs what `dispatch_layout` finds; run that first")
        doc._.record = assemble(doc._.findings, entries)
        return doc

    return record


def _mark(doc: Doc, group: str, reading: Reading, stretches: Iterable[tuple[int, int, str | None]]) -> None:
    """Mirror stretches of the reading as a span group on the Doc, one span per contiguous run of raw text."""
    spans = []
    for start, end, label in stretches:
        for left, right in reading.raw_spans(start, end):
            span = doc.char_span(left, right, label=label or "", alignment_mode="expand")
            if span is not None:
                spans.append(span)
    doc.spans[group] = spans


class Parser:
    """A reusable parser: one spaCy pipeline, many documents. Not shared between threads; one a process is best.

    `model` is the name of an installed model package, or a spaCy Language built from one. Without `allow_secret` a
    document with a mark of secrecy (Luật Bảo vệ bí mật nhà nước 2018, Điều 8) is refused with SecretDocumentError; the
    command line refuses unless told otherwise.

    With `header_only` the record holds the header alone (warning `header_only`): of PDFs and pictures the first and the
    last page are read, or those of `limits.only`; tasks, deadlines and attachments are not looked for.
    """

    def __init__(
        self,
        model: str | Language = models.DEFAULT_MODEL,
        *,
        limits: Limits = DEFAULT_LIMITS,
        allow_secret: bool = True,
        header_only: bool = False,
    ) -> None:
        self.nlp = model if isinstance(model, Language) else spacy.load(model)
        self.limits = replace(limits, only=limits.only or FIRST_AND_LAST) if header_only else limits
        self.allow_secret = allow_secret
        self.header_only = header_only
        # The readers bound the text; spaCy's own bound is for parsers that need far more memory a character.
        self.nlp.max_length = max(self.nlp.max_length, 2 * limits.characters)

    def parse(self, source: str | PathLike[str] | bytes, *, name: str | None = None) -> DispatchRecord:
        """Read a file (path) or its bytes and return its record.

        Raises a `DispatchError` of its own kind for each thing that can be wrong with the input.
        """
        return self.parse_document(read(source, name=name, limits=self.limits))

    def parse_text(self, text: str, *, name: str | None = None) -> DispatchRecord:
        """The record of a dispatch given as text; offsets in the evidence are offsets into `text`.

        Raises TypeError for bytes: those have an encoding to be found, which is what `parse` does.
        """
        if not isinstance(text, str):
            raise TypeError(f"parse_text takes str, not {type(text).__name__}; use parse for bytes and files")
        return self.parse_document(read_text(text, name=name))

    def parse_document(self, document: Document) -> DispatchRecord:
        """The record of a Document that a reader made."""
        record: DispatchRecord = self.doc(document)._.record
        return record

    def doc(self, document: Document) -> Doc:
        """The spaCy Doc of a document after the whole pipeline: `doc.text == document.text`.

        Raises SecretDocumentError as soon as a mark of secrecy is read, where such documents are not allowed.
        """
        doc = self.nlp.make_doc(document.text)
        doc._.document = document
        for name, component in self.nlp.pipeline:
            found: Findings | None = doc._.findings
            if self.header_only and name in _BODY:
                if found is not None and name == "tasks":
                    found.warnings.append(warning("header_only"))
                continue
            doc = component(doc)
            found = doc._.findings
            if not self.allow_secret and found is not None and found.header.secrecy.state != "absent":
                raise SecretDocumentError(document.source.name or "")
        return doc


@lru_cache(maxsize=1)
def default_parser() -> Parser:
    """The parser behind `parse` and `parse_text`, built at first use."""
    return Parser()


def parse(source: str | PathLike[str] | bytes, *, name: str | None = None) -> DispatchRecord:
    """Read a file (path) or its bytes with the default model. See `Parser.parse`."""
    return default_parser().parse(source, name=name)


def parse_text(text: str, *, name: str | None = None) -> DispatchRecord:
    """The record of a dispatch given as text, with the default model. See `Parser.parse_text`."""
    return default_parser().parse_text(text, name=name)
