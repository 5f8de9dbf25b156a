"""The gutter on boxes alone: whatever made them, rows and stretches hold what they promise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch_parser.document import Box
from dispatch_parser.layout.columns import MIN_GUTTER, Row, row_of, rows, stretches


def words(top: float, *spans: tuple[float, float], height: float = 14) -> list[Box]:
    return [Box(x0, top, x1, top + height) for x0, x1 in spans]


def page(*lines: list[Box]) -> list[Row]:
    return [row_of(line) for line in lines]


LEFT, RIGHT = ((60, 120), (124, 190)), ((300, 380), (384, 480))


def test_two_columns() -> None:
    (stretch,) = stretches(page(words(50, *LEFT, *RIGHT), words(66, *LEFT, *RIGHT), words(100, (60, 500))))
    assert (stretch.first, stretch.last) == (0, 2)
    assert (stretch.x0, stretch.x1) == (190, 300)
    assert stretch.middle == 245


def test_the_strip_narrows_to_what_all_rows_leave_free() -> None:
    (stretch,) = stretches(
        page(words(50, (60, 200), (300, 480)), words(66, (90, 230), (320, 460)), words(82, (70, 190), (280, 500)))
    )
    assert (stretch.x0, stretch.x1) == (230, 280)


def test_lone_rows_of_a_column_belong_to_it() -> None:
    lines = page(
        words(50, (60, 200), (300, 480)),
        words(66, (60, 190)),
        words(82, (60, 210)),
        words(98, (310, 470)),
        words(114, (60, 180)),
    )
    (stretch,) = stretches(lines)
    assert (stretch.first, stretch.last) == (0, 5)


def test_one_line_of_a_foot_that_a_page_break_cuts() -> None:
    (stretch,) = stretches(page(words(700, (60, 480)), words(720, (60, 130), (300, 430))))
    assert (stretch.first, stretch.last) == (1, 2)


NONE = {
    "one gap in one row": page(words(50, (60, 480)), words(66, (60, 200), (300, 480)), words(82, (60, 480))),
    "rivers of a justified text": page(
        *(words(50 + 16 * k, *((60 + 55 * j + k, 105 + 55 * j) for j in range(8))) for k in range(6))
    ),
    "list markers": page(*(words(50 + 16 * k, (60, 70), (90, 400)) for k in range(4))),
    "specks": page(words(50, (60, 300), (400, 403)), words(66, (60, 290), (401, 404)), words(82, (60, 300))),
    "nothing": [],
}


@pytest.mark.parametrize("lines", NONE.values(), ids=NONE)
def test_no_columns(lines: list[Row]) -> None:
    assert stretches(lines) == []


@pytest.mark.parametrize(
    ("offset", "together"), [(0, True), (3, True), (6, True), (8, True), (10, False), (16, False)]
)
def test_rows_of_boxes_side_by_side(offset: float, together: bool) -> None:
    boxes = [*words(50, (60, 200)), *words(50 + offset, (300, 400))]
    assert (len(rows(boxes)) == 1) == together


def test_boxes_above_each_other_never_share_a_row() -> None:
    boxes = [*words(50, (60, 200)), *words(57, (100, 150))]
    assert rows(boxes) == [[0], [1]]


def test_a_raised_mark_stands_in_the_row_of_its_word() -> None:
    boxes = [*words(50, (60, 200)), *words(49, (200, 204), height=7)]
    assert rows(boxes) == [[0, 1]]


any_boxes = st.lists(
    st.builds(
        lambda x, y, w, h: Box(float(x), float(y), float(x + w), float(y + h)),
        st.integers(0, 550),
        st.integers(0, 300),
        st.integers(1, 200),
        st.integers(3, 20),
    ),
    max_size=40,
)


@settings(deadline=None, max_examples=100)
@given(any_boxes)
def test_every_box_is_in_one_row_and_rows_read_left_to_right(boxes: list[Box]) -> None:
    found = rows(boxes)
    assert sorted(i for row in found for i in row) == list(range(len(boxes)))
    for row in found:
        assert [boxes[i].x0 for i in row] == sorted(boxes[i].x0 for i in row)


@settings(deadline=None, max_examples=200)
@given(any_boxes)
def test_stretches_follow_each_other_and_their_strip_is_free(boxes: list[Box]) -> None:
    lines = [row_of([boxes[i] for i in row]) for row in rows(boxes)]
    done = 0
    for stretch in stretches(lines):
        assert done <= stretch.first < stretch.last <= len(lines)
        assert stretch.x1 - stretch.x0 >= MIN_GUTTER
        done = stretch.last
        for line in lines[stretch.first : stretch.last]:
            assert all(box.x1 <= stretch.x0 + 1e-6 or box.x0 >= stretch.x1 - 1e-6 for box in line.boxes)
