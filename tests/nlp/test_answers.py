"""Answers beside, behind and under their question: in words, by a cross, in a box."""

from __future__ import annotations

import pytest

from tests.nlp.asking import told

NO, YES = ("denied", "support"), ("affirmed", "risk")
IN_WORDS = [
    ("Förekommer barnarbete hos er? Nej.\n", "LAB.CHILD", NO),
    ("Förekommer barnarbete hos er? Ja.\n", "LAB.CHILD", YES),
    ("Do you make use of forced labour? No, never.\n", "LAB.FORCED", NO),
    ("3. Do you keep the workers' passports?\nYes.\n", "LAB.FORCED", YES),
    ("Is there a trade union at the mill? No.\n", "LAB.UNION", ("denied", "risk")),
    ("Finns en klagomålsrutin? Ja\n", "LAB.GRIEVANCE", ("affirmed", "support")),
    ("Do workers pay recruitment fees? Don't know.\n", "LAB.FEES", ("hedged", "risk")),
]


@pytest.mark.parametrize(("page", "topic", "answer"), IN_WORDS)
def test_a_question_about_work_is_heard_with_its_answer(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


def test_a_question_that_nobody_answers_claims_nothing() -> None:
    assert told("Förekommer barnarbete hos er?\nRubrik 2\n", "LAB.CHILD") == []


CROSSED = [
    ("Question | Yes | No\nDoes the hose contain phthalates? | | X\n", "CHEM.GROUP", NO),
    ("Question | Yes | No\nDoes the hose contain phthalates? | X |\n", "CHEM.GROUP", YES),
    ("Fråga | Ja | Nej | Kommentar\nTas rekryteringsavgifter ut? | | x |\n", "LAB.FEES", NO),
    ("Fråga | Ja | Nej | Kommentar\nTas rekryteringsavgifter ut? | x | |\n", "LAB.FEES", YES),
]


@pytest.mark.parametrize(("page", "topic", "answer"), CROSSED)
def test_a_cross_says_what_its_column_is_called(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]


BOXED = [
    ("Barnarbete förekommer: ☐ Ja ☒ Nej\n", "LAB.CHILD", NO),
    ("Barnarbete förekommer: ☒ Ja ☐ Nej\n", "LAB.CHILD", YES),
]


@pytest.mark.parametrize(("page", "topic", "answer"), BOXED)
def test_the_box_that_was_ticked_is_the_answer(
    page: str, topic: str, answer: tuple[str, str]
) -> None:
    assert told(page, topic) == [answer]
