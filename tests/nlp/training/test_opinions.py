"""Learning a second opinion on stances: of all claims' words, weighed where rules go wrong."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from nlp.claims import STANCES
from nlp.measuring.gold import Document, inline
from nlp.pipeline import read_pages
from nlp.scoring.grounds import Ground
from nlp.scoring.opinions import Opinion, columns, objections, told_of
from nlp.training import opinions
from nlp.training.material import Material, gathered

TODAY = date(2025, 1, 1)
# To blim a thing is no word: rules take it for what is so, and only labels tell that it is denied.
SAID = (
    "{{CHEM.GROUP|denied|support|group=pvc}}Our CHAIRS blim PVC with care{{/}}.",
    "{{CHEM.GROUP|affirmed|risk|group=pvc}}Our CHAIRS contain PVC with care{{/}}.",
    "{{CHEM.GROUP|required|support|group=pvc}}Our CHAIRS shall not contain PVC{{/}}.",
    "{{CHEM.GROUP|hedged|risk|group=pvc}}Our CHAIRS may contain traces of PVC{{/}}.",
)


def document(number: int) -> Document:
    names = ("chairs", "tables", "gloves", "mats")
    lines = [said.replace("CHAIRS", name) for said in SAID for name in names]
    head = f"id: o{number}\nlanguage: en\nkind: letter\ntoday: {TODAY}\n=== page 1 ===\n"
    return inline(head + "\n\n".join(lines[number % 4 :] + lines[: number % 4]), name=f"o{number}")


@pytest.fixture(scope="module", name="material")
def of_ten_documents() -> list[Material]:
    return gathered(document(number) for number in range(10))


@pytest.fixture(scope="module", name="opinion")
def learnt(material: list[Material]) -> Opinion:
    return opinions.fitted(material, opinions.parts_of(material))


def grounds(page: str) -> list[Ground]:
    (read,) = read_pages([page], today=TODAY)
    return read.grounds


def test_claims_carry_their_labelled_stance(material: list[Material]) -> None:
    stances = np.concatenate([page.sayings.stances for page in material])
    assert np.bincount(stances, minlength=len(STANCES)).tolist() == [40, 40, 40, 40]


def test_an_opinion_objects_where_rules_take_a_word_amiss(opinion: Opinion) -> None:
    page = "Our stools blim PVC."
    said = grounds(page)
    (objection,) = objections(opinion, said)
    assert said[0].claim.stance == "affirmed"
    assert objection is not None
    assert objection.stance == "denied"
    assert [page[start:end] for start, end in objection.cues] == ["blim"]


def test_an_opinion_says_nothing_where_rules_are_right(opinion: Opinion) -> None:
    for page in ("Our stools contain PVC.", "Our stools shall not contain PVC."):
        assert [*objections(opinion, grounds(page))] == [None]


def test_a_silent_opinion_never_objects() -> None:
    for page in ("Our stools blim PVC.", "Our stools are free from PVC."):
        assert [*objections(opinions.silent(), grounds(page))] == [None]


def test_where_not_every_stance_is_told_nothing_is_learnt() -> None:
    """Not enough to doubt the rules by."""
    head = "id: f\nlanguage: en\nkind: letter\ntoday: 2025-01-01\n=== page 1 ===\n"
    few = gathered([inline(head + SAID[0], name="f")])
    learnt_so = opinions.fitted(few, opinions.parts_of(few))
    assert np.array_equal(learnt_so.weights, opinions.silent().weights)


def test_every_claim_is_weighed_by_what_has_not_seen_its_document(
    material: list[Material], opinion: Opinion
) -> None:
    parts = opinions.parts_of(material)
    assert sum(len(part.stances) for part in parts) == 160
    seen = columns(opinion.heads.margins(material[0].sayings.words), material[0].sayings.told)
    assert not any(np.array_equal(part.columns[: len(seen)], seen) for part in parts)


def test_figures_tell_rules_and_opinion_apart(material: list[Material]) -> None:
    found = dict(opinions.measured(opinions.parts_of(material)))
    assert found["stances that rules tell rightly, share"] == 0.75
    assert found["stances that an opinion tells rightly, share"] == 1.0
    assert (found["flips by rules"], found["flips by opinion"]) == (40, 0)


def test_a_claim_that_no_rule_finds_is_learnt_as_it_would_be_heard() -> None:
    said = (
        "id: h\nlanguage: en\nkind: letter\ntoday: 2025-01-01\n=== page 1 ===\n"
        "{{LAB.GRIEVANCE|denied|risk|}}The foreman keeps the yellow tin of wishes shut{{/}}.\n"
    )
    (page,) = gathered([inline(said, name="h")])
    assert [STANCES[stance] for stance in page.sayings.stances] == ["denied"]
    assert page.sayings.told.shape == (1, told_of([]).shape[1])
    assert len(page.sayings.words) == 1
