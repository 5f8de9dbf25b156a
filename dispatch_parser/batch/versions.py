"""What reads a document, as versions: the same versions give the same record of the same bytes."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import dispatch_parser
from dispatch_parser import model as models

_NOT_READING = ("batch", "cli", "evaluation", "export", "lint", "review")
_LIBRARIES = (
    "spacy", "underthesea", "pdfplumber", "pypdfium2", "lxml", "pillow", "pyhanko", "tesserocr", "numpy",
    "rapidfuzz", "trueocr", "rapidocr", "onnxruntime",
)  # fmt: skip
_REGISTER = (
    "agencies.csv", "divisions.csv", "group_members.csv", "groups.csv", "local_bodies.csv", "provinces.csv",
    "regions.csv",
)  # fmt: skip


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """Versions of the code, the model, the register, Python and the libraries that read; `-` for what is missing.

    Code, model and register are told by their files too, so a change without a new version number shows.
    """
    package = Path(dispatch_parser.__file__).parent
    model = models.load().path
    code = (path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in _NOT_READING)
    found = {
        "code": f"{dispatch_parser.__version__}+{_digest(code, package)}",
        "model": f"{models.DEFAULT_MODEL} {_digest(_data(model), model)}",
        "register": _digest((model / "lexicon" / name for name in _REGISTER), model),
        "python": platform.python_version(),
    }
    return found | {name: _version(name) for name in _LIBRARIES}


def key(options: str = "") -> str:
    """One word for all that decides a record besides the bytes; `options` are those that change records."""
    told = "\n".join(f"{name}={value}" for name, value in sorted(versions().items()))
    return hashlib.sha256(f"{told}\n{options}".encode()).hexdigest()[:16]


def _data(model: Path) -> Iterable[Path]:
    return (path for path in model.rglob("*") if path.suffix in (".csv", ".yaml", ".cfg", ".json", ".py"))


def _digest(paths: Iterable[Path], root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:12]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
