"""The commands `diff`, `scan` and `watch`."""

import json
import os
import zipfile
from pathlib import Path

import faulty_work
import pytest

from dispatch_parser.batch.files import files_below
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.runner import Options, Run, local_engine
from dispatch_parser.batch.sources import inputs
from dispatch_parser.batch.triage import in_order, looks
from dispatch_parser.batch.watch import watch
from dispatch_parser.cli.main import main

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def handmade(monkeypatch):
    monkeypatch.setattr("dispatch_parser.batch.runner.parse_items", faulty_work.work)


def test_diff_of_two_runs(tmp_path, folder, handmade, capsys):
    directory = folder(**{"a.pdf": b"a", "b.pdf": b"damaged"})
    one, two = tmp_path / "one", tmp_path / "two.jsonl"
    assert main(["batch", directory, "-o", str(one), "-q"]) == 20
    assert main(["diff", str(one), str(one), "--lang", "en"]) == 0
    assert "1 documents in both runs, 0 read in the new one only" in capsys.readouterr().out
    folder(**{"b.pdf": b"mended"})
    assert main(["batch", directory, "-o", str(two), "-q"]) == 0
    assert main(["diff", str(one), str(two), "--json"]) == 3
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {
        "file": "b.pdf", "field": "document", "kind": "gained", "old": None, "new": None, "where": None,
    }  # fmt: skip
    assert main(["diff", str(two), str(one), "--field", "document", "--lang", "en"]) == 3
    assert capsys.readouterr().out.startswith("b.pdf: document: lost")


def test_diff_of_shards_is_that_of_the_whole(tmp_path, folder, handmade, capsys):
    directory = folder("a.pdf", "b.pdf", "c.pdf", "d.pdf")
    for part in ("1/2", "2/2"):
        main(["batch", directory, "-o", str(tmp_path / "shards"), "--shard", part, "-q"])
    main(["batch", directory, "-o", str(tmp_path / "whole"), "-q"])
    assert main(["diff", str(tmp_path / "shards"), str(tmp_path / "whole"), "--lang", "en"]) == 0
    assert "4 documents in both runs" in capsys.readouterr().out


def test_diff_refuses_what_is_no_run(tmp_path, capsys):
    (tmp_path / "x.jsonl").write_text('{"file": "a"}\n{"no": "record"}\n')
    assert main(["diff", str(tmp_path / "gone"), str(tmp_path)]) == 10
    assert main(["diff", str(tmp_path / "x.jsonl"), str(tmp_path / "x.jsonl"), "--lang", "en"]) == 13
    assert "line 2" in capsys.readouterr().err
    assert main(["diff", "a", "b", "--field", "colour"]) == 2


# -- scan ----------------------------------------------------------------------------------------------------



def test_looks_at_samples():
    found = {look.name: look for look in looks(documents(SAMPLES), Bounds(), 2)}
    pdf, text = found["cong-van-ubnd-tinh.pdf"], found["cong-van-thuan-van-ban.txt"]
    assert (pdf.kind, pdf.pages > 0, pdf.scanned, pdf.legacy, pdf.problem) == ("pdf", True, 0, False, None)
    assert (text.kind, text.pages, text.problem) == ("text", 1, None)
    assert found["cong-van-xa.docx"].kind == "docx"
    assert found["bad/khoa-mat-khau.pdf"].problem == "encrypted"
    assert found["bad/trong.pdf"].problem == "empty"
    assert found["bad/bom-nen.docx"].problem == "hostile"
    assert found["bad/thieu-doan-cuoi.pdf"].problem == "damaged"
    assert all(look.seconds > 0 for look in found.values() if not look.problem)


def documents(directory):
    return [entry for entry in inputs([str(directory)], Bounds()) if hasattr(entry, "steps")]


