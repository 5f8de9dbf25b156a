"""Every sentence of the command line by key, Vietnamese (`vi`) and English (`en`)."""

from __future__ import annotations

from dispatch_parser.cli.sentences_batch import SENTENCES as BATCH

SENTENCES: dict[str, dict[str, str]] = {
    **BATCH,
    # -- the program ---------------------------------------------------------------------------
    "main.about": {
        "vi": "Đọc văn bản hành chính Việt Nam thành bản ghi có cấu trúc, ngoại tuyến.",
        "en": "Reads Vietnamese official dispatches into structured records, offline.",
    },
    "main.usage": {"vi": "cách dùng: ", "en": "usage: "},
    "main.positionals": {"vi": "đối số", "en": "arguments"},
    "main.options": {"vi": "tùy chọn", "en": "options"},
    "main.commands": {"vi": "lệnh", "en": "commands"},
    "main.help": {"vi": "in phần trợ giúp này rồi thoát", "en": "show this help and exit"},
    "main.version": {"vi": "in phiên bản rồi thoát", "en": "print the version and exit"},
    "main.lang": {
        "vi": "ngôn ngữ của thông báo (mặc định theo hệ thống)",
        "en": "language of the messages (default: the system's)",
    },
    "main.wrong_command": {"vi": "lệnh chưa đúng: {detail}", "en": "wrong command: {detail}"},
    "main.crash": {
        "vi": "lỗi của chương trình: {kind} tại {place}; hãy báo lỗi kèm kết quả của `doctor`",
        "en": "a fault of the program: {kind} at {place}; please report it with what `doctor` says",
    },
    "main.cannot_write": {
        "vi": "không ghi được {path} ({reason}); chọn nơi khác hoặc kiểm tra quyền ghi và dung lượng đĩa",
        "en": "cannot write {path} ({reason}); choose another place, or check permissions and disk space",
    },
    "main.interrupted": {"vi": "đã dừng theo yêu cầu", "en": "interrupted"},
    # -- parse ---------------------------------------------------------------------------------
    "parse.help": {"vi": "đọc một hay nhiều văn bản", "en": "read one or more dispatches"},
    "parse.files": {
        "vi": "tệp văn bản (PDF, DOCX, HTML, văn bản thuần …); - đọc từ đầu vào chuẩn",
        "en": "a file (PDF, DOCX, HTML, plain text …); - reads standard input",
    },
    "parse.json": {
        "vi": "in bản ghi đầy đủ dạng JSON (nhiều tệp: mỗi dòng một bản ghi)",
        "en": "print the whole record as JSON (several files: one record a line)",
    },
    "parse.profile": {
        "vi": "in bảng thời gian từng bước ra stderr (đọc lại tệp nhiều lần; không áp dụng cho đầu vào chuẩn)",
        "en": "print the time of each stage on stderr (reads the file many times; not for standard input)",
    },
    "parse.flame": {
        "vi": "như --profile, và ghi biểu đồ ngọn lửa vào tệp: SVG, hoặc ngăn xếp gộp nếu đuôi tệp khác .svg",
        "en": "as --profile, and write a flame graph to a file: SVG, or folded stacks if it ends otherwise",
    },
    "parse.profile_title": {
        "vi": "Thời gian CPU, trung vị của {count} lần",
        "en": "CPU time, median of {count} runs",
    },
    "parse.profile_stage": {"vi": "Bước", "en": "Stage"},
    "parse.profile_ms": {"vi": "ms", "en": "ms"},
    "parse.profile_share": {"vi": "Tỷ lệ", "en": "Share"},
    "parse.plain": {
        "vi": "chỉ in giá trị, mỗi dòng một đối tượng JSON",
        "en": "print values only, one JSON object a line",
    },
    # -- show ------------------------------------------------------------------------------------------
    "show.help": {
        "vi": "tạo một trang HTML: văn bản với các giá trị đã đọc, bản ghi bên cạnh",
        "en": "make one HTML page: the document with the values found, the record beside it",
    },
    "show.file": {"vi": "tệp văn bản", "en": "a dispatch"},
    "show.output": {
        "vi": "trang HTML (mặc định: <tên tệp>.review.html trong thư mục hiện tại; - in ra đầu ra chuẩn)",
        "en": "the HTML page (default: <name>.review.html in the current directory; - for standard output)",
    },
    # -- explain ---------------------------------------------------------------------------------------
    "explain.help": {
        "vi": "cho biết vì sao một câu là nhiệm vụ, của ai, hạn nào; câu lân cận nào không phải và vì sao",
        "en": "say why a sentence is a task, whose, by when; which sentences near by are none, and why",
    },
    "explain.number": {"vi": "chỉ nhiệm vụ thứ N", "en": "only task N"},
    "explain.task": {"vi": "nhiệm vụ", "en": "task"},
    "explain.kind": {"vi": "loại việc", "en": "kind"},
    "explain.json": {"vi": "in mỗi nhiệm vụ một dòng JSON", "en": "print one JSON object a task"},
    "explain.no_such_task": {"vi": "văn bản không có nhiệm vụ thứ {number}", "en": "there is no task {number}"},
    "explain.no_task": {"vi": "không thấy nhiệm vụ nào", "en": "no task found"},
    "explain.passed": {"vi": "câu gần đó không phải nhiệm vụ", "en": "sentences near by that are no tasks"},
    "explain.deadline": {"vi": "thời hạn", "en": "deadline"},
    "explain.product": {"vi": "sản phẩm", "en": "product"},
    "explain.inherited": {"vi": "lấy từ đề mục, câu dẫn", "en": "from the heading or lead-in"},
    "explain.due": {"vi": "thời hạn do câu khác đặt", "en": "due by another sentence"},
    "options.allow_secret": {
        "vi": "đọc cả văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT (mặc định: từ chối)",
        "en": "read documents marked MẬT, TỐI MẬT or TUYỆT MẬT too (default: refuse them)",
    },
    "options.header_only": {
        "vi": "chỉ đọc phần thể thức: trang đầu và trang cuối, không tìm nhiệm vụ",
        "en": "read the header only: the first and the last page, no tasks",
    },
    "options.pages": {
        "vi": "chỉ đọc các trang này của PDF hay ảnh: 1-2,5,9- hoặc 1,last",
        "en": "read only these pages of PDFs and pictures: 1-2,5,9- or 1,last",
    },
    "options.pages_wrong": {
        "vi": "“{value}” không phải là danh sách trang: ghi 1-2,5,9- hoặc 1,last",
        "en": "“{value}” is no list of pages: write 1-2,5,9- or 1,last",
    },
    "options.ocr_cache": {
        "vi": "thư mục giữ chữ đã nhận dạng từ ảnh, để lần sau khỏi nhận dạng lại (chứa nội dung văn bản)",
        "en": "directory that keeps what was recognised in pictures, for the next time (it holds words of documents)",
    },
    "options.directory_wrong": {
        "vi": "“{value}” không phải là thư mục ghi được",
        "en": "“{value}” is no directory that can be written to",
    },
    "options.day_wrong": {
        "vi": "“{value}” không phải là ngày: ghi 2026-05-31 hoặc 31/5/2026",
        "en": "“{value}” is not a date: write 2026-05-31 or 31/5/2026",
    },
    "agency.help": {
        "vi": "cho biết một tên gọi là cơ quan nào vào một ngày, trước đó là gì, nay ai thay",
        "en": "say which body a name means on a day, what it was before, who answers for it now",
    },
    "agency.name": {"vi": "tên hoặc tên viết tắt của cơ quan", "en": "the body's name or abbreviation"},
    "agency.on": {"vi": "vào ngày nào (mặc định: hiện nay)", "en": "on which day (default: today's bodies)"},
    "agency.issuer": {
        "vi": "cơ quan ban hành văn bản có tên ấy: cho biết “tỉnh” là tỉnh nào",
        "en": "the issuer of the dispatch that says so: tells which province “tỉnh” is",
    },
    "agency.json": {"vi": "in dạng JSON", "en": "print JSON"},
    "agency.export": {
        "vi": "in cả danh bạ: cơ quan trung ương, cơ quan cấp tỉnh, ủy ban nhân dân các cấp",
        "en": "print the whole register: central bodies, provincial bodies, committees of every place",
    },
    "agency.no_name": {"vi": "cần tên cơ quan, hoặc --export", "en": "a name is needed, or --export"},
    "agency.unknown": {
        "vi": "danh bạ không có cơ quan “{name}”; tên gần giống:",
        "en": "the register has no “{name}”; similar names:",
    },
    "agency.several_places": {
        "vi": "“{name}” có ở nhiều nơi; thêm tên tỉnh hoặc --issuer:",
        "en": "“{name}” exists in several places; add the province or --issuer:",
    },
    "agency.no_place": {"vi": "không rõ của địa phương nào", "en": "its place is not told"},
    "agency.place_from_context": {"vi": "địa phương suy từ cơ quan ban hành", "en": "its place is the issuer's"},
    "agency.not_valid_then": {"vi": "không tồn tại vào ngày ấy", "en": "it did not exist on that day"},
    "agency.open_vocabulary": {
        "vi": "không có trong danh bạ; nhận ra theo cách đặt tên",
        "en": "not in the register; recognised by its form",
    },
    "agency.parent": {"vi": "cơ quan cấp trên", "en": "parent"},
    "agency.province": {"vi": "tỉnh", "en": "province"},
    "agency.organ_id": {"vi": "mã định danh", "en": "organ id"},
    "agency.predecessors": {"vi": "trước đó", "en": "before it"},
    "agency.successors": {"vi": "kế thừa", "en": "after it"},
    "agency.no_heir": {"vi": "danh bạ không ghi cơ quan kế thừa", "en": "the register names no heir"},
    "mine.help": {
        "vi": "cho biết nhiệm vụ nào trong các văn bản là của một cơ quan, và vì sao",
        "en": "say which tasks in dispatches are a body's own, and why",
    },
    "mine.paths": {"vi": "văn bản hoặc thư mục văn bản", "en": "a dispatch or a directory of them"},
    "mine.agency": {"vi": "tên cơ quan", "en": "the body's name"},
    "mine.today": {
        "vi": "tính cả việc giao cho các cơ quan mà nay cơ quan này kế thừa (hôm nay, hoặc ngày ghi sau đó)",
        "en": "count what was told to the bodies that this one took over from (today, or the day that follows)",
    },
    "mine.json": {"vi": "in mỗi nhiệm vụ một dòng JSON", "en": "print one JSON object a task"},
    "mine.named": {"vi": "được nêu tên: “{words}”", "en": "named: “{words}”"},
    "mine.group": {"vi": "thuộc nhóm “{words}” ({group})", "en": "in the group “{words}” ({group})"},
    "mine.succession": {"vi": "kế thừa “{words}” ({through})", "en": "heir of “{words}” ({through})"},
    "mine.anaphora": {
        "vi": "“{words}” chỉ các cơ quan đã nêu, trong đó có cơ quan này",
        "en": "“{words}” points to bodies named elsewhere, this one among them",
    },
    "mine.group_succession": {
        "vi": "kế thừa {through}, thuộc nhóm “{words}” ({group})",
        "en": "heir of {through}, which was in the group “{words}” ({group})",
    },
    "mine.perhaps": {"vi": "- có thể, cần người xem", "en": "- perhaps, a person must tell"},
    "lint.help": {
        "vi": "chỉ ra chỗ văn bản chưa đúng thể thức (Nghị định 30/2020/NĐ-CP; văn bản Đảng: hướng dẫn của Đảng)",
        "en": "say where a dispatch departs from the rules of form (Decree 30/2020/NĐ-CP; the Party's own guidelines)",
    },
    "lint.json": {
        "vi": "in dạng JSON, mỗi tệp một dòng",
        "en": "print as JSON, one line a file",
    },
    "lint.summary": {
        "vi": "theo {rules}: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
        "en": "by {rules}: {errors} errors, {warnings} warnings, {notes} notes",
    },
    "lint.no_dispatch": {
        "vi": "không phải văn bản hành chính; không kiểm tra",
        "en": "no dispatch; not checked",
    },
    "lint.page": {"vi": "trang {page}", "en": "page {page}"},
    "lint.nowhere": {"vi": "cả văn bản", "en": "the document"},
    "lint.error": {"vi": "lỗi", "en": "error"},
    "lint.warning": {"vi": "cảnh báo", "en": "warning"},
    "lint.note": {"vi": "lưu ý", "en": "note"},
    # -- schema --------------------------------------------------------------------------------
    "schema.help": {"vi": "in JSON Schema của bản ghi", "en": "print the JSON Schema of a record"},
    # -- doctor --------------------------------------------------------------------------------
    "doctor.help": {
        "vi": "kiểm tra đã cài gì, còn thiếu gì, cài thế nào",
        "en": "what is installed, what is missing, how to get it",
    },
    "doctor.json": {"vi": "in dạng JSON", "en": "print as JSON"},
    "doctor.missing": {"vi": "thiếu", "en": "missing"},
    "doctor.optional": {"vi": "không bắt buộc", "en": "optional"},
    "doctor.ok": {"vi": "Đủ để đọc văn bản.", "en": "Everything needed is here."},
    "doctor.not_ok": {"vi": "Còn thiếu phần bắt buộc.", "en": "Something needed is missing."},
    "doctor.python": {"vi": "cần Python 3.10 trở lên", "en": "Python 3.10 or newer is needed"},
    "doctor.pip": {
        "vi": 'cài lại: pip install "{requirement}"',
        "en": 'install it: pip install "{requirement}"',
    },
    "doctor.model": {
        "vi": "mô hình đi cùng gói: pip install --force-reinstall --no-deps dispatch-parser",
        "en": "the model comes with the package: pip install --force-reinstall --no-deps dispatch-parser",
    },
    "doctor.libreoffice": {
        "vi": "để đọc .doc, .rtf, .odt: cài LibreOffice (Debian: apt install libreoffice-writer-nogui)",
        "en": "to read .doc, .rtf, .odt: install LibreOffice (Debian: apt install libreoffice-writer-nogui)",
    },
    "doctor.sign": {
        "vi": 'để đọc chữ ký số: pip install "dispatch-parser[sign]"',
        "en": 'to read digital signatures: pip install "dispatch-parser[sign]"',
    },
    "doctor.ocr": {
        "vi": 'để đọc bản quét và ảnh: pip install "dispatch-parser[ocr]", và dữ liệu tiếng Việt của Tesseract '
        "(Debian: apt install tesseract-ocr-vie)",
        "en": 'to read scans and pictures: pip install "dispatch-parser[ocr]", and Tesseract\'s Vietnamese data '
        "(Debian: apt install tesseract-ocr-vie)",
    },
    # -- the readable table --------------------------------------------------------------------
    "view.field": {"vi": "Trường", "en": "Field"},
    "view.value": {"vi": "Giá trị", "en": "Value"},
    "view.page": {"vi": "Trang", "en": "Page"},
    "view.sure": {"vi": "Tin cậy", "en": "Sure"},
    "view.absent": {"vi": "không có", "en": "absent"},
    "view.unreadable": {"vi": "có nhưng không đọc được", "en": "there, but unreadable"},
    "view.or": {"vi": "hoặc", "en": "or"},
    "view.kind.dispatch": {"vi": "văn bản", "en": "dispatch"},
    "view.kind.report": {"vi": "tin về một văn bản", "en": "news item about a dispatch"},
    "view.kind.other": {"vi": "không phải văn bản hành chính", "en": "no dispatch"},
    "view.document_type": {"vi": "Loại văn bản", "en": "Type"},
    "view.issuer": {"vi": "Cơ quan ban hành", "en": "Issuer"},
    "view.parent": {"vi": "Cơ quan chủ quản", "en": "Parent body"},
    "view.number": {"vi": "Số", "en": "Number"},
    "view.notation": {"vi": "Ký hiệu", "en": "Notation"},
    "view.place": {"vi": "Địa danh", "en": "Place"},
    "view.date": {"vi": "Ngày", "en": "Date"},
    "view.subject": {"vi": "Trích yếu", "en": "Subject"},
    "view.priority": {"vi": "Độ khẩn", "en": "Priority"},
    "view.secrecy": {"vi": "Độ mật", "en": "Secrecy"},
    "view.addressees": {"vi": "Kính gửi", "en": "Addressees"},
    "view.to_places": {"vi": "Nơi nhận", "en": "Recipients"},
    "view.archive": {"vi": "Lưu", "en": "Archive"},
    "view.competence": {"vi": "Thẩm quyền ký", "en": "Signs for"},
    "view.position": {"vi": "Chức vụ", "en": "Position"},
    "view.signer": {"vi": "Người ký", "en": "Signer"},
    "view.tasks": {"vi": "Nhiệm vụ", "en": "Tasks"},
    "view.task": {"vi": "Nội dung", "en": "Task"},
    "view.agencies": {"vi": "Cơ quan", "en": "Agencies"},
    "view.deadline": {"vi": "Thời hạn", "en": "Deadline"},
    "view.citations": {"vi": "Văn bản được viện dẫn", "en": "Citations"},
    "view.relation": {"vi": "Quan hệ", "en": "Relation"},
    "view.attachments": {"vi": "Phụ lục kèm theo", "en": "Annexes"},
    "view.warnings": {"vi": "Lưu ý", "en": "Warnings"},
    "view.role.lead": {"vi": "chủ trì", "en": "lead"},
    "view.role.coordinate": {"vi": "phối hợp", "en": "with"},
    "view.role.report_to": {"vi": "báo cáo", "en": "report to"},
    "view.role.delegate": {"vi": "được chỉ đạo", "en": "delegate"},
    "view.role.target": {"vi": "đối tượng", "en": "target"},
    "view.kind.do": {"vi": "thực hiện", "en": "do"},
    "view.kind.advise": {"vi": "tham mưu", "en": "advise"},
    "view.kind.monitor": {"vi": "theo dõi", "en": "monitor"},
    "view.kind.prohibit": {"vi": "cấm", "en": "prohibit"},
    "view.kind.report_task": {"vi": "báo cáo", "en": "report"},
    "view.kind.enforcement": {"vi": "thi hành", "en": "enforcement"},
    "view.relation.basis": {"vi": "căn cứ", "en": "basis"},
    "view.relation.implements": {"vi": "thực hiện", "en": "implements"},
    "view.relation.replies_to": {"vi": "trả lời", "en": "replies to"},
    "view.relation.amends": {"vi": "sửa đổi", "en": "amends"},
    "view.relation.replaces": {"vi": "thay thế", "en": "replaces"},
    "view.relation.repeals": {"vi": "bãi bỏ", "en": "repeals"},
    "view.relation.attached": {"vi": "kèm theo", "en": "attached"},
    "view.relation.mentions": {"vi": "nhắc đến", "en": "mentions"},
    # -- evaluate ------------------------------------------------------------------------------
    "evaluate.help": {
        "vi": "đo chất lượng trên các văn bản đã gán nhãn",
        "en": "measure the parser on annotated documents",
    },
    "evaluate.gold": {"vi": "thư mục các bản ghi chuẩn (JSON)", "en": "directory of gold records (JSON)"},
    "evaluate.docs": {
        "vi": "thư mục văn bản; thư mục đầu tiên có <id>.* được dùng",
        "en": "directory of documents; the first one that holds <id>.* wins",
    },
    "evaluate.json": {
        "vi": "ghi kết quả từng văn bản vào tệp",
        "en": "write the details of every document to a file",
    },
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
        "vi": "in từng chỗ sai của một trường (subject, issuer, header, citations, tasks …)",
        "en": "print every mismatch of one field (subject, issuer, header, citations, tasks …)",
    },
    "evaluate.unknown_field": {
        "vi": "không có trường {name}; chọn một trong: {names}",
        "en": "no field {name}; choose one of: {names}",
    },
    "evaluate.by_kind": {
        "vi": "Theo lớp chữ và loại tệp (đúng hẳn, gần đúng)",
        "en": "By text layer and kind of file (exact, soft)",
    },
    "evaluate.by_source": {"vi": "Theo nguồn (đúng hẳn)", "en": "By source (exact)"},
}
