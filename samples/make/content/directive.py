"""A directive of the Prime Minister with numbered items and a), b), c)."""

from __future__ import annotations

from samples.make.model import Dispatch, P, Sample
from samples.make.truth import cited, coordinate, delegate, due, lead, record, report_to, task

_PROVINCES = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"
_MINISTRIES = "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"

_DIRECTIVE = Dispatch(
    issuer=("THỦ TƯỚNG CHÍNH PHỦ",),
    number="38",
    notation="CT-TTg",
    place="Hà Nội",
    day="19",
    month="tháng 11 năm 2025",
    title="CHỈ THỊ",
    title_subject=("Về việc tăng cường tiết kiệm điện và bảo đảm", "cung ứng điện mùa khô năm 2026"),
    body=(
        P(
            "Trong năm 2025, các bộ, ngành, địa phương đã triển khai nhiều giải pháp tiết kiệm điện, cơ bản"
            " bảo đảm cung ứng điện cho sản xuất và đời sống. Tuy nhiên, việc sử dụng điện ở một số công"
            " sở, công trình chiếu sáng công cộng còn lãng phí; nhu cầu điện mùa khô năm 2026 được dự báo"
            " tăng trên 10%."
        ),
        P(
            "Để bảo đảm cung ứng điện mùa khô năm 2026 và các năm tiếp theo, Thủ tướng Chính phủ yêu cầu"
            " các bộ, cơ quan, địa phương tập trung thực hiện các nhiệm vụ sau đây:"
        ),
        P("1. Bộ Công Thương:"),
        P(
            f"a) Chủ trì, phối hợp với {_MINISTRIES} và {_PROVINCES} xây dựng phương án cung ứng điện mùa"
            " khô năm 2026, báo cáo Thủ tướng Chính phủ trước ngày 15 tháng 12 năm 2025;"
        ),
        P(
            "b) Hoàn thiện dự thảo Nghị định thay thế Nghị định số 21/2011/NĐ\u2011CP ngày 29 tháng 3 năm"
            " 2011 của Chính phủ quy định chi tiết và biện pháp thi hành Luật Sử dụng năng lượng tiết kiệm"
            " và hiệu quả, trình Chính phủ trong quý I năm 2026;"
        ),
        P(
            "c) Chỉ đạo Tập đoàn Điện lực Việt Nam, Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam bảo đảm"
            " đủ nhiên liệu cho các nhà máy nhiệt điện."
        ),
        P("2. Bộ Tài chính:"),
        P(
            "a) Cân đối, bố trí kinh phí thực hiện Chương trình quốc gia về sử dụng năng lượng tiết kiệm và"
            " hiệu quả giai đoạn 2019 - 2030;"
        ),
        P(
            "b) Chủ trì, phối hợp với Bộ Công Thương nghiên cứu cơ chế ưu đãi thuế đối với thiết bị hiệu"
            " suất cao, trình Thủ tướng Chính phủ trong tháng 6 năm 2026."
        ),
        P("3. Bộ Xây dựng, Bộ Khoa học và Công nghệ:"),
        P("a) Rà soát, sửa đổi quy chuẩn kỹ thuật về công trình sử dụng năng lượng hiệu quả;"),
        P(
            "b) Ban hành danh mục công nghệ khuyến khích áp dụng trong chiếu sáng công cộng trước ngày 30"
            " tháng 6 năm 2026."
        ),
        P(
            "4. Bộ Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Đài Truyền hình Việt Nam, Đài Tiếng"
            " nói Việt Nam và các cơ quan báo chí tăng thời lượng, tin, bài tuyên truyền về tiết kiệm điện."
        ),
        P(f"5. {_PROVINCES}:"),
        P(
            "a) Ban hành và tổ chức thực hiện kế hoạch tiết kiệm điện năm 2026 của địa phương, hoàn thành"
            " trước ngày 31 tháng 01 năm 2026;"
        ),
        P(
            "b) Chỉ đạo các đơn vị điện lực địa phương phổ biến biện pháp tiết kiệm điện đến từng hộ gia"
            " đình;"
        ),
        P("c) Chịu trách nhiệm trước Thủ tướng Chính phủ về kết quả tiết kiệm điện trên địa bàn;"),
        P("d) Tuyệt đối không bật đèn trang trí, quảng cáo ngoài trời sau 22 giờ trong các tháng cao điểm;"),
        P(
            "đ) Định kỳ hằng quý, trước ngày 20 của tháng cuối quý, báo cáo kết quả về Bộ Công Thương để"
            " tổng hợp."
        ),
        P(
            "6. Giao Bộ Công Thương theo dõi, đôn đốc, kiểm tra việc thực hiện Chỉ thị này; hằng năm tổng"
            " hợp, báo cáo Thủ tướng Chính phủ."
        ),
        P(
            "7. Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch"
            f" {_PROVINCES} chịu trách nhiệm thi hành Chỉ thị này./."
        ),
    ),
    recipients=(
        "- Ban Bí thư Trung ương Đảng;",
        "- Thủ tướng, các Phó Thủ tướng Chính phủ;",
        "- Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ;",
        "- HĐND, UBND các tỉnh, thành phố trực thuộc trung ương;",
        "- Văn phòng Trung ương Đảng;",
        "- Văn phòng Quốc hội;",
        "- Tập đoàn Điện lực Việt Nam;",
        "- VPCP: BTCN, các PCN, Cổng TTĐT, các Vụ, Cục;",
        "- Lưu: VT, CN (2b).",
    ),
    foot=("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
    signer="Lê Giả Định",
)

_MOIT = "Bộ Công Thương"
_BOTH = ("Bộ Xây dựng", "Bộ Khoa học và Công nghệ")

_TRUTH = record(
    "CT",
    "Thủ tướng Chính phủ",
    "38",
    "CT-TTg",
    "2025-11-19",
    "tăng cường tiết kiệm điện và bảo đảm cung ứng điện mùa khô năm 2026",
    place="Hà Nội",
    to_places=(
        "Ban Bí thư Trung ương Đảng",
        "Thủ tướng, các Phó Thủ tướng Chính phủ",
        "Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
        "HĐND, UBND các tỉnh, thành phố trực thuộc trung ương",
        "Văn phòng Trung ương Đảng",
        "Văn phòng Quốc hội",
        "Tập đoàn Điện lực Việt Nam",
        "VPCP: BTCN, các PCN, Cổng TTĐT, các Vụ, Cục",
    ),
    archive="VT, CN (2b)",
    signer=("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "Lê Giả Định"),
    citations=(cited("NĐ", "21/2011/NĐ-CP", "2011-03-29"),),
    tasks=(
        task(
            f"Chủ trì, phối hợp với {_MINISTRIES} và {_PROVINCES} xây dựng phương án cung ứng điện mùa khô"
            " năm 2026, báo cáo Thủ tướng Chính phủ trước ngày 15 tháng 12 năm 2025",
            lead(_MOIT) + coordinate(_MINISTRIES, _PROVINCES) + report_to("Thủ tướng Chính phủ"),
            due("trước ngày 15 tháng 12 năm 2025", "2025-12-15"),
        ),
        task(
            "Hoàn thiện dự thảo Nghị định thay thế Nghị định số 21/2011/NĐ-CP ngày 29 tháng 3 năm 2011 của"
            " Chính phủ quy định chi tiết và biện pháp thi hành Luật Sử dụng năng lượng tiết kiệm và hiệu"
            " quả, trình Chính phủ trong quý I năm 2026",
            lead(_MOIT),
            due("trong quý I năm 2026", "2026-03-31", "period"),
        ),
        task(
            "Chỉ đạo Tập đoàn Điện lực Việt Nam, Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam bảo đảm đủ"
            " nhiên liệu cho các nhà máy nhiệt điện",
            lead(_MOIT)
            + delegate("Tập đoàn Điện lực Việt Nam", "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam"),
        ),
        task(
            "Cân đối, bố trí kinh phí thực hiện Chương trình quốc gia về sử dụng năng lượng tiết kiệm và"
            " hiệu quả giai đoạn 2019 - 2030",
            lead("Bộ Tài chính"),
        ),
        task(
            "Chủ trì, phối hợp với Bộ Công Thương nghiên cứu cơ chế ưu đãi thuế đối với thiết bị hiệu suất"
            " cao, trình Thủ tướng Chính phủ trong tháng 6 năm 2026",
            lead("Bộ Tài chính") + coordinate(_MOIT),
            due("trong tháng 6 năm 2026", "2026-06-30", "period"),
        ),
        task("Rà soát, sửa đổi quy chuẩn kỹ thuật về công trình sử dụng năng lượng hiệu quả", lead(*_BOTH)),
        task(
            "Ban hành danh mục công nghệ khuyến khích áp dụng trong chiếu sáng công cộng trước ngày 30"
            " tháng 6 năm 2026",
            lead(*_BOTH),
            due("trước ngày 30 tháng 6 năm 2026", "2026-06-30"),
        ),
        task(
            "Bộ Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Đài Truyền hình Việt Nam, Đài Tiếng nói"
            " Việt Nam và các cơ quan báo chí tăng thời lượng, tin, bài tuyên truyền về tiết kiệm điện",
            lead("Bộ Văn hóa, Thể thao và Du lịch")
            + coordinate("Đài Truyền hình Việt Nam", "Đài Tiếng nói Việt Nam", "các cơ quan báo chí"),
        ),
        task(
            "Ban hành và tổ chức thực hiện kế hoạch tiết kiệm điện năm 2026 của địa phương, hoàn thành"
            " trước ngày 31 tháng 01 năm 2026",
            lead(_PROVINCES),
            due("trước ngày 31 tháng 01 năm 2026", "2026-01-31"),
        ),
        task(
            "Chỉ đạo các đơn vị điện lực địa phương phổ biến biện pháp tiết kiệm điện đến từng hộ gia đình",
            lead(_PROVINCES) + delegate("các đơn vị điện lực địa phương"),
        ),
        task(
            "Chịu trách nhiệm trước Thủ tướng Chính phủ về kết quả tiết kiệm điện trên địa bàn",
            lead(_PROVINCES),
        ),
        task(
            "Tuyệt đối không bật đèn trang trí, quảng cáo ngoài trời sau 22 giờ trong các tháng cao điểm",
            lead(_PROVINCES),
            kind="prohibit",
        ),
        task(
            "Định kỳ hằng quý, trước ngày 20 của tháng cuối quý, báo cáo kết quả về Bộ Công Thương để tổng"
            " hợp",
            lead(_PROVINCES) + report_to(_MOIT),
            due("Định kỳ hằng quý, trước ngày 20 của tháng cuối quý", kind="recurring"),
            kind="report",
        ),
        task(
            "Giao Bộ Công Thương theo dõi, đôn đốc, kiểm tra việc thực hiện Chỉ thị này; hằng năm tổng hợp,"
            " báo cáo Thủ tướng Chính phủ",
            lead(_MOIT) + report_to("Thủ tướng Chính phủ"),
            due("hằng năm", kind="recurring"),
            kind="monitor",
        ),
        task(
            "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch"
            f" {_PROVINCES} chịu trách nhiệm thi hành Chỉ thị này",
            lead(_MINISTRIES, _PROVINCES),
            kind="enforcement",
        ),
    ),
)

SAMPLE = Sample(
    "chi-thi.docx",
    "Chỉ thị có mục đánh số, điểm a) b) c) d) đ) dưới tiêu đề nêu tên một hoặc hai bộ; tên cơ quan tập thể"
    " dài; đoạn nêu tình hình không phải nhiệm vụ",
    _DIRECTIVE,
    _TRUTH,
)
