"""Citations: sentences as offices write them, with every document they name by number."""

import datetime as dt

import pytest
from pages import page

from dispatch_parser import model as models
from dispatch_parser.extractors.citations import find_citations
from dispatch_parser.extractors.citations_relations import relations
from dispatch_parser.extractors.findings import Findings
from dispatch_parser.layout.compose import compose
from dispatch_parser.text.folding import key

MODEL = models.load()


def cited(text: str):
    document, _ = page("\n".join(f"{row} | x" for row in text.strip().splitlines()))
    findings = Findings(compose(document))
    find_citations(findings, MODEL)
    return findings


def short(text: str):
    return [
        (c.document_type, c.number, c.date.isoformat() if c.date else None) for c in cited(text).citations
    ]


CASES = [
    (
        "Thực hiện Công văn số 2345/BNV-CCHC ngày 20/7/2022 của Bộ Nội vụ về việc tự đánh giá.",
        [("CV", "2345/BNV-CCHC", "2022-07-20")],
    ),
    (
        "Căn cứ Nghị định số 12/2023/NĐ-CP ngày 05 tháng 4 năm 2023 của Chính phủ;",
        [("NĐ", "12/2023/NĐ-CP", "2023-04-05")],
    ),
    ("Căn cứ Luật Khuyến nông số 77/2031/QH17 ngày 18/6/2031;", [("L", "77/2031/QH17", "2031-06-18")]),
    ("Căn cứ Luật Khuyến nông số 77/2031/QH17;", [("L", "77/2031/QH17", None)]),
    ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;", []),
    (
        "Căn cứ các Luật số 77/2031/QH17, số 78/2031/QH17 và số 79/2031/QH17;",
        [("L", "77/2031/QH17", None), ("L", "78/2031/QH17", None), ("L", "79/2031/QH17", None)],
    ),
    (
        "Theo các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND ngày 07/3/2024 của Chủ tịch UBND tỉnh.",
        [("QĐ", "12/QĐ-UBND", "2024-03-07"), ("QĐ", "13/QĐ-UBND", "2024-03-07")],
    ),
    (
        "sửa đổi bởi Nghị định số 14/2031/NĐ-CP ngày 17/06/2031 và số 97/2032/NĐ-CP ngày 9/3/2032.",
        [("NĐ", "14/2031/NĐ-CP", "2031-06-17"), ("NĐ", "97/2032/NĐ-CP", "2032-03-09")],
    ),
    (
        "Quán triệt Nghị quyết số 38-NQ/TW, ngày 19/10/2027 của Ban Chấp hành Trung ương.",
        [("NQ", "38-NQ/TW", "2027-10-19")],
    ),
    (
        "Thực hiện Chỉ thị số 91-CT/TW của Ban Bí thư ngày 03/11/2032 về trồng cây.",
        [("CT", "91-CT/TW", "2032-11-03")],
    ),
    (
        "tại văn bản số 2407/UBND-NNMT ngày 15-7-2031 về chống hạn",
        [("CV", "2407/UBND-NNMT", "2031-07-15")],
    ),
    ("Giấy phép khai thác nước số 733/GP-BXX ngày 23.6.2031", [("GP", "733/GP-BXX", "2031-06-23")]),
    ("Giấy chứng nhận đầu tư số 990440123 ngày 26/2/2031; cấp lại", [("GCN", "990440123", "2031-02-26")]),
    ("tại Văn bản số KTM-QN417/31-BC ngày 08/5/2031;", [("CV", "KTM-QN417/31-BC", "2031-05-08")]),
    ("Công ty Đại Thử tại Văn bản số 09 ngày 11/5/2031;", [("CV", "09", "2031-05-11")]),
    ("Hợp đồng mua bán số 61/HĐNT/B5/2031 với Công ty Thử", [("HĐ", "61/HĐNT/B5/2031", None)]),
    ("Nghị định 88/2031/NĐ-CP ngày 19/6/2031 của Chính phủ", [("NĐ", "88/2031/NĐ-CP", "2031-06-19")]),
    ("Kế hoạch 15/KH-UBND, Thông báo số 3/TB-UBND", [("KH", "15/KH-UBND", None), ("TB", "3/TB-UBND", None)]),
    (
        "Ngày 12/5/2031, Ban Thường vụ Tỉnh ủy ban hành Kết luận số 64-KL/TU về phòng cháy rừng.",
        [("KL", "64-KL/TU", "2031-05-12")],
    ),
    ("theo Nghị định số 12/2024/NĐ-CP2 và các quy định khác", [("NĐ", "12/2024/NĐ-CP", None)]),
    ("Luật số 72/2031/QH171 quy định", [("L", "72/2031/QH17", None)]),
    ("Tờ trình số 52/TT-HTX ngày 06/11/2031 của Hợp tác xã Thử", [("TTr", "52/TT-HTX", "2031-11-06")]),
    ("Công văn số 17/HKH XTN ngày 09/02/2031 của Hội Khuyến học", [("CV", "17/HKH XTN", "2031-02-09")]),
    (
        "Thông tư liên tịch số 85/2009/TTLT-BTC-BYT ngày 27/4/2009",
        [("TTLT", "85/2009/TTLT-BTC-BYT", "2009-04-27")],
    ),
    ("Thông tư số 91/2031/TT-BXD 14/03/2031 của Bộ Xây dựng", [("TT", "91/2031/TT-BXD", "2031-03-14")]),
    ("Thông báo kết luận số 45/TB-VPCP ngày 3/2/2027", [("TB", "45/TB-VPCP", "2027-02-03")]),
    ("Pháp lệnh giống cây trồng số 15/2004/PL-UBTVQH11", [("PL", "15/2004/PL-UBTVQH11", None)]),
    ("số 97/2032/NĐ-CP của Chính phủ", [("NĐ", "97/2032/NĐ-CP", None)]),
    (
        "Ngày 05/6/2024, Sở Y tế có Tờ trình số 55/TTr-SYT và Báo cáo số 56/BC-SYT.",
        [("TTr", "55/TTr-SYT", "2024-06-05"), ("BC", "56/BC-SYT", "2024-06-05")],
    ),
    (
        "Công văn 15/SGDĐT-VP và Công văn số 16/SGDĐT-VP cùng ngày 05/6/2024",
        [("CV", "15/SGDĐT-VP", None), ("CV", "16/SGDĐT-VP", "2024-06-05")],
    ),
    ("Quyết định ngày 15/7/2021 số 12/QĐ-UBND", [("QĐ", "12/QĐ-UBND", "2021-07-15")]),
    # no citations
    ("theo QCVN 91:2031/BCT và TCVN 5574:2018", []),
    ("thủ tục mã 1.000656.000.00.00.H29", []),
    ("lập theo Mẫu số 09, Mẫu số 02/ĐK-XYZ", []),
    ("xếp hạng 25/63 tỉnh, tỷ lệ 1/500, trực 24/7", []),
    ("Kế hoạch cải cách hành chính giai đoạn 2021-2025", []),
    ("(Kèm theo Quyết định số …/QĐ-UBND ngày …/…/2025)", []),
    ("liên hệ số điện thoại 0218.3852123 hoặc số 165 đường Hùng Vương", []),
    ("trước ngày 15/8/2022, hoàn thành 100% hồ sơ", []),
    ("Điều 5 Nghị định này và khoản 2 Điều 7", []),
    ("tài khoản số 3713.0.1054321 tại Kho bạc", []),
    ("Phụ lục số 01 ngày 5/6/2024", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_citations(text, expected):
    assert short(text) == expected


def test_one_entry_a_number_with_the_date_of_any_mention():
    text = (
        "Theo Nghị định số 05/2027/NĐ-CP và Thông tư số 1/2027/TT-BNV.\n"
        "Căn cứ Nghị định số 5/2027/NĐ-CP ngày 06/01/2027 của Chính phủ;"
    )
    assert short(text) == [("NĐ", "5/2027/NĐ-CP", "2027-01-06"), ("TT", "1/2027/TT-BNV", None)]


def test_the_span_covers_type_number_and_date():
    findings = cited(
        "Thực hiện Quyết định số 1234/QĐ-UBND ngày 05/7/2022 của Ủy ban nhân dân tỉnh, các sở báo cáo."
    )
    (citation,) = findings.citations
    assert findings.reading.text[citation.start : citation.end] == "Quyết định số 1234/QĐ-UBND ngày 05/7/2022"
    assert citation.issuer == "Ủy ban nhân dân tỉnh"


LETTERHEAD = """
< SỞ NỘI VỤ
> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
> Độc lập - Tự do - Hạnh phúc
< Số: 12/QĐ-SNV
> Hà Giang, ngày 05 tháng 3 năm 2024
QUYẾT ĐỊNH
Về việc ban hành Quy chế làm việc
GIÁM ĐỐC SỞ NỘI VỤ
{body}
"""


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("(Ban hành kèm theo Quyết định số 12/QĐ-SNV ngày 05/3/2024 của Sở Nội vụ)", []),
        ("theo Quyết định số 12/QĐ-SNV ngày 07/5/2021 của Sở Nội vụ", ["12/QĐ-SNV"]),
        ("thay thế Quyết định số 13/QĐ-SNV", ["13/QĐ-SNV"]),
    ],
)
def test_own_number_is_no_citation_but_the_same_number_of_another_day_is(body, numbers):
    assert [c.number for c in cited(LETTERHEAD.format(body=body)).citations] == numbers


