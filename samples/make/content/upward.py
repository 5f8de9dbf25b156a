"""Three PDFs: a submission without tasks, the Party's form, a secret letter under an arrival stamp."""

from __future__ import annotations

from samples.make.model import Dispatch, Look, P, Sample
from samples.make.truth import cited, coordinate, due, lead, record, report_to, task

_SUBMISSION = Dispatch(
    parent=("UBND TỈNH CÀ MAU",),
    issuer=("SỞ GIÁO DỤC VÀ ĐÀO TẠO",),
    number="145",
    notation="TTr-SGDĐT",
    place="Cà Mau",
    day="27",
    month="tháng 02 năm 2026",
    title="TỜ TRÌNH",
    title_subject=(
        "Về việc ban hành Quyết định quy định danh mục dịch vụ",
        "phục vụ hoạt động giáo dục trên địa bàn tỉnh Cà Mau",
    ),
    addressees=("Ủy ban nhân dân tỉnh Cà Mau.",),
    body=(
        P("I. SỰ CẦN THIẾT BAN HÀNH", "heading"),
        P(
            "Ngày 03/9/2025, Chính phủ ban hành Nghị định số 238/2025/NĐ-CP quy định về chính sách học phí,"
            " miễn, giảm, hỗ trợ học phí và giá dịch vụ trong lĩnh vực giáo dục, đào tạo. Tại Công văn số"
            " 702/UBND-KGVX ngày 15/01/2026, Ủy ban nhân dân tỉnh đã giao Sở Giáo dục và Đào tạo chủ trì,"
            " phối hợp với Sở Tài chính, Sở Tư pháp tham mưu văn bản quy định danh mục dịch vụ phục vụ hoạt"
            " động giáo dục."
        ),
        P("II. QUÁ TRÌNH XÂY DỰNG", "heading"),
        P(
            "Sở Giáo dục và Đào tạo đã lấy ý kiến các sở, ban, ngành, Ủy ban nhân dân các xã, phường; tiếp"
            " thu ý kiến của Sở Tài chính tại Công văn số 512/STC-QLNS ngày 11/02/2026; dự thảo đã được Sở"
            " Tư pháp thẩm định tại Báo cáo số 33/BC-STP ngày 24/02/2026."
        ),
        P("III. NỘI DUNG CHÍNH CỦA DỰ THẢO", "heading"),
        P("Dự thảo Quyết định gồm 05 điều, quy định danh mục 09 dịch vụ và nguyên tắc thu, chi."),
        P(
            "Sở Giáo dục và Đào tạo kính trình Ủy ban nhân dân tỉnh xem xét, quyết định. (Gửi kèm theo: dự"
            " thảo Quyết định; Báo cáo thẩm định; bản tổng hợp ý kiến)./."
        ),
    ),
    recipients=("- Như trên;", "- Giám đốc, các PGĐ Sở;", "- Sở Tư pháp, Sở Tài chính;", "- Lưu: VT, KHTC."),
    foot=("GIÁM ĐỐC",),
    signer="Ngô Thị Giả Lập",
)

_SUBMISSION_TRUTH = record(
    "TTr",
    "Sở Giáo dục và Đào tạo tỉnh Cà Mau",
    "145",
    "TTr-SGDĐT",
    "2026-02-27",
    "ban hành Quyết định quy định danh mục dịch vụ phục vụ hoạt động giáo dục trên địa bàn tỉnh Cà Mau",
    parent="Ủy ban nhân dân tỉnh Cà Mau",
    place="Cà Mau",
    addressees=("Ủy ban nhân dân tỉnh Cà Mau",),
    to_places=("Như trên", "Giám đốc, các PGĐ Sở", "Sở Tư pháp, Sở Tài chính"),
    archive="VT, KHTC",
    signer=(None, "GIÁM ĐỐC", "Ngô Thị Giả Lập"),
    citations=(
        cited("NĐ", "238/2025/NĐ-CP", "2025-09-03"),
        cited("CV", "702/UBND-KGVX", "2026-01-15"),
        cited("CV", "512/STC-QLNS", "2026-02-11"),
        cited("BC", "33/BC-STP", "2026-02-24"),
    ),
)

