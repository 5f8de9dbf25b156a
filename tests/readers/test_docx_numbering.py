"""Automatic numbers are words of the document: they are what its outline is made of."""

from __future__ import annotations

import pytest
from docx_made import par, read, table, texts

from dispatch_parser.readers.docx_numbering import printed


def level(index: int, form: str, text: str, *more: str) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{"".join(more)}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, override: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="5">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="5"/>{override}</w:num>'
    )


def item(text: str, at: int = 0, number: int = 1) -> str:
    return par(text, f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


OUTLINE = (level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "lowerLetter", "%3)"))
START_AGAIN = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


@pytest.mark.parametrize(
    ("levels", "items", "lines"),
    [
        pytest.param(
            OUTLINE,
            [
                ("Mục tiêu", 0),
                ("Chung", 1),
                ("a", 2),
                ("b", 2),
                ("Riêng", 1),
                ("a", 2),
                ("Tổ chức", 0),
                ("Sở", 1),
            ],
            ["I. Mục tiêu", "1. Chung", "a) a", "b) b", "2. Riêng", "a) a", "II. Tổ chức", "1. Sở"],
            id="an outline counts and starts again below",
        ),
        pytest.param(
            (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2.")),
            [("A", 0), ("B", 0), ("C", 1), ("D", 1)],
            ["1. A", "2. B", "2.1. C", "2.2. D"],
            id="levels in levels",
        ),
        pytest.param(
            (level(0, "decimal", "Điều %1."),),
            [("Phê duyệt", 0), ("Thi hành", 0)],
            ["Điều 1. Phê duyệt", "Điều 2. Thi hành"],
            id="articles",
        ),
        pytest.param(
            (level(0, "bullet", "\uf0b7"), level(1, "bullet", "+")),
            [("A", 0), ("B", 1)],
            ["- A", "+ B"],
            id="bullets",
        ),
        pytest.param((level(0, "none", ""),), [("A", 0)], ["A"], id="no marker"),
        pytest.param((level(0, "decimal", "%1."),), [("A", 3)], ["A"], id="a level that is not defined"),
        pytest.param(
            (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")),
            [("A", 0), ("B", 1)],
            ["I. A", "1.1 B"],
            id="legal numbering is in figures",
        ),
        pytest.param(
            (level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:lvlRestart w:val="0"/>')),
            [("A", 0), ("B", 1), ("C", 0), ("D", 1)],
            ["1. A", "a) B", "2. C", "b) D"],
            id="never starts again",
        ),
        pytest.param(
            (
                level(0, "decimal", "%1."),
                level(1, "lowerLetter", "%2)"),
                level(2, "decimal", "(%3)", '<w:lvlRestart w:val="1"/>'),
            ),
            [("A", 0), ("B", 1), ("C", 2), ("D", 1), ("E", 2), ("F", 0), ("G", 2)],
            ["1. A", "a) B", "(1) C", "b) D", "(2) E", "2. F", "(1) G"],
            id="starts again after a level it names",
        ),
    ],
)
def test_markers_stand_before_the_words(levels, items, lines):
    body = "".join(item(text, at) for text, at in items)
    assert texts(read(body, numbering=numbering(*levels))) == lines


@pytest.mark.parametrize(
    ("override", "second"),
    [
        pytest.param("", "2. B", id="one definition goes on"),
        pytest.param(START_AGAIN, "1. B", id="starts again"),
    ],
)
def test_lists_of_one_definition(override, second):
    body = item("A") + item("B", number=2)
    assert texts(read(body, numbering=numbering(level(0, "decimal", "%1."), override=override))) == [
        "1. A",
        second,
    ]


def test_a_paragraph_style_can_number():
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="Muc">{numbered}</w:style>'
    body = par("A", '<w:pStyle w:val="Muc"/>') + par(
        "B", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert texts(read(body, styles=styles, numbering=numbering(level(0, "decimal", "%1.")))) == ["1. A", "B"]


def test_a_counter_column_has_only_its_number():
    body = table(["STT", "Nhiệm vụ"], [f"<w:tc>{item('')}</w:tc>", "Rà soát"], [f"<w:tc>{item('')}</w:tc>", "Báo cáo"])
    document = read(body, numbering=numbering(level(0, "decimal", "%1")))
    assert texts(document) == ["STT", "Nhiệm vụ", "1", "Rà soát", "2", "Báo cáo"]


@pytest.mark.parametrize(
    ("value", "form", "marker"),
    [
        (4, "decimal", "4"),
        (7, "decimalZero", "07"),
        (2, "lowerLetter", "b"),
        (27, "lowerLetter", "aa"),
        (4, "upperLetter", "D"),
        (4, "lowerRoman", "iv"),
        (19, "upperRoman", "XIX"),
        (3, "chineseCounting", "3"),
        (0, "lowerRoman", "0"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_number_formats(value, form, marker):
    assert printed(value, form) == marker
