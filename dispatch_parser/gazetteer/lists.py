"""Name lists (stand-in until the gazetteer lands)."""

from __future__ import annotations

import re

_SHARED = re.compile(r"^các (?P<heads>[^:]+):\s*(?P<rest>.+)$", re.IGNORECASE)


def parse_name_list(text: str) -> list[str]:
    """Split and complete a list of names."""
    match = _SHARED.match(text)
    if not match:
        return [text]
    head = match["heads"].split(",")[0].strip()
    return [f"{head[:1].upper()}{head[1:]} {part.strip()}" for part in re.split(r"[;,]", match["rest"]) if part.strip()]
