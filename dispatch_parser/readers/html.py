"""HTML to Document.

A news portal's page, or a page that holds the dispatch itself. Nothing is ever fetched.
"""

from __future__ import annotations

import codecs
import re
from typing import Any

from lxml import etree, html

from dispatch_parser.document import Document, SourceInfo
from dispatch_parser.errors import HostileInputError, TooLargeError
from dispatch_parser.limits import Limits
from dispatch_parser.readers.blocks_document import to_document
from dispatch_parser.readers.html_article import article_of
from dispatch_parser.readers.html_blocks import blocks_of
from dispatch_parser.readers.portals import published_date
from dispatch_parser.readers.text import decode
from dispatch_parser.text.folding import key

Element = Any

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# What XML cannot hold, and libxml2 lets through all the same: lxml then refuses to move the words around it.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNFIT_REFERENCE = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)
_ISO = re.compile(r"^\s*(\d{4}-\d{2}-\d{2})(?:[T ]|$)")
_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_SITE = re.compile(r"\s+[-–|»]\s+[^-–|»]{2,60}$")
_DATE_METAS = (
    "article:published_time", "datepublished", "pubdate", "publishdate", "publish_date", "dc.date.issued",
    "dc.date", "date", "og:published_time",
)  # fmt: skip
_NAMES = ("property", "name", "itemprop")
_DEPTH = 2000  # libxml2 stops at 2,048
_TOP = 60  # text pieces after the headline in which a date can stand


def read_html(data: bytes | str, *, name: str, limits: Limits) -> Document:
    """The Document of a page: its article block, title and date of publication in `source`.

    The encoding is the byte order mark's, else UTF-8 where the bytes are UTF-8, else the page's own
    `charset`, else Windows-1258 with the notice `legacy_encoding`. Raises TooLargeError; HostileInputError
    (nesting); UnknownTypeError for bytes that are no text.
    """
    if len(data) > limits.xml_bytes:
        raise TooLargeError(name, "bytes")
    text, notices = (data, []) if isinstance(data, str) else _decode(data, name)
    root = _parse(text)
    source = SourceInfo("html", name=name)
    if root is None:
        return to_document([], source, limits)
    if _is_deep(root):
        raise HostileInputError(name, "depth")
    source.title, source.published = _title(root), _published(root, text)
    body = root.find("body")
    document = to_document(blocks_of(article_of(root if body is None else body)), source, limits)
    document.notices += notices
    return document


def _decode(data: bytes, name: str) -> tuple[str, list[str]]:
    charset = _CHARSET.search(data[:4096])
    if charset and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            try:
                encoding = codecs.lookup(charset[1].decode("ascii"))
                if encoding.name != "utf-8" and encoding._is_text_encoding:
                    return data.decode(encoding.name, errors="replace"), []
                return data.decode("utf-8", errors="replace"), ["unmapped_glyphs"]
            except (LookupError, UnicodeError):
                pass
    return decode(data, name=name)


def _parse(text: str) -> Element | None:
    text = _UNFIT_REFERENCE.sub(" ", _UNFIT.sub(" ", _XML_DECLARATION.sub("", text)))
    parser = html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None
    return root


def _is_deep(root: Element) -> bool:
    """Whether elements are nested so deep that libxml2 gave up (it drops what follows)."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth >= _DEPTH:
            return True
    return False


def _metas(root: Element, names: tuple[str, ...]) -> list[str]:
    """The content of the `meta` elements of these names, in the order of the names."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = (meta.get("content") or "").strip()
        for attribute in _NAMES:
            name = (meta.get(attribute) or "").lower()
            if name in names and content:
                found.setdefault(name, content)
    return [found[name] for name in names if name in found]


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _title(root: Element) -> str | None:
    """The headline.

    An `h1` that the page's title repeats, else og:title, the first long `h1`, the page's title.
    """
    page = next((words for element in root.iter("title") if (words := _words(element))), "")
    shared = next(iter(_metas(root, ("og:title", "twitter:title"))), "")
    headings = [words for element in root.iter("h1") if len((words := _words(element)).split()) >= 3]
    repeated = next((words for words in headings if key(words) in key(f"{page} {shared}")), None)
    return repeated or _SITE.sub("", shared) or next(iter(headings), None) or _SITE.sub("", page) or None


def _published(root: Element, text: str) -> str | None:
    """The ISO date of publication: from meta data, a `time` element, or a date line under the headline."""
    stated = _metas(root, _DATE_METAS) + [element.get("datetime") or "" for element in root.iter("time")]
    stated += [element.get("datetime") or element.get("content") or "" for element in root.iter() if
               isinstance(element.tag, str) and element.get("itemprop") == "datePublished"]  # fmt: skip
    for value in stated:
        iso = _ISO.match(value)
        found = iso[1] if iso else published_date(value)
        if found:
            return found
    json = _JSON_DATE.search(text)
    return json[1] if json else _dateline(root)


def _dateline(root: Element) -> str | None:
    """A date line close to the headline, below it first."""
    pieces = [" ".join(text.split()) for text in root.itertext() if text.strip()]
    headline = next((words for element in root.iter("h1") if (words := _words(element))), None)
    near = [i for i, words in enumerate(pieces) if headline and words and words in headline]
    around = pieces
    if near:
        around = pieces[near[-1] : near[-1] + _TOP] + pieces[max(near[0] - 8, 0) : near[0]]
    return next(filter(None, map(published_date, around)), None)
