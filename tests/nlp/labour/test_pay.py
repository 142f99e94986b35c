"""Sums of pay: what is paid, in which currency, for how long, and the floor it is held to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp

TODAY = date(2026, 4, 1)
PAY = frozenset(("wage", "wage_max", "wage_floor", "currency", "per"))


def pay(page: str) -> list[dict[str, str]]:
    """What a page's claims on wages tell of pay, in order."""
    claims = nlp.find_claims([page], today=TODAY)
    return [
        {key: word for key, word in claim.value.items() if key in PAY}
        for claim in claims
        if claim.topic == "LAB.WAGE"
    ]


@pytest.mark.parametrize(
    ("page", "wage", "currency", "per"),
    [
        ("Lönen är 5,200 SEK/månad.\n", "5200", "SEK", "month"),
        ("Grundlönen är 25 400 kr i månaden.\n", "25400", "SEK", "month"),
        ("Timlönen är 164,50 kronor.\n", "164.50", "SEK", "hour"),
        ("Dagslönen är 380 baht.\n", "380", "THB", "day"),
        ("Lägsta lön är 14 600 taka per månad.\n", "14600", "BDT", "month"),
        ("The lowest wage is USD 3.10 per hour.\n", "3.10", "USD", "hour"),
        ("Basic pay is RMB 2,360 a month.\n", "2360", "CNY", "month"),
        ("Monthly wages are at least €1.450,50.\n", "1450.50", "EUR", "month"),
        ("Tea pluckers are paid a wage of 1,25,000 rupees a year.\n", "125000", "rupees", "year"),
        ("The daily wage is $ 4.\n", "4", "$", "day"),
        ("Wages of NT$ 28,590 are paid by bank.\n", "28590", "TWD", ""),
        ("The piece rate is a wage of 0.80 baht per piece.\n", "0.80", "THB", "piece"),
    ],
)
def test_a_wage_has_its_sum_its_currency_and_its_period(
    page: str, wage: str, currency: str, per: str
) -> None:
    wanted = {"wage": wage, "currency": currency, "per": per}
    assert pay(page) == [{key: word for key, word in wanted.items() if word}]


def test_a_range_of_pay_has_both_its_ends() -> None:
    wanted = {"wage": "12500", "wage_max": "13000", "currency": "BDT", "per": "month"}
    assert pay("Wages are between 12,500 and 13,000 taka a month.\n") == [wanted]
    assert pay("Lönerna är 12 500-13 000 taka i månaden.\n") == [wanted]


@pytest.mark.parametrize(
    ("page", "floor", "currency"),
    [
        ("Minimum wage of PKR 37,000 is paid to all.\n", "37000", "PKR"),
        ("Wages exceed the legal floor of USD 208.\n", "208", "USD"),
        ("Grundlönen når den nya minimilönen på 12 500 taka.\n", "12500", "BDT"),
        ("Levnadslönen för regionen är satt till 26 000 taka.\n", "26000", "BDT"),
        ("Den nya minimilönen, 1 700 ringgit, betalas till alla.\n", "1700", "MYR"),
    ],
)
def test_a_minimum_or_living_wage_is_a_floor_and_no_pay(
    page: str, floor: str, currency: str
) -> None:
    assert pay(page) == [{"wage_floor": floor, "currency": currency}]


def test_pay_stands_beside_its_floor() -> None:
    page = "Basic pay is CNY 2,500 a month against a legal minimum of CNY 2,260.\n"
    wanted = {"wage": "2500", "wage_floor": "2260", "currency": "CNY", "per": "month"}
    assert pay(page) == [wanted]


def test_a_floor_of_another_period_is_left_out() -> None:
    page = "The wage is THB 60 per hour against a legal minimum of THB 363 a day.\n"
    assert pay(page) == [{"wage": "60", "currency": "THB", "per": "hour"}]


@pytest.mark.parametrize(
    "page",
    [
        "RM 80 is deducted from wages each month for the hostel.\n",
        "Från lönen dras 700 baht i månaden för boendet.\n",
        "Workers are fined 200 rupees from their wages for lost tools.\n",
        "Lönen är 2 000 rupier lägre än minimilönen.\n",
        "Wages are USD 20 more than last year.\n",
        "Wage arrears of EUR 46,000 were paid back.\n",
        "Wages are paid by 14 of 20 suppliers.\n",
        "Wages of VND 4.41 million are paid.\n",
        "Wages vary: sewers earn USD 200 a month, cutters earn USD 260 a month.\n",
    ],
)
def test_what_is_taken_or_missing_or_left_open_is_no_wage(page: str) -> None:
    assert all("wage" not in told for told in pay(page))


def test_a_code_of_a_currency_is_written_large() -> None:
    assert pay("Wages are paid, try 200 in the office.\n") == [{}]


def test_a_column_tells_what_a_sum_in_it_is() -> None:
    page = "Firma | Timlön | Avdrag\nPackpartner AB | 158 kr | arbetskläder 300 kr/mån\n"
    assert pay(page) == [{"wage": "158", "currency": "SEK", "per": "hour"}]


@given(
    st.integers(min_value=1, max_value=999_999),
    st.sampled_from(("USD", "EUR", "THB", "BDT")),
    st.sampled_from(("hour", "day", "month")),
)
def test_any_whole_wage_is_read_as_it_is_written(amount: int, code: str, per: str) -> None:
    page = f"The basic wage paid is {code} {amount:,} per {per}.\n"
    assert pay(page) == [{"wage": str(amount), "currency": code, "per": per}]
