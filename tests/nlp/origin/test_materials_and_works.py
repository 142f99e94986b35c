"""Materials by their everyday forms, what is done to them on the way, and our own works."""

from __future__ import annotations

from datetime import date

import pytest

from nlp import find_claims


def _told(text: str) -> set[tuple[str, str, str]]:
    found = find_claims([text], today=date(2025, 6, 1))
    return {
        (c.topic[7:], c.value.get("material", ""), c.value.get("country", ""))
        for c in found
        if c.topic.startswith("ORIGIN")
    }


@pytest.mark.parametrize(
    ("sentence", "material", "country"),
    [
        ("Gummiträet köps från Malaysia.", "rubberwood", "MY"),
        ("Lärken är norsk.", "larch", "NO"),
        ("Ankdunet kommer från Polen.", "duck_down", "PL"),
        ("Gurkan är spansk.", "cucumber", "ES"),
        ("Citronsyran kommer från Belgien.", "citric_acid", "BE"),
        ("Titanium dioxide comes from Norway.", "titanium_dioxide", "NO"),
        ("PP granulate is from Saudi Arabia.", "polypropylene", "SA"),
        ("Birch logs are Latvian.", "birch", "LV"),
        ("Cotton is imported from Greece as fibre.", "cotton", "GR"),
        ("Latexen tappas på plantager kring Kandy i Sri Lanka.", "natural_rubber", "LK"),
    ],
)
def test_a_material_is_known_in_its_everyday_forms(
    sentence: str, material: str, country: str
) -> None:
    assert ("MATERIAL", material, country) in _told(sentence)


def test_a_list_of_sources_keeps_each_to_its_own_material() -> None:
    text = "Granite is quarried in China and Portugal, sandstone in India."
    assert _told(text) == {
        ("MATERIAL", "granite", "CN"),
        ("MATERIAL", "granite", "PT"),
        ("MATERIAL", "sandstone", "IN"),
    }


def test_the_rest_goes_on_about_the_material_before() -> None:
    text = "Most of the coffee comes from Peru. About a quarter is Kenyan."
    assert ("MATERIAL", "coffee", "KE") in _told(text)


def test_credits_of_rspo_are_of_palm_oil() -> None:
    found = find_claims(["The surfactant is bought as RSPO mass balance."], today=date(2025, 6, 1))
    models = [dict(c.value) for c in found if c.topic == "ORIGIN.MATERIAL"]
    assert models == [{"material": "palm_oil", "model": "mass_balance"}]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Räkorna är skalade i Marocko.", "MA"),
        ("The shrimp are peeled in Morocco.", "MA"),
        ("Sandstone is hand-cut in India.", "IN"),
        ("Aluminiumformarna dras i Turkiet.", "TR"),
    ],
)
def test_a_step_on_the_way_is_no_source(sentence: str, country: str) -> None:
    assert {(topic, there) for topic, _, there in _told(sentence)} == {("COUNTRY", country)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Cement and lead were spoken of in Brussels.",
        "The chalk lines on the floor in Malmö are repainted.",
        "Lead times from China are six weeks.",
        "Kalkon serveras i kantinen i Borås.",
        "Vi lämnade blyet utanför mötet i Oslo.",
    ],
)
def test_a_word_for_a_material_alone_is_no_origin(sentence: str) -> None:
    assert {topic for topic, _, _ in _told(sentence)} == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "The coats are sewn in our own workshop in Porto, Portugal.",
        "Chairs are assembled at our factories in Gdynia, Poland.",
        "Final assembly is with us in Graz, Austria.",
        "Printing: own establishment in Florence, Italy.",
        "Ombyggnaden gör vi själva i Borås, Sverige.",
        "Filtarna stickas i vårt stickeri i Borås, Sverige.",
    ],
)
def test_our_own_works_with_its_town_is_a_site(sentence: str) -> None:
    assert {topic for topic, _, _ in _told(sentence)} == {"SITE"}


@pytest.mark.parametrize(
    "sentence",
    ["The coats are sewn in Portugal.", "Jackorna sys i Portugal.", "Sewing takes place in Peru."],
)
def test_a_country_alone_is_no_site(sentence: str) -> None:
    assert {topic for topic, _, _ in _told(sentence)} == {"COUNTRY"}
