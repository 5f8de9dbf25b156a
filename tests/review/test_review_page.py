"""The review page: every value tied to where it stands, and nothing that a document can break."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from small_dispatch import build

from dispatch_parser.document import Cell, Document, Line, Page, SourceInfo, Table
from dispatch_parser.record import Addressee, DispatchRecord, Number, Source, Warning
from dispatch_parser.review.html import render
from dispatch_parser.review.markup import element, escape
from dispatch_parser.review.pictures import MAX_PICTURES, chosen

KNOWN = {
    *("html", "head", "meta", "title", "style", "body", "main", "aside", "script", "footer", "header"),
    *("fieldset", "legend", "label", "input", "span", "figure", "figcaption", "div", "p", "img", "a", "br"),
    *("h1", "h2", "section", "ul", "ol", "li", "dl", "dt", "dd"),
}
VOID = {"img", "br", "hr", "meta", "input"}


class Dom(HTMLParser):
    """The elements of a page in order, as `(name, attributes)`, and their words; fails on bad nesting."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[int, str] = {}
        self._open: list[int] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag):
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data):
        for index in self._open:
            self.words[index] = self.words.get(index, "") + data

    def all(self, name=None, **wanted):
        for index, (tag, attributes) in enumerate(self.elements):
            asked = all(attributes.get(key.replace("_", "-")) == value for key, value in wanted.items())
            if name in (None, tag) and asked:
                yield attributes, self.words.get(index, "")

    def with_class(self, name):
        return [
            (a, self.words.get(i, ""))
            for i, (_, a) in enumerate(self.elements)
            if name in (a.get("class") or "").split()
        ]


def rows(dom: Dom) -> dict[str, str]:
    """Every label of the record with the words beside it."""
    found, label = {}, ""
    for index, (tag, _) in enumerate(dom.elements):
        if tag == "dt":
            label = dom.words.get(index, "")
        elif tag == "dd":
            found[label] = " ".join(dom.words.get(index, "").split())
    return found


class TestRecord:
    def test_fields_stand_beside_their_labels(self, pdf, images):
        assert rows(Dom(render(pdf.record(), pdf.document, images))) == {
            "Loại văn bản": "CVcó thể là CĐ",
            "Cơ quan ban hành": "ỦY BAN NHÂN DÂN",
            "Số": "1204 nên xem lại",
            "Ký hiệu": "UBND-VX",
            "Ngày ban hành": "05/08/2024",
            "Độ mật": "có nhưng không đọc được CỘNG",
            "Kính gửi": "Sở Y tế",
            "Nơi nhận": "Như trên để b/c",
            "Chủ trì": "Sở Y tế",
            "Phối hợp": "Sở Tài chính",
            "Thời hạn": "trước ngày 20/8/2024 20/08/2024",
            "Sản phẩm": "Báo cáo rà soát",
        }

    def test_english_labels(self, pdf, images):
        page = render(pdf.record(), pdf.document, images, lang="en")
        labels = rows(Dom(page))
        assert labels["Issuer"] == "ỦY BAN NHÂN DÂN"
        assert labels["Date"] == "2024-08-05"
        assert labels["Lead"] == "Sở Y tế"
        assert '<html lang="en">' in page

    def test_absent_fields_are_named_together(self, pdf, images):
        [(_, words)] = Dom(render(pdf.record(), pdf.document, images)).with_class("absent")
        assert words == (
            "Văn bản không có: cơ quan chủ quản, địa danh, trích yếu, độ khẩn, "
            "lưu, thẩm quyền ký, chức vụ, người ký"
        )

    def test_title_names_the_dispatch(self, pdf, images):
        dom = Dom(render(pdf.record(), pdf.document, images))
        assert [words for _, words in dom.all("h1")] == ["1204/UBND-VX"]
        assert [words for _, words in dom.all("title")] == ["1204/UBND-VX · cong-van.pdf"]

    def test_warning_is_shown_in_words(self, pdf, images):
        items = Dom(render(pdf.record(), pdf.document, images)).all("li", title="test.code")
        assert [words for _, words in items] == ["Chưa rõ độ mật."]

    def test_warning_with_a_known_code_is_in_the_language_of_the_page(self, pdf, images):
        from dispatch_parser.messages import WARNINGS

        code = next(code for code, sentences in WARNINGS.items() if "{" not in sentences["en"])
        record = pdf.record().model_copy(update={"warnings": (Warning(code=code, message="…"),)})
        page = render(record, pdf.document, images, lang="en")
        assert str(escape(WARNINGS[code]["en"])) in page

    def test_no_dispatch_says_so(self, plain):
        record = DispatchRecord(source=Source(name="tho.txt", media="text"), source_kind="other")
        page = render(record, plain.document)
        assert "Không nhận ra văn bản hành chính trong tệp này." in page
        assert not Dom(page).with_class("fields")


