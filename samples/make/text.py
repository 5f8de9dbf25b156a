"""Lays a dispatch out as plain text: two columns by spaces, hard-wrapped lines, as old systems send it."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from pathlib import Path

from samples.make.model import Dispatch, P, Press, Sample

WIDTH = 86
LEFT, RIGHT = 38, WIDTH - 38


def write(sample: Sample, path: Path) -> None:
    """Write the sample as UTF-8 text."""
    content = sample.content
    lines = _press(content) if isinstance(content, Press) else _dispatch(content)
    path.write_text("\n".join(line.rstrip() for line in lines) + "\n", encoding="utf-8")


def _dispatch(d: Dispatch) -> list[str]:
    left = [*d.parent, *d.issuer, "-" * 7]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "-" * 27]
    lines = _beside(left, right)
    before, after = d.number_line
    number = f"{before}{d.number or '      '}{after}"
    subject = textwrap.wrap(d.subject, LEFT - 4)
    lines += ["", *_beside([number, *subject], [f"{d.place}, ngày {d.day or '    '} {d.month}"]), ""]
    for text in (d.title, *d.title_subject):
        if text:
            lines.append(text.center(WIDTH))
    lines += _addressees(d)
    for block in d.body:
        assert isinstance(block, P)
        lines += [*textwrap.wrap(block.text, WIDTH, initial_indent="    "), ""]
    recipients = ["Nơi nhận:".ljust(LEFT), *(text.ljust(LEFT) for text in d.recipients)]
    signature = [*d.foot, "", "(Đã ký)", "", d.signer]
    pairs = zip_longest(recipients, signature, fillvalue="")
    return lines + [left.ljust(LEFT) + right.center(RIGHT) for left, right in pairs]


def _beside(left: list[str], right: list[str]) -> list[str]:
    pairs = zip_longest(left, right, fillvalue="")
    return [a.center(LEFT) + b.center(RIGHT) for a, b in pairs]


def _addressees(d: Dispatch) -> list[str]:
    if not d.addressees:
        return [""]
    if len(d.addressees) == 1:
        return [f"{d.call} {d.addressees[0]}".center(WIDTH), ""]
    indent = " " * 26
    entries = [
        line
        for text in d.addressees
        for line in textwrap.wrap(f"- {text}", WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
    ]
    return ["            " + d.call, *entries, ""]


def _press(item: Press) -> list[str]:
    """The item as it comes off a web page by select-all and paste."""
    lines = [item.section, "", item.title, "", item.published, item.lead, ""]
    for paragraph in item.body:
        lines += [paragraph, ""]
    return [*lines, item.author]
