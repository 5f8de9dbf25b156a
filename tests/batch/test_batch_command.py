"""`batch`: the files it writes, its exit codes, what it says."""

import io
import json
import re
import sqlite3
from contextlib import closing

import faulty_work
import pytest
from handmade import make_record
from rich.console import Console

from dispatch_parser.batch.journal import Journal
from dispatch_parser.cli.main import main
from dispatch_parser.cli.progress import Progress, duration
from dispatch_parser.record import DispatchRecord


@pytest.fixture(autouse=True)
def _handmade_records(monkeypatch):
    monkeypatch.setattr("dispatch_parser.batch.runner.parse_items", faulty_work.work)


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def names(out):
    return [record["source"]["name"] for record in lines(out / "records-00000.jsonl")]


def test_all_fine(tmp_path, folder, capsys):
    out = tmp_path / "out"
    assert main(["batch", folder("b.pdf", "sub/a.pdf", "notes.md"), "-o", str(out), "--jobs", "2", "--lang", "en"]) == 0
    assert names(out) == ["b.pdf", "sub/a.pdf"]
    assert DispatchRecord.model_validate_json((out / "records-00000.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert sorted(path.name for path in out.iterdir()) == ["journal.sqlite", "records-00000.jsonl", "run.json"]
    stdout, stderr = capsys.readouterr()
    assert stdout == ""
    assert stderr == f"dispatch-parser: read 2 of 2 documents, 0 failed, 1 other files left out → {out}\n"


def test_quiet(tmp_path, folder, capsys):
    assert main(["batch", folder("a.pdf"), "-o", str(tmp_path / "out"), "-q"]) == 0
    assert capsys.readouterr() == ("", "")


def test_one_file_asked_for(tmp_path, folder):
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("mau.pdf", "x.pdf"), "-o", str(out), "--plain"]) == 0
    assert lines(out)[0] == make_record().plain()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "records.jsonl", "records.jsonl.run"]


def test_one_bad_document_costs_only_itself(tmp_path, folder, capsys):
    out = tmp_path / "out"
    directory = folder(**{"a.pdf": b"a", "crash.pdf": b"raise", "damaged.pdf": b"damaged", "z.pdf": b"z"})
    assert main(["batch", directory, "-o", str(out), "--jobs", "1", "--lang", "en"]) == 20
    assert names(out) == ["a.pdf", "z.pdf"]
    errors = lines(out / "errors.jsonl")
    assert [(e["file"], e["code"], e["exit_code"]) for e in errors] == [
        ("crash.pdf", "crash", 1),
        ("damaged.pdf", "damaged", 13),
    ]
    assert all(e["file"] in e["message"] for e in errors)
    assert faulty_work.SECRET not in json.dumps(errors)
    assert "read 2 of 4 documents, 2 failed" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "code", "words"), [(b"killed", "killed", "died twice"), (b"memory", "memory", "--memory")])  # fmt: skip
def test_failures_of_the_process_say_what_to_do(tmp_path, folder, content, code, words):
    out = tmp_path / "out"
    directory = folder(**{"a.pdf": content})
    assert main(["batch", directory, "-o", str(out), "--memory", "200M", "--lang", "en"]) == 1
    (entry,) = lines(out / "errors.jsonl")
    assert entry["code"] == code
    assert words in entry["message"]
    assert entry["message"].startswith("a.pdf: ")
    assert lines(out / "records-00000.jsonl") == []


def test_a_timeout_says_what_to_do(tmp_path, folder):
    out = tmp_path / "out"
    assert main(["batch", folder(**{"a.pdf": b"hang"}), "-o", str(out), "--timeout", "1", "--lang", "en"]) == 1
    (entry,) = lines(out / "errors.jsonl")
    assert (entry["code"], entry["detail"]) == ("timeout", "1")
    assert "longer than 1 s" in entry["message"]


def test_no_documents(tmp_path, folder, capsys):
    out = tmp_path / "records.jsonl"
    assert main(["batch", folder("notes.md"), "-o", str(out), "--lang", "en"]) == 10
    assert not out.exists()
    assert ".docx" in capsys.readouterr().err


def test_a_source_that_is_not_there(tmp_path, capsys):
    assert main(["batch", str(tmp_path / "nowhere"), "-o", str(tmp_path / "o"), "--lang", "en"]) == 10
    assert "nowhere" in capsys.readouterr().err


