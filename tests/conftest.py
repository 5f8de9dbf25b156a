"""Options of the whole test suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--regenerate-golden",
        action="store_true",
        help="rewrite samples/golden from what the parser gives now (the run itself is then red)",
    )


@pytest.fixture
def regenerate_golden(request: pytest.FixtureRequest) -> bool:
    """Whether this run rewrites the golden records instead of comparing with them."""
    return bool(request.config.getoption("--regenerate-golden"))
