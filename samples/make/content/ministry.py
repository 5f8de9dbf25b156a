"""A draft of a ministry's công văn in Word: number left blank, tracked changes, an annex."""

from __future__ import annotations

from samples.make.model import Annex, Dispatch, Grid, Look, P, Sample
from samples.make.truth import cited, coordinate, delegate, due, lead, record, report_to, task

_PROVINCES = "Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương"
_MINISTRIES = "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ"

_PHASES = Grid(
    header=("TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn"),
    rows=(
        (
            "1",
            "Ban hành tài liệu hướng dẫn làm sạch dữ liệu đất đai",
            "Cục Quản lý đất đai",
            "Trước 20/5/2026",
        ),
        (
            "2",
            "Thiết lập đường dây hỗ trợ kỹ thuật 24/7",
            "Cục Chuyển đổi số",
            "Trong tháng 5/2026",
        ),
        (
            "3",
            "Thu nhận bản sao giấy chứng nhận còn thiếu tại 100% đơn vị hành chính cấp xã",
            "Sở Nông nghiệp và Môi trường các tỉnh, thành phố",
            "Hết ngày 31/8/2026",
        ),
        (
            "4",
            "Tổng hợp, công bố kết quả chiến dịch trên Cổng Thông tin điện tử của Bộ",
            "Văn phòng Bộ",
            "Quý IV/2026",
        ),
    ),
    widths=(1.3, 7.3, 5, 3.1),
    size=13,
)

_DRAFT = Dispatch(
    issuer=("BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"),
    number=None,
    notation="BNNMT-QLĐĐ",
    place="Hà Nội",
    day=None,
    month="tháng 5 năm 2026",
    subject="V/v triển khai chiến dịch làm giàu, làm sạch cơ sở dữ liệu quốc gia về đất đai năm 2026",
    addressees=(f"Các{_MINISTRIES[3:]};", f"{_PROVINCES}."),
    body=(
        P(
            "Triển khai Nghị quyết số 214/NQ-CP ngày 23 tháng 7 năm 2025 của Chính phủ về thúc đẩy tạo lập"
            " dữ liệu phục vụ chuyển đổi số toàn diện, Bộ Nông nghiệp và Môi trường xây dựng Kế hoạch chiến"
            " dịch làm giàu, làm sạch cơ sở dữ liệu quốc gia về đất đai năm 2026. Đến hết tháng 4 năm 2026,"
            " cả nước đã có 2.187/3.321 đơn vị hành chính cấp xã hoàn thành số hóa hồ sơ địa chính."
        ),
        P(
            "Để bảo đảm tiến độ, chất lượng, Bộ Nông nghiệp và Môi trường đề nghị các cơ quan, địa phương"
            " thực hiện các nội dung sau:"
        ),
        P(f"1. Các{_MINISTRIES[3:]}:"),
        P(
            "Rà soát, cung cấp danh mục thửa đất đang quản lý, sử dụng trước ngày 15 tháng 6 năm 2026.",
            "bullet",
        ),
        P(
            "Cử <del>02 cán bộ</del><ins>01 lãnh đạo cấp vụ và 01 chuyên viên</ins> làm đầu mối, gửi danh"
            " sách về Bộ Nông nghiệp và Môi trường (qua Cục Quản lý đất đai) trong thời hạn 07 ngày làm"
            " việc kể từ ngày ký ban hành Công văn này.",
            "bullet",
        ),
        P(f"2. {_PROVINCES} chỉ đạo:"),
        P(
            "a) Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh, Thuế tỉnh và các đơn vị"
            " liên quan đối soát dữ liệu chủ sử dụng đất với Cơ sở dữ liệu quốc gia về dân cư, hoàn thành"
            " trước ngày 30 tháng 9 năm 2026;"
        ),
        P(
            "b) Ủy ban nhân dân cấp xã tổ chức thu nhận bản sao giấy chứng nhận của người dân; không yêu cầu"
            " người dân công chứng, chứng thực giấy tờ khi tham gia chiến dịch."
        ),
        P("3. Các đơn vị thuộc Bộ"),
        P(
            "a) Cục Quản lý đất đai chủ trì, phối hợp với Cục Chuyển đổi số hướng dẫn, giải đáp vướng mắc của"
            " địa phương; trước ngày 25 hằng tháng tổng hợp kết quả, báo cáo Bộ trưởng."
        ),
        P("b) Vụ Kế hoạch - Tài chính cân đối kinh phí thực hiện ngay sau khi Kế hoạch được phê duyệt."),
        P(
            "Phân công và thời hạn cụ thể tại Phụ lục kèm theo. Bộ Nông nghiệp và Môi trường đề nghị các cơ"
            " quan, địa phương quan tâm phối hợp, chỉ đạo thực hiện./."
        ),
    ),
    recipients=(
        "- Như trên;",
        "- Thủ tướng Chính phủ (để b/c);",
        "- PTTg Thường trực (để b/c);",
        "- Bộ Công an (C06) (để phối hợp);",
        "- Sở NNMT các tỉnh, thành phố;",
        "- Lưu: VT, QLĐĐ (5b).",
    ),
    foot=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    signer="Hồ Văn Bản Nháp",
    annexes=(
        Annex(
            "PHỤ LỤC",
            "PHÂN CÔNG THỰC HIỆN CHIẾN DỊCH",
            "(Kèm theo Công văn số        /BNNMT-QLĐĐ ngày      tháng 5 năm 2026 của Bộ Nông nghiệp và Môi"
            " trường)",
            (_PHASES,),
        ),
    ),
)

