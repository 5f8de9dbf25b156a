"""Where things stand in a DOCX: letterhead and foot in two columns, data tables, boxes, headers, notes."""

from __future__ import annotations

import pytest
from docx_made import cell, lines, par, read, run, table, texts

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
ISSUER = "ỦY BAN NHÂN DÂN\nTỈNH SƠN HẢI"
RECIPIENTS = "Nơi nhận:\n- Như trên;\n- Lưu: VT, TH."
SIGNATURE = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrịnh Văn Mẫu"


def section(columns: int, kind: str = "continuous") -> str:
    return f'<w:sectPr><w:type w:val="{kind}"/><w:cols w:num="{columns}"/></w:sectPr>'


@pytest.mark.parametrize("ruled", [False, True])
def test_a_letterhead_table_is_two_columns(ruled):
    rows = [ISSUER, MOTTO], ["Số: 12/UBND-TH", "Sơn Hải, ngày 02 tháng 6 năm 2025"]
    document = read(table(*rows, ruled=ruled, widths=(3500, 5500)) + par("Kính gửi: Sở Y tế"))
    assert document.tables == []
    assert texts(document, column="left") == ["ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 12/UBND-TH"]
    assert texts(document, column="right") == [*MOTTO.split("\n"), "Sơn Hải, ngày 02 tháng 6 năm 2025"]
    assert texts(document)[:2] == ["ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI"]


def test_a_foot_table_is_two_columns():
    document = read(par("Yêu cầu thực hiện./.") + table([RECIPIENTS, SIGNATURE], ruled=False))
    assert texts(document, column="left") == RECIPIENTS.split("\n")
    assert texts(document, column="right") == SIGNATURE.split("\n")


def test_an_empty_middle_column_parts_left_from_right():
    document = read(table([ISSUER, "", MOTTO], ruled=False))
    assert (texts(document, column="left"), texts(document, column="right")) == (
        ISSUER.split("\n"),
        MOTTO.split("\n"),
    )


def test_a_cell_across_both_halves_is_full_width():
    across = cell("QUYẾT ĐỊNH", '<w:gridSpan w:val="2"/>')
    document = read(table([ISSUER, MOTTO], [across], ruled=False, widths=(3500, 5500)))
    assert texts(document, column="full") == ["QUYẾT ĐỊNH"]


def test_addressees_in_a_table_without_rules_are_a_list():
    body = table([ISSUER, MOTTO], ruled=False) + table(["Kính gửi:", "- Sở Y tế;\n- Sở Nội vụ."], ruled=False)
    document = read(body)
    assert document.tables == []
    assert texts(document, column="full") == ["Kính gửi:", "- Sở Y tế;", "- Sở Nội vụ."]


def test_a_frame_around_text_is_no_table():
    document = read(table(["Giao Sở Y tế chủ trì.\nGiao Sở Nội vụ phối hợp."]))
    assert (document.tables, len(texts(document, role="flow"))) == ([], 2)


@pytest.mark.parametrize("ruled", [True, False])
def test_a_task_table_is_data(ruled):
    rows = [["TT", "Nhiệm vụ", "Cơ quan chủ trì"], ["1", "Rà soát", "Sở Y tế"], ["2", "Báo cáo", "Sở Nội vụ"]]
    document = read(par("Phụ lục") + table(*rows, ruled=ruled))
    (found,) = document.tables
    assert (found.rows, found.columns) == (3, 3)
    assert [[document.line_text(document.lines[i]) for i in c.lines] for c in found.cells] == [
        [words] for row in rows for words in row
    ]
    assert {line.role for line in document.lines[1:]} == {"cell"}


def test_merged_cells_appear_once_with_their_spans():
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        [cell("TT"), cell("Nội dung", '<w:gridSpan w:val="2"/>'), cell("Thời hạn")],
        [cell("1", down), cell("Rà soát"), cell("Sở Y tế"), cell("6/2025", down)],
        [cell("", on), cell("Báo cáo"), cell("Sở Y tế"), cell("", on)],
    )
    (found,) = read(par("Phụ lục") + body).tables
    spans = {(c.row, c.column): (c.row_span, c.column_span) for c in found.cells}
    assert (found.rows, found.columns) == (3, 4)
    assert spans == {
        (0, 0): (1, 1),
        (0, 1): (1, 2),
        (0, 3): (1, 1),
        (1, 0): (2, 1),
        (1, 1): (1, 1),
        (1, 2): (1, 1),
        (1, 3): (2, 1),
        (2, 1): (1, 1),
        (2, 2): (1, 1),
    }


def test_a_table_in_a_cell_is_read_as_lines_of_that_cell():
    inner = cell(table(["a", "b"], ["c", "d"]) + par("sau"))
    (found,) = (document := read(par("Phụ lục") + table(["TT", "Việc"], ["1", inner], ["2", "x"]))).tables
    last = next(c for c in found.cells if (c.row, c.column) == (1, 1))
    assert [document.line_text(document.lines[i]) for i in last.lines] == ["a", "b", "c", "d", "sau"]


