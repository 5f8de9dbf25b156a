"""`dispatch-parser doctor`: what is installed, what is missing, how to get it."""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, entry_points, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dispatch_parser import __version__
from dispatch_parser.cli import text
from dispatch_parser.errors import ExitCode

PACKAGES = (
    "spacy",
    "underthesea",
    "pdfplumber",
    "pypdfium2",
    "pillow",
    "lxml",
    "pydantic",
    "PyYAML",
    "rich",
)
MODEL = "vi_dispatch_rules"
EXTRAS = {"pyarrow": "parquet", "xlsxwriter": "xlsx", "fsspec": "remote"}
PROGRAMS = ("soffice", "libreoffice")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing the parser uses. `found` is its version or place; None if missing, and `remedy` helps."""

    name: str
    needed: bool
    found: str | None
    remedy: str = ""


def add_parser(subparsers: argparse._SubParsersAction[Any]) -> None:
    """Register the command."""
    about = text.say("doctor.help")
    parser = subparsers.add_parser("doctor", help=about, description=about)
    parser.add_argument("--json", action="store_true", help=text.say("doctor.json"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every part; 0 if all that is needed is here, else 1."""
    found = list(parts())
    ok = all(part.found is not None for part in found if part.needed)
    if args.json:
        print(json.dumps({"ok": ok, "parts": [asdict(part) for part in found]}, ensure_ascii=False, indent=2))
    else:
        _print(found, ok)
    return int(ExitCode.OK if ok else ExitCode.FAILED)


def parts() -> Iterator[Part]:
    """Everything that is looked for; nothing is imported, nothing is run."""
    yield Part("dispatch-parser", needed=True, found=__version__)
    python = platform.python_version() if sys.version_info >= (3, 10) else None
    yield Part("python", needed=True, found=python, remedy="" if python else text.say("doctor.python"))
    requirements = _requirements()
    for package in PACKAGES:
        found = _version(package)
        remedy = (
            "" if found else text.say("doctor.pip", requirement=requirements.get(package.lower(), package))
        )
        yield Part(package, needed=True, found=found, remedy=remedy)
    model = _model_version()
    yield Part(MODEL, needed=True, found=model, remedy="" if model else text.say("doctor.model"))
    office = next(filter(None, map(shutil.which, PROGRAMS)), None)
    yield Part(
        "LibreOffice", needed=False, found=office, remedy="" if office else text.say("doctor.libreoffice")
    )
    sign = _version("pyhanko")
    yield Part("pyHanko", needed=False, found=sign, remedy="" if sign else text.say("doctor.sign"))
    for package, extra in EXTRAS.items():
        found = _version(package)
        remedy = "" if found else text.say("doctor.pip", requirement=f"dispatch-parser[{extra}]")
        yield Part(package, needed=False, found=found, remedy=remedy)
    ocr = _ocr()
    yield Part("OCR", needed=False, found=ocr, remedy="" if ocr else text.say("doctor.ocr"))


def _ocr() -> str | None:
    """The OCR engine that would read scans, without loading it: a plug-in's name, or tesserocr and its data."""
    from dispatch_parser.readers.ocr import tesseract
    from dispatch_parser.readers.ocr.engine import GROUP

    plugin = min((point.name for point in entry_points(group=GROUP)), default=None)
    folder, library = tesseract.data_folder(), _version("tesserocr")
    return plugin or (f"tesserocr {library}, {folder}" if folder and library else None)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _requirements() -> dict[str, str]:
    """What this package asks of each of its dependencies (`spacy>=3.8,<3.9`), by name."""
    try:
        lines = requires("dispatch-parser") or []
    except PackageNotFoundError:
        return {}
    plain = [line.replace(" ", "") for line in lines if ";" not in line]
    return {_name(line): line for line in plain}


def _name(requirement: str) -> str:
    for position, char in enumerate(requirement):
        if char in "<>=!~[(":
            return requirement[:position].lower()
    return requirement.lower()


def _model_version() -> str | None:
    """The version in the model package's meta.json, read without importing the package."""
    spec = find_spec(MODEL)
    if spec is None or spec.origin is None:
        return None
    try:
        meta = json.loads((Path(spec.origin).parent / "meta.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return str(meta.get("version", "?"))


def _print(found: list[Part], ok: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, show_edge=False, pad_edge=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    for part in found:
        mark = Text("✓", "green") if part.found else Text("✗", "red") if part.needed else Text("–", "yellow")
        state = part.found or text.say("doctor.missing")
        if not part.needed:
            state += f" ({text.say('doctor.optional')})"
        table.add_row(mark, part.name, Text(state), Text(part.remedy))
    console = text.console()
    console.print(table)
    console.print(text.say("doctor.ok" if ok else "doctor.not_ok"))
