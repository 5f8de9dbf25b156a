"""A plan of a provincial department whose tasks stand in a table in its annex."""

from __future__ import annotations

from samples.make.model import Annex, Dispatch, Grid, P, Sample
from samples.make.truth import cited, coordinate, due, lead, record, report_to, row_task, target, task

_FESTIVAL = Grid(
    header=(
        "STT",
        "Nội dung công việc",
        "Đơn vị chủ trì",
        "Đơn vị phối hợp",
        "Thời gian thực hiện",
        "Kết quả",
    ),
    rows=(
        ("A", "CÔNG TÁC CHUẨN BỊ"),
        (
            "1",
            "Tham mưu thành lập Ban Tổ chức Tuần Văn hóa",
            "Phòng Tổ chức cán bộ",
            "Văn phòng Sở",
            "Trước ngày 20/3/2026",
            "Quyết định thành lập",
        ),
        (
            "2",
            "Xây dựng kịch bản lễ khai mạc, lễ bế mạc",
            "Phòng Quản lý văn hóa",
            "Trung tâm Văn hóa nghệ thuật tỉnh",
            "Xong trước ngày 10/4/2026",
            "Kịch bản được phê duyệt",
        ),
        (
            "3",
            "Mời nghệ nhân các dân tộc tham gia trình diễn",
            "^",
            "UBND các xã, phường có nghệ nhân",
            "Tháng 4",
            "Danh sách nghệ nhân",
        ),
        ("B", "TỔ CHỨC CÁC HOẠT ĐỘNG"),
        (
            "4",
            "Trưng bày hiện vật, trang phục truyền thống các dân tộc",
            "Bảo tàng tỉnh",
            "Thư viện tỉnh; Hội Văn học - Nghệ thuật tỉnh",
            "Từ ngày 28/4 đến hết ngày 03/5/2026",
            "Khu trưng bày",
        ),
        (
            "5",
            "Tổ chức giải việt dã, đẩy gậy, tung còn",
            "Trung tâm Huấn luyện và Thi đấu thể thao tỉnh",
            "Phòng Quản lý thể dục, thể thao",
            "02 ngày",
            "04 giải thi đấu",
        ),
        ("C", "TRUYỀN THÔNG, TỔNG KẾT"),
        (
            "6",
            "Quảng bá chương trình trên các nền tảng số",
            "Trung tâm Thông tin xúc tiến du lịch",
            "Báo và Phát thanh, Truyền hình Sơn La",
            "Thường xuyên",
            "Tin, bài, video",
        ),
        (
            "7",
            "Tổng hợp, báo cáo UBND tỉnh kết quả tổ chức",
            "Văn phòng Sở",
            "Các phòng, đơn vị",
            "Chậm nhất ngày 15/5/2026",
            "Báo cáo",
        ),
    ),
    widths=(1.5, 6.5, 4.2, 4.6, 4.2, 3.6),
    size=13,
)

_DEPARTMENT_PLAN = Dispatch(
    parent=("UBND TỈNH SƠN LA",),
    issuer=("SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"),
    number="87",
    notation="KH-SVHTTDL",
    place="Sơn La",
    day="09",
    month="tháng 3 năm 2026",
    title="KẾ HOẠCH",
    title_subject=("Tổ chức Tuần Văn hóa, Thể thao và Du lịch", "các dân tộc tỉnh Sơn La năm 2026"),
    body=(
        P(
            "Căn cứ Kế hoạch số 45/KH-UBND ngày 02/02/2026 của UBND tỉnh Sơn La về phát triển du lịch năm"
            " 2026, Sở Văn hóa, Thể thao và Du lịch xây dựng Kế hoạch tổ chức Tuần Văn hóa, Thể thao và Du"
            " lịch các dân tộc tỉnh Sơn La năm 2026 như sau:"
        ),
        P("I. MỤC ĐÍCH", "heading"),
        P("Giới thiệu, quảng bá bản sắc văn hóa các dân tộc, thu hút khách du lịch đến với Sơn La."),
        P("II. THỜI GIAN, ĐỊA ĐIỂM", "heading"),
        P("Từ ngày 28/4/2026 đến ngày 03/5/2026, tại Quảng trường Tây Bắc, phường Tô Hiệu."),
        P("III. NỘI DUNG VÀ PHÂN CÔNG NHIỆM VỤ", "heading"),
        P("Chi tiết tại Phụ lục kèm theo Kế hoạch này."),
        P("IV. TỔ CHỨC THỰC HIỆN", "heading"),
        P(
            "1. Văn phòng Sở làm đầu mối, đôn đốc các phòng, đơn vị thực hiện Kế hoạch; định kỳ thứ Sáu"
            " hằng tuần tổng hợp tiến độ."
        ),
        P(
            "2. Phòng Kế hoạch - Tài chính lập dự toán kinh phí, trình Giám đốc Sở phê duyệt trước ngày"
            " 25/3/2026."
        ),
        P("Đề nghị các phòng, đơn vị nghiêm túc triển khai thực hiện./."),
    ),
    recipients=(
        "- UBND tỉnh (b/c);",
        "- Ban Giám đốc Sở;",
        "- Các phòng, đơn vị thuộc Sở (t/h);",
        "- Trang TTĐT của Sở;",
        "- Lưu: VT, QLVH.",
    ),
    foot=("GIÁM ĐỐC",),
    signer="Cầm Văn Ví Von",
    annexes=(
        Annex(
            "PHỤ LỤC",
            "PHÂN CÔNG NHIỆM VỤ TỔ CHỨC TUẦN VĂN HÓA, THỂ THAO VÀ DU LỊCH NĂM 2026",
            "(Kèm theo Kế hoạch số        /KH-SVHTTDL ngày      tháng      năm 2026 của Sở Văn hóa, Thể"
            " thao và Du lịch)",
            (_FESTIVAL,),
            landscape=True,
        ),
    ),
)

