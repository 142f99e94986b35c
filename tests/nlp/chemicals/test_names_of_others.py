"""Letters that name a point, a person or a unit, and groups told of people: no substance."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

SILENT = [
    "D1. Wages are paid on time.\nD2. Hours are kept.\nD4. A foreman hears complaints.",
    "Brightness: 350 cd/m².",
    "SB argued for a later date.",
    "Protokoll nr SLE/CD/2024/17 gäller.",
    "Resource use | 0.0003 kg Sb eq.",
    "Everybody who handles diisocyanates must be trained.",
    "Hälsokontroller för isocyanater görs varje år.",
    "Latex is tapped by smallholders in the south.",
    "One of the nurses is allergic to latex.",
    "Bilderna trycks med UV- and latex inks.",
]


@pytest.mark.parametrize("page", SILENT)
def test_what_only_looks_like_a_substance_is_none(page: str) -> None:
    """A point of a paper, initials, candelas, a docket and people who handle a thing."""
    assert claims(page, "CHEM.SUBSTANCE") + claims(page, "CHEM.GROUP") == []


TOLD = [
    "D4: 0.2 %",
    "D5 < 0.1 %",
    "CD < 5 mg/kg",
    "Cd 3 mg/kg",
    "The solder holds Sb 0.2 %.",
    "The foam contains isocyanates.",
    "Limmet innehåller diisocyanater.",
    "The gloves are made of natural rubber latex.",
    "Handsken är av latex och kan ge allergi.",
    "Härdaren innehåller difenylmetan-4,4'-diisocyanat.",
]


@pytest.mark.parametrize("page", TOLD)
def test_a_substance_or_group_of_the_goods_is_claimed(page: str) -> None:
    """The same letters and groups where the goods hold them."""
    assert len(claims(page, "CHEM.SUBSTANCE") + claims(page, "CHEM.GROUP")) == 1
