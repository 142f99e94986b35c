"""Denial told by a verb or a noun, by an answer beside a question, or taken back."""

from __future__ import annotations

import pytest

import nlp
from tests.nlp.asking import TODAY, stances

GONE = [
    ("Phthalates have been designed out of the grip.", "CHEM.GROUP"),
    ("We gave up dichloromethane as blowing agent in 2019.", "CHEM.SUBSTANCE"),
    ("The recipe excludes chlorophenols.", "CHEM.GROUP"),
    ("The lining is clear of azo dyes.", "CHEM.GROUP"),
    ("Our coating does without PFAS.", "CHEM.GROUP"),
    ("PVC is a thing of the past in our cables.", "CHEM.GROUP"),
    ("Cadmium was undetectable in the plating.", "CHEM.SUBSTANCE"),
    ("Parabener har strukits ur receptet.", "CHEM.GROUP"),
    ("Lacken klarar sig utan bisfenol A.", "CHEM.SUBSTANCE"),
    ("Handtaget har befriats från DEHP.", "CHEM.SUBSTANCE"),
    ("Flamskyddsmedel har utelämnats ur skummet.", "CHEM.GROUP"),
    ("PVC är borta ur sladden.", "CHEM.GROUP"),
    ("Vi undviker PFAS i alla plagg.", "CHEM.GROUP"),
]


@pytest.mark.parametrize(("page", "topic"), GONE)
def test_what_is_avoided_left_out_or_gone_from_a_product_is_denied(page: str, topic: str) -> None:
    assert stances(page, topic) == ["denied"]


def test_what_took_its_place_is_there() -> None:
    assert stances("DEHP has been replaced by DINP, 12 %.", "CHEM.SUBSTANCE") == [
        "denied",
        "affirmed",
    ]


def test_what_may_not_be_excluded_is_in_doubt() -> None:
    assert stances("PFAS kan inte uteslutas.", "CHEM.GROUP") == ["hedged"]


def test_suppliers_that_drop_a_smelter_do_not_deny_the_mineral_of_the_others() -> None:
    page = "Two suppliers have dropped the delisted gold refiners."
    assert stances(page, "ORIGIN.MINERALS") == ["affirmed"]


def test_what_is_excepted_from_a_denial_is_there() -> None:
    page = "No SVHC above 0.1 % save one ruler with 0.3 % dicyclohexyl phthalate."
    assert stances(page, "CHEM.SUBSTANCE") == ["affirmed"]


ANSWERS = [("No", ["denied"]), ("Not that we are aware of", ["hedged"]), ("Yes", ["affirmed"])]


@pytest.mark.parametrize(("answer", "stance"), ANSWERS)
def test_the_answer_beside_a_question_decides(answer: str, stance: list[str]) -> None:
    page = f"No. | Question | Answer\nC3 | PFAS in the fabrics? | {answer}\n"
    assert stances(page, "CHEM.GROUP") == stance


LATE = [
    ("Salaries for July were not paid until 22 August.", "LAB.WAGE"),
    ("Contract workers were not told about the grievance line until August.", "LAB.GRIEVANCE"),
    ("Lönerna för juli betalades inte förrän den 22 augusti.", "LAB.WAGE"),
]


@pytest.mark.parametrize(("page", "topic"), LATE)
def test_what_was_not_until_a_day_was_and_late(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


DOUBLE = [
    ("No worker went without a weekly rest day.", "LAB.HOURS"),
    ("Vi fann inga veckor utan vilodag.", "LAB.HOURS"),
]


@pytest.mark.parametrize(("page", "topic"), DOUBLE)
def test_nobody_without_it_is_everybody_with_it(page: str, topic: str) -> None:
    assert stances(page, topic) == ["affirmed"]


def test_days_on_end_without_rest_are_days_of_work() -> None:
    page = "Femton dagar i sträck utan vilodag noterades."
    found = [(c.stance, c.bearing) for c in nlp.find_claims([page], today=TODAY)]
    assert found == [("affirmed", "risk")]


NONE_THERE = [
    ("Någon policy mot trakasserier har vi ingen.", "LAB.DISCRIMINATION"),
    ("Minderåriga såg vi inga vid besöket.", "LAB.CHILD"),
    ("SA8000 har ingen av fabrikerna.", "CERT"),
]


@pytest.mark.parametrize(("page", "topic"), NONE_THERE)
def test_swedish_denies_a_thing_that_stands_first_by_a_word_at_its_end(
    page: str, topic: str
) -> None:
    assert stances(page, topic) == ["denied"]


ASIDE = [
    ("Two gold refiners are not conformant.", "ORIGIN.MINERALS", "affirmed"),
    ("Four tin smelters were removed from the conformant list.", "ORIGIN.MINERALS", "affirmed"),
    ("Our lamps contain no tin.", "ORIGIN.MINERALS", "denied"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "topic", "stance"), ASIDE)
def test_a_denial_of_what_a_thing_is_like_leaves_the_thing_there(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


def test_the_area_that_a_grade_is_given_for_denies_no_certificate() -> None:
    page = "amfori BSCI audit 3 May 2025\n\nPerformance area | Rating\nNo child labour | A\n"
    assert "denied" not in stances(page, "CERT")


HOW = [
    ("The wage without overtime covers the minimum wage.", "LAB.WAGE", "affirmed"),
    ("Inga veckor utan vilodag påträffades.", "LAB.HOURS", "affirmed"),
    ("De anställda rekryteras utan kostnad för förmedling.", "LAB.FEES", "denied"),
    ("Two presses stood without a safety guard.", "LAB.SAFETY", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), HOW)
def test_without_denies_what_lacks_and_not_how_a_thing_is_counted(
    page: str, topic: str, stance: str
) -> None:
    assert stances(page, topic) == [stance]


def test_what_swedish_names_behind_its_word_of_denial_is_denied_too() -> None:
    assert stances("Inhyrda packare hade inget avtal alls.", "LAB.CONTRACT") == ["denied"]


def test_a_thing_whose_words_hold_a_denial_is_denied_by_it() -> None:
    assert stances("The night gate is not locked any more.", "LAB.FORCED") == ["denied"]
    assert stances("Workers cannot leave the dormitory.", "LAB.FORCED") == ["affirmed"]