_CULTURE = "Phòng Quản lý văn hóa"

_DEPARTMENT_PLAN_TRUTH = record(
    "KH",
    "Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La",
    "87",
    "KH-SVHTTDL",
    "2026-03-09",
    "Tổ chức Tuần Văn hóa, Thể thao và Du lịch các dân tộc tỉnh Sơn La năm 2026",
    parent="Ủy ban nhân dân tỉnh Sơn La",
    place="Sơn La",
    to_places=("UBND tỉnh", "Ban Giám đốc Sở", "Các phòng, đơn vị thuộc Sở", "Trang TTĐT của Sở"),
    archive="VT, QLVH",
    signer=(None, "GIÁM ĐỐC", "Cầm Văn Ví Von"),
    citations=(cited("KH", "45/KH-UBND", "2026-02-02"),),
    tasks=(
        task(
            "Văn phòng Sở làm đầu mối, đôn đốc các phòng, đơn vị thực hiện Kế hoạch; định kỳ thứ Sáu hằng"
            " tuần tổng hợp tiến độ",
            lead("Văn phòng Sở") + target("các phòng, đơn vị"),
            due("định kỳ thứ Sáu hằng tuần", kind="recurring"),
            "monitor",
        ),
        task(
            "Phòng Kế hoạch - Tài chính lập dự toán kinh phí, trình Giám đốc Sở phê duyệt trước ngày"
            " 25/3/2026",
            lead("Phòng Kế hoạch - Tài chính"),
            due("trước ngày 25/3/2026", "2026-03-25"),
        ),
        task(
            "Đề nghị các phòng, đơn vị nghiêm túc triển khai thực hiện",
            lead("các phòng, đơn vị"),
            kind="enforcement",
        ),
        row_task(
            _FESTIVAL,
            1,
            lead("Phòng Tổ chức cán bộ") + coordinate("Văn phòng Sở"),
            due("Trước ngày 20/3/2026", "2026-03-20"),
            "advise",
        ),
        row_task(
            _FESTIVAL,
            2,
            lead(_CULTURE) + coordinate("Trung tâm Văn hóa nghệ thuật tỉnh"),
            due("trước ngày 10/4/2026", "2026-04-10"),
        ),
        row_task(
            _FESTIVAL,
            3,
            lead(_CULTURE) + coordinate("Ủy ban nhân dân các xã, phường có nghệ nhân"),
            due("Tháng 4", "2026-04-30", "period"),
        ),
        row_task(
            _FESTIVAL,
            5,
            lead("Bảo tàng tỉnh") + coordinate("Thư viện tỉnh", "Hội Văn học - Nghệ thuật tỉnh"),
            due("đến hết ngày 03/5/2026", "2026-05-03"),
        ),
        row_task(
            _FESTIVAL,
            6,
            lead("Trung tâm Huấn luyện và Thi đấu thể thao tỉnh")
            + coordinate("Phòng Quản lý thể dục, thể thao"),
            due("02 ngày", kind="relative"),
        ),
        row_task(
            _FESTIVAL,
            8,
            lead("Trung tâm Thông tin xúc tiến du lịch")
            + coordinate("Báo và Phát thanh, Truyền hình Sơn La"),
            due("Thường xuyên", kind="standing"),
        ),
        row_task(
            _FESTIVAL,
            9,
            lead("Văn phòng Sở") + coordinate("các phòng, đơn vị") + report_to("Ủy ban nhân dân tỉnh"),
            due("Chậm nhất ngày 15/5/2026", "2026-05-15"),
            "report",
        ),
    ),
)

DEPARTMENT_PLAN = Sample(
    "ke-hoach-phu-luc.docx",
    "Kế hoạch của sở, nhiệm vụ nằm trong bảng ở Phụ lục (trang ngang, ô gộp, số và ngày trong ngoặc để"
    " trống)",
    _DEPARTMENT_PLAN,
    _DEPARTMENT_PLAN_TRUTH,
)
