"""How far a long piece of work is: a bar on a terminal, now and then a line elsewhere, nothing if asked."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from dispatch_parser.cli import text

EVERY = 15.0
"""Seconds between two lines where nobody watches."""


class Progress:
    """Counts what is done. `total` is the whole, `kept` of it were done before."""

    def __init__(
        self, total: int, kept: int = 0, *, quiet: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._total, self._done, self._failed, self._here = total, kept, 0, 0
        self._clock = clock
        self._start = self._told = clock()
        self._quiet = quiet
        self._bar = None if quiet else _bar(total, kept)

    def __enter__(self) -> Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self, *, failed: bool = False) -> None:
        """One more is done."""
        self._done += 1
        self._here += 1
        self._failed += failed
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=self._done, description=self._line())
        elif not self._quiet and self._clock() - self._told >= EVERY:
            self._told = self._clock()
            text.tell(self._line())

    def _line(self) -> str:
        passed = max(self._clock() - self._start, 1e-9)
        rate = self._here / passed
        left = duration((self._total - self._done) / rate)
        return text.say(
            "batch.progress", done=self._done, total=self._total, failed=self._failed, rate=f"{rate:.1f}", left=left
        )


def duration(seconds: float) -> str:
    """`2:05:09` hours, minutes, seconds; `5:09` under an hour."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, rest = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _bar(total: int, kept: int):  # type: ignore[no-untyped-def]  # noqa: ANN202 - rich is loaded where it is used
    console = text.console(stderr=True)
    if not console.is_terminal:
        return None
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bar

    bar = Bar(BarColumn(), TextColumn("{task.description}"), console=console, transient=True)
    bar.add_task("", total=total, completed=kept)
    return bar
