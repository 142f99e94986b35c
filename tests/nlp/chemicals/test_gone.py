"""What was in a product and is no longer, or stands in another's place."""

from __future__ import annotations

from datetime import date

import pytest

import nlp


@pytest.mark.parametrize(
    "page",
    [
        "Formaldehyde has been taken out of the glue.",
        "Mercury was removed from the switches in 2020.",
        "Kadmium har fasats ut ur pigmenten.",
        "The edge is of ABS instead of PVC.",
        "Listen är av trä i stället för PVC.",
    ],
)
def test_what_has_gone_is_denied(page: str) -> None:
    found = nlp.find_claims([page], today=date(2025, 6, 1))
    assert ("denied", "support") in [(claim.stance, claim.bearing) for claim in found]


@pytest.mark.parametrize(
    "page", ["Lead was not looked for in the paint.", "Kvicksilver söktes inte i lacken."]
)
def test_what_was_not_looked_for_is_hedged(page: str) -> None:
    (claim,) = nlp.find_claims([page], today=date(2025, 6, 1))
    assert claim.stance == "hedged"
