"""From directories to cases, and from cases to scores."""

import json

import pytest

from dispatch_parser.batch.outcome import Failure
from dispatch_parser.errors import DamagedInputError, InputNotFoundError
from dispatch_parser.evaluation.run import documents_of, load_cases, score_cases


@pytest.fixture
def corpus(tmp_path, gold):
    """Gold g1 (pdf), g2 (doc, with a converted copy elsewhere), g3 (scan, no file)."""
    for name in ("gold", "docs", "converted"):
        (tmp_path / name).mkdir()
    for identifier, file, layer in (
        ("g1", "g1.pdf", "digital"),
        ("g2", "g2.doc", "digital"),
        ("g3", "", "scan"),
    ):
        record = gold | {"id": identifier, "file": file, "text_layer": layer}
        (tmp_path / "gold" / f"{identifier}.json").write_text(json.dumps(record), encoding="utf-8")
    for path in ("docs/g1.pdf", "docs/g2.doc", "converted/g2.docx", "docs/g1.notes.txt"):
        (tmp_path / path).write_bytes(b"x")
    return tmp_path


def test_cases(corpus):
    cases = load_cases(corpus / "gold", [corpus / "converted", corpus / "docs"])
    assert [(c.gold["id"], c.path and c.path.name, c.media) for c in cases] == [
        ("g1", "g1.pdf", "pdf"),
        ("g2", "g2.docx", "doc"),  # the copy is read, the medium is what was annotated
        ("g3", None, ""),
    ]
    assert [c.source for c in cases] == ["", "", ""]


def test_sources_come_from_the_manifest_beside_the_gold_directory(corpus):
    entries = [{"id": "g1", "source": "cổng A"}, {"id": "g2", "source": "cổng B"}]
    (corpus / "manifest.json").write_text(json.dumps(entries), encoding="utf-8")
    assert [c.source for c in load_cases(corpus / "gold", [corpus / "docs"])] == ["cổng A", "cổng B", ""]


@pytest.mark.parametrize(
    ("media", "layers", "expected"),
    [
        ((), (), ["g1", "g2", "g3"]),
        (("pdf",), (), ["g1"]),
        ((), ("scan",), ["g3"]),
        (("doc",), ("scan",), []),
    ],
)
def test_filters(corpus, media, layers, expected):
    cases = load_cases(corpus / "gold", [corpus / "docs"], media=media, layers=layers)
    assert [c.gold["id"] for c in cases] == expected


def test_no_gold(tmp_path):
    with pytest.raises(InputNotFoundError):
        load_cases(tmp_path, [tmp_path])


@pytest.mark.parametrize("content", ["{", "[]"])
def test_broken_gold(tmp_path, content):
    (tmp_path / "g1.json").write_text(content, encoding="utf-8")
    with pytest.raises(DamagedInputError, match=r"g1\.json"):
        load_cases(tmp_path, [tmp_path])


def test_the_documents_that_are_there(corpus):
    cases = load_cases(corpus / "gold", [corpus / "converted", corpus / "docs"])
    assert [name for _, name in documents_of(cases)] == ["g1.pdf", "g2.docx"]


def test_failures_cost_only_themselves(corpus):
    cases = load_cases(corpus / "gold", [corpus / "docs"])
    outcomes = [Failure("g1.pdf", "empty", 11), Failure("g2.doc", "crash", 1, "ZeroDivisionError", "x.py:7")]
    scores = list(score_cases(cases, outcomes))
    assert [s.error for s in scores] == ["empty", "crash ZeroDivisionError x.py:7", "no document"]
    assert [s.file for s in scores] == ["g1.pdf", "g2.doc", "g3"]
    assert not any(s.header for s in scores)


def test_a_record_is_scored_by_its_plain_values(corpus, got):
    cases = load_cases(corpus / "gold", [corpus / "docs"])
    lines = [json.dumps(got | {"subject": None}), json.dumps(got)]
    first, second, _ = score_cases(cases, lines)
    assert first.error is second.error is None
    assert not first.fields["subject"].exact
    assert second.header
