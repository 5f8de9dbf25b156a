"""One document against gold, and many added up, with figures worked out by hand."""

import copy

import pytest

from dispatch_parser.evaluation.compare import HEADER
from dispatch_parser.evaluation.metrics import Found, Share, by_kind, by_source, measure
from dispatch_parser.evaluation.score import score_citations, score_document


def score(gold, got, **options):
    return score_document(gold, got, **({"file": "g1.pdf", "media": "pdf"} | options))


def test_a_perfect_record_is_right_everywhere(gold, got):
    result = score(gold, got)
    assert all(field.exact and field.soft for field in result.fields.values())
    assert result.header
    assert result.citations.matched == ("07/NQ-CP", "11/QĐ-TTg")
    assert [pair.right for pair in result.tasks.pairs] == [
        ("lead", "coordinate", "report_to", "kind", "deadline", "product")
    ] * 2


def test_no_record_is_wrong_everywhere_even_where_gold_is_empty(gold):
    result = score(gold, None, error="DamagedInputError")
    assert not any(field.exact or field.soft for field in result.fields.values())
    assert not result.header
    assert result.citations.missed == ("07/NQ-CP", "11/QĐ-TTg")
    assert len(result.tasks.missed) == 2
    assert result.error == "DamagedInputError"


@pytest.mark.parametrize("field", HEADER)
def test_one_wrong_part_spoils_the_header(gold, got, field):
    part = got
    *parents, last = field.split(".")
    for name in parents:
        part = part[name]
    part[last] = "khác"
    assert not score(gold, got).header


def test_parts_outside_the_header_do_not_spoil_it(gold, got):
    got |= {"place": None, "archive": None, "addressees": []}
    assert score(gold, got).header


def test_what_gold_does_not_annotate_does_not_count(gold, got):
    gold |= {"citations": None, "tasks": None}
    result = score(gold, got)
    assert result.citations is None
    assert result.tasks is None


def test_an_empty_list_in_gold_means_none(gold, got):
    gold |= {"citations": [], "tasks": []}
    result = score(gold, got)
    assert len(result.citations.spurious) == 2
    assert len(result.tasks.spurious) == 2


@pytest.mark.parametrize(
    ("gold", "got", "matched", "missed", "spurious", "wrong_type", "wrong_date"),
    [
        ([("NQ", "07/NQ-CP", None)], [("NQ", "7/NQ-CP", None)], ["07/NQ-CP"], [], [], [], []),
        ([("NQ", "7/NQ-CP", None)], [("NQ", "7/NQ-cp", None)], [], ["7/NQ-CP"], ["7/NQ-cp"], [], []),
        (
            [("QĐ", "1/QĐ-A", None)],
            [("NQ", "1/QĐ-A", "2024-01-01")],
            ["1/QĐ-A"],
            [],
            [],
            ["1/QĐ-A"],
            ["1/QĐ-A"],
        ),
        # the same number twice counts once, on both sides
        ([("QĐ", "1/QĐ-A", None)] * 2, [("QĐ", "1/QĐ-A", None)] * 3, ["1/QĐ-A"], [], [], [], []),
    ],
)
def test_citations(gold, got, matched, missed, spurious, wrong_type, wrong_date):
    def entries(rows):
        return [{"document_type": kind, "number": number, "date": date} for kind, number, date in rows]

    result = score_citations(entries(gold), entries(got))
    assert list(result.matched) == matched
    assert list(result.missed) == missed
    assert list(result.spurious) == spurious
    assert list(result.wrong_type) == wrong_type
    assert list(result.wrong_date) == wrong_date


def test_figures_by_hand(gold, got):
    """Three documents: one perfect, one with faults, one without a record."""
    faulty = copy.deepcopy(got)
    faulty["subject"] = "phòng chống thiên tai và bão"  # 4 of 6 and 4 of 4 words: 2 * 4 / 10 = 0.8 is soft
    faulty["citations"] = [
        {"document_type": "QĐ", "number": "7/NQ-CP", "date": "2024-01-02"},  # right number, wrong type
        {"document_type": "CV", "number": "99/BYT", "date": None},  # spurious
    ]
    faulty["tasks"] = [
        faulty["tasks"][0] | {"agencies": [], "deadline": None},  # matched; lead and deadline wrong
        faulty["tasks"][0] | {"text": "một câu không ai giao"},  # spurious
    ]
    metrics = measure([score(gold, got), score(gold, faulty), score(gold, None, error="x")])

    assert (metrics.documents, metrics.failed) == (3, 1)
    assert metrics.exact["place"] == Share(2, 3)
    assert metrics.exact["subject"] == Share(1, 3)
    assert metrics.soft["subject"] == Share(2, 3)
    assert metrics.header == Share(1, 3)
    # gold 2 + 2 + 2; predicted 2 + 2 + 0; matched 2 + 1 + 0
    assert metrics.citations == Found(matched=3, gold=6, predicted=4)
    assert metrics.citations.precision == pytest.approx(3 / 4)
    assert metrics.citations.recall == pytest.approx(3 / 6)
    assert metrics.citations.f1 == pytest.approx(2 * 3 / 10)
    assert metrics.citation_type == Share(2, 3)
    assert metrics.citation_date == Share(3, 3)
    # gold 2 + 2 + 2; predicted 2 + 2 + 0; matched 2 + 1 + 0
    assert metrics.tasks == Found(matched=3, gold=6, predicted=4)
    assert metrics.slots["lead"] == Share(2, 3)
    assert metrics.slots["coordinate"] == Share(3, 3)  # nobody coordinates, and nobody was said to
    assert metrics.slots_present["coordinate"] == Share(0, 0)
    assert metrics.slots["deadline"] == Share(2, 3)
    assert metrics.slots_present["deadline"] == Share(1, 2)
    assert metrics.slots_present["product"].value is None


def test_groups(gold, got):
    scores = [
        score(gold, got, media="docx", source="B"),
        score(gold | {"text_layer": "scan"}, got, source="A"),
        score(gold, got, source="B"),
        score(gold, got, media="doc"),
    ]
    groups = by_kind(scores)
    assert list(groups) == ["total", "digital pdf", "digital docx", "digital doc", "scan pdf"]
    assert [metrics.documents for metrics in groups.values()] == [4, 1, 1, 1, 1]
    assert {name: m.documents for name, m in by_source(scores).items()} == {"A": 1, "B": 2}
