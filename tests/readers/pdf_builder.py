"""Small PDFs drawn for tests: y counts from the top of the page, text stands on its baseline, as in the reader."""

from __future__ import annotations

import io
from collections.abc import Iterable

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from dispatch_parser.readers.pdf import read_pdf

WIDTH, HEIGHT = A4
BODY = "Helvetica"


class Paper:
    """A PDF under construction. `save` returns its bytes."""

    def __init__(self, size: tuple[float, float] = A4, **options: object) -> None:
        self.buffer = io.BytesIO()
        self.width, self.height = size
        self.canvas = Canvas(self.buffer, pagesize=size, **options)

    def text(self, x: float, y: float, words: str, size: float = 13, font: str = BODY, **options: float) -> Paper:
        """Words from x on; `spacing` sets letters apart, `mode` is the text render mode, `gray` the fill."""
        self.canvas.saveState()
        pen = self.canvas.beginText(x, self.height - y)
        pen.setFont(font, size)
        pen.setCharSpace(options.get("spacing", 0))
        pen.setTextRenderMode(int(options.get("mode", 0)))
        pen.setFillGray(options.get("gray", 0))
        pen.textOut(words)
        self.canvas.drawText(pen)
        self.canvas.restoreState()
        return self

    def centered(self, x: float, y: float, words: str, size: float = 13, font: str = BODY) -> Paper:
        """Words whose middle is at x."""
        return self.text(x - self.canvas.stringWidth(words, font, size) / 2, y, words, size, font)

    def lines(self, x: float, y: float, lines: Iterable[str], size: float = 13, step: float = 16) -> Paper:
        """Lines below each other."""
        for k, words in enumerate(lines):
            self.text(x, y + k * step, words, size)
        return self

    def turned(self, x: float, y: float, words: str, angle: float, size: float = 13, gray: float = 0) -> Paper:
        """Words written at an angle, counter-clockwise in degrees."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - y)
        self.canvas.rotate(angle)
        self.canvas.setFont(BODY, size)
        self.canvas.setFillGray(gray)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        """A thin line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Paper:
        """Ruling lines through all xs and ys."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self

    def stamped(self, x: float, y: float, words: str, width: float = 60, height: float = 15) -> Paper:
        """Words printed by an annotation (a form field), as number and day of a dispatch issued electronically."""
        self.canvas.acroForm.textfield(
            value=words,
            x=x,
            y=self.height - y - 4,
            width=width,
            height=height,
            fontSize=12,
            borderWidth=0,
            forceBorder=False,
            fillColor=None,
            borderColor=None,
            fieldFlags="multiline" if "\n" in words else "",
        )
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> Paper:
        """A grey picture with its upper left corner at x, y."""
        from PIL import Image

        image = ImageReader(Image.new("L", (8, 8), 200))
        self.canvas.drawImage(image, x, self.height - y - height, width, height)
        return self

    def page(self) -> Paper:
        """Begin the next page."""
        self.canvas.showPage()
        return self

    def display_turned(self, angle: int) -> Paper:
        """Show the page turned by `angle`; what is drawn after this call stands upright as displayed."""
        self.canvas.setPageRotation(angle)
        if angle == 90:
            self.canvas.transform(0, 1, -1, 0, self.height, 0)
        elif angle == 180:
            self.canvas.transform(-1, 0, 0, -1, self.width, self.height)
        elif angle == 270:
            self.canvas.transform(0, -1, 1, 0, 0, self.width)
        return self

    def save(self) -> bytes:
        """The finished file."""
        self.canvas.save()
        return self.buffer.getvalue()


def read_lines(paper: Paper) -> list[str]:
    """The lines of a paper in reading order."""
    document = read_pdf(paper.save(), name="paper.pdf")
    return [document.line_text(line) for line in document.lines]


def read_columns(paper: Paper) -> dict[str, list[str]]:
    """The lines of a paper by column, and all of them in reading order."""
    document = read_pdf(paper.save(), name="paper.pdf")
    found: dict[str, list[str]] = {"full": [], "left": [], "right": [], "order": []}
    for line in document.lines:
        found[line.column].append(document.line_text(line))
        found["order"].append(document.line_text(line))
    return found
