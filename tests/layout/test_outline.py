"""Markers and nesting. A case is the text and its outline: one line an item, two blanks a level."""

import pytest

from dispatch_parser.layout.compose import compose
from dispatch_parser.layout.outline import marker_of, outline
from dispatch_parser.readers.text import read_text


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("I. MỤC ĐÍCH", "roman", "I."),
        ("IV. Tổ chức thực hiện", "roman", "IV."),
        ("A. PHẦN CHUNG", "capital", "A."),
        ("1. Sở Tài chính", "number", "1."),
        ("1/ Sở Tài chính", "number", "1/"),
        ("2) Sở Tài chính", "number_paren", "2)"),
        ("(3) Rà soát", "paren_number", "(3)"),
        ("1.1. Nội dung", "decimal1", "1.1."),
        ("2.3.1 Nội dung", "decimal2", "2.3.1"),
        ("2- Ban Tổ chức Tỉnh ủy", "number", "2-"),
        ("2.1- Các chi bộ", "decimal1", "2.1-"),
        ("10-15 người", "", ""),
        ("a) Rà soát", "letter", "a)"),
        ("đ) Rà soát", "letter", "đ)"),
        ("- Rà soát", "dash", "-"),
        ("– Rà soát", "dash", "–"),
        ("+ Rà soát", "plus", "+"),
        ("• Rà soát", "bullet", "•"),
        ("* Cấp tỉnh", "star", "*"),
        ("(i) Rà soát", "paren_roman", "(i)"),
        ("(ii). Rà soát", "paren_roman", "(ii)."),
        ("Điều 3. Trách nhiệm", "dieu", "Điều 3."),
        ("Chương II. Tổ chức", "chuong", "Chương II."),
        ("2026 là năm", "", ""),
        ("15/8/2026 hoàn thành", "", ""),
        ("7.500 hộ dân", "", ""),
        ("-5 độ", "", ""),
        ("Vì vậy, đề nghị", "", ""),
    ],
)
def test_marker(text, kind, marker):
    assert (marker_of(text)[0], marker_of(text)[1].strip()) == (kind, marker)


def shape(text: str) -> str:
    reading = compose(read_text(text))
    rows: list[str] = []

    def show(items, depth):
        for item in items:
            rows.append(
                "  " * depth + (item.marker or "·") + " " + reading.text[item.start : item.end].split()[0]
            )
            show(item.children, depth + 1)

    show(outline(reading, reading.paragraphs), 0)
    return "\n".join(rows)


CASES = {
    "agency headings, dashes, a closing paragraph": (
        "Chủ tịch yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n1. Sở Nội vụ\n- Rà soát.\n- Báo cáo.\n2. Sở Y tế\nKiểm tra.\nYêu cầu các đơn vị nghiêm túc thực hiện.",
        "· Chủ\n  1. Sở\n    - Rà\n    - Báo\n  2. Sở\n    · Kiểm\n    · Yêu",
    ),
    "plain text behind a list closes it": (
        "1. Sở Nội vụ:\n- Rà soát.\n- Báo cáo.\nGiao Văn phòng theo dõi.",
        "1. Sở\n  - Rà\n  - Báo\n· Giao",
    ),
    "plain text inside a list goes on with its item": (
        "1. Rà soát hồ sơ.\nKiểm tra lại số liệu.\n2. Báo cáo kết quả.",
        "1. Rà\n  · Kiểm\n2. Báo",
    ),
    "letters under numbers under romans": (
        "I. NHIỆM VỤ\n1. Văn phòng:\na) Tổng hợp;\nb) Báo cáo.\n2. Thanh tra:\na) Kiểm tra.\nII. KINH PHÍ\n1. Nguồn chi.",
        "I. NHIỆM\n  1. Văn\n    a) Tổng\n    b) Báo\n  2. Thanh\n    a) Kiểm\nII. KINH\n  1. Nguồn",
    ),
    "a colon holds whatever comes": (
        "- Các đơn vị thực hiện:\n1. Rà soát;\n2. Báo cáo.\n- Kinh phí bảo đảm.",
        "- Các\n  1. Rà\n  2. Báo\n- Kinh",
    ),
    "articles and clauses": (
        "Điều 1. Phê duyệt Đề án.\nĐiều 2. Tổ chức thực hiện\n1. Sở Nội vụ:\na) Chủ trì;\n2. Sở Y tế.\nĐiều 3. Hiệu lực.",
        "Điều 1. Phê\nĐiều 2. Tổ\n  1. Sở\n    a) Chủ\n  2. Sở\nĐiều 3. Hiệu",
    ),
    "decimals": (
        "2. Ý kiến\n2.1. Đất đai\n- Rà soát.\n2.2. Môi trường\n- Bổ sung.",
        "2. Ý\n  2.1. Đất\n    - Rà\n  2.2. Môi\n    - Bổ",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_outline(name):
    text, expected = CASES[name]
    assert shape(text) == expected