_LAND, _DIGITAL = "Cục Quản lý đất đai", "Cục Chuyển đổi số"
_SELF = "Bộ Nông nghiệp và Môi trường"

_DRAFT_TRUTH = record(
    "CV",
    _SELF,
    None,
    "BNNMT-QLĐĐ",
    None,
    "triển khai chiến dịch làm giàu, làm sạch cơ sở dữ liệu quốc gia về đất đai năm 2026",
    place="Hà Nội",
    addressees=(f"Các{_MINISTRIES[3:]}", _PROVINCES),
    to_places=(
        "Như trên",
        "Thủ tướng Chính phủ",
        "PTTg Thường trực",
        "Bộ Công an (C06)",
        "Sở NNMT các tỉnh, thành phố",
    ),
    archive="VT, QLĐĐ (5b)",
    signer=("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Hồ Văn Bản Nháp"),
    citations=(cited("NQ", "214/NQ-CP", "2025-07-23"),),
    tasks=(
        task(
            "Rà soát, cung cấp danh mục thửa đất đang quản lý, sử dụng trước ngày 15 tháng 6 năm 2026",
            lead(_MINISTRIES),
            due("trước ngày 15 tháng 6 năm 2026", "2026-06-15"),
        ),
        task(
            "Cử 01 lãnh đạo cấp vụ và 01 chuyên viên làm đầu mối, gửi danh sách về Bộ Nông nghiệp và Môi"
            " trường (qua Cục Quản lý đất đai) trong thời hạn 07 ngày làm việc kể từ ngày ký ban hành Công"
            " văn này",
            lead(_MINISTRIES) + report_to(_SELF, _LAND),
            due("trong thời hạn 07 ngày làm việc kể từ ngày ký ban hành Công văn này", kind="relative"),
        ),
        task(
            "Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Công an tỉnh, Thuế tỉnh và các đơn vị liên"
            " quan đối soát dữ liệu chủ sử dụng đất với Cơ sở dữ liệu quốc gia về dân cư, hoàn thành trước"
            " ngày 30 tháng 9 năm 2026",
            lead(_PROVINCES)
            + delegate("Sở Nông nghiệp và Môi trường")
            + coordinate("Công an tỉnh", "Thuế tỉnh", "các đơn vị liên quan"),
            due("trước ngày 30 tháng 9 năm 2026", "2026-09-30"),
        ),
        task(
            "Ủy ban nhân dân cấp xã tổ chức thu nhận bản sao giấy chứng nhận của người dân; không yêu cầu"
            " người dân công chứng, chứng thực giấy tờ khi tham gia chiến dịch",
            lead(_PROVINCES) + delegate("Ủy ban nhân dân cấp xã"),
        ),
        task(
            "Cục Quản lý đất đai chủ trì, phối hợp với Cục Chuyển đổi số hướng dẫn, giải đáp vướng mắc của"
            " địa phương; trước ngày 25 hằng tháng tổng hợp kết quả, báo cáo Bộ trưởng",
            lead(_LAND) + coordinate(_DIGITAL) + report_to(_SELF),
            due("trước ngày 25 hằng tháng", kind="recurring"),
        ),
        task(
            "Vụ Kế hoạch - Tài chính cân đối kinh phí thực hiện ngay sau khi Kế hoạch được phê duyệt",
            lead("Vụ Kế hoạch - Tài chính"),
            due("ngay sau khi Kế hoạch được phê duyệt", kind="event"),
        ),
        task(
            "Bộ Nông nghiệp và Môi trường đề nghị các cơ quan, địa phương quan tâm phối hợp, chỉ đạo thực"
            " hiện",
            lead("các cơ quan, địa phương"),
            kind="enforcement",
        ),
        task(_PHASES.rows[0][1], lead(_LAND), due("Trước 20/5/2026", "2026-05-20")),
        task(_PHASES.rows[1][1], lead(_DIGITAL), due("Trong tháng 5/2026", "2026-05-31", "period")),
        task(
            _PHASES.rows[2][1],
            lead("Sở Nông nghiệp và Môi trường các tỉnh, thành phố"),
            due("Hết ngày 31/8/2026", "2026-08-31"),
        ),
        task(_PHASES.rows[3][1], lead("Văn phòng Bộ"), due("Quý IV/2026", "2026-12-31", "period")),
    ),
)

SAMPLE = Sample(
    "cong-van-bo-du-thao.docx",
    "Dự thảo công văn của bộ: số và ngày để trống, có theo dõi thay đổi (chèn, xóa), gạch đầu dòng tự động,"
    " hộp DỰ THẢO, phụ lục có bảng một cột đơn vị",
    _DRAFT,
    _DRAFT_TRUTH,
    Look(draft="DỰ THẢO"),
)
