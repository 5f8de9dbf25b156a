"""Every body that a document names, in reading order (the grammar is in `gazetteer`)."""

from __future__ import annotations

from dataclasses import replace

from dispatch_parser.extractors.agencies_defined import define_addressed, define_short_forms
from dispatch_parser.extractors.findings import AgencyList, Findings, Mention
from dispatch_parser.gazetteer.items import Item, Member
from dispatch_parser.gazetteer.lists import lists, scan_of
from dispatch_parser.gazetteer.scan import Scan
from dispatch_parser.layout import zones
from dispatch_parser.model import ModelData
from dispatch_parser.text.folding import key
from dispatch_parser.text.reading import Reading

_OF_HOUSE = ("agency.house", "agency.office_alone")
_CONFIDENCE = {
    "agency.name": 0.95,
    "agency.completed": 0.93,
    "agency.collective": 0.9,
    "agency.house": 0.8,
    "agency.office_alone": 0.8,
}


def find_agencies(findings: Findings, model: ModelData) -> None:
    """Fill `findings.agencies`: lists in reading order, not overlapping, with offsets into the reading."""
    reading = findings.reading
    scan = scan_of(reading, model.package)
    define_addressed(scan, reading)
    found = list(lists(scan))
    if define_short_forms(scan, reading, found):
        found = list(lists(scan))
    house = _house(scan, reading, found)
    settled = (_at_home(item, house) for item in found)
    findings.agencies = [_agency_list(scan, item) for item in settled if item is not None]


def _house(scan: Scan, reading: Reading, found: list[Item]) -> str | None:
    """The name of the body in the letterhead, the last one if several stand there."""
    name = None
    for item in found:
        start = scan.text.starts[item.start]
        if reading.paragraph_at(start).zone == zones.ISSUER:
            name = item.members[-1].name
    return name


def _at_home(item: Item, house: str | None) -> Item | None:
    """Office-holders of the issuer's own house (`Giám đốc Sở`, `Bộ trưởng`) stand for the issuer.

    An office without a body that is not of the issuer's house names nobody: None if nothing else is there.
    """
    own = key(house) if house is not None else ""
    members = []
    for member in item.members:
        if member.rule in _OF_HOUSE and own.startswith(key(member.name) + " ") and house is not None:
            members.append(replace(member, name=house))
        elif member.rule != "agency.office_alone":
            members.append(member)
    return replace(item, members=tuple(members)) if members else None


def _agency_list(scan: Scan, item: Item) -> AgencyList:
    members = tuple(_mention(scan, member) for member in item.members)
    return AgencyList(scan.text.starts[item.start], scan.text.ends[item.end - 1], members)


def _mention(scan: Scan, member: Member) -> Mention:
    return Mention(
        start=scan.text.starts[member.start],
        end=scan.text.ends[member.end - 1],
        name=member.name,
        group=member.group,
        office=member.office,
        rule=member.rule,
        confidence=_CONFIDENCE[member.rule],
    )
