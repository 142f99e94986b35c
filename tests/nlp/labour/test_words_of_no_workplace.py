"""Hours of repair, wages in a price and pay of those who lead are no conditions of work."""

from __future__ import annotations

import pytest

from tests.nlp.asking import topics

INNOCENT = [
    ("Response times: a fault on the hoist is repaired within 8 hours.", "LAB.HOURS"),
    ("Fel på hissen åtgärdas inom 6 timmar.", "LAB.HOURS"),
    ("Our regulatory expert is in the office two days a week.", "LAB.HOURS"),
    ("Kontaktpersonen är på plats tre dagar i veckan.", "LAB.HOURS"),
    ("Norway has no statutory minimum wage.", "LAB.WAGE"),
    ("Landet har ingen lagstadgad minimilön.", "LAB.WAGE"),
    ("Prices are adjusted yearly by the wage index of the industry.", "LAB.WAGE"),
    ("Members of the board receive no variable pay.", "LAB.WAGE"),
    ("Facket fick muntlig återkoppling efter besöket.", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), INNOCENT)
def test_words_that_tell_of_no_workplace_are_not_flagged(page: str, topic: str) -> None:
    assert topic not in topics(page)


MEANT = [
    ("Arbetstiden hölls inom 60 timmar i veckan.", "LAB.HOURS"),
    ("Working weeks stay within 58 hours including overtime.", "LAB.HOURS"),
    ("Workers have only two days off a month and work six days a week.", "LAB.HOURS"),
    ("De anställda har två lediga dagar i veckan.", "LAB.HOURS"),
    ("All workers are paid the statutory minimum wage.", "LAB.WAGE"),
    ("Finland has no statutory minimum wage; our lowest pay is 13 euros an hour.", "LAB.WAGE"),
    ("Säsongsarbetarna har bara muntliga avtal.", "LAB.CONTRACT"),
    ("Two workers in the freezer store suffered frostbite in January.", "LAB.SAFETY"),
    ("Två plockare fick värmeslag i juli.", "LAB.SAFETY"),
    ("The chlorine detectors in the bleaching hall are calibrated every month.", "LAB.SAFETY"),
    ("Ammoniaklarmet i kylrummet provas varje vecka.", "LAB.SAFETY"),
    ("Balanseringsmaskinen i verkstaden saknade splitterskydd.", "LAB.SAFETY"),
]


@pytest.mark.parametrize(("page", "topic"), MEANT)
def test_the_same_words_of_a_workplace_are_flagged(page: str, topic: str) -> None:
    assert topic in topics(page)
