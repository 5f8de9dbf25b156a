"""The sentences of the commands that work on many files: `batch`, `diff`, `scan`, `watch`."""

from __future__ import annotations

SENTENCES: dict[str, dict[str, str]] = {
    # -- batch ---------------------------------------------------------------------------------
    "batch.help": {
        "vi": "đọc hàng loạt văn bản; dừng giữa chừng thì chạy lại là tiếp tục",
        "en": "read many dispatches; if it is stopped, the same command goes on",
    },
    "batch.sources": {
        "vi": "thư mục, tệp, mẫu tên (*.pdf), tệp nén zip/tar, địa chỉ fsspec; - đọc danh sách từ đầu vào chuẩn",
        "en": "a directory, file, pattern (*.pdf), zip or tar archive, fsspec address; - reads a list on stdin",
    },
    "batch.output": {
        "vi": "thư mục kết quả và nhật ký; hoặc một tệp .jsonl, .parquet, .csv, .xlsx",
        "en": "directory of the results and the journal; or one file .jsonl, .parquet, .csv, .xlsx",
    },
    "batch.format": {
        "vi": "dạng kết quả, cách nhau bằng dấu phẩy: jsonl (mặc định), parquet, csv, xlsx",
        "en": "formats of the result, divided by commas: jsonl (default), parquet, csv, xlsx",
    },
    "batch.format_wrong": {
        "vi": "không có dạng {value}; chọn trong: {names}",
        "en": "no format {value}; choose from: {names}",
    },
    "batch.part": {
        "vi": "số văn bản trong một tệp kết quả (mặc định: 10000)",
        "en": "documents in one file of the result (default: 10000)",
    },
    "batch.jobs": {
        "vi": "số tiến trình chạy cùng lúc (mặc định: số nhân CPU)",
        "en": "processes at work at once (default: the number of CPU cores)",
    },
    "batch.jobs_wrong": {"vi": "cần một số nguyên dương", "en": "a whole number above zero is needed"},
    "batch.seconds": {
        "vi": "số giây tối đa cho một văn bản (mặc định: 300)",
        "en": "how many seconds one document may take (default: 300)",
    },
    "batch.memory": {
        "vi": "bộ nhớ tối đa cho một văn bản: 500M, 2G (mặc định: 2G)",
        "en": "how much memory one document may take: 500M, 2G (default: 2G)",
    },
    "batch.max_bytes": {
        "vi": "cỡ tối đa của một tệp: 50M (mặc định: 200M)",
        "en": "the largest file: 50M (default: 200M)",
    },
    "batch.max_pages": {
        "vi": "số trang tối đa của một văn bản (mặc định: 2000)",
        "en": "the most pages of a document (default: 2000)",
    },
    "batch.max_nesting": {
        "vi": "số tầng tệp nén lồng nhau tối đa (mặc định: 3)",
        "en": "how deep archives may stand in archives (default: 3)",
    },
    "batch.size_wrong": {"vi": "cần một cỡ như 500M, 2G", "en": "a size like 500M or 2G is needed"},
    "batch.since": {
        "vi": "chỉ các tệp sửa đổi từ ngày này (2026-05-31 hoặc 31/5/2026)",
        "en": "only files changed on this day or later (2026-05-31 or 31/5/2026)",
    },
    "batch.shard": {
        "vi": "chỉ phần thứ i trong n phần (2/8), chia theo tên; mỗi phần một thư mục con của OUT",
        "en": "only part i of n (2/8), divided by name; each part has a directory of its own in OUT",
    },
    "batch.shard_wrong": {"vi": "ghi i/n, ví dụ 2/8", "en": "write i/n, for example 2/8"},
    "batch.engine": {
        "vi": "nơi chạy: processes (máy này) hoặc dask (docs/scale.md)",
        "en": "where to work: processes of this machine, or dask (docs/scale.md)",
    },
    "batch.scheduler": {
        "vi": "địa chỉ bộ điều phối Dask, ví dụ tcp://10.0.0.5:8786",
        "en": "address of a Dask scheduler, such as tcp://10.0.0.5:8786",
    },
    "batch.retry_errors": {
        "vi": "đọc lại cả những tệp đã lỗi ở lần trước",
        "en": "read again what failed in an earlier run",
    },
    "batch.quiet": {"vi": "không in tiến độ và tổng kết", "en": "no progress, no summary"},
    "batch.nothing": {
        "vi": "{path}: không có văn bản nào đọc được ({suffixes})",
        "en": "{path}: holds no document that can be read ({suffixes})",
    },
    "batch.listed": {
        "vi": "{total} văn bản, {kept} đã có kết quả từ lần trước",
        "en": "{total} documents, {kept} with an answer from an earlier run",
    },
    "batch.progress": {
        "vi": "{done}/{total}, {failed} lỗi, {rate} văn bản/giây, còn khoảng {left}",
        "en": "{done} of {total}, {failed} failed, {rate} documents/s, about {left} left",
    },
    "batch.summary": {
        "vi": "đọc được {done}/{total} văn bản, {failed} lỗi, bỏ qua {skipped} tệp khác loại → {output}",
        "en": "read {done} of {total} documents, {failed} failed, {skipped} other files left out → {output}",
    },
    "batch.see_errors": {"vi": "các lỗi: {path}", "en": "the failures: {path}"},
    "batch.go_on": {
        "vi": "đã dừng; mọi kết quả đã có được giữ trong {path}, chạy lại cùng lệnh để tiếp tục",
        "en": "stopped; every answer so far is kept in {path}, the same command goes on from there",
    },
    "batch.killed": {
        "vi": "{name}: tiến trình đọc tệp này chết hai lần (hết bộ nhớ, lỗi của thư viện?); tệp khác không ảnh "
        "hưởng. Hãy mở tệp rồi lưu thành tệp mới, hoặc báo lỗi",
        "en": "{name}: the process reading this file died twice (out of memory, a fault of a library?); the others "
        "are not affected. Save the file anew in its program, or report it",
    },
    "batch.timeout": {
        "vi": "{name}: hai lần đọc quá {seconds} giây, đã bỏ; các tệp khác không ảnh hưởng. Cho thêm thời gian bằng "
        "--timeout cùng --retry-errors",
        "en": "{name}: reading took longer than {seconds} s twice and was given up. Give it more with --timeout and "
        "--retry-errors",
    },
    "batch.memory_failed": {
        "vi": "{name}: đọc tệp cần nhiều bộ nhớ hơn cho phép. Cho thêm bằng --memory cùng --retry-errors",
        "en": "{name}: reading took more memory than allowed. Give it more with --memory and --retry-errors",
    },
    # -- diff ----------------------------------------------------------------------------------
    "diff.help": {
        "vi": "so hai lượt batch: từng trường được thêm, mất, đổi",
        "en": "compare two batches: per field what was gained, lost, changed",
    },
    "diff.old": {
        "vi": "lượt cũ: thư mục kết quả hoặc tệp .jsonl",
        "en": "the old run: its directory, or a .jsonl file",
    },
    "diff.new": {"vi": "lượt mới", "en": "the new run"},
    "diff.field": {
        "vi": "in từng chỗ khác của một trường (subject, tasks.text …; all: mọi trường)",
        "en": "print every difference of a field (subject, tasks.text …; all: of every field)",
    },
    "diff.json": {"vi": "in dạng JSON, mỗi chỗ khác một dòng", "en": "print JSON, one difference a line"},
    "diff.unknown_field": {"vi": "không có trường {name}; chọn: {names}", "en": "no field {name}; choose: {names}"},
    "diff.column.field": {"vi": "Trường", "en": "Field"},
    "diff.column.same": {"vi": "Như cũ", "en": "Same"},
    "diff.column.gained": {"vi": "Thêm", "en": "Gained"},
    "diff.column.lost": {"vi": "Mất", "en": "Lost"},
    "diff.column.changed": {"vi": "Đổi", "en": "Changed"},
    "diff.gained": {"vi": "thêm", "en": "gained"},
    "diff.lost": {"vi": "mất", "en": "lost"},
    "diff.changed": {"vi": "đổi", "en": "changed"},
    "diff.documents": {
        "vi": "{both} văn bản có trong cả hai lượt, {gained} chỉ đọc được ở lượt mới, {lost} chỉ ở lượt cũ",
        "en": "{both} documents in both runs, {gained} read in the new one only, {lost} in the old one only",
    },
    # -- scan ----------------------------------------------------------------------------------
    "scan.help": {
        "vi": "xem trước một thư mục mà không đọc: loại tệp, trang, lớp chữ, phông cũ, mật khẩu, trùng, thời gian",
        "en": "look at a directory without parsing: kinds, pages, text layers, old fonts, passwords, duplicates, time",
    },
    "scan.json": {"vi": "in mỗi tệp một dòng JSON", "en": "print one JSON object a file"},
    "scan.kind": {"vi": "Loại", "en": "Kind"},
    "scan.files": {"vi": "Tệp", "en": "Files"},
    "scan.pages": {"vi": "Trang", "en": "Pages"},
    "scan.scanned": {"vi": "Trang quét", "en": "Scanned pages"},
    "scan.legacy": {"vi": "Phông cũ", "en": "Legacy fonts"},
    "scan.problems": {"vi": "Không đọc được", "en": "Unreadable"},
    "scan.megabytes": {"vi": "MB", "en": "MB"},
    "scan.summary": {
        "vi": "{files} văn bản, {pages} trang; {duplicates} tệp trùng nội dung; bỏ qua {skipped} tệp khác loại",
        "en": "{files} documents, {pages} pages; {duplicates} with the content of another; {skipped} others left out",
    },
    "scan.time": {
        "vi": "ước tính {time} với {jobs} tiến trình",
        "en": "about {time} with {jobs} processes",
    },
    # -- watch ---------------------------------------------------------------------------------
    "watch.help": {
        "vi": "theo dõi một thư mục, đọc từng văn bản khi tệp đã chép xong",
        "en": "watch a directory and read each document once it has arrived whole",
    },
    "watch.directory": {"vi": "thư mục cần theo dõi", "en": "the directory"},
    "watch.output": {
        "vi": "thư mục kết quả: mỗi văn bản một tệp <tên>.json, lỗi là <tên>.error.json",
        "en": "directory of the results: <name>.json a document, <name>.error.json for a failure",
    },
    "watch.interval": {
        "vi": "số giây giữa hai lần xem (mặc định: 5); tệp không đổi qua hai lần là đã chép xong",
        "en": "seconds between two looks (default: 5); a file that stays the same from one to the next is whole",
    },
    "watch.once": {"vi": "đọc những gì đang có rồi dừng", "en": "read what is there, then stop"},
    "watch.inside": {
        "vi": "thư mục kết quả không được nằm trong thư mục theo dõi",
        "en": "the directory of the results must not lie in the directory that is watched",
    },
    "watch.started": {"vi": "đang theo dõi {path}; Ctrl-C để dừng", "en": "watching {path}; Ctrl-C stops"},
    "watch.done": {"vi": "{name}: xong", "en": "{name}: done"},
}
