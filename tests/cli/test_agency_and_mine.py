"""`dispatch-parser agency` and `dispatch-parser mine`."""

from __future__ import annotations

import json

import pytest

from dispatch_parser.cli.main import main

TEXT = """\
ỦY BAN NHÂN DÂN
TỈNH HÒA BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-NC
Hòa Bình, ngày 05 tháng 6 năm 2024
Kính gửi: Sở Nội vụ
Yêu cầu Sở Nội vụ xây dựng kế hoạch trước ngày 20/6/2024.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""


def test_an_entry_with_its_heirs(capsys):
    assert main(["agency", "Sở LĐTBXH tỉnh Hòa Bình", "--on", "1/1/2024", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["id"] == "so-lao-dong-thuong-binh-va-xa-hoi@hoa-binh.old"
    assert (answer["valid_from"], answer["valid_to"]) == (None, "2025-02-28")
    (heir,) = answer["successors"]
    assert (heir["id"], heir["successors"][0]["id"]) == ("so-noi-vu@hoa-binh.old", "so-noi-vu@phu-tho")
    assert answer["today"] == ["so-noi-vu@phu-tho"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("UBND huyện Châu Thành", "several places"),
        ("Sở Nôi vụ tỉnh Hòa Binh", "similar names"),
    ],
)
def test_a_name_that_means_no_one_body(capsys, name, said):
    assert main(["agency", name, "--on", "2024-01-01", "--lang", "en"]) == 3
    assert said in capsys.readouterr().out


def test_the_register_for_others(capsys):
    assert main(["agency", "--export", "csv"]) == 0
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.startswith("id,name,level,parent")
    assert len(rows) > 10_000


def test_a_day_that_is_none_is_a_wrong_command(capsys):
    assert main(["agency", "BTC", "--on", "31/31/2024", "--lang", "en"]) == 2
    assert "is not a date" in capsys.readouterr().err


def test_the_tasks_of_a_body_and_of_its_heir(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert main(["mine", "--agency", "Sở Nội vụ tỉnh Hòa Bình", str(tmp_path), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "[lead] ⇒ 20/06/2024" in out
    assert "named: “Sở Nội vụ”" in out
    command = ["mine", "--agency", "Sở Nội vụ tỉnh Phú Thọ", "--today", "1/6/2026", "--json", str(tmp_path)]
    assert main(command) == 0
    share = json.loads(capsys.readouterr().out)
    assert (share["reason"], share["through"], share["due"]) == ("succession", "so-noi-vu@hoa-binh.old", "2024-06-20")


def test_a_file_that_cannot_be_read_costs_itself_only(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    assert main(["mine", "--agency", "Sở Nội vụ tỉnh Hòa Bình", str(tmp_path), "--lang", "en"]) == 20
    assert "Sở Nội vụ" in capsys.readouterr().out


def test_an_agency_that_nobody_knows_is_said_at_once(tmp_path, capsys):
    assert main(["mine", "--agency", "Sở Du", str(tmp_path), "--lang", "en"]) == 2
    assert "Sở Du" in capsys.readouterr().err
