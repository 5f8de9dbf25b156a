"""Keeps one program running for as long as the process that asked for it lives; run as a script, alone.

    python -I -S office_keeper.py DIRECTORY PROGRAM [ARGUMENT ...]

The asking process holds the other end of standard input. When that closes, however the process ended, the
program is killed with all it started, and DIRECTORY is removed, with the socket that LibreOffice leaves behind.
When the program ends first, the file `DIRECTORY/ended` says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path


def main(directory: str, command: list[str]) -> None:
    """Run the command until standard input closes."""
    program = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    teller = threading.Thread(target=_tell, args=(program, directory))
    teller.start()
    while sys.stdin.buffer.read(4096):
        pass
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(program.pid, signal.SIGKILL)
    teller.join()
    shutil.rmtree(directory, ignore_errors=True)
    with suppress(OSError):
        os.unlink(_socket(directory))


def _socket(directory: str) -> str:
    """The socket of a LibreOffice whose profile is in a directory, named after the profile by its own scheme."""
    profile = Path(directory, "profile").as_uri()
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    return f"/tmp/OSL_PIPE_{os.getuid()}_SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)


def _tell(program: subprocess.Popen[bytes], directory: str) -> None:
    program.wait()
    with suppress(OSError):
        os.close(os.open(os.path.join(directory, "ended"), os.O_CREAT | os.O_WRONLY))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
