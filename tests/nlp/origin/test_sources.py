"""What raw materials come from where, what is known of it, and rules on minerals."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, told


def _materials(sentence: str) -> list[tuple[str, str]]:
    found = claims(sentence, "ORIGIN.MATERIAL")
    return sorted((c.value.get("material", ""), c.value.get("country", "")) for c in found)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("De tropiska oljorna kommer främst från Indonesien, Ghana och Afrika.",
         [("tropical_oil", ""), ("tropical_oil", "GH"), ("tropical_oil", "ID")]),
        ("The vegetable oils we use come mainly from Peru and Ghana.",
         [("vegetable_oil", "GH"), ("vegetable_oil", "PE")]),
        ("Rapsoljan i våra bullar är finsk.", [("rapeseed_oil", "FI")]),
    ],
)  # fmt: skip
def test_oils_come_from_where_they_are_told_to(
    sentence: str, wanted: list[tuple[str, str]]
) -> None:
    assert _materials(sentence) == wanted


@pytest.mark.parametrize(
    "sentence", ["Kakaon kommer från Västafrika.", "The shea butter comes from West Africa."]
)
def test_a_wider_region_told_plainly_is_a_fact(sentence: str) -> None:
    assert told(sentence, "ORIGIN.MATERIAL") == [("affirmed", "neutral")]


def test_a_wider_region_of_which_more_is_not_known_is_in_doubt() -> None:
    sentence = "The cocoa comes from West Africa, the country is not known."
    assert told(sentence, "ORIGIN.MATERIAL") == [("hedged", "risk")]


@pytest.mark.parametrize(
    "sentence",
    [
        "We have limited visibility of where our raw materials come from.",
        "This reduces our visibility over the raw materials used by our suppliers.",
        "Vi har begränsad insyn i var våra råvaror kommer ifrån.",
    ],
)
def test_raw_materials_out_of_sight_are_in_doubt(sentence: str) -> None:
    assert told(sentence, "ORIGIN.MATERIAL") == [("hedged", "risk")]


@pytest.mark.parametrize(
    "sentence",
    [
        "We know the origin of all the raw materials we use.",
        "Vi vet var alla våra råvaror kommer ifrån.",
        "Vi känner till de leverantörer som våra råvaror kommer från.",
    ],
)
def test_to_know_where_raw_materials_come_from_speaks_for_the_firm(sentence: str) -> None:
    assert told(sentence, "ORIGIN.MATERIAL") == [("affirmed", "support")]


def test_work_on_a_material_is_no_source_of_it() -> None:
    assert claims("The firm crafts silver bowls in Rhode Island.", "ORIGIN.MATERIAL") == []
    sentence = "The firm polishes diamonds at its works outside the US and buys silver."
    assert claims(sentence, "ORIGIN.MATERIAL") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "We expect our suppliers to comply with Section 1502 of the Dodd-Frank Act.",
        "We are committed to the requirements of the Dodd-Frank Act on minerals.",
    ],
)
def test_an_act_on_minerals_that_makers_shall_follow_is_a_rule(sentence: str) -> None:
    assert [stance for stance, _ in told(sentence, "ORIGIN.MINERALS")] == ["required"]


def test_a_paper_that_explains_a_word_in_passing_still_claims() -> None:
    page = (
        "Conflict minerals are defined as tin, tantalum, tungsten and gold.\n\n"
        "Our suppliers are required to provide materials that are conflict-free.\n"
    )
    assert told(page, "ORIGIN.MINERALS") == [("required", "support")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Section 1502 of the Dodd-Frank Act obliges listed companies to report.",
        "The SEC adopted rules on conflict minerals in 2012.",
        "The new rules require manufacturers to tell of their use of conflict minerals.",
        "We hold a Gold rating.",
    ],
)
def test_what_the_law_lays_down_and_a_rating_claim_no_minerals(sentence: str) -> None:
    assert claims(sentence, "ORIGIN.MINERALS") == []


def test_a_mineral_from_a_country_is_no_origin_of_goods() -> None:
    sentence = "We have no reason to believe that the tin in our lamps originated in the Congo."
    assert claims(sentence, "ORIGIN.COUNTRY") == []
