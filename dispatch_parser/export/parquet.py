"""Records as Parquet: a file of dispatches, with the whole record as JSON beside the columns, and one of tasks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dispatch_parser.errors import MissingDependencyError
from dispatch_parser.export.tables import DISPATCHES, TABLES, Record, Table

_GROUP = 1_000  # dispatches of a row group


def write_parquet(records: Iterable[Record], paths: tuple[Path, ...]) -> None:
    """Write dispatches and tasks: typed dates, lists as lists, zstd; `record` holds the whole record as JSON.

    Raises MissingDependencyError without pyarrow (extra `parquet`), OSError.
    """
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingDependencyError(paths[0].name, "pyarrow") from error
    schemas = [_schema(arrow, table) for table in TABLES]
    with ExitStack() as stack:
        writers = [
            stack.enter_context(parquet.ParquetWriter(str(path), schema, compression="zstd"))
            for path, schema in zip(paths, schemas, strict=True)
        ]
        group: list[Record] = []
        for record in records:
            group.append(record)
            if len(group) == _GROUP:
                _write(arrow, writers, schemas, group)
                group = []
        _write(arrow, writers, schemas, group)


def _schema(arrow: Any, table: Table) -> Any:  # noqa: ANN401 - pyarrow is untyped
    types = {
        "text": arrow.string(),
        "date": arrow.date32(),
        "whole": arrow.int32(),
        "number": arrow.float64(),
        "texts": arrow.list_(arrow.string()),
    }
    fields = [(column.name, types[column.kind]) for column in table.columns]
    return arrow.schema([*fields, ("record", arrow.string())] if table is DISPATCHES else fields)


def _write(arrow: Any, writers: list[Any], schemas: list[Any], group: list[Record]) -> None:  # noqa: ANN401
    for writer, schema, table in zip(writers, schemas, TABLES, strict=True):
        rows = []
        for record in group:
            for values in table.values(record):
                row = dict(zip((column.name for column in table.columns), values, strict=True))
                if table is DISPATCHES:
                    row["record"] = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
                rows.append(row)
        if rows:
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))