class TestPlaces:
    def test_box_stands_where_the_words_are(self, pdf, images):
        # "1204" begins with the fifth letter of the third row; 6 points a letter, page of 600 x 800 points.
        start = pdf.document.text.index("1204")
        [(box, _)] = Dom(render(pdf.record(), pdf.document, images)).all(
            "a", id=f"identity-1-{start}-{start + 4}"
        )
        line_x = 60 + 6 * 4
        assert box["style"] == (
            f"left:{100 * (line_x - 1.5) / 600:.3f}%;top:{100 * (90 - 1.5) / 800:.3f}%;"
            f"width:{100 * (24 + 3) / 600:.3f}%;height:{100 * (14 + 3) / 800:.3f}%"
        )

    @pytest.mark.parametrize("layout", ["pdf", "plain"])
    def test_every_value_has_its_place_and_every_place_its_value(self, layout, images, request):
        sample = request.getfixturevalue(layout)
        dom = Dom(render(sample.record(), sample.document, images if layout == "pdf" else ()))
        values = {a["data-mark"]: a for a, _ in dom.with_class("value")}
        places = [a for a, _ in dom.all("a") if a.get("data-marks")]
        pointed = {number for a in places for number in (a["data-marks"] or "").split()}
        assert len(values) == 14
        assert pointed == set(values)
        ids = [a["id"] for _, a in dom.elements if a.get("id")]
        assert len(ids) == len(set(ids)), "an id stands for one element"
        assert {a["href"][1:] for a in [*values.values(), *places]} <= set(ids)

    def test_a_value_over_two_lines_has_two_boxes_and_one_takes_focus(self, pdf, images):
        dom = Dom(render(pdf.record(), pdf.document, images))
        task = [a for a, _ in dom.with_class("g-task") if a.get("data-marks")]
        assert len(task) == 2
        assert [a.get("tabindex") for a in task] == [None, "-1"]

    def test_agency_lies_over_its_task(self, pdf, images):
        dom = Dom(render(pdf.record(), pdf.document, images))
        groups = [a["class"].split("g-")[1] for a, _ in dom.with_class("box")]
        assert groups.index("task") < groups.index("agency") < groups.index("deadline")

    def test_places_named_for_screen_readers(self, pdf, images):
        dom = Dom(render(pdf.record(), pdf.document, images))
        assert all(a.get("aria-label") for a, _ in dom.with_class("box"))