def picture():
    from io import BytesIO

    from PIL import Image

    stream = BytesIO()
    Image.new("1", (40, 40)).save(stream, "TIFF", save_all=True, append_images=[Image.new("1", (40, 40))])
    return stream.getvalue()


OLD_RTF = rb"{\rtf1{\fonttbl{\f0\fnil\fcharset0 .VnTime;}}\nofpages7 abc}"


@pytest.mark.parametrize(
    ("name", "data", "kind", "pages", "scanned", "legacy"),
    [
        ("x.tif", picture(), "image", 2, 2, False),
        ("x.rtf", OLD_RTF, "rtf", 7, 0, True),
        ("x.rtf", OLD_RTF.replace(b".VnTime", b"Times New Roman"), "rtf", 7, 0, False),
        ("x.html", b"<html><body><font face='VNI-Times'>a</font></body></html>", "html", 1, 0, True),
        ("x.txt", "Ủy ban nhân dân tỉnh. ".encode() * 400, "text", 4, 0, False),
        ("x.txt", "Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp, Tù do, H¹nh phóc".encode("latin-1"), "text", 1, 0, True),
    ],
)  # fmt: skip
def test_looks(folder, name, data, kind, pages, scanned, legacy):
    (look,) = looks(documents(folder(**{name: data})), Bounds(), 1)
    assert (look.kind, look.pages, look.scanned, look.legacy, look.problem) == (kind, pages, scanned, legacy, None)


def test_duplicates_and_refusals(folder):
    directory = folder(**{"a.txt": b"same words", "b.txt": b"same words", "c.rar": b"Rar!"})
    found = {look.name: look for look in in_order(looks(inputs([directory], Bounds()), Bounds(), 2))}
    assert (found["a.txt"].duplicate_of, found["b.txt"].duplicate_of) == (None, "a.txt")
    assert found["c.rar"].problem == "unknown_type"


def test_a_pipe_is_not_waited_for(folder):
    directory = folder("a.txt")
    os.mkfifo(f"{directory}/pipe.txt")
    found = {look.name: look.problem for look in looks(documents(directory), Bounds(), 1)}
    assert found == {"a.txt": None, "pipe.txt": "not_found"}


