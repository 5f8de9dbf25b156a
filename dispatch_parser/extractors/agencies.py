"""Every body that a document names, in reading order (the grammar is in `gazetteer`)."""

from __future__ import annotations

from dispatch_parser.extractors.findings import AgencyList, Findings, Mention
from dispatch_parser.gazetteer.identity import agency_id
from dispatch_parser.gazetteer.items import Item, Member
from dispatch_parser.gazetteer.lists import lists, scan_of
from dispatch_parser.gazetteer.scan import Scan
from dispatch_parser.model import ModelData

_CONFIDENCE = {"agency.name": 0.95, "agency.completed": 0.93, "agency.collective": 0.9}


def find_agencies(findings: Findings, model: ModelData) -> None:
    """Fill `findings.agencies`: lists in reading order, not overlapping, with offsets into the reading."""
    scan = scan_of(findings.reading, model.package)
    findings.agencies = [_agency_list(scan, item) for item in lists(scan)]


def _agency_list(scan: Scan, item: Item) -> AgencyList:
    members = tuple(_mention(scan, member) for member in item.members)
    return AgencyList(scan.text.starts[item.start], scan.text.ends[item.end - 1], members)


def _mention(scan: Scan, member: Member) -> Mention:
    return Mention(
        start=scan.text.starts[member.start],
        end=scan.text.ends[member.end - 1],
        name=member.name,
        id=agency_id(member.name, member.entry) if member.group is None else None,
        group=member.group,
        office=member.office,
        rule=member.rule,
        confidence=_CONFIDENCE[member.rule],
    )
