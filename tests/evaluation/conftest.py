"""Plain records of fictional dispatches, as gold has them."""

import copy

import pytest

GOLD = {
    "id": "g1",
    "file": "g1.pdf",
    "source_kind": "dispatch",
    "text_layer": "digital",
    "document_type": "CV",
    "issuer": {"name": "Ủy ban nhân dân tỉnh An Sơn", "parent": None},
    "number": {"value": "45", "notation": "UBND-TH"},
    "place": "An Sơn",
    "date": "2024-05-06",
    "subject": "phòng, chống thiên tai",
    "priority": None,
    "secrecy": None,
    "addressees": ["Sở Tài chính", "Sở Nội vụ"],
    "to_places": ["Như trên"],
    "archive": "VT, TH",
    "signer": {"competence": "KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "full_name": "Lê Văn Mẫu"},
    "citations": [
        {"document_type": "NQ", "number": "07/NQ-CP", "date": "2024-01-02"},
        {"document_type": "QĐ", "number": "11/QĐ-TTg", "date": None},
    ],
    "tasks": [
        {
            "text": "Sở Tài chính bố trí kinh phí trước ngày 01/6/2024",
            "kind": "do",
            "agencies": [{"name": "Sở Tài chính", "role": "lead"}],
            "deadline": {"raw": "trước ngày 01/6/2024", "kind": "date", "date": "2024-06-01"},
            "product": None,
        },
        {
            "text": "Sở Nội vụ báo cáo kết quả",
            "kind": "report",
            "agencies": [{"name": "Sở Nội vụ", "role": "lead"}],
            "deadline": None,
            "product": None,
        },
    ],
}


@pytest.fixture
def gold():
    return copy.deepcopy(GOLD)


@pytest.fixture
def got():
    """The same values, as a parser would print them."""
    return copy.deepcopy(GOLD)
