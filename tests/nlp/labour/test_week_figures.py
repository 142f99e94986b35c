"""The hours of a week in the words in which people and auditors count them."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def hours(page: str) -> set[str]:
    """The hours of a week told on a page."""
    claims = nlp.find_claims([page], today=TODAY)
    found = {c.value.get("hours_per_week", "") for c in claims if c.topic == "LAB.HOURS"}
    return found - {""}


TOLD = [
    ("Ordinary working hours are 37.5 a week.", "37.5"),
    ("Arbetstiden är 38,5 timmar i veckan.", "38.5"),
    ("Normal hours 48 with Saturdays.", "48"),
    ("Hours are capped at 57 including overtime.", "57"),
    ("Working hours averaged 61 a week in the spring.", "61"),
    ("Weekly hours peaked at 57 last year.", "57"),
    ("Average working hours of the dyers: 66 a week.", "66"),
    ("Total working hours may not exceed 60 in any week.", "60"),
    ("The week exceeded 60 hours in nine records, with 64 as the highest figure.", "64"),
    ("The auditor counted 69 working hours a week in March.", "69"),
    ("Working hours in the busy months are 62 per week.", "62"),
    ("Elva veckor låg över 60 timmar, högsta noteringen 71.", "71"),
    ("Arbetstiden är elva timmar per dag, sex dagar, alltså 66 timmar.", "66"),
    ("Arbetstiden är tio timmar om dagen, sex dagar i veckan.", "60"),
    ("The loaders work 12-hour shifts on six days.", "72"),
    ("Overtime reached 52 hours in the week before Easter.", "52"),
]


@pytest.mark.parametrize(("page", "figure"), TOLD)
def test_hours_of_a_week_are_read(page: str, figure: str) -> None:
    assert hours(page) == {figure}


SILENT = [
    "Working hours are recorded for 64 per cent of the workers.",
    "Working hours are checked in 45 of 50 factories.",
    "Arbetstiden är åtta timmar per dag.",
    "Overtime records were missing for 34 workers in May.",
    "Working hours exceeded the limit in 26 of 40 files.",
    "Overtime exceeded 36 per cent in three units.",
    "Working hours were 12 hours a day for 30 days on end.",
]


@pytest.mark.parametrize("page", SILENT)
def test_shares_people_and_days_are_no_hours_of_a_week(page: str) -> None:
    assert hours(page) == set()