_PARTY = Dispatch(
    issuer=("TỈNH ỦY TUYÊN QUANG",),
    number="128",
    notation="CV/TU",
    place="Tuyên Quang",
    day="16",
    month="tháng 9 năm 2025",
    subject="về việc quán triệt, triển khai thực hiện Kết luận số 219-KL/TW của Ban Bí thư",
    addressees=(
        "Ban Tuyên giáo và Dân vận Tỉnh ủy,",
        "Đảng ủy Ủy ban nhân dân tỉnh,",
        "Các đảng ủy xã, phường.",
    ),
    body=(
        P(
            "Thực hiện Kết luận số 219-KL/TW, ngày 04/9/2025 của Ban Bí thư về nâng cao chất lượng sinh"
            " hoạt chi bộ trong tình hình mới, Ban Thường vụ Tỉnh ủy yêu cầu:"
        ),
        P(
            "1. Giao Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy, Trường"
            " Chính trị tỉnh tổ chức hội nghị quán triệt Kết luận trong quý IV/2025."
        ),
        P(
            "2. Giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo, chỉ đạo xây dựng kế hoạch thực hiện, báo cáo Ban"
            " Thường vụ Tỉnh ủy (qua Văn phòng Tỉnh ủy) trước ngày 30-10-2025."
        ),
        P(
            "3. Các đảng ủy xã, phường tổ chức học tập Kết luận đến toàn thể cán bộ, đảng viên; báo cáo kết"
            " quả về Ban Tuyên giáo và Dân vận Tỉnh ủy chậm nhất ngày 15-12-2025."
        ),
        P(
            "4. Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Công văn này; định kỳ hằng quý báo"
            " cáo Thường trực Tỉnh ủy."
        ),
    ),
    recipients=(
        "- Như trên,",
        "- Văn phòng Trung ương Đảng (để báo cáo),",
        "- Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy,",
        "- Lưu Văn phòng Tỉnh ủy.",
    ),
    foot=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"),
    signer="Mai Văn Dự Phòng",
)

_PARTY_TRUTH = record(
    "CV",
    "Tỉnh ủy Tuyên Quang",
    "128",
    "CV/TU",
    "2025-09-16",
    "quán triệt, triển khai thực hiện Kết luận số 219-KL/TW của Ban Bí thư",
    place="Tuyên Quang",
    addressees=(
        "Ban Tuyên giáo và Dân vận Tỉnh ủy",
        "Đảng ủy Ủy ban nhân dân tỉnh",
        "Các đảng ủy xã, phường",
    ),
    to_places=(
        "Như trên",
        "Văn phòng Trung ương Đảng",
        "Các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy",
    ),
    archive="Văn phòng Tỉnh ủy",
    signer=("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Mai Văn Dự Phòng"),
    citations=(cited("KL", "219-KL/TW", "2025-09-04"),),
    tasks=(
        task(
            "Giao Ban Tuyên giáo và Dân vận Tỉnh ủy chủ trì, phối hợp với Văn phòng Tỉnh ủy, Trường Chính trị"
            " tỉnh tổ chức hội nghị quán triệt Kết luận trong quý IV/2025",
            lead("Ban Tuyên giáo và Dân vận Tỉnh ủy")
            + coordinate("Văn phòng Tỉnh ủy", "Trường Chính trị tỉnh"),
            due("trong quý IV/2025", "2025-12-31", "period"),
        ),
        task(
            "Giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo, chỉ đạo xây dựng kế hoạch thực hiện, báo cáo Ban"
            " Thường vụ Tỉnh ủy (qua Văn phòng Tỉnh ủy) trước ngày 30-10-2025",
            lead("Đảng ủy Ủy ban nhân dân tỉnh") + report_to("Ban Thường vụ Tỉnh ủy", "Văn phòng Tỉnh ủy"),
            due("trước ngày 30-10-2025", "2025-10-30"),
        ),
        task(
            "Các đảng ủy xã, phường tổ chức học tập Kết luận đến toàn thể cán bộ, đảng viên; báo cáo kết"
            " quả về Ban Tuyên giáo và Dân vận Tỉnh ủy chậm nhất ngày 15-12-2025",
            lead("các đảng ủy xã, phường") + report_to("Ban Tuyên giáo và Dân vận Tỉnh ủy"),
            due("chậm nhất ngày 15-12-2025", "2025-12-15"),
        ),
        task(
            "Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Công văn này; định kỳ hằng quý báo cáo"
            " Thường trực Tỉnh ủy",
            lead("Văn phòng Tỉnh ủy") + report_to("Thường trực Tỉnh ủy"),
            due("định kỳ hằng quý", kind="recurring"),
            kind="monitor",
        ),
    ),
)