def test_a_symbol_cut_by_the_page_is_not_cited():
    assert short("Điều 9 Nghị định số 71/2031/NĐ-\n2") == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Căn cứ Nghị định số 12/2023/NĐ-CP ngày 05/4/2023 của Chính phủ;", "basis"),
        ("Thực hiện Công văn số 15/BNV-VP ngày 05/4/2023, Sở Nội vụ đề nghị", "implements"),
        ("Phúc đáp Công văn số 15/SYT-VP ngày 05/4/2023 của Sở Y tế, Sở Nội vụ có ý kiến", "replies_to"),
        ("Sở Nội vụ nhận được Công văn số 15/SYT-VP ngày 05/4/2023 của Sở Y tế", "replies_to"),
        ("Quyết định này thay thế Quyết định số 9/QĐ-UBND ngày 05/4/2019.", "replaces"),
        ("Bãi bỏ Quyết định số 9/QĐ-UBND ngày 05/4/2019.", "repeals"),
        ("Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 9/QĐ-UBND ngày 05/4/2019", "amends"),
        ("Gửi kèm Báo cáo số 9/BC-SNV ngày 05/4/2019", "attached"),
        ("Ngày 05/4/2019, Sở Nội vụ đã ban hành Báo cáo số 9/BC-SNV", "mentions"),
    ],
)
def test_relation(text, relation):
    (citation,) = cited(text).citations
    assert citation.relation == relation


@pytest.mark.parametrize("rule", relations(MODEL).rules, ids=lambda rule: rule.id)
def test_relation_rules_keep_their_examples(rule):
    def words(text: str) -> str:
        return text[: len(text) - len(text.lstrip())] + key(text) + text[len(text.rstrip()) :]

    assert rule.examples
    assert rule.counter_examples
    assert [text for text in rule.examples if not rule.regex.search(words(text))] == []
    assert [text for text in rule.counter_examples if rule.regex.search(words(text))] == []


def test_date_types():
    (citation,) = cited("Quyết định số 9/QĐ-UBND ngày 05/4/2019").citations
    assert citation.date == dt.date(2019, 4, 5)
