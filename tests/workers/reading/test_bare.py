"""Which pictures of a page may hold what its text does not say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from workers.reading.bare import ENOUGH, MOST, bare_pictures
from workers.reading.words import Box

PAGE: Box = (0.0, 0.0, 600.0, 800.0)
SCAN: Box = (50.0, 400.0, 550.0, 700.0)
PARAGRAPH = [(60.0, 20.0 + 14 * line, 500.0, 30.0 + 14 * line) for line in range(20)]


def bare(pictures: list[Box], words: list[Box]) -> list[Box]:
    return bare_pictures(
        np.array(pictures, float).reshape(-1, 4), np.array(words, float).reshape(-1, 4), page=PAGE
    )


def test_a_scan_below_a_text_is_bare() -> None:
    assert bare([SCAN], PARAGRAPH) == [SCAN]


def test_a_word_or_two_on_a_scan_leave_it_bare() -> None:
    assert bare([SCAN], [(60.0, 410.0, 110.0, 422.0), (60.0, 680.0, 110.0, 692.0)]) == [SCAN]


def test_what_is_written_over_is_a_background_or_has_its_text() -> None:
    assert bare([PAGE], PARAGRAPH) == []
    assert bare([(0.0, 0.0, 600.0, 320.0), SCAN], PARAGRAPH) == [SCAN]


def test_logos_are_not_bare_even_many_of_them() -> None:
    logos = [(100.0 * at, 700.0, 100.0 * at + 90, 760.0) for at in range(6)]
    assert bare(logos * 3, []) == []
    assert bare([(0.0, 0.0, 600.0, 70.0)], []) == [], "a letterhead"


def test_strips_of_one_scan_are_one_picture() -> None:
    strips = [(50.0, 400.0 + 10 * at, 550.0, 410.0 + 10 * at) for at in range(30)]
    assert bare(strips[::-1], PARAGRAPH) == [SCAN]


def test_what_hangs_over_the_edge_counts_as_far_as_it_is_shown() -> None:
    assert bare([(-500.0, 780.0, 900.0, 5_000.0)], []) == []
    assert bare([(-500.0, 400.0, 900.0, 5_000.0)], []) == [(0.0, 400.0, 600.0, 800.0)]


SIDE = st.floats(-1e9, 1e9) | st.just(float("nan")) | st.floats(0, 800)


@given(st.lists(st.tuples(SIDE, SIDE, SIDE, SIDE), max_size=60))
def test_whatever_a_page_says_of_its_pictures_few_come_back_and_lie_on_it(
    pictures: list[Box],
) -> None:
    found = bare(pictures, PARAGRAPH)
    assert len(found) <= MOST
    for x0, y0, x1, y1 in found:
        assert 0 <= x0 < x1 <= 600
        assert 0 <= y0 < y1 <= 800
    area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in found)
    assert not found or area >= ENOUGH * 600 * 800
