"""A flag that affirms what the words deny, or the reverse, is the worst: each class of it."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances, told

ENDED = [
    ("Phthalates were taken out of the handle two years ago.\n", "CHEM.GROUP"),
    ("The hose is made of TPE instead of PVC.\n", "CHEM.GROUP"),
    ("Ftalater har fasats ut ur handtaget.\n", "CHEM.GROUP"),
    ("PVC togs bort ur slangen för två år sedan.\n", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), ENDED)
def test_what_was_taken_out_of_a_product_is_denied(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


ANSWERED = [
    ("Hose\n\nPhthalates: absent in all parts of the hose.\n", "CHEM.GROUP", "denied"),
    ("Slang\n\nFtalater: inte påvisat i någon del av slangen.\n", "CHEM.GROUP", "denied"),
    ("Hose\n\nPFAS: laboratory analysis pending for the lining.\n", "CHEM.GROUP", "hedged"),
    ("Slang\n\nPFAS: vi väntar svar från tillverkaren av fodret.\n", "CHEM.GROUP", "hedged"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), ANSWERED)
def test_the_words_behind_a_colon_answer_for_the_thing_before_it(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


UNDECLARED = [
    ("Stitching is subcontracted to a workshop not declared to the buyer.\n", "LAB.CONTRACT"),
    ("Sömnaden görs av en underleverantör som inte anmälts till köparen.\n", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), UNDECLARED)
def test_a_workshop_that_nobody_declared_is_there(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


UNNEEDED = [
    ("No deposits are required for lockers.\n", "LAB.FORCED"),
    ("Graviditetstest krävs inte vid anställning.\n", "LAB.DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), UNNEEDED)
def test_a_duty_that_is_denied_is_no_duty(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


def test_a_number_of_letters_and_figures_is_no_denial() -> None:
    page = "GOTS scope certificate No. AB-GOTS-1234 valid until 30 November 2027\n"
    assert stances(page, "CERT") == ["affirmed"]


CONFIDENTIAL = [
    ("Every supplier shall run a confidential complaints channel.\n", "LAB.GRIEVANCE"),
    ("Varje leverantör ska ha en konfidentiell klagomålskanal.\n", "LAB.GRIEVANCE"),
]


@pytest.mark.parametrize(("page", "topic"), CONFIDENTIAL)
def test_a_confidential_channel_is_no_unknown(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


HEARSAY = [
    ("We were told that workers had paid recruitment fees.\n", "LAB.FEES"),
    ("Vi har hört att arbetarna betalat rekryteringsavgifter.\n", "LAB.FEES"),
    ("The recruitment fees have not been examined.\n", "LAB.FEES"),
    ("Om barnarbete har vi inga uppgifter om gruvorna.\n", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), HEARSAY)
def test_hearsay_and_what_nobody_looked_into_is_hedged(page: str, topic: str) -> None:
    assert stances(page, topic) == ["hedged"]


RULES = [
    ("Deductions are limited to five per cent of the monthly wage.\n", "LAB.WAGE"),
    ("Tak vid 60 timmar i veckan, övertid inräknad.\n", "LAB.HOURS"),
    ("Subcontracting is subject to approval in writing.\n", "LAB.CONTRACT"),
]


@pytest.mark.parametrize(("page", "topic"), RULES)
def test_ceilings_and_conditions_are_rules(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


NONE_OF_IT = [
    ("Union: no union at the site and none in the town.\n", "LAB.UNION"),
    ("Tvångsarbete: inga avvikelser vid någon av anläggningarna.\n", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), NONE_OF_IT)
def test_none_behind_a_colon_denies_the_thing_before_it(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


KEPT_BACK = [
    "Contributions to the provident fund were deducted but not paid in.\n",
    "Böter dras från lönen men syns inte i böckerna.\n",
]


@pytest.mark.parametrize("page", KEPT_BACK)
def test_a_denial_behind_but_is_of_what_follows(page: str) -> None:
    assert stances(page, "LAB.WAGE")[0] == "affirmed"


THERE = [
    ("Twelve packers are on zero-hours contracts.\n", "LAB.CONTRACT"),
    ("Women over 45 are not hired for the night shift.\n", "LAB.DISCRIMINATION"),
    ("Kvinnor över 45 anställs inte på nattskiftet.\n", "LAB.DISCRIMINATION"),
]


@pytest.mark.parametrize(("page", "topic"), THERE)
def test_a_word_of_denial_that_is_part_of_the_thing_leaves_it_there(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


SHORT = [
    ("DEHP does not fulfil Directive (EU) 2015/863.\n", "risk"),
    ("DEHP i kabeln uppfyller inte RoHS.\n", "risk"),
    ("DEHP in the tube complies with RoHS.\n", "support"),
]


@pytest.mark.parametrize(("page", "bearing"), SHORT)
def test_a_substance_that_meets_a_rule_or_not_is_there(page: str, bearing: str) -> None:
    assert told(page, "CHEM.SUBSTANCE") == [("affirmed", bearing)]
