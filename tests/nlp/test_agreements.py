"""Actions agreed on and goals are rules, until the row tells that they are done."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

LABELLED = [
    ("Action: Proof of age before anybody under 18 starts work.", "LAB.CHILD"),
    ("Åtgärd: Övertiden begränsas till åtta timmar i veckan.", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), LABELLED)
def test_a_line_that_is_called_an_action_is_a_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


HEAD = "No | What was found | What is agreed | By\n"


def test_a_cell_under_what_is_agreed_is_a_rule() -> None:
    page = f"{HEAD}1 | Overtime of 22 hours in a week | Roster limited to 48 hours | 1 May\n"
    assert stances(page, "LAB.HOURS") == ["affirmed", "required"]


def test_a_cell_that_tells_the_action_as_done_is_a_report() -> None:
    page = f"{HEAD}1 | Fire exits blocked by pallets | Fire exits cleared and marked | 1 May\n"
    assert stances(page, "LAB.SAFETY") == ["affirmed", "affirmed"]


def test_a_row_of_goals_with_their_year_is_a_rule() -> None:
    page = "Topic | Target | Year\nNo site with overtime above 12 hours | 100 % | 2029\n"
    assert stances(page, "LAB.HOURS") == ["required"]
