"""A run: one answer for every input whatever happens, the same bytes however it was spread, nothing read twice."""

import errno
import json
import os
import sqlite3
import zipfile
from dataclasses import replace

import faulty_work
import pytest

from dispatch_parser.batch import runner
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.runner import Options, Run, local_engine
from dispatch_parser.errors import ResourcesError, RunTargetError


def do(options, make_work=faulty_work.work):
    """Run to the end; what stands in run.json."""
    with Run(options, local_engine(options, make_work)) as run:
        run.take_stock()
        told = [answer.name for answer in run.work()]
        assert len(told) == len(set(told))
        return run.write(lambda failure: failure.message)


def answers(out):
    """Every input's answer: `record`, or the code of its error."""
    found = {}
    for name in ("records-00000.jsonl", "errors.jsonl"):
        if (out / name).exists():
            for line in (out / name).read_text(encoding="utf-8").splitlines():
                entry = json.loads(line)
                file = entry.get("file") or entry["source"]["name"]
                assert file not in found
                found[file] = entry.get("code", "record")
    return found


@pytest.fixture
def readings(tmp_path, monkeypatch):
    path = tmp_path / "readings"
    path.touch()
    monkeypatch.setenv("READINGS", str(path))

    def told():
        lines = path.read_text(encoding="utf-8").split()
        path.write_text("")
        return sorted(lines)

    return told


def test_faults_of_every_kind_cost_only_their_document(tmp_path, folder, capfd):
    contents = {
        "a.pdf": b"a", "crash.pdf": b"segfault", "damaged.pdf": b"damaged", "exit.pdf": b"exit", "full.pdf": b"full",
        "kill.pdf": b"killed", "memory.pdf": b"memory", "noise.pdf": b"noise", "once-kill.pdf": b"once killed",
        "once-raise.pdf": b"once raise", "raise.pdf": b"raise", "z.pdf": b"z",
    }  # fmt: skip
    out = tmp_path / "out"
    bounds = replace(Bounds(), memory=200_000_000)
    about = do(Options((folder(**contents),), out, jobs=2, bounds=bounds))
    assert answers(out) == {
        "a.pdf": "record", "crash.pdf": "killed", "damaged.pdf": "damaged", "exit.pdf": "killed", "full.pdf": "crash",
        "kill.pdf": "killed", "memory.pdf": "memory", "noise.pdf": "record", "once-kill.pdf": "record",
        "once-raise.pdf": "record", "raise.pdf": "crash", "z.pdf": "record",
    }  # fmt: skip
    assert about["error_kinds"] == {"crash": 2, "damaged": 1, "killed": 3, "memory": 1}
    assert capfd.readouterr() == ("", "")
    everything = b"".join(path.read_bytes() for path in out.iterdir())
    assert faulty_work.SECRET.encode() not in everything


def test_a_lost_document_is_tried_twice_and_a_sure_error_once(tmp_path, folder, readings):
    directory = folder(**{"damaged.pdf": b"damaged", "kill.pdf": b"killed", "raise.pdf": b"raise", "z.pdf": b"z"})
    do(Options((directory,), tmp_path / "out", jobs=2), faulty_work.logged)
    assert readings() == ["damaged.pdf", "kill.pdf", "kill.pdf", "raise.pdf", "raise.pdf", "z.pdf"]


def test_a_document_that_hangs_is_given_up_and_the_others_are_not(tmp_path, folder):
    directory = folder(**{"a.pdf": b"a", "hang.pdf": b"hang", "z.pdf": b"z"})
    do(Options((directory,), tmp_path / "out", jobs=1, bounds=Bounds(seconds=1.0)))
    assert answers(tmp_path / "out") == {"a.pdf": "record", "hang.pdf": "timeout", "z.pdf": "record"}


def test_a_model_that_cannot_be_loaded_is_the_answer_of_every_document(tmp_path, folder):
    do(Options((folder("a.pdf", "b.pdf"),), tmp_path / "out", jobs=2), faulty_work.broken)
    assert answers(tmp_path / "out") == {"a.pdf": "model", "b.pdf": "model"}


