"""A công văn of a provincial department with dashes under headings that name agencies; one of a commune."""

from __future__ import annotations

from samples.make.model import Dispatch, Look, P, Sample
from samples.make.truth import cited, coordinate, due, lead, record, report_to, task

_DEPARTMENT = Dispatch(
    parent=("UBND TỈNH NGHỆ AN",),
    issuer=("SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
    number="3157",
    notation="SNNMT\u2011CNTY",
    place="Nghệ An",
    day="14",
    month="tháng 10 năm 2025",
    subject="V/v phòng, chống dịch bệnh động vật vụ Đông Xuân 2025 - 2026",
    addressees=(
        "Ủy ban nhân dân các xã, phường;",
        "Chi cục Chăn nuôi và Thú y;",
        "Trung tâm Khuyến nông.",
    ),
    body=(
        P(
            "Căn cứ Luật Thú y số 79/2015/QH13 ngày 19/6/2015; thực hiện Chỉ thị số 21/CT\u2011UBND ngày"
            " 03/10/2025 của Chủ tịch UBND tỉnh về tăng cường phòng, chống dịch bệnh động vật, Sở Nông"
            " nghiệp và Môi trường đề nghị các đơn vị, địa phương thực hiện một số nội dung sau:"
        ),
        P("1. Ủy ban nhân dân các xã, phường", "heading"),
        P(
            "- Rà soát, thống kê tổng đàn gia súc, gia cầm trên địa bàn; lập danh sách hộ chăn nuôi thuộc"
            " diện tiêm phòng bắt buộc, gửi Chi cục Chăn nuôi và Thú y trước 16 giờ 00 ngày 24/10/2025;",
            "dash",
        ),
        P(
            "- Tổ chức tiêm phòng vắc xin đợt 2 năm 2025, bảo đảm tỷ lệ tối thiểu 80% tổng đàn thuộc diện"
            " tiêm, hoàn thành trong tháng 11;",
            "dash",
        ),
        P(
            "- Công khai số điện thoại tiếp nhận thông tin dịch bệnh; không để người dân giấu dịch, bán"
            " chạy gia súc mắc bệnh.",
            "dash",
        ),
        P("2. Chi cục Chăn nuôi và Thú y", "heading"),
        P(
            "- Chủ trì, phối hợp với Trung tâm Khuyến nông, Chi cục Quản lý thị trường tỉnh kiểm soát vận"
            " chuyển động vật, sản phẩm động vật ra, vào tỉnh;",
            "dash",
        ),
        P(
            "- Tham mưu Giám đốc Sở thành lập 03 đoàn kiểm tra công tác phòng, chống dịch tại cơ sở, trình"
            " ký trước ngày 20/10/2025;",
            "dash",
        ),
        P("- Cung ứng đủ vắc xin, hóa chất khử trùng theo đề nghị của các địa phương;", "dash"),
        P(
            "- Định kỳ trước ngày 20 hằng tháng, tổng hợp tình hình dịch bệnh, báo cáo Sở Nông nghiệp và"
            " Môi trường.",
            "dash",
        ),
        P("3. Trung tâm Khuyến nông", "heading"),
        P(
            "- Xây dựng tài liệu hướng dẫn chăn nuôi an toàn sinh học, phát hành xong trong ngày 31/10/2025;",
            "dash",
        ),
        P(
            "- Phối hợp với Báo và Phát thanh, Truyền hình Nghệ An tuyên truyền về tác hại của dịch bệnh và"
            " quyền lợi của người chăn nuôi khi khai báo sớm.",
            "dash",
        ),
        P(
            "Quá trình thực hiện nếu có vướng mắc, đề nghị liên hệ Chi cục Chăn nuôi và Thú y (số 12 đường"
            " Mẫu, phường Thành Vinh, điện thoại 0000.000.000) để được hướng dẫn./."
        ),
    ),
    recipients=(
        "- Như trên;",
        "- UBND tỉnh (để báo cáo);",
        "- Giám đốc, các Phó Giám đốc Sở;",
        "- Phòng Kế hoạch - Tài chính (để p/h);",
        "- Lưu: VT, CNTY.",
    ),
    foot=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Trần Thị Ví Dụ",
)

_COMMUNES = "Ủy ban nhân dân các xã, phường"
_VETERINARY = "Chi cục Chăn nuôi và Thú y"

_DEPARTMENT_TRUTH = record(
    "CV",
    "Sở Nông nghiệp và Môi trường tỉnh Nghệ An",
    "3157",
    "SNNMT-CNTY",
    "2025-10-14",
    "phòng, chống dịch bệnh động vật vụ Đông Xuân 2025 - 2026",
    parent="Ủy ban nhân dân tỉnh Nghệ An",
    place="Nghệ An",
    addressees=(_COMMUNES, _VETERINARY, "Trung tâm Khuyến nông"),
    to_places=("Như trên", "UBND tỉnh", "Giám đốc, các Phó Giám đốc Sở", "Phòng Kế hoạch - Tài chính"),
    archive="VT, CNTY",
    signer=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thị Ví Dụ"),
    citations=(cited("L", "79/2015/QH13", "2015-06-19"), cited("CT", "21/CT-UBND", "2025-10-03")),
    tasks=(
        task(
            "Rà soát, thống kê tổng đàn gia súc, gia cầm trên địa bàn; lập danh sách hộ chăn nuôi thuộc"
            " diện tiêm phòng bắt buộc, gửi Chi cục Chăn nuôi và Thú y trước 16 giờ 00 ngày 24/10/2025",
            lead(_COMMUNES) + report_to(_VETERINARY),
            due("trước 16 giờ 00 ngày 24/10/2025", "2025-10-24"),
        ),
        task(
            "Tổ chức tiêm phòng vắc xin đợt 2 năm 2025, bảo đảm tỷ lệ tối thiểu 80% tổng đàn thuộc diện"
            " tiêm, hoàn thành trong tháng 11",
            lead(_COMMUNES),
            due("trong tháng 11", "2025-11-30", "period"),
        ),
        task(
            "Công khai số điện thoại tiếp nhận thông tin dịch bệnh; không để người dân giấu dịch, bán chạy"
            " gia súc mắc bệnh",
            lead(_COMMUNES),
        ),
        task(
            "Chủ trì, phối hợp với Trung tâm Khuyến nông, Chi cục Quản lý thị trường tỉnh kiểm soát vận"
            " chuyển động vật, sản phẩm động vật ra, vào tỉnh",
            lead(_VETERINARY) + coordinate("Trung tâm Khuyến nông", "Chi cục Quản lý thị trường tỉnh"),
        ),
        task(
            "Tham mưu Giám đốc Sở thành lập 03 đoàn kiểm tra công tác phòng, chống dịch tại cơ sở, trình ký"
            " trước ngày 20/10/2025",
            lead(_VETERINARY),
            due("trước ngày 20/10/2025", "2025-10-20"),
            kind="advise",
        ),
        task("Cung ứng đủ vắc xin, hóa chất khử trùng theo đề nghị của các địa phương", lead(_VETERINARY)),
        task(
            "Định kỳ trước ngày 20 hằng tháng, tổng hợp tình hình dịch bệnh, báo cáo Sở Nông nghiệp và Môi"
            " trường",
            lead(_VETERINARY) + report_to("Sở Nông nghiệp và Môi trường"),
            due("Định kỳ trước ngày 20 hằng tháng", kind="recurring"),
            kind="report",
        ),
        task(
            "Xây dựng tài liệu hướng dẫn chăn nuôi an toàn sinh học, phát hành xong trong ngày 31/10/2025",
            lead("Trung tâm Khuyến nông"),
            due("trong ngày 31/10/2025", "2025-10-31"),
        ),
        task(
            "Phối hợp với Báo và Phát thanh, Truyền hình Nghệ An tuyên truyền về tác hại của dịch bệnh và"
            " quyền lợi của người chăn nuôi khi khai báo sớm",
            coordinate("Trung tâm Khuyến nông", "Báo và Phát thanh, Truyền hình Nghệ An"),
        ),
    ),
)

_COMMUNE = Dispatch(
    issuer=("ỦY BAN NHÂN DÂN", "XÃ YÊN THỌ"),
    number="205",
    notation="UBND-KT",
    place="Yên Thọ",
    day="11",
    month="tháng 8 năm 2025",
    subject="V/v rà soát hộ nghèo, hộ cận nghèo năm 2025",
    addressees=(
        "Phòng Kinh tế;",
        "Phòng Văn hóa - Xã hội;",
        "Trung tâm Phục vụ hành chính công xã;",
        "Các thôn trên địa bàn xã.",
    ),
    body=(
        P(
            "Thực hiện Công văn số 1290/SNNMT-PTNT ngày 04/8/2025 của Sở Nông nghiệp và Môi trường về việc"
            " rà soát hộ nghèo, hộ cận nghèo định kỳ năm 2025, Chủ tịch UBND xã yêu cầu:"
        ),
        P("1. Phòng Kinh tế"),
        P(
            "- Làm đầu mối, phối hợp với Phòng Văn hóa - Xã hội, Công an xã tổ chức rà soát, phân loại hộ"
            " nghèo, hộ cận nghèo trên địa bàn, hoàn thành trước ngày 15/10/2025.",
            "dash",
        ),
        P(
            "- Tổng hợp, báo cáo UBND xã kết quả rà soát trước ngày 25/10/2025.",
            "dash",
        ),
        P(
            "2. Phòng Văn hóa - Xã hội niêm yết công khai kết quả rà soát tại nhà văn hóa các thôn trong"
            " thời hạn 03 ngày làm việc kể từ ngày có kết quả."
        ),
        P(
            "3. Trung tâm Phục vụ hành chính công xã bố trí nhân lực tiếp nhận giấy đề nghị rà soát của"
            " người dân, kể cả sáng thứ Bảy."
        ),
        P(
            "4. Trưởng các thôn thông báo đến từng hộ dân; chịu trách nhiệm trước Chủ tịch UBND xã về tính"
            " chính xác của danh sách đề nghị rà soát."
        ),
        P(
            "Yêu cầu các phòng, Trung tâm Phục vụ hành chính công xã và các thôn nghiêm túc triển khai thực"
            " hiện./."
        ),
    ),
    recipients=(
        "- Như trên;",
        "- Thường trực Đảng ủy, HĐND xã (b/c);",
        "- Chủ tịch, các PCT UBND xã;",
        "- Công an xã (p/h);",
        "- Lưu: VT, KT.",
    ),
    foot=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Lương Thị Minh Họa",
)

_COMMUNE_TRUTH = record(
    "CV",
    "Ủy ban nhân dân xã Yên Thọ",
    "205",
    "UBND-KT",
    "2025-08-11",
    "rà soát hộ nghèo, hộ cận nghèo năm 2025",
    place="Yên Thọ",
    addressees=(
        "Phòng Kinh tế",
        "Phòng Văn hóa - Xã hội",
        "Trung tâm Phục vụ hành chính công xã",
        "Các thôn trên địa bàn xã",
    ),
    to_places=("Như trên", "Thường trực Đảng ủy, HĐND xã", "Chủ tịch, các PCT UBND xã", "Công an xã"),
    archive="VT, KT",
    signer=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lương Thị Minh Họa"),
    citations=(cited("CV", "1290/SNNMT-PTNT", "2025-08-04"),),
    tasks=(
        task(
            "Làm đầu mối, phối hợp với Phòng Văn hóa - Xã hội, Công an xã tổ chức rà soát, phân loại hộ"
            " nghèo, hộ cận nghèo trên địa bàn, hoàn thành trước ngày 15/10/2025",
            lead("Phòng Kinh tế") + coordinate("Phòng Văn hóa - Xã hội", "Công an xã"),
            due("trước ngày 15/10/2025", "2025-10-15"),
        ),
        task(
            "Tổng hợp, báo cáo UBND xã kết quả rà soát trước ngày 25/10/2025",
            lead("Phòng Kinh tế") + report_to("Ủy ban nhân dân xã"),
            due("trước ngày 25/10/2025", "2025-10-25"),
            kind="report",
        ),
        task(
            "Phòng Văn hóa - Xã hội niêm yết công khai kết quả rà soát tại nhà văn hóa các thôn trong thời"
            " hạn 03 ngày làm việc kể từ ngày có kết quả",
            lead("Phòng Văn hóa - Xã hội"),
            due("trong thời hạn 03 ngày làm việc kể từ ngày có kết quả", kind="relative"),
        ),
        task(
            "Trung tâm Phục vụ hành chính công xã bố trí nhân lực tiếp nhận giấy đề nghị rà soát của người"
            " dân, kể cả sáng thứ Bảy",
            lead("Trung tâm Phục vụ hành chính công xã"),
        ),
        task(
            "Trưởng các thôn thông báo đến từng hộ dân; chịu trách nhiệm trước Chủ tịch UBND xã về tính"
            " chính xác của danh sách đề nghị rà soát",
            lead("các thôn"),
        ),
        task(
            "Yêu cầu các phòng, Trung tâm Phục vụ hành chính công xã và các thôn nghiêm túc triển khai thực"
            " hiện",
            lead("các phòng", "Trung tâm Phục vụ hành chính công xã", "các thôn"),
            kind="enforcement",
        ),
    ),
)

DEPARTMENT = Sample(
    "cong-van-so.docx",
    "Công văn của sở (cơ quan chủ quản là UBND tỉnh): tiêu đề nêu tên đơn vị, gạch đầu dòng bên dưới; dấu"
    " nối không ngắt trong ký hiệu; tên cơ quan có dấu phẩy",
    _DEPARTMENT,
    _DEPARTMENT_TRUTH,
)
COMMUNE = Sample(
    "cong-van-xa.docx",
    "Công văn của UBND xã theo mô hình chính quyền hai cấp (sau 01/7/2025)",
    _COMMUNE,
    _COMMUNE_TRUTH,
    Look(size=13.5),
)
