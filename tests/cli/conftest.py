"""What the tests of the command line share."""

import pytest
from handmade import FakeParser, make_record


@pytest.fixture
def record():
    return make_record()


@pytest.fixture
def fake_parser(monkeypatch):
    monkeypatch.setattr("dispatch_parser.pipeline.Parser", FakeParser)
