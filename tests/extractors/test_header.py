"""The header fields, on pages as a clerk sees them. Every case is (letterhead and foot, {field: value})."""

import datetime as dt

import pytest
from pages import page

from dispatch_parser import Parser
from dispatch_parser.extractors.casing import ordinary

PARSER = Parser()


def head(*left: str, right: str = "Hà Giang, ngày 05 tháng 3 năm 2024", motto: bool = True) -> str:
    rows = [f"< {words}" for words in left]
    rows += ["> CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "> Độc lập - Tự do - Hạnh phúc"] if motto else []
    return "\n".join([*rows, f"> {right}"])


BODY = "Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện nhiệm vụ quý I theo quy định hiện hành./."


def foot(*right: str, left: tuple[str, ...] = ("Nơi nhận:", "- Như trên;", "- Lưu: VT, TH.")) -> str:
    return "\n".join([*(f"< {words}" for words in left), *(f"> {words}" for words in right)])


def record(*parts: str):
    document, _ = page("\n".join(f"{row} | x" for part in parts for row in part.splitlines()))
    return PARSER.parse_document(document)


@pytest.mark.parametrize(
    ("left", "name", "parent"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH HÀ GIANG"), "Ủy ban nhân dân tỉnh Hà Giang", None),
        (("UỶ BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"), "Ủy ban nhân dân thành phố Cần Thơ", None),
        (("UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ"), "Sở Nội vụ tỉnh Hà Giang", "Ủy ban nhân dân tỉnh Hà Giang"),
        (
            ("UBND TỈNH LÀO CAI", "SỞ NÔNG NGHIỆP VÀ", "MÔI TRƯỜNG"),
            "Sở Nông nghiệp và Môi trường tỉnh Lào Cai",
            "Ủy ban nhân dân tỉnh Lào Cai",
        ),
        (
            ("UBND TỈNH LÀO CAI", "VĂN PHÒNG"),
            "Văn phòng Ủy ban nhân dân tỉnh Lào Cai",
            "Ủy ban nhân dân tỉnh Lào Cai",
        ),
        (("UBND TỈNH LÀO CAI", "THANH TRA TỈNH"), "Thanh tra tỉnh Lào Cai", "Ủy ban nhân dân tỉnh Lào Cai"),
        (("BỘ NỘI VỤ",), "Bộ Nội vụ", None),
        (("BỘ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"), "Bộ Lao động - Thương binh và Xã hội", None),
        (("BỘ CÔNG THƯƠNG", "CỤC HÓA CHẤT"), "Cục Hóa chất", "Bộ Công Thương"),
        (("THỦ TƯỚNG CHÍNH PHỦ",), "Thủ tướng Chính phủ", None),
        (("CHÍNH PHỦ", "-------"), "Chính phủ", None),
        (
            ("BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC TÂY BẮC"),
            "Trường Đại học Tây Bắc",
            "Bộ Giáo dục và Đào tạo",
        ),
        (("ỦY BAN NHÂN DÂN", "XÃ ĐỒNG VĂN"), "Ủy ban nhân dân xã Đồng Văn", None),
        (("HỘI ĐỒNG NHÂN DÂN", "TỈNH HÀ GIANG"), "Hội đồng nhân dân tỉnh Hà Giang", None),
        (("BỘ Y TẾ - BỘ CÔNG AN",), "Bộ Y tế - Bộ Công an", None),
        (
            ("UBND TX. ĐỒNG VĂN", "PHÒNG GIÁO DỤC-ĐÀO TẠO"),
            "Phòng Giáo dục-Đào tạo thị xã Đồng Văn",
            "Ủy ban nhân dân thị xã Đồng Văn",
        ),
        (("BỘ Y TẾ -", "BỘ CÔNG AN"), "Bộ Y tế - Bộ Công an", None),
        (("TỈNH ỦY HÀ GIANG", "BAN TỔ CHỨC", "*"), "Ban Tổ chức Tỉnh ủy Hà Giang", "Tỉnh ủy Hà Giang"),
        (
            ("HĐND TỈNH HÀ GIANG", "BAN PHÁP CHẾ"),
            "Ban Pháp chế Hội đồng nhân dân tỉnh Hà Giang",
            "Hội đồng nhân dân tỉnh Hà Giang",
        ),
        (
            ("UBND TỈNH HÀ GIANG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT ĐỒNG VĂN"),
            "Trường THPT Đồng Văn",
            "Sở Giáo dục và Đào tạo",
        ),
        (("SỞ Y TẾ HÀ GIANG", "BỆNH VIỆN ĐA KHOA TỈNH"), "Bệnh viện Đa khoa tỉnh Hà Giang", "Sở Y tế Hà Giang"),
        (("BỘ QUỐC PHÒNG", "QUÂN KHU 2"), "Quân khu 2", "Bộ Quốc phòng"),
        (("PHÒNG GD&ĐT HUYỆN MÈO VẠC", "TRƯỜNG TIỂU HỌC HOA MƠ"), "Trường Tiểu học Hoa Mơ", "Phòng GD&ĐT huyện Mèo Vạc"),
        (("UBND ĐẶC KHU HÒN MƠ", "PHÒNG VĂN HÓA - XÃ HỘI"), "Phòng Văn hóa - Xã hội đặc khu Hòn Mơ", "Ủy ban nhân dân đặc khu Hòn Mơ"),
        (("BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC KHU VỰC XVIII"), "Kho bạc Nhà nước khu vực XVIII", "Bộ Tài chính"),
        (("BAN CHỈ ĐẠO 35 TỈNH HÀ GIANG",), "Ban Chỉ đạo 35 tỉnh Hà Giang", None),
        (("ỦY BAN NHÂN DÂN",), "Ủy ban nhân dân tỉnh Hà Giang", None),
        (("UBND PHƯỜNG MƠ", "PHÒNG KINH TẾ, HẠ TẦNG", "VÀ ĐÔ THỊ"), "Phòng Kinh tế, Hạ tầng và Đô thị phường Mơ", "Ủy ban nhân dân phường Mơ"),
        (("BỘ CÔNG AN", "CÔNG AN TỈNH HÀ GIANG"), "Công an tỉnh Hà Giang", "Bộ Công an"),
    ],
)
def test_issuer(left, name, parent):
    got = record(head(*left, "Số: 15/SNV-CCHC", "V/v báo cáo"), "Kính gửi: Bộ Nội vụ.", BODY, foot("GIÁM ĐỐC", "Trần Văn Thử"))
    assert (got.issuer.name.value, got.issuer.parent.value) == (name, parent)


@pytest.mark.parametrize(
    ("line", "value", "notation", "state"),
    [
        ("Số: 15/SNV-CCHC", "15", "SNV-CCHC", "found"),
        ("Số:15 /SNV - CCHC", "15", "SNV-CCHC", "found"),
        ("Số: 07/2024/QĐ-UBND", "07", "2024/QĐ-UBND", "found"),
        ("Số 45-CV/TU", "45", "CV/TU", "found"),
        ("Luật số: 64/2025/QH15", "64", "2025/QH15", "found"),
        ("Số: 30c/NQ-CP", "30c", "NQ-CP", "found"),
        ("Số:        /KH-SCT", None, "KH-SCT", "unreadable"),
        ("Số: ……/SNV-CCHC", None, "SNV-CCHC", "unreadable"),
    ],
)
def test_number(line, value, notation, state):
    got = record(head("UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ", line), "Kính gửi: Bộ Nội vụ.", BODY, foot("GIÁM ĐỐC", "Trần Văn Thử"))
    assert (got.number.value.value, got.number.notation.value) == (value, notation)
    assert got.number.value.state == state


@pytest.mark.parametrize(
    ("line", "place", "date", "state"),
    [
        ("Hà Giang, ngày 05 tháng 3 năm 2024", "Hà Giang", dt.date(2024, 3, 5), "found"),
        ("Hà Giang, ngày05 tháng3 năm 2024", "Hà Giang", dt.date(2024, 3, 5), "found"),
        ("Hà Nội, ngày      tháng 3 năm 2024", "Hà Nội", None, "unreadable"),
        ("Hà Nội, ngày … tháng … năm 2024", "Hà Nội", None, "unreadable"),
        ("Hà Nội, ngàyô} thángh năm 2024", "Hà Nội", None, "unreadable"),  # as an engine reads handwriting
        ("Hà Nội, 7 năm 2024", "Hà Nội", None, "unreadable"),
        ("Thành phố Hồ Chí Minh, ngày 31 tháng 12 năm 2024", "Thành phố Hồ Chí Minh", dt.date(2024, 12, 31), "found"),
    ],
)
def test_place_and_date(line, place, date, state):
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP", right=line), "Kính gửi: Bộ Y tế.", BODY, foot("GIÁM ĐỐC", "Trần Văn Thử"))
    assert (got.place.value, got.date.value, got.date.state) == (place, date, state)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm", "2024"), id="the year"),
        pytest.param(("Thành phố Hồ Chí Minh, ngày 05", "tháng 3 năm 2024"), id="the month"),
        pytest.param(("Thành phố Hồ Chí Minh,", "ngày 05 tháng 3 năm 2024"), id="the day"),
    ],
)
def test_a_date_that_a_narrow_column_wraps(rows):
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    right = "\n".join(f"> {words}" for words in (*motto, *rows))
    got = record(f"< SỞ NỘI VỤ\n< Số: 12/SNV-VP\n{right}", BODY)
    assert (got.place.value, got.date.value) == ("Thành phố Hồ Chí Minh", dt.date(2024, 3, 5))
    assert got.issuer.name.value == "Sở Nội vụ thành phố Hồ Chí Minh"


