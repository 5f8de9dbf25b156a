"""`parse`: a table, records, values; one file or several; errors and their exit codes."""

import io
import json
import types

import pytest

from dispatch_parser.cli import text
from dispatch_parser.cli.main import main
from dispatch_parser.cli.view import print_record
from dispatch_parser.record import DispatchRecord, Warning


@pytest.fixture(autouse=True)
def _fake(fake_parser):
    pass


def test_table(capsys):
    assert main(["parse", "mau.pdf", "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    for words in (
        "mau.pdf · dispatch",
        "Ủy ban nhân dân tỉnh An Sơn",
        "there, but unreadable: …",  # the number
        "phòng [bão]",  # brackets are no markup
        "or phòng bão, lũ",  # the other reading
        "absent",
        "Bộ A (để b/c)",
        "lead: Sở Tài chính",
        "with: Sở Nội vụ",
        "trước ngày 01/6/2024 → 2024-06-01",
        "⇐ trước ngày 01/6/2024",  # the deadline another sentence lays on the second task
        "→ Phương án",
        "7/NQ-CP",
        "! số bị để trống",
        "90%",
    ):
        assert words in unwrapped(out), words
    assert err == ""


def unwrapped(table):
    """The text of a table with its cells' lines joined: rows of cells become runs of words."""
    import re

    columns = [re.split("[│┃]", line) for line in table.splitlines()]
    joined = " ".join(" ".join(cell.split()) for line in columns for cell in line if cell.strip())
    by_column = {}
    for line in columns:
        for index, cell in enumerate(line):
            by_column.setdefault((len(line), index), []).append(cell.strip())
    return joined + "\n" + "\n".join(" ".join(filter(None, cells)) for cells in by_column.values())


@pytest.mark.parametrize(("language", "word"), [("vi", "Nhiệm vụ (2)"), ("en", "Tasks (2)")])
def test_table_in_both_languages(capsys, language, word):
    main(["parse", "mau.pdf", "--lang", language])
    assert word in capsys.readouterr().out


def test_an_empty_record_prints(capsys):
    record = DispatchRecord(source={"media": "text"}, source_kind="other")
    text.use("vi")
    print_record(text.console(), record)
    out = capsys.readouterr().out
    assert "không phải văn bản hành chính" in out
    assert "Nhiệm vụ" not in out


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("vi", "! Không thấy nhiệm vụ nào"), ("en", "! No task was found"), ("en", "! chữ riêng")],
)
def test_warnings_are_worded_by_their_code(capsys, record, language, sentence):
    warnings = (
        Warning(code="no_tasks", message="Không thấy nhiệm vụ nào được giao."),
        Warning(code="unheard_of", message="chữ riêng"),
    )
    text.use(language)
    print_record(text.console(), record.model_copy(update={"warnings": warnings}))
    assert sentence in capsys.readouterr().out


def test_json_of_one_file_is_the_record(capsys, record):
    assert main(["parse", "mau.pdf", "--json"]) == 0
    assert DispatchRecord.model_validate_json(capsys.readouterr().out) == record


def test_json_of_several_files_is_one_record_a_line(capsys):
    assert main(["parse", "a.pdf", "b.pdf", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [DispatchRecord.model_validate_json(line).source.name for line in lines] == ["a.pdf", "b.pdf"]


def test_plain(capsys, record):
    assert main(["parse", "dir/mau.pdf", "--plain"]) == 0
    assert json.loads(capsys.readouterr().out) == record.plain()


def test_json_and_plain_exclude_each_other(capsys):
    assert main(["parse", "a.pdf", "--json", "--plain"]) == 2


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(b"words")))
    assert main(["parse", "-", "--plain"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "-"


@pytest.mark.parametrize(
    ("files", "code", "lines"),
    [
        (["missing.pdf"], 10, 0),  # one file: the exit code of its error
        (["damaged.pdf"], 13, 0),
        (["crash.pdf"], 1, 0),
        (["a.pdf", "damaged.pdf", "b.pdf"], 20, 2),  # several: partial
        (["missing.pdf", "damaged.pdf"], 1, 0),  # nothing came out
    ],
)
def test_failures(capsys, files, code, lines):
    assert main(["parse", *files, "--plain", "--lang", "en"]) == code
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == lines
    for file in files:
        assert (file in err) is any(word in file for word in ("missing", "damaged", "crash"))
    assert "words of the document" not in err


def test_a_failure_names_the_file_as_given_and_the_place(capsys):
    main(["parse", "some/where/damaged.pdf"])
    err = capsys.readouterr().err
    assert "some/where/damaged.pdf: " in err
    assert "page 3" in err


def test_a_file_name_that_is_no_utf8(capsys):
    assert main(["parse", "--json", "v\udce3n.pdf"]) == 0
    assert json.loads(capsys.readouterr().out)["source"]["name"] == "v\ufffdn.pdf"
