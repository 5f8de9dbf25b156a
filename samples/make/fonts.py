"""Finds the font that the PDF samples embed: Liberation Serif, metric-compatible with Times New Roman."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FAMILY = "LiberationSerif"
STYLES = {"": "Regular", "-Bold": "Bold", "-Italic": "Italic", "-BoldItalic": "BoldItalic"}
FOLDERS = (
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/liberation-serif",
    "/usr/share/fonts/liberation",
    "~/.fonts",
    "~/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)


class FontMissingError(RuntimeError):
    """Liberation Serif is in none of the usual places."""

    def __init__(self) -> None:
        super().__init__(
            "Liberation Serif was not found. On Debian: apt-get install fonts-liberation2. "
            f"Looked in: {', '.join(FOLDERS)}"
        )


def find(style: str) -> Path:
    """The path of one style (`Regular`, `Bold`, …); FontMissingError if there is none."""
    for folder in FOLDERS:
        path = Path(folder).expanduser() / f"LiberationSerif-{style}.ttf"
        if path.is_file():
            return path
    raise FontMissingError


def register() -> None:
    """Make the four styles known to reportlab as `LiberationSerif`, `LiberationSerif-Bold` and so on."""
    for suffix, style in STYLES.items():
        pdfmetrics.registerFont(TTFont(FAMILY + suffix, str(find(style))))
    pdfmetrics.registerFontFamily(
        FAMILY,
        normal=FAMILY,
        bold=f"{FAMILY}-Bold",
        italic=f"{FAMILY}-Italic",
        boldItalic=f"{FAMILY}-BoldItalic",
    )
