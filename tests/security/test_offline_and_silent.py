"""Nothing leaves the machine: no connection is opened, no shell is started, no word of a dispatch is logged."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"

# Runs in a process of its own, so that imports and first uses count too.
GUARD = """
import sys

def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request", "os.system", "os.exec"):
        raise SystemExit(f"{event} {args}")
    if event == "subprocess.Popen" and (isinstance(args[1], str) or "sh" in args[1][:1]):
        raise SystemExit(f"shell {args}")

sys.addaudithook(watch)
from dispatch_parser.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-c", GUARD, *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("name", ["cong-van-ubnd-tinh.pdf", "chi-thi.docx", "tin-cong-thong-tin.html"])
def test_parsing_connects_to_nothing(name):
    done = run("parse", str(SAMPLES / name), "--plain")
    assert done.returncode == 0, done.stderr


def test_a_name_that_is_a_command_is_only_a_name(tmp_path):
    odd = tmp_path / "$(touch hacked); `touch hacked` & a.txt"
    odd.write_bytes((SAMPLES / "cong-van-thuan-van-ban.txt").read_bytes())
    done = run("parse", str(odd), "--plain")
    assert done.returncode == 0, done.stderr
    assert not list(tmp_path.rglob("hacked"))
    assert not Path("hacked").exists()


def test_nothing_is_logged(caplog):
    from dispatch_parser import parse

    with caplog.at_level(logging.DEBUG):
        for name in ("cong-van-ubnd-tinh.pdf", "chi-thi.docx", "tin-cong-thong-tin.html"):
            parse(SAMPLES / name)
    assert [record.getMessage() for record in caplog.records if record.name.startswith("dispatch_parser")] == []
    told = " ".join(record.getMessage() for record in caplog.records)
    assert "Kính gửi" not in told
    assert "Nguyễn" not in told


def test_a_fault_quotes_no_document(tmp_path, capsys):
    from dispatch_parser.cli.main import main

    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 Giao S\xe1\xbb\x9f N\xe1\xbb\x99i v\xe1\xbb\xa5")
    assert main(["parse", str(tmp_path / "a.docx")]) != 0
    assert "Nội vụ" not in capsys.readouterr().err