_SECRET = Dispatch(
    parent=("UBND TỈNH KHÁNH HÒA",),
    issuer=("THANH TRA TỈNH",),
    number="41",
    notation="TTT-NV2",
    place="Khánh Hòa",
    day="06",
    month="tháng 8 năm 2025",
    subject="V/v cung cấp hồ sơ phục vụ cuộc thanh tra đột xuất",
    secrecy="MẬT",
    priority="KHẨN",
    addressees=("Sở Xây dựng tỉnh Khánh Hòa.",),
    body=(
        P(
            "Thực hiện Quyết định số 77/QĐ-TTT ngày 01/8/2025 của Chánh Thanh tra tỉnh về việc thanh tra"
            " đột xuất, Thanh tra tỉnh đề nghị Sở Xây dựng cung cấp hồ sơ, tài liệu theo Danh mục kèm theo"
            " trước 10 giờ 00 ngày 11/8/2025."
        ),
        P(
            "Giám đốc Sở Xây dựng chịu trách nhiệm về tính đầy đủ, chính xác của hồ sơ; không cung cấp"
            " thông tin về cuộc thanh tra cho cơ quan, tổ chức, cá nhân không có thẩm quyền."
        ),
        P("Đề nghị Sở Xây dựng phối hợp thực hiện./."),
    ),
    recipients=("- Như trên;", "- Chủ tịch UBND tỉnh (để b/c);", "- Lưu: VT, NV2."),
    foot=("TUQ. CHÁNH THANH TRA", "TRƯỞNG PHÒNG NGHIỆP VỤ 2"),
    signer="Đinh Văn Tạm Đặt",
)

_SECRET_TRUTH = record(
    "CV",
    "Thanh tra tỉnh Khánh Hòa",
    "41",
    "TTT-NV2",
    "2025-08-06",
    "cung cấp hồ sơ phục vụ cuộc thanh tra đột xuất",
    parent="Ủy ban nhân dân tỉnh Khánh Hòa",
    place="Khánh Hòa",
    priority="KHẨN",
    secrecy="MẬT",
    addressees=("Sở Xây dựng tỉnh Khánh Hòa",),
    to_places=("Như trên", "Chủ tịch UBND tỉnh"),
    archive="VT, NV2",
    signer=("TUQ. CHÁNH THANH TRA", "TRƯỞNG PHÒNG NGHIỆP VỤ 2", "Đinh Văn Tạm Đặt"),
    citations=(cited("QĐ", "77/QĐ-TTT", "2025-08-01"),),
    tasks=(
        task(
            "Thực hiện Quyết định số 77/QĐ-TTT ngày 01/8/2025 của Chánh Thanh tra tỉnh về việc thanh tra"
            " đột xuất, Thanh tra tỉnh đề nghị Sở Xây dựng cung cấp hồ sơ, tài liệu theo Danh mục kèm theo"
            " trước 10 giờ 00 ngày 11/8/2025",
            lead("Sở Xây dựng"),
            due("trước 10 giờ 00 ngày 11/8/2025", "2025-08-11"),
        ),
        task(
            "Giám đốc Sở Xây dựng chịu trách nhiệm về tính đầy đủ, chính xác của hồ sơ; không cung cấp"
            " thông tin về cuộc thanh tra cho cơ quan, tổ chức, cá nhân không có thẩm quyền",
            lead("Sở Xây dựng"),
        ),
        task("Đề nghị Sở Xây dựng phối hợp thực hiện", coordinate("Sở Xây dựng"), kind="enforcement"),
    ),
)

SUBMISSION = Sample(
    "to-trinh.pdf",
    "Tờ trình của sở gửi UBND tỉnh: kể việc đã làm, đã được giao, không có nhiệm vụ nào; nhiều văn bản viện"
    " dẫn",
    _SUBMISSION,
    _SUBMISSION_TRUTH,
)
PARTY = Sample(
    "cong-van-tinh-uy.pdf",
    "Công văn của Tỉnh ủy theo thể thức của Đảng: `Số 128-CV/TU`, dấu *, T/M, ngày viết gạch nối, `Lưu Văn"
    " phòng Tỉnh ủy`",
    _PARTY,
    _PARTY_TRUTH,
    Look(party=True, seal=True),
)
SECRET = Sample(
    "cong-van-mat.pdf",
    "Công văn MẬT, KHẨN có dấu ĐẾN của nơi nhận (số và ngày của dấu không phải của văn bản); ký TUQ.",
    _SECRET,
    _SECRET_TRUTH,
    Look(
        seal=True,
        arrival=("SỞ XÂY DỰNG", "ĐẾN", "Số: 5120", "Ngày: 08/8/2025", "Chuyển: TTr"),
    ),
)
