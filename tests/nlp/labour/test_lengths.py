"""Hours of a day, a month and a year, days of work and rest, notice, and pay that is late."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp
from nlp.labour.counts import COUNT, number_of
from nlp.labour.lengths import days_of_work, hours_by_period, notice, overdue

TODAY = date(2026, 4, 1)


def values(page: str, topic: str) -> list[dict[str, str]]:
    """The values of a page's claims on one topic, in order."""
    claims = nlp.find_claims([page], today=TODAY)
    return [dict(claim.value) for claim in claims if claim.topic == topic]


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Dyers did 100 hours of overtime a month.\n", {"hours_per_month": "100"}),
        ("Övertiden uppgick till 92 timmar per månad.\n", {"hours_per_month": "92"}),
        ("Monthly overtime came to 88 hours in the dye house.\n", {"hours_per_month": "88"}),
        ("Overtime is at most 150 hours per year.\n", {"hours_per_year": "150"}),
        ("Övertiden var 210 timmar om året.\n", {"hours_per_year": "210"}),
        ("Packers worked 66 hours a week in May.\n", {"hours_per_week": "66"}),
        ("Packarna arbetade 66 timmar i veckan i maj.\n", {"hours_per_week": "66"}),
    ],
)
def test_hours_are_told_of_the_period_they_are_stated_for(
    page: str, wanted: dict[str, str]
) -> None:
    assert values(page, "LAB.HOURS") == [wanted]


def test_hours_of_a_month_beside_those_of_a_week_are_no_hours_of_a_week() -> None:
    clause = "monthly overtime of 120 hours, with weeks of 71 hours"
    assert hours_by_period(clause) == {"hours_per_month": "120"}
    page = "Monthly overtime was 120 hours, equal to 71 hours in the worst week.\n"
    assert values(page, "LAB.HOURS") == [{"hours_per_month": "120", "hours_per_week": "71"}]


def test_this_year_is_no_year_of_hours() -> None:
    assert hours_by_period("i år arbetade de 52 timmar") == {}


@pytest.mark.parametrize(
    ("page", "stance", "bearing"),
    [
        ("Overtime shall not exceed 80 hours a year.\n", "required", "support"),
        ("Övertiden får inte överstiga 80 timmar per år.\n", "required", "support"),
        ("Dyers did 100 hours of overtime a month.\n", "affirmed", "risk"),
    ],
)
def test_hours_of_a_year_are_not_judged_as_those_of_a_week(
    page: str, stance: str, bearing: str
) -> None:
    claims = [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "LAB.HOURS"]
    assert [(claim.stance, claim.bearing) for claim in claims] == [(stance, bearing)]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("twelve hours a day, seven days a week", {"days_per_week": "7"}),
        ("tolv timmar sex dagar i veckan", {"days_per_week": "6"}),
        ("six-day weeks were usual", {"days_per_week": "6"}),
        ("sjudagarsveckor var vanliga", {"days_per_week": "7"}),
        ("one day off in seven was given", {"rest_days_per_week": "1"}),
        ("one day in seven is free", {"rest_days_per_week": "1"}),
        ("en vilodag i veckan ges", {"rest_days_per_week": "1"}),
        ("två lediga dagar per vecka", {"rest_days_per_week": "2"}),
        ("they worked 21 days on end", {"days_in_a_row": "21"}),
        ("thirteen consecutive working days", {"days_in_a_row": "13"}),
        ("tjugoåtta dagar i sträck", {"days_in_a_row": "28"}),
        ("femton dagar utan vila", {"days_in_a_row": "15"}),
        ("they rested two days in a row", {}),
        ("open seven hours", {}),
    ],
)
def test_days_of_work_and_of_rest(clause: str, wanted: dict[str, str]) -> None:
    assert days_of_work(clause) == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("workers may resign with 30 days' notice", "P30D"),
        ("the notice period is two weeks", "P2W"),
        ("anyone can quit with one month's notice", "P1M"),
        ("uppsägningstiden är tre månader", "P3M"),
        ("den som vill sluta har en månads uppsägningstid", "P1M"),
        ("orders are placed with ten days' notice", ""),
        ("they leave without notice", ""),
    ],
)
def test_the_notice_of_leaving_is_told_as_a_duration(clause: str, wanted: str) -> None:
    assert notice(clause) == wanted


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("wages were paid three weeks late", "P3W"),
        ("pay was delayed by two months", "P2M"),
        ("night work has been unpaid for 18 months", "P18M"),
        ("lönen kom nio dagar för sent", "P9D"),
        ("lönen har inte betalats ut i två månader", "P2M"),
        ("semesterlönen dröjde tre månader", "P3M"),
        ("wages are paid within two weeks", ""),
        ("lönen betalas två gånger i månaden", ""),
    ],
)
def test_pay_that_is_late_tells_for_how_long(clause: str, wanted: str) -> None:
    assert overdue(clause) == wanted


@pytest.mark.parametrize(
    "page",
    ["Holiday pay was paid three months late.\n", "Semesterlönen dröjde tre månader.\n"],
)
def test_pay_that_is_late_is_a_risk(page: str) -> None:
    claims = [c for c in nlp.find_claims([page], today=TODAY) if c.topic == "LAB.WAGE"]
    assert [(claim.stance, claim.bearing) for claim in claims] == [("affirmed", "risk")]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("7", 7),
        ("a", 1),
        ("twelve", 12),
        ("twenty-one", 21),
        ("sixty", 60),
        ("ett", 1),
        ("arton", 18),
        ("trettiosex", 36),
        ("nittionio", 99),
        ("night", None),
        ("", None),
    ],
)
def test_a_number_in_words(word: str, wanted: int | None) -> None:
    assert number_of(word) == wanted
    assert bool(re.fullmatch(COUNT, word)) == (wanted is not None)


@given(st.text(alphabet="abdehiklmnorstuvwyåäö 0123456789.,:-/", max_size=80))
def test_any_clause_gives_figures_or_nothing(clause: str) -> None:
    for word in (*hours_by_period(clause).values(), *days_of_work(clause).values()):
        assert int(word) > 0
    for length in (notice(clause), overdue(clause)):
        assert length == "" or (length[0] == "P" and length[1:-1].isdigit())
