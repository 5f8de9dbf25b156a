"""The plain shape: values only, exactly the keys that gold records have."""

import json

from dispatch_parser.export.plain import plain
from dispatch_parser.record import DispatchRecord, Source


def test_a_full_record(record):
    assert plain(record) == {
        "file": "mau.pdf",
        "source_kind": "dispatch",
        "text_layer": "digital",
        "document_type": "CV",
        "issuer": {"name": "Ủy ban nhân dân tỉnh An Sơn", "parent": None},
        "number": {"value": None, "notation": "UBND-TH"},  # the number is unreadable
        "place": "An Sơn",
        "date": "2024-05-06",
        "subject": "phòng [bão]",
        "priority": None,
        "secrecy": None,
        "addressees": ["Sở Tài chính"],
        "to_places": ["Như trên", "Bộ A"],  # the purpose in brackets is apart
        "archive": "VT, TH",
        "signer": {"competence": "KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "full_name": "Lê Văn Mẫu"},
        "citations": [{"document_type": "NQ", "number": "7/NQ-CP", "date": "2024-01-02"}],
        "tasks": [
            {
                "text": "bố trí kinh phí",
                "kind": "do",
                "agencies": [
                    {"name": "Sở Tài chính", "role": "lead"},
                    {"name": "Sở Nội vụ", "role": "coordinate"},
                ],
                "deadline": {"raw": "trước ngày 01/6/2024", "kind": "date", "date": "2024-06-01"},
                "product": "Phương án",
            },
            {
                "text": "báo cáo kết quả",
                "kind": "report",
                "agencies": [{"name": "Bộ A", "role": "report_to"}],
                "deadline": None,  # its due is another sentence's deadline
                "product": None,
            },
        ],
    }


def test_an_empty_record():
    values = plain(DispatchRecord(source=Source(media="text"), source_kind="other"))
    assert values["source_kind"] == "other"
    assert values["citations"] == values["tasks"] == values["addressees"] == values["to_places"] == []
    assert values["file"] is values["date"] is values["signer"]["full_name"] is None


def test_it_is_json(record):
    assert json.loads(json.dumps(plain(record))) == plain(record) == record.plain()
