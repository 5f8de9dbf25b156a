"""A plan of a provincial people's committee whose tasks stand in a ruled table over two pages."""

from __future__ import annotations

from samples.make.model import Dispatch, Grid, Look, P, Sample
from samples.make.truth import cited, coordinate, due, lead, record, report_to, row_task, task

_UNITS = "Các sở, ban, ngành tỉnh; UBND các xã, phường"
_UNITS_NAMES = ("các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường")
_OFFICE = "Văn phòng Ủy ban nhân dân tỉnh"

_TABLE = Grid(
    header=(
        "TT",
        "Nội dung nhiệm vụ",
        "Cơ quan chủ trì",
        "Cơ quan phối hợp",
        "Thời gian hoàn thành",
        "Sản phẩm",
    ),
    rows=(
        ("I", "Cải cách thể chế"),
        (
            "1",
            "Rà soát văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân tỉnh ban hành liên"
            " quan đến tổ chức chính quyền địa phương 02 cấp",
            "Sở Tư pháp",
            "Các sở, ban, ngành tỉnh",
            "Tháng 3/2026",
            "Báo cáo kết quả rà soát",
        ),
        (
            "2",
            "Kiểm tra việc thi hành pháp luật về xử lý vi phạm hành chính",
            "^",
            "Công an tỉnh, Thanh tra tỉnh",
            "Quý III/2026",
            "Kết luận kiểm tra",
        ),
        ("II", "Cải cách thủ tục hành chính"),
        (
            "3",
            "Công bố danh mục thủ tục hành chính đủ điều kiện thực hiện dịch vụ công trực tuyến toàn trình",
            "Văn phòng UBND tỉnh",
            "Các Sở: Nội vụ, Tài chính, Xây dựng",
            "Trước ngày 28/02/2026",
            "Quyết định công bố",
        ),
        (
            "4",
            "Đánh giá việc giải quyết thủ tục hành chính tại Trung tâm Phục vụ hành chính công các xã,"
            " phường",
            "^",
            "Sở Khoa học và Công nghệ",
            "Hằng tháng",
            "Báo cáo đánh giá",
        ),
        (
            "5",
            "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
            _UNITS,
            "Sở Khoa học và Công nghệ",
            "Thường xuyên",
            "Dữ liệu được số hóa",
        ),
        ("III", "Cải cách tổ chức bộ máy, chế độ công vụ"),
        (
            "6",
            "Xây dựng Đề án vị trí việc làm của các cơ quan, đơn vị thuộc tỉnh sau sắp xếp",
            "Sở Nội vụ",
            "Sở Tài chính; UBND các xã, phường",
            "31/5/2026",
            "Quyết định phê duyệt Đề án",
        ),
        (
            "7",
            "Bồi dưỡng kỹ năng số cho công chức cấp xã",
            "Sở Nội vụ; Trường Chính trị tỉnh",
            "UBND các xã, phường",
            "6 tháng đầu năm 2026",
            "10 lớp bồi dưỡng",
        ),
        ("IV", "Chuyển đổi số trong cơ quan nhà nước"),
        (
            "8",
            "Nâng cấp Hệ thống thông tin giải quyết thủ tục hành chính tỉnh đáp ứng mô hình chính quyền địa"
            " phương 02 cấp",
            "Sở Khoa học và Công nghệ",
            "Công an tỉnh, Văn phòng UBND tỉnh, VNPT Đồng Tháp",
            "Quý II/2026",
            "Hệ thống được đưa vào vận hành",
        ),
        (
            "9",
            "Khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà"
            " nước",
            "Sở Nội vụ",
            "Ủy ban MTTQ Việt Nam tỉnh, Bưu điện tỉnh",
            "45 ngày",
            "Báo cáo kết quả khảo sát",
        ),
    ),
    widths=(1.0, 5.0, 2.9, 3.0, 2.3, 2.5),
    size=12,
)

_PLAN = Dispatch(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"),
    number="14",
    notation="KH-UBND",
    place="Đồng Tháp",
    day="12",
    month="tháng 01 năm 2026",
    title="KẾ HOẠCH",
    title_subject=("Cải cách hành chính năm 2026 trên địa bàn tỉnh Đồng Tháp",),
    body=(
        P(
            "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể"
            " cải cách hành chính nhà nước giai đoạn 2021 - 2030, Ủy ban nhân dân tỉnh ban hành Kế hoạch"
            " cải cách hành chính năm 2026 như sau:"
        ),
        P("I. MỤC ĐÍCH, YÊU CẦU", "heading"),
        P(
            "1. Mục đích: Nâng cao hiệu lực, hiệu quả hoạt động của chính quyền địa phương 02 cấp; lấy sự"
            " hài lòng của người dân, doanh nghiệp làm thước đo."
        ),
        P("2. Yêu cầu: Bảo đảm rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm."),
        P("II. NHIỆM VỤ TRỌNG TÂM", "heading"),
        _TABLE,
        P("III. TỔ CHỨC THỰC HIỆN", "heading"),
        P(
            f"1. {_UNITS} ban hành kế hoạch cải cách hành chính của cơ quan, đơn vị trước ngày 31/01/2026;"
            " báo cáo kết quả định kỳ hằng quý, 6 tháng, năm về Sở Nội vụ."
        ),
        P(
            "2. Giao Sở Nội vụ chủ trì theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này; kịp thời"
            " tham mưu UBND tỉnh biểu dương, phê bình các cơ quan, đơn vị."
        ),
        P("3. Giao Sở Tài chính tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch theo quy định."),
        P(
            "Trường hợp phát sinh vướng mắc, các cơ quan, đơn vị báo cáo UBND tỉnh (qua Sở Nội vụ) để xem"
            " xét, giải quyết./."
        ),
    ),
    recipients=(
        "- Bộ Nội vụ;",
        "- TT. Tỉnh ủy, TT. HĐND tỉnh;",
        "- CT, các PCT UBND tỉnh;",
        "- Các sở, ban, ngành tỉnh;",
        "- UBND các xã, phường;",
        "- Lưu: VT, NC.",
    ),
    foot=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
    signer="Bùi Văn Hư Cấu",
)


