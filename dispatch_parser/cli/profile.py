"""`parse --profile`: where the time of a parse goes, stage by stage as a table, call by call as a flame graph."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from statistics import median
from types import FrameType
from typing import TYPE_CHECKING, Any

from dispatch_parser.cli import text

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dispatch_parser.document import Document
    from dispatch_parser.pipeline import Parser

REPEATS = 20
_EVERY = 0.001  # CPU seconds between two samples
_WIDTH, _ROW, _LEAST = 1200, 16, 2  # of the drawing, in pixels; narrower calls are left out

Stacks = Counter[tuple[str, ...]]


def profile(parser: Parser, source: str | bytes, name: str, flame: Path | None) -> None:
    """Parse `source` REPEATS times; print the table on stderr, write the flame graph to `flame`.

    CPU milliseconds, the median of the runs; what is loaded at first use is loaded before. The
    graph is an SVG where the file is called so, else folded stacks, one `a;b;c count` a line. Neither quotes the
    document. Raises what `Parser.parse` raises.
    """
    stages(parser, source, name)  # what costs once is not where the time of the second document goes
    runs = [stages(parser, source, name) for _ in range(REPEATS)]
    _print({stage: median(run[stage] for run in runs) for stage in runs[0]})
    if flame is not None:
        with sampled() as stacks:  # apart: the timer makes the clock coarse
            for _ in range(5 * REPEATS):
                stages(parser, source, name)
        made = drawn(stacks) if flame.suffix.lower() == ".svg" else folded(stacks)
        flame.write_text(made, encoding="utf-8")


def stages(parser: Parser, source: str | bytes, name: str) -> dict[str, float]:
    """CPU milliseconds of reading, of the tokenizer, of each component of the pipeline and of the JSON, once."""
    from dispatch_parser.readers.registry import read

    began = time.process_time()
    document = read(source, name=name, limits=parser.limits)
    spent = {"read": 1e3 * (time.process_time() - began)}
    doc, components = timed(parser, document)
    began = time.process_time()
    doc._.record.model_dump_json()
    return {**spent, **components, "json": 1e3 * (time.process_time() - began)}


def timed(parser: Parser, document: Document) -> tuple[Doc, dict[str, float]]:
    """The Doc of a document, and the CPU milliseconds of the tokenizer and of each component of the pipeline."""
    spent: dict[str, float] = {}
    began = time.process_time()
    doc = parser.nlp.make_doc(document.text)
    doc._.document = document
    for stage, component in [("tokenizer", None), *parser.nlp.pipeline]:
        doc = component(doc) if component is not None else doc
        now = time.process_time()
        spent[stage] = 1e3 * (now - began)
        began = now
    return doc, spent


def _print(spent: dict[str, float]) -> None:
    from rich.table import Table

    whole = sum(spent.values()) or 1.0
    table = Table(title=text.say("parse.profile_title", count=REPEATS))
    for column in ("parse.profile_stage", "parse.profile_ms", "parse.profile_share"):
        table.add_column(text.say(column), justify="left" if column.endswith("stage") else "right")
    for stage, ms in [*spent.items(), ("=", whole)]:
        table.add_row(stage, f"{ms:.2f}", f"{ms / whole:.0%}")
    text.console(stderr=True).print(table)


@contextmanager
def sampled() -> Iterator[Stacks]:
    """The stacks of calls of what runs inside, looked at every millisecond of CPU time (main thread, Unix)."""
    stacks: Stacks = Counter()

    def look(number: int, frame: FrameType | None) -> None:
        stack: list[str] = []
        while frame is not None:
            stack.append(f"{frame.f_globals.get('__name__', '?')}.{frame.f_code.co_name}")
            frame = frame.f_back
        stacks[tuple(reversed(stack))] += 1

    if not hasattr(signal, "setitimer"):
        yield stacks
        return
    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
    try:
        yield stacks
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def folded(stacks: Stacks) -> str:
    """Folded stacks, as flame graph tools read them."""
    return "".join(f"{';'.join(stack)} {count}\n" for stack, count in sorted(stacks.items()))


def drawn(stacks: Stacks) -> str:
    """A flame graph as an SVG: callers above what they call, width is time, the name and share on hovering."""
    total = sum(stacks.values())
    boxes: list[str] = []
    deepest = _draw(sorted(stacks.items()), 0, 0.0, _WIDTH / max(total, 1), total, boxes) if total else 0
    size = f'width="{_WIDTH}" height="{deepest * _ROW}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="monospace" font-size="11">\n' + (
        "\n".join(boxes) + "\n</svg>\n"
    )


def _draw(
    stacks: list[tuple[tuple[str, ...], int]], depth: int, x: float, scale: float, total: int, boxes: list[str]
) -> int:
    """Boxes of the calls at this depth and below; returns how deep it went."""
    calls: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for stack, count in stacks:
        if len(stack) > depth:
            calls.setdefault(stack[depth], []).append((stack, count))
    deepest = depth
    for call, inside in calls.items():
        count = sum(found for _, found in inside)
        width = count * scale
        if width >= _LEAST:
            boxes.append(_box(call, depth, x, width, count / total))
            deepest = max(deepest, depth + 1, _draw(inside, depth + 1, x, scale, total, boxes))
        x += width
    return deepest


def _box(call: str, depth: int, x: float, width: float, share: float) -> str:
    short = call.removeprefix("dispatch_parser.")[: int(width / 7)]
    hue = sum(map(ord, call.rpartition(".")[0])) % 60  # one colour a module
    place: dict[str, Any] = {"x": f"{x:.1f}", "y": depth * _ROW, "width": f"{width:.1f}", "height": _ROW - 1}
    shape = " ".join(f'{name}="{value}"' for name, value in place.items())
    return (
        f'<g><title>{escape(call)} {share:.1%}</title><rect {shape} fill="hsl({hue},80%,70%)"/>'
        f'<text x="{x + 2:.1f}" y="{depth * _ROW + 12}">{escape(short)}</text></g>'
    )
