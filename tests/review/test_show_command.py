"""`dispatch-parser show`: where the page goes, and what happens when it cannot be made."""

from __future__ import annotations

from pathlib import Path

import pytest

from dispatch_parser.cli.main import main
from dispatch_parser.errors import ExitCode

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("name", ["cong-van-ubnd-tinh.pdf", "chi-thi.docx", "cong-van-thuan-van-ban.txt"])
def test_page_is_written_and_told(name, tmp_path, capsys):
    page = tmp_path / "page.html"
    assert main(["show", str(SAMPLES / name), "-o", str(page)]) == 0
    assert capsys.readouterr().out == f"{page}\n"
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!doctype html>")
    assert ("data:image/" in written) == name.endswith(".pdf")


def test_page_stands_in_the_current_directory_by_default(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["show", str(SAMPLES / "chi-thi.docx")]) == 0
    assert capsys.readouterr().out == "chi-thi.review.html\n"
    assert [path.name for path in tmp_path.iterdir()] == ["chi-thi.review.html"]


def test_page_goes_to_standard_output(capsys):
    assert main(["show", str(SAMPLES / "cong-van-thuan-van-ban.txt"), "-o", "-"]) == 0
    assert capsys.readouterr().out.endswith("</html>\n")


@pytest.mark.parametrize(("language", "label"), [("vi", "Cơ quan ban hành"), ("en", "Issuer")])
def test_labels_are_in_the_language_asked_for(language, label, capsys):
    assert main(["show", str(SAMPLES / "cong-van-thuan-van-ban.txt"), "-o", "-", "--lang", language]) == 0
    assert f"<dt>{label}</dt>" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "code"),
    [("missing.pdf", ExitCode.NOT_FOUND), ("bad/trong.pdf", ExitCode.EMPTY)],
)
def test_a_file_that_cannot_be_read_leaves_no_page(name, code, tmp_path, capsys):
    assert main(["show", str(SAMPLES / name), "-o", str(tmp_path / "page.html")]) == code
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_page_that_cannot_be_written_is_told(tmp_path, capsys):
    target = tmp_path / "no" / "such" / "page.html"
    assert main(["show", str(SAMPLES / "cong-van-thuan-van-ban.txt"), "-o", str(target)]) == ExitCode.FAILED
    assert str(target.parent) in capsys.readouterr().err
