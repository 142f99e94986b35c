"""A bound in a row of results is an absence, in a recipe a share."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
SWEDISH = "Provningen av strumpan är gjord i april och visar följande.\n\n"
ENGLISH = "The results are those of the bag.\n\n"


def told(page: str) -> list[tuple[str, dict[str, str]]]:
    """Stance and figures of the substances of a page."""
    figures = ("amount", "unit", "pct_max")
    return [
        (c.stance, {key: c.value[key] for key in figures if key in c.value})
        for c in nlp.find_claims([page], today=TODAY)
        if c.topic == "CHEM.SUBSTANCE"
    ]


@pytest.mark.parametrize(
    ("row", "figures"),
    [
        ("DBP | 84-74-2 | <0,01 | 0,1 | vikt-%", {"pct_max": "0.01"}),
        ("PFOA | 335-67-1 | <0,002 | 0,025 | mg/kg", {"amount": "0.002", "unit": "mg/kg"}),
        ("Formaldehyde    50-00-0    <1 mg/kg    15", {"amount": "1", "unit": "mg/kg"}),
        ("BBP    85-68-7    <0.005 %    0.1 %", {"pct_max": "0.005"}),
    ],
)
def test_a_bound_beside_its_limit_is_an_absence(row: str, figures: dict[str, str]) -> None:
    page = (SWEDISH if "," in row else ENGLISH) + row + "\n"
    assert told(page) == [("denied", figures)]


def test_a_bound_alone_in_a_recipe_is_a_share() -> None:
    assert told(ENGLISH + "Toluene    108-88-3    < 5 %\n") == [("affirmed", {"pct_max": "5"})]
    sheet = "SAFETY DATA SHEET\n\nSECTION 3: Composition\nToluene | 108-88-3 | < 5 % | 10 %\n"
    assert told(sheet)[0][0] == "affirmed"
