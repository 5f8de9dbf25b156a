"""The fast path against pdfplumber, the reference: the same words in the same places."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from pdf_builder import Paper

from dispatch_parser.readers.pdf import read_pdf

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.pdf"))
Word = tuple[str, float, float, float, float]


def ours(data: bytes) -> list[list[Word]]:
    document = read_pdf(data, name="a.pdf")
    pages: list[list[Word]] = [[] for _ in document.pages]
    for line in document.lines:
        words = document.line_text(line)
        at = 0
        for word in words.split(" "):
            box = line.box_of(line.start + at, line.start + at + len(word))
            assert box is not None
            pages[line.page - 1].append((word, box.x0, box.x1, box.top, box.bottom))
            at += len(word) + 1
    return pages


def theirs(data: bytes) -> list[list[Word]]:
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [
            [(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in page.extract_words(x_tolerance=1.5)]
            for page in file.pages
        ]


def several_sizes(paper: Paper) -> None:
    for k, size in enumerate((9, 11, 13, 14, 18)):
        paper.text(60 + 7 * k, 80 + 40 * k, "Thuc hien Ke hoach so 12/KH-UBND ngay 01/02/2024", size, "Times-Roman")


def two_columns(paper: Paper) -> None:
    for k in range(6):
        paper.text(60, 80 + 15 * k, f"cot trai {k} co chu", 12).text(330, 83 + 15 * k, f"cot phai {k} co chu", 12)


def justified(paper: Paper) -> None:
    pen = paper.canvas.beginText(60, paper.height - 80)
    pen.setFont("Times-Roman", 14)
    pen.setWordSpace(4)
    for words in ("mot hai ba bon nam sau bay", "tam chin muoi mot hai ba bon"):
        pen.textLine(words)
    paper.canvas.drawText(pen)


@pytest.mark.parametrize("draw", [several_sizes, two_columns, justified])
def test_words_drawn(draw: Callable[[Paper], None]) -> None:
    paper = Paper()
    draw(paper)
    compare(paper.save())


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_words_of_the_samples(path: Path) -> None:
    compare(path.read_bytes())


def printed(words: list[Word]) -> list[Word]:
    """Without numbers stamped into a blank: pdfplumber tears their digits from each other and from the symbol."""
    return [word for word in words if not word[0].isdigit() and "/" not in word[0]]


def compare(data: bytes) -> None:
    for mine, other in zip(map(printed, ours(data)), map(printed, theirs(data)), strict=True):
        assert sorted(word for word, *_ in mine) == sorted(word for word, *_ in other)
        places = sorted(mine, key=lambda w: (w[0], round(w[3]), w[1]))
        for word, reference in zip(places, sorted(other, key=lambda w: (w[0], round(w[3]), w[1])), strict=True):
            assert word[1] == pytest.approx(reference[1], abs=1.0)
            assert word[2] == pytest.approx(reference[2], abs=1.0)
            assert (word[3] + word[4]) / 2 == pytest.approx((reference[3] + reference[4]) / 2, abs=1.0)
