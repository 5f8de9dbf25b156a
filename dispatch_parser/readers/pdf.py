"""Born-digital PDF to Document: characters from pdfium, lines from their boxes, cells from pdfplumber's rulings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from dispatch_parser.document import Box, Cell, Document, Line, LineRole, Page, SourceInfo, Table, TextLayer
from dispatch_parser.errors import DamagedInputError, EmptyInputError, TooLargeError
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers import pdf_handles as handles
from dispatch_parser.readers import pdf_roles as roles
from dispatch_parser.readers import pdf_tables as tables
from dispatch_parser.readers.pdf_chars import Frame, PageText, Piece, frame_of, read_characters
from dispatch_parser.readers.pdf_handles import Handle
from dispatch_parser.readers.pdf_lines import Draft, arrange, settle_stamped, simple_lines
from dispatch_parser.readers.pdf_objects import Drawing, read_drawing

_COVERED = 0.7  # share of the page under pictures from which on it is a scan
_FEW = 40  # characters: a signature's caption over a picture is no text layer


@dataclass(slots=True)
class _PageDraft:
    """One page read: its lines in order, and for each table the cells with indices into `lines`."""

    page: Page
    frame: Frame
    lines: list[Draft] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rules: list[Box] = field(default_factory=list)


def read_pdf(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a PDF into a Document: lines with boxes in reading order, tables, page sizes.

    Raises EmptyInputError, TooLargeError (bytes, pages or characters over `limits`), EncryptedInputError (a password
    is needed; one with an empty user password opens), DamagedInputError (cut off, or no PDF). Notices: see
    `docs`; `unmapped_glyphs`, `scan_without_text`, `damaged_page`, `page_truncated`.
    """
    if not data:
        raise EmptyInputError(name)
    if len(data) > limits.input_bytes:
        raise TooLargeError(name, f"{len(data)} > {limits.input_bytes} bytes")
    with handles.LOCK, handles.open_document(data, name) as document:
        return _read(document, name, limits)


def _read(document: Handle, name: str, limits: Limits) -> Document:
    count = pdfium.FPDF_GetPageCount(document)
    if count <= 0:
        raise DamagedInputError(name, "no pages")
    if count > limits.pages:
        raise TooLargeError(name, f"{count} > {limits.pages} pages")
    notices: list[str] = []
    drafts: list[_PageDraft] = []
    characters = 0
    for index in range(count):
        draft, used = _read_page(document, index, notices)
        characters += used
        if characters > limits.characters:
            raise TooLargeError(name, f"> {limits.characters} characters", where=f"page {index + 1}")
        drafts.append(draft)
    if notices.count("damaged_page") == count:
        raise DamagedInputError(name, "no page can be read")
    _mark_roles(drafts)
    if any(d.page.text_layer == "scan" for d in drafts) and not _usable(drafts):
        notices.append("scan_without_text")
    result = _assemble(drafts, name)
    result.notices = list(dict.fromkeys(notices))
    return result


def _usable(drafts: Sequence[_PageDraft]) -> bool:
    words = sum(
        len(line.text)
        for d in drafts
        if d.page.text_layer == "scan"
        for line in d.lines
        if line.role != "stamp"
    )
    return words > _FEW


def _read_page(document: Handle, index: int, notices: list[str]) -> tuple[_PageDraft, int]:
    """One page, and how many characters it holds."""
    scan = _scan_page(document, index)
    if scan is None:
        notices.append("damaged_page")
        return _PageDraft(Page(index + 1), Frame(0, 0, 0, 0, 0)), 0
    text, drawing, reading, shown = scan
    if text.unmapped > max(3, 0.01 * text.count):
        notices.append("unmapped_glyphs")
    if text.truncated:
        notices.append("page_truncated")
    page = Page(index + 1, shown.width, shown.height, _layer(text, drawing, reading))
    draft = _PageDraft(page, reading, rules=drawing.horizontal)
    grids = tables.find(drawing) if text.count > _FEW else []
    _lay_out(draft, text, grids, scan=page.text_layer == "scan")
    if reading.turns != shown.turns:
        _turn_back(draft, shown)
    return draft, text.count