def test_workers_that_cannot_start_end_the_run_and_blame_no_document(tmp_path, folder):
    options = Options((folder("a.pdf", "b.pdf"),), tmp_path / "out", jobs=2)
    with pytest.raises(ResourcesError):
        do(options, faulty_work.dies_at_start)
    assert do(options)["records"] == 2


def test_a_worker_that_starts_at_the_second_attempt_costs_nothing(tmp_path, folder, readings):
    do(Options((folder("a.pdf"),), tmp_path / "out"), faulty_work.starts_late)
    assert answers(tmp_path / "out") == {"a.pdf": "record"}


@pytest.mark.parametrize("format", ["jsonl", "csv", "xlsx", "parquet"])
def test_the_same_bytes_whatever_the_number_of_workers(tmp_path, folder, format):
    directory = folder(*(f"{i % 3}/{i}.pdf" for i in range(12)), **{"1/kill.pdf": b"killed", "2/once.pdf": b"once raise"})
    made = []
    for jobs in (1, 3):
        out = tmp_path / f"out{jobs}"
        do(Options((directory,), out, formats=(format,), jobs=jobs, part=5))
        made.append({p.name: p.read_bytes() for p in out.iterdir() if p.name not in ("journal.sqlite", "run.json")})
    assert made[0] == made[1]
    assert len(made[0]) == {"jsonl": 4, "csv": 8, "xlsx": 5, "parquet": 7}[format]  # three parts, and the errors


def test_nothing_is_read_twice(tmp_path, folder, readings):
    directory = folder(**{"a.pdf": b"one", "b.pdf": b"two", "bad.pdf": b"damaged"})
    options = Options((directory,), tmp_path / "out")
    do(options, faulty_work.logged)
    assert readings() == ["a.pdf", "b.pdf", "bad.pdf"]
    about = do(options, faulty_work.logged)
    assert readings() == []
    assert (about["kept_from_earlier_runs"], about["parsed_now"]) == (3, 0)
    do(replace(options, retry_errors=True), faulty_work.logged)
    assert readings() == ["bad.pdf"]
    folder(**{"sub/copy.pdf": b"two", "b.pdf": b"other"})
    about = do(options, faulty_work.logged)
    assert readings() == ["b.pdf"]
    assert about["same_bytes_as_another"] == 1
    assert answers(tmp_path / "out") == {"a.pdf": "record", "b.pdf": "record", "bad.pdf": "damaged", "sub/copy.pdf": "record"}


def test_other_code_or_model_reads_everything_again(tmp_path, folder, readings, monkeypatch):
    options = Options((folder("a.pdf"),), tmp_path / "out")
    do(options, faulty_work.logged)
    monkeypatch.setattr(runner, "key", lambda options: "another version")
    do(options, faulty_work.logged)
    assert readings() == ["a.pdf", "a.pdf"]


def test_a_file_that_is_gone_leaves_the_result(tmp_path, folder):
    directory = folder("a.pdf", "b.pdf")
    options = Options((directory,), tmp_path / "out", part=1)
    do(options)
    os.unlink(f"{directory}/b.pdf")
    do(options)
    assert answers(tmp_path / "out") == {"a.pdf": "record"}
    assert not (tmp_path / "out" / "records-00001.jsonl").exists()


def test_since(tmp_path, folder):
    directory = folder("new.pdf", "old.pdf")
    os.utime(f"{directory}/old.pdf", (1_000_000, 1_000_000))
    do(Options((directory,), tmp_path / "out", since=2_000_000))
    assert answers(tmp_path / "out") == {"new.pdf": "record"}


def test_shards_divide_the_inputs(tmp_path, folder):
    names = [f"{i}.pdf" for i in range(20)]
    directory = folder(*names)
    shards = []
    for index in (1, 2, 3):
        do(Options((directory,), tmp_path / "out", shard=(index, 3)))
        shards.append(set(answers(tmp_path / "out" / f"shard-000{index}-of-0003")))
    assert sorted(name for shard in shards for name in shard) == sorted(names)
    assert all(shards)
    with pytest.raises(RunTargetError):
        Run(Options((directory,), tmp_path / "out.jsonl", shard=(1, 2)))


