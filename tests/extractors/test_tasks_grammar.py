"""Who is told what: marked texts (see `marked`) and the tasks in them, one line each; no line, no task."""

import pytest
from marked import findings, tasks

from dispatch_parser.extractors.tasks import find_tasks
from dispatch_parser.model import load

ORDERS = {
    "directive with lead, partners and a date": (
        "Giao [Sở Nội vụ] chủ trì, phối hợp với [Sở Tài chính] và [các cơ quan liên quan] tham mưu [Ủy ban nhân dân"
        " tỉnh] ban hành kế hoạch, hoàn thành {trước ngày 15/12/2026}.",
        ["advise: Giao Sở Nội | lead: Sở Nội vụ | coordinate: Sở Tài chính, các cơ quan liên quan | trước ngày 15/12/2026"],
    ),
    "the speaker has no role": (
        "Chủ tịch [Ủy ban nhân dân tỉnh] yêu cầu [các sở, ban, ngành] rà soát danh mục thủ tục.",
        ["do: Chủ tịch Ủy | lead: các sở, ban, ngành"],
    ),
    "duty without a directive": (
        "[Sở Xây dựng] có trách nhiệm nâng cấp hệ thống thoát nước, xong {trong tháng 9|period}.",
        ["do: Sở Xây dựng | lead: Sở Xây dựng | trong tháng 9"],
    ),
    "bare subject and verb": (
        "[Bảo hiểm xã hội tỉnh], [Kho bạc Nhà nước] kết nối, chia sẻ dữ liệu.",
        ["do: Bảo hiểm xã | lead: Bảo hiểm xã hội tỉnh, Kho bạc Nhà nước"],
    ),
    "qualifier between subject and duty": (
        "[Các bộ, ngành] theo chức năng, nhiệm vụ được giao có trách nhiệm triển khai Chiến lược.",
        ["do: Các bộ, ngành | lead: Các bộ, ngành"],
    ),
    "fronted condition": (
        "Trường hợp có vướng mắc, [các địa phương] báo cáo [Bộ Tài chính] để xem xét.",
        ["report: Trường hợp có | lead: các địa phương | report_to: Bộ Tài chính"],
    ),
    "fronted event: its actor is not told": (
        "{Ngay sau khi Bộ Nội vụ công bố kết quả|event}, [Sở Nội vụ] tham mưu tổ chức hội nghị.",
        ["advise: Ngay sau khi | lead: Sở Nội vụ | Ngay sau khi Bộ Nội vụ công bố kết quả"],
    ),
    "grounds and order in one sentence": (
        "Thực hiện Công văn số 12/BNV-CCHC ngày 20/7/2026 của [Bộ Nội vụ], [Ủy ban nhân dân tỉnh] yêu cầu [các cơ"
        " quan, đơn vị] hoàn thành báo cáo {trước ngày 10/9/2026}.",
        ["do: Thực hiện Công | lead: các cơ quan, đơn vị | trước ngày 10/9/2026"],
    ),
    "A leads, B and C coordinate": (
        "[Công an tỉnh] chủ trì, [Sở Xây dựng], [Ủy ban nhân dân xã] phối hợp kiểm tra tải trọng xe.",
        ["monitor: Công an tỉnh | lead: Công an tỉnh | coordinate: Sở Xây dựng, Ủy ban nhân dân xã"],
    ),
    "only phối hợp: all coordinate": (
        "[Sở Y tế] phối hợp với [Sở Tài chính] cân đối nguồn vốn.",
        ["do: Sở Y tế | coordinate: Sở Y tế, Sở Tài chính"],
    ),
    "phối hợp and a verb of one's own: the subject leads": (
        "[Sở Y tế] cung cấp số liệu, phối hợp với [Sở Tài chính] cân đối nguồn vốn.",
        ["do: Sở Y tế | lead: Sở Y tế | coordinate: Sở Tài chính"],
    ),
    "mutual coordination": (
        "Đề nghị [Mặt trận Tổ quốc tỉnh] và [các tổ chức chính trị - xã hội] phối hợp tuyên truyền, vận động.",
        ["do: Đề nghị Mặt | coordinate: Mặt trận Tổ quốc tỉnh, các tổ chức chính trị - xã hội"],
    ),
    "another body leads": (
        "[Sở Nội vụ] phối hợp tham gia kiểm tra liên ngành do [Sở Công Thương] chủ trì.",
        ["do: Sở Nội vụ | lead: Sở Công Thương | coordinate: Sở Nội vụ"],
    ),
    "command through another body": (
        "[Giám đốc Sở Y tế] chỉ đạo [Trung tâm Y tế] bảo đảm đủ thuốc {trong năm 2026|period}.",
        ["do: Giám đốc Sở | lead: Giám đốc Sở Y tế | delegate: Trung tâm Y tế | trong năm 2026"],
    ),
    "command and coordination": (
        "Đề nghị [Ủy ban nhân dân các xã] chỉ đạo [Phòng Kinh tế] phối hợp với [Sở Công Thương] rà soát chợ.",
        ["do: Đề nghị Ủy | lead: Ủy ban nhân dân các xã | coordinate: Sở Công Thương | delegate: Phòng Kinh tế"],
    ),
    "report through a relay": (
        "[Các sở] rà soát tiêu chí, báo cáo kết quả về [Ủy ban nhân dân tỉnh] (qua [Sở Nội vụ]) {trước ngày 20/8/2026}.",
        ["do: Các sở rà | lead: Các sở | report_to: Ủy ban nhân dân tỉnh, Sở Nội vụ | trước ngày 20/8/2026"],
    ),
    "report with the object in between": (
        "[Các đơn vị] gửi danh sách cán bộ đầu mối về [Sở Nội vụ] {trước ngày 05/8/2026}.",
        ["do: Các đơn vị | lead: Các đơn vị | report_to: Sở Nội vụ | trước ngày 05/8/2026"],
    ),
    "to report to two, with brackets": (
        "[Ủy ban nhân dân các tỉnh] rà soát quy hoạch, báo cáo [Bộ Tài chính] (đối với vốn) và [Bộ Xây dựng] (đối với"
        " đất).",
        ["do: Ủy ban nhân | lead: Ủy ban nhân dân các tỉnh | report_to: Bộ Tài chính, Bộ Xây dựng"],
    ),
    "what the receiver does with it is nobody's role": (
        "[Các sở] gửi kết quả về [Sở Nội vụ] để tổng hợp, báo cáo [Ủy ban nhân dân tỉnh].",
        ["do: Các sở gửi | lead: Các sở | report_to: Sở Nội vụ"],
    ),
    "supervised bodies": (
        "Giao [Văn phòng] theo dõi, đôn đốc [các phòng] thực hiện Kế hoạch của đơn vị.",
        ["monitor: Giao Văn phòng | lead: Văn phòng | target: các phòng"],
    ),
    "the supervised body coordinates, not the subject": (
        "Giao [Sở Công Thương] theo dõi, đôn đốc [các chủ đầu tư] phối hợp với [chính quyền địa phương] giải phóng mặt bằng.",
        ["monitor: Giao Sở Công | lead: Sở Công Thương | target: các chủ đầu tư"],
    ),
    "prohibition": (
        "Nghiêm cấm [các đơn vị] đặt thêm giấy tờ.\nYêu cầu [các đơn vị] không tổ chức liên hoan.",
        ["prohibit: Nghiêm cấm các | lead: các đơn vị", "prohibit: Yêu cầu các | lead: các đơn vị"],
    ),
    "closing article": (
        "Điều 3. Chánh [Văn phòng], Giám đốc [Sở Nội vụ] và [các đơn vị liên quan] chịu trách nhiệm thi hành Quyết định"
        " này./.",
        ["enforcement: Chánh Văn phòng, | lead: Văn phòng, Sở Nội vụ, các đơn vị liên quan"],
    ),
    "closing notice": (
        "[Sở Công Thương] thông báo để [Công ty cổ phần Thử nghiệm] biết và thực hiện./.",
        ["enforcement: Sở Công Thương | lead: Công ty cổ phần Thử nghiệm"],
    ),
    "closing order": (
        "Yêu cầu [các cơ quan, đơn vị] nghiêm túc triển khai thực hiện./.",
        ["enforcement: Yêu cầu các | lead: các cơ quan, đơn vị"],
    ),
    "monitoring a directive is not its enforcement": (
        "Giao [Sở Nội vụ] theo dõi, kiểm tra việc thực hiện Chỉ thị này.",
        ["monitor: Giao Sở Nội | lead: Sở Nội vụ"],
    ),
    "unconditional accountability": (
        "Yêu cầu Chủ tịch [Ủy ban nhân dân các xã] chịu trách nhiệm trước pháp luật về kết quả giải ngân.",
        ["do: Yêu cầu Chủ | lead: Ủy ban nhân dân các xã"],
    ),
    "a party no register lists": (
        "Yêu cầu các chủ đầu tư khẩn trương bàn giao mặt bằng.",
        ["do: Yêu cầu các | lead: các chủ đầu tư"],
    ),
    "two orders joined by a semicolon": (
        "Giao [Sở Y tế] cấp phát thuốc; [Sở Tài chính] bố trí kinh phí.",
        ["do: Giao Sở Y | lead: Sở Y tế", "do: Sở Tài chính | lead: Sở Tài chính"],
    ),
    "the role of the subject changes": (
        "[Sở Nội vụ] chủ trì tổ chức tập huấn; phối hợp với [Sở Y tế] khám sức khỏe.",
        ["do: Sở Nội vụ | lead: Sở Nội vụ", "do: phối hợp với | coordinate: Sở Nội vụ, Sở Y tế"],
    ),
    "a semicolon with nothing new": (
        "Giao [Sở Nội vụ] xây dựng đề án; rà soát biên chế; tổng hợp kết quả.",
        ["do: Giao Sở Nội | lead: Sở Nội vụ"],
    ),
    "a first deadline behind a semicolon starts nothing new": (
        "[Văn phòng] theo dõi việc thực hiện; {định kỳ hằng tháng|recurring} tổng hợp báo cáo [Ủy ban nhân dân tỉnh].",
        ["monitor: Văn phòng theo | lead: Văn phòng | report_to: Ủy ban nhân dân tỉnh | định kỳ hằng tháng"],
    ),
    "two reports, two deadlines": (
        "[Các xã] báo cáo 6 tháng {trước ngày 10/6|recurring} và báo cáo năm {trước ngày 05/12|recurring}.",
        ["report: Các xã báo | lead: Các xã | trước ngày 10/6", "report: báo cáo năm | lead: Các xã | trước ngày 05/12"],
    ),
    "the closing clause binds the whole sentence": (
        "Giao [Sở Y tế] rà soát cơ sở; hướng dẫn thủ tục; hoàn thành {trước ngày 31/12/2026}.",
        ["do: Giao Sở Y | lead: Sở Y tế | trước ngày 31/12/2026"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDERS)
def test_orders(name):
    text, expected = ORDERS[name]
    assert tasks(text) == expected


NO_TASKS = [
    "Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp.",
    "[Sở Nội vụ] đã chủ trì 05 cuộc kiểm tra.",
    "[Các sở, ban, ngành] đã tích cực triển khai và đạt nhiều kết quả.",
    "[Một số đơn vị] còn chậm báo cáo.",
    "Không giao chỉ tiêu này cho [Ủy ban nhân dân cấp xã].",
    "Đơn vị nào không hoàn thành chỉ tiêu, thủ trưởng đơn vị đó phải kiểm điểm trước Chủ tịch [Ủy ban nhân dân tỉnh].",
    "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
    "Nghị quyết có hiệu lực từ ngày thông qua và giao [Thường trực Hội đồng nhân dân các xã] giám sát.",
    "Căn cứ Nghị định số 12/2025/NĐ-CP ngày 05/3/2025 của [Chính phủ];",
    "Theo đề nghị của Giám đốc [Sở Nội vụ] tại Tờ trình số 15/TTr-SNV.",
    "Nếu có vướng mắc, vui lòng liên hệ [Phòng Tổ chức] để được hướng dẫn.",
    "Trân trọng cảm ơn sự phối hợp của [quý cơ quan].",
    "Phương án phải nêu rõ khoảng cách an toàn.",
    "Nội dung đề cương cần thể hiện rõ phạm vi kiểm định.",
    "[Sở Công Thương] sẽ phối hợp với [Công an tỉnh] kiểm tra thực tế.",
    "Quá thời hạn này, [các hội] không tổ chức đại hội thì [Ủy ban nhân dân tỉnh] xem xét xử lý.",
    "[Ủy ban nhân dân tỉnh] nhận được Công văn số 15/BNV-TL ngày 02/3/2026 của [Bộ Nội vụ].",
    "Trên đây là báo cáo kết quả thực hiện của [Sở Nội vụ].",
    "Công văn số 31/CV ngày 29/01/2026 của [Cục Cảnh sát] đề nghị [Cục Đăng kiểm] ban hành văn bản hướng dẫn.",
    "Thời gian: 8 giờ 00 ngày 12/3/2026, tại trụ sở [Sở Nội vụ].",
    "Luật quy định: “[Sở Xây dựng] có trách nhiệm thẩm định thiết kế”.",
]


@pytest.mark.parametrize("text", NO_TASKS)
def test_no_task(text):
    assert tasks(text) == []


def test_an_order_of_somebody_else_is_reported():
    text = "[Ban Thường vụ Tỉnh ủy] đề nghị [Hội Khuyến học] sửa đổi điều lệ."
    assert tasks(text, issuer="Sở Nội vụ tỉnh Bắc Lý") == []


def test_an_order_to_the_issuer_is_reported():
    assert (
        tasks(
            "[Công ty Thử nghiệm] đề nghị [Sở Công Thương] hướng dẫn thủ tục.",
            issuer="Sở Công Thương tỉnh Bắc Lý",
        )
        == []
    )


def test_a_request_that_names_nobody_falls_on_the_addressee():
    text = "Đề nghị bổ sung hồ sơ."
    assert tasks(text, addressees="[Công ty Thử nghiệm]") == ["do: Đề nghị bổ | lead: Công ty Thử nghiệm"]


LAYOUTS = {
    "heading that names the body": (
        "1. [Sở Tài chính]:\n- Thẩm định dự toán {trong quý III/2026|period};\n- Phối hợp với [Sở Y tế] bố trí vốn.",
        ["do: Thẩm định dự | lead: Sở Tài chính | trong quý III/2026", "do: Phối hợp với | coordinate: Sở Tài chính, Sở Y tế"],
    ),
    "heading with a frame": (
        "2. Trách nhiệm của [Sở Y tế]\na) Kiểm tra cơ sở khám bệnh.\nb) Báo cáo [Bộ Y tế].",
        ["monitor: Kiểm tra cơ | lead: Sở Y tế", "report: Báo cáo Bộ | lead: Sở Y tế | report_to: Bộ Y tế"],
    ),
    "heading without items, plain text below": (
        "3. Giao [Văn phòng]\nTổng hợp, báo cáo [Ủy ban nhân dân tỉnh].",
        ["report: Tổng hợp, báo | lead: Văn phòng | report_to: Ủy ban nhân dân tỉnh"],
    ),
    "body as a label": (
        "- [Báo Bắc Lý]: Tăng thời lượng tuyên truyền.",
        ["do: Tăng thời lượng | lead: Báo Bắc Lý"],
    ),
    "lead-in that only announces": (
        "Chủ tịch [Ủy ban nhân dân tỉnh] yêu cầu [các sở] thực hiện các nhiệm vụ sau:\n1. Rà soát văn bản.\n2. Công khai thủ tục.",
        ["do: Rà soát văn | lead: các sở", "do: Công khai thủ | lead: các sở"],
    ),
    "lead-in that orders and goes into detail": (
        "Đề nghị [Công ty] kiểm định chất lượng công trình kho, cụ thể như sau:\n- Lựa chọn đơn vị tư vấn.",
        ["do: Đề nghị Công | lead: Công ty", "do: Lựa chọn đơn | lead: Công ty"],
    ),
    "lead-in with roles": (
        "1. [Bộ Tài chính]:\na) Phối hợp với [các bộ] chỉ đạo, hướng dẫn triển khai:\n- Xây dựng hạ tầng.\nb) Cân đối vốn.",
        ["do: Xây dựng hạ | coordinate: Bộ Tài chính, các bộ", "do: Cân đối vốn | lead: Bộ Tài chính"],
    ),
    "one's own subject before the heading's": (
        "1. [Các sở] thực hiện các việc sau:\na) Rà soát hồ sơ.\nb) [Sở Y tế] kiểm tra.\nc) Báo cáo kết quả.",
        ["do: Rà soát hồ | lead: Các sở", "monitor: Sở Y tế | lead: Sở Y tế", "report: Báo cáo kết | lead: Các sở"],
    ),
    "the subject is carried on within the paragraph": (
        "Giao [Sở Y tế] kiểm tra các cơ sở. Kịp thời báo cáo [Ủy ban nhân dân tỉnh].",
        ["monitor: Giao Sở Y | lead: Sở Y tế", "report: Kịp thời báo | lead: Sở Y tế | report_to: Ủy ban nhân dân tỉnh"],
    ),
    "background before the lead-in is no task": (
        "[Các sở] tổ chức nhiều hội nghị.\nTuy nhiên, kết quả còn hạn chế.\n[Ủy ban nhân dân tỉnh] yêu cầu [các sở] thực hiện các nhiệm vụ sau:\n1. Rà soát hồ sơ.",
        ["do: Rà soát hồ | lead: các sở"],
    ),
    "aims assign nothing": (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao chất lượng phục vụ.\n2. Bảo đảm tiết kiệm.\nII. TỔ CHỨC THỰC HIỆN\n1. [Sở Nội vụ]\n- Hướng dẫn các đơn vị.",
        ["do: Hướng dẫn các | lead: Sở Nội vụ"],
    ),
    "labelled lines": (
        "2. Giao [Sở Tư pháp] hoàn thiện hệ thống văn bản.\nCơ quan phối hợp: [các sở liên quan].\nThời hạn hoàn thành: {30/6/2026}.",
        ["do: Giao Sở Tư | lead: Sở Tư pháp | coordinate: các sở liên quan | 30/6/2026"],
    ),
    "one time line for the items above it": (
        "[Các đơn vị] thực hiện các việc sau:\n1. Dịch tài liệu.\n2. Nộp bản dịch.\n3. Thời gian hoàn thành: {trước ngày 09/6/2026}.",
        ["do: Dịch tài liệu | lead: Các đơn vị | trước ngày 09/6/2026", "do: Nộp bản dịch | lead: Các đơn vị | trước ngày 09/6/2026"],
    ),
    "completion and report close an item": (
        "1. [Sở Y tế]\nRà soát cơ sở vật chất. Hoàn thành và báo cáo [Ủy ban nhân dân tỉnh] {trước ngày 08/02/2026}.",
        ["do: Rà soát cơ | lead: Sở Y tế", "report: Hoàn thành và | lead: Sở Y tế | report_to: Ủy ban nhân dân tỉnh | trước ngày 08/02/2026"],
    ),
    "law quoted over paragraphs": (
        "Điều 12 quy định:\n“1. [Sở Xây dựng] có trách nhiệm thẩm định.\n2. [Ủy ban nhân dân xã] phải báo cáo.”\nĐề nghị [Công ty] thực hiện đúng quy định trên.",
        ["do: Đề nghị Công | lead: Công ty"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts(name):
    text, expected = LAYOUTS[name]
    assert tasks(text) == expected


def due_dates(marked: str) -> list[str | None]:
    result = findings(marked)
    find_tasks(result, load())
    text = result.reading.text
    return [task.due and text[task.due.start : task.due.end] for task in result.tasks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giao [Sở Y tế] kiểm tra {trước ngày 05/3/2026}.", ["trước ngày 05/3/2026"]),
        (
            "1. [Sở Y tế]\n- Rà soát cơ sở.\n- Kiểm tra thiết bị.\nHoàn thành và báo cáo [Ủy ban nhân dân tỉnh]"
            " {trước ngày 08/02/2026}.\n2. [Sở Nội vụ]\n- Rà soát biên chế.",
            ["trước ngày 08/02/2026", "trước ngày 08/02/2026", "trước ngày 08/02/2026", None],
        ),
        (
            "[Các sở] thực hiện các việc sau:\n1. Rà soát văn bản. Hoàn thành và báo cáo {trước ngày 08/02/2026}.\n"
            "2. Công khai thủ tục.",
            ["trước ngày 08/02/2026", "trước ngày 08/02/2026", None],
        ),
        (
            "[Các sở] thực hiện các việc sau:\n1. Rà soát văn bản.\n2. Công khai thủ tục {trước ngày 01/02/2026}.\n"
            "3. Các nội dung trên hoàn thành {trước ngày 10/02/2026}.",
            ["trước ngày 10/02/2026", "trước ngày 01/02/2026"],
        ),
    ],
)
def test_due_is_ones_own_deadline_or_the_one_laid_on_the_list(text, expected):
    assert due_dates(text) == expected
