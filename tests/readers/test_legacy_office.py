"""LibreOffice is started once for many documents; what it does wrong costs one document only.

A stand-in takes its place: called without `--convert-to` it stays, as LibreOffice does while a document is open.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx_made import docx, par

from dispatch_parser.errors import DamagedInputError
from dispatch_parser.limits import Limits
from dispatch_parser.readers import office_listener
from dispatch_parser.readers.registry import read

RTF = rb"{\rtf1\ansi Kinh gui: So Y te.\par}"
WORDS = "Giao Sở Y tế báo cáo."

STAND_IN = """#!{python}
import os, pathlib, sys, time
home = pathlib.Path({home!r})
asked = "--convert-to" in sys.argv
with open(home / "log", "a") as log:
    log.write(("convert" if asked else "start") + "\\n")
if asked:
    {convert}
    out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
    out.mkdir()
    (out / "input.docx").write_bytes((home / "made.docx").read_bytes())
else:
    {stay}
    alive = open(home / "alive", "w") if (home / "alive").exists() else None
    document = pathlib.Path(sys.argv[-1])
    (document.parent / (".~lock." + document.name + "#")).touch()
    while True:
        time.sleep(3600)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere every document starts LibreOffice")


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts the stand-in on the path; returns what it was called for so far."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "made.docx").write_bytes(docx(par(WORDS)))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)

    def install(convert: str = "", stay: str = ""):
        program = tmp_path / "bin" / "soffice"
        code = STAND_IN.format(
            python=sys.executable, home=str(tmp_path), convert=convert or "pass", stay=stay or "pass"
        )
        program.write_text(code, encoding="utf-8")
        program.chmod(0o755)
        return lambda: (tmp_path / "log").read_text().split()

    yield install
    office_listener.stop_office()


def private_directory() -> Path:
    office = office_listener._office
    assert office is not None
    assert office._directory is not None
    return office._directory


def test_one_start_for_many_documents(stand_in):
    calls = stand_in()
    assert [read(RTF).text for _ in range(3)] == [WORDS] * 3
    assert calls() == ["start", "convert", "convert", "convert"]


def test_documents_leave_nothing_behind_and_the_end_leaves_nothing_at_all(stand_in):
    stand_in()
    read(RTF)
    directory = private_directory()
    assert not [path for path in directory.iterdir() if path.name.startswith("document-")]
    assert directory.stat().st_mode & 0o077 == 0
    office_listener.stop_office()
    assert not directory.exists()


def test_it_ends_with_its_process_however_that_ends(stand_in, tmp_path):
    stand_in()
    os.mkfifo(tmp_path / "alive")
    code = (
        "import os, signal\n"
        "from dispatch_parser.readers.registry import read\n"
        f"read({RTF!r})\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code])
    with (tmp_path / "alive").open("rb") as alive:  # open until the stand-in is gone
        assert alive.read() == b""
    assert process.wait() < 0


def test_a_second_try_where_it_may_have_been_ill(stand_in):
    calls = stand_in(convert='if (home / "log").read_text().count("convert") == 2: sys.exit(1)')
    assert [read(RTF).text for _ in range(2)] == [WORDS] * 2
    assert calls() == ["start", "convert", "convert", "start", "convert"]


def test_a_document_it_makes_nothing_of_costs_only_itself(stand_in):
    stand_in(convert='if b"broken" in pathlib.Path(sys.argv[-1]).read_bytes(): sys.exit(77)')
    assert read(RTF).text == WORDS
    with pytest.raises(DamagedInputError) as caught:
        read(rb"{\rtf1 broken}")
    assert caught.value.detail == "conversion"
    assert read(RTF).text == WORDS


def test_a_document_that_hangs_costs_only_itself(stand_in):
    stand_in()
    with pytest.raises(DamagedInputError) as caught:
        read(RTF, limits=Limits(convert_seconds=0))
    assert caught.value.detail == "timeout"
    assert read(RTF).text == WORDS


def test_one_that_does_not_stay_converts_document_by_document(stand_in):
    calls = stand_in(stay="sys.exit(0)")
    assert [read(RTF).text for _ in range(2)] == [WORDS] * 2
    assert calls() == ["start", "convert", "convert"]


def test_one_that_died_is_started_anew(stand_in):
    calls = stand_in()
    read(RTF)
    (private_directory() / "ended").touch()  # what its keeper writes
    assert read(RTF).text == WORDS
    assert calls() == ["start", "convert", "start", "convert"]


def test_it_is_renewed_before_what_it_leaks_adds_up(stand_in, monkeypatch):
    monkeypatch.setattr(office_listener, "_RENEW_AFTER", 2)
    calls = stand_in()
    for _ in range(3):
        read(RTF)
    assert calls() == ["start", "convert", "convert", "start", "convert"]
