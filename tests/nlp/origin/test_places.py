"""Whose country is told, and when it is not: goods, people, banks, and what nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
Told = list[tuple[str, str, str]]


def told(page: str) -> Told:
    """Topic, stance and country of the claims of origin, in order."""
    return [
        (claim.topic.removeprefix("ORIGIN."), claim.stance, claim.value.get("country", ""))
        for claim in nlp.find_claims([page], today=TODAY)
        if claim.topic.startswith("ORIGIN.")
    ]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Goods of Vietnamese origin.", "VN"),
        ("Korgen är av tyskt ursprung.", "DE"),
        ("Fodralet sys i Portugal", "PT"),
        ("The lids are stamped in Slovakia by a firm whom we may not name.", "SK"),
    ],
)
def test_a_country_is_told_in_many_ways(sentence: str, country: str) -> None:
    found = [one for one in told(sentence) if one[0] == "COUNTRY"]
    assert found == [("COUNTRY", "affirmed", country)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The works has 340 operators; four in five come from Sri Lanka or Nepal.",
        "Trade register: Finland.",
        "Payment to: Blue River Bank, Addis Ababa.",
    ],
)
def test_people_registers_and_banks_are_no_origin(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Tyget vävs i Italien. För spännena anger grossisten bara ”Asien”.",
        "The frame is made in Spain. The felt may be of any origin.",
        "Ramen svetsas i Polen. Skruvarna, där kan jag inte säga något land.",
    ],
)
def test_an_origin_that_nobody_tells_is_in_doubt(sentence: str) -> None:
    assert told(sentence)[1] == ("COUNTRY", "hedged", "")


def test_a_place_that_is_not_told_nearer_is_told_and_in_doubt() -> None:
    found = told("Raw materials\n\n- Natural rubber: Vietnam, plantation not known\n")
    assert found == [("MATERIAL", "affirmed", "VN"), ("MATERIAL", "hedged", "")]


def test_where_cloth_is_woven_is_no_place_of_its_fibre() -> None:
    found = told(
        "The sheet is sewn in Latvia from cloth woven in Pakistan using cotton from India."
    )
    assert ("MATERIAL", "affirmed", "IN") in found
    assert ("MATERIAL", "affirmed", "PK") not in found


@pytest.mark.parametrize(
    ("page", "site"),
    [
        ("Rullarna produceras av Papierwerk Lausitz GmbH\ni Spremberg, Tyskland.", "DE"),
        ("Ramarna svetsas hos Velomaxo i Taichung, Taiwan.", "TW"),
        ("Site | Work | People\nShed A, Izmir | weaving | 40\n", "TR"),
    ],
)
def test_a_site_is_told_over_a_line_s_end_by_one_word_and_with_its_town(
    page: str, site: str
) -> None:
    assert told(page) == [("SITE", "affirmed", site)]


@pytest.mark.parametrize(
    ("sentence", "stance", "bearing"),
    [
        ("Three tin smelters are not RMAP conformant.", "affirmed", "risk"),
        ("Två guldsmältverk är strukna från listan.", "affirmed", "risk"),
        ("Two tin smelters were removed from our supply chain.", "affirmed", "support"),
    ],
)
def test_a_smelter_off_the_list_is_so(sentence: str, stance: str, bearing: str) -> None:
    claims = nlp.find_claims([f"Conflict minerals\n\n{sentence}\n"], today=TODAY)
    found = [(c.stance, c.bearing) for c in claims if c.topic == "ORIGIN.MINERALS"]
    assert found == [(stance, bearing)]
