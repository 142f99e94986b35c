"""What others vouch for, what no paper proves, and where a source is only quoted."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances

VOUCHED = [
    ("The weaver writes that the lining contains no PFAS.", "CHEM.GROUP"),
    ("According to the moulder's supplier the grip is free from phthalates.", "CHEM.GROUP"),
    ("We have been assured that the yarn does not come from Xinjiang cotton.", "ORIGIN.MATERIAL"),
    ("As far as our printer is aware no azo dyes are used.", "CHEM.GROUP"),
    ("The curtains are supposed to be free from flame retardants.", "CHEM.GROUP"),
    ("Spinneriet försäkrar att fodret inte innehåller PFAS.", "CHEM.GROUP"),
    ("Ftalater används inte, enligt tillverkaren.", "CHEM.GROUP"),
    ("Så långt vi kan se innehåller mattan inga ftalater.", "CHEM.GROUP"),
    ("Ftalater bör inte förekomma i handtaget.", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), VOUCHED)
def test_an_absence_that_another_vouches_for_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


READ = [
    ("The laboratory's report says that the lining contains no PFAS.", "CHEM.GROUP", "denied"),
    ("Rapporten anger att fodret inte innehåller PFAS.", "CHEM.GROUP", "denied"),
    ("The weaver writes that the lining contains PFAS.", "CHEM.GROUP", "affirmed"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), READ)
def test_a_report_may_be_read_and_a_presence_that_is_admitted_is_believed(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


UNPROVED = [
    ("The grip holds no phthalates, though no report of it was sent.", "CHEM.GROUP"),
    ("No PFAS is added to the lining, but this has not been tested.", "CHEM.GROUP"),
    ("PFAS tillsätts inte i fodret, men prov saknas.", "CHEM.GROUP"),
    ("Handtaget är utan ftalater, fast jag har inte sett något intyg.", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), UNPROVED)
def test_a_denial_whose_proof_is_taken_away_behind_it_is_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


def test_what_is_not_tested_of_another_thing_leaves_the_denial_as_it_is() -> None:
    page = "The grip contains no phthalates, and PFAS in the strap has not been tested."
    assert stances(page, "CHEM.GROUP") == ["denied", "hedged"]


UNSEEN = [
    ("The time cards for overtime in May were not shown to us.", "LAB.HOURS"),
    ("Vi fick aldrig se stämpelkorten för övertiden i maj.", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), UNSEEN)
def test_papers_that_nobody_was_shown_leave_their_thing_in_doubt(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


def test_what_was_looked_for_in_the_papers_and_not_found_is_denied() -> None:
    page = "Disciplinary deductions from wages were not seen in the payroll."
    assert stances(page, "LAB.WAGE") == ["denied"]


RUMOURS = [
    ("The port our tuna is landed at has a history of forced labour.", "LAB.FORCED"),
    ("Tidningen skriver att passen hålls inne hos förmannen.", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), RUMOURS)
def test_what_is_told_of_a_trade_at_large_or_in_the_press_is_in_doubt(
    page: str, topic: str
) -> None:
    assert stances(page, topic) == ["hedged"]
