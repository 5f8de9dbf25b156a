"""Words of a PDF page set in old Vietnamese fonts to Unicode, each letter with its place on the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from dispatch_parser.text.legacy import (
    Encoding,
    Evidence,
    capitals,
    decode_run,
    evidence,
    looks_legacy,
    restore_hyphens,
    units,
)

if TYPE_CHECKING:
    from dispatch_parser.readers.pdf_chars import Piece


def decode_pieces(pieces: Sequence[Piece]) -> list[str]:
    """Decode the pieces of one page in place; `xs` keeps one left edge for each character.

    What a word leaves open the other words of the page decide. Where a TCVN3 `ư` was drawn with the hyphen's
    glyph it is put back (`restore_hyphens`). Returns notices: `legacy_encoding` where fonts say nothing and the
    words do, `legacy_unconverted` where words in an old font could not be decoded.
    """
    guessed = looks_legacy(_unnamed(pieces)) if pieces else None
    around: dict[Encoding, Evidence] = {}
    for piece in pieces:
        encoding = _encoding(piece, guessed)
        if encoding:
            around.setdefault(encoding, Evidence()).add(evidence(piece.text, encoding))
    lost = 0
    for piece in pieces:
        encoding = _encoding(piece, guessed)
        if encoding:
            lost += _decode(piece, encoding, around[encoding])
        elif piece.style.face.code:
            lost += decode_run(piece.text, piece.style.face.name).unconverted
    return ["legacy_encoding"] * (guessed is not None) + ["legacy_unconverted"] * (lost > 0)


def _unnamed(pieces: Sequence[Piece]) -> str:
    """The words whose fonts say nothing about an encoding, a line for each stretch on one baseline."""
    plain = (piece for piece in pieces if not (piece.style.face.code and piece.style.face.code.encoding))
    lines = groupby(plain, key=lambda piece: piece.base)
    return "\n".join(" ".join(piece.text for piece in line) for _, line in lines)


def _encoding(piece: Piece, guessed: Encoding | None) -> Encoding | None:
    code = piece.style.face.code
    return code.encoding if code and code.encoding else guessed


def _decode(piece: Piece, encoding: Encoding, around: Evidence) -> int:
    letters, lost = units(piece.text, encoding, around)
    code = piece.style.face.code
    if code and code.capitals and around.is_legacy:
        letters = [capitals(letter) for letter in letters]
    text = "".join(letters)
    piece.xs = [x for x, letter in zip(piece.xs, letters, strict=True) if letter]
    piece.text = restore_hyphens(text) if encoding == "tcvn3" else text
    return lost
