"""What a statement on slavery in the chain says: of rules, of measures, of risks, of finds."""

from __future__ import annotations

from datetime import date

import pytest

import nlp
from nlp.claims import Claim

TODAY = date(2026, 4, 1)


def told(page: str, topic: str = "LAB.FORCED") -> list[Claim]:
    """The claims of one topic of a page."""
    return [claim for claim in nlp.find_claims([page], today=TODAY) if claim.topic == topic]


BESIDE = """
We accept neither slavery nor human trafficking at any of our mills.
Our buyers attended a course on forced labour and human trafficking in March.
Suppliers must not take part in modern slavery, servitude or trafficking.
"""


@pytest.mark.parametrize("line", BESIDE.strip().splitlines())
def test_trafficking_named_beside_slavery_is_a_claim_of_its_own_on_the_same_words(
    line: str,
) -> None:
    whole, form = sorted(told(line), key=lambda claim: len(claim.value))
    assert (whole.start, whole.end) == (form.start, form.end)
    assert (whole.value, form.value) == ({}, {"indicator": "trafficking"})


def test_a_victim_of_trafficking_is_no_second_claim() -> None:
    (claim,) = told("One night porter turned out to be a victim of trafficking.")
    assert claim.value == {"indicator": "trafficking"}


def test_a_form_of_forced_labour_alone_makes_its_claim_fuller() -> None:
    (claim,) = told("The mill uses no prison labour.")
    assert claim.value == {"indicator": "prison_labour"}


def test_and_joins_two_things_where_the_verb_stands_behind_a_comma() -> None:
    page = "Our looms stop slavery and human trafficking, and we will go on with it."
    assert {page[claim.start : claim.end] for claim in told(page)} == {
        "Our looms stop slavery and human trafficking"
    }


LOOKED_INTO = """
We assess and manage the risks of forced labour at our dye houses.
Each mill is visited to evaluate the risk of slavery among its migrant spinners.
We monitor suppliers of gloves for potential forced labour risks every quarter.
Leverantörerna granskas för att bedöma risken för tvångsarbete.
"""


@pytest.mark.parametrize("line", LOOKED_INTO.strip().splitlines())
def test_a_risk_that_is_looked_into_is_a_measure(line: str) -> None:
    assert {(claim.stance, claim.bearing) for claim in told(line)} == {("affirmed", "support")}


FEARED = """
We identified a risk of forced labour at two of the dye houses.
Our review of the glove makers showed a risk of forced labour.
The assessed risk of forced labour in cotton is high.
We assess glove making in the delta as having a high risk of forced labour.
Vi bedömer risken för tvångsarbete i bomullen som hög.
"""


@pytest.mark.parametrize("line", FEARED.strip().splitlines())
def test_a_risk_that_was_found_is_feared(line: str) -> None:
    assert {(claim.stance, claim.bearing) for claim in told(line)} == {("hedged", "risk")}
