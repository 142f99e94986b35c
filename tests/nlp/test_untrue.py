"""Words that deny the whole statement behind them: "It is not true that ..."."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, told

DENIED = [
    ("It is not true that workers pay recruitment fees.\n", "LAB.FEES", "support"),
    ("It is false that children work at the site.\n", "LAB.CHILD", "support"),
    ("It is incorrect that wages are paid late.\n", "LAB.WAGE", "support"),
    ("It is untrue that workers are locked in.\n", "LAB.FORCED", "support"),
    ("It is not the case that overtime is paid.\n", "LAB.WAGE", "risk"),
    ("It is not correct that the product contains phthalates.\n", "CHEM.GROUP", "support"),
    ("It is false that the cotton comes from Xinjiang.\n", "ORIGIN.MATERIAL", "support"),
    ("Det stämmer inte att arbetarnas pass hålls inne.\n", "LAB.FORCED", "support"),
    ("Det är inte så att nödutgångarna var låsta.\n", "LAB.SAFETY", "support"),
    ("Det är inte sant att fabriken har ett fackligt avtal.\n", "LAB.UNION", "risk"),
    ("Det är osant att bomullen kommer från Uzbekistan.\n", "ORIGIN.MATERIAL", "support"),
    ("Det är felaktigt att påstå att produkten innehåller ftalater.\n", "CHEM.GROUP", "support"),
]


@pytest.mark.parametrize(("page", "topic", "bearing"), DENIED)
def test_what_is_said_to_be_untrue_is_denied(page: str, topic: str, bearing: str) -> None:
    assert told(page, topic) == [("denied", bearing)]


TURNED = [
    ("It is not true that no wages were paid.\n", "LAB.WAGE", "support"),
    ("It is a myth that there are no accidents in the plant.\n", "LAB.SAFETY", "risk"),
    ("It is not true that the bottle is BPA-free.\n", "CHEM.SUBSTANCE", "risk"),
    ("Det stämmer inte att arbetarna saknar skriftliga avtal.\n", "LAB.CONTRACT", "support"),
    ("Det är inte så att produkten är fri från ftalater.\n", "CHEM.GROUP", "risk"),
]


@pytest.mark.parametrize(("page", "topic", "bearing"), TURNED)
def test_a_denial_that_is_said_to_be_untrue_is_affirmed(
    page: str, topic: str, bearing: str
) -> None:
    assert told(page, topic) == [("affirmed", bearing)]


INSIDE = [
    ("It is not true that workers must pay a deposit.\n", "LAB.FORCED"),
    ("It is not true that workers cannot leave the compound.\n", "LAB.FORCED"),
    ("It is not the case that the solvent may contain traces of benzene.\n", "CHEM.SUBSTANCE"),
    ("Det är inte så att arbetarna måste betala för sina jobb.\n", "LAB.FEES"),
]


@pytest.mark.parametrize(("page", "topic"), INSIDE)
def test_a_duty_or_doubt_behind_the_words_is_part_of_what_is_denied(page: str, topic: str) -> None:
    assert told(page, topic) == [("denied", "support")]


def test_a_doubt_before_the_words_stays() -> None:
    page = "To our knowledge it is not true that workers pay fees.\n"
    assert told(page, "LAB.FEES") == [("hedged", "neutral")]


def test_the_words_are_kept_as_the_cue() -> None:
    page = "It is not true that workers pay recruitment fees.\n"
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert [page[start:end] for start, end in claim.cues] == ["not true that"]


@pytest.mark.parametrize("page", ["Passen hålls inne av arbetsgivaren.\n"])
def test_papers_that_are_held_back_are_a_risk(page: str) -> None:
    assert told(page, "LAB.FORCED") == [("affirmed", "risk")]
