"""The words of the command line, Vietnamese and English, and where they go.

`use` sets the language once, when a command line starts; `say` gives a sentence in it. Errors about an input are
worded by `dispatch_parser.messages`; these are the command line's own.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

LANGUAGES = ("vi", "en")
_language = "vi"

SENTENCES: dict[str, dict[str, str]] = {
    "evaluate.help": {
        "vi": "đo chất lượng trên các văn bản đã gán nhãn",
        "en": "measure the parser on annotated documents",
    },
    "evaluate.gold": {"vi": "thư mục các bản ghi chuẩn (JSON)", "en": "directory of gold records (JSON)"},
    "evaluate.docs": {
        "vi": "thư mục văn bản; thư mục đầu tiên có <id>.* được dùng",
        "en": "directory of documents; the first one that holds <id>.* wins",
    },
    "evaluate.json": {"vi": "ghi kết quả chi tiết vào tệp", "en": "write the details of every document to a file"},
    "evaluate.against": {
        "vi": "so với kết quả cũ: liệt kê phần được thêm, phần mất đi",
        "en": "compare with an older result: list what was gained and lost",
    },
    "evaluate.media": {"vi": "chỉ các loại tệp này", "en": "only these kinds of file"},
    "evaluate.layer": {
        "vi": "chỉ các lớp chữ này (digital, scan, mixed)",
        "en": "only these text layers (digital, scan, mixed)",
    },
    "evaluate.detail": {
        "vi": "in từng chỗ sai của một trường (subject, issuer, citations, tasks, …)",
        "en": "print every mismatch of one field (subject, issuer, citations, tasks, …)",
    },
    "evaluate.unknown_field": {
        "vi": "không có trường {name}; chọn một trong: {names}",
        "en": "no field {name}; choose one of: {names}",
    },
    "evaluate.by_kind": {
        "vi": "Theo lớp chữ và loại tệp (đúng hẳn, gần đúng)",
        "en": "By text layer and kind of file (exact, soft)",
    },
    "evaluate.by_source": {"vi": "Theo nguồn", "en": "By source"},
}


def use(language: str) -> None:
    """Set the language of all sentences from here on."""
    global _language
    _language = language


def language() -> str:
    """The language in use: `vi` or `en`."""
    return _language


def say(key: str, **values: object) -> str:
    """The sentence for a key, with its values filled in."""
    return SENTENCES[key][_language].format(**values) if values else SENTENCES[key][_language]


def complain(key: str, **values: object) -> None:
    """Print a sentence on stderr."""
    print(f"dispatch-parser: {say(key, **values)}", file=sys.stderr)


def console(*, stderr: bool = False) -> Console:
    """A rich console on the present stdout or stderr; wide where nobody watches, so that no line is cut."""
    from rich.console import Console

    stream: Any = sys.stderr if stderr else sys.stdout
    wide = None if stream.isatty() or "COLUMNS" in os.environ else 200
    return Console(file=stream, width=wide, highlight=False, soft_wrap=False)
