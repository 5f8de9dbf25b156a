"""A department's công văn as plain text, and two news items: one as a portal's page, one pasted as text."""

from __future__ import annotations

from samples.make.model import Dispatch, P, Press, Sample
from samples.make.truth import cited, coordinate, due, lead, record, report_to, target, task

_LETTER = Dispatch(
    parent=("UBND THÀNH PHỐ HUẾ",),
    issuer=("SỞ KHOA HỌC VÀ CÔNG NGHỆ",),
    number="889",
    notation="SKHCN-CĐS",
    place="Huế",
    day="20",
    month="tháng 5 năm 2026",
    subject="V/v rà soát, cập nhật dữ liệu trên Trục liên thông văn bản của thành phố",
    addressees=(
        "Các sở, ban, ngành thành phố;",
        "UBND các xã, phường.",
    ),
    body=(
        P(
            "Phúc đáp Công văn số 377/VP-KSTTHC ngày 14/5/2026 của Văn phòng Ủy ban nhân dân thành phố và"
            " căn cứ Quyết định số 28/2018/QĐ-TTg ngày 12/7/2018 của Thủ tướng Chính phủ về việc gửi, nhận"
            " văn bản điện tử, Sở Khoa học và Công nghệ đề nghị các cơ quan, địa phương:"
        ),
        P(
            "1. Rà soát mã định danh, địa chỉ thư điện tử của cơ quan, đơn vị; gửi kết quả về Sở Khoa học và"
            " Công nghệ trước ngày 29/5/2026."
        ),
        P(
            "2. Bố trí cán bộ trực hệ thống trong giờ hành chính; xử lý văn bản đến trong vòng 24 giờ kể từ"
            " khi nhận được."
        ),
        P(
            "3. Giao Trung tâm Giám sát, điều hành đô thị thông minh phối hợp với VNPT Huế nâng cấp phần"
            " mềm, hoàn thành trong tháng 6/2026."
        ),
        P("Trân trọng./."),
    ),
    recipients=("- Như trên;", "- UBND thành phố (b/c);", "- GĐ, các PGĐ Sở;", "- Lưu: VT, CĐS."),
    foot=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"),
    signer="Tôn Thất Giả Sử",
)

_RECIPIENTS = ("các sở, ban, ngành thành phố", "Ủy ban nhân dân các xã, phường")

_LETTER_TRUTH = record(
    "CV",
    "Sở Khoa học và Công nghệ thành phố Huế",
    "889",
    "SKHCN-CĐS",
    "2026-05-20",
    "rà soát, cập nhật dữ liệu trên Trục liên thông văn bản của thành phố",
    parent="Ủy ban nhân dân thành phố Huế",
    place="Huế",
    addressees=("Các sở, ban, ngành thành phố", "UBND các xã, phường"),
    to_places=("Như trên", "UBND thành phố", "GĐ, các PGĐ Sở"),
    archive="VT, CĐS",
    signer=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Tôn Thất Giả Sử"),
    citations=(cited("CV", "377/VP-KSTTHC", "2026-05-14"), cited("QĐ", "28/2018/QĐ-TTg", "2018-07-12")),
    tasks=(
        task(
            "Rà soát mã định danh, địa chỉ thư điện tử của cơ quan, đơn vị; gửi kết quả về Sở Khoa học và"
            " Công nghệ trước ngày 29/5/2026",
            lead(*_RECIPIENTS) + report_to("Sở Khoa học và Công nghệ"),
            due("trước ngày 29/5/2026", "2026-05-29"),
        ),
        task(
            "Bố trí cán bộ trực hệ thống trong giờ hành chính; xử lý văn bản đến trong vòng 24 giờ kể từ"
            " khi nhận được",
            lead(*_RECIPIENTS),
            due("trong vòng 24 giờ kể từ khi nhận được", kind="relative"),
        ),
        task(
            "Giao Trung tâm Giám sát, điều hành đô thị thông minh phối hợp với VNPT Huế nâng cấp phần mềm,"
            " hoàn thành trong tháng 6/2026",
            coordinate("Trung tâm Giám sát, điều hành đô thị thông minh", "VNPT Huế"),
            due("trong tháng 6/2026", "2026-06-30", "period"),
        ),
    ),
)

