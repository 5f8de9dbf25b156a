"""A công văn of a provincial people's committee, and a decision of another."""

from __future__ import annotations

from samples.make.model import Dispatch, Look, P, Sample
from samples.make.truth import cited, coordinate, delegate, due, lead, record, report_to, target, task

_LETTER = Dispatch(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH LẠNG SƠN"),
    number="2468",
    notation="UBND-KGVX",
    place="Lạng Sơn",
    day="05",
    month="tháng 9 năm 2025",
    subject="V/v chăm sóc sức khỏe học sinh và bảo đảm an toàn thực phẩm tại các bếp ăn bán trú"
    " năm học 2025 - 2026",
    addressees=(
        "Các Sở: Y tế, Giáo dục và Đào tạo, Công Thương; Nông nghiệp và Môi trường;",
        "Công an tỉnh;",
        "Bảo hiểm xã hội tỉnh;",
        "UBND các xã, phường.",
    ),
    body=(
        P(
            "Thực hiện Công văn số 4127/BYT-ATTP ngày 18/8/2025 của Bộ Y tế về việc tăng cường phòng ngừa"
            " ngộ độc thực phẩm trong trường học và Kế hoạch số 152/KH-UBND ngày 21/7/2025 của UBND tỉnh về"
            " công tác y tế trường học năm học 2025 - 2026, Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị,"
            " địa phương thực hiện các nội dung sau:"
        ),
        P(
            "1. Giao Sở Y tế chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Sở Nông nghiệp và Môi trường và"
            " UBND các xã, phường kiểm tra điều kiện vệ sinh, nguồn nước tại các bếp ăn bán trú trên địa"
            " bàn tỉnh; hoàn thành đợt 1 trước ngày 30/9/2025. Báo cáo kết quả về UBND tỉnh (qua Văn phòng"
            " UBND tỉnh) chậm nhất ngày 10/10/2025."
        ),
        P(
            "2. Sở Giáo dục và Đào tạo chỉ đạo các cơ sở giáo dục phối hợp với trạm y tế xã, phường tổ chức"
            " khám sức khỏe đầu năm học cho học sinh, hoàn thành trong quý IV/2025; hằng tháng, trước ngày"
            " 25, tổng hợp tình hình gửi Sở Y tế."
        ),
        P(
            "3. Các Sở: Công Thương, Nông nghiệp và Môi trường rà soát, công bố danh sách cơ sở cung cấp"
            " thực phẩm đủ điều kiện trong thời hạn 10 ngày làm việc kể từ ngày nhận được Công văn này."
        ),
        P(
            "4. Công an tỉnh chủ trì, Sở Công Thương, UBND các xã, phường phối hợp đấu tranh, xử lý hành vi"
            " vận chuyển thực phẩm không rõ nguồn gốc vào trường học; thực hiện thường xuyên."
        ),
        P(
            "5. Đề nghị Bảo hiểm xã hội tỉnh rà soát học sinh chưa tham gia bảo hiểm y tế, có giải pháp vận"
            " động tham gia ngay sau khi kết thúc tháng 9/2025."
        ),
        P(
            "6. Nghiêm cấm các cơ sở giáo dục ký hợp đồng với đơn vị cung cấp suất ăn chưa được cấp giấy"
            " chứng nhận cơ sở đủ điều kiện an toàn thực phẩm."
        ),
        P(
            "7. Giao Sở Y tế là cơ quan đầu mối theo dõi, đôn đốc việc thực hiện Công văn này; tổng hợp,"
            " báo cáo Chủ tịch UBND tỉnh trước ngày 20/12/2025."
        ),
        P(
            "Yêu cầu Giám đốc các sở, Giám đốc Công an tỉnh, Chủ tịch UBND các xã, phường nghiêm túc triển"
            " khai thực hiện./."
        ),
    ),
    recipients=(
        "- Như trên;",
        "- Bộ Y tế (để b/c);",
        "- Thường trực: Tỉnh ủy, HĐND tỉnh (b/c);",
        "- Chủ tịch, các PCT UBND tỉnh;",
        "- C, PCVP UBND tỉnh;",
        "- Lưu: VT, KGVX (02b).",
    ),
    foot=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Nguyễn Văn Mẫu",
)

