"""LibreOffice kept running: one start for all documents of a process, not one start a document.

A second `soffice` with the same profile hands its request to the first and waits until it is done; the first
stays as long as a document is open in it, so it is started on an empty one. No network, no shell: the two talk
through a local socket that only the user can open. What ends the process ends LibreOffice (`office_keeper`).
"""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

_OPTIONS = ("--headless", "--norestore", "--nologo")
_FILTER = "docx:MS Word 2007 XML"
_KEEPER = Path(__file__).with_name("office_keeper.py")
_EMPTY, _OPENED = "empty.rtf", ".~lock.empty.rtf#"  # the second is there while the first is open
_RENEW_AFTER = 200  # documents: whatever LibreOffice leaks is bounded
_ENDED = "ended"  # what the keeper writes
_POLL = 0.02  # seconds


class OfficeTimeoutError(Exception):
    """LibreOffice did not finish in the time given; it was ended."""


class Office:
    """One LibreOffice for one process. Safe to call from threads: documents are converted one at a time.

    A document that crashes or hangs it costs only itself: it is ended, and the next one gets a new one.
    """

    def __init__(self, program: str) -> None:
        self.program = program
        self._pid = os.getpid()
        self._lock = threading.Lock()
        self._directory: Path | None = None
        self._keeper: subprocess.Popen[bytes] | None = None
        self._count = 0
        self._stays = False

    @property
    def usable(self) -> bool:
        """Whether this is the process that made it (a fork has to make its own)."""
        return self._pid == os.getpid()

    def convert(self, data: bytes, kind: str, *, seconds: float) -> bytes | None:
        """The DOCX that LibreOffice makes of the bytes of a `kind` (doc, rtf, odt) file; None if it makes nothing.

        Raises OfficeTimeoutError after so many seconds, the start of LibreOffice included.
        """
        deadline = time.monotonic() + seconds
        with self._lock:
            if self._count >= _RENEW_AFTER or self._died():
                self.stop()
            fresh = self._directory is None
            made = self._convert(data, kind, deadline)
            if made is None and not fresh:  # perhaps it was LibreOffice that was ill, not the document
                self.stop()
                made = self._convert(data, kind, deadline)
            if made is None:
                self.stop()
            return made

    def _convert(self, data: bytes, kind: str, deadline: float) -> bytes | None:
        directory = self._directory or self._start(deadline)
        self._count += 1
        place = Path(tempfile.mkdtemp(prefix="document-", dir=directory))
        try:
            source = place / f"input.{kind}"
            source.write_bytes(data)
            request = ("--convert-to", _FILTER, "--outdir", str(place / "out"), str(source))
            if not _run([*self._command(directory), "--nodefault", *request], deadline - time.monotonic()):
                self.stop()
                raise OfficeTimeoutError
            made = place / "out" / "input.docx"
            return made.read_bytes() if made.is_file() and made.stat().st_size else None
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def _died(self) -> bool:
        """Whether the LibreOffice that was to stay is gone; one that never stayed is not waited for again."""
        directory = self._directory
        return directory is not None and self._stays and (directory / _ENDED).exists()

    def _command(self, directory: Path) -> list[str]:
        return [self.program, f"-env:UserInstallation={(directory / 'profile').as_uri()}", *_OPTIONS]

    def _start(self, deadline: float) -> Path:
        """Make the private directory and, where the system allows, start the LibreOffice that stays."""
        directory = self._directory = Path(tempfile.mkdtemp(prefix="dispatch-parser-"))
        self._count = 0
        if os.name != "posix":
            return directory  # every document starts LibreOffice anew
        (directory / _EMPTY).write_bytes(b"{\\rtf1 }")
        command = [*self._command(directory), str(directory / _EMPTY)]
        self._keeper = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_KEEPER), str(directory), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        while not (directory / _OPENED).exists() and not (directory / _ENDED).exists():
            if time.monotonic() > deadline or self._keeper.poll() is not None:
                self.stop()
                raise OfficeTimeoutError
            time.sleep(_POLL)
        self._stays = (directory / _OPENED).exists()
        return directory

    def stop(self) -> None:
        """End LibreOffice and remove its directory. It starts again when it is needed."""
        keeper, directory = self._keeper, self._directory
        self._keeper = self._directory = None
        if keeper is not None and keeper.stdin is not None:
            with suppress(OSError):
                keeper.stdin.close()
            try:
                keeper.wait(timeout=10)
            except subprocess.TimeoutExpired:
                keeper.kill()
                keeper.wait()
        if directory is not None:
            shutil.rmtree(directory, ignore_errors=True)


_office: Office | None = None
_office_lock = threading.Lock()


def office(program: str) -> Office:
    """The process's LibreOffice, ended when the process ends."""
    global _office
    with _office_lock:
        if _office is None or not _office.usable or _office.program != program:
            if _office is not None and _office.usable:
                _office.stop()
            _office = Office(program)
        return _office


@atexit.register
def stop_office() -> None:
    """End the process's LibreOffice, if one runs."""
    if _office is not None and _office.usable:
        _office.stop()


def _run(command: list[str], seconds: float) -> bool:
    """Run a program and everything it starts for at most so long; False if time ran out."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",
    )
    try:
        process.wait(timeout=max(seconds, 0))
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _stop(process)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End a process with its children: soffice is a script that starts the real program."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
