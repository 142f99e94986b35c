"""What shall be so: lead-ins, agreed actions, verbs of demand, codes; and what is only borne."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances, told

LED = [
    ("SUPPLIER CONTRACT\n\nThe supplier shall\n- keep no passports;\n", "LAB.FORCED"),
    ("The supplier shall ensure that\n(a) nobody pays a recruitment fee;\n", "LAB.FEES"),
    ("AVTAL\n\nLeverantören ska\n• betala minimilön till alla\n", "LAB.WAGE"),
]


@pytest.mark.parametrize(("page", "topic"), LED)
def test_a_list_takes_its_duty_from_a_lead_in_without_a_colon(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


DEMANDED = [
    ("We recommend that a hotline be opened for workers.", "LAB.GRIEVANCE"),
    ("Our code bans prison labour.", "LAB.FORCED"),
    ("The buyer demanded that the recruitment fees be repaid.", "LAB.FEES"),
    ("Overtime needs the written consent of the plant manager.", "LAB.HOURS"),
    ("The unpaid overtime is to go out with the wages of March.", "LAB.WAGE"),
    ("The mill undertook to end wage deductions.", "LAB.WAGE"),
    ("Vi kräver att avgifterna till rekryterare betalas tillbaka.", "LAB.FEES"),
    ("Vi rekommenderar en extern klagomålskanal.", "LAB.GRIEVANCE"),
    ("Nattarbete är förbehållet dem som fyllt 18 år.", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), DEMANDED)
def test_what_is_demanded_or_agreed_on_is_a_duty(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


BORNE = [
    ("Female applicants must take a pregnancy test.", "LAB.DISCRIMINATION"),
    ("Workers have to pay a deposit for tools.", "LAB.FORCED"),
    ("Arbetarna måste lämna in sina pass vid anställningen.", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), BORNE)
def test_what_workers_must_put_up_with_is_there_and_no_rule(page: str, topic: str) -> None:
    assert set(told(page, topic)) == {("affirmed", "risk")}


def test_what_workers_must_not_be_made_to_bear_is_a_rule() -> None:
    assert stances("Workers must not pay any recruitment fee.", "LAB.FEES") == ["required"]


SEEN = [
    ("Two exits were found to be blocked.", "LAB.SAFETY"),
    ("Workers were told to be quiet about the unpaid overtime.", "LAB.WAGE"),
    ("The dormitory is to the left of the fire exit.", "LAB.SAFETY"),
]


@pytest.mark.parametrize(("page", "topic"), SEEN)
def test_an_infinitive_behind_a_word_of_seeing_or_saying_is_no_duty(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


def kinds(page: str, kind: str) -> list[str]:
    """The stances of the claims of a page of a document of that kind."""
    return [c.stance for c in nlp.find_claims([page], today=TODAY, kind=kind)]


RULES = [
    "Children under 16 may be employed on school holidays.",
    "Wages are paid on the fifth of each month.",
    "Lönen betalas den femte varje månad.",
]


@pytest.mark.parametrize("page", RULES)
def test_plain_words_and_permissions_of_a_policy_are_rules(page: str) -> None:
    assert kinds(page, "policy") == ["required"]
    assert kinds(page, "audit_smeta") != ["required"]


REPORTS = [
    "Wages were paid late at two sites.",
    "Wages are paid late at the mill in Penang.",
    "På anläggningen arbetade glasbruket utan skyddsglasögon.",
]


HARMS = [
    "Code of conduct\n\nThe agency keeps the passports until the loan is repaid.\n",
    "Uppförandekod\n\nAgenten behåller arbetarnas pass tills lånet är betalt.\n",
]
LEFT_TO_THEM = [
    "Code of conduct\n\nThe supplier never keeps passports.\n",
    "Code of conduct\n\nThe supplier keeps no passports.\n",
    "Code of conduct\n\nEach worker keeps the passport.\n",
    "Uppförandekod\n\nArbetarna behåller sina pass.\n",
]


@pytest.mark.parametrize("page", HARMS)
def test_no_code_makes_it_a_rule_that_somebody_keeps_the_papers_of_workers(page: str) -> None:
    assert set(stances(page, "LAB.FORCED")) == {"affirmed"}


@pytest.mark.parametrize("page", LEFT_TO_THEM)
def test_that_papers_stay_with_the_workers_is_a_rule_in_a_code(page: str) -> None:
    assert stances(page, "LAB.FORCED") == ["required"]


@pytest.mark.parametrize("page", REPORTS)
def test_what_a_policy_tells_of_the_past_or_of_a_place_is_a_report(page: str) -> None:
    assert "required" not in kinds(page, "policy")


KEPT_FROM = [
    ("Migrants may not join the union at the mill.", "LAB.UNION", "denied", "risk"),
    ("Kvinnor får inte bli förmän på pressarna.", "LAB.DISCRIMINATION", "affirmed", "risk"),
    ("Union members may not be dismissed.", "LAB.UNION", "required", "support"),
    ("Gravida får inte sägas upp.", "LAB.DISCRIMINATION", "required", "support"),
]


@pytest.mark.parametrize(("page", "topic", "stance", "bearing"), KEPT_FROM)
def test_what_a_group_is_kept_from_is_no_rule_that_protects_it(
    page: str, topic: str, stance: str, bearing: str
) -> None:
    assert told(page, topic) == [(stance, bearing)]


WISHED = [
    ("Our buyers ask that:\n- recruitment fees be paid by the employer;\n", "LAB.FEES"),
    ("We have promised:\n- to take no deposits from new workers;\n", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), WISHED)
def test_what_is_asked_for_without_a_word_of_duty_is_a_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


BOUGHT = [
    ("SUPPLIER CODE OF CONDUCT\n\nMaterials\nCotton from Xinjiang is excluded.\n", "required"),
    ("Cotton from Xinjiang is excluded and has not been bought.\n", "denied"),
    ("We do not accept Turkmen cotton.\n", "denied"),
]


@pytest.mark.parametrize(("page", "stance"), BOUGHT)
def test_what_is_kept_out_is_a_rule_in_a_policy_and_an_absence_elsewhere(
    page: str, stance: str
) -> None:
    assert stances(page, "ORIGIN.MATERIAL") == [stance]
