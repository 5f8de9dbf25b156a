"""The wording of tasks is data: every rule finds its examples and leaves its counter-examples alone."""

import csv
import re

import pytest

from dispatch_parser import parse_text
from dispatch_parser.extractors.tasks.grammar import Verbs, grammar
from dispatch_parser.model import load
from dispatch_parser.text.folding import key

MODEL = load()
RULES = [
    rule for name in ("triggers", "triggers_cues", "tasks", "kinds", "roles") for rule in MODEL.rules(name)
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule(rule):
    assert rule.source
    assert rule.examples
    assert rule.counter_examples
    assert [words for words in rule.examples if not rule.regex.search(key(words))] == []
    assert [words for words in rule.counter_examples if rule.regex.search(key(words))] == []


@pytest.mark.parametrize("name", ["task_verbs", "table_headers"])
def test_lexicon_rows_are_keys_and_unique(name):
    rows = MODEL.lexicon(name)
    assert len({row["id"] for row in rows}) == len(rows)
    assert len({row["phrase"] for row in rows}) == len(rows)
    assert [row["phrase"] for row in rows if row["phrase"] != key(row["phrase"])] == []
    assert all(row["source"] for row in rows)


VERBS = grammar(MODEL).verbs


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("rà soát hồ sơ", ["light"]),
        ("tăng cường công tác kiểm tra, giám sát chặt chẽ", ["light", "monitor", "monitor", "adverb"]),
        ("khẩn trương xây dựng, ban hành kế hoạch", ["adverb", "do"]),
        ("kinh phí thực hiện", []),
        ("các sở rà soát", []),
    ],
)
def test_chain_of_verbs(words, kinds):
    assert [kind for _, kind, _ in VERBS.chain(words, 0, len(words))] == kinds


def test_the_longest_verb_wins():
    verbs = Verbs(
        [{"phrase": "tổ chức", "kind": "light"}, {"phrase": "tổ chức thực hiện", "kind": "do"}],
        re.compile(" "),
    )
    assert verbs.at("tổ chức thực hiện kế hoạch", 0) == ("tổ chức thực hiện", "do")
    assert verbs.at("tổ chức hội nghị", 0) == ("tổ chức", "light")
    assert verbs.at("tổ chứcx", 0) is None


def test_header_lexicon_is_read_as_csv():
    with (MODEL.path / "lexicon" / "table_headers.csv").open(encoding="utf-8", newline="") as handle:
        assert {row["column"] for row in csv.DictReader(handle)} >= {
            "task",
            "lead",
            "coordinate",
            "deadline",
            "product",
        }


MEMBERS = """
Số: 12/QĐ-TĐH
QUYẾT ĐỊNH
Về việc thành lập Hội đồng
Điều 1. Thành lập Hội đồng sáng kiến của Trường, gồm các ông (bà) có tên sau:
1. TS. Trần Công Thử, Phó Hiệu trưởng, Bí thư Đảng ủy
2. ThS. Đỗ Thử Mẫu P. Trưởng khoa Cơ khí Ủy viên
3. Nguyễn Hoàng Thử Chuyên viên Ban Thanh tra Ủy viên Thư ký
"""


def test_members_of_a_board_are_told_no_task():
    assert [task.text for task in parse_text(MEMBERS).tasks] == []
