"""What labour papers say in few words, in both languages, and what it means for the buyer."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

HEARD = [
    ("Fourteen workers had paid INR 4,000 to a man in the village.\n", "LAB.FEES"),
    ("Arbetarna hade betalat 900 ringgit var till en man i byn.\n", "LAB.FEES"),
    ("A packer lost a finger in the press in May.\n", "LAB.SAFETY"),
    ("Dörren till lagret var låst med kedja.\n", "LAB.SAFETY"),
    ("A foreman called names and shouted at the women.\n", "LAB.DISCRIMINATION"),
    ("Förmannen skriker åt de nyanställda varje dag.\n", "LAB.DISCRIMINATION"),
    ("A 14-year-old helper carried boxes in the yard.\n", "LAB.CHILD"),
    ("En 15-årig pojke bar lådor på gården.\n", "LAB.CHILD"),
    ("The finishing is farmed out to households in the village.\n", "LAB.CONTRACT"),
    ("Skalningen utförs av dagarbetare från byn.\n", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), HEARD)
def test_a_harm_told_in_plain_words_is_a_risk(page: str, topic: str) -> None:
    assert told(page, topic) == [("affirmed", "risk")]


GOOD = [
    ("The toll-free helpline is staffed every day until 20:00.\n", "LAB.GRIEVANCE"),
    ("Hjälplinjen drivs av en fristående organisation.\n", "LAB.GRIEVANCE"),
    ("Light curtains have been fitted on all presses.\n", "LAB.SAFETY"),
    ("Pressarna har fått tvåhandsmanöver.\n", "LAB.SAFETY"),
    ("A works council meets every second month.\n", "LAB.UNION"),
    ("En arbetstagarkommitté sammanträder varje kvartal.\n", "LAB.UNION"),
    ("The company repaid the workers in full.\n", "LAB.FEES"),
]


@pytest.mark.parametrize(("page", "topic"), GOOD)
def test_a_measure_that_is_in_place_is_a_support(page: str, topic: str) -> None:
    assert told(page, topic) == [("affirmed", "support")]


NO_CLAIM = [
    ("The sample was taken by extraction with hexane.\n", "LAB.SAFETY"),
    ("Fish, 96 hours: 12 mg/l, LC50 after exposure for 72 hours.\n", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), NO_CLAIM)
def test_the_same_words_of_a_laboratory_are_no_working_condition(page: str, topic: str) -> None:
    assert told(page, topic) == []


WEIGHED = [
    ("The auditors saw no children in the factory.\n", "LAB.CHILD", ("denied", "support")),
    ("Inga barn påträffades i fabriken.\n", "LAB.CHILD", ("denied", "support")),
    ("The working week peaked at 74 hours per week.\n", "LAB.HOURS", ("affirmed", "risk")),
    ("Normalveckan är 40 timmar per vecka.\n", "LAB.HOURS", ("affirmed", "support")),
    ("The pay is 71 % of a living wage.\n", "LAB.WAGE", ("affirmed", "risk")),
    ("Lönen är 71 procent av en levnadslön.\n", "LAB.WAGE", ("affirmed", "risk")),
    ("Last year 52 complaints were received.\n", "LAB.GRIEVANCE", ("affirmed", "neutral")),
    ("I fjol kom 52 klagomål in.\n", "LAB.GRIEVANCE", ("affirmed", "neutral")),
]


@pytest.mark.parametrize(("page", "topic", "wanted"), WEIGHED)
def test_figures_shares_and_counts_of_cases_are_weighed(
    page: str, topic: str, wanted: tuple[str, str]
) -> None:
    assert told(page, topic) == [wanted]


def test_a_certificate_of_another_company_is_a_risk() -> None:
    page = "The SA8000 certificate belongs to another company in the group.\n"
    assert told(page, "CERT") == [("denied", "risk")]


def test_absolute_words_without_proof_weigh_nothing() -> None:
    page = "Our chairs are free from hazardous chemicals.\n"
    assert told(page, "CHEM.GROUP") == [("denied", "neutral")]


def test_what_is_not_free_of_a_thing_holds_it() -> None:
    assert [stance for stance, _ in told("The power cord is not PVC-free.\n", "CHEM.GROUP")] == [
        "affirmed"
    ]
