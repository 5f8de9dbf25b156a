"""Lint as a whole: which rules bind a document, where a finding stands, what is left alone."""

import re
from pathlib import Path

import pytest
from lint_dispatch import MODELS, dispatch, parser, report

from dispatch_parser import model
from dispatch_parser.lint.findings import SEVERITIES
from dispatch_parser.lint.rules import lint_rules
from dispatch_parser.lint.run import CHECKS, lint

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
DRAFT = {"lint.number.blank", "lint.date.blank"}


@pytest.mark.parametrize("name", MODELS)
def test_a_dispatch_in_due_form_has_no_findings(name):
    assert report({name: {}}).findings == ()


@pytest.mark.parametrize(
    "path", [p for p in sorted(SAMPLES.iterdir()) if p.suffix in (".pdf", ".docx", ".txt", ".html")],
    ids=lambda path: path.name,
)  # fmt: skip
def test_our_samples_are_in_due_form(path):
    """A draft has its number and date blank; nothing else is wrong with any of them."""
    from dispatch_parser.readers.registry import read

    found = {finding.rule for finding in lint(parser().doc(read(path))).findings}
    assert found == (DRAFT if "du-thao" in path.name else set())


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ({"letter": {}}, "nd30"),
        ({"letter": {"date": "An Bình, ngày 05 tháng 3 năm 2020"}}, "nd30"),
        ({"letter": {"date": "An Bình, ngày 04 tháng 3 năm 2020"}}, "tt01"),
        ({"letter": {"date": "An Bình, ngày 12 tháng 5 năm 2008"}}, "ttlt55"),
        ({"letter": {"date": "An Bình, ngày 12 tháng 5 năm 2003"}}, "early"),
        ({"letter": {"date": "An Bình, ngày      tháng 5 năm 2018"}}, "tt01"),
        ({"letter": {"date": None}}, "nd30"),
        ({"decision": {"number": "Số: 15/2024/QĐ-UBND"}}, "law"),
        ({"party": {}}, "hd05"),
        ({"party": {"date": "An Bình, ngày 26 tháng 5 năm 2026"}}, "hd36"),
        ({"party": {"date": "An Bình, ngày 12 tháng 5 năm 2015"}}, "party_early"),
        ({"party": {"motto": None}}, "hd05"),
    ],
)
def test_the_rule_set_follows_whose_what_and_when(example, expected):
    assert report(example).rule_set.id == expected


def severity(example, rule):
    return {finding.rule: finding.severity for finding in report(example).findings}.get(rule)


@pytest.mark.parametrize(
    ("date", "expected"),
    [("ngày 5 tháng 3 năm 2024", "warning"), ("ngày 5 tháng 3 năm 2014", "note"), ("ngày 5 tháng 3 năm 2001", None)],
)  # fmt: skip
def test_older_documents_are_checked_leniently(date, expected):
    assert severity({"letter": {"date": f"An Bình, {date}"}}, "lint.date.day_zero") == expected


@pytest.mark.parametrize(
    ("example", "rule"),
    [
        ({"party": {"number": "Số: 125-CV/TU"}}, "lint.number.colon"),
        ({"party": {}}, "lint.motto.missing"),
        ({"party": {}}, "lint.body.end_mark"),
        ({"party": {}}, "lint.archive.no_clerk"),
        ({"letter": {"number": "Số 125/SNV-VP"}}, "lint.party.colon"),
    ],
)
def test_the_rules_of_others_do_not_bind(example, rule):
    assert severity(example, rule) is None


def test_a_finding_shows_its_place():
    document = dispatch({"letter": {"date": "An Bình, ngày 5 tháng 3 năm 2024"}})
    [found] = lint(parser().doc(document)).findings
    [span] = found.spans
    assert (found.rule, found.page, found.words) == ("lint.date.day_zero", 1, "5")
    assert document.text[span.start - 5 : span.end + 6] == "ngày 5 tháng"


def test_missing_parts_come_first_then_the_reading_order():
    made = report({"letter": {"motto": None, "number": "Số 7/SNV-VP", "recipients": ["Nơi nhận:", "- Như trên."]}})
    assert [finding.rule for finding in made.findings] == [
        "lint.motto.missing", "lint.number.colon", "lint.number.leading_zero", "lint.archive.missing",
    ]  # fmt: skip
    assert made.findings[0].spans == ()
    assert (made.count("error"), made.count("warning"), made.count("note")) == (1, 3, 0)


def test_values_stand_in_the_messages_of_both_languages():
    [found] = report({"decision": {"number": "Số: 15/BC-UBND"}}).findings
    assert found.message["vi"] == "văn bản in tên loại QĐ, ký hiệu ghi BC"
    assert found.message["en"] == "the printed type is QĐ, the notation says BC"


def test_a_version_without_letterhead_is_not_blamed_for_it():
    bare = dict.fromkeys(("issuer", "motto", "number", "date"))
    assert not [f.rule for f in report({"decision": bare}).findings if f.rule.endswith(".missing")]


def test_what_recognition_read_is_worth_a_note_only():
    document = dispatch({"letter": {"motto": None}})
    document.pages[0].text_layer = "scan"
    assert {f.severity for f in lint(parser().doc(document)).findings} == {"note"}


@pytest.mark.parametrize("text", ["Chúc mừng năm mới.", "Cuộc họp bắt đầu lúc 8 giờ tại hội trường."])
def test_what_is_no_dispatch_is_not_checked(text):
    from dispatch_parser.readers.text import read_text

    made = lint(parser().doc(read_text(text)))
    assert (made.rule_set, made.findings) == (None, ())


def test_every_rule_is_whole():
    sets = {row["id"] for row in model.load().lexicon("format_rules")}
    for rule in lint_rules():
        assert rule.severity in SEVERITIES
        assert rule.sets | rule.mild <= sets, rule.rule.id
        assert not rule.sets & rule.mild, rule.rule.id
        assert bool(rule.check) != bool(rule.rule.pattern), rule.rule.id
        assert rule.check in CHECKS or rule.zones, rule.rule.id
        assert rule.kind in ("", "letter", "named"), rule.rule.id
        assert set(rule.message) == set(rule.remedy) == {"vi", "en"}, rule.rule.id


def test_every_check_is_used():
    assert {rule.check for rule in lint_rules()} - {""} == set(CHECKS)


def test_the_docs_tell_every_rule():
    told = (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    rows = {match[1]: match[2] for match in re.finditer(r"^\| `(lint\.[\w.]+)` \| (\w+) \|", told, re.MULTILINE)}
    assert rows == {rule.rule.id: rule.severity for rule in lint_rules()}
