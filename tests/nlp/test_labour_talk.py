"""Conditions of work told as people tell them: by things and deeds, not by the names of topics."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def topics(page: str) -> set[str]:
    """The labour topics claimed on a page."""
    claims = nlp.find_claims([page], today=TODAY)
    return {claim.topic for claim in claims if claim.topic.startswith("LAB.")}


TOLD = [
    ('"My passport is with the agent," a sewer told us.', "LAB.FORCED"),
    ("She said her identity card lay in the office safe.", "LAB.FORCED"),
    ("Whoever resigns early forfeits the last month's pay.", "LAB.FORCED"),
    ("Packers owe the contractor money for advances.", "LAB.FORCED"),
    ("Rostbrukets arbetare har lån hos förmannen.", "LAB.FORCED"),
    ("He paid two thousand dollars to an agent to get the job.", "LAB.FEES"),
    ("Four loaders had bought their jobs from a foreman.", "LAB.FEES"),
    ("Han hade betalat för jobbet hos en mellanhand.", "LAB.FEES"),
    ("Boys were seen carrying bricks at the kiln.", "LAB.CHILD"),
    ("A fifteen-year-old was trimming threads.", "LAB.CHILD"),
    ("A press operator fractured his wrist in March.", "LAB.SAFETY"),
    ("Bedbugs were reported in the hostel.", "LAB.SAFETY"),
    ("Lactation breaks are given twice a day.", "LAB.DISCRIMINATION"),
    ("Förmän har krävt sexuella tjänster av kvinnor.", "LAB.DISCRIMINATION"),
    ("Sorting is done in a backyard workshop.", "LAB.CONTRACT"),
    ("The normal week is 45 hours.", "LAB.HOURS"),
    ("Packarna arbetade tolv dagar i rad.", "LAB.HOURS"),
    ("Wages came two weeks late in March.", "LAB.WAGE"),
    ("Workers can raise concerns with the ethics line.", "LAB.GRIEVANCE"),
    ("Arbetarna får välja företrädare vartannat år.", "LAB.UNION"),
]


@pytest.mark.parametrize(("page", "topic"), TOLD)
def test_what_people_tell_of_their_work_is_heard(page: str, topic: str) -> None:
    assert topic in topics(page)


SILENT = [
    "The bank loan of the company was repaid in May.",
    "A membership fee is paid by all suppliers to the association.",
    "Tests marked with # were subcontracted.",
]


@pytest.mark.parametrize("page", SILENT)
def test_loans_of_firms_and_fees_of_clubs_are_none_of_it(page: str) -> None:
    assert topics(page) == set()


def test_what_a_foreman_demands_of_workers_is_there_and_no_rule() -> None:
    page = "En förman krävde sexuella tjänster av kvinnor i packningen."
    assert {c.stance for c in nlp.find_claims([page], today=TODAY)} == {"affirmed"}


BESIDE = [
    ("A complaint can be handed to the trade union.", {"LAB.GRIEVANCE"}),
    ("Klagomål kan lämnas till facket.", {"LAB.GRIEVANCE"}),
    ("Kvinnor diskrimineras i fråga om löner.", {"LAB.DISCRIMINATION"}),
    ("The trade union was consulted.", {"LAB.UNION"}),
    ("Wages are paid late, and passports are kept by the agent.", {"LAB.FORCED", "LAB.WAGE"}),
]


@pytest.mark.parametrize(("sentence", "topics"), BESIDE)
def test_what_is_only_mentioned_beside_another_topic_is_not_told(
    sentence: str, topics: set[str]
) -> None:
    found = nlp.find_claims([f"{sentence}\n"], today=TODAY)
    assert {claim.topic for claim in found} == topics
