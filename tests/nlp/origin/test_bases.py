"""Statements tell where those who make and supply are based, and where a firm merely sells."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 11, 27)
Told = list[tuple[str, str, str]]


def told(sentence: str) -> Told:
    """Topic, stance and country of the claims of origin of a sentence of a statement, in order."""
    page = f"We publish this statement for the past year.\n\n{sentence}\n\nThe board approved it."
    return [
        (claim.topic.removeprefix("ORIGIN."), claim.stance, claim.value.get("country", ""))
        for claim in nlp.find_claims([page], today=TODAY, kind="labour_statement")
        if claim.topic.startswith("ORIGIN.")
    ]


def countries(sentence: str) -> list[str]:
    """The countries that a sentence affirms for goods, "" for a region that has no code."""
    return sorted(there for topic, how, there in told(sentence) if (topic, how) == MADE)


MADE = ("COUNTRY", "affirmed")


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Our suppliers are located primarily in Peru, Vietnam and Turkey", "PE TR VN"),
        ("Nine in ten of our direct vendors are based in Canada, and the United States", "CA US"),
        ("We work with around 40 suppliers, most of which are in China", "CN"),
        ("Our growers are in Spain, Morocco and Kenya", "ES KE MA"),
        ("Our supply chain extends to Sri Lanka and Cambodia", "KH LK"),
        ("We buy machines from vendors in Italy and Japan", "IT JP"),
        ("Våra leverantörer finns i Portugal och Polen", "PL PT"),
        ("Some of our suppliers manufacture in Slovakia", "SK"),
        ("The boxes are folded by chosen subcontractors, all located in Estonia", "EE"),
    ],
)
def test_suppliers_are_where_they_are_told_to_be(sentence: str, wanted: str) -> None:
    assert countries(sentence) == wanted.split()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Our manufacturing operations are in Singapore and Ireland", "IE SG"),
        ("All three of our plants are located in France", "FR"),
        ("We operate eight bakeries in Quebec and Ontario", "CA-ON CA-QC"),
        ("Our mills are located in Wisconsin and Ohio", "US-OH US-WI"),
    ],
)
def test_works_are_where_they_are_told_to_be(sentence: str, wanted: str) -> None:
    assert countries(sentence) == wanted.split()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("We source our garments from Turkey and Portugal", "PT TR"),
        ("Our key sourcing countries include China (54%) and India (12%)", "CN IN"),
        ("The lamps are imported from Mexico", "MX"),
        ("We import lamps into Norway from India and Vietnam", "IN VN"),
        ("We source knitwear from family firms in Turkey", "TR"),
        ("Nearly all our packaging is bought in Finland", "FI"),
        ("The countries from which we buy are India and Nepal", "IN NP"),
    ],
)
def test_goods_come_from_where_they_are_bought(sentence: str, wanted: str) -> None:
    assert countries(sentence) == wanted.split()


def test_a_region_without_a_code_is_told_beside_a_country() -> None:
    assert countries("Most of our tier two suppliers are based in Asia") == [""]
    assert countries("The majority of our suppliers are based in Norway and Europe") == ["", "NO"]


def test_two_kinds_of_makers_have_each_their_places() -> None:
    sentence = "Our plants are in Italy and Spain, with most spinners based in Africa"
    assert countries(sentence) == ["", "ES", "IT"]


def test_a_region_of_which_more_is_not_known_is_in_doubt() -> None:
    assert told("Our spinners are spread across Africa and not yet mapped") == [
        ("COUNTRY", "hedged", "")
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Most of our raw materials are purchased from Finland and Central Europe", ["", "FI"]),
        ("Our raw materials are mainly sourced from Asia", [""]),
        ("The suppliers of our raw materials come from Chile and Peru", ["CL", "PE"]),
        ("The group owns coffee estates in Brazil and Colombia", ["BR", "CO"]),
        ("Our steel is sourced from mills in Europe", [""]),
        ("Ingredients are purchased from growers across Spain", ["ES"]),
    ],
)
def test_what_is_bought_raw_or_grown_is_a_material(sentence: str, wanted: list[str]) -> None:
    found = told(sentence)
    assert {topic for topic, _, _ in found} == {"MATERIAL"}
    assert sorted(there for _, _, there in found) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Our head office is in Toronto, Canada",
        "We have offices in Germany, France and Spain",
        "Our sourcing offices are in India and Turkey",
        "Our products are sold in Canada and the United States",
        "The company is incorporated under the laws of Delaware",
        "We employ 400 people in Ireland and 200 in Poland",
        "We operate 200 stores in the Netherlands and Belgium",
        "Our distribution facilities are located in Denmark and Norway",
        "We have subsidiaries in Norway, Sweden and Denmark",
        "Our buyers visited suppliers in India together with the auditors",
        "This statement is made under section 54 of the UK Modern Slavery Act 2015",
    ],
)
def test_offices_markets_visits_and_laws_are_no_origin(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("country", "code", "bearing"),
    [
        ("Norway", "NO", "neutral"),
        ("Burma", "MM", "support"),
        ("Turkmenistan", "TM", "support"),
    ],
)
def test_it_counts_for_a_supplier_not_to_buy_where_goods_are_at_risk(
    country: str, code: str, bearing: str
) -> None:
    page = f"All our suppliers are located outside {country}."
    [claim] = nlp.find_claims([page], today=TODAY)
    assert (claim.stance, claim.value["country"], claim.bearing) == ("denied", code, bearing)


def test_what_is_no_longer_bought_from_a_country_is_denied() -> None:
    assert told("We ceased sourcing from Burma in 2023") == [("COUNTRY", "denied", "MM")]


def test_raw_materials_from_countries_at_risk_speak_against() -> None:
    [claim] = nlp.find_claims(
        ["A few of our raw materials are bought from higher-risk countries."], today=TODAY
    )
    assert (claim.topic, claim.stance, claim.bearing) == ("ORIGIN.MATERIAL", "affirmed", "risk")


@pytest.mark.parametrize(
    "sentence",
    [
        "The wool in our coats may be produced in countries with weak laws.",
        "Some raw materials may come from regions with conflict.",
        "We do not have full visibility of the origin of our raw materials.",
    ],
)
def test_what_may_come_from_places_not_named_is_in_doubt(sentence: str) -> None:
    assert told(sentence) == [("MATERIAL", "hedged", "")]


def test_a_town_in_the_name_of_a_firm_is_no_place() -> None:
    assert countries("Tampere Group is known for bread that is responsibly produced.") == []
    assert countries("The bread is baked in Tampere.") == ["FI"]


def test_a_place_before_its_suppliers_is_theirs_where_goods_are_bought_from_them() -> None:
    assert countries("Most of our spend is with Portugal-based suppliers") == ["PT"]
    assert told("Portugal-based suppliers were invited to a seminar") == []


def test_a_doubt_about_a_place_named_before_names_it() -> None:
    page = "Ull från Tibet används inte. Vi har inte fått besked om ullen i mattan är därifrån."
    found = nlp.find_claims([page], today=TODAY)
    assert [(c.stance, c.value.get("country")) for c in found] == [
        ("denied", "CN-XZ"),
        ("hedged", "CN-XZ"),
    ]
