"""A DOCX package opened within bounds: its parts by their relations, as lxml trees, each parsed when asked for."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lxml import etree

from dispatch_parser.errors import DamagedInputError, HostileInputError
from dispatch_parser.limits import Limits
from dispatch_parser.readers.archive import check_declarations, open_archive, printable, read_member

Element = Any
"""An lxml element; lxml has no types of its own."""

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}
_STRICT = {  # ISO/IEC 29500-1; read as its transitional twin
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """A tag or attribute name with the usual prefix: `w:p`; of an unknown name space `?:p`, of none `p`."""
    if name[:1] != "{":
        return name
    space, _, local = name[1:].partition("}")
    return f"{_PREFIXES.get(space, '?')}:{local}"


@lru_cache(maxsize=4096)
def full(name: str) -> str:
    """The way back from `short`: `{name space}p` of `w:p`."""
    prefix, colon, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}" if colon else name


def tag(element: Element) -> str:
    """The short name of an element."""
    return short(element.tag)


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its short name (`w:val`)."""
    return default if element is None else str(element.get(full(name), default))


def child(element: Element | None, name: str) -> Element | None:
    """The first child with this short name."""
    if element is not None:
        wanted = full(name)
        for found in element:
            if found.tag == wanted:
                return found
    return None


def children(element: Element | None, name: str = "") -> Sequence[Element]:
    """The children of an element, or those with this short name; none of None."""
    if element is None:
        return ()
    return list(element.iterchildren(full(name))) if name else list(element)


def number_of(element: Element | None, name: str = "w:val") -> int | None:
    """An attribute as a whole number, None where it is missing or no number."""
    try:
        return int(float(attribute(element, name).removesuffix("pt")))
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True, slots=True)
class _Relation:
    """What a part says of another: the kind of relation and the member it leads to (ECMA-376, part 2, 9.3)."""

    kind: str
    member: str
    external: bool


class Package:
    """The parts of one DOCX file by their relations. See `open_package`.

    The trees hold no comments, and the names of strict files are those of transitional ones.
    """

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self._archive = archive
        self._name = name
        self._limits = limits
        self._trees: dict[str, Element | None] = {}
        main = next((r.member for r in self._relations("").values() if r.kind.endswith("/officeDocument")), "")
        if not main:
            raise DamagedInputError(name, "no_document")
        self.document: Element = self._tree(main)
        if self.document is None:
            raise DamagedInputError(name, "archive", where=printable(main))
        self._of_main = self._relations(main)

    def related(self, kind: str) -> Element | None:
        """The tree of the part that the document names as its `styles`, `numbering` …, or None."""
        member = self._member(kind)
        return self._tree(member) if member else None

    def _member(self, kind: str) -> str | None:
        found = (r for r in self._of_main.values() if r.kind.endswith("/" + kind) and not r.external)
        relation = next(found, None)
        return relation.member if relation else None

    def styles_xml(self) -> bytes | None:
        """The bytes of the styles part, which many files of one template share; None where there is none."""
        member = self._member("styles")
        return self._xml(member) if member else None

    def by_id(self, relation_id: str) -> tuple[str, Element] | None:
        """Name and tree of the part with this relation id, or None."""
        relation = self._of_main.get(relation_id)
        if relation is None or relation.external:
            return None
        tree = self._tree(relation.member)
        return None if tree is None else (relation.member, tree)

    def _relations(self, part: str) -> dict[str, _Relation]:
        """The relations of a part ("": of the package) by their ids."""
        folder, base = posixpath.split(part)
        root = self._tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {
            e.get("Id", ""): _Relation(
                e.get("Type", ""),
                posixpath.normpath(posixpath.join("/", folder, e.get("Target", ""))).lstrip("/"),
                e.get("TargetMode", "") == "External",
            )
            for e in children(root)
        }

    def _tree(self, member: str) -> Element | None:
        """The tree of a member, None if the archive has none of this name."""
        if member not in self._trees:
            xml = self._xml(member)
            parsed = parse_xml(xml, name=self._name, where=member, limits=self._limits) if xml else None
            self._trees[member] = parsed
        return self._trees[member]

    def _xml(self, member: str) -> bytes | None:
        """The bytes of a member, None if the archive has none of this name."""
        xml = read_member(self._archive, member, name=self._name, limit=self._limits.xml_bytes)
        if xml is not None:
            check_declarations(xml, name=self._name, where=member)
        return xml


def open_package(data: bytes, *, name: str, limits: Limits) -> Package:
    """The package in `data`. Raises what `open_archive` raises, HostileInputError, DamagedInputError."""
    return Package(open_archive(data, name=name, limits=limits), name, limits)


def parse_xml(xml: bytes, *, name: str, where: str, limits: Limits) -> Element:
    """The tree of one part. Raises HostileInputError (nesting) and DamagedInputError (no XML)."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_blank_text=True, remove_comments=True, remove_pis=True, collect_ids=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise HostileInputError(name, "depth", where=printable(where)) from error
        raise DamagedInputError(name, "xml_broken", where=printable(where)) from error
    if _deeper_than(limits.xml_depth)(root):
        raise HostileInputError(name, "depth", where=printable(where))
    if not _STRICT.keys().isdisjoint(root.nsmap.values()):
        _make_transitional(root)
    return root


@lru_cache(maxsize=8)
def _deeper_than(limit: int) -> Any:  # noqa: ANN401 - lxml has no types
    """A test of a tree: whether its elements are nested deeper than `limit`. The walk is libxml2's own."""
    return etree.XPath("boolean(" + "/*" * (limit + 1) + ")")


def _make_transitional(root: Element) -> None:
    """Give elements and attributes of a strict file the names they have in a transitional one."""
    for element in root.iter():
        element.tag = _transitional(element.tag)
        for name, value in element.attrib.items():
            if _transitional(name) != name:
                element.set(_transitional(name), value)


def _transitional(name: str) -> str:
    space, _, local = name[1:].partition("}")
    return full(f"{_STRICT[space]}:{local}") if name[:1] == "{" and space in _STRICT else name
