"""Claims are matched one to one, by half of the shorter, strictly by half of the union."""

from __future__ import annotations

from datetime import date

import pytest

from nlp.claims import Claim
from nlp.measuring import pairing
from nlp.measuring.gold import Document


def claim(start: int, end: int, **changes: str) -> Claim:
    labels = {"topic": "LAB.WAGE", "stance": "affirmed", "bearing": "risk"} | changes
    return Claim(1, start, end, labels["topic"], labels["stance"], labels["bearing"])


def document(*pages: str, claims: tuple[Claim, ...] = (), labelled: tuple[int, ...]) -> Document:
    return Document("d", "en", "x", date(2025, 1, 1), pages, labelled, claims)


@pytest.mark.parametrize(
    ("wanted", "found", "loose", "strict"),
    [
        (claim(0, 10), claim(0, 10), True, True),
        (claim(0, 10), claim(0, 40), True, False),
        (claim(0, 10), claim(6, 30), False, False),
        (claim(0, 10), claim(4, 14), True, False),
        (claim(0, 10), claim(0, 10, topic="LAB.HOURS"), False, False),
        (claim(0, 0), claim(0, 10), False, False),
    ],
)
def test_half_of_the_shorter_matches_and_half_of_the_union_strictly(
    wanted: Claim, found: Claim, loose: bool, strict: bool
) -> None:
    assert pairing.matches(wanted, found) is loose
    assert pairing.matches(wanted, found, strict=True) is strict


def test_each_claim_is_matched_once() -> None:
    one = document("a" * 50, claims=(claim(0, 10),), labelled=(1,))
    pairs = pairing.paired(one, [claim(0, 10), claim(0, 10, stance="denied")])
    tally = pairing.Tally(pairs)
    assert (len(tally.matched), tally.alarms, tally.misses) == (1, 1, 0)


def test_as_many_pairs_are_made_as_can_be() -> None:
    wanted = (claim(0, 10), claim(5, 15))
    one = document("a" * 50, claims=wanted, labelled=(1,))
    pairs = pairing.paired(one, [claim(0, 15), claim(0, 10)])
    assert pairing.Tally(pairs).f1 == 1


def test_pages_that_were_not_labelled_do_not_count() -> None:
    assert pairing.paired(document("a" * 50, "b", labelled=(2,)), [claim(0, 10)]) == []


def test_a_flip_is_affirmed_for_denied_or_the_reverse() -> None:
    one = document("a" * 50, labelled=(1,))
    stances = ("affirmed", "denied", "hedged")
    flips = {
        (a, b)
        for a in stances
        for b in stances
        if pairing.Pair(one, claim(0, 9, stance=a), claim(0, 9, stance=b)).flipped
    }
    assert flips == {("affirmed", "denied"), ("denied", "affirmed")}


def test_values_are_compared_as_numbers_and_without_case() -> None:
    wanted = Claim(
        1, 0, 9, "CERT", "affirmed", "risk", {"grade": "b", "number": "7", "pct_min": "1.0"}
    )
    found = Claim(1, 0, 9, "CERT", "affirmed", "risk", {"grade": "B", "pct_min": "1", "site": "X"})
    pair = pairing.Pair(document("a" * 50, labelled=(1,)), wanted, found)
    assert pair.wrong_values == ["number"]
    assert pair.idle_values == ["site"]
