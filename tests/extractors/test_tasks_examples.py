"""The forty worked sentences and the press item of the domain study, where that study lies beside the repository.

The study uses finer slots than a record: `execute` and `monitor` are role lead here, `counterpart` is coordinate,
and a datetime is a date. Names are compared spelled out, with or without the province; a group only as a group.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from marked import found

from dispatch_parser import parse_text
from dispatch_parser.extractors.agencies import find_agencies
from dispatch_parser.extractors.assemble import assemble
from dispatch_parser.extractors.citations import find_citations
from dispatch_parser.extractors.deadlines import find_deadlines
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.extractors.tasks import find_tasks
from dispatch_parser.gazetteer.register import register
from dispatch_parser.layout.compose import compose
from dispatch_parser.model import load
from dispatch_parser.readers.text import read_text
from dispatch_parser.record import Field, Issuer
from dispatch_parser.text.folding import key

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXAMPLES = SHARED / "domain" / "examples.jsonl"
SEEDS = SHARED / "seeds"

# Examples that a record answers otherwise, each with its reason.
EXCEPTIONS = {
    7: "its first clause has no deadline, so no second one starts behind the semicolon: one unit",
    11: "a table row without its table: test_tasks_rows has the row with its header",
    35: "the sanction for a failure is no task (settled reading of tasks)",
}

ROLE = {"lead": "lead", "execute": "lead", "monitor": "lead", "coordinate": "coordinate", "counterpart": "coordinate",
        "delegate": "delegate", "targets": "target"}  # fmt: skip
SPELLED = (("ubnd", "ủy ban nhân dân"), ("mttq", "mặt trận tổ quốc"))


def spelled(name: str) -> str:
    name = key(name).removeprefix("chủ tịch ")  # an office-holder stands for the body he heads
    for short, full in SPELLED:
        name = name.replace(short, full)
    return name.removesuffix(" hòa bình") if "tỉnh" in name else name


def expected(assignment: dict) -> set[tuple[str, str]]:
    named = {(ROLE[slot], name) for slot in ROLE for name in assignment.get(slot, ())}
    report = assignment.get("report") or {}
    named |= {("report_to", report[slot]) for slot in ("to", "via", "cc") if report.get(slot)}
    return {(role, "@" if name.startswith("@") else spelled(name)) for role, name in named}


def got(task, want: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The agencies in the roles wanted; a collective by its words where the study writes it out."""
    slots = {role for role, _ in want} | {"lead", "coordinate"}
    written = {name for _, name in want}
    return {
        (agency.role, "@" if agency.group and spelled(agency.name) not in written else spelled(agency.name))
        for agency in task.agencies
        if agency.role in slots
    }


def deadline(assignment: dict) -> tuple[str, str | None] | None:
    limit = assignment.get("deadline")
    if not limit:
        return None
    kind = "date" if limit["kind"] == "datetime" else limit["kind"]
    return kind, limit.get("date") or (limit.get("last_day") if kind == "period" else None)


def rows() -> list:
    if not EXAMPLES.exists():
        return []
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()
    return [row for row in map(json.loads, lines) if row["id"] not in EXCEPTIONS]


def read(row: dict) -> Findings:
    """The sentence read as part of a document of its issuer and date."""
    findings = Findings(compose(read_text(row["text"])))
    findings.header.issuer = Issuer(name=found(row["ctx"]["issuer"].replace("UBND", "Ủy ban nhân dân")))
    findings.header.date = Field[dt.date](
        **{**dict(found("")), "value": dt.date.fromisoformat(row["ctx"]["date"])}
    )
    for extract in (find_agencies, find_citations, find_deadlines, find_tasks):
        extract(findings, load())
    return findings


@pytest.mark.skipif(not EXAMPLES.exists(), reason="the domain study does not lie beside the repository")
@pytest.mark.parametrize("row", rows(), ids=lambda row: f"E{row['id']:02d}")
def test_example(row):
    tasks = assemble(read(row), register()).tasks
    wanted = row["assignments"]
    assert len(tasks) == len(wanted), [task.text for task in tasks]
    for task, assignment in zip(tasks, wanted, strict=True):
        want = expected(assignment)
        assert got(task, want) == want
        limit = task.deadline
        assert (limit and (limit.kind, limit.date and limit.date.isoformat())) == deadline(assignment)


@pytest.mark.skipif(not SEEDS.exists(), reason="the press item does not lie beside the repository")
def test_press_item():
    (seed,) = SEEDS.glob("*.txt")
    record = parse_text(seed.read_text(encoding="utf-8"))
    leads = [[agency.name for agency in task.agencies if agency.role == "lead"] for task in record.tasks]
    seven = [
        "Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp", "Sở Kế hoạch và Đầu tư", "Sở Khoa học và Công nghệ",
        "Sở Thông tin và Truyền thông", "Văn phòng Ủy ban nhân dân tỉnh",
    ]  # fmt: skip
    assert [key(name) for name in leads[8]] == [key(name) for name in seven]
    assert [task.kind for task in record.tasks] == [
        "do", "do", "do", "do", "do", "advise", "monitor", "do", "advise", "advise", "monitor", "enforcement",
    ]  # fmt: skip
    assert leads[10] == ["Sở Nội vụ"]
    groups = [agency.group for agency in record.tasks[-1].agencies]
    assert groups == ["@DEPARTMENTS_PROVINCE", "@UBND_DISTRICTS", "@UBND_COMMUNES", "@RELATED_UNITS"]
    assert [task.deadline.raw for task in record.tasks if task.deadline] == ["ngay trong năm 2022"]
