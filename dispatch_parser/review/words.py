"""The words of the review page, Vietnamese and English."""

from __future__ import annotations

import datetime as dt
from typing import Literal

Language = Literal["vi", "en"]

_WORDS: dict[str, tuple[str, str]] = {
    # the page
    "document": ("Văn bản", "Document"),
    "record": ("Bản ghi", "Record"),
    "page": ("Trang {number}", "Page {number}"),
    "page_of": ("Trang {number}/{total}", "Page {number} of {total}"),
    "skip": ("Tới bản ghi", "Skip to the record"),
    "legend": ("Hiện trên trang", "Shown on the page"),
    "pages_left_out": (
        "Có {count} trang không hiện ở đây; bản ghi vẫn đọc từ cả văn bản.",
        "{count} pages are not shown here; the record was read from the whole document.",
    ),
    "made_by": (
        "Đọc bởi dispatch-parser {version}, ngoại tuyến",
        "Read by dispatch-parser {version}, offline",
    ),
    "kind.dispatch": ("Văn bản hành chính", "Dispatch"),
    "kind.report": ("Tin về một văn bản", "News item about a dispatch"),
    "kind.other": ("Không phải văn bản hành chính", "Not a dispatch"),
    "no_dispatch": (
        "Không nhận ra văn bản hành chính trong tệp này.",
        "No dispatch was recognised in this file.",
    ),
    # groups of the legend
    "group.identity": ("Thể thức", "Header"),
    "group.people": ("Gửi, nhận, ký", "To, copies, signer"),
    "group.task": ("Nhiệm vụ", "Tasks"),
    "group.agency": ("Cơ quan", "Agencies"),
    "group.deadline": ("Thời hạn", "Deadlines"),
    "group.citation": ("Viện dẫn", "Citations"),
    "group.annex": ("Phụ lục", "Annexes"),
    # fields
    "document_type": ("Loại văn bản", "Type"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "parent": ("Cơ quan chủ quản", "Parent body"),
    "number": ("Số", "Number"),
    "notation": ("Ký hiệu", "Notation"),
    "place": ("Địa danh", "Place"),
    "date": ("Ngày ban hành", "Date"),
    "subject": ("Trích yếu", "Subject"),
    "priority": ("Độ khẩn", "Priority"),
    "secrecy": ("Độ mật", "Secrecy"),
    "archive": ("Lưu", "Archive"),
    "competence": ("Thẩm quyền ký", "Signs for"),
    "position": ("Chức vụ", "Position"),
    "full_name": ("Người ký", "Signer"),
    "addressees": ("Kính gửi", "Addressees"),
    "to_places": ("Nơi nhận", "Copies to"),
    "signatures": ("Chữ ký số", "Digital signatures"),
    "tasks": ("Nhiệm vụ", "Tasks"),
    "citations": ("Văn bản viện dẫn", "Citations"),
    "agencies": ("Cơ quan được nêu tên", "Agencies named"),
    "attachments": ("Phụ lục, tài liệu kèm theo", "Annexes"),
    "warnings": ("Lưu ý", "Warnings"),
    # states
    "absent": ("Văn bản không có: {names}", "Not in the document: {names}"),
    "unreadable": ("có nhưng không đọc được", "there, but unreadable"),
    "ambiguous": ("có thể là", "or perhaps"),
    "sure": ("tin cậy {percent}", "{percent} sure"),
    "check": ("nên xem lại", "worth a look"),
    "rule": ("quy tắc", "rule"),
    # tasks
    "task": ("Nhiệm vụ {number}", "Task {number}"),
    "why": ("Vì sao?", "Why?"),
    "made_task": ("Là nhiệm vụ vì", "A task because"),
    "kind": ("Loại việc", "Kind"),
    "inherited": ("lấy từ đề mục, câu dẫn", "from the heading or lead-in"),
    "passed": ("Câu gần đó không phải nhiệm vụ:", "Sentences near by that are no tasks:"),
    "no_task": ("Không thấy nhiệm vụ nào.", "No task was found."),
    "deadline": ("Thời hạn", "Deadline"),
    "due": ("Hạn chung", "Due"),
    "product": ("Sản phẩm", "Product"),
    "under": ("Thuộc mục", "Under"),
    "cites": ("Viện dẫn", "Cites"),
    "office": ("chức danh", "office"),
    "included": ("có trong tệp", "in this file"),
    "role.lead": ("Chủ trì", "Lead"),
    "role.coordinate": ("Phối hợp", "With"),
    "role.report_to": ("Báo cáo", "Report to"),
    "role.delegate": ("Được chỉ đạo", "Delegate"),
    "role.target": ("Đối tượng", "Target"),
    "task.do": ("thực hiện", "do"),
    "task.advise": ("tham mưu", "advise"),
    "task.monitor": ("theo dõi", "monitor"),
    "task.report": ("báo cáo", "report"),
    "task.prohibit": ("cấm", "prohibit"),
    "task.enforcement": ("thi hành", "enforcement"),
    "deadline.date": ("ngày", "date"),
    "deadline.period": ("kỳ", "period"),
    "deadline.recurring": ("định kỳ", "recurring"),
    "deadline.relative": ("tính từ một mốc", "relative"),
    "deadline.event": ("theo sự kiện", "event"),
    "deadline.standing": ("thường xuyên", "standing"),
    "deadline.immediate": ("ngay", "immediate"),
    "relation.basis": ("căn cứ", "basis"),
    "relation.implements": ("thực hiện", "implements"),
    "relation.replies_to": ("trả lời", "replies to"),
    "relation.amends": ("sửa đổi", "amends"),
    "relation.replaces": ("thay thế", "replaces"),
    "relation.repeals": ("bãi bỏ", "repeals"),
    "relation.attached": ("kèm theo", "attached"),
    "relation.mentions": ("nhắc đến", "mentions"),
    # digital signatures
    "intact.yes": ("nội dung chưa bị thay đổi sau khi ký", "unchanged since it was signed"),
    "intact.no": ("nội dung đã bị thay đổi sau khi ký", "changed after it was signed"),
    "intact.unknown": ("chưa kiểm tra được nội dung", "could not be checked"),
}


class Words:
    """The words in one language: `words("page", number=3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._index = 0 if language == "vi" else 1

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key, values filled in. Raises KeyError for a key that does not exist."""
        return _WORDS[key][self._index].format(**values)

    def day(self, date: dt.date) -> str:
        """A date as people write it: 15/08/2022, in English 2022-08-15."""
        return f"{date:%d/%m/}{date.year:04}" if self.language == "vi" else date.isoformat()

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return f"{share:.0%}"
