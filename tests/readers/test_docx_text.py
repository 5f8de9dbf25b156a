"""What a DOCX prints is read, what it does not print is not."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_made import docx, par, read, run, texts, zipped

from dispatch_parser.errors import DamagedInputError
from dispatch_parser.limits import DEFAULT_LIMITS
from dispatch_parser.readers.docx import read_docx


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
BOX = "<w:txbxContent>" + par("HỎA TỐC") + "</w:txbxContent>"
ALTERNATIVE = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>'
    f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("markup", "printed"),
    [
        pytest.param(run("Ủy ban") + run(" nhân dân"), "Ủy ban nhân dân", id="runs join"),
        pytest.param("<w:r><w:t>12/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>", "12/QĐ-UBND", id="nbhyphen"),
        pytest.param("<w:r><w:t>thủ</w:t><w:softHyphen/><w:t>tục</w:t></w:r>", "thủtục", id="soft hyphen element"),
        pytest.param(run("thủ\u00adtục"), "thủtục", id="soft hyphen character"),
        pytest.param("<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t></w:r>", "Số:\t12", id="tab"),
        pytest.param(f"<w:ins>{run('giao')}</w:ins>" + run(" Sở"), "giao Sở", id="tracked insertion"),
        pytest.param("<w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>" + run("mới"), "mới", id="deletion"),
        pytest.param(f"<w:moveFrom>{run('cũ')}</w:moveFrom><w:moveTo>{run('mới')}</w:moveTo>", "mới", id="move"),
        pytest.param(run("kín", "<w:vanish/>") + run("hở"), "hở", id="hidden text"),
        pytest.param(run("kín", '<w:vanish w:val="0"/>'), "kín", id="hidden switched off"),
        pytest.param(f"<w:hyperlink>{run('cổng')}</w:hyperlink>", "cổng", id="hyperlink"),
        pytest.param(f"<w:smartTag>{run('Sơn Hải')}</w:smartTag>", "Sơn Hải", id="smart tag"),
        pytest.param(f"<w:sdt><w:sdtContent>{run('chọn')}</w:sdtContent></w:sdt>", "chọn", id="content control"),
        pytest.param(
            field("begin") + INSTRUCTION + field("separate") + run("7") + field("end"), "7", id="field result"
        ),
        pytest.param(field("begin") + INSTRUCTION + field("end") + run("sau"), "sau", id="field without result"),
        pytest.param(
            field("begin")
            + run("IF ")
            + field("begin")
            + INSTRUCTION
            + field("separate")
            + run("1")
            + field("end")
            + field("separate")
            + run("Có")
            + field("end"),
            "Có",
            id="field in a field's question",
        ),
        pytest.param(field("begin") + INSTRUCTION + run("còn lại"), "còn lại", id="field that never ends"),
        pytest.param(f'<w:fldSimple w:instr="DATE">{run("2025")}</w:fldSimple>', "2025", id="simple field"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→", id="symbol"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥", id="symbol font"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>', "•", id="symbol without a name"),
        pytest.param(run("\uf0a3", '<w:rFonts w:ascii="Symbol"/>'), "≤", id="symbol font in plain words"),
        pytest.param(run("Ủy ban", "<w:caps/>"), "ỦY BAN", id="capitals by format"),
        pytest.param(run("giao") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "giao", id="reference mark"),
        pytest.param(
            run("giao") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>',
            "giao",
            id="custom reference mark",
        ),
        pytest.param("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1", id="formula"),
        pytest.param('<w:commentRangeStart w:id="1"/>' + run("giao"), "giao", id="comment range"),
    ],
)
def test_a_paragraph_reads_as_it_prints(markup, printed):
    assert read(par(inner=markup)).text == printed


def test_a_text_box_is_read_once_whatever_its_alternatives():
    assert texts(read(par("Số: 12/UBND-TH", inner=ALTERNATIVE))) == ["HỎA TỐC", "Số: 12/UBND-TH"]


def test_lettering_is_read():
    assert "MẬT" in read(par(inner='<w:r><w:pict><v:shape><v:textpath string="MẬT"/></v:shape></w:pict></w:r>')).text


def test_a_break_makes_a_line_and_only_the_paragraph_ends_one():
    document = read(par(inner="<w:r><w:t>Điều 1.</w:t><w:br/><w:t>Giao Sở Nội vụ</w:t><w:br/></w:r>") + par("Hết"))
    assert [(document.line_text(line), line.ends_paragraph) for line in document.lines] == [
        ("Điều 1.", False),
        ("Giao Sở Nội vụ", True),
        ("Hết", True),
    ]
    assert document.text == "Điều 1.\nGiao Sở Nội vụ\nHết"


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = "<w:rPr><w:del/></w:rPr>"
    assert texts(read(par("Giao Sở ", mark) + par("Nội vụ"))) == ["Giao Sở Nội vụ"]


def test_offsets_point_at_the_words():
    document = read(par("  Kính gửi: ") + par() + par("Sở Y tế"))
    assert [document.text[line.start : line.end] for line in document.lines] == ["Kính gửi:", "Sở Y tế"]


@pytest.mark.parametrize(
    ("properties", "style", "look"),
    [
        ("<w:b/>", "", (True, False, None, "")),
        ('<w:i/><w:sz w:val="28"/>', "", (False, True, 14.0, "")),
        ("", "Nhan", (True, False, 13.0, "Times New Roman")),
        ('<w:b w:val="0"/>', "Nhan", (False, False, 13.0, "Times New Roman")),
        ('<w:rStyle w:val="Nghieng"/>', "Nhan", (True, True, 13.0, "Times New Roman")),
    ],
)
def test_looks_come_through_styles(properties, style, look):
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:rPr><w:rFonts w:ascii="Times New Roman"/>'
        '<w:sz w:val="26"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Nhan">'
        '<w:basedOn w:val="Goc"/><w:rPr><w:b/></w:rPr>'
        '</w:style><w:style w:type="character" w:styleId="Nghieng"><w:rPr><w:i/></w:rPr></w:style>'
    )
    document = read(par(properties=f'<w:pStyle w:val="{style}"/>', inner=run("Giao", properties)), styles=styles)
    line = document.lines[0]
    assert (line.bold, line.italic, line.size, line.font) == look


def test_a_circle_of_styles_ends():
    styles = '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr></w:style>'
    assert read(par("Giao", '<w:pStyle w:val="A"/>'), styles=styles).lines[0].bold


def test_alignment_shows():
    document = read(par("QUYẾT ĐỊNH", '<w:jc w:val="center"/>') + par("Căn cứ", '<w:jc w:val="both"/>'))
    assert [line.centered for line in document.lines] == [True, False]


PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r>'
RENDERED = "<w:r><w:lastRenderedPageBreak/><w:t>trang hai</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        pytest.param(par("một") + par("hai"), [1, 1], id="no break"),
        pytest.param(par("một", inner=PAGE_BREAK) + par("hai"), [1, 2], id="explicit break"),
        pytest.param(par("một") + par("hai", "<w:pageBreakBefore/>"), [1, 2], id="page break before"),
        pytest.param(par("một ", inner=RENDERED) + par("hai"), [1, 2, 2], id="Word's own break"),
        pytest.param(par("một", inner=PAGE_BREAK) + par(inner=RENDERED), [1, 2], id="Word's own break counts once"),
    ],
)
def test_pages_are_counted(body, pages):
    document = read(body)
    assert [line.page for line in document.lines] == pages
    assert [page.number for page in document.pages] == list(range(1, max(pages) + 1))


BOLD = '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:b/></w:rPr></w:style>'


def test_files_of_one_template_share_its_styles_and_nothing_else():
    styled = '<w:pStyle w:val="A"/>'
    first, second = read(par("Giao", styled), styles=BOLD), read(par("Yêu cầu", styled), styles=BOLD)
    assert [(texts(d), d.lines[0].bold) for d in (first, second)] == [(["Giao"], True), (["Yêu cầu"], True)]
    assert not read(par("Giao", styled), styles=BOLD.replace("<w:b/>", "")).lines[0].bold


@pytest.mark.parametrize("name", ["a.docx", "b.docx"])
def test_broken_styles_are_told_of_the_file_that_has_them(name):
    with pytest.raises(DamagedInputError) as caught:
        read_docx(docx(par("Giao"), styles="<w:style>"), name=name, limits=DEFAULT_LIMITS)
    assert (caught.value.name, caught.value.where) == (name, "styles")


def test_an_empty_styles_part_is_as_none():
    made = io.BytesIO(docx(par("Giao"), styles=BOLD))
    with zipfile.ZipFile(made) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    document = read_docx(zipped({**members, "word/styles.xml": b""}), name="a.docx", limits=DEFAULT_LIMITS)
    assert texts(document) == ["Giao"]
