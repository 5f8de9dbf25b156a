"""HTML: a portal's page gives its item, a page that holds the dispatch gives the dispatch."""

from __future__ import annotations

import pytest

from dispatch_parser.document import Document
from dispatch_parser.errors import HostileInputError, TooLargeError
from dispatch_parser.limits import DEFAULT_LIMITS, Limits
from dispatch_parser.readers.html import read_html

LEAD = "Ngày 01/6/2025, Ủy ban nhân dân tỉnh Sơn Hải ban hành Công văn số 12/UBND-TH về phòng, chống cháy rừng."
BODY = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Sở Nông nghiệp và Môi trường chủ trì kiểm tra rừng dễ cháy."
MENU = "".join(f'<li><a href="/{n}">Chuyên mục số {n} của cổng</a></li>' for n in range(8))
OTHERS = "".join(f'<li><a href="/tin/{n}">Một bản tin khác của cổng, tin số {n}</a></li>' for n in range(6))


def read(markup: str | bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read_html(markup, name="a.html", limits=limits)


def lines(markup: str | bytes) -> list[str]:
    document = read(markup)
    return [document.line_text(line) for line in document.lines]


def portal(content: str, head: str = "") -> str:
    return (
        f"<html><head><title>Sơn Hải phòng cháy rừng - Cổng thông tin</title>{head}<style>p {{}}</style></head>"
        f"<body><form><header>Cổng thông tin điện tử</header><div class='main-menu'><ul>{MENU}</ul></div>"
        f"<div class='wrap'><div class='content-detail'>{content}</div>"
        f"<div class='sidebar'><p>Thời tiết hôm nay</p>"
        f"</div></div><script>var a = 1;</script><footer>Giấy phép số 12/GP-BC</footer></form></body></html>"
    )


ITEM = f"<h1>Sơn Hải phòng cháy rừng</h1><div class='date'>03/06/2025 08:15</div><p>{LEAD}</p><p>{BODY}</p>"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(ITEM, id="item alone"),
        pytest.param(ITEM + f"<h3>Tin liên quan</h3><ul>{OTHERS}</ul>", id="links below"),
        pytest.param(ITEM + "<div class='social-share'><span>Chia sẻ</span></div><p>In trang</p>", id="buttons"),
        pytest.param(ITEM + "<div id='comments'><p>Bạn đọc: rất hay</p></div>", id="comments"),
        pytest.param(f"<div class='breadcrumb'>Trang chủ / Tin tức</div>{ITEM}", id="crumbs"),
        pytest.param(ITEM + "<div style='display: none'>ẩn</div><!-- ghi chú -->", id="unseen"),
    ],
)
def test_a_portal_page_gives_its_item(content):
    assert lines(portal(content)) == ["Sơn Hải phòng cháy rừng", "03/06/2025 08:15", LEAD, BODY]


def test_a_lead_beside_the_text_belongs_to_the_item():
    text = "".join(f"<p>{BODY} Lần thứ {n}.</p>" for n in range(9))
    assert LEAD in lines(portal(f"<h2 class='sapo'>{LEAD}</h2><div class='text'>{text}</div>"))


@pytest.mark.parametrize(
    ("head", "content", "title", "published"),
    [
        pytest.param("", ITEM, "Sơn Hải phòng cháy rừng", "2025-06-03", id="headline and date line"),
        pytest.param(
            '<meta property="article:published_time" content="2025-06-02T08:00:00+07:00">',
            ITEM,
            "Sơn Hải phòng cháy rừng",
            "2025-06-02",
            id="meta data before the date line",
        ),
        pytest.param(
            '<meta property="og:title" content="Phòng cháy rừng ở Sơn Hải">',
            f"<p>{LEAD}</p>",
            "Phòng cháy rừng ở Sơn Hải",
            None,
            id="og:title",
        ),
        pytest.param("", f"<p>{LEAD}</p>", "Sơn Hải phòng cháy rừng", None, id="the page's title without the site"),
        pytest.param(
            "",
            f'<h1>Sơn Hải phòng cháy rừng</h1><time datetime="2025-06-04">hôm qua</time><p>{LEAD}</p>',
            "Sơn Hải phòng cháy rừng",
            "2025-06-04",
            id="time element",
        ),
        pytest.param(
            '<script type="application/ld+json">{"datePublished": "2025-06-05T01:00"}</script>',
            f"<p>{LEAD}</p>",
            "Sơn Hải phòng cháy rừng",
            "2025-06-05",
            id="linked data",
        ),
    ],
)
def test_title_and_date_of_publication(head, content, title, published):
    source = read(portal(content, head)).source
    assert (source.title, source.published) == (title, published)


LETTERHEAD = (
    "<table><tr><td width='40%'><p>ỦY BAN NHÂN DÂN<br>TỈNH SƠN HẢI</p></td>"
    "<td width='60%'><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p></td></tr><tr><td>Số: 12/UBND-TH</td>"
    "<td>Sơn Hải, ngày 02 tháng 6 năm 2025</td></tr></table>"
)
FOOT = "<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br>Trịnh Văn Mẫu</td></tr></table>"


