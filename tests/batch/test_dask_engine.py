"""The Dask engine on a real cluster of worker processes: the same answers, whatever is lost on the way."""

import json
import os
import signal

import faulty_work
import pytest
from distributed import LocalCluster

from dispatch_parser.batch.dask_engine import dask_engine
from dispatch_parser.batch.limits import Bounds
from dispatch_parser.batch.runner import Options, Run
from dispatch_parser.cli.main import main
from dispatch_parser.errors import ClusterError, ExitCode

LETTER = """\
SỞ NỘI VỤ                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/SNV-VP                   Độc lập - Tự do - Hạnh phúc

Kính gửi: Sở Y tế.

Đề nghị Sở Y tế báo cáo trước ngày 20/6/2024.
""".encode()


@pytest.fixture(scope="module")
def cluster():
    """Two workers with a process each, as `dask worker` with DASK_DISTRIBUTED__WORKER__DAEMON=False starts them."""
    import dask

    with dask.config.set({"distributed.worker.daemon": False}), LocalCluster(
        n_workers=2, threads_per_worker=1, memory_limit=0, dashboard_address="127.0.0.1:0", host="127.0.0.1"
    ) as cluster:
        yield cluster


def answers(options, engine, *, meanwhile=lambda number: None):
    """Run to the end; what each input got: `record`, or the code of its error."""
    found = {}
    with Run(options, engine) as run:
        run.take_stock()
        for number, answer in enumerate(run.work()):
            assert answer.name not in found
            found[answer.name] = answer.failure.code if answer.failure else "record"
            meanwhile(number)
        run.write(lambda failure: failure.message)
    return found


def test_faults_cost_only_their_document(cluster, folder, tmp_path):
    source = folder(**{"a.pdf": b"a", "crash.pdf": b"segfault", "damaged.pdf": b"damaged", "hang.pdf": b"hang", "z.pdf": b"z"})
    options = Options((source,), tmp_path / "out", bounds=Bounds(seconds=3.0))
    found = answers(options, dask_engine(options, cluster.scheduler_address, faulty_work.work))
    assert found == {
        "a.pdf": "record", "crash.pdf": "killed", "damaged.pdf": "damaged", "hang.pdf": "timeout", "z.pdf": "record",
    }  # fmt: skip


def test_a_worker_lost_in_the_middle_costs_nothing(cluster, folder, tmp_path):
    names = [f"{number:03}.pdf" for number in range(60)]
    source = folder(*names)
    options = Options((source,), tmp_path / "out")
    engine = dask_engine(options, cluster.scheduler_address, faulty_work.work)

    def kill(number):
        if number == 10:
            os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

    assert answers(options, engine, meanwhile=kill) == dict.fromkeys(names, "record")
    lines = (tmp_path / "out" / "records-00000.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == names


def test_a_second_run_finds_all_answers_in_the_journal(cluster, folder, tmp_path):
    options = Options((folder("a.pdf", "b.pdf"),), tmp_path / "out")
    engine = dask_engine(options, cluster.scheduler_address, faulty_work.work)
    assert len(answers(options, engine)) == 2
    assert answers(options, engine) == {}


def test_a_scheduler_that_is_not_there_says_so(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("dispatch_parser.batch.dask_engine._TIMEOUT", 1)
    options = Options((folder("a.pdf"),), tmp_path / "out")
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9"):
        answers(options, dask_engine(options, "tcp://127.0.0.1:9", faulty_work.work))


def test_a_run_that_was_stopped_goes_on(cluster, folder, tmp_path):
    names = [f"{number:03}.pdf" for number in range(30)]
    options = Options((folder(*names),), tmp_path / "out")
    engine = dask_engine(options, cluster.scheduler_address, faulty_work.work)
    with Run(options, engine) as run:
        run.take_stock()
        work = run.work()
        first = [next(work).name for _ in range(7)]
        work.close()
    rest = answers(options, engine)
    assert len(first) + len(rest) == len(names)
    assert {*first, *rest} == set(names)


def test_the_command_writes_the_bytes_of_a_local_batch(folder, tmp_path):
    source = folder(**{"a.txt": LETTER, "b.txt": LETTER + b"\nPh\xe1\xbb\xa5 l\xe1\xbb\xa5c\n", "c.pdf": b"%PDF-1.7\n"})
    files = ("records-00000.jsonl", "errors.jsonl", "dispatches-00000.parquet", "tasks-00000.parquet")
    made = []
    for engine in ("dask", "processes"):
        out = tmp_path / engine
        command = ["batch", source, "-o", str(out), "--engine", engine, "--jobs", "1", "--format", "jsonl,parquet", "-q"]
        assert main(command) == ExitCode.PARTIAL
        made.append([(out / name).read_bytes() for name in files])
    assert made[0] == made[1]
