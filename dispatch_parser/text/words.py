"""underthesea's word segmentation, with exact offsets into the untouched text.

`word_tokenize` gives words without offsets and rewrites the text (NFC, tone style). The two stages inside it, the
token regex and the CRF, are called here instead, so that every word is a slice of the input. They are names inside
underthesea's module, hence the pinned version and the contract test. Importing underthesea configures the root
logger and its first call races between threads: both are contained here.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from typing import Any

_lock = threading.Lock()
_engine: tuple[Any, Any] | None = None


def _load() -> tuple[Any, Any]:
    """The token regex and the loaded CRF of underthesea, loaded once under a lock."""
    global _engine
    with _lock:
        if _engine is None:
            with _logging_kept():
                module = import_module("underthesea.pipeline.word_tokenize")
                patterns = import_module("underthesea.pipeline.word_tokenize.regex_tokenize").patterns
                module.word_tokenize("khởi động")
            _engine = (patterns, module)
    return _engine


@contextmanager
def _logging_kept() -> Iterator[None]:
    """The root logger as it was: importing underthesea configures it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        yield
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[tuple[int, int], ...]:
    """The words of one sentence as `(start, end)` offsets into it; together they cover every non-space character.

    Newlines count as spaces: pass a sentence, not a document. Safe to call from threads.
    """
    patterns, module = _load()
    spans = [match.span() for match in patterns.finditer(text)]
    if not spans:
        return ()
    model = module.word_tokenize_model
    tags = model.predict([[text[start:end]] for start, end in spans])
    result: list[tuple[int, int]] = []
    for (start, end), tag in zip(spans, tags, strict=True):
        if tag == "I-W" and result:
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


@lru_cache(maxsize=1)
def dictionaries() -> tuple[tuple[str, ...], ...]:
    """The words of underthesea's four dictionaries, the smallest, of the most usual words, first.

    They are files of the installed package: nothing is downloaded.
    """
    with _lock, _logging_kept():
        corpus = import_module("underthesea.corpus")
    return tuple(tuple(getattr(corpus, f"viet_dict_{size}").words) for size in ("11K", "22K", "39K", "74K"))