def test_a_number_that_a_narrow_column_wraps():
    got = record(head("SỞ NỘI VỤ", "Số:", "16/2017/TT-SNV"), BODY)
    assert (got.number.value.value, got.number.notation.value) == ("16", "2017/TT-SNV")


@pytest.mark.parametrize(
    ("left", "name"),
    [
        (("BỘ GIÁO DỤC VÀ ĐÀO TẠO-BỘ NỘI VỤ",), "Bộ Giáo dục và Đào tạo - Bộ Nội vụ"),
        (("TÒA ÁN NHÂN DÂN TỐI CAO", "BỘ CÔNG AN"), "Tòa án nhân dân tối cao - Bộ Công an"),
    ],
)
def test_the_issuers_of_a_joint_circular(left, name):
    got = record(head(*left, "Số: 07/2009/TTLT-AB-CD"), "THÔNG TƯ LIÊN TỊCH\nHướng dẫn thi hành", BODY)
    assert (got.issuer.name.value, got.issuer.parent.value) == (name, None)


@pytest.mark.parametrize(
    ("rows", "code", "subject"),
    [
        (("< V/v báo cáo kết quả", "< quý I/2024."), "CV", "báo cáo kết quả quý I/2024"),
        (("THÔNG BÁO", "Về việc nghỉ lễ 30/4"), "TB", "nghỉ lễ 30/4"),
        (("KẾ HOẠCH", "Kiểm tra công tác cải cách", "năm 2024"), "KH", "Kiểm tra công tác cải cách năm 2024"),
        (("TỜ TRÌNH", "Về kết quả đại hội"), "TTr", "kết quả đại hội"),
        (("Q U Y Ế T  Đ Ị N H", "V/v thành lập tổ công tác"), "QĐ", "thành lập tổ công tác"),
        (("CHỈ THỊ", "của Ban Thường vụ Tỉnh ủy về công tác dân vận"), "CT", "công tác dân vận"),
    ],
)
def test_type_and_subject(rows, code, subject):
    number = "Số: 15/SNV-CCHC" if code == "CV" else f"Số: 15/{code}-SNV"
    left = [row[2:] for row in rows if row.startswith("<")]
    title = [row for row in rows if not row.startswith("<")]
    got = record(head("UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ", number, *left), *title, "-----", BODY, foot("GIÁM ĐỐC", "Trần Văn Thử"))
    assert (got.document_type.value, got.subject.value) == (code, subject)


