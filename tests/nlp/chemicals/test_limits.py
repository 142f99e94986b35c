"""A figure without a limit of its own in the text is weighed by the limits of the packs."""

from __future__ import annotations

from datetime import date

import pytest

import nlp
from nlp.chemicals.limits import allowed

TODAY = date(2026, 11, 1)
HEAD = "Substance | CAS | Result, mg/kg"


def bearing(row: str, today: date = TODAY) -> str:
    """How a row of a test report bears on its product."""
    (claim,) = nlp.find_claims([f"Test report\n{HEAD}\n{row}\n"], today=today)
    return claim.bearing


WEIGHED = {
    "Cadmium | 7440-43-9 | 150": "risk",
    "Cadmium | 7440-43-9 | 60": "support",
    "DEHP | 117-81-7 | 1200": "risk",
    "DEHP | 117-81-7 | 300": "support",
    "PFOA | 335-67-1 | 0.03": "risk",
    "PFOA | 335-67-1 | 0.01": "support",
    "PFHxS | 355-46-4 | 0.5": "risk",
}


@pytest.mark.parametrize(("row", "wanted"), WEIGHED.items())
def test_a_result_is_weighed_by_the_limit_of_its_substance(row: str, wanted: str) -> None:
    assert bearing(row) == wanted


def test_a_limit_holds_from_its_day() -> None:
    row = "PFOS | 1763-23-1 | 1"
    assert bearing(row, date(2025, 6, 1)) == "support"
    assert bearing(row, date(2026, 1, 1)) == "risk"


def test_a_substance_without_its_own_limit_has_that_of_all() -> None:
    assert allowed("117-81-7", TODAY) == 1000
