"""An urgent telegram of the chairman of a provincial people's committee."""

from __future__ import annotations

from samples.make.model import Dispatch, Look, P, Sample
from samples.make.truth import cited, coordinate, delegate, due, lead, record, report_to, task

_COMMUNES = "UBND các xã, phường và đặc khu Cồn Cỏ"
_COMMUNES_NAME = "Ủy ban nhân dân các xã, phường và đặc khu Cồn Cỏ"

_TELEGRAM = Dispatch(
    issuer=("CHỦ TỊCH ỦY BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ"),
    number="09",
    notation="CĐ-CTUBND",
    place="Quảng Trị",
    day="21",
    month="tháng 10 năm 2025",
    title="CÔNG ĐIỆN",
    title_subject=("Về việc tập trung ứng phó bão số 12 và mưa lũ sau bão",),
    priority="HỎA TỐC",
    call="CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ điện:",
    addressees=(
        "Bộ Chỉ huy Quân sự tỉnh;",
        "Công an tỉnh;",
        "Các Sở: Nông nghiệp và Môi trường, Xây dựng, Công Thương, Giáo dục và Đào tạo;",
        f"{_COMMUNES}.",
    ),
    body=(
        P(
            "Theo Trung tâm Dự báo khí tượng thủy văn quốc gia, hồi 07 giờ ngày 21/10/2025, tâm bão số 12"
            " cách đảo Cồn Cỏ khoảng 320 km về phía Đông Đông Bắc, sức gió mạnh nhất cấp 10, giật cấp 12;"
            " dự báo từ ngày 22 đến ngày 25/10/2025 trên địa bàn tỉnh có mưa rất to, tổng lượng mưa 300 -"
            " 500 mm."
        ),
        P(
            "Thực hiện Công điện số 203/CĐ-TTg ngày 20/10/2025 của Thủ tướng Chính phủ, để chủ động ứng phó"
            " với bão, Chủ tịch UBND tỉnh yêu cầu:"
        ),
        P(
            "1. Bộ Chỉ huy Quân sự tỉnh kiểm đếm, hướng dẫn tàu thuyền vào nơi tránh trú an toàn, xong"
            " trước 17 giờ 00 ngày 21/10/2025."
        ),
        P(f"2. {_COMMUNES}:"),
        P(
            "a) Sơ tán người dân ra khỏi khu vực ngập sâu, có nguy cơ sạt lở, hoàn thành trước 20 giờ 00 ngày"
            " 21/10/2025;"
        ),
        P(
            "b) Trực ban 24/24 giờ; báo cáo tình hình thiệt hại về Sở Nông nghiệp và Môi trường trước 15"
            " giờ hằng ngày."
        ),
        P(
            "3. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công ty TNHH MTV Quản lý, khai thác công"
            " trình thủy lợi Quảng Trị vận hành các hồ chứa, bảo đảm an toàn công trình và hạ du."
        ),
        P(
            "4. Các Sở: Xây dựng, Công Thương chỉ đạo các đơn vị quản lý đường bộ, Công ty Điện lực Quảng"
            " Trị khắc phục sự cố giao thông, lưới điện ngay sau khi bão tan."
        ),
        P("5. Sở Giáo dục và Đào tạo quyết định việc cho học sinh nghỉ học trong thời gian bão đổ bộ."),
        P("6. Công an tỉnh bảo đảm an ninh, trật tự tại các khu vực sơ tán, các ngầm, tràn bị ngập."),
        P(
            "7. Sở Nông nghiệp và Môi trường theo dõi, đôn đốc việc thực hiện Công điện này, báo cáo Chủ"
            " tịch UBND tỉnh."
        ),
        P("Yêu cầu Giám đốc các sở, Chủ tịch UBND các xã, phường và đặc khu Cồn Cỏ nghiêm túc thực hiện./."),
    ),
    recipients=(
        "- Như trên;",
        "- Ban Chỉ đạo Phòng thủ dân sự quốc gia (để báo cáo);",
        "- Thường trực Tỉnh ủy (để báo cáo);",
        "- CT, các PCT UBND tỉnh;",
        "- Báo và Phát thanh, Truyền hình Quảng Trị;",
        "- Lưu: VT, NNMT.",
    ),
    foot=("CHỦ TỊCH",),
    signer="Vũ Văn Tưởng Tượng",
)

