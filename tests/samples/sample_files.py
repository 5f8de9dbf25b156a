"""The samples, read without the library: what a test may hold the library against."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree, html

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
BAD = SAMPLES / "bad"
EXPECTED = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SAMPLES / "expected").glob("*.json"))
}
NAMES = sorted(EXPECTED)
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # for samples.make, which is no part of the installed package

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def path_of(name: str) -> Path:
    return SAMPLES / EXPECTED[name]["file"]


def folded(text: str) -> str:
    """NFC, plain hyphens, one space for a run of white space."""
    text = unicodedata.normalize("NFC", text).replace("\u2011", "-")
    return " ".join(text.split())


@cache
def text_of(name: str) -> str:
    """All words of a sample in one line: first the pages, then each table cell by itself."""
    path = path_of(name)
    return folded({".pdf": _pdf, ".docx": _docx, ".html": _html, ".txt": _txt}[path.suffix](path))


def _txt(path: Path) -> str:
    return path.read_text("utf-8")


def _html(path: Path) -> str:
    return str(html.fromstring(path.read_text("utf-8")).text_content())


def _docx(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    paragraphs = []
    for paragraph in root.iter(f"{_WORD}p"):
        words = []
        for element in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}noBreakHyphen"):
            words.append(element.text or "" if element.tag == f"{_WORD}t" else "-")
        paragraphs.append("".join(words))
    return "\n".join(paragraphs)


def _pdf(path: Path) -> str:
    import pdfplumber
    import pypdfium2

    with path.open("rb") as file:
        pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(file)]
    # The page number stands at the top of every page but the first.
    texts = [re.sub(r"^\s*\d+\s", "", page) if index else page for index, page in enumerate(pages)]
    with pdfplumber.open(path) as document:
        tables = [table for page in document.pages for table in page.extract_tables()]
    cells = [cell for table in tables for row in table for cell in row if cell]
    return "\n".join([*texts, *cells])


def values(record: dict[str, Any]) -> list[str]:
    """The values of a record that are the document's own words."""
    signer, number = record["signer"], record["number"]
    found = [record["subject"], record["place"], record["archive"], record["priority"], record["secrecy"]]
    found += [number["value"], number["notation"], signer["position"], signer["full_name"]]
    found += (signer["competence"] or "").split(" / ") + record["to_places"]
    found += [citation["number"] for citation in record["citations"]]
    for task in record["tasks"]:
        found += [task["text"], task["product"], (task["deadline"] or {}).get("raw")]
    return [value for value in found if value]