def test_two_sources_that_name_one_file(tmp_path, folder):
    directory = folder("a.pdf", "b.pdf")
    do(Options((f"{directory}/*.pdf", directory), tmp_path / "out"))
    assert answers(tmp_path / "out") == {f"{directory}/a.pdf": "record", f"{directory}/b.pdf": "record"}


def test_two_members_of_one_name_stay_two(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x.pdf", "first")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x.pdf", "second, damaged")
    options = Options((str(tmp_path / "a.zip"),), tmp_path / "out")
    for _ in range(2):
        do(options)
        name = f"{tmp_path}/a.zip/x.pdf"
        assert answers(tmp_path / "out") == {name: "record", f"{name}#2": "damaged"}


def test_names_that_are_no_utf8(tmp_path, folder):
    directory = folder("a.pdf")
    for name in (b"v\xe3n.pdf", b"v\xe2n.pdf"):
        with open(os.fsencode(directory) + b"/" + name, "wb") as handle:
            handle.write(name)
    source = os.fsdecode(os.fsencode(directory) + b"/v\xe3n.pdf")
    for _ in range(2):
        do(Options((directory,), tmp_path / "out"))
        assert answers(tmp_path / "out") == {"a.pdf": "record", "v\ufffdn.pdf": "record", "v\ufffdn.pdf#2": "record"}
    assert do(Options((source,), tmp_path / "one"))["records"] == 1


def test_a_full_disk_stops_the_run_and_loses_nothing(tmp_path, folder, monkeypatch, readings):
    options = Options((folder("a.pdf", "b.pdf", "c.pdf"),), tmp_path / "out", jobs=1)
    with Run(options, local_engine(options, faulty_work.logged)) as run:
        run.take_stock()
        work = run.work()
        next(work)
        full_disk(run)
        with pytest.raises(OSError, match="No space left") as told:
            list(work)
    assert told.value.errno == errno.ENOSPC
    assert "b.pdf" in readings()
    do(options, faulty_work.logged)
    assert "a.pdf" not in readings()
    assert answers(tmp_path / "out") == {"a.pdf": "record", "b.pdf": "record", "c.pdf": "record"}


def full_disk(run):
    """SQLite says of itself that the disk is full when the file may not grow."""
    database = run.journal._db
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        database.executemany("INSERT INTO records VALUES (?, '', 0, zeroblob(300))", ((str(n),) for n in range(10_000)))


def test_a_disk_that_is_full_when_the_result_is_written_leaves_the_old_one(tmp_path, folder, monkeypatch):
    options = Options((folder("a.pdf"),), tmp_path / "out")
    do(options)
    before = (tmp_path / "out" / "records-00000.jsonl").read_bytes()
    folder("b.pdf")

    def full(*arguments, **options):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("dispatch_parser.export.atomic.os.fsync", full)
        with pytest.raises(OSError, match="No space left") as told:
            do(options)
    assert told.value.filename == str(tmp_path / "out" / "records-00000.jsonl")
    assert (tmp_path / "out" / "records-00000.jsonl").read_bytes() == before
    assert [path for path in (tmp_path / "out").iterdir() if path.name.endswith(".part")] == []
    assert do(options)["records"] == 2


def test_run_json(tmp_path, folder):
    directory = folder("a.pdf", "x.md", **{"bad.pdf": b"damaged"})
    do(Options((directory,), tmp_path / "out", formats=("jsonl", "csv")))
    about = json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))
    assert (about["inputs"], about["records"], about["errors"], about["pending"]) == (2, 1, 1, 0)
    assert about["error_kinds"] == {"damaged": 1}
    assert about["left_out"] == {".md": 1}
    assert {entry["file"] for entry in about["slowest"]} == {"a.pdf", "bad.pdf"}
    assert about["documents_per_second"] > 0
    assert {"code", "model", "register", "python", "spacy"} <= set(about["versions"])
    table = (tmp_path / "out" / "errors.csv").read_text(encoding="utf-8-sig")
    assert table.startswith("file,code,message\nbad.pdf,damaged,")
    assert about["files"] == ["records-00000.jsonl", "dispatches-00000.csv", "tasks-00000.csv"]
