"""A bound below a trace tells of absence, a range of a recipe does not."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances, told

BELOW = [
    "Cadmium is below 0.005 % in every part of the lamp.",
    "SCCP: under 0,01 %.",
    "DEHP i slangen: mindre än 0,02 %.",
    "Formaldehyde: < 12 mg/kg.",
]


@pytest.mark.parametrize("page", BELOW)
def test_a_substance_that_keeps_below_a_trace_is_denied(page: str) -> None:
    assert told(page, "CHEM.SUBSTANCE") == [("denied", "support")]


WITHIN = [
    "The steel contains 17 % chromium and below 0.9 % nickel.",
    "DEHP is below 4 % of the cable.",
]


@pytest.mark.parametrize("page", WITHIN)
def test_a_bound_of_a_recipe_or_above_a_trace_is_no_denial(page: str) -> None:
    assert "denied" not in stances(page, "CHEM.SUBSTANCE")


def test_the_sign_of_a_bound_is_no_part_of_the_name() -> None:
    (claim,) = nlp.find_claims(["Formaldehyde: < 12 mg/kg."], today=TODAY)
    assert (claim.value["name"], claim.value["amount"]) == ("Formaldehyde", "12")
