"""The four formats: what stands in a cell, parts, nothing torn."""

import csv
import datetime as dt
import json
from itertools import islice

import pytest
from handmade import make_record

from dispatch_parser.batch.difference import Comparison, compare
from dispatch_parser.export.atomic import atomic_file, atomic_text
from dispatch_parser.export.parts import Shape, write_file, write_parts
from dispatch_parser.export.sheets_csv import cell
from dispatch_parser.export.tables import DISPATCHES, TABLES, TASKS


def records(count=1):
    return [make_record(f"{number}.pdf").model_dump(mode="json") for number in range(count)]


def row(table, record):
    (first, *_) = table.values(record)
    return dict(zip((column.name for column in table.columns), first, strict=True))


def test_a_row_of_a_dispatch():
    told = row(DISPATCHES, records()[0])
    assert told["file"] == "0.pdf"
    assert (told["number"], told["notation"], told["date"]) == (None, "UBND-TH", dt.date(2024, 5, 6))
    assert told["to_places"] == ["Như trên", "Bộ A"]
    assert told["citations"] == ["7/NQ-CP"]
    assert (told["tasks"], told["unreadable"], told["ambiguous"]) == (2, ["number.value"], ["subject"])


def test_a_row_of_a_task():
    told = row(TASKS, records()[0])
    assert (told["file"], told["dispatch"], told["task"]) == ("0.pdf", "…/UBND-TH", "t1")
    assert (told["lead"], told["coordinate"], told["report_to"]) == (["Sở Tài chính"], ["Sở Nội vụ"], [])
    assert (told["due"], told["deadline"], told["boundary"]) == (dt.date(2024, 6, 1), "trước ngày 01/6/2024", "before")
    assert (told["product"], told["page"], told["confidence"]) == ("Phương án", 2, 0.9)


def test_columns_have_names_of_their_own():
    for table in TABLES:
        assert len({column.name for column in table.columns}) == len(table.columns)
        assert len({column.title for column in table.columns}) == len(table.columns)


def test_csv_opens_in_a_spreadsheet(tmp_path):
    paths = write_parts(records(2), tmp_path, Shape("csv"))
    assert [path.name for path in paths] == ["dispatches-00000.csv", "tasks-00000.csv"]
    for path, count in zip(paths, (2, 4), strict=True):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\r\n") == count + 1
        rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
        assert rows[0]["date"] == "2024-05-06"
    assert rows[0]["lead"] == "Sở Tài chính"


