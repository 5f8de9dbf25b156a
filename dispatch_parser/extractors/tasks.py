"""Placeholder while the contracts settle."""

from __future__ import annotations

from dispatch_parser.extractors.findings import Findings
from dispatch_parser.model import ModelData


def find_tasks(findings: Findings, model: ModelData) -> None:
    """Fill `findings.tasks`."""
