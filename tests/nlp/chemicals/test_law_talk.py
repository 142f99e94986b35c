"""What is banned, proposed, asked or tried under given conditions: nothing of these goods."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

SILENT = [
    "The universal restriction of PFAS is dealt with by the committees of ECHA.",
    "Den universella begränsningen av PFAS utreds fortfarande.",
    "In the field of chemicals a ban on bisphenols and PFAS would come in 2027.",
    "Many states have enacted laws on PFAS.",
    "EU har i år beslutat att förbjuda bisfenol A i konservburkar.",
    "The regulation stipulates restrictions of lead and cadmium in batteries.",
    "Batterier med kvicksilver ska enligt lag samlas in för sig.",
    "Vi tackar för frågan; ni undrar huruvida krämen innehåller D5.",
    "In your letter you ask whether our hoses contain DEHP.",
    "Melamine and formaldehyde, 3 % acetic acid, 70 °C, 2 h",
    "Simulant B is acetic acid 3 %.",
    "Vid brand kan kolmonoxid och vätecyanid bildas.",
    "In case of fire carbon monoxide may be released.",
]


@pytest.mark.parametrize("page", SILENT)
def test_law_fire_and_method_are_no_content(page: str) -> None:
    """None of these tells what the goods hold."""
    assert claims(page, "CHEM.SUBSTANCE") + claims(page, "CHEM.GROUP") == []


TOLD = [
    ("Our jackets contain PFAS that would fall under the universal restriction.", "affirmed"),
    ("Våra jackor innehåller PFAS som omfattas av den universella begränsningen.", "affirmed"),
    ("We are phasing out PFAS ahead of the proposed restriction.", "affirmed"),
    ("You asked whether the hose contains DEHP: it is free from DEHP.", "denied"),
    ("Formaldehyde 3 mg/kg at 70 °C, 2 h", "affirmed"),
    ("Krämen innehåller D5.", "affirmed"),
    ("Bly är begränsat till 0,1 procent i våra produkter.", "affirmed"),
    ("The lamp contains mercury.", "affirmed"),
]


@pytest.mark.parametrize(("page", "stance"), TOLD)
def test_content_beside_such_talk_is_claimed(page: str, stance: str) -> None:
    """The goods' own content stands, whatever law is named beside it."""
    found = claims(page, "CHEM.SUBSTANCE") + claims(page, "CHEM.GROUP")
    assert stance in {claim.stance for claim in found}
