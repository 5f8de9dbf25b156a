"""What `make demo` runs: every sample as a row on the terminal, a line of records.jsonl, and an HTML page."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from dispatch_parser import DispatchError, DispatchRecord, Parser
from dispatch_parser.review.page import review
from dispatch_parser.review.panel import number_of

SUFFIXES = (".docx", ".html", ".pdf", ".txt")


def main(samples: Path, out: Path) -> int:
    """Read the samples, write what was found to `out`, say where it is. 1 if a sample could not be read."""
    out.mkdir(parents=True, exist_ok=True)
    parser = Parser()
    table = Table("Tệp", "Loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Nhiệm vụ", "Viện dẫn")
    failed = 0
    with (out / "records.jsonl").open("w", encoding="utf-8") as lines:
        for path in sorted(path for path in samples.iterdir() if path.suffix in SUFFIXES):
            try:
                record, page = review(path, parser)
            except DispatchError as error:
                print(error, file=sys.stderr)
                failed = 1
                continue
            lines.write(record.model_dump_json() + "\n")
            (out / f"{path.name}.html").write_text(page, encoding="utf-8")
            table.add_row(path.name, *row(record))
    Console(width=None if sys.stdout.isatty() else 140).print(table)
    print(f"\nCác bản ghi / records:      {out / 'records.jsonl'}")
    print(f"Trang đối chiếu / pages:    {out}/*.html  (mở bằng trình duyệt / open in a browser)")
    return failed


def row(record: DispatchRecord) -> tuple[str, ...]:
    """One record in the columns of the table."""
    return (
        record.document_type.value or "",
        number_of(record) or "",
        record.date.value.isoformat() if record.date.value else "",
        record.issuer.name.value or "",
        str(len(record.tasks)),
        str(len(record.citations)),
    )


if __name__ == "__main__":
    sys.exit(main(Path("samples"), Path("out")))
