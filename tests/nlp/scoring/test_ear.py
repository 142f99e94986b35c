"""What is heard where no rule speaks is weighed by what stands around it on the page."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nlp.claims import TOPICS
from nlp.pipeline import read_pages
from nlp.scoring import ear, shipped
from nlp.scoring.ear import Ear
from nlp.scoring.sentences import Numbers
from nlp.scoring.spots import AROUND, Spot, around, crossed, width

TODAY = date(2026, 4, 1)
HEADS = len(TOPICS) + 2
HOURS, SAFETY = TOPICS.index("LAB.HOURS"), TOPICS.index("LAB.SAFETY")


def spot(*claimed: int, headed: tuple[int, ...] = (), listened: bool = True) -> Spot:
    return Spot(claimed, headed, listened, (0.0, 0.0, 0.0, 2.0))


def margins(*rows: float) -> Numbers:
    """What the heads say of spots where all of them say the same."""
    return np.array([[row] * HEADS for row in rows])


def column(told: Numbers, number: int) -> list[float]:
    found: list[float] = told[:, number].tolist()
    return found


def test_nothing_is_heard_where_a_rule_claims_it_or_nobody_listens_or_it_is_hopeless() -> None:
    spots = [spot(HOURS), spot(listened=False), spot(), spot()]
    at, topics = ear.near(margins(1, 1, -9, 1), spots)
    found = {(int(one), int(topic)) for one, topic in zip(at, topics, strict=True)}
    rest = {(0, topic) for topic in range(len(TOPICS))} - {(0, HOURS)}
    assert found == rest | {(3, topic) for topic in range(len(TOPICS))}


def test_what_stands_before_and_behind_is_told_and_beyond_the_page_nothing() -> None:
    spots = [spot(HOURS), spot(), spot(SAFETY)]
    places = (np.array([0, 1, 2]), np.array([HOURS] * 3))
    told = around(margins(1, 2, 3), spots, places)
    assert told.shape == (3, AROUND)
    assert column(told, 0) == [1, 2, 3]  # its own
    assert column(told, 2) == [-6, 1, 2]  # before
    assert column(told, 3) == [2, 3, -6]  # behind
    assert column(told, 4) == [-6, -6, 1]  # two before
    assert column(told, 6) == [0, 1, 0]  # claimed by a rule before


def test_the_rival_of_the_strongest_topic_is_the_second() -> None:
    heard = np.zeros((1, HEADS))
    heard[0, HOURS], heard[0, SAFETY] = 3, 2
    places = (np.array([0, 0]), np.array([HOURS, SAFETY]))
    assert column(around(heard, [spot()], places), 1) == [2, 3]


def test_each_number_stands_beside_each_other_one() -> None:
    row = crossed(np.array([[2.0, 3.0]]), np.array([1]))[0].tolist()
    assert row[:5] == [2, 3, 4, 6, 9]
    assert len(row) == width(2)
    assert row[5:] == [float(topic == 1) for topic in range(len(TOPICS))]


@given(
    arrays(np.float64, st.tuples(st.integers(1, 5), st.just(HEADS)), elements=st.floats(-50, 50)),
    st.lists(st.sets(st.integers(0, len(TOPICS) - 1)), min_size=5, max_size=5),
)
def test_chances_are_chances_and_nothing_where_nothing_may_be_heard(
    heard: Numbers, claimed: list[set[int]]
) -> None:
    spots = [spot(*sorted(topics)) for topics in claimed[: len(heard)]]
    chances = Ear(np.full(ear.WIDTH, 0.01), -1.0).chances(heard, spots)
    assert chances.shape == (len(spots), len(TOPICS))
    assert ((chances >= 0) & (chances <= 1)).all()
    near = np.zeros_like(chances, dtype=bool)
    near[ear.near(heard, spots)] = True
    assert (chances[~near] == 0).all()


def chances(page: str) -> Numbers:
    """What the shipped model makes of the spots of a page."""
    (found,) = read_pages([page], today=TODAY, model=shipped())
    assert found.margins is not None
    return shipped().ear.chances(found.margins, found.spots)


def test_a_heading_that_names_the_topic_makes_it_likelier() -> None:
    said = "The men said that it depends on the foreman of the day, who sends them home."
    under, elsewhere = (chances(f"{title}\n\n{said}\n") for title in ("Working hours", "Notes"))
    assert under[0, HOURS] > elsewhere[0, HOURS]


def test_a_line_among_lines_of_a_topic_is_likelier_of_it() -> None:
    said = "The men said that it depends on the foreman of the day, who sends them home."
    among = "They work 70 hours a week.\n\n" + said + "\n\nOvertime is 20 hours a week.\n"
    assert chances(among)[1, HOURS] > chances(f"{said}\n")[0, HOURS]