_PORTAL = Press(
    site="CỔNG THÔNG TIN ĐIỆN TỬ TỈNH LÀO CAI",
    section="Chỉ đạo, điều hành",
    title="Lào Cai: Tăng cường quản lý tài nguyên khoáng sản dịp cuối năm",
    published="Thứ Sáu, 14/11/2025 08:15",
    lead="Ngày 12/11/2025, UBND tỉnh Lào Cai vừa ban hành Công văn số 3366/UBND-NNMT về việc tăng cường"
    " quản lý tài nguyên khoáng sản trên địa bàn tỉnh.",
    body=(
        "Thời gian qua, tình trạng khai thác cát, sỏi trái phép tại một số địa phương có diễn biến phức"
        " tạp. Từ đầu năm đến nay, lực lượng chức năng đã xử lý 47 vụ vi phạm.",
        "Theo đó, Chủ tịch UBND tỉnh giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh, Sở"
        " Xây dựng kiểm tra các điểm mỏ, bến bãi tập kết cát, sỏi; hoàn thành trước ngày 15/12/2025.",
        "UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh về công tác quản lý khoáng sản trên"
        " địa bàn.",
        "Công an tỉnh chỉ đạo Công an các xã, phường tuần tra thường xuyên tại các khu vực giáp ranh.",
        "Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện.",
    ),
    author="Ban Biên tập",
    related=(
        "Họp báo cung cấp thông tin quý III/2025",
        "UBND tỉnh ban hành Quyết định số 2901/QĐ-UBND ngày 30/10/2025 về khung thời vụ",
    ),
)

_PORTAL_TRUTH = record(
    "CV",
    "Ủy ban nhân dân tỉnh Lào Cai",
    "3366",
    "UBND-NNMT",
    "2025-11-12",
    "tăng cường quản lý tài nguyên khoáng sản trên địa bàn tỉnh",
    source_kind="report",
    tasks=(
        task(
            "Theo đó, Chủ tịch UBND tỉnh giao Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an"
            " tỉnh, Sở Xây dựng kiểm tra các điểm mỏ, bến bãi tập kết cát, sỏi; hoàn thành trước ngày"
            " 15/12/2025",
            lead("Sở Nông nghiệp và Môi trường") + coordinate("Công an tỉnh", "Sở Xây dựng"),
            due("trước ngày 15/12/2025", "2025-12-15"),
            kind="monitor",
        ),
        task(
            "UBND các xã, phường chịu trách nhiệm trước Chủ tịch UBND tỉnh về công tác quản lý khoáng sản"
            " trên địa bàn",
            lead("Ủy ban nhân dân các xã, phường"),
        ),
        task(
            "Công an tỉnh chỉ đạo Công an các xã, phường tuần tra thường xuyên tại các khu vực giáp ranh",
            [*lead("Công an tỉnh"), {"name": "Công an các xã, phường", "role": "delegate"}],
            due("thường xuyên", kind="standing"),
        ),
        task(
            "Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện",
            lead("các cơ quan, đơn vị"),
            kind="enforcement",
        ),
    ),
)

