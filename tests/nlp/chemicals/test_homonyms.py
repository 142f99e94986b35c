"""Words that name a substance and a thing of every day: a harness is no selenium."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_told

TOPIC = "CHEM.SUBSTANCE"


@pytest.mark.parametrize(
    "said",
    [
        "Selen är provad enligt EN ISO 10535.",
        "Kassera selen om öglan fransar sig.",
        "Koppla selen till lyften.",
        "Stolen finns i silver och vitt.",
        "The frame comes in silver and copper.",
    ],
)
def test_a_harness_and_a_colour_are_no_substances(said: str) -> None:
    assert not [topic for topic, *_ in all_told(said) if topic == TOPIC]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Selen 2 mg/kg", "affirmed"),
        ("Selen: ej påvisat", "denied"),
        ("Produkten innehåller selen.", "affirmed"),
        ("The fabric is treated with antibacterial silver.", "affirmed"),
        ("Handtaget innehåller silver, 12 mg/kg.", "affirmed"),
    ],
)
def test_by_a_figure_a_result_or_a_content_they_are(said: str, stance: str) -> None:
    assert [told for topic, told, _ in all_told(said) if topic == TOPIC] == [stance]
