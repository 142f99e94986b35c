"""Words of hours, pay, contracts and fees where they mean a time limit, a place or a paper."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def topics(page: str) -> set[str]:
    """The labour topics claimed on a page."""
    claims = nlp.find_claims([page], today=TODAY)
    return {claim.topic for claim in claims if claim.topic.startswith("LAB.")}


SILENT = [
    "Visible damage shall be reported within 48 hours.",
    "Transportskador anmäls inom sju dagar till vår kundtjänst.",
    "The panels are aired for 72 hours before they are packed.",
    "The declaration is renewed within four weeks of each revision of the list.",
    "The new terminal came after weeks of rain.",
    "A customer that is late in two consecutive quarters loses its discount.",
    "Support svarar i telefon fem dagar i veckan.",
    "Goods are delivered five days a week.",
    "The roster is run from the head office in Leeds.",
    "Working time of the pump: 12 s at 20 °C.",
    "Minimilönen i Bangladesh bestäms av en nämnd.",
    "The minimum wage in Vietnam was raised in July 2024.",
    "A living wage is calculated from the cost of food and rent.",
    "Landet har ingen lagstadgad minimilön.",
    "Remuneration of the board is described in note 7.",
    "Löner och ersättningar framgår av not 12.",
    "A collective labour agreement was signed in 2023 by supplier and buyer.",
    "Muntliga beställningar ska bekräftas samma dag.",
    "Bytet av limleverantör sparade 40 000 kronor.",
    "We do not charge fees for samples to our customers.",
    "The school fee of 40 euros was paid.",
    "Lindvalls Måleri AB (73 anställda)",
    "The candidate list is renewed two times a year, and all suppliers are told.",
    "Leasing contracts run for four years.",
]


@pytest.mark.parametrize("page", SILENT)
def test_limits_of_time_places_and_papers_are_no_conditions_of_work(page: str) -> None:
    assert topics(page) & {"LAB.HOURS", "LAB.WAGE", "LAB.CONTRACT", "LAB.FEES"} == set()


TOLD = [
    ("Employees work within 48 hours per week.", "LAB.HOURS"),
    ("Arbetarna arbetade i 72 timmar utan vila.", "LAB.HOURS"),
    ("Minst en ledig dag inom sju dagar ges.", "LAB.HOURS"),
    ("The packers had weeks of 72 hours in June.", "LAB.HOURS"),
    ("Workers had no day off in three consecutive weeks.", "LAB.HOURS"),
    ("Rotas give everyone eleven hours of rest.", "LAB.HOURS"),
    ("Packarna arbetar sju dagar i veckan.", "LAB.HOURS"),
    ("The minimum wage is paid to all workers.", "LAB.WAGE"),
    ("Minimilönen betalas till alla.", "LAB.WAGE"),
    ("Avdrag visas på lönebeskedet.", "LAB.WAGE"),
    ("Pay slips are handed out every month.", "LAB.WAGE"),
    ("Auditors reviewed 40 pay slips and all showed wages above the minimum.", "LAB.WAGE"),
    ("Payroll records for May were not available.", "LAB.WAGE"),
    ("Packarna anställs muntligt.", "LAB.CONTRACT"),
    ("The cutters were hired orally by a foreman.", "LAB.CONTRACT"),
    ("Arbetet läggs aldrig ut på hemarbetare.", "LAB.CONTRACT"),
    ("Oanmälda verkstäder hittades i två byar.", "LAB.CONTRACT"),
    ("Workers paid a fee to the agent for the job.", "LAB.FEES"),
    ("Arbetarna betalade en avgift till förmedlaren.", "LAB.FEES"),
    ("Forty loaders were short-paid in the first months.", "LAB.WAGE"),
    ("Städarna har fått för lite betalt i två månader.", "LAB.WAGE"),
    ("All employees have signed a contract in their own language.", "LAB.CONTRACT"),
    ("Entreprenören har 73 anställda utan skriftliga avtal.", "LAB.CONTRACT"),
    ("Bolaget bekostar arbetarnas resa tur och retur.", "LAB.FEES"),
]


@pytest.mark.parametrize(("page", "topic"), TOLD)
def test_the_same_words_of_those_who_work_tell_of_it(page: str, topic: str) -> None:
    assert topic in topics(page)


def test_a_box_by_the_time_clock_is_a_channel_and_no_hours() -> None:
    page = "Arbetarna kan lämna klagomål i lådan vid stämpelklockan."
    assert topics(page) == {"LAB.GRIEVANCE"}


def test_a_link_on_the_pay_slip_is_a_channel_and_no_pay() -> None:
    page = "Arbetarna kan lämna klagomål via en länk på lönebeskedet."
    assert topics(page) == {"LAB.GRIEVANCE"}


PAID = [
    "Övertid har betalats korrekt.",
    "Overtime had been paid correctly to all packers.",
    "Overtime was remunerated at the ordinary rate.",
    "Sunday work is paid at 200 %.",
    "Söndagsarbete ersätts med dubbel lön.",
]


@pytest.mark.parametrize("page", PAID)
def test_what_is_paid_for_overtime_is_pay(page: str) -> None:
    assert topics(page) == {"LAB.WAGE"}


LONG = [
    "Övertiden översteg 60 timmar per vecka men betalades korrekt.",
    "Overtime of 30 hours a week was paid at the ordinary rate.",
]


@pytest.mark.parametrize("page", LONG)
def test_how_long_overtime_is_stands_beside_what_is_paid(page: str) -> None:
    assert topics(page) == {"LAB.HOURS", "LAB.WAGE"}


def test_terms_of_trade_under_their_heading_are_silent() -> None:
    page = (
        "Returns and complaints\nGoods may be returned. A deduction of 15 % is made for handling."
    )
    assert topics(page) == set()
