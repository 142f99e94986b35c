"""Facts of work told in plain words, and how they bear: kit out of use, pay that is late."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

RISKS = [
    ("The fire alarm on the second floor was defective.", "LAB.SAFETY"),
    ("Brandsläckaren i lackeringen hade passerat datum.", "LAB.SAFETY"),
    ("The first-aid box in the weaving hall was incomplete.", "LAB.SAFETY"),
    ("Noise in the weaving hall was 91 dB, above the limit of 85.", "LAB.SAFETY"),
    ("Nödutgången var skymd av rullar med tyg.", "LAB.SAFETY"),
    ("Fourteen men share one toilet in the dormitory.", "LAB.SAFETY"),
    ("The labour inspectorate issued an improvement notice about the presses.", "LAB.SAFETY"),
    ("The June wages were outstanding at the time of the audit.", "LAB.WAGE"),
    ("Lönen för maj betalades först i juli.", "LAB.WAGE"),
    ("Overtime was paid at the ordinary rate.", "LAB.WAGE"),
    ("Workers lose their attendance bonus after one sick day.", "LAB.WAGE"),
    ("600 kronor dras på lönen för arbetskläder.", "LAB.WAGE"),
    ("The weekly rest day was cancelled for 30 workers in May.", "LAB.HOURS"),
    ("Packarna arbetade dubbla pass vid sex tillfällen.", "LAB.HOURS"),
    ("Loaders are hired by the day through a labour broker.", "LAB.CONTRACT"),
    ("Avtalen med de inhyrda finns bara på polska.", "LAB.CONTRACT"),
    ("Short-term contracts are renewed every quarter.", "LAB.CONTRACT"),
]
SUPPORTS = [
    ("Efter olyckan har räcken satts upp vid pressen.", "LAB.SAFETY"),
    ("The injury rate fell from 8.1 to 5.2.", "LAB.SAFETY"),
    ("Grundlönen överstiger minimilönen med en fjärdedel.", "LAB.WAGE"),
    ("Piece rates were raised by 12 per cent in March.", "LAB.WAGE"),
    ("Nineteen Syrians have work permits and contracts.", "LAB.CONTRACT"),
    ("Visstidsanställda har fått skriftliga avtal.", "LAB.CONTRACT"),
]
NEUTRAL = [
    ("Last year the plant had six accidents.", "LAB.SAFETY"),
    ("Rent of 90 euros is deducted with written consent.", "LAB.WAGE"),
    ("Forty agency workers are supplied by a staffing agency.", "LAB.CONTRACT"),
    ("Tolv svetsare är inhyrda från ett bemanningsföretag.", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(
    ("page", "topic", "bearing"),
    [
        *((page, topic, "risk") for page, topic in RISKS),
        *((page, topic, "support") for page, topic in SUPPORTS),
        *((page, topic, "neutral") for page, topic in NEUTRAL),
    ],
)
def test_a_plain_word_tells_how_a_fact_bears(page: str, topic: str, bearing: str) -> None:
    assert set(told(page, topic)) == {("affirmed", bearing)}


ABSENT = [
    ("No cases of silicosis were found at the yearly check.", "LAB.SAFETY"),
    ("There were no wage arrears in the period.", "LAB.WAGE"),
    ("Unregistered workers are not employed.", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), ABSENT)
def test_an_ill_of_work_that_is_absent_is_a_support(page: str, topic: str) -> None:
    assert set(told(page, topic)) == {("denied", "support")}


RULES = [
    ("Managers may cancel the weekly rest day in peak season.", "LAB.HOURS", "risk"),
    ("Workers shall have one rest day in seven.", "LAB.HOURS", "support"),
]


@pytest.mark.parametrize(("page", "topic", "bearing"), RULES)
def test_a_rule_that_lets_rest_be_taken_away_is_a_risk(page: str, topic: str, bearing: str) -> None:
    assert {found for _, found in told(page, topic)} == {bearing}
