"""The command line as a whole: languages, exit codes, interruptions, what goes to which stream."""

import io
import json
import os
import subprocess
import sys
from string import Formatter

import pytest

from dispatch_parser import __version__
from dispatch_parser.cli import main as cli
from dispatch_parser.cli.main import COMMANDS, build_parser, main
from dispatch_parser.cli.sentences import SENTENCES
from dispatch_parser.errors import HostileInputError


def run(*arguments, **options):
    """A real process; `code` is run in it when given, else the command line."""
    return subprocess.run(
        [sys.executable, "-m", "dispatch_parser.cli.main", *arguments],
        capture_output=True,
        text=True,
        **options,
    )


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"dispatch-parser {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_has_help_in_both_languages(capsys, command, language):
    assert main([command, "--help", "--lang", language]) == 0
    out, err = capsys.readouterr()
    assert out.startswith({"vi": "cách dùng: ", "en": "usage: "}[language] + f"dispatch-parser {command}")
    assert err == ""


@pytest.mark.parametrize("arguments", [["--lang", "en", "--help"], ["--help", "--lang=en"]])
def test_the_language_may_stand_anywhere(capsys, arguments):
    assert main(arguments) == 0
    assert "offline" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["no-such-command"], ["parse"], ["parse", "--no-such-option", "x"], ["--lang", "fr", "schema"]],
)
def test_a_wrong_command_is_explained_on_stderr(capsys, arguments):
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "dispatch-parser" in err


def test_help_loads_nothing_heavy():
    code = (
        "import sys; from dispatch_parser.cli.main import main; main(['--help']);"
        "heavy = {'spacy', 'pydantic', 'underthesea', 'pdfplumber', 'pypdfium2', 'docx', 'lxml', 'rich'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize(
    ("error", "code", "word"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (HostileInputError("bomb.docx"), 16, "bomb.docx"),
        (OSError(28, "No space left on device", "out.json"), 1, "out.json"),
        (ZeroDivisionError("words of the document"), 1, "ZeroDivisionError"),
    ],
)
def test_what_goes_wrong_becomes_an_exit_code(capsys, monkeypatch, error, code, word):
    def fail(args):
        raise error

    monkeypatch.delenv("DISPATCH_PARSER_DEBUG", raising=False)
    monkeypatch.setattr("dispatch_parser.cli.schema.run", fail)
    assert main(["--lang", "en", "schema"]) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert word in err
    assert "words of the document" not in err
    assert "Traceback" not in err


def test_a_traceback_only_when_asked_for(monkeypatch):
    def fail(args):
        raise ZeroDivisionError

    monkeypatch.setenv("DISPATCH_PARSER_DEBUG", "1")
    monkeypatch.setattr("dispatch_parser.cli.schema.run", fail)
    with pytest.raises(ZeroDivisionError):
        main(["schema"])


def test_a_closed_pipe_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "dispatch_parser.cli.main", "schema"],
            stdout=closed,
            stderr=subprocess.PIPE,
        )
    assert done.stderr == b""
    assert done.returncode == cli.BROKEN_PIPE


def test_output_is_utf8_whatever_the_locale():
    done = subprocess.run(
        [sys.executable, "-m", "dispatch_parser.cli.main", "--help", "--lang", "vi"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        check=True,
    )
    assert "Đọc văn bản" in done.stdout.decode("utf-8")


def test_a_real_run_reads_standard_input():
    done = run("parse", "--plain", "-", input="Số: 12/UBND-TH\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["file"] == "-"
    assert done.stderr == ""


def test_sentences_exist_in_both_languages_with_the_same_values():
    for key, sentence in SENTENCES.items():
        assert set(sentence) == {"vi", "en"}, key
        assert fields(sentence["vi"]) == fields(sentence["en"]), key


def fields(sentence):
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("asked", "word"), [("vi", "cách dùng"), ("en", "usage")])
def test_the_language_of_the_environment(capsys, monkeypatch, asked, word):
    monkeypatch.setenv("DISPATCH_PARSER_LANG", asked)
    main(["--help"])
    assert capsys.readouterr().out.startswith(word)


def test_options_and_exit_codes_of_the_contract():
    parse = build_parser().parse_args(["parse", "a", "b", "--json", "--lang", "en"])
    assert (parse.files, parse.json, parse.lang) == (["a", "b"], True, "en")
    batch = build_parser().parse_args(["batch", "d", "-o", "out.jsonl", "--plain", "--jobs", "3"])
    assert (batch.sources, str(batch.output), batch.plain, batch.jobs) == (["d"], "out.jsonl", True, 3)


def test_stdout_that_cannot_be_reconfigured_is_left_alone(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr("sys.stdout", stream)
    assert main(["--version"]) == 0
    assert stream.getvalue().startswith("dispatch-parser")
