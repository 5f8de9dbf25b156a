"""`dispatch-parser lint`: its lines, its JSON, its exit codes."""

import io
import json
import sys

import pytest

from dispatch_parser.cli.main import main

LETTER = """\
UBND TỈNH AN BÌNH                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                                Độc lập - Tự do - Hạnh phúc

Số: {number}/SNV-VP                      An Bình, ngày 15 tháng 3 năm 2024
V/v rà soát hồ sơ công chức

Kính gửi: Các phòng, ban thuộc Sở.

Sở Nội vụ đề nghị các phòng, ban rà soát hồ sơ công chức, gửi kết quả về Văn phòng Sở trước ngày 20/3/2024
để tổng hợp, báo cáo Ban Giám đốc Sở./.

Nơi nhận:                                KT. GIÁM ĐỐC
- Như trên;                              PHÓ GIÁM ĐỐC
- Lưu: VT, VP.

                                         Nguyễn Văn Mẫu
"""


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text(LETTER.format(number="125"), encoding="utf-8")
    return path


@pytest.fixture
def faulty(tmp_path):
    path = tmp_path / "faulty.txt"
    path.write_text(LETTER.format(number="7"), encoding="utf-8")
    return path


def test_a_clean_dispatch(capsys, clean):
    assert main(["lint", "--lang", "en", str(clean)]) == 0
    printed = capsys.readouterr().out.replace("\n", " ")
    assert "by Decree 30/2020/NĐ-CP: 0 errors, 0 warnings, 0 notes" in printed


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("vi", "trang 1: cảnh báo: số nhỏ hơn 10 không có số 0 phía trước: “7”"),
        ("en", "page 1: warning: a number below 10 has no leading 0: “7”"),
    ],
)
def test_a_departure_is_told_with_place_section_and_id(capsys, faulty, lang, sentence):
    assert main(["lint", "--lang", lang, str(faulty)]) == 3
    printed = capsys.readouterr().out
    assert sentence in printed
    assert "(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3) [lint.number.leading_zero]" in printed


def test_notes_alone_are_no_failure(capsys, tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(LETTER.format(number="     "), encoding="utf-8")
    assert main(["lint", "--lang", "en", str(path)]) == 0
    assert "0 errors, 0 warnings, 1 notes" in capsys.readouterr().out


def test_json_is_one_object_a_file(capsys, clean, faulty):
    assert main(["lint", "--json", "--lang", "en", str(clean), str(faulty)]) == 3
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == {"file": "clean.txt", "rules": "nd30", "findings": []}
    [finding] = second["findings"]
    assert finding["id"] == "lint.number.leading_zero"
    assert finding["severity"] == "warning"
    [span] = finding["spans"]
    assert LETTER.format(number="7")[span["start"] : span["end"]] == finding["words"] == "7"


def test_standard_input(capsys, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(LETTER.format(number="7").encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["lint", "--json", "-"]) == 3
    assert json.loads(capsys.readouterr().out)["file"] == "-"


@pytest.mark.parametrize(("others", "code"), [([], 10), (["clean"], 20)])
def test_a_file_that_cannot_be_read(capsys, request, tmp_path, others, code):
    files = [str(request.getfixturevalue(name)) for name in others]
    assert main(["lint", *files, str(tmp_path / "none.pdf")]) == code
    assert "none.pdf" in capsys.readouterr().err


def test_what_is_no_dispatch(capsys, tmp_path):
    path = tmp_path / "note.txt"
    path.write_text("Chúc mừng năm mới.", encoding="utf-8")
    assert main(["lint", "--json", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": "note.txt", "rules": None, "findings": []}
