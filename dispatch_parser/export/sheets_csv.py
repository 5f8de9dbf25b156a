"""Records as two CSV files that a spreadsheet program opens as they are."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from dispatch_parser.export.tables import TABLES, Record, Value, text_of

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Iterable[Record], paths: tuple[Path, ...]) -> None:
    """Write dispatches and tasks: UTF-8 with a byte order mark, CRLF, commas (RFC 4180), a line of names first.

    Several values in a cell are joined by `; `. Text that a spreadsheet would take for a formula gets an
    apostrophe before it (OWASP, CSV injection). Raises OSError.
    """
    with ExitStack() as stack:
        handles = [stack.enter_context(path.open("w", encoding="utf-8-sig", newline="")) for path in paths]
        writers = [csv.writer(handle) for handle in handles]
        for writer, table in zip(writers, TABLES, strict=True):
            writer.writerow(column.name for column in table.columns)
        for record in records:
            for writer, table in zip(writers, TABLES, strict=True):
                writer.writerows([cell(value) for value in row] for row in table.values(record))


def errors_csv(handle: TextIO) -> Callable[[tuple[str, str, str]], object]:
    """A table of failures in a text file: its head is written, and what writes a row (file, code, message) returned."""
    handle.write("\ufeff")
    writer = csv.writer(handle)
    writer.writerow(("file", "code", "message"))
    return lambda row: writer.writerow([cell(value) for value in row])


def cell(value: Value) -> str:
    """A value as the text of a cell that no spreadsheet computes."""
    text = text_of(value)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text
