"""What holds for every text, dispatch or not: a record, evidence inside the text, JSON there and back."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import spacy
from evidences import evidences
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dispatch_parser import DispatchRecord, Parser
from dispatch_parser.errors import ModelError
from dispatch_parser.text.folding import key

SAMPLES = Path(__file__).parents[1] / "samples"

# Pieces of dispatches, to be thrown together in any order, and what Unicode has to throw in between.
PIECES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "UBND TỈNH SÔNG LAM", "SỞ NỘI VỤ",
    "Số: 12/UBND-VX", "Số:      /QĐ-UBND", "Sông Lam, ngày 05 tháng 8 năm 2024", "ngày     tháng    năm 2024",
    "V/v rà soát kinh phí", "QUYẾT ĐỊNH", "Kính gửi:", "- Các Sở: Tài chính, Nội vụ;", "Điều 1.", "1.", "a)",
    "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính", "báo cáo UBND tỉnh trước ngày 31/02/2024",
    "trong quý III/2024", "-",
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 30/02/2024", "Nơi nhận:", "- Như trên;", "Lưu: VT, NV (3b).",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu", "Phụ lục", "(Kèm theo",
    "\n", "\n\n", "\t", " " * 20, "\u00a0", "\u200b", "\u00ad", "\u0301", "\ufeff", "\r\n",
    "\x0c", "\x00", "\u2028",
)  # fmt: skip
dispatch_like = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=24).map(" ".join)


@cache
def parser() -> Parser:
    return Parser()


def values(record: DispatchRecord) -> Any:
    """A record without places in the text, tone placement folded: what must not depend on the spelling."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: strip(part) for name, part in value.items() if name not in ("evidence", "sha256")}
        if isinstance(value, list):
            return [strip(part) for part in value]
        return key(value) if isinstance(value, str) else value

    return strip(record.model_dump(mode="json"))


@given(st.one_of(st.text(max_size=300), dispatch_like))
@example("")
@example("\ud800")
@example("Số: \udfff/UBND-VX\nKính gửi: Sở Y tế\n")
@example("(" * 3000)
@example("1. " * 2000)
@example("~" * 3000)
@example("9" * 5000)
@example("Số: " + "9" * 400 + "/UBND")
@example("ngày " + "1/" * 1000)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_every_text_gives_a_record_whose_evidence_lies_in_it(text):
    record = parser().parse_text(text)
    for evidence in evidences(record.model_dump(mode="json")):
        for span in evidence["spans"]:
            assert 0 <= span["start"] < span["end"] <= len(text)
            assert text[span["start"] : span["end"]].strip()
            assert "\n" not in text[span["start"] : span["end"]]


@given(dispatch_like)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_json_there_and_back(text):
    record = parser().parse_text(text)
    assert DispatchRecord.model_validate_json(record.model_dump_json()) == record
    assert DispatchRecord.model_validate(json.loads(record.model_dump_json())) == record


# -- one dispatch, many spellings --------------------------------------------------------------------------

def our_texts() -> list[Any]:
    """Dispatches of our own as text."""
    texts = [pytest.param(p.read_text(encoding="utf-8"), id=p.name) for p in sorted(SAMPLES.glob("*.txt"))]
    return [*texts, pytest.param(LETTER, id="letter")]


LETTER = """\
UBND TỈNH SÔNG LAM                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ NỘI VỤ                                 Độc lập - Tự do - Hạnh phúc

Số: 1204/SNV-CCHC                     Sông Lam, ngày 05 tháng 8 năm 2024
V/v rà soát thủy lợi, hóa đơn

Kính gửi:
- Các Sở: Tài chính, Y tế, Văn hóa và Thể thao;
- Ủy ban nhân dân các huyện, thành phố.

Thực hiện Kế hoạch số 15/KH-UBND ngày 02/7/2024 của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị:
1. Sở Tài chính chủ trì, phối hợp với Sở Y tế rà soát kinh phí khoa học, báo cáo Ủy ban nhân dân tỉnh trước \
ngày 20/8/2024.
2. Ủy ban nhân dân các huyện, thành phố hoàn thành việc số hóa hồ sơ trong quý III/2024.

Nơi nhận:                                        KT. GIÁM ĐỐC
- Như trên;                                     PHÓ GIÁM ĐỐC
- Lưu: VT, CCHC.

                                              Nguyễn Thị Hòa Mẫu
"""


def old_style(text: str) -> str:
    """Open syllables in `oa`, `oe`, `uy` with the tone mark on the second vowel: hòa -> hoà, thủy -> thuỷ."""
    decomposed = unicodedata.normalize("NFD", text)
    result, i = [], 0
    while i < len(decomposed):
        pair = decomposed[i : i + 3]
        nxt = decomposed[i + 3 : i + 4]
        moves = (
            len(pair) == 3
            and pair[1] in "\u0300\u0301\u0303\u0309\u0323"
            and (pair[0] + pair[2]).lower() in ("oa", "oe", "uy")
            and not (nxt and (nxt.isalpha() or unicodedata.combining(nxt)))
            and decomposed[i - 1 : i].lower() != "q"
        )
        result.append(pair[0] + pair[2] + pair[1] if moves else decomposed[i])
        i += 3 if moves else 1
    return unicodedata.normalize("NFC", "".join(result))


def test_old_style_moves_tones():
    assert old_style("Hòa thủy HÓA quý hoàn") == "Hoà thuỷ HOÁ quý hoàn"


@pytest.mark.parametrize("text", our_texts())
@pytest.mark.parametrize(
    "spelling", [lambda t: unicodedata.normalize("NFD", t), old_style], ids=["decomposed", "old_style"]
)
def test_spelling_does_not_change_the_record(text, spelling):
    respelled = spelling(text)
    assert respelled != text
    assert values(parser().parse_text(respelled)) == values(parser().parse_text(text))


def test_a_text_longer_than_spacys_default_bound():
    text = "Sở Y tế báo cáo.\n" * 62_000
    assert len(parser().nlp.make_doc(text).text) == len(text) > 1_000_000


def test_text_is_not_bytes():
    with pytest.raises(TypeError, match="use parse"):
        parser().parse_text(b"Giao S")  # type: ignore[arg-type]


def test_a_pipeline_without_layout_says_what_it_lacks():
    nlp = spacy.load("vi_dispatch_rules", disable=["layout"])
    with pytest.raises(ModelError, match="dispatch_layout"):
        nlp("Giao Sở Y tế báo cáo trước ngày 20/8/2024.")
