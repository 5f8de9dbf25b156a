"""Document type and subject (trích yếu), from the title or from the line under the number.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5.
"""

from __future__ import annotations

import re

from dispatch_parser.extractors.fields import extent, folded, found, runs, trim
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.symbols import document_type_of, parse_symbol
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, anchors
from dispatch_parser.model import ModelData
from dispatch_parser.text.reading import Paragraph

# `và việc` is how engines misread `Về việc`: no subject begins so.
_OPENER = re.compile(r"\s*\(?\s*(?:v\s?/\s?v|v[ềà] việc|về v/v|(?:về)(?= (?!nước|hưu|đích)))\s*[:.]?\s*")
_BY_WHOM = re.compile(r"\s*của .{3,160}?\s(?:về việc|v/v|về)\s")
_TAIL = " \n.;,/_-–—*"


def find_type_and_subject(findings: Findings, model: ModelData) -> None:
    """Fill `header.document_type` and `header.subject`; needs `header.number`."""
    rules = anchors(model.package)
    stretches = runs(findings.reading, zones.TITLE)
    words_of = findings.reading.words
    named = next((p for stretch in stretches for p in stretch if rules.type_code(words_of(p))), None)
    _find_type(findings, named, rules)
    # The trích yếu is one stretch of title: a rule line ends it. It stands below the type name, or under the number.
    for stretch in stretches:
        words = [p for p in stretch if p is not named and (named is None or p.start > named.start)]
        if words:
            _find_subject(findings, words, named)
            return


def _find_type(findings: Findings, named: Paragraph | None, rules: Anchors) -> None:
    reading, notation = findings.reading, findings.header.number.notation
    symbol = parse_symbol(f"1/{notation.value}") if notation.value else None
    by_symbol = document_type_of(symbol) if symbol else None
    if named is not None:
        by_name = rules.type_code(reading.words(named)) or ""
        code = document_type_of(symbol, reading.words(named)) if symbol and by_symbol != "CV" else by_name
        findings.header.document_type = found(reading, named.start, named.end, code or by_name, "type.title", 0.98)
    elif by_symbol and notation.evidence:
        evidence = notation.evidence.model_copy(update={"rule": "type.symbol"})
        findings.header.document_type = notation.model_copy(update={"value": by_symbol, "evidence": evidence})
    else:
        opener = next(iter(reading.in_zones(zones.ADDRESSEES)), None)
        numbered = findings.header.number.value.state != "absent"
        letter = any(_OPENER.match(reading.key, p.start) for p in reading.in_zones(zones.TITLE))
        if opener is not None and (numbered or letter):
            findings.header.document_type = found(reading, opener.start, opener.end, "CV", "type.addressees", 0.8)


def _find_subject(findings: Findings, paragraphs: list[Paragraph], named: Paragraph | None) -> None:
    """The words of the title after its opener, without the type name and without a final mark."""
    if not paragraphs:
        return
    reading = findings.reading
    start, end = extent(paragraphs)
    opened = next((p for p in paragraphs if _OPENER.match(reading.key, p.start)), None)
    if named is None and opened is not None:
        start = opened.start
    for pattern in (_BY_WHOM, _OPENER):
        match = pattern.match(reading.key, start, end)
        if match:
            start = match.end()
    start, end = trim(reading, start, end, _TAIL)
    if reading.text[end - 1 : end] == ")" and "(" not in reading.text[start:end]:
        end -= 1  # the bracket that closes a bracketed opener: `(V/v …)`
    if start < end:
        rule = "subject.title" if named is not None else "subject.under_number"
        value = folded(reading.text[start:end])
        findings.header.subject = found(reading, start, end, value, rule, 0.95)
