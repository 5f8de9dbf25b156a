"""The spaCy pipeline of rules for Vietnamese official dispatches. `spacy.load("vi_dispatch_rules")` calls `load`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_path

import dispatch_parser.pipeline  # noqa: F401 - registers the components that config.cfg names

__version__ = "0.1.0"


def load(**overrides: Any) -> Language:  # noqa: ANN401 - spaCy's own keyword arguments
    """The pipeline as config.cfg describes it."""
    return load_model_from_path(Path(__file__).parent, **overrides)
