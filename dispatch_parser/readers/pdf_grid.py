"""Ruling lines to table cells: pdfplumber's table finder, fed with the lines that pdfium found.

pdfplumber's own geometry (`pdfplumber.table`: edges merged, intersections, cells, tables) with its default
tolerances, without its slow parse of the page. What it may cost is bounded: a page with more lines or crossings than
any table has is a drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dispatch_parser.document import Box

TOLERANCE = 3.0  # points: lines this near are one, and ends this near meet (pdfplumber's default)
MAX_LINES = 400  # after merging, both directions together
MAX_CROSSINGS = 6_000


def cells(horizontal: Sequence[Box], vertical: Sequence[Box]) -> list[list[Box]]:
    """The cells of each table, tables top down. A lone rectangle is no table."""
    from pdfplumber import table as finder

    edges = [_edge(box, "h") for box in horizontal] + [_edge(box, "v") for box in vertical]
    if not horizontal or not vertical or len(edges) > 20 * MAX_LINES:
        return []
    merged = finder.merge_edges(edges, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    if len(merged) > MAX_LINES:
        return []
    crossings = finder.edges_to_intersections(merged, TOLERANCE, TOLERANCE)
    if len(crossings) > MAX_CROSSINGS:
        return []
    found = finder.cells_to_tables(finder.intersections_to_cells(crossings))
    return [[Box(*cell) for cell in group] for group in found if len(group) > 1]


def _edge(box: Box, orientation: str) -> dict[str, Any]:
    """A ruling line as pdfplumber describes it: without thickness."""
    x, y = box.center
    x0, x1 = (box.x0, box.x1) if orientation == "h" else (x, x)
    top, bottom = (y, y) if orientation == "h" else (box.top, box.bottom)
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
