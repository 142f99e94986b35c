"""Makers that nobody names, and sites that a line's end cuts in two."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2025, 5, 2)


def sites(page: str) -> list[nlp.Claim]:
    """The claims of sites of a page, in order."""
    return [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "ORIGIN.SITE"]


@pytest.mark.parametrize(
    "page",
    [
        "Which plant it uses varies from batch to batch.",
        "Fabriken är hemlig.",
        "The name of the foundry has not been disclosed.",
        "Fabrikens namn vill agenten inte lämna ut.",
    ],
)
def test_a_maker_nobody_names_is_a_hedged_site(page: str) -> None:
    (claim,) = sites(page)
    assert (claim.stance, claim.bearing) == ("hedged", "risk")


@pytest.mark.parametrize(
    ("page", "country"),
    [
        ("We cannot disclose the names of our Turkish partners.", "TR"),
        ("Namnen på våra indiska fabriker lämnar vi inte ut.", "IN"),
    ],
)
def test_of_a_maker_nobody_names_the_country_may_be_told(page: str, country: str) -> None:
    (claim,) = sites(page)
    assert (claim.stance, claim.value) == ("hedged", {"country": country})


def test_a_line_that_ends_in_a_preposition_goes_on_with_a_capital() -> None:
    wide = "The paragraph below is set narrower than this one, " * 3
    page = f"{wide}\n\nLids are cast by Amal Ltd in\nSousse, Tunisia. They are blue."
    assert sites(page)[-1].value == {"site": "Amal Ltd", "country": "TN"}
