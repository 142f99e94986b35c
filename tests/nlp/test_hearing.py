"""What no rule claims is heard by the classifier: only where a passage can claim anything."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

import nlp
from nlp import hearing
from nlp.claims import TOPICS
from nlp.passages import Draft, Passage
from nlp.pipeline import read_pages
from nlp.scoring import digest, shipped

TODAY = date(2026, 4, 1)


def passage(page: str) -> Passage:
    """The last passage of a page."""
    (read,) = read_pages([page], today=TODAY)
    return list(read.passages())[-1]


def chances(**heard: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Nothing is heard but what is named, with a low line for a full stop."""
    found = np.zeros(len(TOPICS))
    for name, chance in heard.items():
        found[TOPICS.index(name.replace("_", "."))] = chance
    return found


SENTENCE = "Ten people sleep in one room of the hostel, and the agent took two months of pay."


def drafts(words: str, claimed: list[Draft], **heard: float) -> list[tuple[Draft, float]]:
    return list(hearing.drafts(passage(words), chances(**heard), claimed, bad=False))


def test_a_topic_above_the_bar_is_claimed_with_its_chance() -> None:
    ((draft, chance),) = drafts(SENTENCE, [], LAB_SAFETY=0.8, LAB_WAGE=hearing.BAR - 0.01)
    assert (draft.topic, draft.rule, chance) == ("LAB.SAFETY", "heard.lab.safety", 0.8)


def test_a_topic_that_a_rule_has_claimed_is_not_claimed_again() -> None:
    ((safety, _),) = drafts(SENTENCE, [], LAB_SAFETY=0.8)
    assert drafts(SENTENCE, [safety], LAB_SAFETY=0.8) == []


def test_what_is_heard_stands_in_the_clauses_that_nothing_else_is_claimed_of() -> None:
    words = passage(SENTENCE)
    first = words.clauses[0]
    claimed = Draft("LAB.SAFETY", *first, (), "r", "labour")
    ((fees, _),) = drafts(SENTENCE, [claimed], LAB_FEES=0.9)
    assert fees.start >= first[1]
    assert "agent" in words.view.text[fees.start : fees.end]


@pytest.mark.parametrize("words", ["Korgen är av tyskt ursprung.", "Baskets are made in Italy."])
def test_an_origin_whose_place_is_claimed_is_no_other_origin_too(words: str) -> None:
    claimed = Draft("ORIGIN.COUNTRY", 0, len(words), (), "r", "origin")
    assert drafts(words, [], ORIGIN_MATERIAL=0.8)
    assert drafts(words, [claimed], ORIGIN_MATERIAL=0.8) == []


def test_risk_or_support_is_heard_too() -> None:
    for bad, tone in ((True, "bad"), (False, "good")):
        heard = chances(LAB_SAFETY=0.8)
        ((draft, _),) = hearing.drafts(passage(SENTENCE), heard, [], bad=bad)
        assert draft.tone == tone


def test_the_words_themselves_tell_age_hours_place_and_material() -> None:
    for words, topic, value in (
        ("The boy was 14 years old.", "LAB_CHILD", {"age": "14"}),
        ("They work 70 hours a week.", "LAB_HOURS", {"hours_per_week": "70"}),
        ("The pulp is from Finland.", "ORIGIN_MATERIAL", {"country": "FI", "material": "pulp"}),
    ):
        ((draft, _),) = drafts(words, [], **{topic: 0.9})
        assert draft.value == value


@pytest.mark.parametrize(
    "words",
    ["Do workers pay fees to agents?", "[ ] Workers pay fees to agents", "Wages and fees"],
)
def test_questions_open_boxes_and_headings_are_not_listened_to(words: str) -> None:
    assert not hearing.listens(passage(words))


def test_what_is_heard_names_the_classifier_that_heard_it() -> None:
    page = "Recruitment\n\nTwelve of the men still owe money to the man who brought them here.\n"
    heard = [c for c in nlp.find_claims([page], today=TODAY) if c.rule.startswith("heard.")]
    for claim in heard:
        assert claim.pack == f"heard {digest()}"
        assert hearing.BAR <= claim.score < 1


def test_the_shipped_heads_are_those_that_are_listened_to() -> None:
    assert shipped().heads.names == (*TOPICS, *hearing.BEARINGS)
