"""Two evaluations compared: gains and losses by document and field."""

import json

from dispatch_parser.evaluation.against import changes
from dispatch_parser.evaluation.run import report
from dispatch_parser.evaluation.score import score_document


def evaluation(gold, got):
    """As `--json` writes it and `--against` reads it."""
    scores = [score_document(gold, got, file="g1.pdf", media="pdf")]
    return json.loads(json.dumps(report(scores)))


def told(old, new):
    return {("+" if c.gained else "-", c.field, c.what) for c in changes(old, new)}


def test_nothing_changed(gold, got):
    assert changes(evaluation(gold, got), evaluation(gold, got)) == []


def test_losses_are_the_gains_of_the_way_back(gold, got):
    worse = got | {"place": None, "date": None}
    worse["citations"] = got["citations"][:1]
    worse["tasks"] = [got["tasks"][0] | {"kind": "report"}, got["tasks"][1] | {"text": "chuyện khác hẳn"}]
    better, poorer = evaluation(gold, got), evaluation(gold, worse)
    lost = {
        ("place", ""),
        ("date", ""),
        ("header", ""),
        ("citations", "11/QĐ-TTg"),
        ("tasks.kind", "Sở Tài chính bố trí kinh phí trước ngày 01/6/2024"),
    } | {
        (field, "Sở Nội vụ báo cáo kết quả")
        for field in (
            "tasks",
            *(f"tasks.{s}" for s in ("lead", "coordinate", "report_to", "kind", "deadline")),
        )
    }
    lost.add(("tasks.product", "Sở Nội vụ báo cáo kết quả"))
    assert told(better, poorer) == {("-", *item) for item in lost}
    assert told(poorer, better) == {("+", *item) for item in lost}


def test_a_document_that_only_one_side_has_is_left_out(gold, got):
    assert changes(evaluation(gold | {"id": "other"}, None), evaluation(gold, got)) == []
