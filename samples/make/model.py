"""What a sample is: the words of a dispatch as plain data, their look, and the record that is true of them.

Text may hold `<b>…</b>`, `<i>…</i>`, `<u>…</u>` and, for a draft in Word, `<ins>…</ins>` and `<del>…</del>`
(tracked changes). U+2011 becomes Word's own no-break hyphen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Style = Literal["body", "heading", "ground", "dash", "centre", "title", "note", "bullet"]


@dataclass(frozen=True)
class P:
    """A paragraph. `bullet`: Word's automatic dash, which is not part of the text; `dash`: a typed one."""

    text: str
    style: Style = "body"


@dataclass(frozen=True)
class Grid:
    """A ruled table.

    A row is a tuple of cells; `"^"` continues the cell above. A row of two cells is a section row: its
    number and a title over all other columns. `widths` are relative.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    size: float = 12


@dataclass(frozen=True)
class Annex:
    """An annex on its own page: number, title, the bracket that ties it to the dispatch, and content."""

    number: str
    title: str
    bracket: str
    body: tuple[P | Grid, ...]
    landscape: bool = False


@dataclass(frozen=True)
class Look:
    """How the same words are laid out.

    `letterhead`: a table without lines, as most Word users do, or lines with tabs. `overlay`: number and day
    are stamped over the finished page. `caption`: lines of a digital-signature caption at the top right.
    `arrival`: lines of an arrival stamp. `seal`: a drawn seal and signature (no words in it). `party`: the
    Party's form. `draft`: the note of a draft.
    """

    letterhead: Literal["table", "tabs"] = "table"
    size: float = 14
    overlay: bool = False
    caption: tuple[str, ...] = ()
    arrival: tuple[str, ...] = ()
    seal: bool = False
    party: bool = False
    draft: str = ""


@dataclass(frozen=True)
class Dispatch:
    """The words of one dispatch, cell by cell (Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's guidance).

    `number` and `day` are None where they are left blank for hand or stamp. `issuer` and `parent` are the
    printed lines. `subject` stands under the number (công văn), `title` and `title_subject` in the middle
    (all others). `foot` are the lines over the signature: competence and position.
    """

    issuer: tuple[str, ...]
    number: str | None
    notation: str
    place: str
    day: str | None
    month: str
    foot: tuple[str, ...]
    signer: str
    recipients: tuple[str, ...]
    body: tuple[P | Grid, ...]
    parent: tuple[str, ...] = ()
    subject: str = ""
    title: str = ""
    title_subject: tuple[str, ...] = ()
    authority: str = ""
    call: str = "Kính gửi:"
    addressees: tuple[str, ...] = ()
    priority: str = ""
    secrecy: str = ""
    annexes: tuple[Annex, ...] = ()

    @property
    def number_line(self) -> tuple[str, str]:
        """The words before and after the number itself."""
        return "Số: ", f"/{self.notation}"


@dataclass(frozen=True)
class Press:
    """A page that reports a dispatch: what the portal prints around it, and the paragraphs of the item."""

    site: str
    section: str
    title: str
    published: str
    lead: str
    body: tuple[str, ...]
    author: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sample:
    """A file of `samples/`, its content and look, and the values that a reader of it would write down.

    `shows` says in one sentence what the sample is for; the table in `samples/README.md` is made of these.
    """

    file: str
    shows: str
    content: Dispatch | Press
    expected: dict[str, Any]
    look: Look = field(default_factory=Look)

    @property
    def name(self) -> str:
        """The file's name without its extension."""
        return self.file.rsplit(".", 1)[0]
