"""The signer: competence chain, position, printed name.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7; Hướng dẫn 36-HD/VPTW for the Party (T/M, K/T, T/L).
"""

from __future__ import annotations

from dispatch_parser.extractors.fields import found
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout import zones
from dispatch_parser.layout.anchors import Anchors, anchors, is_capitals, without_rank
from dispatch_parser.model import ModelData
from dispatch_parser.record import Field, Signer
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Paragraph, Reading

_MARKS = " ,.;:?!\"”“'’-–—_"  # what surrounds a line of the signature, specks of a scan too


def find_signer(findings: Findings, model: ModelData) -> None:
    """Fill `header.signer`. Of two signers the first printed counts."""
    reading, rules = findings.reading, anchors(model.package)
    lines = [p for p in reading.in_zones(zones.SIGNATURE) if not rules.is_("signed", key(reading.words(p)))]
    competence: list[Paragraph] = []
    position: list[Paragraph] = []
    name: Paragraph | None = None
    for paragraph in lines:
        words = reading.words(paragraph)
        if rules.is_("competence", key(words)) and (is_capitals(words) or words[:2] in ("TM", "KT", "TL")):
            if name is not None:
                break
            competence.append(paragraph)
        elif rules.is_person_name(words):
            name = name or paragraph
        elif name is None and is_capitals(words) and not words.startswith(("-", "(")):
            (position if rules.is_position(words) or position else competence or position).append(paragraph)
    findings.header.signer = Signer(
        competence=_joined(reading, competence, "signer.competence", rules),
        position=_joined(reading, position, "signer.position", None),
        full_name=_name(reading, name),
    )


def _joined(reading: Reading, lines: list[Paragraph], rule: str, rules: Anchors | None) -> Field[str]:
    """The lines as one value. With `rules`, marks of competence are joined by ` / `; other lines go on by a space."""
    if not lines:
        return Field[str]()
    value = ""
    for line in lines:
        words = reading.words(line).strip(_MARKS)
        mark = rules is not None and rules.is_("competence", key(words))
        value += (" / " if mark and value else " " if value else "") + words
    return found(reading, lines[0].start, lines[-1].end, value, rule, 0.95)


def _name(reading: Reading, line: Paragraph | None) -> Field[str]:
    if line is None:
        return Field[str]()
    name = without_rank(reading.words(line))
    return found(reading, line.end - len(name), line.end, name, "signer.name", 0.95)