_PLAN_TRUTH = record(
    "KH",
    "Ủy ban nhân dân tỉnh Đồng Tháp",
    "14",
    "KH-UBND",
    "2026-01-12",
    "Cải cách hành chính năm 2026 trên địa bàn tỉnh Đồng Tháp",
    place="Đồng Tháp",
    to_places=(
        "Bộ Nội vụ",
        "TT. Tỉnh ủy, TT. HĐND tỉnh",
        "CT, các PCT UBND tỉnh",
        "Các sở, ban, ngành tỉnh",
        "UBND các xã, phường",
    ),
    archive="VT, NC",
    signer=("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC", "Bùi Văn Hư Cấu"),
    citations=(cited("NQ", "76/NQ-CP", "2021-07-15"),),
    tasks=(
        row_task(
            _TABLE,
            1,
            lead("Sở Tư pháp") + coordinate("các sở, ban, ngành tỉnh"),
            due("Tháng 3/2026", "2026-03-31", "period"),
        ),
        row_task(
            _TABLE,
            2,
            lead("Sở Tư pháp") + coordinate("Công an tỉnh", "Thanh tra tỉnh"),
            due("Quý III/2026", "2026-09-30", "period"),
            "monitor",
        ),
        row_task(
            _TABLE,
            4,
            lead(_OFFICE) + coordinate("Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng"),
            due("Trước ngày 28/02/2026", "2026-02-28"),
        ),
        row_task(
            _TABLE,
            5,
            lead(_OFFICE) + coordinate("Sở Khoa học và Công nghệ"),
            due("Hằng tháng", kind="recurring"),
        ),
        row_task(
            _TABLE,
            6,
            lead(*_UNITS_NAMES) + coordinate("Sở Khoa học và Công nghệ"),
            due("Thường xuyên", kind="standing"),
        ),
        row_task(
            _TABLE,
            8,
            lead("Sở Nội vụ") + coordinate("Sở Tài chính", "Ủy ban nhân dân các xã, phường"),
            due("31/5/2026", "2026-05-31"),
        ),
        row_task(
            _TABLE,
            9,
            lead("Sở Nội vụ", "Trường Chính trị tỉnh") + coordinate("Ủy ban nhân dân các xã, phường"),
            due("6 tháng đầu năm 2026", "2026-06-30", "period"),
        ),
        row_task(
            _TABLE,
            11,
            lead("Sở Khoa học và Công nghệ") + coordinate("Công an tỉnh", _OFFICE, "VNPT Đồng Tháp"),
            due("Quý II/2026", "2026-06-30", "period"),
        ),
        row_task(
            _TABLE,
            12,
            lead("Sở Nội vụ") + coordinate("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Bưu điện tỉnh"),
            due("45 ngày", kind="relative"),
        ),
        task(
            f"{_UNITS} ban hành kế hoạch cải cách hành chính của cơ quan, đơn vị trước ngày 31/01/2026",
            lead(*_UNITS_NAMES),
            due("trước ngày 31/01/2026", "2026-01-31"),
        ),
        task(
            "báo cáo kết quả định kỳ hằng quý, 6 tháng, năm về Sở Nội vụ",
            lead(*_UNITS_NAMES) + report_to("Sở Nội vụ"),
            due("định kỳ hằng quý, 6 tháng, năm", kind="recurring"),
            "report",
        ),
        task(
            "Giao Sở Nội vụ chủ trì theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch này; kịp thời tham"
            " mưu UBND tỉnh biểu dương, phê bình các cơ quan, đơn vị",
            lead("Sở Nội vụ"),
            kind="monitor",
        ),
        task(
            "Giao Sở Tài chính tham mưu UBND tỉnh bố trí kinh phí thực hiện Kế hoạch theo quy định",
            lead("Sở Tài chính"),
            kind="advise",
        ),
        task(
            "Trường hợp phát sinh vướng mắc, các cơ quan, đơn vị báo cáo UBND tỉnh (qua Sở Nội vụ) để xem"
            " xét, giải quyết",
            lead("các cơ quan, đơn vị") + report_to("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
            kind="report",
        ),
    ),
)

PLAN = Sample(
    "ke-hoach.pdf",
    "Kế hoạch có bảng nhiệm vụ kẻ khung qua 2 trang: ô nhiều dòng, ô gộp, dòng mục, tiêu đề lặp lại ở trang"
    " sau",
    _PLAN,
    _PLAN_TRUTH,
    Look(seal=True),
)
