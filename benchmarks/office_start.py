"""Seconds per .doc, .rtf or .odt file for each way to run LibreOffice.

    python benchmarks/office_start.py DIRECTORY [FILES]

The ways: a start with a new profile for each file; a start for each file with one profile; one call for all files;
LibreOffice kept running (`readers/office_listener.py`), its one start apart.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from dispatch_parser.readers.office_listener import Office

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice") or sys.exit("LibreOffice is not installed")


def convert(files: Sequence[Path], profile: Path, out: Path) -> None:
    """One call of LibreOffice."""
    command = [
        PROGRAM, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
        "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, files),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def main() -> None:
    """Print one line a way."""
    folder, count = Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in (".doc", ".rtf", ".odt"))[:count]
    with tempfile.TemporaryDirectory() as made:
        place = Path(made)

        def report(way: str, began: float, over: int) -> None:
            print(f"{way:40}{(time.perf_counter() - began) / over:8.3f} s a file")

        began = time.perf_counter()
        for number, file in enumerate(files):
            convert([file], place / f"cold-{number}", place / "out")
        report("a start and a new profile each", began, len(files))
        began = time.perf_counter()
        for file in files:
            convert([file], place / "cold-0", place / "out")
        report("a start each, one profile", began, len(files))
        began = time.perf_counter()
        convert(files, place / "cold-0", place / "out")
        report("one call for all", began, len(files))
    office = Office(PROGRAM)
    began = time.perf_counter()
    office.convert(files[0].read_bytes(), files[0].suffix[1:].lower(), seconds=90)
    report("kept running: the first, start included", began, 1)
    began = time.perf_counter()
    for file in files[1:]:
        office.convert(file.read_bytes(), file.suffix[1:].lower(), seconds=90)
    report("kept running: each of the others", began, len(files) - 1)
    office.stop()


if __name__ == "__main__":
    main()
