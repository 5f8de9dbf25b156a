"""Runs in old Vietnamese fonts to Unicode, before blocks become a Document; soft hyphens go with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from dispatch_parser.readers.blocks import Block, Look, TextLine, paragraphs
from dispatch_parser.text.legacy import Encoding, Evidence, decode_run, evidence, font_code, looks_legacy, units

BY_EVIDENCE = "legacy_encoding"
UNCONVERTED = "legacy_unconverted"

_Run = tuple[str, Look]


def decode_blocks(blocks: list[Block], notices: list[str]) -> list[Block]:
    """The same blocks with every run in Unicode; runs that are Unicode stay as they are.

    Neighbouring runs of one encoding are read together, so a word or a VNI letter that a change of format cuts
    is whole; what a line leaves open, the other lines decide. Adds to `notices`: `legacy_encoding` where runs
    were decoded by what they say, not by their font; `legacy_unconverted` where words could not be. Decoded
    blocks can be passed again: the font's codes are gone from the look of their runs.
    """
    lines = [line for paragraph in paragraphs(blocks) for line in paragraph.lines]
    guessed = looks_legacy("\n".join(_unnamed(line) for line in lines))
    around: dict[Encoding, Evidence] = {}
    for line in lines:
        for encoding, runs in _stretches(line, guessed):
            if encoding:
                text = "".join(words for words, _ in runs)
                around.setdefault(encoding, Evidence()).add(evidence(text, encoding))
    lost = 0
    for line in lines:
        made: list[_Run] = []
        for encoding, runs in _stretches(line, guessed):
            decoded, left = _decode(runs, encoding, around) if encoding else _kept(runs)
            made += decoded
            lost += left
        line.runs = made
    notices += [BY_EVIDENCE] * (guessed is not None) + [UNCONVERTED] * (lost > 0)
    return blocks


def _unnamed(line: TextLine) -> str:
    """The words of a line whose fonts say nothing about an encoding."""
    return "".join(words for words, look in line.runs if _encoding(look, None) is None)


def _stretches(line: TextLine, guessed: Encoding | None) -> list[tuple[Encoding | None, list[_Run]]]:
    return [(code, list(runs)) for code, runs in groupby(line.runs, key=lambda run: _encoding(run[1], guessed))]


def _encoding(look: Look, guessed: Encoding | None) -> Encoding | None:
    code = font_code(look.font)
    return code.encoding if code and code.encoding else guessed


def _decode(
    runs: Sequence[_Run], encoding: Encoding, around: dict[Encoding, Evidence]
) -> tuple[list[_Run], int]:
    text = "".join(words for words, _ in runs)
    letters, lost = units(text, encoding, around.get(encoding))
    unicode = evidence(text, encoding).unicode > 0
    made: list[_Run] = []
    at = 0
    for words, look in runs:
        decoded = "".join(letters[at : at + len(words)])
        at += len(words)
        code = font_code(look.font)
        if look.caps or (code and code.capitals and not unicode):
            decoded = decoded.upper()
        made.append((decoded.replace("\u00ad", ""), _settled(look)))
    return made, lost


def _kept(runs: Sequence[_Run]) -> tuple[list[_Run], int]:
    """Runs as they are, less soft hyphens; and how many of their words an old font keeps from being read."""
    lost = sum(decode_run(words, look.font).unconverted for words, look in runs)
    return [(words.replace("\u00ad", ""), _settled(look) if look.caps else look) for words, look in runs], lost


def _settled(look: Look) -> Look:
    """A look whose words are Unicode: the old font's name would say they are not."""
    return Look(look.bold, look.italic, look.size)