@pytest.mark.parametrize(
    ("lines", "competence", "position", "name"),
    [
        (("GIÁM ĐỐC", "Trần Văn Thử"), None, "GIÁM ĐỐC", "Trần Văn Thử"),
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "(Đã ký)", "Trần Văn Thử"),
            "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Thử",
        ),
        (
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Văn Thử"),
            "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Văn Thử",
        ),
        (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "PGS.TS. Lê Thị Mẫu"), "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Thị Mẫu"),
        (("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Hoàng Văn Ví"), "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Hoàng Văn Ví"),
        (("TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Thượng tướng Phan Văn Mẫu"), "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Phan Văn Mẫu"),
    ],
)  # fmt: skip
def test_signer(lines, competence, position, name):
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP"), "Kính gửi: Bộ Y tế.", BODY, foot(*lines)).signer
    assert (got.competence.value, got.position.value, got.full_name.value) == (competence, position, name)


def test_recipients():
    left = ("Nơi nhận:", "- Như trên;", "- Chủ tịch UBND tỉnh (để b/c);", "- Phó CVP (đ/c Mẫu);", "- Lưu: VT, TH (3b).")
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP"), "Kính gửi: Bộ Y tế.", BODY, foot("BỘ TRƯỞNG", "Trần Văn Thử", left=left))
    assert [(p.name, p.purpose) for p in got.to_places] == [
        ("Như trên", None), ("Chủ tịch UBND tỉnh", "để b/c"), ("Phó CVP (đ/c Mẫu)", None),
    ]  # fmt: skip
    assert got.archive.value == "VT, TH (3b)"


