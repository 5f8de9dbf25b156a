"""Numbers and notations: what is one, what only looks like one, what a number line and a symbol say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser.extractors.symbols import (
    document_type_of,
    find_symbols,
    parse_number_line,
    parse_symbol,
)

# symbol, kind, year, groups, type by the symbol alone
SYMBOLS = [
    ("1315/UBND-NVK", "state", None, ("UBND", "NVK"), "CV"),
    ("15/QĐ-BNV", "state", None, ("QĐ", "BNV"), "QĐ"),
    ("05/BNV-VP", "state", None, ("BNV", "VP"), "CV"),
    ("12/UBND-VX", "state", None, ("UBND", "VX"), "CV"),
    ("12/2023/QĐ-UBND", "state", 2023, ("QĐ", "UBND"), "QĐ"),
    ("45/CT-TTg", "state", None, ("CT", "TTg"), "CT"),
    ("732/CĐ-TTg", "state", None, ("CĐ", "TTg"), "CĐ"),
    ("76/NQ-CP", "state", None, ("NQ", "CP"), "NQ"),
    ("30c/NQ-CP", "state", None, ("NQ", "CP"), "NQ"),
    ("66.25/2026/NQ-CP", "state", 2026, ("NQ", "CP"), "NQ"),
    ("1234/BNV-TCCB", "state", None, ("BNV", "TCCB"), "CV"),
    ("2928/LĐTBXH-BVCSTE", "state", None, ("LĐTBXH", "BVCSTE"), "CV"),
    ("4981/BNN-TY", "state", None, ("BNN", "TY"), "CV"),
    ("2231/SNV-CCHC&PC", "state", None, ("SNV", "CCHC&PC"), "CV"),
    ("1730/SNNMT-ĐĐBĐVT", "state", None, ("SNNMT", "ĐĐBĐVT"), "CV"),
    ("30191/TB-SNNMT-BTTĐC", "state", None, ("TB", "SNNMT", "BTTĐC"), "TB"),
    ("66/TTr-SYT", "state", None, ("TTr", "SYT"), "TTr"),
    ("18/BCTĐ-STP", "state", None, ("BCTĐ", "STP"), "BC"),
    ("15/GM-HĐ", "state", None, ("GM", "HĐ"), "GM"),
    ("561/PG-VBNB2026", "state", None, ("PG", "VBNB2026"), "PG"),
    ("285/CCTTHC", "state", None, ("CCTTHC",), "CV"),
    ("02/2011/TTLT-VPCP-BNV", "state", 2011, ("TTLT", "VPCP", "BNV"), "TTLT"),
    ("19/2008/NQLT/CP-UBTUMTTQVN", "state", 2008, ("NQLT", "CP", "UBTUMTTQVN"), "NQLT"),
    ("01/QCPH/UBND-UBMTTQ", "state", None, ("QCPH", "UBND", "UBMTTQ"), "QC"),
    ("01/KHPH-CSMT-GHPGVN-LNKL", "state", None, ("KHPH", "CSMT", "GHPGVN", "LNKL"), "KH"),
    ("1365/NQ-UBTVQH15", "state", None, ("NQ", "UBTVQH15"), "NQ"),
    ("351/2017/UBTVQH14", "law", 2017, ("UBTVQH14",), "NQ"),
    ("72/2025/QH15", "law", 2025, ("QH15",), "L"),
    ("03/VBHN-VPQH", "state", None, ("VBHN", "VPQH"), "VBHN"),
    ("123-CV/TU", "party", None, ("CV", "TU"), "CV"),
    ("15-KH/HU", "party", None, ("KH", "HU"), "KH"),
    ("05-NQ/TW", "party", None, ("NQ", "TW"), "NQ"),
    ("217-QĐ/TW", "party", None, ("QĐ", "TW"), "QĐ"),
    ("23-QĐ/UBKTTW", "party", None, ("QĐ", "UBKTTW"), "QĐ"),
    ("44/2005/QĐ-UBND", "state", 2005, ("QĐ", "UBND"), "QĐ"),
    ("45/CV-UBND", "state", None, ("CV", "UBND"), "CV"),
    ("125/SGDĐT-VP", "state", None, ("SGDĐT", "VP"), "CV"),
    ("1234/VPCP-V.I", "state", None, ("VPCP", "V.I"), "CV"),
    ("15/2019/L-CTN", "state", 2019, ("L", "CTN"), "L"),
    ("77/C06-P3", "state", None, ("C06", "P3"), "CV"),
    ("12/2027/ABC-GĐN", "state", 2027, ("ABC", "GĐN"), "GĐN"),
    ("07/2027/QĐ_BXD", "state", 2027, ("QĐ", "BXD"), "QĐ"),
]


@pytest.mark.parametrize(("text", "kind", "year", "groups", "code"), SYMBOLS)
def test_symbol(text, kind, year, groups, code):
    symbol = parse_symbol(text)
    assert symbol is not None
    assert (symbol.text, symbol.kind, symbol.year, symbol.groups) == (text, kind, year, groups)
    assert document_type_of(symbol) == code


@pytest.mark.parametrize(
    "text",
    [
        "25/63 tỉnh",
        "01/8/2022",
        "24/7",
        "1/500",
        "50/50",
        "năm học 2022-2023",
        "giai đoạn 2021-2025",
        "điểm 87,06",
        "0218.3852.123",
        "QCVN 102:2016/BTTTT",
        "TCVN 6909:2001",
        "QCVN 01/2019/BCT",
        "PL.(300)",
        "QĐ số …/…",
        "1.000656.000.00.00.H29",
        "01/Công an tỉnh",
        "110/22kV",
        "12/tháng",
        "3/4 đơn vị",
    ],
)
def test_no_symbol(text):
    assert list(find_symbols(text)) == []
    assert parse_symbol(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quyết định số 44 /2005/QĐ-UBND và", ["44/2005/QĐ-UBND"]),
        ("số 12/QĐ- UBND ngày", ["12/QĐ-UBND"]),
        ("1629 /SCT - CN", ["1629/SCT-CN"]),
        ("12/UBND-NC - UBND tỉnh giao", ["12/UBND-NC"]),
        ("1234/QĐ–UBND", ["1234/QĐ-UBND"]),
        ("13/QĐ-UBNDngày 5", ["13/QĐ-UBND"]),
        ("số 12/QÐ-BNV", ["12/QĐ-BNV"]),
        ("12/QĐ-UBND, 13/QĐ-UBND và 05-NQ/TU", ["12/QĐ-UBND", "13/QĐ-UBND", "05-NQ/TU"]),
        ("số 06 / 2005 / QĐ - UBND", ["06/2005/QĐ-UBND"]),
        ("(76/NQ-CP)", ["76/NQ-CP"]),
    ],
)
def test_symbols_in_text(text, found):
    assert [symbol.text for _, _, symbol in find_symbols(text)] == found


@pytest.mark.parametrize(
    ("text", "number", "notation"),
    [
        ("Số: 1315/UBND-NVK", "1315", "UBND-NVK"),
        ("Số 12-CV/TU", "12", "CV/TU"),
        ("Số:     /KH-SCT", None, "KH-SCT"),
        ("Số: 12 /QĐ-UBND", "12", "QĐ-UBND"),
        ("Số:1629 /SCT-CN", "1629", "SCT-CN"),
        ("44 /2005/QĐ-UBND", "44", "2005/QĐ-UBND"),
        ("Số: 1856/TTr -SCT", "1856", "TTr-SCT"),
        ("Số: ….. /2024/TT-BCT", None, "2024/TT-BCT"),
        ("Số: ______/SNV-VP", None, "SNV-VP"),
        ("Số: 02/2011/TTLT-VPCP-BNV", "02", "2011/TTLT-VPCP-BNV"),
        ("Số: /BNNMT-TCCB 7878", "7878", "BNNMT-TCCB"),
        ("Số      -CV/TU", None, "CV/TU"),
        ("Số: 30c/NQ-CP", "30c", "NQ-CP"),
        ("Số: 66.25/2026/NQ-CP", "66.25", "2026/NQ-CP"),
        ("Số: 15/BC", "15", "BC"),
        ("Số: 05", "05", None),
        ("SỐ: 2010/QĐ-UBND", "2010", "QĐ-UBND"),
        ("Số: 123/TB- SNV", "123", "TB-SNV"),
    ],
)
def test_number_line(text, number, notation):
    line = parse_number_line(text)
    assert line is not None
    assert (line.number, line.notation) == (number, notation)
    if number and line.number_span:
        assert text[slice(*line.number_span)] == number
    if notation and line.notation_span:
        assert "".join(text[slice(*line.notation_span)].split()) == notation


@pytest.mark.parametrize(
    "text", ["Hà Nội, ngày 5/6/2024", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "V/v báo cáo"]
)
def test_no_number_line(text):
    assert parse_number_line(text) is None


# A first group that may be a type or a body, and papers of companies: symbol first, then the printed name.
@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("123/CT-CS", None, "CV"),
        ("123/CT-CS", "Công văn", "CV"),
        ("123/CT-UBND", None, "CT"),
        ("03/CT-ĐHX", "Chỉ thị", "CT"),
        ("052/TT-HTX", "Tờ trình", "TTr"),
        ("23/2024/TT-BCT", "Thông tư", "TT"),
        ("12/TTr-STC", "văn bản", "TTr"),
        ("1407/UBND-NNMT", "văn bản", "CV"),
        ("13/GĐ-CQX", "Công văn", "CV"),
        ("451/ĐK-PCCC", "Giấy chứng nhận", "GCN"),
        ("33/KT-MX", "Quyết định", "QĐ"),
        ("01/PANM-MX", "Phương án", "PA"),
        ("61/HĐNT/B5/2031", "Hợp đồng", "HĐ"),
        ("58/GP-ATMT", None, "GP"),
        ("202/2025/QH15", "Nghị quyết", "NQ"),
        ("64/2025/QH15", "Luật", "L"),
        ("16/2004/PL-UBTVQH", "Pháp lệnh", "PL"),
        ("37/ĐK-HT", None, "CV"),
        ("12/UQ-UBND", "Giấy ủy quyền", "UQ"),
        ("01-GCN-MX", "văn bản", "GCN"),
    ],
)
def test_type_by_symbol_then_name(text, name, code):
    symbol = parse_symbol(text)
    assert symbol is not None
    assert document_type_of(symbol, name) == code


@given(st.text(alphabet="0123456789/-. QĐUBNTrăđ:ố Số&_…", max_size=60))
def test_any_text_gives_symbols_that_stand_in_it(text):
    end = 0
    for start, stop, symbol in find_symbols(text):
        assert end <= start < stop <= len(text)
        assert parse_symbol(symbol.text) == symbol
        end = stop
    parse_number_line(text)
