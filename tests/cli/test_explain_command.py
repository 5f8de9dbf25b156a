"""`dispatch-parser explain`: the words, the rules and their sources; what was passed over."""

from __future__ import annotations

import json

import pytest

from dispatch_parser.cli.main import main

HEAD = """\
ỦY BAN NHÂN DÂN
TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-NC
Sơn La, ngày 05 tháng 6 năm 2024
Kính gửi: Sở Nội vụ
"""
TASKS = """\
Sở Nội vụ đã báo cáo kết quả năm 2023.
Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch trước ngày 20/6/2024.
Kinh phí thực hiện do ngân sách tỉnh bảo đảm.
"""
NO_TASKS = """\
Sở Nội vụ đã báo cáo kết quả năm 2023.
Kinh phí thực hiện do ngân sách tỉnh bảo đảm.
"""


@pytest.fixture
def letter(tmp_path):
    def write(body: str) -> str:
        path = tmp_path / "a.txt"
        path.write_text(HEAD + body + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n", encoding="utf-8")
        return str(path)

    return write


def test_a_task_tells_its_words_rules_and_sources(letter, capsys):
    assert main(["explain", letter(TASKS), "--task", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    steps = {(step["what"], step["words"]): step for step in told["steps"]}
    assert steps["lead", "Sở Nội vụ"]["rule"] == "agency.name"
    assert steps["deadline", "trước ngày 20/6/2024"]["rule"] == "deadline.date.before"
    (task,) = (step for step in told["steps"] if step["what"] == "task")
    assert (task["rule"], task["page"]) == ("task.directive.assign", 1)
    assert "language of assignment" in task["source"]
    assert any("Kinh phí" in passed["words"] for passed in told["passed_over"])


def test_a_dispatch_without_tasks_shows_what_comes_nearest(letter, capsys):
    assert main(["explain", letter(NO_TASKS), "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("no task found")
    assert "Sở Nội vụ đã báo cáo" in said
    assert "funding" in said or "no words that assign" in said


def test_a_task_that_is_not_there(letter, capsys):
    assert main(["explain", letter(TASKS), "--task", "9", "--lang", "en"]) == 3
    assert "no task 9" in capsys.readouterr().err


def test_a_file_that_cannot_be_read(tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    assert main(["explain", str(tmp_path / "a.pdf"), "--lang", "en"]) not in (0, 3)
    assert "a.pdf" in capsys.readouterr().err
