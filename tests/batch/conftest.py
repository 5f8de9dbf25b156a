"""What the tests of the batch share."""

import pytest


@pytest.fixture
def folder(tmp_path):
    """Makes files below `in`: `{name: content}`, or names alone."""

    def make(*names, **contents):
        wanted = {name: name.encode() for name in names} | contents
        for name, content in wanted.items():
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return str(tmp_path / "in")

    return make
