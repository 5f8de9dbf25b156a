"""What README and docs show is true: examples run, commands work, links lead somewhere."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
import yaml

from dispatch_parser.cli.main import main

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")
COMMAND = re.compile(r"^\$ (dispatch-parser .+)$", re.M)


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of one language in a page."""
    return re.findall(rf"^ *```{language}\n(.*?)^ *```$", path.read_text(encoding="utf-8"), re.M | re.S)


def named(pages: list[Path]) -> list[object]:
    return [pytest.param(page, id=page.name) for page in pages]


@pytest.mark.parametrize("page", named([p for p in PAGES if blocks(p, "python")]))
def test_python_examples_run(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0, "see the output"


@pytest.mark.parametrize("command", COMMAND.findall((ROOT / "README.md").read_text(encoding="utf-8")))
def test_command_in_readme_runs(command, tmp_path, monkeypatch):
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path)
    partial = 20  # samples/bad holds files that nobody can read
    assert main(shlex.split(command)[1:]) in ((0, partial) if " batch " in command else (0,))


@pytest.mark.parametrize("page", named(PAGES))
def test_links_lead_somewhere(page):
    for target, _ in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", named([p for p in PAGES if blocks(p, "yaml")]))
def test_yaml_examples_are_yaml(page):
    for block in blocks(page, "yaml"):
        assert yaml.safe_load(block)


def test_make_has_the_targets_that_are_named():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    asked = set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.M))
    assert {"demo", "test", "lint"} <= asked <= targets


def test_picture_is_light():
    assert (ROOT / "docs" / "images" / "show.png").stat().st_size < 300_000
