"""Pictures and drawn lines of a PDF page: enough to tell a scan, a ruled table and a footnote's rule."""

from __future__ import annotations

import ctypes as c
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2.raw as pdfium

from dispatch_parser.document import Box
from dispatch_parser.readers.pdf_chars import Frame
from dispatch_parser.readers.pdf_handles import Handle

_THIN = 2.5  # points: a shape no thicker than this is a line
_MAX_OBJECTS = 30_000
_MAX_SEGMENTS = 20_000  # of one page's paths
_MAX_DEPTH = 4
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_SIMPLE = 6  # segments: a line, or a rectangle with its closing stroke


@dataclass(slots=True)
class Drawing:
    """What a page draws beside text, in the frame it was read in; lines are boxes without thickness.

    `busy` where there was too much to look at all of it.
    """

    images: list[Box] = field(default_factory=list)
    horizontal: list[Box] = field(default_factory=list)
    vertical: list[Box] = field(default_factory=list)
    seen: int = 0
    segments: int = 0

    @property
    def busy(self) -> bool:
        """Whether the walk stopped early."""
        return self.seen > _MAX_OBJECTS or self.segments > _MAX_SEGMENTS

    @property
    def may_hold_table(self) -> bool:
        """Whether lines run both ways: worth a search for table cells."""
        return not self.busy and len(self.vertical) >= 2 and len(self.horizontal) >= 2

    def covered(self, width: float, height: float) -> float:
        """The share of the page that pictures cover, counted picture by picture (1.0 at most)."""
        area = 0.0
        for box in self.images:
            across = min(box.x1, width) - max(box.x0, 0.0)
            down = min(box.bottom, height) - max(box.top, 0.0)
            area += max(0.0, across) * max(0.0, down)
        return min(1.0, area / max(width * height, 1.0))

    def add_line(self, box: Box) -> None:
        """Note a thin shape as a line along its middle; specks are left out."""
        x, y = box.center
        if box.height <= _THIN < box.width:
            self.horizontal.append(Box(box.x0, y, box.x1, y))
        elif box.width <= _THIN < box.height:
            self.vertical.append(Box(x, box.top, x, box.bottom))


def read_drawing(page: Handle, frame: Frame) -> Drawing:
    """Pictures and lines of an open page, in `frame`."""
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
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MAX_DEPTH:
        inner = _times(_matrix_of(item), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            if drawing.busy:
                return
            _visit(pdfium.FPDFFormObj_GetObject(item, index), frame, inner, depth + 1, drawing)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        box = _bounds(item, frame, matrix)
        if box:
            drawing.images.append(box)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH:
        _add_path(item, frame, matrix, drawing)


def _add_path(item: Handle, frame: Frame, matrix: Matrix, drawing: Drawing) -> None:
    fill, stroke = c.c_int(), c.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    stroked = bool(stroke.value) and _has_ink(item, pdfium.FPDFPageObj_GetStrokeColor)
    if not stroked and not (fill.value and _has_ink(item, pdfium.FPDFPageObj_GetFillColor)):
        return
    count = pdfium.FPDFPath_CountSegments(item)
    box = _bounds(item, frame, matrix)
    if box is None:
        return
    if min(box.width, box.height) <= _THIN and count <= _SIMPLE:
        drawing.add_line(box)
        return
    if not stroked and count <= _SIMPLE:
        return  # shading
    drawing.segments += count
    if drawing.busy:
        return
    for points in _outlines(item, count, frame, _times(_matrix_of(item), matrix)):
        _add_outline(points, stroked, drawing)


def _add_outline(points: list[tuple[float, float]], stroked: bool, drawing: Drawing) -> None:
    """The lines of one outline: itself where it is thin, else its sides where they are drawn."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    whole = Box(min(xs), min(ys), max(xs), max(ys))
    if min(whole.width, whole.height) <= _THIN:
        drawing.add_line(whole)
    elif stroked:
        for (xa, ya), (xb, yb) in pairwise(points):
            drawing.add_line(Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))


def _outlines(item: Handle, count: int, frame: Frame, matrix: Matrix) -> list[list[tuple[float, float]]]:
    """The corner points of each outline of a path, in the frame; curves are left out."""
    x, y = c.c_float(), c.c_float()
    found: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        a, b = x.value, y.value
        point = frame.point(
            matrix[0] * a + matrix[2] * b + matrix[4], matrix[1] * a + matrix[3] * b + matrix[5]
        )
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not found:
            found.append([point])
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            found[-1].append(point)
        else:
            found.append([point])  # a curve ends the outline: its chord is no line
        if pdfium.FPDFPathSegment_GetClose(segment):
            found[-1].append(found[-1][0])
    return found


def _has_ink(item: Handle, get_color: Handle) -> bool:
    """Whether a stroke or fill can be seen on white paper."""
    r, g, b, a = c.c_uint(), c.c_uint(), c.c_uint(), c.c_uint()
    if not get_color(item, r, g, b, a):
        return True
    return a.value > 20 and min(r.value, g.value, b.value) < 245


def _bounds(item: Handle, frame: Frame, matrix: Matrix) -> Box | None:
    left, bottom, right, top = c.c_float(), c.c_float(), c.c_float(), c.c_float()
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    if matrix == _IDENTITY:
        return frame.box(left.value, bottom.value, right.value, top.value)
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
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )
