"""Documents marked MẬT, TỐI MẬT, TUYỆT MẬT: refused unless allowed, then flagged; a batch reads its other documents."""

import json
import unicodedata

import pytest

from dispatch_parser.batch.journal import Journal
from dispatch_parser.cli.main import main
from dispatch_parser.errors import ExitCode, SecretDocumentError
from dispatch_parser.pipeline import Parser

LETTER = """\
ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH SƠN LA                     Độc lập - Tự do - Hạnh phúc
Số: 12/UBND-NC             Sơn La, ngày 05 tháng 6 năm 2024
{stamp}
Kính gửi: Sở Nội vụ.

Đề nghị Sở Nội vụ rà soát, báo cáo trước ngày 20/6/2024.
{below}
Nơi nhận:                          TM. ỦY BAN NHÂN DÂN
- Như trên;                                 CHỦ TỊCH
- Lưu: VT.
                                        Nguyễn Văn Thử
"""
SECRET = [
    LETTER.format(stamp="MẬT", below=""),
    LETTER.format(stamp="TỐI MẬT", below=""),
    LETTER.format(stamp="TUYỆT MẬT", below=""),
    LETTER.format(stamp="Độ mật: MẬT", below=""),
    LETTER.format(stamp="", below="\n[ MẬT ]\n"),
    LETTER.format(stamp="M Ậ T", below=""),
    LETTER.format(stamp="", below="\nT U Y Ệ T  M Ậ T\n"),
    LETTER.format(stamp="MẬT        HỎA TỐC", below=""),
    LETTER.format(stamp="TỐI MẬT - Bản số: 03", below=""),
    LETTER.format(stamp="Độ Mật: Tối mật", below=""),
    unicodedata.normalize("NFD", LETTER.format(stamp="", below="\nTỐI MẬT\n")),
]
OPEN = [
    LETTER.format(stamp="", below=""),
    LETTER.format(stamp="", below="Văn bản này không thuộc danh mục bí mật nhà nước."),
    LETTER.format(stamp="V/v mật ong rừng", below=""),
    LETTER.format(stamp="", below="Mật độ dân số: 120 người/km2\nMật\n"),
]


@pytest.fixture(scope="module")
def strict():
    return Parser(allow_secret=False)


@pytest.mark.parametrize("text", SECRET)
def test_a_marked_document_is_refused(strict, text):
    with pytest.raises(SecretDocumentError):
        strict.parse_text(text, name="a.txt")


@pytest.mark.parametrize("text", OPEN)
def test_an_open_document_is_read(strict, text):
    assert strict.parse_text(text).secrecy.state == "absent"


@pytest.mark.parametrize("text", SECRET)
def test_allowed_it_is_read_and_flagged(text):
    record = Parser(strict_model(), allow_secret=True).parse_text(text)
    assert record.secrecy.value.endswith("MẬT")
    assert "secret_document" in [warning.code for warning in record.warnings]


def strict_model():
    return Parser(allow_secret=False).nlp


@pytest.fixture
def files(tmp_path):
    for name, text in (("open.txt", OPEN[0]), ("secret.txt", SECRET[0])):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", ["parse", "explain", "lint", "show"])
def test_commands_refuse_and_quote_nothing(command, files, capsys):
    options = ["-o", str(files / "out.html")] if command == "show" else []
    code = main([command, str(files / "secret.txt"), *options, "--lang", "en"])
    said = capsys.readouterr()
    assert code == ExitCode.SECRET
    assert "--allow-secret" in said.err
    assert "Sở Nội vụ" not in said.out + said.err
    assert not (files / "out.html").exists()


def test_commands_read_when_allowed(files, capsys):
    assert main(["parse", str(files / "secret.txt"), "--allow-secret", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["secrecy"]["value"] == "MẬT"


def test_a_batch_reads_the_others(files, tmp_path):
    out = tmp_path / "out"
    assert main(["batch", str(files / "open.txt"), str(files / "secret.txt"), "-o", str(out), "-q"]) == ExitCode.PARTIAL
    records = [json.loads(line) for line in (out / "records-00000.jsonl").read_text(encoding="utf-8").splitlines()]
    errors = [json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [record["source"]["name"] for record in records] == [str(files / "open.txt")]
    assert [(error["file"], error["code"]) for error in errors] == [(str(files / "secret.txt"), "secret")]
    assert not any("rà soát".encode() in path.read_bytes() for path in out.rglob("errors*"))


def test_a_batch_that_may_reads_it_on_the_next_run(files, tmp_path):
    out = tmp_path / "out"
    assert main(["batch", str(files / "secret.txt"), "-o", str(out), "-q"]) == ExitCode.FAILED
    assert main(["batch", str(files / "secret.txt"), "-o", str(out), "-q", "--allow-secret"]) == 0


def test_a_batch_keeps_nothing_of_it_but_the_results(files, tmp_path):
    """Neither the journal nor the report: only the record itself, where it was asked for."""
    out = tmp_path / "out"
    again = [files / "secret.txt", files / "copy.txt"]
    again[1].write_bytes(again[0].read_bytes())
    for _ in range(2):  # the second run reads both again: nothing was kept
        assert main(["batch", str(files), "-o", str(out), "-q", "--allow-secret"]) == 0
        about = json.loads((out / "run.json").read_text(encoding="utf-8"))
        assert about["records"] == 3
        assert not [slow for slow in about["slowest"] if "open" not in slow["file"]]
        assert kept_by(out) == ["open.txt"]
        lines = (out / "records-00000.jsonl").read_text(encoding="utf-8").splitlines()
        flagged = [json.loads(line)["source"]["name"] for line in lines if "secret_document" in line]
        assert flagged == ["copy.txt", "secret.txt"]
    assert about["parsed_now"] == 2
    assert about["same_bytes_as_another"] == 0


def kept_by(out):
    """The inputs whose record the journal of a run still has."""
    with Journal(out / "journal.sqlite") as journal:
        return [name for name, _ in journal.records(journal.last_run())]


def test_a_paper_that_is_no_dispatch_is_flagged_too():
    record = Parser(strict_model()).parse_text("Hội thảo trao đổi kinh nghiệm.\n\nMẬT\n\nXin cảm ơn.\n")
    assert record.source_kind == "other"
    assert [warning.code for warning in record.warnings] == ["no_dispatch", "secret_document"]
