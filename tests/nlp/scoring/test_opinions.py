"""The second opinion on stances: it may change what is said of a thing, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.claims import Claim
from nlp.pipeline import read_pages
from nlp.scoring import shipped
from nlp.scoring.model import Model
from nlp.training.opinions import silent

TODAY = date(2026, 4, 1)
# Plain statements, of which rules are sure: each in a form that papers hardly have.
PLAIN = [
    ("The chair is free from: phthalates, PFAS and latex.", {"denied"}),
    ("The following may not be used in the shelves: PFAS, azo dyes.", {"required"}),
    ("Workers are not allowed to contact their families.", {"affirmed"}),
    ("Produkten innehåller selen.", {"affirmed"}),
    ("Workers must hand in their passports.", {"affirmed"}),
    ("Anställda måste lämna in sina pass.", {"affirmed"}),
    ("Halogen-free it is not.", {"affirmed"}),
    ("Prov 4 klarar kravet för ftalater.", {"denied"}),
    ("Väveriet uppger på etiketten att tyget är fritt från azofärger.", {"hedged"}),
]
WORDS = (
    *("Our", "chairs", "may", "shall", "not", "contain", "PFAS", "lead", "free", "from", "no"),
    *("workers", "wages", "are", "paid", "late", "unknown", "whether", "Vi", "tror", "inte"),
    *("lönerna", "betalas", "ska", "ftalater", "utan", "bly", "saknas", ".", ",", ":", "\n"),
)


def found(page: str, model: Model) -> list[Claim]:
    (read,) = read_pages([page], today=TODAY, model=model)
    return [ground.claim for ground in read.grounds]


def by_rules(page: str) -> list[Claim]:
    return found(page, replace(shipped(), opinion=silent()))


@pytest.mark.parametrize(("page", "stances"), PLAIN)
def test_plain_statements_stay_as_rules_tell_them(page: str, stances: set[str]) -> None:
    assert {claim.stance for claim in found(page, shipped())} == stances


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
@settings(max_examples=150)
def test_a_second_opinion_changes_stance_bearing_and_cues_alone(page: str) -> None:
    pairs = zip(found(page, shipped()), by_rules(page), strict=True)
    for claim, told in pairs:
        own = replace(claim, stance=told.stance, bearing=told.bearing, cues=told.cues)
        assert own == told
        if claim.stance == told.stance:
            assert claim == told
        else:
            assert all(page[start:end] in page.split() for start, end in claim.cues)