def test_a_tracked_deletion_takes_a_row_away():
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + cell("9") + cell("Bỏ") + "</w:tr></w:tbl>"
    body = table(["TT", "Việc"], ["1", "Rà soát"], ["2", "Báo cáo"]).replace("</w:tbl>", gone)
    assert "Bỏ" not in read(par("Phụ lục") + body).text


@pytest.mark.parametrize(
    ("offset", "column"), [("500000", "left"), ("4200000", "right")], ids=["at the left", "at the right"]
)
def test_a_floating_box_stands_in_its_half(offset, column):
    drawing = (
        f'<w:drawing><wp:anchor><wp:positionH relativeFrom="page"><wp:posOffset>{offset}</wp:posOffset>'
        '</wp:positionH><wp:extent cx="2500000" cy="400000"/><wps:txbx><w:txbxContent>'
        f"{lines(*MOTTO.split(chr(10)))}</w:txbxContent></wps:txbx></wp:anchor></w:drawing>"
    )
    assert texts(read(par(inner=f"<w:r>{drawing}</w:r>")), column=column) == MOTTO.split("\n")


def test_a_letterhead_set_with_tabs_is_two_columns():
    body = lines(
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "TỈNH SƠN HẢI\tĐộc lập - Tự do - Hạnh phúc",
        "Số: 12/UBND-TH\t\tSơn Hải, ngày 02 tháng 6 năm 2025",
        "Kính gửi: Sở Y tế.",
    )
    document = read(body)
    assert texts(document, column="left") == ["ỦY BAN NHÂN DÂN", "TỈNH SƠN HẢI", "Số: 12/UBND-TH"]
    assert texts(document, column="right") == [*MOTTO.split("\n"), "Sơn Hải, ngày 02 tháng 6 năm 2025"]
    assert texts(document, column="full") == ["Kính gửi: Sở Y tế."]


COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'


@pytest.mark.parametrize("mark", [COLUMN_BREAK, ""], ids=["at the column break", "at the motto"])
def test_a_letterhead_in_section_columns_is_two_columns(mark):
    first, second = MOTTO.split("\n")
    body = lines(*ISSUER.split("\n")) + par(inner=mark + run(first)) + par(second, section(2)) + par("Kính gửi: A.")
    document = read(body + section(1))
    assert texts(document, column="left") == ISSUER.split("\n")
    assert texts(document, column="right") == [first, second]
    assert texts(document, column="full") == ["Kính gửi: A."]


def test_a_newspaper_section_stays_text():
    body = lines("Một đoạn.", "Hai đoạn.") + par("Ba đoạn.", section(2)) + par("Hết.") + section(1)
    assert {line.column for line in read(body).lines} == {"full"}


def test_a_signature_set_far_in_stands_at_the_right():
    document = read(par("Yêu cầu thực hiện.") + par("KT. CHỦ TỊCH", '<w:ind w:left="5103"/>') + section(1))
    assert [line.column for line in document.lines] == ["full", "right"]


def test_headers_footers_and_notes_have_their_roles():
    margins = '<w:sectPr><w:headerReference r:id="rId1"/><w:footerReference r:id="rId2"/></w:sectPr>'
    note = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote>'
    document = read(
        par("Giao Sở Y tế.") + margins,
        header1=par("2"),
        footer1=par("Trang cuối"),
        footnotes=note.format(par(inner="<w:r><w:footnoteRef/></w:r>" + run("Theo báo cáo."))),
    )
    assert {role: texts(document, role=role) for role in ("header", "flow", "footnote", "footer")} == {
        "header": ["2"],
        "flow": ["Giao Sở Y tế."],
        "footnote": ["Theo báo cáo."],
        "footer": ["Trang cuối"],
    }


def test_a_letterhead_in_the_first_page_header_is_read_as_text():
    margins = (
        '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/>'
        '<w:headerReference w:type="default" r:id="rId2"/><w:titlePg/></w:sectPr>'
    )
    document = read(
        par("Kính gửi: Sở Y tế.") + margins,
        header1=table([ISSUER, MOTTO], ruled=False) + par(),
        header2=par("2"),
    )
    assert texts(document, role="flow", column="right") == MOTTO.split("\n")
    assert texts(document, role="header") == ["2"]


def test_a_header_that_is_not_shown_is_not_read():
    margins = '<w:sectPr><w:headerReference w:type="first" r:id="rId1"/></w:sectPr>'
    assert texts(read(par("Giao Sở Y tế.") + margins, header1=par("BẢN NHÁP"))) == ["Giao Sở Y tế."]
