"""Hours of a week in the rows of a table, and told without the word hours."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)

Told = list[tuple[str, str]]


def hours(page: str) -> Told:
    """Bearing and hours of a page's claims on hours, in order."""
    claims = nlp.find_claims([page], today=TODAY)
    hours = [claim for claim in claims if claim.topic == "LAB.HOURS"]
    return [(claim.bearing, claim.value.get("hours_per_week", "")) for claim in hours]


TABLES = [
    "Hours worked in May\nMill | Average/week | Longest\nNorth | 51 | 67\nSouth | 38 | 43\n",
    "Arbetade timmar i maj\nVerk | Snitt/vecka | Längst\nNorra | 51 | 67\nSödra | 38 | 43\n",
    "Plant | Hours per week | Highest week\nNorth | 51 h | 67 h\nSouth | 38 h | 43 h\n",
]


@pytest.mark.parametrize("page", TABLES)
def test_a_row_of_a_table_of_hours_tells_its_longest_week(page: str) -> None:
    assert hours(page) == [("risk", "67"), ("support", "43")]


OTHER_TABLES = [
    "Pieces sewn in May\nMill | Average/week | Highest\nNorth | 51 | 67\n",
    "Plagg sydda i maj\nVerk | Snitt/vecka | Högst\nNorra | 51 | 67\n",
    "Working hours in May\nMill | Workers per week | Most days\nNorth | 51 | 67\n",
]


@pytest.mark.parametrize("page", OTHER_TABLES)
def test_figures_that_count_something_else_are_no_hours(page: str) -> None:
    assert [found for _, found in hours(page) if found] == []


SPOKEN = [
    ("Working hours\nForty-two hours is the standard week.\n", ("support", "42")),
    ("Working hours\nSeventy hours in a week were worked before the feast.\n", ("risk", "70")),
    ("Arbetstid\nSextiosex timmar i veckan arbetades före helgen.\n", ("risk", "66")),
    ("Working hours\nThe standard week is 45 hours. Peak: 63 (May).\n", ("risk", "63")),
]


@pytest.mark.parametrize(("page", "wanted"), SPOKEN)
def test_hours_in_words_or_behind_a_peak_are_read(page: str, wanted: tuple[str, str]) -> None:
    assert hours(page)[-1] == wanted
