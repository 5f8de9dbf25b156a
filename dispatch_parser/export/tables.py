"""Records as two tables: one row a dispatch, one row a task. CSV, XLSX and Parquet are this, written differently.

A column has a name for programs, a Vietnamese title for people, and a kind: text, date, whole, number, or texts
(several values).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

Record = dict[str, Any]
"""A record as plain JSON values (`DispatchRecord.model_dump(mode="json")`)."""

Kind = Literal["text", "date", "whole", "number", "texts"]
Value = str | int | float | dt.date | list[str] | None

_HEADER = ("document_type", "place", "date", "subject", "priority", "secrecy", "archive")
_STATED = (
    *((name, (name,)) for name in _HEADER),
    ("issuer.name", ("issuer", "name")),
    ("issuer.parent", ("issuer", "parent")),
    ("number.value", ("number", "value")),
    ("number.notation", ("number", "notation")),
    ("signer.competence", ("signer", "competence")),
    ("signer.position", ("signer", "position")),
    ("signer.full_name", ("signer", "full_name")),
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `get` takes its value from a row (a record, or a record and a task of it)."""

    name: str
    title: str
    kind: Kind
    get: Callable[..., Any]

    def value(self, *row: Any) -> Value:  # noqa: ANN401 - a record; a record and a task
        """The value, dates as dates."""
        found = self.get(*row)
        if self.kind == "date" and isinstance(found, str):
            return dt.date.fromisoformat(found)
        return found  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name for programs, its Vietnamese title, its columns, and its rows of a record."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Record], Iterator[tuple[Any, ...]]]

    def values(self, record: Record) -> Iterator[list[Value]]:
        """The rows of a record, a value a column."""
        for row in self.rows(record):
            yield [column.value(*row) for column in self.columns]


