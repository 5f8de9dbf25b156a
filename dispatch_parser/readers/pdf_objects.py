"""Pictures and drawn lines of a PDF page, cheaply: enough to tell a scan, a ruled table and a footnote's rule."""

from __future__ import annotations

import ctypes as c
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from dispatch_parser.document import Box
from dispatch_parser.readers.pdf_chars import Frame
from dispatch_parser.readers.pdf_handles import Handle

_THIN = 2.5  # points: a shape no thicker than this is a line
_MAX_OBJECTS = 30_000
_MAX_DEPTH = 4
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Drawing:
    """What a page draws beside text, in the frame it was read in. `busy` where there is too much to look at."""

    images: list[Box] = field(default_factory=list)
    horizontal: list[Box] = field(default_factory=list)
    vertical: list[Box] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    grids: int = 0
    seen: int = 0

    @property
    def busy(self) -> bool:
        """Whether the walk stopped early."""
        return self.seen > _MAX_OBJECTS

    @property
    def may_hold_table(self) -> bool:
        """Whether lines run both ways, or frames stand beside each other: worth a search for table cells."""
        if self.busy:
            return False
        return (
            (len(self.vertical) >= 2 and len(self.horizontal) >= 2) or len(self.boxes) >= 2 or self.grids > 0
        )

    def covered(self, width: float, height: float) -> float:
        """The share of the page that pictures cover, counted picture by picture (1.0 at most)."""
        area = sum(
            max(0.0, min(box.x1, width) - max(box.x0, 0.0))
            * max(0.0, min(box.bottom, height) - max(box.top, 0.0))
            for box in self.images
        )
        return min(1.0, area / max(width * height, 1.0))


def read_drawing(page: Handle, frame: Frame) -> Drawing:
    """Pictures and lines of an open page."""
    drawing = Drawing()
    get_object, get_type = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        item = get_object(page, index)
        if get_type(item) == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.seen += 1
        else:
            _visit(item, frame, _IDENTITY, 0, drawing)
        if drawing.busy:
            break
    return drawing


def _visit(item: Handle, frame: Frame, matrix: Matrix, depth: int, drawing: Drawing) -> None:
    drawing.seen += 1
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT or drawing.busy:
        return
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        if depth < _MAX_DEPTH:
            inner = _times(_matrix_of(item), matrix)
            for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                _visit(pdfium.FPDFFormObj_GetObject(item, index), frame, inner, depth + 1, drawing)
        return
    if kind not in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
        return
    box = _bounds(item, frame, matrix)
    if box is None:
        return
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        drawing.images.append(box)
    else:
        _add_path(item, box, drawing)


def _add_path(item: Handle, box: Box, drawing: Drawing) -> None:
    if box.height <= _THIN < box.width:
        drawing.horizontal.append(box)
    elif box.width <= _THIN < box.height:
        drawing.vertical.append(box)
    elif box.width > _THIN and box.height > _THIN:
        fill, stroke = c.c_int(), c.c_int()
        pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
        segments = pdfium.FPDFPath_CountSegments(item)
        if stroke.value and segments <= 6:
            drawing.boxes.append(box)
        elif segments >= 8 and (stroke.value or fill.value):
            drawing.grids += 1


def _bounds(item: Handle, frame: Frame, matrix: Matrix) -> Box | None:
    left, bottom, right, top = c.c_float(), c.c_float(), c.c_float(), c.c_float()
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    xs, ys = [], []
    for x in (left.value, right.value):
        for y in (bottom.value, top.value):
            xs.append(matrix[0] * x + matrix[2] * y + matrix[4])
            ys.append(matrix[1] * x + matrix[3] * y + matrix[5])
    return frame.box(min(xs), min(ys), max(xs), max(ys))


def _matrix_of(item: Handle) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, m):
        return _IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(a: Matrix, b: Matrix) -> Matrix:
    """The matrix that applies `a`, then `b`."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip
