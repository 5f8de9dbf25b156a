"""The parts of a dispatch that a PDF sample draws itself: letterhead, foot, stamps. Sizes in points.

Positions and sizes: Nghị định 30/2020/NĐ-CP, Phụ lục I; for the Party, Hướng dẫn 36-HD/VPTW.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from samples.make.fonts import FAMILY
from samples.make.model import Dispatch, Look

BOLD, ITALIC, BOLD_ITALIC = f"{FAMILY}-Bold", f"{FAMILY}-Italic", f"{FAMILY}-BoldItalic"
RED, BLUE = (0.82, 0.08, 0.1), (0.1, 0.2, 0.65)
BLANK = " " * 10
LEFT, RIGHT = 0.21, 0.72  # middles of the two columns, as fractions of the text width
LEFT_WIDTH, RIGHT_WIDTH = 0.40, 0.56


@dataclass
class Stamped:
    """Words laid over a finished page, at absolute coordinates."""

    text: str
    x: float
    y: float
    font: str
    size: float


class Letterhead(Flowable):  # type: ignore[misc]
    """Cells 1-4, 5b and 10: two columns, drawn row by row as Word prints a table without lines."""

    def __init__(self, dispatch: Dispatch, look: Look, stamped: list[Stamped]) -> None:
        super().__init__()
        self.dispatch, self.look, self.stamped = dispatch, look, stamped

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        d = self.dispatch
        self.width = width
        self.subject_lines = simpleSplit(d.subject, FAMILY, 12, width * LEFT_WIDTH * 0.86)
        top = 16 * max(len(d.parent) + len(d.issuer), 2) + 14
        boxes = 26 * sum(map(bool, (d.priority, d.secrecy)))
        self.height = top + 18 + (6 + 14 * len(self.subject_lines) if d.subject else 0) + boxes + 8
        return width, self.height

    def _middle(self, x: float, y: float, text: str, font: str, size: float) -> float:
        self.canv.setFont(font, size)
        self.canv.drawCentredString(x, y, text)
        return float(stringWidth(text, font, size))

    def _rule(self, x: float, y: float, length: float) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.line(x - length / 2, y, x + length / 2, y)

    def draw(self) -> None:
        """Draw the rows from the top."""
        left, right = self.width * LEFT, self.width * RIGHT
        y = float(self.height - 13)
        bottom = self._issuer(left, y)
        self._motto(right, y)
        y = min(bottom, y - 32) - 16
        self._number(left, y)
        self._date(right, y)
        y -= 18
        font = ITALIC if self.look.party else FAMILY
        for line in self.subject_lines:
            self._middle(left, y, line, font, 12)
            y -= 14
        for text in filter(None, (self.dispatch.secrecy, self.dispatch.priority)):
            y -= 12
            self._box(left, y, text)
            y -= 14

    def _issuer(self, x: float, y: float) -> float:
        d = self.dispatch
        width = 0.0
        for line in d.parent:
            self._middle(x, y, line, FAMILY, 13)
            y -= 16
        for line in d.issuer:
            size = 13.0
            while stringWidth(line, BOLD, size) > self.width * LEFT_WIDTH * 1.05:
                size -= 0.25
            width = self._middle(x, y, line, BOLD, size)
            y -= 16
        if self.look.party:
            self._middle(x, y, "*", BOLD, 14)
            return y
        self._rule(x, y + 11, width * 0.42)
        return y

    def _motto(self, x: float, y: float) -> None:
        if self.look.party:
            width = self._middle(x, y, "ĐẢNG CỘNG SẢN VIỆT NAM", BOLD, 15)
            self._rule(x, y - 4, width)
            return
        self._middle(x, y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD, 12.5)
        width = self._middle(x, y - 16, "Độc lập - Tự do - Hạnh phúc", BOLD, 13.5)
        self._rule(x, y - 20, width)

    def _number(self, x: float, y: float) -> None:
        d = self.dispatch
        number = d.number or ""
        before, after = ("Số ", f"-{d.notation}") if self.look.party else d.number_line
        shown = BLANK if self.look.overlay or not number else number
        text = before + shown + after
        width = self._middle(x, y, text, FAMILY, 13)
        if self.look.overlay:
            at = x - width / 2 + stringWidth(before, FAMILY, 13) + 2
            self._stamp(number, at, y + 0.9, FAMILY, 13)

    def _date(self, x: float, y: float) -> None:
        d = self.dispatch
        before = f"{d.place}, ngày "
        shown = "      " if self.look.overlay or not d.day else d.day
        text = f"{before}{shown} {d.month}"
        width = self._middle(x, y, text, ITALIC, 13)
        if self.look.overlay and d.day:
            at = x - width / 2 + stringWidth(before, ITALIC, 13) + 4
            self._stamp(d.day, at, y + 0.6, ITALIC, 13)

    def _stamp(self, text: str, x: float, y: float, font: str, size: float) -> None:
        x, y = self.canv.absolutePosition(x, y)
        self.stamped.append(Stamped(text, x, y, font, size))

    def _box(self, x: float, y: float, text: str) -> None:
        width = stringWidth(text, BOLD, 13) + 16
        self.canv.saveState()
        self.canv.setStrokeColorRGB(*RED)
        self.canv.setFillColorRGB(*RED)
        self.canv.setLineWidth(1)
        self.canv.rect(x - width / 2, y - 5, width, 19)
        self._middle(x, y, text, BOLD, 13)
        self.canv.restoreState()


class Foot(Flowable):  # type: ignore[misc]
    """Cells 7 and 9b: recipients on the left, competence, position and name on the right."""

    def __init__(self, dispatch: Dispatch, look: Look) -> None:
        super().__init__()
        self.dispatch, self.look = dispatch, look

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width = width
        self.rows = [
            line
            for entry in self.dispatch.recipients
            for line in simpleSplit(entry, FAMILY, 11, width * 0.46)
        ]
        self.height = max(16 + 13 * len(self.rows), 16 * len(self.dispatch.foot) + 102) + 14
        return width, self.height

    def draw(self) -> None:
        """Left column first, then the right one."""
        self._recipients(self.height - 22)
        self._signature(self.width * 0.745, self.height - 22)

    def _recipients(self, y: float) -> None:
        canvas = self.canv
        if self.look.party:
            canvas.setFont(FAMILY, 14)
            canvas.drawString(0, y, "Nơi nhận:")
            canvas.setLineWidth(0.6)
            canvas.line(0, y - 2, stringWidth("Nơi nhận", FAMILY, 14), y - 2)
        else:
            canvas.setFont(BOLD_ITALIC, 12)
            canvas.drawString(0, y, "Nơi nhận:")
        canvas.setFont(FAMILY, 11)
        for line in self.rows:
            y -= 13
            canvas.drawString(0, y, line)

    def _signature(self, x: float, y: float) -> None:
        canvas = self.canv
        canvas.setFont(BOLD, 13.5)
        for index, line in enumerate(self.dispatch.foot):
            last = index == len(self.dispatch.foot) - 1
            canvas.setFont(FAMILY if self.look.party and last else BOLD, 13.5)
            canvas.drawCentredString(x, y, line)
            y -= 16
        if self.look.seal:
            self._seal(x, y - 26)
        canvas.setFont(BOLD, 13.5)
        canvas.drawCentredString(x, y - 72, self.dispatch.signer)

    def _seal(self, x: float, y: float) -> None:
        canvas: Any = self.canv
        canvas.saveState()
        canvas.setStrokeColorRGB(*BLUE)
        canvas.setLineWidth(1.3)
        path = canvas.beginPath()
        path.moveTo(x - 18, y - 6)
        path.curveTo(x - 2, y + 34, x + 8, y + 22, x - 4, y - 10)
        path.curveTo(x + 10, y + 18, x + 20, y + 12, x + 22, y - 4)
        path.curveTo(x + 34, y + 14, x + 46, y + 4, x + 70, y + 8)
        canvas.drawPath(path)
        canvas.setStrokeColorRGB(*RED)
        for radius, width in ((38, 1.6), (35, 0.6), (25, 0.6)):
            canvas.setLineWidth(width)
            canvas.circle(x - 46, y, radius)
        self._star(canvas, x - 46, y, 11)
        canvas.restoreState()

    @staticmethod
    def _star(canvas: Any, x: float, y: float, radius: float) -> None:  # noqa: ANN401
        from math import cos, pi, sin

        canvas.setFillColorRGB(*RED)
        path = canvas.beginPath()
        for step in range(10):
            r = radius if step % 2 == 0 else radius * 0.4
            angle = pi / 2 + step * pi / 5
            point = (x + r * cos(angle), y + r * sin(angle))
            (path.lineTo if step else path.moveTo)(*point)
        path.close()
        canvas.drawPath(path, stroke=0, fill=1)
