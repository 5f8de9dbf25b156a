"""`batch`: the files it writes, its exit codes, its line of summary."""

import json

import faulty_readers
import pytest

from dispatch_parser.batch.outcome import Failure
from dispatch_parser.cli.main import main
from dispatch_parser.export.atomic import atomic_text
from dispatch_parser.record import DispatchRecord


@pytest.fixture(autouse=True)
def _fake(monkeypatch):
    monkeypatch.setattr("dispatch_parser.batch.runner.record_reader", faulty_readers.fake_records)


@pytest.fixture
def folder(tmp_path):
    def make(*names):
        for name in names:
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x")
        return str(tmp_path / "in")

    return make


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_all_fine(tmp_path, folder, capsys):
    out = tmp_path / "records.jsonl"
    stale = tmp_path / "records.jsonl.errors.jsonl"
    stale.write_text("{}\n")
    assert (
        main(
            ["batch", folder("b.pdf", "sub/a.pdf", "notes.md"), "-o", str(out), "--jobs", "2", "--lang", "en"]
        )
        == 0
    )
    assert [record["source"]["name"] for record in lines(out)] == ["b.pdf", "sub/a.pdf"]
    assert DispatchRecord.model_validate_json(out.read_text(encoding="utf-8").splitlines()[0])
    assert not stale.exists()
    stdout, stderr = capsys.readouterr()
    assert stdout == ""
    assert stderr == f"dispatch-parser: read 2 of 2 documents, 0 failed, 1 other files left out → {out}\n"


def test_plain(tmp_path, folder, record):
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("mau.pdf"), "-o", str(out), "--plain"]) == 0
    assert lines(out) == [record.plain()]


def test_one_bad_document_costs_only_itself(tmp_path, folder, capsys):
    out = tmp_path / "records.jsonl"
    directory = folder("a.pdf", "crash.pdf", "damaged.pdf", "z.pdf")
    assert main(["batch", directory, "-o", str(out), "--plain", "--jobs", "1", "--lang", "en"]) == 20
    assert [record["file"] for record in lines(out)] == ["a.pdf", "z.pdf"]
    errors = lines(tmp_path / "records.jsonl.errors.jsonl")
    assert [(e["file"], e["code"], e["exit_code"]) for e in errors] == [
        ("crash.pdf", "crash", 1),
        ("damaged.pdf", "damaged", 13),
    ]
    assert all(e["file"] in e["message"] for e in errors)
    assert "words of the document" not in json.dumps(errors)
    assert "read 2 of 4 documents, 2 failed" in capsys.readouterr().err


@pytest.mark.parametrize(("code", "word"), [("killed", "died"), ("timeout", "longer than 7 s")])
def test_failures_without_a_sentence_of_their_own_get_one(tmp_path, folder, monkeypatch, code, word):
    monkeypatch.setattr(
        "dispatch_parser.batch.runner.run", lambda *_, **__: iter([Failure("a.pdf", code, 1, "7")])
    )
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("a.pdf"), "-o", str(out), "--lang", "en"]) == 1
    (entry,) = lines(tmp_path / "records.jsonl.errors.jsonl")
    assert word in entry["message"]
    assert entry["file"] in entry["message"]


def test_nothing_comes_out(tmp_path, folder):
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("missing.pdf"), "-o", str(out)]) == 1
    assert out.read_text() == ""


def test_no_documents(tmp_path, folder, capsys):
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("notes.md"), "-o", str(out), "--lang", "en"]) == 10
    assert not out.exists()
    assert ".docx" in capsys.readouterr().err


def test_no_directory(tmp_path):
    assert main(["batch", str(tmp_path / "nowhere"), "-o", str(tmp_path / "o")]) == 10


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5"])
def test_jobs_must_be_a_positive_number(tmp_path, jobs, capsys):
    assert main(["batch", str(tmp_path), "-o", "x", f"--jobs={jobs}"]) == 2


def test_no_place_for_the_output(tmp_path, folder, capsys):
    assert main(["batch", folder("a.pdf"), "-o", str(tmp_path / "no" / "o.jsonl"), "--lang", "en"]) == 1
    assert "cannot write" in capsys.readouterr().err


def test_an_interrupted_batch_leaves_the_old_result(tmp_path, folder, monkeypatch):
    def interrupted(*arguments, **options):
        yield "{}"
        raise KeyboardInterrupt

    monkeypatch.setattr("dispatch_parser.batch.runner.run", interrupted)
    out = tmp_path / "records.jsonl"
    out.write_text("old\n")
    assert main(["batch", folder("a.pdf"), "-o", str(out)]) == 130
    assert out.read_text() == "old\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "records.jsonl"]


def test_atomic_text_writes_to_a_device_directly():
    from pathlib import Path

    with atomic_text(Path("/dev/null")) as handle:
        handle.write("words")
    assert not Path("/dev/null").is_file()
