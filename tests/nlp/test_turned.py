"""What turns a sentence round: a second denial, a condition, an exception, who has to bear it."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims, stances, told

TWICE_DENIED = [
    ("Ingen av våra hjälmar saknar bromerade flamskyddsmedel.", "CHEM.GROUP"),
    ("None of the helmets lacks brominated flame retardants.", "CHEM.GROUP"),
    ("The mill does not lack a grievance channel.", "LAB.GRIEVANCE"),
    ("Bruket saknar inte klagomålskanal.", "LAB.GRIEVANCE"),
]


@pytest.mark.parametrize(("page", "topic"), TWICE_DENIED)
def test_what_nobody_lacks_is_there(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


def test_two_lacks_beside_each_other_deny_nothing_of_each_other() -> None:
    page = "Two sites had no grievance channel and lacked a union.\n"
    assert stances(page, "LAB.UNION") == ["denied"]


CUED = [
    ("The hose is not free from phthalates.", "not free from"),
    ("Slangen är ftalatfri.", "fri"),
    ("Slangen är PFAS-, PVC- och ftalatfri.", "fri"),
    ("The coating is PFAS-free.", "free"),
]


@pytest.mark.parametrize(("page", "words"), CUED)
def test_the_words_that_turn_it_are_kept_with_the_flag(page: str, words: str) -> None:
    for claim in claims(page, "CHEM.GROUP"):
        assert [page[start:end] for start, end in claim.cues] == [words]


CONDITIONS = [
    ("If the hose contains phthalates, the supplier must inform the buyer.", "required"),
    ("If phthalates are found in the hose, the batch is put aside.", "hedged"),
    ("Om slangen innehåller ftalater, ska köparen få veta det.", "required"),
]


@pytest.mark.parametrize(("page", "stance"), CONDITIONS)
def test_of_what_might_be_in_it_nothing_is_affirmed(page: str, stance: str) -> None:
    assert stances(page, "CHEM.GROUP") == [stance]


EXCEPTIONS = [
    "No phthalates, with the exception of DINP, are used.",
    "Inga ftalater, med undantag för DINP, används.",
]


@pytest.mark.parametrize("page", EXCEPTIONS)
def test_what_is_excepted_from_a_denial_is_there(page: str) -> None:
    assert stances(page, "CHEM.SUBSTANCE") == ["affirmed"]
    assert stances(page, "CHEM.GROUP") == ["denied"]


def test_what_we_source_none_of_is_denied_and_not_in_doubt() -> None:
    assert stances("We source no mica from Jharkhand.", "ORIGIN.MATERIAL") == ["denied"]


BORNE = [
    ("Pregnancy tests are required at hiring.", "LAB.DISCRIMINATION", "affirmed", "risk"),
    ("Training against harassment is required.", "LAB.DISCRIMINATION", "required", "support"),
    ("No pregnancy test is required.", "LAB.DISCRIMINATION", "denied", "support"),
    ("Pregnant women are dismissed.", "LAB.DISCRIMINATION", "affirmed", "risk"),
    ("Gravida kvinnor sägs upp.", "LAB.DISCRIMINATION", "affirmed", "risk"),
    ("Workers are not allowed to leave the compound.", "LAB.FORCED", "affirmed", "risk"),
    ("Employees are not required to lodge deposits.", "LAB.FORCED", "denied", "support"),
    ("Suppliers are not allowed to keep passports.", "LAB.FORCED", "required", "support"),
    ("The mill takes part in a labour transfer programme.", "LAB.FORCED", "affirmed", "risk"),
    ("Recruitment fees are paid by the employer.", "LAB.FEES", "affirmed", "support"),
    ("Arbetsgivaren betalar alla rekryteringsavgifter.", "LAB.FEES", "affirmed", "support"),
    ("Recruitment fees are paid by the workers.", "LAB.FEES", "affirmed", "risk"),
    ("The minimum age is 13 years.", "LAB.CHILD", "required", "risk"),
    ("The minimum age is 15 years.", "LAB.CHILD", "required", "support"),
]


@pytest.mark.parametrize(("page", "topic", "stance", "bearing"), BORNE)
def test_what_workers_have_to_bear_is_there_and_a_risk(
    page: str, topic: str, stance: str, bearing: str
) -> None:
    assert set(told(page, topic)) == {(stance, bearing)}


@pytest.mark.parametrize(
    "page",
    ["Workers may not leave the dormitory at night.", "Arbetarna får inte lämna området."],
)
def test_a_ban_that_keeps_workers_in_is_a_risk_however_it_is_read(page: str) -> None:
    assert {claim.bearing for claim in claims(page, "LAB.FORCED")} == {"risk"}
