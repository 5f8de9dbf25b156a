"""HTML that nobody can forget to escape: plain strings are escaped, only `Html` passes as it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# Not allowed in HTML at all: control characters and halves of surrogate pairs.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_VOID = frozenset({"img", "br", "hr", "meta", "input"})


class Html(str):
    """Markup that is safe to insert as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Text as markup, safe in elements and in quoted attributes; what HTML forbids becomes U+FFFD."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(_FORBIDDEN.sub("\ufffd", text), quote=True))


def join(parts: Iterable[str], separator: str = "") -> Html:
    """The parts one after another, each escaped unless it is Html."""
    return Html(escape(separator).join(escape(part) for part in parts))


def element(name: str, *children: str, **attributes: str | int | bool | None) -> Html:
    """One element. Attributes that are None or False are left out; `class_` is `class`, `data_x` `data-x`."""
    written = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        written.append(key if value is True else f'{key}="{escape(str(value))}"')
    opening = f"<{' '.join(written)}>"
    return Html(opening) if name in _VOID else Html(f"{opening}{join(children)}</{name}>")