@pytest.mark.parametrize(
    ("line", "name", "purpose"),
    [
        ("- Phòng Tin học (để đưa lên trang thông tin);", "Phòng Tin học", "để đưa lên trang thông tin"),
        ("- Các sở, ban, ngành (để th);", "Các sở, ban, ngành", "để th"),
        ("- Bộ trưởng (để b/c", "Bộ trưởng", "để b/c"),  # a scan whose bracket is lost
        ("- Sở Nội vụ (phòng 2):", "Sở Nội vụ (phòng 2)", None),
    ],
)
def test_a_purpose_is_told_from_the_name(line, name, purpose):
    left = ("Nơi nhận:", "- Như trên;", line, "Lưu: VT.")
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP"), "Kính gửi: Bộ Y tế.", BODY, foot("BỘ TRƯỞNG", "Trần Văn Thử", left=left))
    assert [(p.name, p.purpose) for p in got.to_places[1:]] == [(name, purpose)]
    assert got.archive.value == "VT"


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (("Kính gửi: Bộ Y tế.",), ["Bộ Y tế"]),
        (("Kính gửi:", "- Các sở, ban, ngành;", "- Công an tỉnh."), ["Các sở, ban, ngành", "Công an tỉnh"]),
        (("Kính gửi: Các Sở: Nội vụ, Tài chính.",), ["Sở Nội vụ", "Sở Tài chính"]),
        (("Kính gửi: Công ty TNHH Thử Nghiệm.", "(Địa chỉ: số 1, phường Một, tỉnh Hà Giang)"), ["Công ty TNHH Thử Nghiệm"]),
    ],
)
def test_addressees(rows, names):
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP", "V/v báo cáo"), *rows, BODY, foot("BỘ TRƯỞNG", "Trần Văn Thử"))
    assert [a.name for a in got.addressees] == names


def test_stamps():
    got = record(head("BỘ NỘI VỤ", "Số: 15/BNV-VP", "V/v báo cáo"), "HOẢ TỐC", "Kính gửi: Bộ Y tế.", BODY, foot("BỘ TRƯỞNG", "Trần Văn Thử"))
    assert (got.priority.value, got.secrecy.state) == ("HOẢ TỐC", "absent")


def test_no_dispatch():
    got = record("Bài phát biểu tại hội nghị tổng kết năm", BODY)
    assert got.source_kind == "other"
    assert got.number.value.state == "absent"
    assert [w.code for w in got.warnings] == ["no_dispatch"]


def test_portal_version_without_letterhead():
    got = record(
        "THÔNG TƯ",
        "CỦA BỘ Y TẾ SỐ 01/2010/TT-BYT NGÀY 07 THÁNG 01 NĂM 2010",
        "QUY ĐỊNH VỀ VIỆC THỬ NGHIỆM",
        "Căn cứ Luật Dược ngày 14 tháng 6 năm 2005;",
        "Điều 1. Ban hành kèm theo Thông tư này quy định về việc thử nghiệm.",
        foot("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Trần Văn Thử"),
    )
    assert got.issuer.name.value == "Bộ Y tế"
    assert (got.number.value.value, got.number.notation.value) == ("01", "2010/TT-BYT")
    assert (got.date.value, got.subject.value) == (dt.date(2010, 1, 7), "QUY ĐỊNH VỀ VIỆC THỬ NGHIỆM")


def test_reported_dispatch():
    text = (
        "Ngày 05/3/2024, Ủy ban nhân dân tỉnh ban hành Công văn số 15/UBND-VX về việc tăng cường công tác y tế của tỉnh "
        "Hà Giang. Theo đó, Ủy ban nhân dân tỉnh yêu cầu Sở Y tế rà soát các cơ sở khám bệnh trong tháng 3/2024."
    )
    got = PARSER.parse_text(text)
    assert got.source_kind == "report"
    assert (got.number.value.value, got.number.notation.value) == ("15", "UBND-VX")
    assert got.date.value == dt.date(2024, 3, 5)
    assert got.issuer.name.value == "Ủy ban nhân dân tỉnh Hà Giang"
    assert got.signer.full_name.state == "absent"
    assert "15/UBND-VX" not in [c.number for c in got.citations]


