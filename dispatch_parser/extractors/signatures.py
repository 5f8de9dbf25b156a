"""Digital signatures of the file in the record, and the printed signer held against their certificates."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from dispatch_parser import model as models
from dispatch_parser.document import Document, FileSignature
from dispatch_parser.layout.anchors import anchors, without_rank
from dispatch_parser.record import DigitalSignature, Signer
from dispatch_parser.text.folding import key


def digital_signatures(document: Document) -> tuple[DigitalSignature, ...]:
    """The signatures that the reader found, in the order of the file."""
    return tuple(
        DigitalSignature(
            signer=one.signer,
            organisation=one.organisation,
            time=one.time,
            intact=one.intact,
            covers_file=one.covers_file,
        )
        for one in document.signatures
    )


def signer_differs(document: Document, signer: Signer) -> bool:
    """Whether persons signed the file and the printed signer is none of them.

    Compared without case, marks, spaces, titles and ranks. A body's seal is no person; where only seals are
    found, nothing can differ. One who initialled the draft may have signed before the signer.
    """
    persons = {_folded(one.signer) for one in document.signatures if one.signer and is_person(one)}
    printed = signer.full_name.value
    return bool(persons) and printed is not None and _folded(printed) not in persons


def is_person(signature: FileSignature) -> bool:
    """Whether the certificate's CN is a person's name: no body's, and a family name first."""
    name = signature.signer or ""
    if signature.organisation and _folded(name) == _folded(signature.organisation):
        return False
    if any(key(name).startswith(f"{head} ") for head in _heads()):
        return False
    return anchors().is_person_name(name.title())


@lru_cache(maxsize=1)
def _heads() -> tuple[str, ...]:
    """The words that names of bodies begin with."""
    rows = models.load().lexicon("heads")
    return tuple(key(name) for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)


def _folded(name: str) -> str:
    """A name as it is compared: letters only, lower case, without marks (some certificates have none)."""
    letters = unicodedata.normalize("NFD", key(without_rank(name)).replace("đ", "d"))
    return "".join(c for c in letters if c.isalpha())
