"""A batch that kills itself, as `kill -9` would, at a moment of its own choosing; run as a script.

    python killed_batch.py SOURCE OUT CALLS WORK

The moment is the CALLS-th time that a function of the library is called in the parent: no clock decides it, so it
falls into the listing, the journal's writing, the waiting, the export alike. With CALLS 0 the batch runs to its end.
WORK is a function of `faulty_work`.
"""

import os
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "models"), str(Path(__file__).parent), str(ROOT / "tests")]


def main(source, out, calls, work):
    import faulty_work

    from dispatch_parser.batch import runner
    from dispatch_parser.batch.versions import versions

    versions()  # long, and nothing is at stake yet
    runner.key = lambda options: "a tree under work changes under our feet"
    options = runner.Options((source,), Path(out), formats=("jsonl", "csv"), jobs=2, part=7)
    engine = runner.local_engine(options, getattr(faulty_work, work))
    if calls:
        sys.setprofile(killer(calls))
    with runner.Run(options, engine) as run:
        run.take_stock()
        for _ in run.work():
            pass
        run.write(lambda failure: failure.code)


def killer(calls):
    """A profile function that ends the process after so many calls of Python or C functions."""
    left = calls

    def count(frame, event, argument):
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    return count


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
