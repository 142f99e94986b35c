"""Forms: what stands at a ticked box is said, what stands at an empty one is not."""

from __future__ import annotations

from datetime import date

import pytest

import nlp
from nlp.layout.boxes import blank

TODAY = date(2026, 4, 1)
_OPENING = "Supplier declaration\n\nWe supply chairs to hospitals in the county.\n\n"


def told(page: str) -> list[tuple[str, str]]:
    """Words and stance of what is flagged behind the opening of a paper."""
    page = _OPENING + page
    return [(page[c.start : c.end], c.stance) for c in nlp.find_claims([page], today=TODAY)]


@pytest.mark.parametrize(
    ("words", "is_blank"),
    [("☐ yes ☐ no", True), ("[ ] yes [x] no", False), ("☐ yes ☒ no", False), ("no box", False)],
)
def test_a_form_is_blank_while_no_box_is_ticked(words: str, is_blank: bool) -> None:
    assert blank(words) == is_blank


def test_of_lines_with_boxes_the_ticked_ones_are_told() -> None:
    page = "☐ The seat contains phthalates\n☒ The seat contains lead\n[x] We pay a living wage\n"
    assert told(page) == [
        ("The seat contains lead", "affirmed"),
        ("We pay a living wage", "affirmed"),
    ]


QUESTIONS = [
    ("Does the seat contain phthalates? ☐ Yes ☒ No\n", ["denied"]),
    ("Does the seat contain cadmium? [x] Yes [ ] No\n", ["affirmed"]),
    ("Does the seat contain cadmium? [ ] Yes [ ] No\n", []),
    ("Does the seat contain PFAS?\nNo\nDoes the seat contain cadmium?\nYes, 12 mg/kg\n",
     ["denied", "affirmed"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "stances"), QUESTIONS)
def test_a_question_has_the_stance_of_its_answer(page: str, stances: list[str]) -> None:
    assert [stance for _, stance in told(page)] == stances


def test_the_figure_of_an_answer_is_that_of_the_substance_asked_for() -> None:
    page = f"{_OPENING}Does the seat contain cadmium?\nYes, 12 mg/kg\n"
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert (claim.value["cas"], claim.value["amount"]) == ("7440-43-9", "12")