_LETTER_TRUTH = record(
    "CV",
    "Ủy ban nhân dân tỉnh Lạng Sơn",
    "2468",
    "UBND-KGVX",
    "2025-09-05",
    "chăm sóc sức khỏe học sinh và bảo đảm an toàn thực phẩm tại các bếp ăn bán trú năm học 2025 - 2026",
    place="Lạng Sơn",
    addressees=(
        "Sở Y tế",
        "Sở Giáo dục và Đào tạo",
        "Sở Công Thương",
        "Sở Nông nghiệp và Môi trường",
        "Công an tỉnh",
        "Bảo hiểm xã hội tỉnh",
        "UBND các xã, phường",
    ),
    to_places=(
        "Như trên",
        "Bộ Y tế",
        "Thường trực: Tỉnh ủy, HĐND tỉnh",
        "Chủ tịch, các PCT UBND tỉnh",
        "C, PCVP UBND tỉnh",
    ),
    archive="VT, KGVX (02b)",
    signer=("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    citations=(cited("CV", "4127/BYT-ATTP", "2025-08-18"), cited("KH", "152/KH-UBND", "2025-07-21")),
    tasks=(
        task(
            "Giao Sở Y tế chủ trì, phối hợp với Sở Giáo dục và Đào tạo, Sở Nông nghiệp và Môi trường và"
            " UBND các xã, phường kiểm tra điều kiện vệ sinh, nguồn nước tại các bếp ăn bán trú trên địa"
            " bàn tỉnh; hoàn thành đợt 1 trước ngày 30/9/2025",
            lead("Sở Y tế")
            + coordinate(
                "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường", "Ủy ban nhân dân các xã, phường"
            ),
            due("trước ngày 30/9/2025", "2025-09-30"),
            kind="monitor",
        ),
        task(
            "Báo cáo kết quả về UBND tỉnh (qua Văn phòng UBND tỉnh) chậm nhất ngày 10/10/2025",
            lead("Sở Y tế") + report_to("Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
            due("chậm nhất ngày 10/10/2025", "2025-10-10"),
            kind="report",
        ),
        task(
            "Sở Giáo dục và Đào tạo chỉ đạo các cơ sở giáo dục phối hợp với trạm y tế xã, phường tổ chức"
            " khám sức khỏe đầu năm học cho học sinh, hoàn thành trong quý IV/2025",
            lead("Sở Giáo dục và Đào tạo")
            + delegate("các cơ sở giáo dục")
            + coordinate("trạm y tế xã, phường"),
            due("trong quý IV/2025", "2025-12-31", "period"),
        ),
        task(
            "hằng tháng, trước ngày 25, tổng hợp tình hình gửi Sở Y tế",
            lead("Sở Giáo dục và Đào tạo") + report_to("Sở Y tế"),
            due("hằng tháng, trước ngày 25", kind="recurring"),
            kind="report",
        ),
        task(
            "Các Sở: Công Thương, Nông nghiệp và Môi trường rà soát, công bố danh sách cơ sở cung cấp thực"
            " phẩm đủ điều kiện trong thời hạn 10 ngày làm việc kể từ ngày nhận được Công văn này",
            lead("Sở Công Thương", "Sở Nông nghiệp và Môi trường"),
            due("trong thời hạn 10 ngày làm việc kể từ ngày nhận được Công văn này", kind="relative"),
        ),
        task(
            "Công an tỉnh chủ trì, Sở Công Thương, UBND các xã, phường phối hợp đấu tranh, xử lý hành vi"
            " vận chuyển thực phẩm không rõ nguồn gốc vào trường học; thực hiện thường xuyên",
            lead("Công an tỉnh") + coordinate("Sở Công Thương", "Ủy ban nhân dân các xã, phường"),
            due("thường xuyên", kind="standing"),
        ),
        task(
            "Đề nghị Bảo hiểm xã hội tỉnh rà soát học sinh chưa tham gia bảo hiểm y tế, có giải pháp vận"
            " động tham gia ngay sau khi kết thúc tháng 9/2025",
            lead("Bảo hiểm xã hội tỉnh"),
            due("ngay sau khi kết thúc tháng 9/2025", kind="event"),
        ),
        task(
            "Nghiêm cấm các cơ sở giáo dục ký hợp đồng với đơn vị cung cấp suất ăn chưa được cấp giấy chứng"
            " nhận cơ sở đủ điều kiện an toàn thực phẩm",
            lead("các cơ sở giáo dục"),
            kind="prohibit",
        ),
        task(
            "Giao Sở Y tế là cơ quan đầu mối theo dõi, đôn đốc việc thực hiện Công văn này; tổng hợp, báo"
            " cáo Chủ tịch UBND tỉnh trước ngày 20/12/2025",
            lead("Sở Y tế") + report_to("Ủy ban nhân dân tỉnh"),
            due("trước ngày 20/12/2025", "2025-12-20"),
            kind="monitor",
        ),
        task(
            "Yêu cầu Giám đốc các sở, Giám đốc Công an tỉnh, Chủ tịch UBND các xã, phường nghiêm túc triển"
            " khai thực hiện",
            lead("các sở", "Công an tỉnh", "Ủy ban nhân dân các xã, phường"),
            kind="enforcement",
        ),
    ),
)

_DECISION = Dispatch(
    issuer=("ỦY BAN NHÂN DÂN", "TỈNH THÁI BÌNH"),
    number="12",
    notation="2023/QĐ-UBND",
    place="Thái Bình",
    day="26",
    month="tháng 6 năm 2023",
    title="QUYẾT ĐỊNH",
    title_subject=(
        "Ban hành Quy chế phối hợp quản lý, khai thác cơ sở dữ liệu",
        "về cán bộ, công chức, viên chức trên địa bàn tỉnh Thái Bình",
    ),
    authority="ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH",
    body=(
        P("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "ground"),
        P("Căn cứ Luật Cán bộ, công chức ngày 13 tháng 11 năm 2008;", "ground"),
        P(
            "Căn cứ Nghị định số 47/2020/NĐ-CP ngày 09 tháng 4 năm 2020 của Chính phủ về quản lý, kết nối"
            " và chia sẻ dữ liệu số của cơ quan nhà nước;",
            "ground",
        ),
        P(
            "Căn cứ Thông tư số 06/2023/TT-BNV ngày 04 tháng 5 năm 2023 của Bộ trưởng Bộ Nội vụ về cơ sở dữ"
            " liệu quốc gia về cán bộ, công chức, viên chức;",
            "ground",
        ),
        P(
            "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1245/TTr-SNV ngày 12 tháng 6 năm 2023.",
            "ground",
        ),
        P("QUYẾT ĐỊNH:", "title"),
        P(
            "<b>Điều 1.</b> Ban hành kèm theo Quyết định này Quy chế phối hợp quản lý, khai thác cơ sở dữ"
            " liệu về cán bộ, công chức, viên chức trên địa bàn tỉnh Thái Bình."
        ),
        P("<b>Điều 2. Trách nhiệm tổ chức thực hiện</b>"),
        P(
            "1. Sở Nội vụ chủ trì, phối hợp với Sở Thông tin và Truyền thông vận hành cơ sở dữ liệu, cấp"
            " tài khoản cho các cơ quan, đơn vị trong thời hạn 15 ngày kể từ ngày Quyết định này có hiệu"
            " lực."
        ),
        P(
            "2. Sở Nội vụ theo dõi, kiểm tra việc cập nhật dữ liệu của các cơ quan, đơn vị; định kỳ 6 tháng"
            " báo cáo Ủy ban nhân dân tỉnh."
        ),
        P(
            "3. Sở Thông tin và Truyền thông bảo đảm hạ tầng kỹ thuật, an toàn thông tin mạng cho cơ sở dữ"
            " liệu; kết nối với nền tảng tích hợp, chia sẻ dữ liệu của tỉnh."
        ),
        P(
            "4. Các sở, ban, ngành; Ủy ban nhân dân các huyện, thành phố cập nhật đầy đủ, chính xác dữ liệu"
            " thuộc phạm vi quản lý, hoàn thành trước ngày 31 tháng 12 năm 2023."
        ),
        P("<b>Điều 3. Hiệu lực thi hành</b>"),
        P("1. Quyết định này có hiệu lực thi hành từ ngày 10 tháng 7 năm 2023."),
        P(
            "2. Quyết định này thay thế Quyết định số 08/2018/QĐ-UBND ngày 21 tháng 5 năm 2018 của Ủy ban"
            " nhân dân tỉnh Thái Bình."
        ),
        P(
            "<b>Điều 4.</b> Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ; Giám đốc Sở Thông tin"
            " và Truyền thông; Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thành phố"
            " và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./."
        ),
    ),
    recipients=(
        "- Như Điều 4;",
        "- Văn phòng Chính phủ;",
        "- Vụ Pháp chế (Bộ Nội vụ);",
        "- Cục Kiểm tra VBQPPL (Bộ Tư pháp);",
        "- Thường trực Tỉnh ủy;",
        "- Thường trực HĐND tỉnh;",
        "- Chủ tịch, các Phó Chủ tịch UBND tỉnh;",
        "- Công báo tỉnh, Cổng Thông tin điện tử tỉnh;",
        "- Lưu: VT, NC.",
    ),
    foot=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Phạm Văn Thử",
)

_DECISION_TRUTH = record(
    "QĐ",
    "Ủy ban nhân dân tỉnh Thái Bình",
    "12",
    "2023/QĐ-UBND",
    "2023-06-26",
    "Ban hành Quy chế phối hợp quản lý, khai thác cơ sở dữ liệu về cán bộ, công chức, viên chức trên địa"
    " bàn tỉnh Thái Bình",
    place="Thái Bình",
    to_places=(
        "Như Điều 4",
        "Văn phòng Chính phủ",
        "Vụ Pháp chế (Bộ Nội vụ)",
        "Cục Kiểm tra VBQPPL (Bộ Tư pháp)",
        "Thường trực Tỉnh ủy",
        "Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Công báo tỉnh, Cổng Thông tin điện tử tỉnh",
    ),
    archive="VT, NC",
    signer=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Văn Thử"),
    citations=(
        cited("NĐ", "47/2020/NĐ-CP", "2020-04-09"),
        cited("TT", "06/2023/TT-BNV", "2023-05-04"),
        cited("TTr", "1245/TTr-SNV", "2023-06-12"),
        cited("QĐ", "08/2018/QĐ-UBND", "2018-05-21"),
    ),
    tasks=(
        task(
            "Sở Nội vụ chủ trì, phối hợp với Sở Thông tin và Truyền thông vận hành cơ sở dữ liệu, cấp tài"
            " khoản cho các cơ quan, đơn vị trong thời hạn 15 ngày kể từ ngày Quyết định này có hiệu lực",
            lead("Sở Nội vụ") + coordinate("Sở Thông tin và Truyền thông"),
            due("trong thời hạn 15 ngày kể từ ngày Quyết định này có hiệu lực", kind="relative"),
        ),
        task(
            "Sở Nội vụ theo dõi, kiểm tra việc cập nhật dữ liệu của các cơ quan, đơn vị; định kỳ 6 tháng"
            " báo cáo Ủy ban nhân dân tỉnh",
            lead("Sở Nội vụ") + target("các cơ quan, đơn vị") + report_to("Ủy ban nhân dân tỉnh"),
            due("định kỳ 6 tháng", kind="recurring"),
            kind="monitor",
        ),
        task(
            "Sở Thông tin và Truyền thông bảo đảm hạ tầng kỹ thuật, an toàn thông tin mạng cho cơ sở dữ"
            " liệu; kết nối với nền tảng tích hợp, chia sẻ dữ liệu của tỉnh",
            lead("Sở Thông tin và Truyền thông"),
        ),
        task(
            "Các sở, ban, ngành; Ủy ban nhân dân các huyện, thành phố cập nhật đầy đủ, chính xác dữ liệu"
            " thuộc phạm vi quản lý, hoàn thành trước ngày 31 tháng 12 năm 2023",
            lead("các sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"),
            due("trước ngày 31 tháng 12 năm 2023", "2023-12-31"),
        ),
        task(
            "Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc Sở Nội vụ; Giám đốc Sở Thông tin và Truyền"
            " thông; Thủ trưởng các sở, ban, ngành; Chủ tịch Ủy ban nhân dân các huyện, thành phố và các tổ"
            " chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này",
            lead(
                "Văn phòng Ủy ban nhân dân tỉnh",
                "Sở Nội vụ",
                "Sở Thông tin và Truyền thông",
                "các sở, ban, ngành",
                "Ủy ban nhân dân các huyện, thành phố",
                "các tổ chức, cá nhân có liên quan",
            ),
            kind="enforcement",
        ),
    ),
)

SAMPLES = (
    Sample(
        "cong-van-ubnd-tinh.pdf",
        "Công văn giao việc bằng văn xuôi; số và ngày là đối tượng đóng đè sau khi dàn trang; chú thích chữ"
        " ký số trên đầu trang; đủ loại thời hạn",
        _LETTER,
        _LETTER_TRUTH,
        Look(
            overlay=True,
            seal=True,
            caption=(
                "Ký bởi: Ủy ban nhân dân tỉnh Lạng Sơn",
                "Email: vanthu@tinh.example",
                "Cơ quan: Tỉnh Lạng Sơn",
                "Thời gian ký: 08.09.2025 16:42:10 +07:00",
            ),
        ),
    ),
    Sample(
        "quyet-dinh.pdf",
        "Quyết định có năm trong số (12/2023/QĐ-UBND), các dòng Căn cứ, các Điều, điều khoản thi hành; 2"
        " trang",
        _DECISION,
        _DECISION_TRUTH,
        Look(seal=True),
    ),
)
