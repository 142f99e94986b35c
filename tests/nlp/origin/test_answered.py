"""Factories and raw materials in answers, keys and steps: who makes, and where what comes from."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

_TODAY = date(2026, 11, 28)
_BEFORE = {
    "sv": "Vi är ett företag som har funnits länge och som säljer till hela landet.\n\n",
    "en": "We are a company that has been there for years and sells to the whole country.\n\n",
}


def _told(language: str, text: str) -> list[tuple[str, str, str]]:
    """Topic, stance and place of each claim of origin, with the material where one is told."""
    found = nlp.find_claims([f"{_BEFORE[language]}{text}\n"], today=_TODAY)
    return sorted(
        (
            one.topic.removeprefix("ORIGIN."),
            one.stance,
            " ".join(filter(None, (one.value.get("material"), one.value.get("country")))),
        )
        for one in found
        if one.topic.startswith("ORIGIN.")
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Where does the cotton come from? India."),
        ("en", "Where does the cotton come from?\nIndia"),
        ("en", "Country of origin of the cotton | India"),
        ("sv", "Var odlas bomullen? Indien."),
        ("sv", "Var odlas bomullen?\nIndien"),
    ],
)
def test_a_place_that_answers_for_a_material_is_the_materials(language: str, text: str) -> None:
    assert _told(language, text) == [("MATERIAL", "affirmed", "cotton IN")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The cotton is grown in India and spun in Turkey."),
        ("en", "The cotton is grown in India, spun in Turkey."),
        ("sv", "Bomullen odlas i Indien och spinns i Turkiet."),
    ],
)
def test_where_a_material_is_worked_is_a_land_of_making(language: str, text: str) -> None:
    assert _told(language, text) == [
        ("COUNTRY", "affirmed", "TR"),
        ("MATERIAL", "affirmed", "cotton IN"),
    ]


@pytest.mark.parametrize(
    ("language", "key"),
    [
        ("en", "Factories"),
        ("en", "Subcontractors"),
        ("en", "Name and address of the factory"),
        ("sv", "Fabriker"),
        ("sv", "Underleverantörer"),
        ("sv", "Fabrikens namn och adress"),
    ],
)
def test_a_key_of_makers_lists_each_with_its_land(language: str, key: str) -> None:
    listed = "Rivertex Garments Ltd, Gazipur, Bangladesh; Dalat Knit Co., Hanoi, Vietnam"
    assert _told(language, f"{key}: {listed}") == [
        ("SITE", "affirmed", "BD"),
        ("SITE", "affirmed", "VN"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Factory: confidential"),
        ("en", "Factory: not disclosed"),
        ("sv", "Fabrik: konfidentiellt"),
        ("sv", "Tillverkare: uppges inte"),
    ],
)
def test_a_maker_that_a_form_keeps_back_is_hedged(language: str, text: str) -> None:
    assert _told(language, text) == [("SITE", "hedged", "")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Warehouse: Nordwear Logistics AB, Borås, Sweden"),
        ("en", "Where is the cotton sold?\nIndia"),
        ("sv", "Lager: Nordwear Logistik AB, Borås, Sverige"),
    ],
)
def test_houses_and_places_that_make_nothing_are_not_flagged(language: str, text: str) -> None:
    assert _told(language, text) == []
