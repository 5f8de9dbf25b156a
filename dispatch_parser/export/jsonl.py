"""Records as JSON Lines: one record a line, whole or values only."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from dispatch_parser.export.tables import Record


def write_jsonl(records: Iterable[Record], paths: tuple[Path, ...], *, plain: bool = False) -> None:
    """Write one file: UTF-8, LF, an object a line. Raises OSError."""
    from dispatch_parser.record import DispatchRecord

    with paths[0].open("w", encoding="utf-8", newline="\n") as handle:
        for record in records:
            values = DispatchRecord.model_validate(record).plain() if plain else record
            handle.write(json.dumps(values, ensure_ascii=False, separators=None if plain else (",", ":")) + "\n")
