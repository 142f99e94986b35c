"""The estimate of the rest: honest where nothing was measured, and never below what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence.progress import Pace, minutes, newer_pace, seconds_left

COUNTS = st.integers(0, 10_000)
SECONDS = st.floats(0.001, 100)
KNOWN = Pace(text=0.01, picture=2.0)


def test_text_and_pictures_add_up() -> None:
    assert seconds_left(texts=186, pictures=3, pace=KNOWN) == pytest.approx(7.86)
    assert seconds_left(texts=0, pictures=0, pace=Pace()) == 0


@pytest.mark.parametrize(
    ("texts", "pictures", "pace"),
    [(1, 0, Pace(picture=2.0)), (0, 1, Pace(text=0.01)), (5, 5, Pace())],
)
def test_what_was_never_measured_is_not_guessed(texts: int, pictures: int, pace: Pace) -> None:
    assert seconds_left(texts=texts, pictures=pictures, pace=pace) is None


@given(COUNTS, COUNTS, COUNTS)
def test_more_pages_never_take_less(texts: int, pictures: int, more: int) -> None:
    shorter = seconds_left(texts=texts, pictures=pictures, pace=KNOWN)
    longer = seconds_left(texts=texts + more, pictures=pictures + more, pace=KNOWN)
    assert shorter is not None
    assert longer is not None
    assert longer >= shorter


@given(SECONDS, st.integers(1, 50))
def test_workers_that_share_the_pictures_divide_the_time(seconds: float, workers: int) -> None:
    pace = None
    for _ in range(workers):
        pace = newer_pace(pace, seconds, together=workers)
    left = seconds_left(texts=0, pictures=workers, pace=Pace(picture=pace))
    assert left == pytest.approx(seconds)


def test_the_pace_follows_workers_that_come_and_go() -> None:
    pace = newer_pace(None, 2.0)
    for _ in range(20):
        pace = newer_pace(pace, 2.0, together=4)
    assert pace == pytest.approx(0.5, rel=0.01)
    for _ in range(20):
        pace = newer_pace(pace, 2.0)
    assert pace == pytest.approx(2.0, rel=0.01)


@given(SECONDS, SECONDS)
def test_a_newer_pace_lies_between_what_was_and_what_is(before: float, measured: float) -> None:
    low, high = sorted((before, measured))
    assert low - 1e-9 <= newer_pace(before, measured) <= high + 1e-9
    assert newer_pace(None, measured) == measured


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, 0), (44, 0), (46, 1), (89, 1), (100, 2), (600, 10)]
)
def test_minutes_are_told_as_people_say_them(seconds: float, shown: int) -> None:
    assert minutes(seconds) == shown
