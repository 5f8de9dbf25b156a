"""A DOCX package opened within bounds: python-docx resolves its parts, lxml trees are handed out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lxml import etree

from dispatch_parser.errors import DamagedInputError, DispatchError, HostileInputError
from dispatch_parser.limits import Limits
from dispatch_parser.readers.archive import check_declarations, open_archive, printable, read_member

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.part import Part

Element = Any
"""An lxml element; lxml has no types of its own."""

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
}


@lru_cache(maxsize=4096)
def short(name: str) -> str:
    """A tag or attribute name with the usual prefix: `w:p`; of an unknown name space `?:p`, of none `p`."""
    if name[:1] != "{":
        return name
    space, _, local = name[1:].partition("}")
    return f"{_PREFIXES.get(space, '?')}:{local}"


def tag(element: Element) -> str:
    """The short name of an element; "" for comments and processing instructions."""
    return short(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Element | None, name: str, default: str = "") -> str:
    """An attribute by its short name (`w:val`); strict and transitional name spaces are the same to it."""
    if element is not None:
        for key, value in element.attrib.items():
            if short(key) == name:
                return str(value)
    return default


def child(element: Element | None, name: str) -> Element | None:
    """The first child with this short name."""
    if element is None:
        return None
    return next((found for found in element if tag(found) == name), None)


def children(element: Element | None, name: str = "") -> Sequence[Element]:
    """The children of an element, or those with this short name; none of None."""
    if element is None:
        return ()
    return [found for found in element if not name or tag(found) == name]


def number_of(element: Element | None, name: str = "w:val") -> int | None:
    """An attribute as a whole number, None where it is missing or no number."""
    try:
        return int(float(attribute(element, name).removesuffix("pt")))
    except (ValueError, OverflowError):
        return None


class Package:
    """The parts of one DOCX file by their relations. See `open_package`."""

    def __init__(self, package: OpcPackage, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._main = _main_part(package, name)
        self.document = self._tree(self._main)

    def related(self, kind: str) -> Element | None:
        """The tree of the part that the document names as its `styles`, `numbering` …, or None."""
        for relation in self._main.rels.values():
            if relation.reltype.endswith("/" + kind) and not relation.is_external:
                return self._tree(relation.target_part)
        return None

    def by_id(self, relation_id: str) -> tuple[str, Element] | None:
        """Name and tree of the part with this relation id, or None."""
        relation = self._main.rels.get(relation_id)
        if relation is None or relation.is_external:
            return None
        return str(relation.target_part.partname), self._tree(relation.target_part)

    def _tree(self, part: Part) -> Element:
        where = str(part.partname)
        parsed = getattr(part, "element", None)  # python-docx has parsed the parts it knows
        if parsed is None:
            return parse_xml(part.blob, name=self._name, where=where, limits=self._limits)
        return _bounded(parsed, name=self._name, where=where, limits=self._limits)


def open_package(data: bytes, *, name: str, limits: Limits) -> Package:
    """The package in `data`. Raises what `open_archive` raises, HostileInputError, DamagedInputError."""
    with open_archive(data, name=name, limits=limits) as archive:
        for member in archive.namelist():
            if member.lower().endswith((".xml", ".rels")):
                xml = read_member(archive, member, name=name, limit=limits.xml_bytes)
                check_declarations(xml or b"", name=name, where=member)
    from docx.opc.package import OpcPackage

    try:
        return Package(OpcPackage.open(io.BytesIO(data)), name, limits)
    except DispatchError:
        raise
    except Exception as error:  # python-docx raises whatever its steps raise: KeyError, XMLSyntaxError …
        if isinstance(error, etree.XMLSyntaxError) and "depth" in str(error).lower():
            raise HostileInputError(name, "depth") from error
        raise DamagedInputError(name, "archive", where=type(error).__name__) from error


def _main_part(package: OpcPackage, name: str) -> Part:
    for relation in package.rels.values():
        if relation.reltype.endswith("/officeDocument") and not relation.is_external:
            part: Part = relation.target_part
            return part
    raise DamagedInputError(name, "no_document")


def parse_xml(xml: bytes, *, name: str, where: str, limits: Limits) -> Element:
    """The tree of one part. Raises HostileInputError (nesting) and DamagedInputError (no XML)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error).lower():
            raise HostileInputError(name, "depth", where=printable(where)) from error
        raise DamagedInputError(name, "xml_broken", where=printable(where)) from error
    return _bounded(root, name=name, where=where, limits=limits)


def _bounded(root: Element, *, name: str, where: str, limits: Limits) -> Element:
    if _deeper_than(root, limits.xml_depth):
        raise HostileInputError(name, "depth", where=printable(where))
    return root


def _deeper_than(root: Element, limit: int) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > limit:
            return True
    return False
