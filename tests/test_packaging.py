"""One wheel brings the library and the spaCy package with all its data."""

from __future__ import annotations

import email
import json
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest
import yaml

import dispatch_parser

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "models" / "vi_dispatch_rules"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    """The wheel that pip builds from this tree, with the build backend of the development tools."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
         "--disable-pip-version-check", "--wheel-dir", str(target), str(ROOT)],
        check=True,
    )  # fmt: skip
    [path] = target.glob("*.whl")
    return zipfile.ZipFile(path)


def names_below(folder: Path) -> set[str]:
    """The files of a package in the tree, by their place in the wheel."""
    return {
        path.relative_to(folder.parent).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize("folder", [ROOT / "dispatch_parser", MODEL], ids=["library", "model"])
def test_every_file_of_the_packages_is_in_the_wheel(wheel, folder):
    assert names_below(folder) <= set(wheel.namelist())


def test_nothing_else_is_in_the_wheel(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    info = {top for top in tops if top.endswith(".dist-info")}
    assert tops - info == {"dispatch_parser", "vi_dispatch_rules", "vi_dispatch_rules.egg-info"}
    assert len(info) == 1


def test_what_an_installed_library_needs_is_there(wheel):
    names = set(wheel.namelist())
    assert {
        "dispatch_parser/py.typed",
        "dispatch_parser/review/template.html",
        "dispatch_parser/review/style.css",
        "dispatch_parser/review/script.js",
        "vi_dispatch_rules/config.cfg",
        "vi_dispatch_rules/meta.json",
        "vi_dispatch_rules.egg-info/PKG-INFO",
    } <= names
    [licence] = [name for name in names if name.endswith("/LICENSE")]
    assert b"Apache License" in wheel.read(licence)


def test_versions_agree(wheel):
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    about = email.message_from_bytes(wheel.read(name))
    pkg_info = ROOT / "models" / "vi_dispatch_rules.egg-info" / "PKG-INFO"
    model = email.message_from_bytes(pkg_info.read_bytes())
    meta = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    versions = {about["Version"], dispatch_parser.__version__, model["Version"], meta["version"]}
    assert versions == {version("dispatch-parser")}
    assert model["Name"] == meta["name"] == "vi_dispatch_rules"
    assert about["License-Expression"] == meta["license"] == "Apache-2.0"


def test_command_is_installed():
    [script] = entry_points(group="console_scripts", name="dispatch-parser")
    assert script.load().__module__ == "dispatch_parser.cli.main"


@pytest.fixture
def bare_path(tmp_path: Path) -> str:
    """A PATH with what the script itself calls, and nothing that could install anything."""
    for program in ("id", "true"):
        found = shutil.which(program)
        assert found
        (tmp_path / program).symlink_to(found)
    return str(tmp_path)


@pytest.mark.parametrize(
    ("wanted", "code", "told"),
    [
        (["true=coreutils"], 0, ""),
        ([f"{ROOT}/pyproj*.toml=nothing", "py:json=python3"], 0, ""),
        (["no-such-program=some-package"], 1, "sudo apt-get install some-package"),
        (["/no/such/*/file=one", "py:no_such_module=two", "true=three"], 1, "sudo apt-get install one two"),
    ],
)
def test_missing_programs_are_told_where_they_cannot_be_installed(wanted, code, told, bare_path):
    done = subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / "debian-packages"), *wanted],
        env={"PATH": bare_path, "PYTHON": sys.executable}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert bool(done.stderr) == bool(code)


def test_pre_commit_runs_what_make_lint_runs():
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    hooks = {hook["id"] for repository in config["repos"] for hook in repository["hooks"]}
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\nlint:")[1].split("\n\n")[0]
    assert {line.split("/")[1].split()[0] for line in recipe.splitlines()[1:]} <= hooks
