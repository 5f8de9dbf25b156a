"""A notice of conclusions in old-style tones, and an invitation typed with tabs."""

from __future__ import annotations

from samples.make.model import Dispatch, Look, P, Sample
from samples.make.truth import coordinate, due, lead, record, report_to, target, task

_CONCLUSIONS = Dispatch(
    issuer=("UỶ BAN NHÂN DÂN", "TỈNH HOÀ BÌNH"),
    number="318",
    notation="TB-UBND",
    place="Hoà Bình",
    day="22",
    month="tháng 4 năm 2024",
    title="THÔNG BÁO",
    title_subject=(
        "Kết luận của Phó Chủ tịch Uỷ ban nhân dân tỉnh",
        "tại cuộc họp về tiến độ giải phóng mặt bằng Dự án đường nối",
        "thành phố Hoà Bình với các xã vùng cao",
    ),
    body=(
        P(
            "Ngày 19/4/2024, tại trụ sở Uỷ ban nhân dân tỉnh, đồng chí Phó Chủ tịch Uỷ ban nhân dân tỉnh"
            " chủ trì cuộc họp về tiến độ giải phóng mặt bằng Dự án. Tham dự cuộc họp có lãnh đạo các Sở:"
            " Giao thông vận tải, Tài nguyên và Môi trường, Kế hoạch và Đầu tư, Tài chính; Uỷ ban nhân dân"
            " các huyện, thành phố có liên quan."
        ),
        P(
            "Sau khi nghe Sở Giao thông vận tải báo cáo và ý kiến của các đại biểu, đồng chí Phó Chủ tịch"
            " Uỷ ban nhân dân tỉnh kết luận như sau:"
        ),
        P("1. Về kết quả thực hiện", "heading"),
        P(
            "Thời gian qua, các sở, ngành và địa phương đã tích cực triển khai công tác giải phóng mặt"
            " bằng; tuy nhiên, tiến độ còn chậm so với kế hoạch, một số hộ dân chưa thống nhất phương án"
            " bồi thường."
        ),
        P("2. Về nhiệm vụ trong thời gian tới", "heading"),
        P("a) Uỷ ban nhân dân thành phố Hoà Bình, Uỷ ban nhân dân huyện Lương Sơn:"),
        P(
            "- Hoàn thành kiểm đếm, phê duyệt phương án bồi thường đối với các hộ dân còn lại trước ngày"
            " 15/5/2024;",
            "dash",
        ),
        P("- Bàn giao mặt bằng sạch cho chủ đầu tư chậm nhất ngày 30/6/2024.", "dash"),
        P(
            "b) Giao Sở Giao thông vận tải chủ trì, phối hợp với Sở Tài nguyên và Môi trường, Ban Quản lý"
            " dự án đầu tư xây dựng các công trình giao thông tỉnh hoàn thiện hồ sơ điều chỉnh Dự án, trình"
            " Uỷ ban nhân dân tỉnh trước ngày 10/5/2024."
        ),
        P(
            "c) Sở Kế hoạch và Đầu tư, Sở Tài chính khẩn trương tham mưu Uỷ ban nhân dân tỉnh phương án bổ"
            " sung vốn đối ứng."
        ),
        P(
            "d) Công an tỉnh, Công ty Điện lực Hoà Bình phối hợp di chuyển đường điện, bảo đảm an ninh,"
            " trật tự khi thi công trong quý II/2024."
        ),
        P(
            "đ) Chủ đầu tư báo cáo tiến độ hằng tuần, trước 15 giờ thứ Năm, về Sở Giao thông vận tải để"
            " tổng hợp."
        ),
        P(
            "3. Giao Văn phòng Uỷ ban nhân dân tỉnh theo dõi, đôn đốc các đơn vị thực hiện Thông báo này.",
        ),
        P(
            "Văn phòng Uỷ ban nhân dân tỉnh thông báo kết luận của đồng chí Phó Chủ tịch Uỷ ban nhân dân"
            " tỉnh để các cơ quan, đơn vị, địa phương liên quan biết và thực hiện./."
        ),
    ),
    recipients=(
        "- CT, các PCT UBND tỉnh (để b/c);",
        "- Các sở: GTVT, TN&MT, KH&ĐT, TC;",
        "- Công an tỉnh;",
        "- UBND TP. Hoà Bình, UBND huyện Lương Sơn;",
        "- Công ty Điện lực Hoà Bình;",
        "- Chánh VP, các Phó CVP UBND tỉnh;",
        "- Lưu: VT, CNXD.",
    ),
    foot=("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
    signer="Đỗ Thị Minh Hoạ",
)

_CITY, _DISTRICT = "Ủy ban nhân dân thành phố Hòa Bình", "Ủy ban nhân dân huyện Lương Sơn"

_CONCLUSIONS_TRUTH = record(
    "TB",
    "Ủy ban nhân dân tỉnh Hòa Bình",
    "318",
    "TB-UBND",
    "2024-04-22",
    "Kết luận của Phó Chủ tịch Uỷ ban nhân dân tỉnh tại cuộc họp về tiến độ giải phóng mặt bằng Dự án đường"
    " nối thành phố Hoà Bình với các xã vùng cao",
    place="Hoà Bình",
    to_places=(
        "CT, các PCT UBND tỉnh",
        "Các sở: GTVT, TN&MT, KH&ĐT, TC",
        "Công an tỉnh",
        "UBND TP. Hoà Bình, UBND huyện Lương Sơn",
        "Công ty Điện lực Hoà Bình",
        "Chánh VP, các Phó CVP UBND tỉnh",
    ),
    archive="VT, CNXD",
    signer=("TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Đỗ Thị Minh Hoạ"),
    tasks=(
        task(
            "Hoàn thành kiểm đếm, phê duyệt phương án bồi thường đối với các hộ dân còn lại trước ngày"
            " 15/5/2024",
            lead(_CITY, _DISTRICT),
            due("trước ngày 15/5/2024", "2024-05-15"),
        ),
        task(
            "Bàn giao mặt bằng sạch cho chủ đầu tư chậm nhất ngày 30/6/2024",
            lead(_CITY, _DISTRICT),
            due("chậm nhất ngày 30/6/2024", "2024-06-30"),
        ),
        task(
            "Giao Sở Giao thông vận tải chủ trì, phối hợp với Sở Tài nguyên và Môi trường, Ban Quản lý dự"
            " án đầu tư xây dựng các công trình giao thông tỉnh hoàn thiện hồ sơ điều chỉnh Dự án, trình Uỷ"
            " ban nhân dân tỉnh trước ngày 10/5/2024",
            lead("Sở Giao thông vận tải")
            + coordinate(
                "Sở Tài nguyên và Môi trường",
                "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh",
            ),
            due("trước ngày 10/5/2024", "2024-05-10"),
        ),
        task(
            "Sở Kế hoạch và Đầu tư, Sở Tài chính khẩn trương tham mưu Uỷ ban nhân dân tỉnh phương án bổ"
            " sung vốn đối ứng",
            lead("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
            due("khẩn trương", kind="immediate"),
            kind="advise",
        ),
        task(
            "Công an tỉnh, Công ty Điện lực Hoà Bình phối hợp di chuyển đường điện, bảo đảm an ninh, trật"
            " tự khi thi công trong quý II/2024",
            coordinate("Công an tỉnh", "Công ty Điện lực Hòa Bình"),
            due("trong quý II/2024", "2024-06-30", "period"),
        ),
        task(
            "Chủ đầu tư báo cáo tiến độ hằng tuần, trước 15 giờ thứ Năm, về Sở Giao thông vận tải để tổng"
            " hợp",
            lead("Chủ đầu tư") + report_to("Sở Giao thông vận tải"),
            due("hằng tuần, trước 15 giờ thứ Năm", kind="recurring"),
            kind="report",
        ),
        task(
            "Giao Văn phòng Uỷ ban nhân dân tỉnh theo dõi, đôn đốc các đơn vị thực hiện Thông báo này",
            lead("Văn phòng Ủy ban nhân dân tỉnh") + target("các đơn vị"),
            kind="monitor",
        ),
        task(
            "Văn phòng Uỷ ban nhân dân tỉnh thông báo kết luận của đồng chí Phó Chủ tịch Uỷ ban nhân dân"
            " tỉnh để các cơ quan, đơn vị, địa phương liên quan biết và thực hiện",
            lead("các cơ quan, đơn vị, địa phương liên quan"),
            kind="enforcement",
        ),
    ),
)

_INVITATION = Dispatch(
    parent=("UBND TỈNH GIA LAI",),
    issuer=("SỞ TÀI CHÍNH",),
    number="56",
    notation="GM-STC",
    place="Gia Lai",
    day="02",
    month="tháng 4 năm 2026",
    title="GIẤY MỜI",
    title_subject=("Họp thẩm định phương án phân bổ vốn đầu tư công năm 2026 (đợt 2)",),
    priority="KHẨN",
    addressees=(
        "Các Sở: Xây dựng, Nông nghiệp và Môi trường;",
        "Kho bạc Nhà nước khu vực XV;",
        "Ban Quản lý dự án đầu tư xây dựng tỉnh.",
    ),
    body=(
        P(
            "Sở Tài chính trân trọng kính mời lãnh đạo các cơ quan, đơn vị có tên trên dự họp thẩm định"
            " phương án phân bổ vốn đầu tư công năm 2026 (đợt 2), cụ thể như sau:"
        ),
        P("1. Thời gian: 08 giờ 00, ngày 08/4/2026 (thứ Tư)."),
        P("2. Địa điểm: Phòng họp số 2, trụ sở Sở Tài chính tỉnh Gia Lai."),
        P("3. Chủ trì: Lãnh đạo Sở Tài chính."),
        P("4. Chuẩn bị tài liệu:"),
        P(
            "- Đề nghị Ban Quản lý dự án đầu tư xây dựng tỉnh chuẩn bị báo cáo tiến độ các dự án, gửi Sở"
            " Tài chính trước ngày 06/4/2026 để tổng hợp.",
            "dash",
        ),
        P(
            "- Giao Phòng Quản lý ngân sách chuẩn bị dự thảo phương án, bố trí phòng họp và màn hình trình"
            " chiếu.",
            "dash",
        ),
        P("Rất mong các đại biểu tham dự đúng thành phần, thời gian./."),
    ),
    recipients=("- Như trên;", "- Giám đốc Sở (b/c);", "- Văn phòng Sở (t/h);", "- Lưu: VT, QLNS."),
    foot=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"),
    signer="Hoàng Văn Phỏng Đoán",
)

_INVITATION_TRUTH = record(
    "GM",
    "Sở Tài chính tỉnh Gia Lai",
    "56",
    "GM-STC",
    "2026-04-02",
    "Họp thẩm định phương án phân bổ vốn đầu tư công năm 2026 (đợt 2)",
    parent="Ủy ban nhân dân tỉnh Gia Lai",
    place="Gia Lai",
    priority="KHẨN",
    addressees=(
        "Sở Xây dựng",
        "Sở Nông nghiệp và Môi trường",
        "Kho bạc Nhà nước khu vực XV",
        "Ban Quản lý dự án đầu tư xây dựng tỉnh",
    ),
    to_places=("Như trên", "Giám đốc Sở", "Văn phòng Sở"),
    archive="VT, QLNS",
    signer=("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "Hoàng Văn Phỏng Đoán"),
    tasks=(
        task(
            "Đề nghị Ban Quản lý dự án đầu tư xây dựng tỉnh chuẩn bị báo cáo tiến độ các dự án, gửi Sở Tài"
            " chính trước ngày 06/4/2026 để tổng hợp",
            lead("Ban Quản lý dự án đầu tư xây dựng tỉnh") + report_to("Sở Tài chính"),
            due("trước ngày 06/4/2026", "2026-04-06"),
        ),
        task(
            "Giao Phòng Quản lý ngân sách chuẩn bị dự thảo phương án, bố trí phòng họp và màn hình trình"
            " chiếu",
            lead("Phòng Quản lý ngân sách"),
        ),
    ),
)

CONCLUSIONS = Sample(
    "thong-bao-ket-luan.docx",
    "Thông báo kết luận, chính tả dấu thanh kiểu cũ (Uỷ, Hoà); chuỗi ký TL. / KT.; `chủ trì cuộc họp` không"
    " phải chủ trì nhiệm vụ",
    _CONCLUSIONS,
    _CONCLUSIONS_TRUTH,
)
INVITATION = Sample(
    "giay-moi.docx",
    "Giấy mời KHẨN (dấu là hộp văn bản), phần đầu gõ bằng tab thay vì bảng; ngày họp không phải thời hạn",
    _INVITATION,
    _INVITATION_TRUTH,
    Look(letterhead="tabs"),
)
