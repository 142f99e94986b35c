"""What a test was passed for is not there, what was failed for is; a title denies its list."""

from __future__ import annotations

import pytest

from nlp.chemicals.verdicts import verdict
from tests.nlp.asking import stances, told


@pytest.mark.parametrize(
    "page",
    [
        "The strap passes for azo dyes.",
        "Prov 4 klarar kravet för ftalater.",
        "The mat passes the requirements for PAH and phthalates.",
    ],
)
def test_what_a_sample_passes_for_is_not_there(page: str) -> None:
    assert set(told(page, "CHEM.GROUP")) == {("denied", "support")}


@pytest.mark.parametrize(
    "page",
    [
        "The strap does not pass for azo dyes.",
        "Prov 4 uppfyller inte kravet för ftalater.",
        "The mat does not meet the phthalate limit.",
        "No sample passes for PFAS.",
    ],
)
def test_what_a_sample_fails_for_is_there(page: str) -> None:
    assert told(page, "CHEM.GROUP") == [("affirmed", "risk")]


def test_a_sentence_without_a_verdict_has_none() -> None:
    assert verdict("the strap contains ", " in its coating") == ""


@pytest.mark.parametrize(
    "page",
    [
        "Not used\n– PFAS\n– phthalates\n",
        "Det här finns inte i bordet\n• PVC\n• ftalater\n",
        "The lamp is free from\n- PFAS\n- PVC\n",
    ],
)
def test_a_title_that_denies_leads_in_to_its_list_without_a_colon(page: str) -> None:
    assert told(page, "CHEM.GROUP") == [("denied", "support")] * 2


def test_a_list_under_what_is_used_is_there() -> None:
    page = "Used in the coating\n– PFAS\n– phthalates\n"
    assert told(page, "CHEM.GROUP") == [("affirmed", "risk")] * 2


@pytest.mark.parametrize(
    "page", ["PVC: the cord is free from PVC.", "PVC: nätkabeln är fri från PVC."]
)
def test_a_key_is_told_by_what_stands_behind_it(page: str) -> None:
    assert told(page, "CHEM.GROUP") == [("denied", "support")]


def test_what_is_added_below_a_bound_is_there() -> None:
    page = "A perfume is added, with limonene at less than 0.05 %."
    assert stances(page, "CHEM.SUBSTANCE") == ["affirmed"]