def test_scan_sums_up(tmp_path, folder, capsys):
    directory = folder(**{"a.txt": b"same words", "b.txt": b"same words", "empty.pdf": b"", "x.md": b"-"})
    with zipfile.ZipFile(f"{directory}/x.zip", "w") as archive:
        archive.writestr("c.txt", "more words")
    assert main(["scan", directory, "--jobs", "2", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "4 documents, 3 pages; 1 with the content of another; 1 others left out" in out
    assert "with 2 processes" in out
    assert "empty 1" in out
    assert main(["scan", directory, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["name"] for line in lines] == ["a.txt", "b.txt", "empty.pdf", "x.zip/c.txt"]
    assert main(["scan", str(tmp_path / "in" / "x.md.d")]) == 10


# -- watch ---------------------------------------------------------------------------------------------------


def watched(tmp_path, directory, looks, make_work=faulty_work.work):
    """Watch for so many looks, doing before each what `looks` says; the names told, in order."""
    options = Options((directory,), tmp_path / "out", jobs=1, pause=0.001)
    told = []
    steps = iter([*looks, stop])
    with Run(options, local_engine(options, make_work)) as run, pytest.MonkeyPatch.context() as patch:
        real = files_below

        def look(*arguments, **options):
            next(steps)()
            return real(*arguments, **options)

        patch.setattr("dispatch_parser.batch.watch.files_below", look)
        with pytest.raises(KeyboardInterrupt):
            watch(run, Path(directory), lambda failure: failure.code, lambda answer: told.append(answer.name))
    return told


def stop():
    raise KeyboardInterrupt


def nothing():
    pass


def files(out):
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json"))


def test_a_file_is_read_once_it_is_whole(tmp_path, folder):
    directory = folder(**{"a.pdf": b"a"})
    told = watched(
        tmp_path,
        directory,
        [nothing, nothing, lambda: folder(**{"sub/late.pdf": b"half"}), lambda: folder(**{"sub/late.pdf": b"whole"}),
         lambda: folder(**{"sub/late.pdf": b"all of it"}), nothing, nothing, nothing],
    )  # fmt: skip
    assert told == ["a.pdf", "sub/late.pdf"]
    assert files(tmp_path / "out") == ["a.pdf.json", "sub/late.pdf.json"]
    assert json.loads((tmp_path / "out" / "a.pdf.json").read_text(encoding="utf-8"))["source"]["name"] == "a.pdf"


def test_what_was_read_is_not_read_again_and_what_is_replaced_is(tmp_path, folder):
    directory = folder(**{"a.pdf": b"a", "b.pdf": b"damaged"})
    assert watched(tmp_path, directory, [nothing, nothing, nothing]) == ["a.pdf", "b.pdf"]
    assert files(tmp_path / "out") == ["a.pdf.json", "b.pdf.error.json"]
    assert watched(tmp_path, directory, [nothing, nothing, nothing], faulty_work.dies_at_start) == []
    told = watched(tmp_path, directory, [nothing, nothing, lambda: folder(**{"b.pdf": b"mended now"}), nothing, nothing])
    assert told == ["b.pdf"]
    assert files(tmp_path / "out") == ["a.pdf.json", "b.pdf.json"]


def test_a_result_that_was_removed_comes_back_without_reading(tmp_path, folder):
    directory = folder("a.pdf")
    watched(tmp_path, directory, [nothing, nothing])
    (tmp_path / "out" / "a.pdf.json").unlink()
    assert watched(tmp_path, directory, [nothing, nothing, nothing], faulty_work.dies_at_start) == ["a.pdf"]
    assert files(tmp_path / "out") == ["a.pdf.json"]


def test_names_of_files_still_being_written_wait(tmp_path, folder):
    directory = folder("~$a.docx", "a.pdf.part", "b.pdf")
    assert watched(tmp_path, directory, [nothing, nothing, nothing]) == ["b.pdf"]


def test_a_hostile_name_in_an_archive_stays_inside(tmp_path, folder):
    directory = folder("b.pdf")
    with zipfile.ZipFile(f"{directory}/x.zip", "w") as archive:
        archive.writestr("../../../up.pdf", "x")
    assert watched(tmp_path, directory, [nothing, nothing, nothing]) == ["b.pdf", "x.zip/_/_/_/up.pdf"]
    assert files(tmp_path) == ["out/b.pdf.json", "out/x.zip/_/_/_/up.pdf.error.json"]


def test_names_too_long_for_a_result_are_cut_short(tmp_path, folder):
    names = ["ệ" * 80 + f"{number}.pdf" for number in (1, 2)]
    with zipfile.ZipFile(folder("b.pdf") + "/x.zip", "w") as archive:
        archive.writestr("đ" * 200 + "/c.pdf", "x")
    told = watched(tmp_path, folder(*names), [nothing, nothing, nothing])
    assert set(names) < set(told)
    made = files(tmp_path / "out")
    assert len(made) == 4
    assert all(len(part.encode()) <= 255 for name in made for part in name.split("/"))


def test_watch_once(tmp_path, folder, handmade, capsys):
    directory = folder(**{"a.pdf": b"a", "b.pdf": b"damaged"})
    command = ["watch", directory, "-o", str(tmp_path / "out"), "--once", "--interval", "1", "--jobs", "1", "--lang", "en"]
    assert main(command) == 20
    assert "a.pdf: done" in capsys.readouterr().err
    assert files(tmp_path / "out") == ["a.pdf.json", "b.pdf.error.json"]
    assert main(["watch", directory, "-o", f"{directory}/out"]) == 2
    assert main(["watch", str(tmp_path / "gone"), "-o", str(tmp_path / "o2")]) == 10
