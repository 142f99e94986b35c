"""Rules and plans that no word of duty tells: a time by which each is done, a year it goes."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

TIMED = [
    ("Complaints are answered in writing within ten working days.\n", "LAB.GRIEVANCE", "affirmed"),
    ("Sexuella trakasserier anmäls till ledningen inom 24 timmar.\n", "LAB.DISCRIMINATION",
     "required"),
    ("Serious accidents are notified to the buyer the same day.\n", "LAB.SAFETY", "required"),
    ("The complaint was answered within ten days.\n", "LAB.GRIEVANCE", "affirmed"),
    ("We answer complaints within seven days.\n", "LAB.GRIEVANCE", "affirmed"),
    ("Klagomålen besvarades inom två veckor.\n", "LAB.GRIEVANCE", "affirmed"),
    ("Two accidents were reported the same day.\n", "LAB.SAFETY", "affirmed"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "topic", "stance"), TIMED)
def test_a_time_for_each_case_is_a_rule(page: str, topic: str, stance: str) -> None:
    assert stances(page, topic) == [stance]


SCHEDULED = [
    ("Golvlacken ersätts av en isocyanatfri produkt senast 2027.\n", "CHEM.GROUP", "required"),
    ("Antalet artiklar av PVC halveras till 2028.\n", "CHEM.GROUP", "required"),
    ("Handtaget av PVC byts till TPE före mars 2027.\n", "CHEM.GROUP", "required"),
    ("The PVC hose is being replaced by May 2027.\n", "CHEM.GROUP", "required"),
    ("Slangen är tillverkad av PVC sedan 2019.\n", "CHEM.GROUP", "affirmed"),
    ("Handtaget är ftalatfritt sedan 2024.\n", "CHEM.GROUP", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), SCHEDULED)
def test_what_changes_by_a_year_to_come_is_a_plan(page: str, topic: str, stance: str) -> None:
    assert stances(page, topic) == [stance]


UNTRACED = [
    ("Batteriet innehåller kobolt som ingen har spårat.\n", "ORIGIN.MINERALS"),
    ("For a third of the tin we have no smelter name.\n", "ORIGIN.MINERALS"),
]


@pytest.mark.parametrize(("page", "topic"), UNTRACED)
def test_a_material_that_nobody_traced_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]