class TestText:
    def test_columns_stand_side_by_side(self, plain):
        dom = Dom(render(plain.record(), plain.document))
        [(_, words)] = dom.with_class("columns")
        assert words.startswith("ỦY BAN NHÂN DÂN" + "Số: 1204/UBND-VX" + "CỘNG HÒA")

    def test_all_words_of_the_document_are_there_once(self, plain):
        dom = Dom(render(plain.record(), plain.document))
        words = "".join(w for a, w in dom.with_class("page"))
        assert sorted(words) == sorted(plain.document.text.replace("\n", ""))

    def test_a_piece_within_two_values_belongs_to_both_and_names_the_upper(self, plain):
        dom = Dom(render(plain.record(), plain.document))
        [(piece, _)] = [(a, w) for a, w in dom.with_class("s") if w == "Sở Tài chính"]
        assert piece["class"] == "s g-task g-agency"
        assert piece["data-own"] in (piece["data-marks"] or "").split()

    def test_table_stays_a_table(self):
        document = Document(
            "TT\nViệc\n1\nRà soát", [Line(0, 2, 1), Line(3, 7, 1), Line(8, 9, 1), Line(10, 17, 1)],
            [Page(1)], SourceInfo("docx"),
            [Table(1, [Cell(0, 0, [0]), Cell(0, 1, [1], 1, 2), Cell(1, 0, [2]), Cell(1, 1, [3])], 2, 3)],
        )  # fmt: skip
        page = render(DispatchRecord(source=Source(media="docx"), source_kind="other"), document)
        assert re.sub(r' class="[a-z ]*"', "", page[page.index("<table>") : page.index("</table>")]) == (
            '<table><tr><td><p>TT</p></td><td colspan="2"><p>Việc</p></td></tr>'
            "<tr><td><p>1</p></td><td><p>Rà soát</p></td></tr>"
        )


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "<!-- ]]> <svg/onload=alert(1)>",
    "${script} $title $$ {number}",
    "javascript:alert(1)",
    "\x00\x01\x9f",
]


class TestHostileDocument:
    @pytest.mark.parametrize("words", HOSTILE)
    @pytest.mark.parametrize("layout", [True, False], ids=["pictures", "text"])
    def test_words_of_a_document_stay_words(self, words, layout, images):
        rows = f"Số: {words} hết"
        sample = build(rows, layout=layout)
        evil = sample.found(rows)
        sample.document.source.name = words
        record = DispatchRecord(
            source=Source(name=words, media="pdf", title=words),
            source_kind="report",
            subject=evil,
            number=Number(value=evil, notation=evil),
            addressees=(Addressee(name=words, evidence=sample.evidence(rows, rule=words)),),
            warnings=(Warning(code=words, message=words),),
        )
        page = render(record, sample.document, images if layout else ())
        page.encode("utf-8")
        dom = Dom(page)
        assert [name for name, _ in dom.elements].count("script") == 1
        assert {name for name, _ in dom.elements} <= KNOWN
        assert not [key for _, attributes in dom.elements for key in attributes if key.startswith("on")]
        shown = re.sub("[\x00\x01\x9f]", "\ufffd", words)
        assert shown in [w for a, w in dom.all("a", **{"class": "value g-people"})]

    @pytest.mark.parametrize("words", HOSTILE)
    def test_markup_helper(self, words):
        page = str(element("p", words, title=words))
        assert re.fullmatch(r'<p title="[^"<>]*">[^<>]*</p>', page)
        page.encode("utf-8")


class TestSelfContained:
    def test_policy_allows_no_request(self, pdf, images):
        dom = Dom(render(pdf.record(), pdf.document, images))
        [(meta, _)] = dom.all("meta", http_equiv="Content-Security-Policy")
        policy = dict(part.strip().split(" ", 1) for part in (meta["content"] or "").split(";"))
        assert policy["default-src"] == "'none'"
        assert policy["img-src"] == "data:"
        assert policy["style-src"] == policy["script-src"] == "'unsafe-inline'"

    def test_nothing_outside_is_named(self, pdf, images):
        page = render(pdf.record(), pdf.document, images)
        assert not re.search(r"https?:|url\(|@import|<link|<iframe|<object|<form", page)
        for _, attributes in Dom(page).elements:
            assert (attributes.get("src") or "data:").startswith("data:")
            assert (attributes.get("href") or "#").startswith("#")


class TestManyPages:
    def test_a_short_document_is_shown_whole(self, pdf):
        assert chosen(pdf.document, pdf.record()) == [1]

    def test_of_a_long_document_only_pages_with_values(self, pdf):
        pdf.document.pages[:] = [Page(n, 600.0, 800.0) for n in range(1, MAX_PICTURES + 2)]
        assert chosen(pdf.document, pdf.record()) == [1]

    def test_pages_left_out_are_counted(self, pdf, images):
        pdf.document.pages.extend(Page(n, 600.0, 800.0) for n in (2, 3))
        assert "Có 2 trang không hiện ở đây" in render(pdf.record(), pdf.document, images)
