"""`parse --profile`: the stages of a parse as a table on stderr, its calls as a flame graph."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from dispatch_parser.cli import profile
from dispatch_parser.cli.main import main
from dispatch_parser.errors import ExitCode

SAMPLE = Path(__file__).parents[2] / "samples" / "tin-sao-chep.txt"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def _once(monkeypatch):
    monkeypatch.setattr(profile, "REPEATS", 2)


def test_the_table_goes_to_stderr_and_the_record_to_stdout(capsys):
    assert main(["parse", "--plain", "--profile", "--lang", "en", str(SAMPLE)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("{")
    assert told.out.count("\n") == 1
    for stage in ("read", "tokenizer", "layout", "agencies", "tasks", "json", "100%"):
        assert stage in told.err, stage


@pytest.mark.parametrize("name", ["flame.svg", "flame.folded"])
def test_a_flame_graph_names_calls_and_quotes_no_words(tmp_path, capsys, name):
    assert main(["parse", "--plain", "--flame", str(tmp_path / name), str(SAMPLE)]) == 0
    made = (tmp_path / name).read_text(encoding="utf-8")
    assert made.isascii()
    if name.endswith(".svg"):
        assert ElementTree.fromstring(made).tag.endswith("svg")


def test_a_file_that_cannot_be_read_has_no_profile(capsys):
    assert main(["parse", "--profile", "khong-co.pdf"]) == ExitCode.NOT_FOUND
    assert "khong-co.pdf" in capsys.readouterr().err


def test_a_secret_document_has_no_profile(tmp_path, capsys):
    file = tmp_path / "mau.txt"
    file.write_text("MẬT\n\nSỞ Y TẾ\nSố: 12/SYT-VP\n\nKính gửi: Sở Nội vụ.\n", encoding="utf-8")
    flame = tmp_path / "flame.svg"
    assert main(["parse", "--profile", "--flame", str(flame), "--lang", "en", str(file)]) == ExitCode.SECRET
    assert "tokenizer" not in capsys.readouterr().err
    assert not flame.exists()
    assert main(["parse", "--profile", "--lang", "en", "--allow-secret", str(file)]) == 0
    assert "tokenizer" in capsys.readouterr().err


def test_stacks_are_folded_and_drawn():
    stacks = profile.Counter({("a.main", "b.read"): 3, ("a.main", "b.read", "c.<line>"): 1, ("a.main",): 4})
    assert profile.folded(stacks) == "a.main 4\na.main;b.read 3\na.main;b.read;c.<line> 1\n"
    drawing = ElementTree.fromstring(profile.drawn(stacks))
    assert [title.text for title in drawing.iter(f"{SVG}title")] == ["a.main 100.0%", "b.read 50.0%", "c.<line> 12.5%"]
    assert [float(box.get("width")) for box in drawing.iter(f"{SVG}rect")] == [1200.0, 600.0, 150.0]


def test_nothing_sampled_is_an_empty_graph():
    assert profile.folded(profile.Counter()) == ""
    assert list(ElementTree.fromstring(profile.drawn(profile.Counter()))) == []