_TRUTH = record(
    "CĐ",
    "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị",
    "09",
    "CĐ-CTUBND",
    "2025-10-21",
    "tập trung ứng phó bão số 12 và mưa lũ sau bão",
    place="Quảng Trị",
    priority="HỎA TỐC",
    addressees=(
        "Bộ Chỉ huy Quân sự tỉnh",
        "Công an tỉnh",
        "Sở Nông nghiệp và Môi trường",
        "Sở Xây dựng",
        "Sở Công Thương",
        "Sở Giáo dục và Đào tạo",
        _COMMUNES,
    ),
    to_places=(
        "Như trên",
        "Ban Chỉ đạo Phòng thủ dân sự quốc gia",
        "Thường trực Tỉnh ủy",
        "CT, các PCT UBND tỉnh",
        "Báo và Phát thanh, Truyền hình Quảng Trị",
    ),
    archive="VT, NNMT",
    signer=(None, "CHỦ TỊCH", "Vũ Văn Tưởng Tượng"),
    citations=(cited("CĐ", "203/CĐ-TTg", "2025-10-20"),),
    tasks=(
        task(
            "Bộ Chỉ huy Quân sự tỉnh kiểm đếm, hướng dẫn tàu thuyền vào nơi tránh trú an toàn, xong trước"
            " 17 giờ 00 ngày 21/10/2025",
            lead("Bộ Chỉ huy Quân sự tỉnh"),
            due("trước 17 giờ 00 ngày 21/10/2025", "2025-10-21"),
        ),
        task(
            "Sơ tán người dân ra khỏi khu vực ngập sâu, có nguy cơ sạt lở, hoàn thành trước 20 giờ 00 ngày"
            " 21/10/2025",
            lead(_COMMUNES_NAME),
            due("trước 20 giờ 00 ngày 21/10/2025", "2025-10-21"),
        ),
        task(
            "Trực ban 24/24 giờ; báo cáo tình hình thiệt hại về Sở Nông nghiệp và Môi trường trước 15 giờ"
            " hằng ngày",
            lead(_COMMUNES_NAME) + report_to("Sở Nông nghiệp và Môi trường"),
            due("trước 15 giờ hằng ngày", kind="recurring"),
        ),
        task(
            "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công ty TNHH MTV Quản lý, khai thác công"
            " trình thủy lợi Quảng Trị vận hành các hồ chứa, bảo đảm an toàn công trình và hạ du",
            lead("Sở Nông nghiệp và Môi trường")
            + coordinate("Công ty TNHH MTV Quản lý, khai thác công trình thủy lợi Quảng Trị"),
        ),
        task(
            "Các Sở: Xây dựng, Công Thương chỉ đạo các đơn vị quản lý đường bộ, Công ty Điện lực Quảng Trị"
            " khắc phục sự cố giao thông, lưới điện ngay sau khi bão tan",
            lead("Sở Xây dựng", "Sở Công Thương")
            + delegate("các đơn vị quản lý đường bộ", "Công ty Điện lực Quảng Trị"),
            due("ngay sau khi bão tan", kind="event"),
        ),
        task(
            "Sở Giáo dục và Đào tạo quyết định việc cho học sinh nghỉ học trong thời gian bão đổ bộ",
            lead("Sở Giáo dục và Đào tạo"),
        ),
        task(
            "Công an tỉnh bảo đảm an ninh, trật tự tại các khu vực sơ tán, các ngầm, tràn bị ngập",
            lead("Công an tỉnh"),
        ),
        task(
            "Sở Nông nghiệp và Môi trường theo dõi, đôn đốc việc thực hiện Công điện này, báo cáo Chủ tịch"
            " UBND tỉnh",
            lead("Sở Nông nghiệp và Môi trường") + report_to("Ủy ban nhân dân tỉnh"),
            kind="monitor",
        ),
        task(
            "Yêu cầu Giám đốc các sở, Chủ tịch UBND các xã, phường và đặc khu Cồn Cỏ nghiêm túc thực hiện",
            lead("các sở", _COMMUNES_NAME),
            kind="enforcement",
        ),
    ),
)

SAMPLES = (
    Sample(
        "cong-dien.pdf",
        "Công điện HỎA TỐC của Chủ tịch UBND tỉnh (`… điện:`); thời hạn theo giờ; tên có dấu phẩy",
        _TELEGRAM,
        _TRUTH,
        Look(seal=True, size=13.5),
    ),
)
