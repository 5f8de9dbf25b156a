"""`dispatch-parser explain`: the words, the rules and their sources; what was passed over."""

from __future__ import annotations

import json

import pytest

from dispatch_parser import model
from dispatch_parser.cli.main import main
from dispatch_parser.explanation import why

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
Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch trước ngày 20/6.
Kinh phí thực hiện do ngân sách tỉnh bảo đảm.
1. Sở Y tế:
- Rà soát trang thiết bị, báo cáo trong vòng 05 ngày làm việc kể từ ngày ký Công văn này.
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


@pytest.fixture
def told(letter, capsys):
    def ask(body: str, number: int) -> dict[str, object]:
        assert main(["explain", letter(body), "--task", str(number), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_a_task_tells_its_words_rules_and_sources(told):
    one = told(TASKS, 1)
    steps = {step["what"]: step for step in one["steps"]}
    assert (steps["task"]["rule"], steps["task"]["page"]) == ("task.directive.assign", 1)
    assert steps["task"]["matched"] == "Giao"
    assert "kind" not in steps
    assert "language of assignment" in steps["task"]["source"]
    assert (steps["lead"]["words"], steps["lead"]["rule"]) == ("Sở Nội vụ", "task.directive.assign")
    assert (steps["coordinate"]["words"], steps["coordinate"]["rule"]) == ("Sở Tài chính", "role.coordinate_with")
    assert (steps["deadline"]["rule"], steps["deadline"]["derived"]) == ("deadline.date.before", ["year_of_document"])
    assert steps["deadline"]["words"] == "trước ngày 20/6 → 2024-06-20"
    assert not steps["lead"]["inherited"]


@pytest.mark.parametrize(
    ("sentence", "rule", "matched", "kind"),
    [
        ("Yêu cầu Sở Y tế rà soát trang thiết bị.", "task.directive.require", "Yêu cầu", None),
        (
            "Sở Y tế có trách nhiệm kiểm tra việc thực hiện.",
            "task.duty", "có trách nhiệm", ("kiểm tra → monitor", "kind.verbs"),
        ),
        ("Sở Y tế khẩn trương báo cáo kết quả.", "task.subject.verb", "báo cáo", ("báo cáo → report", "kind.report_pair")),
        (
            "Giao Sở Y tế hướng dẫn, giúp đỡ các trạm y tế.",
            "task.directive.assign", "Giao", None,
        ),
        ("Nghiêm cấm các đơn vị sử dụng thuốc hết hạn.", "task.directive.prohibit", "Nghiêm cấm", None),
    ],
)  # fmt: skip
def test_the_words_that_order_and_those_that_tell_the_kind(told, sentence, rule, matched, kind):
    steps = {step["what"]: step for step in told(f"{sentence}\n", 1)["steps"]}
    assert (steps["task"]["rule"], steps["task"]["matched"]) == (rule, matched)
    told_kind = steps.get("kind")
    assert (told_kind and (told_kind["words"], told_kind["rule"])) == kind


@pytest.mark.parametrize(
    ("sentence", "rule", "source"),
    [
        ("Bộ Nội vụ đề nghị Ủy ban nhân dân tỉnh báo cáo số liệu.", "reported.speaker", False),
        ("Sở Nội vụ đã hai lần đề nghị các đơn vị rà soát.", "reported.cue.told_of_the_past", True),
    ],
)
def test_an_order_of_somebody_else_tells_why_it_is_one(told, sentence, rule, source):
    (passed,) = (one for one in told(f"{sentence}\n{TASKS}", 1)["passed_over"] if one["words"] == sentence)
    assert (passed["rule"], bool(passed["source"])) == (rule, source)
    assert why(rule, "en") != rule


def test_a_body_of_the_heading_is_told_as_inherited_and_counted_days_as_counted(told):
    steps = {step["what"]: step for step in told(TASKS, 2)["steps"]}
    assert (steps["lead"]["words"], steps["lead"]["inherited"]) == ("Sở Y tế", True)
    assert steps["due"]["words"].endswith("→ 2024-06-12")
    assert steps["due"]["derived"] == ["working_days_from_document_date"]


def test_the_sentences_near_by_tell_the_rule_that_refused_them(told):
    passed = {one["words"].split()[0]: one["rule"] for one in told(TASKS, 1)["passed_over"]}
    assert passed == {"Sở": "weak.past", "Kinh": "refusal.funding"}


@pytest.mark.parametrize("option", [[], ["--task", "1"]], ids=["all", "one"])
def test_a_dispatch_without_tasks_shows_what_comes_nearest(letter, capsys, option):
    assert main(["explain", letter(NO_TASKS), "--lang", "en", *option]) == 0
    said = capsys.readouterr().out
    assert said.startswith("no task found")
    assert "Sở Nội vụ đã báo cáo" in said
    assert "what was done in the past [weak.past]" in said
    assert "about funding [refusal.funding]" in said


def test_a_task_that_is_not_there(letter, capsys):
    assert main(["explain", letter(TASKS), "--task", "9", "--lang", "en"]) == 3
    assert "no task 9" in capsys.readouterr().err


def test_a_file_that_cannot_be_read(tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    assert main(["explain", str(tmp_path / "a.pdf"), "--lang", "en"]) not in (0, 3)
    assert "a.pdf" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_rule_that_finds_or_refuses_a_task_has_words(language):
    data = model.load()
    ids = [f"task.{rule.id}" for rule in data.rules("triggers")]
    ids += [rule.id for name in ("deadlines", "kinds", "roles") for rule in data.rules(name)]
    ids += [rule.id for rule in data.rules("tasks") if rule.data["family"] in ("refusal", "weak_refusal", "law", "section")]
    assert [rule for rule in ids if why(rule, language) == rule] == []


def test_the_page_of_show_says_why(letter, tmp_path):
    out = tmp_path / "out.html"
    assert main(["show", letter(TASKS), "-o", str(out), "--lang", "en"]) == 0
    page = out.read_text(encoding="utf-8")
    assert "<summary>Why?</summary>" in page
    assert "words of working together" in page
    assert main(["show", letter(NO_TASKS), "-o", str(out), "--lang", "en"]) == 0
    page = out.read_text(encoding="utf-8")
    assert "No task was found." in page
    assert "what was done in the past" in page