_PASTED = Press(
    site="",
    section="Giáo dục",
    title="Cần Thơ chuẩn bị kỳ thi tuyển sinh lớp 10 năm học 2026 - 2027",
    published="02/04/2026 15:30",
    lead="Để tổ chức tốt kỳ thi tuyển sinh lớp 10 năm học 2026 – 2027, ngày 31/3/2026, Ủy ban nhân dân"
    " thành phố Cần Thơ ban hành Chỉ thị số 07/CT-UBND về việc tổ chức kỳ thi tuyển sinh lớp 10 trung"
    " học phổ thông năm học 2026 – 2027.",
    body=(
        "Chỉ thị nêu rõ, kỳ thi phải bảo đảm an toàn, nghiêm túc, khách quan, đúng quy định tại Thông tư số"
        " 30/2024/TT-BGDĐT ngày 30/12/2024 của Bộ Giáo dục và Đào tạo.",
        "Theo đó, Ủy ban nhân dân thành phố yêu cầu Sở Giáo dục và Đào tạo hoàn thành phương án tổ chức kỳ"
        " thi trước ngày 20/4/2026; kiểm tra công tác chuẩn bị tại các điểm thi.",
        "Sở Y tế phối hợp với Ủy ban nhân dân các xã, phường bảo đảm an toàn thực phẩm, phòng, chống dịch"
        " bệnh tại các điểm thi.",
        "Điện lực Cần Thơ bảo đảm cấp điện ổn định\u00a0 trong các ngày thi.",
        "Giao Sở Giáo dục và Đào tạo theo dõi, đôn đốc các đơn vị thực hiện Chỉ thị, báo cáo Ủy ban nhân dân"
        " thành phố.",
    ),
    author="Tin, ảnh: T. Minh Họa",
)

_PASTED_TRUTH = record(
    "CT",
    "Ủy ban nhân dân thành phố Cần Thơ",
    "07",
    "CT-UBND",
    "2026-03-31",
    "tổ chức kỳ thi tuyển sinh lớp 10 trung học phổ thông năm học 2026 – 2027",
    source_kind="report",
    citations=(cited("TT", "30/2024/TT-BGDĐT", "2024-12-30"),),
    tasks=(
        task(
            "Theo đó, Ủy ban nhân dân thành phố yêu cầu Sở Giáo dục và Đào tạo hoàn thành phương án tổ chức"
            " kỳ thi trước ngày 20/4/2026; kiểm tra công tác chuẩn bị tại các điểm thi",
            lead("Sở Giáo dục và Đào tạo"),
            due("trước ngày 20/4/2026", "2026-04-20"),
        ),
        task(
            "Sở Y tế phối hợp với Ủy ban nhân dân các xã, phường bảo đảm an toàn thực phẩm, phòng, chống dịch"
            " bệnh tại các điểm thi",
            coordinate("Sở Y tế", "Ủy ban nhân dân các xã, phường"),
        ),
        task("Điện lực Cần Thơ bảo đảm cấp điện ổn định trong các ngày thi", lead("Điện lực Cần Thơ")),
        task(
            "Giao Sở Giáo dục và Đào tạo theo dõi, đôn đốc các đơn vị thực hiện Chỉ thị, báo cáo Ủy ban"
            " nhân dân thành phố",
            lead("Sở Giáo dục và Đào tạo") + target("các đơn vị") + report_to("Ủy ban nhân dân thành phố"),
            kind="monitor",
        ),
    ),
)

LETTER = Sample(
    "cong-van-thuan-van-ban.txt",
    "Công văn dạng văn bản thuần: hai cột bằng dấu cách, dòng ngắt cứng, `(Đã ký)`; chủ ngữ ẩn là nơi Kính"
    " gửi",
    _LETTER,
    _LETTER_TRUTH,
)
PORTAL = Sample(
    "tin-cong-thong-tin.html",
    "Tin trên cổng thông tin điện tử đưa lại một công văn: ngày đăng khác ngày ban hành, có trình đơn và"
    " tin liên quan",
    _PORTAL,
    _PORTAL_TRUTH,
)
PASTED = Sample(
    "tin-sao-chep.txt",
    "Tin báo sao chép thành văn bản thuần: ngày đăng ở đầu, khoảng trắng không ngắt, gạch nối dài",
    _PASTED,
    _PASTED_TRUTH,
)
