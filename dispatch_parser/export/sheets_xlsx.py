"""Records as a workbook: a sheet of dispatches, a sheet of tasks, dates that sort, filters (extra `xlsx`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from dispatch_parser.errors import MissingDependencyError
from dispatch_parser.export.tables import TABLES, Record, Table, Value, text_of

_ROWS = 1_048_576  # of a sheet, by the format
_CHARACTERS = 32_767  # of a cell, by the format
_WIDTHS = {"text": 24, "texts": 32, "date": 12, "whole": 10, "number": 10}
_WIDE = {"subject": 60, "text": 80}
_FIRST_YEAR = 1900


def write_xlsx(records: Iterable[Record], paths: tuple[Path, ...], *, english: bool = False) -> None:
    """Write one workbook with headings in Vietnamese, or in English: the columns' own names.

    Nothing in it is a formula or a link. A text longer than a cell may be ends with `…`; rows beyond what a sheet
    may hold go on a further sheet. Raises MissingDependencyError without xlsxwriter, OSError.
    """
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError
    except ImportError as error:
        raise MissingDependencyError(paths[0].name, "xlsxwriter") from error
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(str(paths[0]), options)
    book.set_properties({"created": dt.datetime(2000, 1, 1)})  # the same records are the same bytes
    sheets = [_Sheets(book, table, english=english) for table in TABLES]
    for record in records:
        for sheet in sheets:
            sheet.add(record)
    for sheet in sheets:
        sheet.close()
    try:
        book.close()
    except FileCreateError as error:
        cause = error.args[0] if error.args else None
        raise cause if isinstance(cause, OSError) else OSError(str(error)) from error


class _Sheets:
    """One table on as many sheets as it needs."""

    def __init__(self, book: Any, table: Table, *, english: bool) -> None:  # noqa: ANN401 - xlsxwriter is untyped
        self._book, self._table, self._english = book, table, english
        self._heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._date = book.add_format({"num_format": "dd/mm/yyyy"})
        self._count = 0
        self._open()

    def _open(self) -> None:
        self._count += 1
        self._row = 1
        title = self._table.name.capitalize() if self._english else self._table.title
        self._sheet = self._book.add_worksheet(title if self._count == 1 else f"{title} {self._count}")
        self._sheet.freeze_panes(1, 1)
        for index, column in enumerate(self._table.columns):
            self._sheet.write_string(0, index, column.name if self._english else column.title, self._heading)
            self._sheet.set_column(index, index, _WIDE.get(column.name, _WIDTHS[column.kind]))

    def add(self, record: Record) -> None:
        """Write the rows of a record."""
        for row in self._table.values(record):
            if self._row >= _ROWS:
                self.close()
                self._open()
            for index, value in enumerate(row):
                self._write(index, value)
            self._row += 1

    def _write(self, index: int, value: Value) -> None:
        if value is None or value == []:
            return
        if isinstance(value, dt.date) and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(self._row, index, dt.datetime.combine(value, dt.time()), self._date)
        elif isinstance(value, int | float):
            self._sheet.write_number(self._row, index, value)
        else:
            text = text_of(value)
            cut = text if len(text) <= _CHARACTERS else text[: _CHARACTERS - 1] + "…"
            self._sheet.write_string(self._row, index, cut)

    def close(self) -> None:
        """Put the filters on."""
        self._sheet.autofilter(0, 0, max(self._row - 1, 1), len(self._table.columns) - 1)
