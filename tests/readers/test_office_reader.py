"""Word's older formats go through LibreOffice; these tests put a stand-in for it on the path."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from docx_made import docx, par

from dispatch_parser.errors import DamagedInputError, MissingDependencyError
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.registry import read

RTF = rb"{\rtf1\ansi Kinh gui: So Y te.\par Giao So Y te.\par}"


@pytest.fixture
def office(tmp_path, monkeypatch):
    """Put a program named soffice on the path that runs this Python code; `argv` are its arguments."""

    def install(code: str) -> None:
        program = tmp_path / "bin" / "soffice"
        program.parent.mkdir()
        program.write_text(
            f"#!{sys.executable}\nimport pathlib, sys, time\nargv = sys.argv\n{code}\n", encoding="utf-8"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)

    return install


CONVERT = """
out = pathlib.Path(argv[argv.index("--outdir") + 1])
out.mkdir()
log = pathlib.Path({log!r})
log.write_text("\\n".join(argv))
(out / (pathlib.Path(argv[-1]).stem + ".docx")).write_bytes(pathlib.Path({made!r}).read_bytes())
"""


def test_a_converted_file_is_read(tmp_path, office):
    made, log = tmp_path / "made.docx", tmp_path / "log"
    made.write_bytes(docx(par("Giao Sở Y tế.")))
    office(CONVERT.format(made=str(made), log=str(log)))
    document = read(RTF, name="../../evil; name.rtf")
    assert (document.text, document.source.media, document.source.name) == (
        "Giao Sở Y tế.",
        "rtf",
        "../../evil; name.rtf",
    )
    arguments = log.read_text().splitlines()
    profile = next(a for a in arguments if a.startswith("-env:UserInstallation=file://"))
    assert "--headless" in arguments
    assert Path(arguments[-1]).name == "input.rtf"
    assert not Path(arguments[-1]).exists()
    assert not Path(profile.removeprefix("-env:UserInstallation=file://")).exists()


@pytest.mark.parametrize("code", ["", "sys.exit(1)"], ids=["nothing made", "failure"])
def test_no_result_is_damage(office, code):
    office(code)
    with pytest.raises(DamagedInputError) as caught:
        read(RTF)
    assert caught.value.detail == "conversion"


def test_a_conversion_that_hangs_is_ended(office):
    office("time.sleep(600)")
    with pytest.raises(DamagedInputError) as caught:
        read(RTF, limits=Limits(convert_seconds=0))
    assert caught.value.detail == "timeout"


def test_without_the_program_the_remedy_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MissingDependencyError) as caught:
        read(RTF, name="a.rtf")
    assert caught.value.detail == "libreoffice"
    assert "LibreOffice" in str(caught.value)


def test_the_real_program_where_there_is_one():
    """With LibreOffice the words come out; without it the error says so."""
    if shutil.which("soffice") or shutil.which("libreoffice"):
        assert read(RTF, limits=DEFAULT_LIMITS).text == "Kinh gui: So Y te.\nGiao So Y te."
    else:
        with pytest.raises(MissingDependencyError):
            read(RTF)
