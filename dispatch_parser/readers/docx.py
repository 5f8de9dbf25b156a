"""DOCX to Document: the stories of the package are walked in document order."""

from __future__ import annotations

from dispatch_parser.document import Document, LineRole, SourceInfo
from dispatch_parser.limits import Limits
from dispatch_parser.readers.blocks import Block, Paragraph, words
from dispatch_parser.readers.blocks_document import to_document
from dispatch_parser.readers.docx_numbering import Numbering
from dispatch_parser.readers.docx_package import (
    Element,
    Package,
    attribute,
    child,
    children,
    full,
    number_of,
    open_package,
)
from dispatch_parser.readers.docx_story import Story, sheet_of
from dispatch_parser.readers.docx_styles import Styles, is_on, styles_of
from dispatch_parser.readers.docx_text import COLUMN_BREAK, Pages
from dispatch_parser.readers.legacy_blocks import decode_blocks
from dispatch_parser.readers.signs import is_sign, is_signature


def read_docx(data: bytes, *, name: str, limits: Limits) -> Document:
    """The Document of a .docx file: no boxes, no coordinates; pages where Word left marks of its page breaks.

    Read: paragraphs with the markers of automatic numbering, tables and nested tables, text boxes, content
    controls, fields' results, tracked insertions, headers, footers and notes (by `Line.role`). Not read:
    hidden text, tracked deletions, comments, pictures, field instructions.

    Raises DamagedInputError, EncryptedInputError, HostileInputError, TooLargeError.
    """
    package = open_package(data, name=name, limits=limits)
    body = child(package.document, "w:body")
    styles, numbering = styles_of(package, name, limits), Numbering(lambda: package.related("numbering"))
    sections = list(package.document.iter(full("w:sectPr")))
    rendered = next(package.document.iter(full("w:lastRenderedPageBreak")), None) is not None
    story = Story(styles, numbering, Pages(rendered=rendered), sheet_of(sections[-1] if sections else None))
    told: list[str] = []
    blocks = _halves(decode_blocks(story.read(body), told) if body is not None else [], story, sections)
    notes = decode_blocks(_notes(package, styles, numbering), told)
    heads = _margins(package, styles, numbering, sections, "header", told)
    feet = _margins(package, styles, numbering, sections, "footer", told)
    document = to_document([*heads, *blocks, *notes, *feet], SourceInfo("docx", name=name), limits)
    document.notices += dict.fromkeys(told)
    return document


def _halves(blocks: list[Block], story: Story, sections: list[Element]) -> list[Block]:
    """Sections set in two columns that hold letterhead or foot: left column, then right one."""
    ends = [*story.sections, *([(len(blocks), sections[-1])] if sections else [])]
    first = 0
    for end, section in ends:
        columns = child(section, "w:cols")
        if (number_of(columns, "w:num") or 1) == 2:
            _halve(blocks[first:end])
        first = end
    return [b for b in blocks if not (isinstance(b, Paragraph) and b.text == COLUMN_BREAK)]


def _halve(blocks: list[Block]) -> None:
    """Set the column of the paragraphs of one two-column section, if it is letterhead or foot."""
    signs = [i for i, block in enumerate(blocks) if any(_opens_right(line) for line in words([block]))]
    breaks = [i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text == COLUMN_BREAK]
    if not signs or len(words(blocks)) > 40:
        return
    cut = breaks[0] if breaks else signs[0]
    for i, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            block.column = "left" if i < cut else "right"


def _opens_right(line: str) -> bool:
    return is_sign(line, "motto") or is_signature(line)


def _margins(
    package: Package,
    styles: Styles,
    numbering: Numbering,
    sections: list[Element],
    kind: LineRole,
    told: list[str],
) -> list[Block]:
    """Headers or footers, each part once. A first page's header that holds the letterhead is read as text."""
    made: list[Block] = []
    seen: set[str] = set()
    for number, section in enumerate(sections):
        first_page = child(section, "w:titlePg")
        shown = {"default", "first"} if first_page is not None and is_on(first_page) else {"default"}
        for reference in children(section, f"w:{kind}Reference"):
            which = attribute(reference, "w:type", "default")
            if which not in shown and not (which == "even" and _has_even_pages(package)):
                continue
            part = package.by_id(attribute(reference, "r:id"))
            if part is None or part[0] in seen:
                continue
            seen.add(part[0])
            on_first = number == 0 and which == ("first" if "first" in shown else "default")
            made += decode_blocks(_margin(part[1], styles, numbering, kind, on_first, told), told)
    return made


def _has_even_pages(package: Package) -> bool:
    """Whether even pages have headers and footers of their own."""
    even = child(package.related("settings"), "w:evenAndOddHeaders")
    return even is not None and is_on(even)


def _margin(
    root: Element, styles: Styles, numbering: Numbering, kind: LineRole, on_first: bool, told: list[str]
) -> list[Block]:
    story = Story(styles, numbering, role=kind)
    blocks = story.read(root)
    shown = words(decode_blocks(blocks, told))
    if kind == "header" and on_first and any(is_sign(line, "motto", "number") for line in shown):
        return Story(styles, numbering).read(root)
    return blocks


def _notes(package: Package, styles: Styles, numbering: Numbering) -> list[Block]:
    """Footnotes and endnotes, in the order of their part."""
    made: list[Block] = []
    for kind in ("footnote", "endnote"):
        for note in children(package.related(kind + "s"), f"w:{kind}"):
            if not attribute(note, "w:type").startswith(("sep", "cont")):
                made += Story(styles, numbering, role="footnote").read(note)
    return made
