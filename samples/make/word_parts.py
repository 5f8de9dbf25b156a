"""Parts of a Word file that python-docx has no word for: drawn lines, text boxes, fields, tracked changes."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt

FONT = "Times New Roman"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
EMU = 12700  # one point
_TOKENS = re.compile(r"</?(?:b|i|u|ins|del)>")


def add_words(paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:  # noqa: ANN401
    """Add text with `<b> <i> <u> <ins> <del>` as runs; U+2011 becomes w:noBreakHyphen, a tab w:tab."""
    state = {"b": bold, "i": italic, "u": False, "ins": False, "del": False}
    position = 0
    for match in [*_TOKENS.finditer(text), None]:
        piece = text[position : match.start() if match else len(text)]
        if piece:
            _add_run(paragraph, piece, size, state)
        if match:
            state[match.group().strip("</>")] = not match.group().startswith("</")
            position = match.end()


def _add_run(paragraph: Any, text: str, size: float, state: dict[str, bool]) -> None:  # noqa: ANN401
    run = paragraph.add_run()
    run.bold, run.italic, run.underline = state["b"] or None, state["i"] or None, state["u"] or None
    run.font.size = Pt(size)
    for part in re.split("(\u2011)", text):
        if part == "\u2011":
            run._r.append(OxmlElement("w:noBreakHyphen"))
        elif state["del"]:
            element = OxmlElement("w:delText")
            element.text = part
            element.set(qn("xml:space"), "preserve")
            run._r.append(element)
        else:
            run.add_text(part)
    if state["ins"] or state["del"]:
        change = OxmlElement("w:ins" if state["ins"] else "w:del")
        change.set(qn("w:id"), str(100 + len(paragraph._p)))
        change.set(qn("w:author"), "Chuyên viên soạn thảo")
        change.set(qn("w:date"), "2026-05-04T08:30:00Z")
        run._r.addprevious(change)
        change.append(run._r)


def add_line(paragraph: Any, number: int, width: float, below: float, relative: str = "column") -> None:  # noqa: ANN401
    """Draw a line of `width` points, centred in its column, `below` points under the paragraph's top."""
    extent = f'cx="{int(width * EMU)}" cy="0"'
    paragraph._p.append(
        parse_xml(f"""<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{251650000 + number}"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="{relative}"><wp:align>center</wp:align></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(below * EMU)}</wp:posOffset></wp:positionV>
<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="Straight Connector {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>
<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>
<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:line id="line{number}" style="position:absolute;z-index:{number};margin-top:{below}pt"
 from="0,0" to="{width}pt,0" strokeweight=".75pt"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>""")
    )


def add_text_box(
    paragraph: Any,  # noqa: ANN401
    number: int,
    text: str,
    x: float,
    y: float,
    width: float,
    colour: str,
) -> None:
    """A framed text box at `x`, `y` points from the paragraph's column and top.

    Its words stand in the file twice, once for new and once for old readers, as Word writes them.
    """
    inner = f"""<w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/></w:pPr>
<w:r><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}"/><w:b/><w:color w:val="{colour}"/>
<w:sz w:val="26"/></w:rPr><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"""
    height = 24
    extent = f'cx="{int(width * EMU)}" cy="{height * EMU}"'
    paragraph._p.append(
        parse_xml(f"""<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{251650000 + number}"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="column"><wp:posOffset>{int(x * EMU)}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="paragraph"><wp:posOffset>{int(y * EMU)}</wp:posOffset></wp:positionV>
<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill>
<a:srgbClr val="{colour}"/></a:solidFill></a:ln></wps:spPr><wps:txbx>{inner}</wps:txbx>
<wps:bodyPr lIns="36000" tIns="18000" rIns="36000" bIns="18000"/></wps:wsp></a:graphicData></a:graphic>
</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="box{number}" type="#_x0000_t202"
 style="position:absolute;margin-left:{x}pt;margin-top:{y}pt;width:{width}pt;height:{height}pt"
 strokecolor="#{colour}"><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>""")
    )


def add_page_number(paragraph: Any) -> None:  # noqa: ANN401
    """A PAGE field."""
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "2"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(13)
        if kind in ("begin", "separate", "end"):
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:t" if kind else "w:instrText")
            element.text = text
            element.set(qn("xml:space"), "preserve")
        run._r.append(element)


def dash_list(document: Any) -> str:  # noqa: ANN401
    """Define Word's automatic dash list; returns its numbering id."""
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f"""<w:abstractNum {NAMESPACES} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="0" w:firstLine="567"/></w:pPr>
<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:hint="default"/></w:rPr></w:lvl></w:abstractNum>"""
    )
    first = numbering.find(qn("w:num"))
    if first is not None:
        first.addprevious(abstract)
    else:
        numbering.append(abstract)
    numbering.append(parse_xml(f'<w:num {NAMESPACES} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return "90"


def as_bullet(paragraph: Any, number_id: str) -> None:  # noqa: ANN401
    """Make a paragraph an item of the automatic list."""
    numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    numbering.get_or_add_ilvl().val = 0
    numbering.get_or_add_numId().val = int(number_id)


def repeat_header(row: Any) -> None:  # noqa: ANN401
    """Let Word repeat the row on every page of its table."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def rules(table: Any) -> None:  # noqa: ANN401
    """Give every cell of a table its lines."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = parse_xml(f"<w:tblBorders {NAMESPACES}>{sides}</w:tblBorders>")
    properties = table._tbl.tblPr
    later = [properties.find(qn(name)) for name in ("w:tblLayout", "w:tblLook")]
    next(element for element in later if element is not None).addprevious(borders)
