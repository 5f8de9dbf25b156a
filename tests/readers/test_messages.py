"""Every error and warning has a sentence in both languages, and docs/errors.md says what the code says."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from dispatch_parser import errors, messages
from dispatch_parser.errors import DispatchError, ExitCode

DOCS = Path(__file__).parents[2] / "docs" / "errors.md"
EXCEPTIONS = [DispatchError, *DispatchError.__subclasses__()]
SOURCES = Path(messages.__file__).parent


def test_every_exception_is_told_apart():
    assert len({e.code for e in EXCEPTIONS}) == len({e.exit_code for e in EXCEPTIONS}) == len(EXCEPTIONS)
    outcomes = {ExitCode.OK, ExitCode.USAGE, ExitCode.FINDINGS, ExitCode.PARTIAL}
    assert {e.exit_code for e in EXCEPTIONS} | outcomes == set(ExitCode)


@pytest.mark.parametrize("lang", messages.LANGUAGES)
@pytest.mark.parametrize("error", EXCEPTIONS)
def test_every_exception_names_file_place_and_remedy(error, lang):
    sentence = messages.explain(error("cv.pdf", "ERR7", where="part 3"), lang)
    assert sentence.startswith("cv.pdf: ")
    assert "ERR7" in sentence
    assert "(part 3)" in sentence
    assert sentence.endswith(messages.text(f"{error.code}.remedy", lang))


@pytest.mark.parametrize("code", messages.MESSAGES)
def test_every_sentence_is_in_both_languages(code):
    entry = messages.MESSAGES[code]
    assert set(entry) == set(messages.LANGUAGES)
    assert all(entry.values())
    fields = [{name for _, name, _, _ in string.Formatter().parse(entry[lang]) if name} for lang in ("vi", "en")]
    assert fields[0] == fields[1]
    assert entry["vi"] != entry["en"]


def raised_details() -> set[str]:
    """The details that readers give their errors, as they stand in the code."""
    pattern = re.compile(r"(?:Input|Type|Large|Dependency)Error\(\s*(?:self\.)?\w+,\s*\"(\w+)\"")
    return {detail for path in SOURCES.rglob("*.py") for detail in pattern.findall(path.read_text(encoding="utf-8"))}


def test_every_detail_has_its_words():
    details = raised_details()
    assert {"zip_bomb", "entities", "libreoffice", "binary"} <= details
    assert {d for d in details if f"detail.{d}" not in messages.DETAILS} == set()


def test_a_detail_is_worded():
    error = errors.UnknownTypeError("a.docx", "xlsx")
    assert "XLSX" in messages.explain(error, "vi")
    assert "spreadsheet" in messages.explain(error, "en")


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_US.UTF-8", "DISPATCH_PARSER_LANG": "vi"}, "vi"),
        ({"LANG": "vi_VN", "DISPATCH_PARSER_LANG": "fr"}, "vi"),
        ({}, "en"),
    ],
)
def test_the_language_follows_the_environment(monkeypatch, environment, lang):
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "DISPATCH_PARSER_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert messages.default_lang() == lang
    assert str(errors.EmptyInputError("a")) == messages.explain(errors.EmptyInputError("a"), lang)


def test_a_warning_of_a_record_is_vietnamese():
    warning = messages.warning("blank_number")
    assert (warning.code, warning.message) == ("blank_number", messages.WARNINGS["blank_number"]["vi"])


def test_the_document_lists_the_exceptions():
    rows = re.findall(
        r"^\| `(\w+Error)` \| `(\w+)` \| (\d+) \| (.+?) \| (.+?) \|$", DOCS.read_text(encoding="utf-8"), re.M
    )
    assert rows == [
        (
            e.__name__,
            e.code,
            str(int(e.exit_code)),
            messages.text(e.code, "en"),
            messages.text(f"{e.code}.remedy", "en"),
        )
        for e in EXCEPTIONS
    ]