def test_a_list_on_standard_input(tmp_path, folder, monkeypatch):
    directory = folder("a.pdf", "b.pdf", "c.pdf")
    told = f"{directory}/c.pdf\n\n{directory}/a.pdf\n{directory}/gone.pdf\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(told.encode())))
    out = tmp_path / "out"
    assert main(["batch", "-", "-o", str(out)]) == 20
    assert names(out) == [f"{directory}/c.pdf", f"{directory}/a.pdf"]
    assert [e["code"] for e in lines(out / "errors.jsonl")] == ["not_found"]


@pytest.mark.parametrize(
    "option",
    ["--jobs=0", "--jobs=two", "--memory=2X", "--memory=M", "--shard=3/2", "--shard=0/2", "--shard=2", "--format=doc",
     "--format=,", "--since=yesterday", "--part=0", "--max-pages=0"],
)  # fmt: skip
def test_wrong_options(tmp_path, option, capsys):
    assert main(["batch", str(tmp_path), "-o", "x", option]) == 2


def test_the_output_is_a_file_already(tmp_path, folder, capsys):
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert main(["batch", folder("a.pdf"), "-o", str(taken), "--lang", "en"]) == 22
    assert taken.read_text() == "mine"
    assert "a directory" in capsys.readouterr().err


def test_an_interrupted_batch_leaves_the_old_result_and_goes_on(tmp_path, folder, monkeypatch, capsys):
    out = tmp_path / "records.jsonl"
    out.write_text("old\n")
    directory = folder("a.pdf", "b.pdf")
    with monkeypatch.context() as patch:
        patch.setattr("dispatch_parser.cli.progress.Progress.step", interrupt)
        assert main(["batch", directory, "-o", str(out), "--jobs", "1", "--lang", "en"]) == 130
    assert out.read_text() == "old\n"
    assert "the same command goes on" in capsys.readouterr().err
    assert main(["batch", directory, "-o", str(out), "--lang", "en"]) == 0
    assert len(lines(out)) == 2
    assert "2 documents, 1 with an answer" in capsys.readouterr().err


def interrupt(self, failed):
    raise KeyboardInterrupt


def test_two_runs_in_one_directory_at_once(tmp_path, folder, capsys):
    out = tmp_path / "out"
    out.mkdir()
    with Journal(out / "journal.sqlite"):
        assert main(["batch", folder("a.pdf"), "-o", str(out), "--lang", "en"]) == 21
    assert "another process" in capsys.readouterr().err
    assert main(["batch", folder("a.pdf"), "-o", str(out)]) == 0


def test_a_broken_journal_is_told(tmp_path, folder, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "journal.sqlite").write_bytes(b"no database at all" * 1000)
    assert main(["batch", folder("a.pdf"), "-o", str(out), "--lang", "en"]) == 22
    assert "journal.sqlite) is broken" in capsys.readouterr().err


def test_a_journal_of_another_version_is_told(tmp_path, folder, capsys):
    out = tmp_path / "out"
    assert main(["batch", folder("a.pdf"), "-o", str(out), "-q"]) == 0
    with closing(sqlite3.connect(out / "journal.sqlite")) as database:
        database.execute("PRAGMA user_version = 999")
    assert main(["batch", folder("a.pdf"), "-o", str(out), "--lang", "en"]) == 22
    assert "of another version" in capsys.readouterr().err


def test_lines_of_progress_where_nobody_watches(tmp_path, folder, monkeypatch, capsys):
    monkeypatch.setattr("dispatch_parser.cli.progress.EVERY", 0.0)
    directory = folder(**{"a.pdf": b"a", "b.pdf": b"damaged"})
    assert main(["batch", directory, "-o", str(tmp_path / "out"), "--jobs", "1", "--lang", "en"]) == 20
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("dispatch-parser: 1 of 2, 0 failed, ")
    assert said[1].startswith("dispatch-parser: 2 of 2, 1 failed, ")
    assert "documents/s, about 0:00 left" in said[1]


def test_a_bar_where_somebody_watches(monkeypatch):
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    monkeypatch.setattr("dispatch_parser.cli.progress.text.console", lambda stderr: console)
    with Progress(3, 1) as progress:
        progress.step()
        progress.step(failed=True)
    assert re.search(r"3(/| of )3, 1 (lỗi|failed)", screen.getvalue())


@pytest.mark.parametrize(
    ("seconds", "told"), [(0, "0:00"), (9.6, "0:10"), (65, "1:05"), (3599, "59:59"), (7_505, "2:05:05")]
)
def test_durations(seconds, told):
    assert duration(seconds) == told
