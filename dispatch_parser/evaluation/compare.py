"""When two values are the same: the folding of each kind of field, exact and soft.

Text is compared after NFC, folding case, white space, dashes, quotation marks, tone placement and final
marks; symbols (`document_type`, `number.notation`, the number of a citation) keep their case and ignore
spaces; leading zeros of a number do not count. docs/evaluation.md says the same in words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dispatch_parser.text.folding import keep, key, key_of

SOFT = 0.8
"""Token F1 from which two texts count as softly equal."""

_FINAL_MARKS = " .,;:!?…"
_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """The form in which text is compared."""
    return key(text).replace("'", '"').rstrip(_FINAL_MARKS)


def competence(text: str) -> str:
    """The form in which a chain of competence is compared: the space after `TM.` and the like does not count."""
    return folded(text).replace(". ", ".")


def symbol(text: str) -> str:
    """The form in which symbols are compared: as `folded`, but with their case and without spaces."""
    kept = keep(text)
    cased = "".join(k.upper() if c.isupper() else k for c, k in zip(kept, key_of(kept), strict=True))
    return cased.replace(" ", "").rstrip(_FINAL_MARKS)


def numeral(text: str) -> str:
    """A number or a whole citation number: a symbol without its leading zeros (`07/NQ-CP` is `7/NQ-CP`)."""
    bare = symbol(text)
    return bare.lstrip("0") or bare[-1:]


def words(text: str) -> Counter[str]:
    """The words of a folded text with their counts: runs of letters and digits."""
    return Counter(_WORD.findall(folded(text)))


def overlap(one: Counter[str], other: Counter[str]) -> float:
    """F1 of two word multisets, 0..1; 0 when either is empty."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if one and other else 0.0


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One header field: its path in a plain record, how it is folded, whether near misses count softly."""

    name: str
    form: Callable[[str], str] = folded
    text: bool = True

    def value(self, record: dict[str, Any]) -> Any:  # noqa: ANN401 - text, list of texts or None
        """The field's value in a plain record; None or [] where there is none."""
        value: Any = record
        for part in self.name.split("."):
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def exact(self, gold: Any, got: Any) -> bool:  # noqa: ANN401
        """Whether two values are the same; lists are compared as multisets."""
        return self._forms(gold) == self._forms(got)

    def soft(self, gold: Any, got: Any) -> bool:  # noqa: ANN401
        """Whether two values are the same or, for text, share words to F1 >= SOFT."""
        if self.exact(gold, got):
            return True
        return self.text and overlap(_words_of(gold), _words_of(got)) >= SOFT

    def _forms(self, value: Any) -> Counter[str]:  # noqa: ANN401
        return Counter(self.form(item) for item in _items(value))


def _items(value: Any) -> list[str]:  # noqa: ANN401
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]


def _words_of(value: Any) -> Counter[str]:  # noqa: ANN401
    return words(" ".join(_items(value)))


FIELDS = (
    FieldSpec("document_type", symbol, text=False),
    FieldSpec("issuer.name"),
    FieldSpec("issuer.parent"),
    FieldSpec("number.value", numeral, text=False),
    FieldSpec("number.notation", symbol, text=False),
    FieldSpec("place"),
    FieldSpec("date", text=False),
    FieldSpec("subject"),
    FieldSpec("priority", text=False),
    FieldSpec("secrecy", text=False),
    FieldSpec("addressees"),
    FieldSpec("to_places"),
    FieldSpec("archive"),
    FieldSpec("signer.competence", competence),
    FieldSpec("signer.position"),
    FieldSpec("signer.full_name"),
)

HEADER = (
    "document_type", "issuer.name", "number.value", "number.notation", "date", "subject", "signer.full_name",
)  # fmt: skip
"""The fields that must all be exact for a whole header."""
