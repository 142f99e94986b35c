"""How claims about work bear: an ill that is absent, a good that is missed, what tells itself."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

SPARED = [
    ("Retention of passports was not found at any audited site.", "LAB.FORCED"),
    ("There is no longer a curfew in the dormitory.", "LAB.FORCED"),
    ("Barnarbete påträffades inte vid granskningen.", "LAB.CHILD"),
    ("Nobody under 18 was met on the sewing floor.", "LAB.CHILD"),
    ("No recruitment fee was charged at the gate.", "LAB.FEES"),
    ("Ingen skillnad i lön mellan kvinnor och män noterades.", "LAB.DISCRIMINATION"),
    ("No accidents were recorded in 2025.", "LAB.SAFETY"),
    ("No retaliation against complainants has been seen.", "LAB.GRIEVANCE"),
    ("Avdrag för uniform görs inte längre från lönen.", "LAB.WAGE"),
]


@pytest.mark.parametrize(("page", "topic"), SPARED)
def test_an_ill_that_is_absent_is_a_support(page: str, topic: str) -> None:
    assert set(told(page, topic)) == {("denied", "support")}


LACKED = [
    ("Proof of age is not kept for any worker.", "LAB.CHILD"),
    ("No written rule tells who pays the recruitment fee.", "LAB.FEES"),
    ("The sprayers were without protective masks.", "LAB.SAFETY"),
    ("The suggestion box is not emptied.", "LAB.GRIEVANCE"),
    ("Daily workers in packing are without written contracts.", "LAB.CONTRACT"),
    ("Något kollektivavtal har inte kommit till stånd.", "LAB.UNION"),
    ("Semesterlön betalas inte ut.", "LAB.WAGE"),
    ("Eleven of twelve workers had not seen their passports since May.", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), LACKED)
def test_a_good_that_is_missed_is_a_risk(page: str, topic: str) -> None:
    assert set(told(page, topic)) == {("denied", "risk")}


AWAITED = [
    "The agency keeps the passports until the recruitment loan is repaid.",
    "The passports are kept by the agency until they are returned at the end of the contract.",
    "Agenten behåller arbetarnas pass tills lånet är återbetalat.",
    "Passen lämnas inte ut förrän skulden är återbetald.",
]


@pytest.mark.parametrize("page", AWAITED)
def test_papers_kept_until_a_debt_is_paid_are_a_risk_whatever_comes_then(page: str) -> None:
    assert {bearing for _, bearing in told(page, "LAB.FORCED")} == {"risk"}


TOLD = [
    ("The union chair is also head of HR.", "LAB.UNION", "risk"),
    ("Five dismissed union members were reinstated.", "LAB.UNION", "support"),
    ("The accident frequency was 4.1 per million hours.", "LAB.SAFETY", "neutral"),
    ("Passports of 33 workers lay in the office safe.", "LAB.FORCED", "risk"),
    ("The arrears of wages have been settled.", "LAB.WAGE", "support"),
    ("Packers worked 56 hours a week in January.", "LAB.HOURS", "risk"),
    ("The week is down to 56 hours since June.", "LAB.HOURS", "support"),
    ("The mill has trained supervisors on harassment.", "LAB.DISCRIMINATION", "support"),
]


@pytest.mark.parametrize(("page", "topic", "bearing"), TOLD)
def test_what_tells_by_itself_bears_as_it_says(page: str, topic: str, bearing: str) -> None:
    assert set(told(page, topic)) == {("affirmed", bearing)}


def test_none_to_our_knowledge_is_neither_for_nor_against() -> None:
    page = "Phthalates: none to our knowledge."
    assert set(told(page, "CHEM.GROUP")) == {("hedged", "neutral")}


WEIGHED = [
    ("The packers' passports stay with their owners.", "LAB.FORCED", "support"),
    ("Passen fanns hos arbetarna själva.", "LAB.FORCED", "support"),
    ("Två slipmaskiner kördes utan skydd.", "LAB.SAFETY", "risk"),
    ("The mill disputes that any recruitment fees were charged.", "LAB.FEES", "neutral"),
]


@pytest.mark.parametrize(("page", "topic", "bearing"), WEIGHED)
def test_who_holds_a_paper_what_lacks_and_who_denies_it_decide_the_bearing(
    page: str, topic: str, bearing: str
) -> None:
    assert [one for _, one in told(page, topic)] == [bearing]


@pytest.mark.parametrize(
    ("said", "bearing"),
    [
        ("All workers are paid wages that exceed legal requirements.", "support"),
        ("Our wages are above the legal level.", "support"),
        ("Lönerna överstiger alla lagkrav.", "support"),
        ("Deductions from wages exceed the legal limit.", "risk"),
        ("Löneavdragen överstiger lagens gräns.", "risk"),
    ],
)
def test_pay_above_the_law_speaks_for_the_firm_and_deductions_above_it_against(
    said: str, bearing: str
) -> None:
    assert told(said, "LAB.WAGE") == [("affirmed", bearing)]


@pytest.mark.parametrize(
    ("said", "topic", "bearing"),
    [
        ("Arbetare som gick med i facket sades upp.", "LAB.UNION", "risk"),
        ("Workers who joined the union were dismissed.", "LAB.UNION", "risk"),
        ("Arbetare som klagade straffades.", "LAB.GRIEVANCE", "risk"),
        ("Workers who complained were punished.", "LAB.GRIEVANCE", "risk"),
        ("Arbetsgivaren betalade alla avgifter för rekryteringen.", "LAB.FEES", "support"),
        ("The employer paid all recruitment fees.", "LAB.FEES", "support"),
        ("Kvinnor och män får lika betalt.", "LAB.DISCRIMINATION", "support"),
        ("Women and men are paid equally.", "LAB.DISCRIMINATION", "support"),
    ],
)
def test_who_is_hurt_for_it_and_who_pays_for_it_weighs(said: str, topic: str, bearing: str) -> None:
    assert told(said, topic) == [("affirmed", bearing)]