def text_of(value: Value) -> str:
    """A value as text for a cell: several joined by `; `, dates as in ISO 8601, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _field(*path: str) -> Callable[[Record], Any]:
    def get(record: Record) -> Any:  # noqa: ANN401
        for part in path:
            record = record[part]
        return record["value"]

    return get


def _states(state: str) -> Callable[[Record], list[str]]:
    def get(record: Record) -> list[str]:
        found = []
        for name, path in _STATED:
            field: Any = record
            for part in path:
                field = field[part]
            if field["state"] == state:
                found.append(name)
        return found

    return get


def _symbol(record: Record) -> str | None:
    """Number and notation as one word: `1315/UBND-NVK`."""
    parts = [record["number"][part]["value"] for part in ("value", "notation")]
    return "/".join(part or "…" for part in parts) if any(parts) else None


def _names(part: str, name: str = "name") -> Callable[[Record], list[str]]:
    return lambda record: [entry[name] for entry in record[part]]


def _role(role: str) -> Callable[[Record, Record], list[str]]:
    return lambda record, task: [agency["name"] for agency in task["agencies"] if agency["role"] == role]


def _of(part: str, name: str) -> Callable[[Record, Record], Any]:
    return lambda record, task: task[part] and task[part][name]


def _task(name: str) -> Callable[[Record, Record], Any]:
    return lambda record, task: task[name]


def _evidence(get: Callable[[Record], Any]) -> Callable[[Record, Record], Any]:
    return lambda record, task: get(task["evidence"])


def _whole(get: Callable[[Record], Any]) -> Callable[[Record, Record], Any]:
    return lambda record, task: get(record)


_FILE = Column("file", "Tệp", "text", lambda record: record["source"]["name"])
_ISSUER = Column("issuer", "Cơ quan ban hành", "text", _field("issuer", "name"))
_DATE = Column("date", "Ngày ban hành", "date", _field("date"))

DISPATCHES = Table(
    "dispatches",
    "Văn bản",
    (
        _FILE,
        Column("source_kind", "Nguồn", "text", lambda record: record["source_kind"]),
        Column("document_type", "Loại văn bản", "text", _field("document_type")),
        Column("number", "Số", "text", _field("number", "value")),
        Column("notation", "Ký hiệu", "text", _field("number", "notation")),
        _DATE,
        Column("place", "Địa danh", "text", _field("place")),
        _ISSUER,
        Column("issuer_id", "Mã cơ quan ban hành", "text", lambda record: record["issuer"]["id"]),
        Column("issuer_parent", "Cơ quan chủ quản", "text", _field("issuer", "parent")),
        Column("subject", "Trích yếu", "text", _field("subject")),
        Column("priority", "Độ khẩn", "text", _field("priority")),
        Column("secrecy", "Độ mật", "text", _field("secrecy")),
        Column("addressees", "Kính gửi", "texts", _names("addressees")),
        Column("to_places", "Nơi nhận", "texts", _names("to_places")),
        Column("archive", "Lưu", "text", _field("archive")),
        Column("competence", "Thẩm quyền ký", "text", _field("signer", "competence")),
        Column("position", "Chức vụ", "text", _field("signer", "position")),
        Column("signer", "Người ký", "text", _field("signer", "full_name")),
        Column("citations", "Văn bản viện dẫn", "texts", _names("citations", "number")),
        Column("attachments", "Phụ lục", "texts", _names("attachments")),
        Column("tasks", "Số nhiệm vụ", "whole", lambda record: len(record["tasks"])),
        Column("unreadable", "Không đọc được", "texts", _states("unreadable")),
        Column("ambiguous", "Nhiều cách đọc", "texts", _states("ambiguous")),
        Column("warnings", "Lưu ý", "texts", _names("warnings", "message")),
        Column("media", "Kiểu tệp", "text", lambda record: record["source"]["media"]),
        Column("pages", "Số trang", "whole", lambda record: record["source"]["pages"]),
        Column("text_layer", "Lớp chữ", "text", lambda record: record["source"]["text_layer"]),
        Column("sha256", "SHA-256", "text", lambda record: record["source"]["sha256"]),
    ),
    lambda record: iter([(record,)]),
)

TASKS = Table(
    "tasks",
    "Nhiệm vụ",
    (
        Column("file", "Tệp", "text", _whole(_FILE.get)),
        Column("dispatch", "Số, ký hiệu", "text", _whole(_symbol)),
        Column("date", "Ngày ban hành", "date", _whole(_DATE.get)),
        Column("issuer", "Cơ quan ban hành", "text", _whole(_ISSUER.get)),
        Column("task", "Mã nhiệm vụ", "text", _task("id")),
        Column("kind", "Loại việc", "text", _task("kind")),
        Column("text", "Nội dung", "text", _task("text")),
        Column("lead", "Chủ trì", "texts", _role("lead")),
        Column("coordinate", "Phối hợp", "texts", _role("coordinate")),
        Column("report_to", "Báo cáo", "texts", _role("report_to")),
        Column("delegate", "Được chỉ đạo", "texts", _role("delegate")),
        Column("target", "Đối tượng", "texts", _role("target")),
        Column("due", "Hạn", "date", _of("due", "date")),
        Column("due_words", "Thời hạn ràng buộc", "text", _of("due", "raw")),
        Column("deadline", "Thời hạn ghi trong câu", "text", _of("deadline", "raw")),
        Column("deadline_kind", "Loại thời hạn", "text", _of("deadline", "kind")),
        Column("deadline_date", "Ngày trong câu", "date", _of("deadline", "date")),
        Column("boundary", "Trước hay trong ngày", "text", _of("due", "boundary")),
        Column("recurrence", "Định kỳ", "text", _of("due", "recurrence")),
        Column("product", "Sản phẩm", "text", _task("product")),
        Column("parent", "Thuộc mục", "text", _task("parent")),
        Column("cites", "Viện dẫn", "texts", _task("cites")),
        Column("page", "Trang", "whole", _evidence(lambda evidence: evidence["spans"][0]["page"])),
        Column("confidence", "Tin cậy", "number", _evidence(lambda evidence: evidence["confidence"])),
    ),
    lambda record: ((record, task) for task in record["tasks"]),
)

TABLES = (DISPATCHES, TASKS)