def _scan_page(document: Handle, index: int) -> tuple[PageText, Drawing, Frame, Frame] | None:
    """Characters and drawing of a page, the frame they were read in, and the frame as displayed."""
    with handles.open_page(document, index) as page:
        if not page:
            return None
        shown = frame_of(page)
        added = handles.printed_annotations(page)
        drawing = read_drawing(page, shown)
        before = _count(page) if added else 0
        flattened = bool(added) and handles.flatten(page)
        if not flattened:
            text, reading = _read_text(page)
    if not flattened and reading.turns == shown.turns:
        return text, drawing, reading, shown
    with handles.open_page(document, index) as page:
        if not page:
            return None
        text, reading = _read_text(page)
        _mark_added(text.pieces, added, before, reading)
        if reading.turns != shown.turns:
            drawing = read_drawing(page, reading)
    return text, drawing, reading, shown


def _count(page: Handle) -> int:
    with handles.open_text(page) as textpage:
        return int(pdfium.FPDFText_CountChars(textpage)) if textpage else 0


def _read_text(page: Handle) -> tuple[PageText, Frame]:
    """The characters of a page in its displayed frame, or turned by quarters where most of the text is."""
    frame = frame_of(page)
    with handles.open_text(page) as textpage:
        if not textpage:
            return PageText(), frame
        text = read_characters(textpage, frame)
        weight: Counter[float] = Counter()
        for piece in text.turned:
            weight[piece.style.turn] += len(piece.text)
        turn, most = weight.most_common(1)[0] if weight else (0.0, 0)
        if most > 0.6 * text.count and turn in (90.0, 180.0, 270.0):
            frame = frame_of(page, int(turn) // 90)
            text = read_characters(textpage, frame)
        return text, frame


def _mark_added(
    pieces: Sequence[Piece], rects: Sequence[tuple[float, float, float, float]], before: int, frame: Frame
) -> None:
    """Note on each piece behind the page's own text which annotation printed it."""
    boxes = [frame.box(*rect) for rect in rects]
    for piece in pieces:
        if piece.order >= before:
            x, y = (piece.x0 + piece.x1) / 2, piece.base - 0.3 * piece.size
            for k, box in enumerate(boxes):
                if box.x0 - 2 <= x <= box.x1 + 2 and box.top - 2 <= y <= box.bottom + 2:
                    piece.added = k
                    break


def _layer(text: PageText, drawing: Drawing, frame: Frame) -> TextLayer:
    if drawing.covered(frame.width, frame.height) < _COVERED:
        return "digital"
    own = sum(len(p.text) for p in text.pieces if p.added < 0 and not p.style.invisible)
    return "scan" if own < 200 else "digital"


def _lay_out(draft: _PageDraft, text: PageText, grids: Sequence[tables.Grid], *, scan: bool) -> None:
    """Fill `draft.lines` and `draft.tables` from the pieces of the page."""
    stamps: list[list[Piece]] = [text.turned] if text.turned else []
    width, height = draft.frame.width, draft.frame.height
    own = [
        p
        for p in text.pieces
        if p.added < 0
        and (scan or not p.style.invisible)
        and -2 < p.x0 < width + 2
        and -2 < p.base < height + 9
    ]
    for k in sorted({p.added for p in text.pieces if p.added >= 0}):
        group = [p for p in text.pieces if p.added == k]
        if roles.is_overlay(group):
            own += group
        else:
            stamps.append(group)
    own, captions = roles.split_captions(settle_stamped(own))
    stamps += captions
    kept, rest = tables.fill(grids, own)
    pale = [p for p in rest if p.style.pale]
    if pale:
        stamps.append(pale)
        rest = [p for p in rest if not p.style.pale]
    rest, numbers = roles.split_page_numbers(rest, draft.frame.height)
    _add(draft, numbers.get("header", []), "header")
    top = float("-inf")
    for grid in kept:
        draft.lines += arrange([p for p in rest if top <= p.base < grid.box.top])
        _add_table(draft, grid)
        draft.lines += arrange([p for p in rest if grid.box.top <= p.base < grid.box.bottom])
        top = grid.box.bottom
    draft.lines += arrange([p for p in rest if p.base >= top])
    _add(draft, numbers.get("footer", []), "footer")
    for group in stamps:
        _add(draft, group, "stamp")


def _add(draft: _PageDraft, pieces: Sequence[Piece], role: LineRole) -> None:
    for line in simple_lines(pieces):
        line.role = role
        draft.lines.append(line)


def _add_table(draft: _PageDraft, grid: tables.Grid) -> None:
    cells: list[Cell] = []
    for cell in grid.cells:
        found = simple_lines(cell.pieces)
        for line in found:
            line.role = "cell"
        first = len(draft.lines)
        draft.lines += found
        indices = list(range(first, first + len(found)))
        cells.append(Cell(cell.row, cell.column, indices, cell.row_span, cell.column_span))
    draft.tables.append(Table(draft.page.number, cells, grid.rows, grid.columns, grid.box))


def _turn_back(draft: _PageDraft, shown: Frame) -> None:
    """Boxes of a page that was read turned, as displayed; edges have no meaning there."""
    reading = draft.frame
    quarter = (reading.turns - shown.turns) % 4
    for line in draft.lines:
        line.box, line.edges = _turned_box(line.box, quarter, reading), None
    for table in draft.tables:
        table.box = _turned_box(table.box, quarter, reading) if table.box else None
    draft.rules = []


def _turned_box(box: Box, quarter: int, reading: Frame) -> Box:
    width, height = reading.width, reading.height
    if quarter == 1:
        return Box(box.top, width - box.x1, box.bottom, width - box.x0)
    if quarter == 2:
        return Box(width - box.x1, height - box.bottom, width - box.x0, height - box.top)
    return Box(height - box.bottom, box.x0, height - box.top, box.x1)


def _mark_roles(drafts: Sequence[_PageDraft]) -> None:
    sizes: Counter[float] = Counter()
    for draft in drafts:
        for line in draft.lines:
            if line.role == "flow" and line.column == "full":
                sizes[round(line.size * 2) / 2] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 13.0
    for draft in drafts:
        _mark_centered(draft)
    roles.mark_running([(d.page.height, d.lines) for d in drafts if d.page.height])
    for draft in drafts:
        roles.mark_footnotes(draft.lines, draft.rules, draft.page.height, body)


def _mark_centered(draft: _PageDraft) -> None:
    """Full lines that stand in the middle of the text area, clear of both its edges and of a common indent."""
    flow = [line for line in draft.lines if line.role == "flow"]
    if not flow:
        return
    full = [line for line in flow if line.column == "full"]
    area = full if len(full) > 4 else flow  # letterheads often reach beyond the text's margins
    left, right = min(line.box.x0 for line in area), max(line.box.x1 for line in area)
    middle = (left + right) / 2
    indents = Counter(round(line.box.x0 / 3) for line in full)
    for line in full:
        aside = min(line.box.x0 - left, right - line.box.x1)
        common = indents[round(line.box.x0 / 3)] > 2
        line.centered = aside > 12 and abs(line.box.center[0] - middle) < 10 and not common


def _assemble(drafts: Sequence[_PageDraft], name: str) -> Document:
    """One text over all pages: a line break after each line."""
    parts: list[str] = []
    lines: list[Line] = []
    found: list[Table] = []
    position = 0
    for draft in drafts:
        first = len(lines)
        for line in draft.lines:
            end = position + len(line.text)
            lines.append(_line(line, position, end, draft.page.number))
            parts.append(line.text)
            position = end + 1
        for table in draft.tables:
            for cell in table.cells:
                cell.lines = [first + i for i in cell.lines]
            found.append(table)
    pages = [draft.page for draft in drafts]
    return Document("\n".join(parts), lines, pages, SourceInfo("pdf", name=name), found)


def _line(draft: Draft, start: int, end: int, page: int) -> Line:
    return Line(
        start,
        end,
        page,
        box=draft.box,
        column=draft.column,
        role=draft.role,
        font=draft.style.face.name,
        size=round(draft.size, 2),
        bold=draft.bold,
        italic=draft.italic,
        centered=draft.centered,
        edges=draft.edges,
    )