@pytest.mark.parametrize(
    ("value", "text"),
    [("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("+84", "'+84"), ("a=b", "a=b"), (["=x", "y"], "'=x; y"),
     (-5, "-5"), (None, ""), ([], ""), (dt.date(2024, 5, 6), "2024-05-06")],
)  # fmt: skip
def test_no_cell_is_a_formula(value, text):
    assert cell(value) == text


def test_xlsx_has_two_sheets_with_dates_and_filters(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    (path,) = write_parts(records(3), tmp_path, Shape("xlsx"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Văn bản", "Nhiệm vụ"]
    dispatches, tasks = book["Văn bản"], book["Nhiệm vụ"]
    assert (dispatches.max_row, tasks.max_row) == (4, 7)
    assert dispatches.auto_filter.ref == "A1:AC4"
    assert dispatches.freeze_panes == "B2"
    headings = {entry.value: entry.column for entry in tasks[1]}
    due = tasks.cell(2, headings["Hạn"])
    assert due.value == dt.datetime(2024, 6, 1)
    assert due.number_format == "dd/mm/yyyy"
    assert all(entry.data_type != "f" for sheet in book for line in sheet for entry in line)


def test_xlsx_keeps_text_that_looks_like_something_else(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    (record,) = records()
    record["subject"]["value"] = "=HYPERLINK(1)"
    record["place"]["value"] = "x" * 40_000
    record["date"]["value"] = "1899-12-31"
    (path,) = write_parts([record], tmp_path, Shape("xlsx", english=True))
    sheet = openpyxl.load_workbook(path)["Dispatches"]
    told = {sheet.cell(1, column).value: sheet.cell(2, column) for column in range(1, sheet.max_column + 1)}
    assert (told["subject"].value, told["subject"].data_type) == ("=HYPERLINK(1)", "s")
    assert len(told["place"].value) == 32_767
    assert told["date"].value == "1899-12-31"


def test_xlsx_goes_on_on_a_further_sheet(tmp_path, monkeypatch):
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr("dispatch_parser.export.sheets_xlsx._ROWS", 4)
    (path,) = write_parts(records(3), tmp_path, Shape("xlsx"))
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["Văn bản", "Nhiệm vụ", "Nhiệm vụ 2"]
    assert [book[name].max_row for name in book.sheetnames] == [4, 4, 4]


def test_parquet_has_types_and_the_whole_record(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    dispatches, tasks = (parquet.read_table(path) for path in write_parts(records(2), tmp_path, Shape("parquet")))
    assert str(dispatches.schema.field("date").type) == "date32[day]"
    assert str(tasks.schema.field("lead").type).startswith("list<")
    assert [json.loads(record) for record in dispatches.column("record").to_pylist()] == records(2)
    assert tasks.column("due").to_pylist()[0] == dt.date(2024, 6, 1)


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3)])
@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_parts(tmp_path, format, count, parts):
    made = write_parts(records(count), tmp_path, Shape(format, part=3))
    firsts = [path for path in made if not path.name.startswith("tasks")]
    assert len(firsts) == parts
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in firsts)
    assert lines == count + (parts if format == "csv" else 0)


def test_one_file(tmp_path):
    made = write_file(records(2), tmp_path / "all.csv", Shape("csv"), place=tmp_path)
    assert [path.name for path in made] == ["all.csv", "all.tasks.csv"]


@pytest.mark.parametrize("format", ["jsonl", "csv", "xlsx", "parquet"])
def test_a_part_that_cannot_be_finished_leaves_no_trace(tmp_path, format):
    def torn():
        yield from records(2)
        raise OSError(28, "No space left on device")

    (tmp_path / f"records-00000.{format}").write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        write_parts(torn(), tmp_path, Shape(format, part=10))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [(f"records-00000.{format}", b"old")]


def test_atomic_files(tmp_path):
    with atomic_file(tmp_path / "x") as part:
        part.write_bytes(b"1")
        assert not (tmp_path / "x").exists()
    assert (tmp_path / "x").read_bytes() == b"1"
    with atomic_text(tmp_path.joinpath("/dev/null")) as handle:
        handle.write("words")


def test_parts_are_lazy(tmp_path):
    pulled = []

    def source():
        for record in records(5):
            pulled.append(record)
            yield record

    write_parts(islice(source(), 2), tmp_path, Shape("jsonl"))
    assert len(pulled) == 2


# -- diff ----------------------------------------------------------------------------------------------------


def run_of(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def changed():
    """The handmade record as another version might read it."""
    record = make_record("a.pdf").model_dump(mode="json")
    record["place"] = {"state": "absent", "value": None, "raw": None, "evidence": None, "alternatives": []}
    record["number"]["value"] |= {"state": "found", "value": "12"}
    record["subject"]["value"] = "phòng bão"
    record["citations"][0]["number"] = "8/NQ-CP"
    record["tasks"][0]["agencies"][1]["role"] = "lead"
    record["tasks"][0]["due"] = None
    record["tasks"][1]["text"] = "báo cáo"
    return record


EXPECTED = [
    ("number.value", "gained", None, "12"), ("place", "lost", "An Sơn", None),
    ("subject", "changed", "phòng [bão]", "phòng bão"), ("citations", "lost", "7/NQ-CP", None),
    ("citations", "gained", None, "8/NQ-CP"), ("tasks", "lost", "báo cáo kết quả", None),
    ("tasks", "gained", None, "báo cáo"), ("tasks.agencies", "changed", "Sở Nội vụ (coordinate)", "Sở Nội vụ (lead)"),
    ("tasks.due", "lost", "2024-06-01 “trước ngày 01/6/2024”", None), ("document", "gained", None, None),
    ("document", "lost", None, None),
]  # fmt: skip


def test_differences(tmp_path):
    before = [make_record(name).model_dump(mode="json") for name in ("a.pdf", "gone.pdf")]
    after = [changed(), make_record("new.pdf").model_dump(mode="json")]
    comparison = Comparison()
    found = list(compare(run_of(tmp_path / "1", before), run_of(tmp_path / "2", after), comparison))
    assert [(d.field, d.kind, d.old, d.new) for d in found] == EXPECTED
    assert comparison.both == 1
    assert comparison.counts["addressees"]["same"] == 1
    assert not comparison.equal


def test_whole_records_and_values_only_compare(tmp_path):
    record = make_record("a.pdf")
    whole = run_of(tmp_path / "1", [record.model_dump(mode="json")])
    plain = run_of(tmp_path / "2", [record.plain()])
    fields = {d.field for d in compare(whole, plain, Comparison())}
    assert fields <= {"tasks.due", "attachments"}  # which a values-only record may leave out
