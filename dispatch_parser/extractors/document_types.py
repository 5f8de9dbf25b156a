"""What document a symbol or a printed type name means: tables of types, of cited papers, of symbol organs.

Sources are in the tables: Nghị định 30/2020/NĐ-CP, Phụ lục III; Thông tư 01/2011/TT-BNV, Phụ lục I for older
abbreviations; Luật Ban hành văn bản quy phạm pháp luật for legal documents; Hướng dẫn 36-HD/VPTW for the
Party.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from dispatch_parser import model as models
from dispatch_parser.text.folding import key

if TYPE_CHECKING:
    from dispatch_parser.extractors.symbols import Symbol

LETTER = "CV"
_LEGISLATURE = ("L", "NQ", "PL")


class DocumentTypes:
    """The type tables of one model, made ready for look-up."""

    def __init__(self, model: models.ModelData) -> None:
        self.by_code: dict[str, str] = {}
        self.by_name: dict[str, str] = {}
        self.ambiguous: set[str] = set()
        self.generic: set[str] = set()
        self.bare: set[str] = set()
        self.papers: set[str] = set()
        self.paper_codes: set[str] = set()
        for table in ("document_types", "citation_types"):
            for row in model.lexicon(table):
                self._add(row)
        organs = model.lexicon("symbol_organs")
        self.organs = {row["code"] for row in organs}
        self.footnoted = {row["code"] for row in organs if not row["numbered"]}
        names = sorted(self.by_name, key=len, reverse=True)
        self.name = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")

    def _add(self, row: dict[str, str]) -> None:
        code = row["code"]
        self.by_code.setdefault(code, code)
        for older in _split(row["older_codes"]):
            self.by_code.setdefault(older, older)
        for variant in _split(row["variants"]):
            self.by_code.setdefault(variant, code)
        self.ambiguous.update(_split(row["ambiguous"]))
        for name in (row["name"], *_split(row["aliases"])):
            self.by_name.setdefault(key(name), code)
            if row["family"] == "generic":
                self.generic.add(key(name))
            if row["family"] == "paper":
                self.papers.add(key(name))
                self.paper_codes.update({code} if len(code) > 2 else ())
            if row["bare"]:
                self.bare.add(key(name))

    def of_name(self, words: str) -> str | None:
        """The code of a printed type name (`Tờ trình`), or of one that opens the words."""
        folded = key(words).strip(" .:")
        if folded in self.by_name:
            return self.by_name[folded]
        match = self.name.match(folded)
        return self.by_name[match[0]] if match else None

    def of_symbol(self, symbol: Symbol, name: str | None) -> str | None:
        """The code by the symbol, then by the name; `CV` for a notation of bodies and units only."""
        named = self.of_name(name) if name else None
        is_generic = name is None or key(name).strip(" .:") in self.generic
        if symbol.kind == "law":
            if named in _LEGISLATURE:
                return named
            return "L" if symbol.groups[0].startswith("QH") else "NQ"
        first, rest = symbol.groups[0], symbol.groups[1:]
        alone = not rest and symbol.kind != "party"
        by_symbol = None if alone and first in self.organs else self.by_code.get(first)
        if by_symbol is None and first not in self.organs:
            by_symbol = next((group for group in rest if group in self.paper_codes), None)
        if by_symbol is None:
            return named or LETTER
        if first in self.ambiguous and not self._names_organ(rest):
            return LETTER if is_generic else named or by_symbol
        return by_symbol

    def _names_organ(self, groups: tuple[str, ...]) -> bool:
        return any(re.sub(r"\d+$", "", group) in self.organs for group in groups)


@lru_cache(maxsize=4)
def types(package: str = models.DEFAULT_MODEL) -> DocumentTypes:
    """The type tables of a model package, read once."""
    return DocumentTypes(models.load(package))


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
