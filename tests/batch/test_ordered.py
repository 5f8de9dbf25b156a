"""Many files: order, faults that cost only one file, no process left behind."""

import multiprocessing
from pathlib import Path

import faulty_readers
import pytest

from dispatch_parser.batch.files import documents_in
from dispatch_parser.batch.ordered import run
from dispatch_parser.batch.outcome import Failure, printable
from dispatch_parser.errors import InputNotFoundError


def files(*names):
    return [(Path("/nowhere", name), name) for name in names]


def told(outcomes):
    return [o if isinstance(o, str) else (o.file, o.code, o.exit_code) for o in outcomes]


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_results_come_in_the_order_of_the_files(jobs):
    names = [f"f{i}" for i in range(5)]
    assert list(run(files(*names), faulty_readers.steady, jobs=jobs)) == [f"{n} {n}" for n in names]
    assert multiprocessing.active_children() == []


def test_nothing_to_do():
    assert list(run([], faulty_readers.steady, jobs=2)) == []


def test_a_fault_costs_only_its_file(capfd):
    names = ["a", "raise", "die", "b", "exit", "damaged", "loud", "c"]
    outcomes = list(run(files(*names), faulty_readers.faulty, jobs=2))
    assert told(outcomes) == [
        "a",
        ("raise", "crash", 1),
        ("die", "killed", 1),
        "b",
        ("exit", "killed", 1),
        ("damaged", "damaged", 13),
        "loud",
        "c",
    ]
    crash = outcomes[1]
    assert crash.detail == "ZeroDivisionError"
    assert crash.where.startswith("faulty_readers.py:")
    assert "words of the document" not in repr(outcomes)
    assert outcomes[5].where == "page 1"
    assert capfd.readouterr() == ("", "")  # what a library prints in a worker may quote the document


def test_a_file_that_never_ends_is_given_up():
    (outcome,) = run(files("hang"), faulty_readers.faulty, jobs=1, seconds=0.01)
    assert (outcome.file, outcome.code, outcome.detail) == ("hang", "timeout", "0.01")
    assert multiprocessing.active_children() == []


def test_a_model_that_cannot_be_loaded_fails_every_file():
    outcomes = list(run(files("a", "b"), faulty_readers.broken, jobs=1))
    assert told(outcomes) == [("a", "model", 18), ("b", "model", 18)]


def test_leaving_early_ends_the_processes():
    outcomes = run(files("a", "b", "c"), faulty_readers.steady, jobs=2)
    assert next(outcomes) == "a a"
    outcomes.close()
    assert multiprocessing.active_children() == []


def test_failures_are_plain_json():
    assert Failure("a.pdf", "empty", 11).as_json() == {
        "file": "a.pdf", "code": "empty", "exit_code": 11, "detail": "", "where": "", "message": "",
    }  # fmt: skip


def test_documents_of_a_directory(tmp_path):
    for name in (
        "b.pdf",
        "a/z.DOCX",
        "a/y.txt",
        "B.html",
        ".hidden.pdf",
        ".git/x.pdf",
        "notes.md",
        "a/data.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "dangling.pdf").symlink_to(tmp_path / "gone.pdf")
    listing = documents_in(tmp_path)
    assert [name for _, name in listing.files] == ["B.html", "a/y.txt", "a/z.DOCX", "b.pdf"]
    assert all(path == tmp_path / name for path, name in listing.files)
    assert listing.skipped == 3  # notes.md, data.json, the dangling link


@pytest.mark.parametrize("name", ["nowhere", "file.txt"])
def test_no_directory(tmp_path, name):
    (tmp_path / "file.txt").write_bytes(b"")
    with pytest.raises(InputNotFoundError):
        documents_in(tmp_path / name)


def test_names_that_are_no_utf8_become_printable():
    assert printable("v\udce3n.pdf") == "v\ufffdn.pdf"
    assert printable("văn bản.pdf") == "văn bản.pdf"