def test_joint_document_with_two_numbers():
    got = record(
        head("BỘ NỘI VỤ - BỘ TÀI CHÍNH", "Số: 15/2024/TTLT-BNV", "Số: 31/2024/TTLT-BTC"),
        "THÔNG TƯ LIÊN TỊCH",
        "Hướng dẫn thử nghiệm",
        "-----",
        BODY,
        foot("KT. BỘ TRƯỞNG BỘ TÀI CHÍNH", "THỨ TRƯỞNG", "Lê Thị Mẫu", left=("KT. BỘ TRƯỞNG BỘ NỘI VỤ", "THỨ TRƯỞNG", "Trần Văn Thử")),
    )
    assert got.issuer.name.value == "Bộ Nội vụ - Bộ Tài chính"
    assert (got.number.value.state, got.number.value.value) == ("ambiguous", "15")
    assert [a.value for a in got.number.value.alternatives] == ["31"]
    assert [w.code for w in got.warnings] == ["several_numbers"]
    assert got.signer.full_name.value == "Trần Văn Thử"
    assert got.signer.competence.value == "KT. BỘ TRƯỞNG BỘ NỘI VỤ"


def test_minutes_have_two_signers():
    got = record(
        head("UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ", "Số: 15/BB-SNV"),
        "BIÊN BẢN",
        "Họp giao ban tháng 3",
        "-----",
        BODY,
        foot("CHỦ TỌA", "Lê Thị Mẫu", left=("THƯ KÝ", "Trần Văn Thử")),
        "Nơi nhận:",
        "- Như thành phần;",
        "- Lưu: VT.",
    )
    assert (got.document_type.value, got.signer.position.value) == ("BB", "THƯ KÝ")
    assert got.signer.full_name.value == "Trần Văn Thử"
    assert got.archive.value == "VT"


def test_copy_block_below_the_original():
    got = record(
        head("BỘ NỘI VỤ", "Số: 15/BNV-VP", "V/v báo cáo"),
        "Kính gửi: Bộ Y tế.",
        BODY,
        foot("BỘ TRƯỞNG", "Trần Văn Thử"),
        head("UBND TỈNH HÀ GIANG", "VĂN PHÒNG", "Số: 25/SY-VP", right="Hà Giang, ngày 09 tháng 4 năm 2024"),
        "SAO Y",
        foot("TL. CHỦ TỊCH", "Lê Thị Mẫu", left=("Nơi nhận:", "- Lưu: VT.")),
    )
    assert (got.number.value.value, got.date.value) == ("15", dt.date(2024, 3, 5))
    assert (got.number.value.state, got.signer.full_name.value) == ("found", "Trần Văn Thử")


def test_bilingual_letterhead():
    got = record(
        head("BỘ Y TẾ", "MINISTRY OF HEALTH", "Số/No: 15/BYT-HTQT", "V/v hợp tác"),
        "> SOCIALIST REPUBLIC OF VIET NAM",
        "> Independence - Freedom - Happiness",
        "Kính gửi: Bộ Ngoại giao.",
        BODY,
        foot("BỘ TRƯỞNG", "Trần Văn Thử"),
    )
    assert (got.issuer.name.value, got.number.value.value) == ("Bộ Y tế", "15")
    assert got.subject.value == "hợp tác"


def test_draft_without_number_and_day():
    got = record(
        "DỰ THẢO",
        head("BỘ Y TẾ", "Số:      /BYT-KCB", "V/v thử nghiệm", right="Hà Nội, ngày     tháng     năm 2024"),
        "Kính gửi: Sở Y tế các tỉnh.",
        BODY,
        foot("BỘ TRƯỞNG", "Trần Văn Thử"),
    )
    assert (got.number.value.state, got.number.notation.value) == ("unreadable", "BYT-KCB")
    assert (got.date.state, got.date.raw) == ("unreadable", "ngày tháng năm 2024")
    assert {w.code for w in got.warnings} == {"blank_number", "blank_date"}


@pytest.mark.parametrize(
    ("printed", "ordinary_case"),
    [
        ("HUYỆN ỦY PHÚ TÂN", "Huyện ủy Phú Tân"),
        ("THÀNH ỦY LONG XUYÊN", "Thành ủy Long Xuyên"),
        ("BAN CHỈ HUY PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN", "Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn"),
        ("BAN QUẢN LÝ RỪNG PHÒNG HỘ NÚI CẤM", "Ban Quản lý rừng phòng hộ Núi Cấm"),
        ("TỔNG CÔNG TY ĐIỆN LỰC MIỀN NAM", "Tổng công ty Điện lực miền Nam"),
    ],
)
def test_capitals_to_ordinary_case(printed, ordinary_case):
    assert ordinary(printed) == ordinary_case
