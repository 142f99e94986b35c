"""Harm that is asked for, spelt out, in food or at work: none of the goods is told to do it."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

SILENT = [
    "Is any of the products labelled H314, H317 or H334?",
    "7. Är någon vara märkt med H350, H360 eller H410? ☐ Ja ☐ Nej",
    "Relevanta faroangivelser: H226, H304, H315, H336.",
    "Full text of hazard statements: H225, H319, H336.",
    "H317 betyder att en vara kan ge allergi vid hudkontakt.",
    "H410 means that it harms water for a long time.",
    "Allergener anges med versaler på menyn.",
    "Our kitchen answers all questions on allergens.",
    "Den som är under 18 år får inte hantera frätande ämnen.",
    "Trainees below 18 never work with carcinogens.",
    "Question | Yes | No\nWages are paid on time | [x] | [ ]\nExits are kept clear | [ ] | [x]",
]


@pytest.mark.parametrize("page", SILENT)
def test_harm_that_is_not_the_goods_own_is_not_claimed(page: str) -> None:
    """A question, a glossary, a menu, a rule for the young and a cross in a form are no harm."""
    assert claims(page, "CHEM.HAZARD") == []


TOLD = [
    ("Produkten är märkt med H317.", "affirmed"),
    ("The cleaner is classified H314.", "affirmed"),
    ("Is the product classified? Yes, H317.", "affirmed"),
    ("Är produkten märkt med H317? Ja", "affirmed"),
    ("Parfymen innehåller allergener.", "affirmed"),
    ("The fragrance contains contact allergens.", "affirmed"),
    ("Avkalkningsmedlet är frätande.", "affirmed"),
    ("The adhesive is not a carcinogen.", "denied"),
    ("Workers handle a corrosive cleaner.", "affirmed"),
]


@pytest.mark.parametrize(("page", "stance"), TOLD)
def test_harm_of_the_goods_is_claimed(page: str, stance: str) -> None:
    """What is told of the goods stands."""
    assert [claim.stance for claim in claims(page, "CHEM.HAZARD")] == [stance]
