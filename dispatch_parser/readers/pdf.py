"""PDF to Document: characters from pdfium, lines and columns from their boxes, cells from ruling lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pypdfium2.raw as pdfium

from dispatch_parser.document import Document, Page, TextLayer
from dispatch_parser.errors import DamagedInputError, EmptyInputError, TooLargeError
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers import pdf_handles as handles
from dispatch_parser.readers import pdf_tables as tables
from dispatch_parser.readers.ocr.engine import engine
from dispatch_parser.readers.ocr.pages import read_scans, wants_picture
from dispatch_parser.readers.pdf_chars import Frame, PageText, Piece, frame_of, read_characters
from dispatch_parser.readers.pdf_document import assemble
from dispatch_parser.readers.pdf_handles import Handle
from dispatch_parser.readers.pdf_layout import PageDraft, lay_out, mark_roles, turn_back
from dispatch_parser.readers.pdf_objects import Drawing, read_drawing
from dispatch_parser.selection import chosen

_COVERED = 0.7  # share of the page under pictures from which on it is a scan
_FEW = 40  # characters: a signature's caption over a picture is no text layer


def read_pdf(data: bytes, *, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a PDF into a Document: lines with boxes in reading order, tables, page sizes.

    Reading order is page by page; a two-column stretch is read left column first. Stamps, signature captions
    and other print over the page stand behind the page's own lines, with role `stamp`. Boxes are those of the
    page as displayed.

    Raises EmptyInputError, TooLargeError (bytes, pages or characters over `limits`), EncryptedInputError (a
    password is needed; an empty one is tried), DamagedInputError (cut off, or no PDF), PageNotFoundError (none of
    the pages of `limits.only`), ResourcesError (a process that reads scans was ended by the system). Notices:
    `unmapped_glyphs` (characters that no map explains), `scan_without_text` (and no OCR engine), `ocr_text`
    (pages read from their pictures), `ocr_timeout` (one of them not to its end), `damaged_page` (one page of
    several cannot be read), `page_truncated` (a page with too many characters), `pages_not_read` (not asked for).
    """
    if not data:
        raise EmptyInputError(name)
    if len(data) > limits.input_bytes:
        raise TooLargeError(name, f"{len(data)} > {limits.input_bytes} bytes")
    notices: list[str] = []
    wanted: dict[int, list[Piece]] = {}
    with handles.LOCK, handles.open_document(data, name) as document:
        drafts = _read_pages(document, name, limits, notices, wanted)
    reader = engine() if wanted else None
    if reader is not None:
        notices += read_scans(data, name, drafts, wanted, reader, limits)
    mark_roles(drafts)
    if reader is None and any(d.page.text_layer == "scan" for d in drafts) and not _usable(drafts):
        notices.append("scan_without_text")
    result = assemble(drafts, name)
    result.notices = list(dict.fromkeys(notices))
    return result


def _read_pages(
    document: Handle, name: str, limits: Limits, notices: list[str], wanted: dict[int, list[Piece]]
) -> list[PageDraft]:
    """The pages of `limits.only` by their text layers, the others bare.

    `wanted` gets those to be read from their pictures, if that can be done.
    """
    count = pdfium.FPDF_GetPageCount(document)
    if count <= 0:
        raise DamagedInputError(name, "no pages")
    if count > limits.pages:
        raise TooLargeError(name, f"{count} > {limits.pages} pages")
    wished = chosen(limits.only, count, name)
    drafts: list[PageDraft] = []
    characters = 0
    for index in range(count):
        if index not in wished:
            drafts.append(_unread(document, index))
            notices.append("pages_not_read")
            continue
        draft, used = _read_page(document, index, notices, wanted, first=index == wished[0])
        characters += used
        if characters > limits.characters:
            raise TooLargeError(name, f"> {limits.characters} characters", where=f"page {index + 1}")
        drafts.append(draft)
    if notices.count("damaged_page") == len(wished):
        raise DamagedInputError(name, "no page can be read")
    return drafts


def _unread(document: Handle, index: int) -> PageDraft:
    size = pdfium.FS_SIZEF()
    pdfium.FPDF_GetPageSizeByIndexF(document, index, size)
    return PageDraft(Page(index + 1, size.width, size.height, read=False), Frame(0, 0, 0, 0, 0))


def _usable(drafts: Sequence[PageDraft]) -> bool:
    words = sum(
        len(line.text)
        for d in drafts
        if d.page.text_layer == "scan"
        for line in d.lines
        if line.role != "stamp"
    )
    return words > _FEW


def _read_page(
    document: Handle, index: int, notices: list[str], wanted: dict[int, list[Piece]], *, first: bool
) -> tuple[PageDraft, int]:
    """One page, and how many characters it holds."""
    scan = _scan_page(document, index)
    if scan is None:
        notices.append("damaged_page")
        return PageDraft(Page(index + 1), Frame(0, 0, 0, 0, 0)), 0
    text, drawing, reading, shown = scan
    notices += text.notices
    if text.unmapped > max(3, 0.01 * text.count):
        notices.append("unmapped_glyphs")
    if text.truncated:
        notices.append("page_truncated")
    page = Page(index + 1, shown.width, shown.height, _layer(text, drawing, reading))
    kept = wants_picture(text, covered=drawing.covered(reading.width, reading.height))
    if kept is not None:
        wanted[index] = kept if reading.turns == shown.turns else []
    draft = PageDraft(page, reading, rules=drawing.horizontal)
    grids = tables.find(drawing, first_page=first) if text.count > _FEW else []
    lay_out(draft, text, grids, scan=page.text_layer == "scan")
    if reading.turns != shown.turns:
        turn_back(draft, shown)
    return draft, text.count


def _scan_page(document: Handle, index: int) -> tuple[PageText, Drawing, Frame, Frame] | None:
    """Characters and drawing of a page, the frame they were read in, and the frame as displayed."""
    with handles.open_page(document, index) as page:
        if not page:
            return None
        shown = frame_of(page)
        added = handles.printed_annotations(page)
        drawing = read_drawing(page, shown)
        own = pdfium.FPDFPage_CountObjects(page)
        flattened = bool(added) and handles.flatten(page)
        if not flattened:
            text, reading = _read_text(page)
    if not flattened and reading.turns == shown.turns:
        return text, drawing, reading, shown
    with handles.open_page(document, index) as page:
        if not page:
            return None
        text, reading = _read_text(page)
        if flattened:
            _mark_added(text, added, handles.text_objects(page, own), reading)
        if reading.turns != shown.turns:
            drawing = read_drawing(page, reading)
    return text, drawing, reading, shown


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
    text: PageText, rects: Sequence[tuple[float, float, float, float]], printed: set[int], frame: Frame
) -> None:
    """Note on each piece that a flattened annotation printed (`printed`: its text objects) which one it was."""
    boxes = [frame.box(*rect) for rect in rects]
    for piece in text.pieces:
        if piece.owner in printed:
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