def test_a_page_that_holds_the_dispatch():
    text = "".join(f"<p>{BODY} Lần thứ {n}.</p>" for n in range(9))
    document = read(portal(f"<div>{LETTERHEAD}</div><div class='noidung'>{text}</div><div>{FOOT}</div>"))
    halves = {
        side: [document.line_text(ln) for ln in document.lines if ln.column == side] for side in ("left", "right")
    }
    assert halves == {
        "left": ["ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 12/UBND-TH", "Nơi nhận:", "- Như trên;"],
        "right": [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Sơn Hải, ngày 02 tháng 6 năm 2025",
            "KT. CHỦ TỊCH",
            "PHÓ CHỦ TỊCH",
            "Trịnh Văn Mẫu",
        ],
    }
    assert document.tables == []


def test_a_data_table_keeps_its_cells():
    rows = "<tr><th>TT</th><th>Việc</th><th>Cơ quan</th></tr>"
    rows += "<tr><td rowspan=2>1</td><td>Rà soát</td><td>Sở Y tế</td>"
    (found,) = read(f"<p>Phụ lục</p><table>{rows}</tr><tr><td colspan='2'>Báo cáo</td></tr></table>").tables
    assert [(c.row, c.column, c.row_span, c.column_span) for c in found.cells] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 1),
        (1, 0, 2, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 2),
    ]


@pytest.mark.parametrize(
    ("markup", "read_as"),
    [
        pytest.param("<p>Giao <b>Sở Y</b> tế</p>", ["Giao Sở Y tế"], id="inline tags join"),
        pytest.param("<p>Giao\n   Sở\tY tế</p>", ["Giao Sở Y tế"], id="white space folds"),
        pytest.param("một<br>hai<div>ba</div>bốn", ["một", "hai", "ba", "bốn"], id="breaks and blocks"),
        pytest.param("<pre>một\nhai</pre>", ["một", "hai"], id="preformatted"),
        pytest.param("<p>12&nbsp;&#244; &lt;A&amp;B&gt;</p>", ["12\u00a0ô <A&B>"], id="entities"),
        pytest.param("<ol start=3><li>Sở Y tế<li>Sở Nội vụ</ol>", ["3. Sở Y tế", "4. Sở Nội vụ"], id="numbered list"),
        pytest.param("<ol type=a><li>A</li><li>B</li></ol>", ["a. A", "b. B"], id="lettered list"),
        pytest.param("<ul><li>Sở Y tế</li><li>- Sở Nội vụ</li></ul>", ["- Sở Y tế", "- Sở Nội vụ"], id="bullets"),
        pytest.param("<p style='text-transform: uppercase'>quyết định</p>", ["QUYẾT ĐỊNH"], id="capitals by style"),
        pytest.param("", [], id="nothing"),
        pytest.param("<p>chưa đóng <b>thẻ", ["chưa đóng thẻ"], id="open tags"),
    ],
)
def test_markup_reads_as_a_browser_shows_it(markup, read_as):
    assert lines(markup) == read_as


def test_a_break_ends_no_paragraph():
    document = read("<p>Điều 1.<br>Giao Sở Y tế</p><p>Hết</p>")
    assert [line.ends_paragraph for line in document.lines] == [False, True, True]


def test_looks():
    bold, italic, centered = read("<h1>A</h1><p><em>B</em></p><p align=center>C</p>").lines
    assert (bold.bold, italic.italic, centered.centered, centered.bold) == (True, True, True, False)


WORDS = "Sở Y tế Sơn Hải"


@pytest.mark.parametrize(
    ("data", "notices"),
    [
        (f"<p>{WORDS}</p>".encode(), []),
        (f"<p>{WORDS}</p>".encode("utf-8-sig"), []),
        (f"<p>{WORDS}</p>".encode("utf-16"), []),
        (f'<?xml version="1.0" encoding="UTF-8"?><html><body><p>{WORDS}</p></body></html>'.encode(), []),
        (f'<meta charset="windows-1252"><p>{WORDS}</p>'.encode(), []),
    ],
)
def test_encodings(data, notices):
    document = read(data)
    assert ([document.line_text(line) for line in document.lines], document.notices) == ([WORDS], notices)


def test_a_charset_is_believed_where_the_bytes_are_no_utf_8():
    assert lines(b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252"><p>n\xe0o</p>') == ["nào"]


def test_an_unknown_charset_is_told():
    assert read(b"<p>th\xe1ng</p>").notices == ["legacy_encoding"]


def test_entities_that_multiply_stay_small():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><p>&b;</p>'
    assert len(read(bomb).text) < 200


def test_nesting_without_end_is_refused():
    with pytest.raises(HostileInputError):
        read("<div>" * 5000 + "x")


def test_limits():
    with pytest.raises(TooLargeError):
        read("<p>dài</p>" * 20, limits=Limits(xml_bytes=100))
    with pytest.raises(TooLargeError):
        read("<p>dài</p>" * 20, limits=Limits(characters=10))


@pytest.mark.parametrize(
    ("item", "line"),
    [
        pytest.param("<ol><li><h1>QUYẾT ĐỊNH</h1></li></ol>", "QUYẾT ĐỊNH", id="a heading's outline level"),
        pytest.param("<ol><li><p>Sở Y tế báo cáo.</p></li></ol>", "1. Sở Y tế báo cáo.", id="a numbered paragraph"),
    ],
)
def test_a_list_around_a_heading_numbers_nothing(item, line):
    assert lines(f"<html><body>{item}</body></html>") == [line]
