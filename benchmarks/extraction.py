"""What extraction costs after reading: per component, and how it grows with the text.

    python benchmarks/extraction.py [FILE OR DIRECTORY ...]

Without arguments: the documents in `samples/`. CPU time of one process (`time.process_time`), the best of
`REPEATS` runs a document, so that a busy machine weighs little; as in timeit the garbage collector is off meanwhile.
The growth table takes each adversarial text once and ten times over: linear work takes at most about ten times as
long.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from dispatch_parser.cli.profile import timed
from dispatch_parser.document import Document
from dispatch_parser.pipeline import Parser
from dispatch_parser.readers.registry import read
from dispatch_parser.readers.text import read_text

REPEATS = 5
SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KINDS = (".pdf", ".docx", ".txt", ".html")

# Texts that strain one part each. Every line is invented.
ADVERSARIAL = {
    "orders": "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát, báo cáo trước ngày 15/9/2026.\n",
    "one long sentence": "Sở Nội vụ, Sở Tài chính, Sở Y tế và các đơn vị liên quan rà soát, ",
    "numbers": "1234/QĐ-UBND 5678/UBND-NC 01/2026/NĐ-CP\n",
    "dates": "trước ngày 15/9/2026, trong tháng 10/2026, chậm nhất ngày 20 hằng tháng\n",
    "names": "Ủy ban nhân dân tỉnh Hòa Bình Sở Nội vụ Ban Quản lý dự án Trường THPT Hoa Mai\n",
    "brackets": "(“((“(( Giao Sở Nội vụ (",
    "colons": "Sở: Ban: Ngành: Phòng:\n",
    "prose": "Thời gian qua công tác này đã có nhiều chuyển biến, góp phần giữ vững ổn định ở cơ sở.\n",
    "letters": "a" * 60,
    "blank lines": "\n \n",
    "capitals": "BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN\n",
    "pointing back": "1. Sở Nội vụ, Sở Y tế rà soát.\n2. Các cơ quan nêu trên báo cáo.\n",
    "at a part": "1. Sở Nội vụ rà soát.\n2. Đơn vị được giao tại mục 1 báo cáo.\n",
    "leads": "1. Sở Nội vụ rà soát. Các cơ quan chủ trì báo cáo.\n",
    "short forms": "Công ty TNHH Hoa Mai nộp hồ sơ. Công ty báo cáo Sở Nội vụ.\n",
    "dashes": "- a) + 1. 1.1. I. Điều 1. ",
}
HEAD = "SỞ NỘI VỤ\nSố: 12/SNV-VP\nBắc Lý, ngày 01 tháng 8 năm 2026\nV/v rà soát\n\nKính gửi: Các sở.\n\n"
CHARACTERS = 4_000  # of the shorter text; the longer has ten times as many


def _files(names: list[str]) -> Iterator[Path]:
    for root in [Path(name) for name in names] or [SAMPLES]:
        found = sorted(root.iterdir()) if root.is_dir() else [root]
        yield from (path for path in found if path.suffix.lower() in KINDS)


def _times(parser: Parser, document: Document, repeats: int = REPEATS) -> dict[str, float]:
    """The least CPU milliseconds of every component, and of the tokenizer before them, over the repeats."""
    gc.collect()
    gc.disable()
    runs = [timed(parser, document)[1] for _ in range(repeats)]
    gc.enable()
    return {name: min(run[name] for run in runs) for name in runs[0]}


def _per_component(parser: Parser, paths: list[Path]) -> None:
    rows = []
    for path in paths:
        document = read(str(path))
        rows.append((path.name, len(document.text), _times(parser, document)))
    names = list(rows[0][2])
    print(f"{len(rows)} documents, median {median(r[1] for r in rows):.0f} characters; CPU ms, best of {REPEATS}")
    print(f"{'component':24} {'median':>8} {'mean':>8} {'max':>8}  slowest")
    for name in [*names, "extraction", "all"]:
        def cost(times: dict[str, float], name: str = name) -> float:
            if name == "all":
                return sum(times.values())
            if name == "extraction":  # after reading and segmentation
                return sum(t for n, t in times.items() if n not in ("tokenizer", "layout"))
            return times[name]

        values = [cost(r[2]) for r in rows]
        slowest = max(rows, key=lambda r: cost(r[2]))
        print(f"{name:24} {median(values):8.2f} {sum(values) / len(values):8.2f} {max(values):8.2f}  {slowest[0]}")


def _growth(parser: Parser) -> None:
    print(f"\nTen times the text ({CHARACTERS} and {10 * CHARACTERS} characters): CPU ms and the ratio")
    print(f"{'text':20} {'once':>9} {'ten times':>10} {'ratio':>7}  worst component")
    for name, words in ADVERSARIAL.items():
        once, ten = (
            _times(parser, read_text(HEAD + (words * (size // len(words) + 1))[:size]), repeats=3)
            for size in (CHARACTERS, 10 * CHARACTERS)
        )
        worst = max(ten, key=lambda n: ten[n] / max(once[n], 0.5))
        ratio = sum(ten.values()) / sum(once.values())
        print(
            f"{name:20} {sum(once.values()):9.1f} {sum(ten.values()):10.1f} {ratio:7.1f}"
            f"  {worst} {once[worst]:.1f} -> {ten[worst]:.1f}"
        )


def main() -> None:
    """Print both tables."""
    parser = Parser()
    _per_component(parser, list(_files(sys.argv[1:])))
    _growth(parser)


if __name__ == "__main__":
    main()
