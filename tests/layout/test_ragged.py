"""Print that is not justified: where a paragraph ends, told by whether the next word still had room in the line."""

import pytest

from dispatch_parser.document import Box, Document, Line, Page, SourceInfo
from dispatch_parser.layout.compose import compose

WIDE = "- Rà soát quỹ đất công trên địa bàn, lập danh mục các cơ sở nhà, đất dôi dư, xong"  # fills the line


def paragraphs(*rows):
    """The paragraphs of lines set from 60 to at most 560 points, 6 points a letter."""
    text, lines, top = "", [], 100.0
    for row in rows:
        box = Box(60.0, top, 60.0 + 6.0 * len(row), top + 14)
        lines.append(Line(len(text), len(text) + len(row), 1, box=box, size=13.0))
        text, top = f"{text}{row}\n", top + 17
    reading = compose(Document(text.rstrip("\n"), lines, [Page(1, 595.0, 842.0)], SourceInfo("pdf")))
    return [" ".join(reading.words(paragraph).split()) for paragraph in reading.paragraphs]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # the whole date stood too long for the rest of the line
        ([WIDE, "và gửi kết quả về Sở Tài chính để tổng hợp, báo cáo trước ngày hết hạn là", "15/10/2025."],
         [f"{WIDE} và gửi kết quả về Sở Tài chính để tổng hợp, báo cáo trước ngày hết hạn là 15/10/2025."]),
        # a short heading, and what it heads
        ([WIDE, "năm nay.", "Nhiệm vụ", "Sở Tài chính rà soát."], [f"{WIDE} năm nay.", "Nhiệm vụ", "Sở Tài chính rà soát."]),
        # the last line of a paragraph
        ([WIDE, "trong tháng 10.", "Sở Tài chính đôn đốc."], [f"{WIDE} trong tháng 10.", "Sở Tài chính đôn đốc."]),
    ],
)  # fmt: skip
def test_paragraphs(rows, expected):
    assert paragraphs(*rows) == expected
