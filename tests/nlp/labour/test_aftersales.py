"""Goods that are complained about and paid for in advance say nothing of those who work."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances, topics


@pytest.mark.parametrize(
    "page",
    [
        "8. Reklamation\nReklamera varan i tid. Klagomål besvaras inom fem arbetsdagar.",
        "Godset ska undersökas vid mottagandet. Klagomål ska lämnas skriftligen inom åtta dagar.",
        "Klagomål på städningen besvaras av arbetsledaren samma dag.",
        "Klagomål från patienter registreras samma vecka.",
        "7. Returns and complaints\nComplaints about transport damage must be reported in a week.",
        "The chair has a warranty of two years. Complaints are sent to the dealer with photos.",
        "Incidents with the device are reported. Complaints are registered within one day.",
        "Our target is complaints below 1 %, delivery precision above 96 %.",
        "The complaint rate fell to 0.8 %.",
    ],
)
def test_a_complaint_about_goods_or_a_service_is_no_channel_for_those_who_work(page: str) -> None:
    assert "LAB.GRIEVANCE" not in topics(page)


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("Complaints from workers at our distributors can be made to the same line.", "affirmed"),
        ("Customer service handles product complaints. Workers' complaints go to HR.", "affirmed"),
        ("The factory has no procedure for complaints.", "denied"),
        ("Complaints can be made without giving a name.", "affirmed"),
        ("Klagomål kan lämnas anonymt via en låda vid grinden.", "affirmed"),
        ("Reklamationer går till kundtjänst. Klagomål från anställda går till facket.", "affirmed"),
        ("Det finns ingen rutin för klagomål.", "denied"),
        ("Klagomål besvaras inom fem arbetsdagar.", "affirmed"),
    ],
)
def test_a_complaint_of_those_who_work_still_claims(page: str, stance: str) -> None:
    assert stance in stances(page, "LAB.GRIEVANCE")


@pytest.mark.parametrize(
    "page",
    [
        "Payment 30% deposit, balance against copy of B/L.",
        "Delivery is 60 days after deposit and artwork approval.",
        "The deposit should arrive before we start production.",
        "Payment terms: deposit with the order confirmation.",
        "Betalning 40 procent i förskott, resten mot kopia av konossement.",
        "Betalning T/T 30 % i förskott.",
        "Leveranstid 60 dagar från deposition.",
    ],
)
def test_an_advance_or_a_deposit_of_trade_binds_nobody(page: str) -> None:
    assert "LAB.FORCED" not in topics(page)


@pytest.mark.parametrize(
    "page",
    [
        "Workers pay a deposit of 500 yuan for the uniform and get it back when they leave.",
        "A deposit is taken from each new worker.",
        "Six workers had taken advances from the contractor and could not leave.",
        "Arbetarna har fått 30 procent i förskott och arbetar av skulden hos förmannen.",
        "Depositionen för nyckeln betalas tillbaka.",
    ],
)
def test_a_deposit_or_an_advance_of_workers_still_claims(page: str) -> None:
    assert "LAB.FORCED" in topics(page)
