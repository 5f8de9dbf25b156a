"""Time limits: sentences as offices write them, with every limit they set; the document is of 1/8/2022."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dispatch_parser.extractors.deadlines import find_in, parse_deadline_cell
from dispatch_parser.text.folding import keep, key

DAY = dt.date(2022, 8, 1)


def limits(text: str, date: dt.date | None = DAY):
    """(kind, day, words as printed) of every limit in a text."""
    kept = keep(text)
    return [
        (found.kind, found.date.isoformat() if found.date else None, kept[found.start : found.end])
        for found in find_in(key(text), 0, date)
    ]


# (sentence, [(kind, day, words)])
SENTENCES = [
    # -- a day
    ("Sở Y tế báo cáo trước ngày 15/12/2022.", [("date", "2022-12-15", "trước ngày 15/12/2022")]),
    ("gửi Sở Nội vụ chậm nhất ngày 31/8/2022.", [("date", "2022-08-31", "chậm nhất ngày 31/8/2022")]),
    ("xong chậm nhất trước ngày 21/8/2026", [("date", "2026-08-21", "chậm nhất trước ngày 21/8/2026")]),
    (
        "nộp muộn nhất là ngày 05 tháng 9 năm 2022",
        [("date", "2022-09-05", "muộn nhất là ngày 05 tháng 9 năm 2022")],
    ),
    ("trình trước ngày 30 tháng 9 năm 2022.", [("date", "2022-09-30", "trước ngày 30 tháng 9 năm 2022")]),
    ("báo cáo Thường trực trước ngày 30-9-2022.", [("date", "2022-09-30", "trước ngày 30-9-2022")]),
    ("báo cáo trước ngày 30.9.2022.", [("date", "2022-09-30", "trước ngày 30.9.2022")]),
    ("gửi trước 16 giờ 00 ngày 05/8/2022.", [("date", "2022-08-05", "trước 16 giờ 00 ngày 05/8/2022")]),
    ("gửi trước 17h30' ngày 05/8/2022.", [("date", "2022-08-05", "trước 17h30' ngày 05/8/2022")]),
    (
        "gửi chậm nhất đến 16 giờ 00 phút, ngày 18/8/2022 để họp",
        [("date", "2022-08-18", "chậm nhất đến 16 giờ 00 phút, ngày 18/8/2022")],
    ),
    ("nhận hồ sơ đến hết ngày 14/9/2022.", [("date", "2022-09-14", "đến hết ngày 14/9/2022")]),
    (
        "thí điểm từ ngày 01/9/2022 đến hết ngày 31/12/2022.",
        [("date", "2022-12-31", "đến hết ngày 31/12/2022")],
    ),
    ("ký ban hành trong ngày 12/8/2022.", [("date", "2022-08-12", "trong ngày 12/8/2022")]),
    ("hoàn thành xong ngày 20/8/2022", [("date", "2022-08-20", "ngày 20/8/2022")]),
    ("nộp trước ngày 19/ 11/ 2022 qua thư", [("date", "2022-11-19", "trước ngày 19/ 11/ 2022")]),
    ("Hạn cuối gửi báo cáo: ngày 15/8/2022", [("date", "2022-08-15", "ngày 15/8/2022")]),
    ("Hạn cuối: ngày 15/8/2022", [("date", "2022-08-15", "Hạn cuối: ngày 15/8/2022")]),
    ("gửi trước thứ Sáu, ngày 12/8/2022", [("date", "2022-08-12", "trước thứ Sáu, ngày 12/8/2022")]),
    ("gia hạn việc báo cáo đến ngày 15/9/2022", [("date", "2022-09-15", "đến ngày 15/9/2022")]),
    ("Đến ngày 31/12/2022, hoàn thành 100% hồ sơ", [("date", "2022-12-31", "Đến ngày 31/12/2022")]),
    ("hạn cuối nộp bài là 17h00 ngày 30/10/2022", [("date", "2022-10-30", "17h00 ngày 30/10/2022")]),
    ("gửi trước 10h00 hôm nay (01/8/2022)", [("date", "2022-08-01", "trước 10h00 hôm nay (01/8/2022)")]),
    (
        "nhận hồ sơ từ ngày 10/9/2022 đến 17 giờ 00 ngày 20/9/2022",
        [("date", "2022-09-20", "đến 17 giờ 00 ngày 20/9/2022")],
    ),
    # a year left out
    ("hoàn thành trước ngày 20/9.", [("date", "2022-09-20", "trước ngày 20/9")]),
    ("hoàn thành trước ngày 15 tháng 01.", [("date", "2023-01-15", "trước ngày 15 tháng 01")]),
    # a clock keeps the day
    ("gửi trước 9 giờ ngày 03 tháng 8", [("date", "2022-08-03", "trước 9 giờ ngày 03 tháng 8")]),
    # -- a period
    ("nâng cấp hệ thống, xong trong tháng 9/2022.", [("period", "2022-09-30", "trong tháng 9/2022")]),
    ("trình phê duyệt trong tháng 10.", [("period", "2022-10-31", "trong tháng 10")]),
    ("trình phê duyệt trong tháng 02.", [("period", "2023-02-28", "trong tháng 02")]),
    ("trình trong quý III/2022;", [("period", "2022-09-30", "trong quý III/2022")]),
    ("gửi trong tuần này.", [("period", "2022-08-07", "trong tuần này")]),
    ("gửi trong tuần tới.", [("period", "2022-08-14", "trong tuần tới")]),
    ("gửi trong tuần 2 tháng 9/2022.", [("period", None, "trong tuần 2 tháng 9/2022")]),
    ("gửi trong tháng này.", [("period", "2022-08-31", "trong tháng này")]),
    ("gửi trong quý sau.", [("period", "2022-12-31", "trong quý sau")]),
    ("gửi trong quý I năm 2023.", [("period", "2023-03-31", "trong quý I năm 2023")]),
    ("trình trong quí II và III năm 2023", [("period", "2023-09-30", "trong quí II và III năm 2023")]),
    ("bảo đảm đủ thuốc trong năm 2022.", [("period", "2022-12-31", "trong năm 2022")]),
    (
        "bàn giao mặt bằng trong 6 tháng đầu năm 2023.",
        [("period", "2023-06-30", "trong 6 tháng đầu năm 2023")],
    ),
    ("giải ngân ngay trong năm 2022", [("period", "2022-12-31", "ngay trong năm 2022")]),
    ("duy trì đến hết năm 2025", [("period", "2025-12-31", "đến hết năm 2025")]),
    ("hoàn thành quý IV/2022.", [("period", "2022-12-31", "quý IV/2022")]),
    ("xong trước tháng 12/2022.", [("period", "2022-11-30", "trước tháng 12/2022")]),
    ("Đến năm 2025, hoàn thành chương trình.", [("period", "2025-12-31", "Đến năm 2025")]),
    ("trình Hội đồng vào cuối tháng 11/2022", [("period", "2022-11-30", "vào cuối tháng 11/2022")]),
    ("triển khai trong đầu tháng 9/2022", [("period", None, "trong đầu tháng 9/2022")]),
    ("Quý I/2023: hoàn thành thủ tục", [("period", "2023-03-31", "Quý I/2023")]),
    ("xử lý dứt điểm trong năm 2022 - 2023", [("period", "2023-12-31", "trong năm 2022 - 2023")]),
    ("từ nay đến cuối năm, tập trung giải ngân", [("period", "2022-12-31", "đến cuối năm")]),
    # -- recurring
    (
        "báo cáo quý trước ngày 25 của tháng cuối quý; báo cáo năm trước ngày 15/12.",
        [
            ("recurring", None, "trước ngày 25 của tháng cuối quý"),
            ("recurring", None, "trước ngày 15/12"),
        ],
    ),
    ("hàng tuần (trước thứ Sáu)", [("recurring", None, "hàng tuần (trước thứ Sáu)")]),
    ("nộp trước ngày 15/02 của năm sau", [("recurring", None, "trước ngày 15/02 của năm sau")]),
    (
        "định kỳ hằng tháng, trước ngày 25, tổng hợp báo cáo.",
        [("recurring", None, "định kỳ hằng tháng, trước ngày 25")],
    ),
    ("báo cáo trước ngày 25 hằng tháng.", [("recurring", None, "trước ngày 25 hằng tháng")]),
    ("báo cáo trước ngày 10/6 hằng năm", [("recurring", None, "trước ngày 10/6 hằng năm")]),
    ("gửi trước 15 giờ thứ Năm hằng tuần", [("recurring", None, "trước 15 giờ thứ Năm hằng tuần")]),
    (
        "Định kỳ trước ngày 20 của tháng cuối quý, gửi báo cáo.",
        [("recurring", None, "Định kỳ trước ngày 20 của tháng cuối quý")],
    ),
    (
        "báo cáo định kỳ 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 05/12.",
        [
            ("recurring", None, "định kỳ 6 tháng"),
            ("recurring", None, "trước ngày 10/6"),
            ("recurring", None, "trước ngày 05/12"),
        ],
    ),
    ("đôn đốc và định kỳ sáu tháng báo cáo", [("recurring", None, "định kỳ sáu tháng")]),
    ("báo cáo Giám đốc định kỳ 6 tháng/lần", [("recurring", None, "định kỳ 6 tháng/lần")]),
    ("Hằng năm, bố trí kinh phí.", [("recurring", None, "Hằng năm")]),
    ("theo dõi việc thực hiện, định kỳ sơ kết, tổng kết", [("recurring", None, "định kỳ")]),
    ("họp giao ban hằng tháng.", [("recurring", None, "hằng tháng")]),
    # -- relative
    (
        "Trong vòng 05 ngày làm việc kể từ ngày nhận được Công văn này, các xã niêm yết.",
        [("relative", None, "Trong vòng 05 ngày làm việc kể từ ngày nhận được Công văn này")],
    ),
    (
        "Sau 15 ngày kể từ khi Nghị quyết được thông qua, Sở trình phương án.",
        [("relative", None, "Sau 15 ngày kể từ khi Nghị quyết được thông qua")],
    ),
    ("thông báo ít nhất 10 ngày.", [("relative", None, "ít nhất 10 ngày")]),
    (
        "báo tin chậm nhất 12 giờ sau khi sự cố xảy ra.",
        [("relative", None, "chậm nhất 12 giờ sau khi sự cố xảy ra")],
    ),
    ("trả lời trong 03 (ba) ngày làm việc.", [("relative", None, "trong 03 (ba) ngày làm việc")]),
    # -- an event
    (
        "Ngay sau khi Bộ Nội vụ công bố kết quả, Sở tham mưu.",
        [("event", None, "Ngay sau khi Bộ Nội vụ công bố kết quả")],
    ),
    ("Trước khi tổ chức kiểm định, đơn vị trình đề cương.", [("event", None, "Trước khi tổ chức kiểm định")]),
    (
        "lập dự toán điều chỉnh trước khi đưa vào kế hoạch vốn",
        [("event", None, "trước khi đưa vào kế hoạch vốn")],
    ),
    ("hoàn thành trước mùa mưa bão năm nay", [("event", None, "trước mùa mưa bão năm nay")]),
    # -- standing, immediate
    ("thực hiện thường xuyên.", [("standing", None, "thường xuyên")]),
    ("khẩn trương xây dựng kế hoạch.", [("immediate", None, "khẩn trương")]),
    ("báo cáo ngay Ủy ban nhân dân tỉnh", [("immediate", None, "ngay")]),
    (
        "khẩn trương lập hồ sơ, hoàn thành trước ngày 30/9/2022.",
        [("immediate", None, "khẩn trương"), ("date", "2022-09-30", "trước ngày 30/9/2022")],
    ),
    # -- labelled lines
    ("Thời hạn hoàn thành: 30/6/2023.", [("date", "2023-06-30", "30/6/2023")]),
    ("Thời gian thực hiện: Quý III/2023.", [("period", "2023-09-30", "Quý III/2023")]),
    # -- none
    ("ban hành Kế hoạch cải cách hành chính năm 2023.", []),
    ("chương trình giai đoạn 2021-2025, tầm nhìn đến năm 2030", []),
    ("áp dụng từ ngày 01/9/2022.", []),
    ("Quyết định này có hiệu lực từ ngày 01/9/2022.", []),
    ("có hiệu lực thi hành sau 10 ngày kể từ ngày ký", []),
    ("số liệu tính đến ngày 30/9/2022", []),
    ("hội nghị tổ chức ngày 15/8/2022", []),
    ("Ngày 29/9/2022, Bộ trưởng ban hành văn bản", []),
    ("Quyết định số 12/QĐ-UBND ngày 05/9/2022 của tỉnh", []),
    ("kịp thời báo cáo, sớm hoàn thành", []),
    ("chịu trách nhiệm trước Chủ tịch Ủy ban nhân dân tỉnh", []),
    ("triển khai từ năm học 2022-2023", []),
    ("giấy phép có giá trị đến hết ngày 31/12/2022", []),
    ("xây dựng kế hoạch hằng năm của ngành", []),
    ("chế độ báo cáo định kỳ, đột xuất", []),
    ("kinh phí chi thường xuyên", []),
    ("kế hoạch thanh tra trong năm 2022 và các năm tiếp theo", []),
    ("tạm dừng cho đến khi có chỉ đạo", []),
    ("trong 05 năm qua; trước mắt; 24/24 giờ trong ngày", []),
    ("các dự án hoàn thành trước ngày 01/7/2014", []),
    ("nghỉ lễ (tức ngày 30/12 năm Kỷ Sửu)", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_limits(text, expected):
    assert limits(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Quý IV/2022", "period", "2022-12-31"),
        ("Tháng 9/2026", "period", "2026-09-30"),
        ("30/6/2023", "date", "2023-06-30"),
        ("Trước ngày 30/6/2023", "date", "2023-06-30"),
        ("Thường xuyên", "standing", None),
        ("Thường xuyên, liên tục", "standing", None),
        ("Hằng ngày", "standing", None),
        ("Năm 2026", "period", "2026-12-31"),
        ("2026", "period", "2026-12-31"),
        ("Trong tháng 10", "period", "2022-10-31"),
        ("15 ngày", "relative", None),
        ("05 ngày làm việc", "relative", None),
        ("Hằng năm", "recurring", None),
        ("Hàng quý", "recurring", None),
        ("Định kỳ", "recurring", None),
        ("Tháng 4 - tháng 5/2023", "period", "2023-05-31"),
        ("Tháng 4 - 5/2023", "period", "2023-05-31"),
        ("Từ tháng 3 đến tháng 6/2023", "period", "2023-06-30"),
        ("Từ ngày 01/9 đến ngày 15/9/2022", "date", "2022-09-15"),
        ("Quý II, III/2023", "period", "2023-09-30"),
        ("6 tháng đầu năm 2023", "period", "2023-06-30"),
        ("Cả năm 2023", "period", "2023-12-31"),
        ("Sau khi có hướng dẫn của Bộ", "event", None),
        ("Tháng 11 hằng năm", "recurring", None),
        ("15/12 hằng năm", "recurring", None),
        ("8h00 ngày 15/8/2022", "date", "2022-08-15"),
    ],
)
def test_table_cell(text, kind, day):
    found = parse_deadline_cell(text, DAY)
    assert found is not None
    assert (found.kind, found.date.isoformat() if found.date else None) == (kind, day)


@pytest.mark.parametrize(
    "text", ["", "-", "Theo kế hoạch", "Giai đoạn 2021-2025", "Sở Tài chính", "Phụ lục 2"]
)
def test_table_cell_without_a_limit(text):
    assert parse_deadline_cell(text, DAY) is None


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("trước ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25"),
        ("hằng quý, trước ngày 05", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
        ("trước ngày 10/6 hằng năm", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10"),
        ("trước ngày 15/3 và ngày 15/9 hằng năm", "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=15"),
        ("trước ngày 15/3 và ngày 20/9 hằng năm", None),
        ("trước ngày 20 của tháng cuối quý", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
        ("trước 15 giờ thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=TH"),
        ("định kỳ 6 tháng", "FREQ=MONTHLY;INTERVAL=6"),
        ("họp 6 tháng 1 lần", "FREQ=MONTHLY;INTERVAL=6"),
        ("trước ngày mùng 5 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3"),
        ("Hằng năm, bố trí kinh phí", "FREQ=YEARLY"),
        ("mỗi tuần một lần", "FREQ=WEEKLY"),
        ("đôn đốc, định kỳ sơ kết", None),
    ],
)
def test_recurrence(text, rule):
    found = [limit for limit in find_in(key(text), 0, DAY) if limit.kind == "recurring"]
    assert [limit.recurrence for limit in found] == [rule]


@pytest.mark.parametrize(
    ("text", "boundary"),
    [
        ("trước ngày 15/9/2022", "before"),
        ("chậm nhất ngày 15/9/2022", "on_or_before"),
        ("đến hết ngày 15/9/2022", "on_or_before"),
        ("trong tháng 9/2022", "on_or_before"),
        ("thực hiện thường xuyên", None),
    ],
)
def test_boundary(text, boundary):
    assert [limit.boundary for limit in find_in(key(text), 0, DAY)] == [boundary]


def test_without_a_document_date_no_year_is_guessed():
    assert limits("trước ngày 20/9; trong tháng 10; trước ngày 05/8/2022", None) == [
        ("date", None, "trước ngày 20/9"),
        ("period", None, "trong tháng 10"),
        ("date", "2022-08-05", "trước ngày 05/8/2022"),
    ]


def test_dates_of_citations_are_no_limits():
    text = key("hoàn thành trước ngày 15/9/2022")
    (limit,) = find_in(text, 100, DAY)
    assert (limit.start, limit.end) == (111, 131)
    assert find_in(text, 100, DAY, cited=[(100, 131)]) == []


@given(st.text(alphabet="trướchạng nàyđộấqúýIV0123456789/-. ,;:()năm", max_size=80))
def test_any_text_gives_limits_that_stand_in_it(text):
    folded = key(text)
    end = 0
    for limit in find_in(folded, 0, DAY):
        assert end <= limit.start < limit.end <= len(folded)
        end = limit.end
    parse_deadline_cell(text, DAY)
