"""`evaluate`: the table, the details, the JSON and the comparison with an older one."""

import json

import faulty_readers
import pytest
from handmade import make_record

from dispatch_parser.cli.main import main


@pytest.fixture
def corpus(tmp_path):
    """Three documents: right, right except for its subject, and one that cannot be read."""
    for name in ("gold", "docs"):
        (tmp_path / name).mkdir()
    for identifier, changed in (("a", {}), ("b", {"subject": "chuyện khác"}), ("damaged", {})):
        gold = make_record().plain() | {"id": identifier, "file": f"{identifier}.pdf"} | changed
        (tmp_path / "gold" / f"{identifier}.json").write_text(json.dumps(gold), encoding="utf-8")
        (tmp_path / "docs" / f"{identifier}.pdf").write_bytes(b"x")
    return [str(tmp_path / "gold"), str(tmp_path / "docs")]


@pytest.fixture(autouse=True)
def _fake(monkeypatch):
    monkeypatch.setattr("dispatch_parser.batch.ordered.record_reader", faulty_readers.fake_records)


def evaluate(*arguments):
    return main(["evaluate", *arguments, "--lang", "en", "--jobs", "1"])


def test_table(corpus, capsys):
    assert evaluate(*corpus) == 0
    out, err = capsys.readouterr()
    rows = {
        line.split("│")[1].strip(): line.split("│")[2].split() for line in out.splitlines() if "│" in line
    }
    assert rows["failed"] == ["1"]
    assert rows["subject"] == ["0.33", "0.33"]
    assert rows["place"] == ["0.67", "0.67"]
    assert rows["whole header"] == ["0.33"]
    assert rows["tasks P R F1"] == ["1.00", "0.67", "0.80"]
    assert "damaged.pdf damaged page 3" in err


def test_json_and_against(corpus, tmp_path, capsys):
    old, new = str(tmp_path / "old.json"), str(tmp_path / "new.json")
    assert evaluate(*corpus, "--json", old) == 0
    report = json.loads((tmp_path / "old.json").read_text(encoding="utf-8"))
    assert report["groups"]["total"]["header"] == {"right": 1, "of": 3, "share": pytest.approx(1 / 3)}
    assert report["documents"]["b"]["fields"]["subject"]["got"] == "phòng [bão]"

    gold = tmp_path / "gold" / "b.json"
    gold.write_text(
        json.dumps(json.loads(gold.read_text()) | {"subject": "phòng [bão]", "place": "nơi khác"})
    )
    capsys.readouterr()
    assert evaluate(*corpus, "--against", old, "--json", new) == 0
    out = capsys.readouterr().out
    assert "- place b" in out
    assert "+ subject b" in out
    assert "+ header b" in out
    assert "+2 -1" in out


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("subject", ["✗ got  phòng [bão]", "gold chuyện khác"]),
        ("header", ["✗ subject got  phòng [bão]"]),
        ("tasks", ["missed   bố trí kinh phí — do · lead=Sở Tài chính; coordinate=Sở Nội vụ · trước ngày"]),
        ("citations", ["missed   7/NQ-CP"]),
        ("issuer", ["damaged.pdf", "gold Ủy ban nhân dân tỉnh An Sơn"]),
    ],
)
def test_detail(corpus, capsys, field, words):
    assert evaluate(*corpus, "--detail", field) == 0
    out = capsys.readouterr().out
    assert all(word in out for word in words)


def test_detail_of_a_matched_task_shows_both_sides(corpus, tmp_path, capsys):
    gold = tmp_path / "gold" / "a.json"
    values = json.loads(gold.read_text())
    values["tasks"][0]["deadline"] = None
    values["tasks"][1]["text"] = "một việc khác hẳn"
    values["citations"][0]["date"] = None
    gold.write_text(json.dumps(values))
    evaluate(*corpus, "--detail", "tasks")
    out = capsys.readouterr().out
    assert "deadline (1.00)" in out
    assert "missed   một việc khác hẳn" in out
    assert "spurious báo cáo kết quả" in out
    evaluate(*corpus, "--detail", "citations")
    assert "date     7/NQ-CP" in capsys.readouterr().out


def test_filters(corpus, capsys):
    assert evaluate(*corpus, "--media", "docx") == 0
    rows = [line for line in capsys.readouterr().out.splitlines() if "whole header" in line]
    assert rows[0].split("│")[2].strip() == "–"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--detail", "no-such-field"], 2), (["--against", "no-such.json"], 10), (["--against", __file__], 13)],
)
def test_wrong_arguments(corpus, capsys, arguments, code):
    assert evaluate(*corpus, *arguments) == code
    assert capsys.readouterr().err.startswith("dispatch-parser: ")


def test_no_gold(tmp_path, capsys):
    assert evaluate(str(tmp_path), str(tmp_path)) == 10
