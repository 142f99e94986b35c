"""What a firm stands for, asks, plans or has in its code; and words of duty that bind nobody."""

from __future__ import annotations

import pytest

from tests.nlp.asking import stances, told

STOOD_FOR = [
    ("We support freedom of association at all our sites.", "LAB.UNION"),
    ("The company upholds freedom of association.", "LAB.UNION"),
    ("We recognise workers' rights to organise.", "LAB.UNION"),
    ("We acknowledge our duty to prevent modern slavery.", "LAB.FORCED"),
    ("We condemn all forms of forced labour.", "LAB.FORCED"),
    ("We believe that everyone should earn a living wage.", "LAB.WAGE"),
    ("We defend elected worker representation.", "LAB.UNION"),
    ("The health and safety of our workers is our first priority.", "LAB.SAFETY"),
    ("We strive for zero accidents.", "LAB.SAFETY"),
    ("We seek to pay a living wage.", "LAB.WAGE"),
    ("Vi står bakom rätten till kollektiva förhandlingar.", "LAB.UNION"),
    ("Vi erkänner vårt ansvar att motverka barnarbete.", "LAB.CHILD"),
    ("Vi motsätter oss barnarbete.", "LAB.CHILD"),
    ("It is our policy to pay at least the minimum wage.", "LAB.WAGE"),
    ("Our policy is that no worker pays for a job.", "LAB.FEES"),
    ("We ensure that workers are paid on time.", "LAB.WAGE"),
    ("Vi verkar för levnadslön i branschen.", "LAB.WAGE"),
    ("Vi accepterar under inga omständigheter barnarbete.", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), STOOD_FOR)
def test_what_a_firm_stands_for_is_a_commitment(page: str, topic: str) -> None:
    assert told(page, topic) == [("required", "support")]


def test_a_union_that_is_recognised_is_there() -> None:
    page = "The mill recognises two trade unions, and 60 workers are members."
    assert "required" not in stances(page, "LAB.UNION")


ASKED = [
    ("The group requires its vendors to have a channel for complaints.", "LAB.GRIEVANCE"),
    ("Our contract requires contractors to pay at least the minimum wage.", "LAB.WAGE"),
    ("We ask that factories keep emergency exits clear.", "LAB.SAFETY"),
    ("Suppliers cannot charge workers recruitment fees.", "LAB.FEES"),
    ("Vi ber våra leverantörer att betala levnadslön.", "LAB.WAGE"),
    ("Slavery has no place in our business.", "LAB.FORCED"),
    ("Anyone who retaliates against a whistleblower faces dismissal.", "LAB.GRIEVANCE"),
    ("Maskinarbete förbehålls vuxna från 18 år.", "LAB.CHILD"),
    ("Leverantören kan inte kräva deposition av arbetstagare.", "LAB.FORCED"),
    ("De anställda har rätt till en ledig dag per vecka.", "LAB.HOURS"),
    ("Enligt vår kod är barnarbete förbjudet.", "LAB.CHILD"),
]


@pytest.mark.parametrize(("page", "topic"), ASKED)
def test_what_is_asked_of_those_who_deliver_is_a_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


def test_what_a_supplier_cannot_show_is_no_rule() -> None:
    assert "required" not in stances("Suppliers cannot show the age of all hired.", "LAB.CHILD")


HELD = [
    ("Our standards on child labour are described in the manual.", "LAB.CHILD"),
    ("All suppliers have signed our code of conduct on child labour.", "LAB.CHILD"),
    ("Våra krav på löner beskrivs i handboken.", "LAB.WAGE"),
    ("Barnarbete omfattas av vår kod.", "LAB.CHILD"),
    ("Our code includes the following principles:\n• No child labour\n• Fair pay", "LAB.CHILD"),
    ("Our guiding principles:\n• Speaking up without fear of reprisals", "LAB.GRIEVANCE"),
    ("I vår uppförandekod ingår:\n• Inget barnarbete\n• Skälig lön", "LAB.WAGE"),
]


@pytest.mark.parametrize(("page", "topic"), HELD)
def test_what_a_code_holds_is_a_rule_also_item_by_item(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


def test_a_list_of_what_was_found_against_a_code_is_no_list_of_its_rules() -> None:
    page = "Breaches of our code that were found:\n• Child labour at one mill\n• Late wages"
    assert stances(page, "LAB.CHILD") == ["affirmed"]


PLANNED = [
    ("Our plans for 2026\nTrain buyers on forced labour.", "LAB.FORCED"),
    ("Next steps\nIntroduce training on modern slavery for all buyers.", "LAB.FORCED"),
    ("Våra mål\nLevnadslön hos alla leverantörer senast 2027.", "LAB.WAGE"),
]


@pytest.mark.parametrize(("page", "topic"), PLANNED)
def test_what_stands_under_a_heading_of_plans_is_a_commitment(page: str, topic: str) -> None:
    assert stances(page, topic) == ["required"]


def test_what_was_done_is_there_also_under_a_heading_of_goals() -> None:
    page = "Our goals\nWe trained 40 buyers on forced labour in 2024."
    assert stances(page, "LAB.FORCED") == ["affirmed"]


ASIDE = [
    ("We work with suppliers that share our commitment to fair wages.", "LAB.WAGE"),
    ("Vi arbetar med leverantörer som delar vårt åtagande om rättvisa löner.", "LAB.WAGE"),
    ("We are a member of a scheme that aims to end child labour.", "LAB.CHILD"),
    ("Whoever meets with prohibited treatment can call our hotline.", "LAB.GRIEVANCE"),
    ("Our due diligence aims to identify forced labour.", "LAB.FORCED"),
    ("Our process for finding and prohibiting forced labour is in use.", "LAB.FORCED"),
]


@pytest.mark.parametrize(("page", "topic"), ASIDE)
def test_a_word_of_duty_that_binds_another_is_no_rule(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


def test_a_prohibition_that_was_broken_is_told_as_broken() -> None:
    page = "The audit closed 4 violations of the prohibition of forced labour."
    assert stances(page, "LAB.FORCED") == ["affirmed"]
