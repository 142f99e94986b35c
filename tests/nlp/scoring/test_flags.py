"""Scores of flags: from 0 to 1, told by what a flag rests on, by plain arrays alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

import nlp
from nlp.pages import Page
from nlp.pipeline import read_pages
from nlp.scoring import believed, shipped
from nlp.scoring.flags import NAMES, columns, prior_of, scored
from nlp.scoring.grounds import Ground
from nlp.scoring.sentences import Numbers

TODAY = date(2025, 6, 1)
PAGE = """SECTION 3: Composition

Lead | 7439-92-1 | 0.3 %
Lead | 7439-92-2 | 0.3 %

The product contains no phthalates and no bisphenols.
"""


MARGIN, RIVAL = len(NAMES), len(NAMES) + 1


def read(page: str, **options: list[float]) -> Page:
    """A page with what rules and heads say of it."""
    qualities = options.get("qualities")
    (found,) = read_pages([page], today=TODAY, qualities=qualities, model=shipped())
    return found


def rows_of(page: Page, grounds: Sequence[Ground] | None = None) -> Numbers:
    chosen = page.grounds if grounds is None else grounds
    assert page.margins is not None
    return columns(chosen, page.margins, page.spots, shipped().priors)


def table(page: str, **options: list[float]) -> dict[str, list[float]]:
    rows = rows_of(read(page, **options))
    return {name: rows[:, place].tolist() for place, name in enumerate(NAMES)}


def test_every_flag_has_a_score_that_is_no_certainty() -> None:
    scores = [claim.score for claim in nlp.find_claims([PAGE], today=TODAY)]
    assert len(scores) == 4
    assert all(0 < score < 1 for score in scores)
    assert len(set(scores)) > 1


def test_what_a_flag_rests_on_is_told_in_numbers() -> None:
    found = table(PAGE)
    assert found["row"] == [1, 1, 0, 0]
    assert found["cas"] == [1, 0, 0, 0]
    assert found["wrong number"] == [0, 1, 0, 0]
    assert found["denied"] == [0, 0, 1, 1]
    assert found["company"][0] < found["company"][2]
    assert found["unread"] == [0, 0, 0, 0]


def test_a_page_that_was_read_badly_bears_on_scores_alone() -> None:
    assert table(PAGE, qualities=[0.4])["unread"] == [0.6] * 4
    clear = nlp.find_claims([PAGE], today=TODAY)
    blurred = nlp.find_claims([PAGE], today=TODAY, qualities=[0.4])
    assert [(c.start, c.end, c.rule) for c in clear] == [(c.start, c.end, c.rule) for c in blurred]


def test_a_rule_without_a_record_has_its_topics() -> None:
    (claim, *_) = nlp.find_claims([PAGE], today=TODAY)
    assert prior_of(claim, {claim.topic: 0.7}) == 0.7
    assert prior_of(claim, {claim.topic: 0.7, claim.rule: 0.9}) == 0.9
    assert prior_of(claim, {}) == 0.5


def test_the_classifier_speaks_for_the_topic_of_a_plain_sentence() -> None:
    for sentence, topic in (
        ("The youngest worker was 14 years old.", "LAB.CHILD"),
        ("Nödutgången var blockerad av pallar.", "LAB.SAFETY"),
        ("Produkten innehåller inga ftalater.", "CHEM.GROUP"),
    ):
        page = read(sentence)
        (row,) = rows_of(page, [one for one in page.grounds if one.claim.topic == topic])
        assert row[MARGIN] > row[RIVAL]


def test_no_flags_have_no_scores() -> None:
    assert scored([], np.zeros((0, 21)), [], shipped()) == []


def test_the_curve_keeps_the_order_of_scores() -> None:
    assert shipped().curve[0] > 0


def test_a_rule_that_is_hardly_ever_right_flags_nothing() -> None:
    page = read("Produkten innehåller inga ftalater.")
    assert page.margins is not None
    rest = page.grounds, page.margins, page.spots
    assert [claim.topic for claim in believed(*rest, shipped())] == ["CHEM.GROUP"]
    hopeless = replace(shipped(), bias=shipped().bias - 20)
    assert list(believed(*rest, hopeless)) == []


def test_scoring_loads_no_library_of_learning() -> None:
    code = (
        "import sys, datetime, nlp\n"
        "nlp.find_claims(['Mattan är ftalatfri.'], today=datetime.date(2025, 1, 1))\n"
        "print(sorted({'sklearn', 'scipy', 'pickle5'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("length", [0, 1, 50])
def test_margins_are_bounded_sums(length: int) -> None:
    sentence = " ".join(["forced labour"] * length)
    page = read(sentence + " was found.")
    assert page.margins is not None
    assert np.isfinite(page.margins).all()
    assert not page.grounds or np.isfinite(rows_of(page)).all()
