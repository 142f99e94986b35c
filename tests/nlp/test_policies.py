"""What a firm has a policy on is a rule; what its rules speak of has not happened."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

POLICIES = [
    ("The group has a whistleblowing policy that names an outside line.", "LAB.GRIEVANCE"),
    ("Our policies on child labour and slavery are read by all who join.", "LAB.CHILD"),
    ("An equal opportunities policy, with training for those who lead.", "LAB.DISCRIMINATION"),
    ("Bolaget har en policy mot barnarbete.", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), POLICIES)
def test_what_there_is_a_policy_on_is_a_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


def test_a_policy_that_is_missing_is_denied() -> None:
    assert stances("The mill has no policy on child labour.", "LAB.CHILD") == ["denied"]


def test_a_risk_that_is_kept_small_is_not_feared() -> None:
    page = "To minimise the risk of slavery in our own works we carry out right to work checks."
    assert stances(page, "LAB.FORCED") == ["affirmed"]


def test_a_case_that_a_rule_speaks_of_is_no_doubt() -> None:
    page = "There must be no worker who could be held to have been trafficked."
    assert stances(page, "LAB.FORCED") == ["required"]
