"""Every reader and every extractor on inputs that are almost right: nothing but what the targets allow comes of it.

The targets are those of the fuzzing campaigns; here hypothesis changes their seeds, a few hundred times in all. Inputs
that a campaign found stand in `found/` and are run first.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from seeds import FOUND, seeds
from targets import TARGETS

EXAMPLES = {"record": 25, "pdf": 40, "image": 15}
SETTINGS = {"deadline": None, "derandomize": True, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}  # fmt: skip


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, float, bytes, float]]:
    """What happens to a seed: where, as a share of its length, so that every change fits every seed."""
    one = st.tuples(
        st.sampled_from(["put", "replace", "cut", "twice", "end"]), st.floats(0, 1), st.binary(max_size=6), st.floats(0, 0.2)
    )
    return draw(st.lists(one, min_size=1, max_size=6))


def changed(data: bytes, what: list[tuple[str, float, bytes, float]]) -> bytes:
    for how, place, put, share in what:
        at = int(place * len(data))
        length = int(share * min(len(data), 400))
        head, stretch, tail = data[:at], data[at : at + length], data[at + length :]
        data = {
            "put": head + put + stretch + tail,
            "replace": head + put + data[at + len(put) :],
            "cut": head + tail,
            "twice": head + stretch * 3 + tail,
            "end": data[: max(at, 1)],
        }[how]
    return data[:20_000]


@pytest.fixture
def as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Targets put blind engines into the readers; other tests want theirs back."""
    from dispatch_parser.readers import image, pdf

    monkeypatch.setattr(pdf, "engine", pdf.engine)
    monkeypatch.setattr(image, "engine", image.engine)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("target", TARGETS)
def test_seeds_and_what_campaigns_found(target: str, as_it_was: None) -> None:
    for data in seeds(target).values():
        TARGETS[target](data)


def test_what_was_found_is_among_the_seeds() -> None:
    kept = {path.name for path in FOUND.iterdir()}
    assert kept
    assert kept == {name for target in TARGETS for name in seeds(target) if name in kept}


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("target", TARGETS)
def test_changed_seeds(target: str, as_it_was: None) -> None:
    made = sorted(seeds(target).items())

    @settings(max_examples=EXAMPLES.get(target, 80), **SETTINGS)
    @given(st.integers(0, len(made) - 1), changes())
    @example(0, [("end", 0.5, b"", 0.0)])
    def run(which: int, what: list[tuple[str, float, bytes, float]]) -> None:
        TARGETS[target](changed(made[which][1], what))

    run()
