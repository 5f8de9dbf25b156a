"""What a user reads about an input: every sentence in Vietnamese (`vi`) and English (`en`), by code.

Codes of errors are the `code` of the exceptions in `dispatch_parser.errors`; `<code>.remedy` says what to do
about it; `detail.<word>` words an exception's `detail`. Codes of warnings stand in records (`Warning.code`)
and in `Document.notices`. Values in braces are filled in by `text`. No sentence quotes a document.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dispatch_parser.errors import DispatchError
    from dispatch_parser.record import Warning

LANGUAGES = ("vi", "en")

ERRORS: dict[str, dict[str, str]] = {
    "failed": {"vi": "không đọc được", "en": "cannot be read"},
    "failed.remedy": {"vi": "Hãy kiểm tra tệp rồi thử lại.", "en": "Check the file and try again."},
    "not_found": {"vi": "không mở được tệp", "en": "the file cannot be opened"},
    "not_found.remedy": {
        "vi": "Hãy kiểm tra đường dẫn và quyền đọc.",
        "en": "Check the path and the permission to read it.",
    },
    "empty": {"vi": "tệp rỗng", "en": "the file is empty"},
    "empty.remedy": {
        "vi": "Hãy tải hoặc sao chép lại tệp.",
        "en": "Download or copy the file again.",
    },
    "unknown_type": {"vi": "không thuộc loại tệp đọc được", "en": "not a kind of file that can be read"},
    "unknown_type.remedy": {
        "vi": "Các loại đọc được: PDF, DOCX, DOC, RTF, ODT, HTML, văn bản thuần.",
        "en": "Kinds that can be read: PDF, DOCX, DOC, RTF, ODT, HTML, plain text.",
    },
    "damaged": {"vi": "tệp bị hỏng hoặc bị cắt cụt", "en": "the file is damaged or truncated"},
    "damaged.remedy": {
        "vi": "Hãy tải lại tệp, hoặc mở bằng chương trình soạn thảo rồi lưu thành tệp mới.",
        "en": "Download it again, or open it in its program and save it as a new file.",
    },
    "encrypted": {"vi": "tệp có đặt mật khẩu", "en": "the file is protected by a password"},
    "encrypted.remedy": {
        "vi": "Hãy gỡ mật khẩu (lưu lại không mã hóa) rồi thử lại.",
        "en": "Remove the password (save it without encryption) and try again.",
    },
    "too_large": {"vi": "tệp quá lớn so với giới hạn", "en": "the file is larger than the limits allow"},
    "too_large.remedy": {
        "vi": "Hãy tách tệp, hoặc nâng giới hạn (batch: --max-bytes, --max-pages, --max-nesting; "
        "dispatch_parser.limits.Limits).",
        "en": "Split the file, or raise the limit (batch: --max-bytes, --max-pages, --max-nesting; "
        "dispatch_parser.limits.Limits).",
    },
    "hostile": {
        "vi": "tệp được dựng để làm cạn bộ nhớ hay thời gian của máy; đã từ chối đọc",
        "en": "the file is built to exhaust memory or time; it was not read",
    },
    "hostile.remedy": {
        "vi": "Nếu tin nguồn của tệp, hãy mở bằng chương trình soạn thảo rồi lưu thành tệp mới.",
        "en": "If you trust where it came from, open it in its program and save it as a new file.",
    },
    "missing_dependency": {
        "vi": "tệp không có lỗi nhưng máy thiếu chương trình để đọc loại này",
        "en": "nothing is wrong with the file, but a program needed to read its kind is not installed",
    },
    "missing_dependency.remedy": {
        "vi": "Chạy `dispatch-parser doctor` để biết cách cài.",
        "en": "Run `dispatch-parser doctor` to see how to install it.",
    },
    "resources": {
        "vi": "máy hết chỗ trong lúc đọc tệp (đĩa, bộ nhớ, số tệp mở)",
        "en": "the machine ran out of something while the file was read (disk, memory, open files)",
    },
    "resources.remedy": {
        "vi": "Hãy giải phóng chỗ trên đĩa tạm hoặc bộ nhớ rồi chạy lại (batch: --retry-errors).",
        "en": "Free temporary disk space or memory and run again (batch: --retry-errors).",
    },
    "run_busy": {
        "vi": "một tiến trình khác đang ghi vào thư mục kết quả này",
        "en": "another process is writing to this output directory",
    },
    "run_busy.remedy": {
        "vi": "Hãy đợi tiến trình ấy xong, hoặc chọn thư mục khác.",
        "en": "Wait until it has finished, or choose another directory.",
    },
    "run_target": {"vi": "không dùng làm nơi ghi kết quả được", "en": "cannot be the output of a batch"},
    "run_target.remedy": {
        "vi": "Hãy cho một thư mục, hoặc một tệp .jsonl, .parquet, .csv, .xlsx.",
        "en": "Give a directory, or a file named .jsonl, .parquet, .csv or .xlsx.",
    },
    "no_such_page": {"vi": "không có trang nào trong số các trang cần đọc", "en": "has none of the pages asked for"},
    "no_such_page.remedy": {
        "vi": "Hãy chọn trong các trang của tệp (--pages).",
        "en": "Choose among the pages of the file (--pages).",
    },
    "cluster": {"vi": "không dùng được cụm Dask", "en": "the Dask cluster cannot be used"},
    "cluster.remedy": {
        "vi": "Hãy xem địa chỉ, phiên bản và cấu hình của các máy (docs/scale.md) rồi chạy lại; việc đã xong được giữ.",
        "en": "See to the address, versions and configuration of its workers (docs/scale.md) and run again; "
        "what was done is kept.",
    },
    "secret": {
        "vi": "văn bản có dấu chỉ độ mật; không được đọc",
        "en": "the document is marked as a state secret; it was not read",
    },
    "secret.remedy": {
        "vi": "Nếu được phép xử lý văn bản mật trên máy này, hãy thêm --allow-secret.",
        "en": "If you may handle secret documents on this machine, add --allow-secret.",
    },
    "model": {"vi": "tệp dữ liệu của mô hình bị lỗi", "en": "a data file of the model is broken"},
    "model.remedy": {
        "vi": "Hãy sửa đúng chỗ được nêu, hoặc cài lại gói mô hình.",
        "en": "Mend the place named, or install the model package again.",
    },
}

DETAILS: dict[str, dict[str, str]] = {
    "detail.missing": {"vi": "không có tệp này", "en": "there is no such file"},
    "detail.directory": {
        "vi": "đây là thư mục; dùng `dispatch-parser batch` cho cả thư mục",
        "en": "this is a directory; use `dispatch-parser batch` for a whole directory",
    },
    "detail.special": {
        "vi": "đây không phải là tệp thường (ống dẫn, thiết bị)",
        "en": "this is no regular file (a pipe, a device)",
    },
    "detail.permission": {"vi": "không có quyền đọc", "en": "permission denied"},
    "detail.xlsx": {"vi": "đây là bảng tính (XLSX)", "en": "this is a spreadsheet (XLSX)"},
    "detail.xls": {"vi": "đây là bảng tính (XLS)", "en": "this is a spreadsheet (XLS)"},
    "detail.ods": {"vi": "đây là bảng tính (ODS)", "en": "this is a spreadsheet (ODS)"},
    "detail.pptx": {"vi": "đây là bản trình chiếu (PPTX)", "en": "this is a presentation (PPTX)"},
    "detail.ppt": {"vi": "đây là bản trình chiếu (PPT)", "en": "this is a presentation (PPT)"},
    "detail.odp": {"vi": "đây là bản trình chiếu (ODP)", "en": "this is a presentation (ODP)"},
    "detail.msg": {"vi": "đây là thư điện tử (MSG)", "en": "this is a mail message (MSG)"},
    "detail.zip": {
        "vi": "đây là tệp nén; hãy giải nén rồi đọc từng văn bản",
        "en": "this is an archive; unpack it and read the documents one by one",
    },
    "detail.xml": {"vi": "đây là tệp XML", "en": "this is an XML file"},
    "detail.ole": {"vi": "tệp OLE không chứa văn bản Word", "en": "an OLE file without a Word document"},
    "detail.binary": {"vi": "không phải chữ", "en": "it holds no text"},
    "detail.image": {
        "vi": "đây là ảnh; cần OCR để nhận dạng chữ",
        "en": "this is a picture; OCR is needed to read its text",
    },
    "detail.libreoffice": {
        "vi": "cần LibreOffice để đọc .doc, .rtf, .odt (Debian: apt install libreoffice-writer-nogui)",
        "en": "LibreOffice is needed for .doc, .rtf, .odt (Debian: apt install libreoffice-writer-nogui)",
    },
    "detail.bytes": {"vi": "quá nhiều byte", "en": "too many bytes"},
    "detail.start": {
        "vi": "các tiến trình đọc không khởi động được; chạy với DISPATCH_PARSER_DEBUG=1 để xem vì sao",
        "en": "the processes that read cannot start; run with DISPATCH_PARSER_DEBUG=1 to see why",
    },
    "detail.memory": {"vi": "quá bộ nhớ cho phép", "en": "more memory than allowed"},
    "detail.nesting": {"vi": "tệp nén lồng nhau quá sâu", "en": "archives nested too deep"},
    "detail.traversal": {
        "vi": "tên trong tệp nén dẫn ra ngoài tệp nén",
        "en": "a name in the archive leads out of it",
    },
    "detail.link": {
        "vi": "trong tệp nén là liên kết hoặc tệp đặc biệt, không phải tệp thường",
        "en": "a link or special file in the archive, no regular file",
    },
    "detail.fsspec": {
        "vi": 'cần fsspec để mở địa chỉ này: pip install "dispatch-parser[remote]"',
        "en": 'fsspec is needed to open this address: pip install "dispatch-parser[remote]"',
    },
    "detail.pyarrow": {
        "vi": 'cần pyarrow để ghi Parquet: pip install "dispatch-parser[parquet]"',
        "en": 'pyarrow is needed to write Parquet: pip install "dispatch-parser[parquet]"',
    },
    "detail.dask": {"vi": "cần gói dask (extra `dask`)", "en": "Dask is needed (extra `dask`)"},
    "detail.unreachable": {"vi": "không nối được tới cụm", "en": "the cluster cannot be reached"},
    "detail.lost": {"vi": "mất liên lạc với cụm", "en": "the cluster was lost"},
    "detail.versions": {
        "vi": "các máy có phiên bản dispatch-parser khác",
        "en": "its workers have another version of dispatch-parser",
    },
    "detail.ocr": {
        "vi": "một tiến trình nhận dạng chữ bị hệ thống kết thúc",
        "en": "a process that recognises text was ended by the system",
    },
    "detail.daemon": {
        "vi": "worker không được mở tiến trình con (đặt DASK_DISTRIBUTED__WORKER__DAEMON=False)",
        "en": "its workers may not start processes (set DASK_DISTRIBUTED__WORKER__DAEMON=False)",
    },
    "detail.xlsxwriter": {
        "vi": 'cần xlsxwriter để ghi XLSX: pip install "dispatch-parser[xlsx]"',
        "en": 'xlsxwriter is needed to write XLSX: pip install "dispatch-parser[xlsx]"',
    },
    "detail.journal": {
        "vi": "nhật ký (journal.sqlite) bị hỏng hoặc của phiên bản khác; hãy xóa nó, hoặc ghi vào nơi khác",
        "en": "its journal (journal.sqlite) is broken or of another version; remove it, or write elsewhere",
    },
    "detail.shard_file": {
        "vi": "--shard cần một thư mục, mỗi phần một thư mục con",
        "en": "--shard needs a directory, where each shard has one of its own",
    },
    "detail.no_directory": {"vi": "đã có một tệp tên này", "en": "there is a file of that name"},
    "detail.pages": {"vi": "quá nhiều trang", "en": "too many pages"},
    "detail.characters": {"vi": "quá nhiều ký tự", "en": "too many characters"},
    "detail.members": {"vi": "quá nhiều tệp con trong tệp nén", "en": "too many members in the archive"},
    "detail.zip_bomb": {"vi": "bom nén", "en": "a zip bomb"},
    "detail.entities": {
        "vi": "XML khai báo thực thể (DOCTYPE)",
        "en": "XML that declares entities (DOCTYPE)",
    },
    "detail.depth": {"vi": "XML lồng nhau quá sâu", "en": "XML nested too deep"},
    "detail.archive": {"vi": "cấu trúc tệp nén bị hỏng", "en": "the archive structure is broken"},
    "detail.xml_broken": {"vi": "XML bên trong bị hỏng", "en": "the XML inside is broken"},
    "detail.no_document": {"vi": "thiếu phần nội dung chính", "en": "the main document part is missing"},
    "detail.conversion": {
        "vi": "LibreOffice không chuyển đổi được tệp",
        "en": "LibreOffice could not convert the file",
    },
    "detail.timeout": {
        "vi": "LibreOffice chuyển đổi quá lâu",
        "en": "LibreOffice took too long to convert the file",
    },
}

WARNINGS: dict[str, dict[str, str]] = {
    "no_dispatch": {
        "vi": "Không thấy thể thức của một văn bản hành chính; các trường để trống.",
        "en": "No form of an official dispatch was found; the fields stay absent.",
    },
    "no_tasks": {
        "vi": "Không thấy nhiệm vụ nào được giao.",
        "en": "No task was found to be assigned.",
    },
    "blank_number": {
        "vi": "Số văn bản để trống hoặc chỉ ghi trên con dấu; không đọc được.",
        "en": "The number is left blank or stands on a stamp only; it cannot be read.",
    },
    "several_numbers": {
        "vi": "Văn bản mang nhiều số; lấy số in trước, các số khác ở phần lựa chọn khác.",
        "en": "The dispatch carries several numbers; the first printed is taken, the others are alternatives.",
    },
    "blank_date": {
        "vi": "Ngày hoặc tháng để trống; không đọc được ngày ban hành.",
        "en": "Day or month is left blank; the date of issue cannot be read.",
    },
    "scan_without_text": {
        "vi": "Trang là ảnh quét không có lớp chữ và máy chưa cài OCR; chạy `dispatch-parser doctor` để biết cách cài.",
        "en": "A page is a scan without text, and no OCR is installed; see `dispatch-parser doctor`.",
    },
    "ocr_text": {
        "vi": "Chữ được nhận dạng từ ảnh (OCR); hãy đối chiếu số, ngày và tên với ảnh.",
        "en": "Text was recognised from pictures (OCR); compare numbers, dates and names with the pictures.",
    },
    "ocr_timeout": {
        "vi": "Nhận dạng một trang quá lâu nên dừng giữa chừng; trang ấy có thể thiếu chữ.",
        "en": "Recognising a page took too long and was stopped; words of that page may be missing.",
    },
    "pages_not_read": {
        "vi": "Chỉ đọc một số trang, theo yêu cầu; bản ghi thiếu những gì ở các trang khác.",
        "en": "Only some pages were read, as asked; what stands on the others is missing in the record.",
    },
    "several_dispatches": {
        "vi": "Sau chữ ký còn một văn bản khác có số riêng; bản ghi chỉ nói về văn bản đầu (đọc văn bản sau: --pages).",
        "en": "Another dispatch with a number of its own follows; the record is the first one's (see --pages).",
    },
    "pages_unknown": {
        "vi": "Loại tệp này không chia trang cố định; đã đọc toàn bộ.",
        "en": "This kind of file has no fixed pages; all of it was read.",
    },
    "header_only": {
        "vi": "Chỉ đọc phần thể thức, theo yêu cầu; không tìm nhiệm vụ, thời hạn và phụ lục.",
        "en": "Only the header was read, as asked; tasks, deadlines and attachments were not looked for.",
    },
    "unmapped_glyphs": {
        "vi": "Một số ký tự không quy về được Unicode (phông chữ nhúng thiếu bảng mã).",
        "en": "Some characters cannot be mapped to Unicode (an embedded font without a character map).",
    },
    "signature_broken": {
        "vi": "Một chữ ký số trong tệp bị hỏng cấu trúc; không đọc được.",
        "en": "A digital signature in the file is broken and cannot be read.",
    },
    "signature_altered": {
        "vi": "Các byte được một chữ ký số bảo vệ đã bị thay đổi sau khi ký.",
        "en": "The bytes that a digital signature covers were changed after signing.",
    },
    "signature_unproven": {
        "vi": "Một chữ ký số không kiểm được bằng khóa trong chứng thư của chính nó.",
        "en": "A digital signature does not verify with the key of its own certificate.",
    },
    "signature_added_to": {
        "vi": "Tệp được ghi thêm sau chữ ký số cuối cùng; phần ghi thêm không được ký.",
        "en": "Something was added to the file after its last digital signature; it is not signed.",
    },
    "secret_document": {
        "vi": "Văn bản mật: bản ghi này phải được bảo vệ như chính văn bản.",
        "en": "A secret document: this record must be protected as the document itself.",
    },
    "signer_differs": {
        "vi": "Người ký in trên văn bản không trùng với người nào trong các chứng thư chữ ký số.",
        "en": "The printed signer is none of the persons in the certificates of the digital signatures.",
    },
    "legacy_encoding": {
        "vi": "Bảng mã cũ (không phải Unicode); chữ có thể sai dấu, hãy đối chiếu với bản gốc.",
        "en": "A legacy encoding (not Unicode); marks may be wrong, compare with the original.",
    },
    "legacy_unconverted": {
        "vi": "Một số chữ dùng phông bảng mã cũ không chuyển được sang Unicode; hãy đối chiếu với bản gốc.",
        "en": "Some words in an old font encoding could not be converted to Unicode; compare with the original.",
    },
}

MESSAGES: dict[str, dict[str, str]] = {**ERRORS, **DETAILS, **WARNINGS}


def default_lang() -> str:
    """`DISPATCH_PARSER_LANG` if it is `vi` or `en`; else `vi` in a Vietnamese locale, `en` elsewhere."""
    wanted = os.environ.get("DISPATCH_PARSER_LANG", "").strip().lower()
    if wanted in LANGUAGES:
        return wanted
    locale = next(filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "vi" if locale.lower().startswith("vi") else "en"


def text(code: str, lang: str | None = None, **params: object) -> str:
    """The sentence of a code in a language (default: `default_lang`). An unknown code is its own sentence."""
    entry = MESSAGES.get(code)
    if entry is None:
        return code
    sentence = entry[lang if lang in LANGUAGES else default_lang()]
    return sentence.format(**params) if params else sentence


def warning(code: str, **params: object) -> Warning:
    """A record's warning: the code for machines, its Vietnamese sentence for a person."""
    from dispatch_parser.record import Warning

    return Warning(code=code, message=text(code, "vi", **params))


def explain(error: DispatchError, lang: str | None = None) -> str:
    """What is wrong with which file, where in it, and what to do: one line, two sentences."""
    lang = lang if lang in LANGUAGES else default_lang()
    about = [text(error.code, lang)]
    if error.detail:
        known = f"detail.{error.detail}"
        about.append(text(known, lang) if known in DETAILS else error.detail)
    sentence = f"{error.name}: {': '.join(about)}"
    if error.where:
        sentence += f" ({error.where})"
    return f"{sentence}. {text(error.code + '.remedy', lang)}"
