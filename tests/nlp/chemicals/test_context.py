"""Words that mean other things as well, EC numbers alone, limits in another unit, compounds."""

from __future__ import annotations

from datetime import date

import pytest

import nlp
from nlp.claims import Claim

TODAY = date(2026, 4, 1)


def chemical(page: str) -> list[Claim]:
    """The claims of a page on chemicals."""
    return [c for c in nlp.find_claims([page], today=TODAY) if c.topic.startswith("CHEM.")]


@pytest.mark.parametrize(
    "page",
    [
        "Anna is our lead for sustainability.",
        "Lead: Anna Svensson",
        "The lead was established in 2019.",
        "Dogs are kept on a lead.",
        "Blanket purchase agreement (BPA) no. 1234 applies.",
        "The DEHP working group met in May.",
        "Each tin contains 500 g of tomatoes.",
    ],
)
def test_a_word_of_many_meanings_is_no_substance_alone(page: str) -> None:
    assert nlp.find_claims([page], today=TODAY) == []


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("The paint contains lead.", "affirmed"),
        ("Lead-free solder is used.", "denied"),
        ("Lead < 5 ppm", "denied"),
        ("The lid contains BPA.", "affirmed"),
        ("No DEHP is used in the tubing.", "denied"),
        ("DEHP may stem from the hose, the bag is free from PVC.", "hedged"),
    ],
)
def test_it_is_one_where_what_is_said_is_chemical(page: str, stance: str) -> None:
    assert chemical(page)[0].stance == stance


def test_a_heading_tells_that_a_word_is_chemical() -> None:
    page = "2 Phthalates and bisphenols\n\nOur view is that the BPA stems from the lid.\n"
    assert any(claim.value.get("cas") == "80-05-7" for claim in chemical(page))


EC = [
    ("The hose holds a substance, EC 231-100-4.", {"ec": "231-100-4", "cas": "7439-92-1"}),
    ("Slangen innehåller ämnet med EG-nummer 204-211-0.", {"ec": "204-211-0", "cas": "117-81-7"}),
    ("It contains the substance with EC No 204-211-7.", {"name": "204-211-7"}),
    ("Name | EC No | Content\nHardener X | 204-211-0 | 5 %\n",
     {"ec": "204-211-0", "cas": "117-81-7", "name": "Hardener X", "pct_min": "5", "pct_max": "5"}),
]  # fmt: skip


@pytest.mark.parametrize(("page", "value"), EC)
def test_an_ec_number_names_its_substance_alone(page: str, value: dict[str, str]) -> None:
    (claim,) = chemical(page)
    assert dict(claim.value) == value
    assert claim.stance == "affirmed"


def test_a_telephone_number_is_no_ec_number() -> None:
    assert chemical("The office that contains the archive answers at 020-123-4.") == []


LIMITS = [
    ("Lead content: 0.0125 % (125 ppm), limit 90 ppm.", "risk"),
    ("Lead content: 0.005 %, limit 90 ppm.", "support"),
    ("Lead content: 125 ppm, limit 0.1 %.", "support"),
    ("Substance | CAS | Result, % | Limit, mg/kg\nLead | 7439-92-1 | 0.02 | 90\n", "risk"),
]


@pytest.mark.parametrize(("page", "bearing"), LIMITS)
def test_a_limit_in_another_unit_is_compared_in_the_figures_own(page: str, bearing: str) -> None:
    assert [claim.bearing for claim in chemical(page)] == [bearing]


@pytest.mark.parametrize(
    ("page", "bearing"),
    [("Lead: 90 mg/kg (limit 90 mg/kg)", "risk"), ("Lead: 89 mg/kg (limit 90 mg/kg)", "support")],
)
def test_a_figure_at_its_limit_is_a_risk(page: str, bearing: str) -> None:
    assert [claim.bearing for claim in chemical(page)] == [bearing]


def test_below_what_can_be_quantified_is_an_absence() -> None:
    (claim,) = chemical("PFOA: <LOQ (0.5 µg/kg)")
    assert (claim.stance, claim.value["amount"]) == ("denied", "0.5")


COMPOUNDS = [
    ("Lodet är blyfritt.", "denied", {"cas": "7439-92-1", "name": "bly"}),
    ("Glaset är blyhaltigt.", "affirmed", {"cas": "7439-92-1", "name": "bly"}),
    ("Plasten är bromerad.", "affirmed", {"group": "flame_retardants"}),
]


@pytest.mark.parametrize(("page", "stance", "value"), COMPOUNDS)
def test_a_swedish_compound_names_its_stem(page: str, stance: str, value: dict[str, str]) -> None:
    assert [(c.stance, dict(c.value)) for c in chemical(page)] == [(stance, value)]


@pytest.mark.parametrize(
    "page", ["Avftalatisering och naftalatester.", "Leveransen är skattefri.", "Blyg personal."]
)
def test_a_stem_within_another_word_is_none(page: str) -> None:
    assert chemical(page) == []
