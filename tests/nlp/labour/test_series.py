"""Topics named one after the other, each of which is a fact of its own."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_spans, all_told


def _topics(page: str) -> set[str]:
    return {topic for topic, _, _ in all_told(page)}


@pytest.mark.parametrize(
    ("page", "topics"),
    [
        (
            "The auditors found breaches in the areas of overtime, health and safety, and wages.",
            {"LAB.HOURS", "LAB.SAFETY", "LAB.WAGE"},
        ),
        (
            "Problems at the mill: child labour, unsafe workplaces and unpaid wages.",
            {"LAB.CHILD", "LAB.SAFETY", "LAB.WAGE"},
        ),
        (
            "Tidigare fanns problem med barnarbete, farliga arbetsplatser och obetald övertid.",
            {"LAB.CHILD", "LAB.SAFETY", "LAB.WAGE", "LAB.HOURS"},
        ),
        (
            "Granskningen visade brister i fråga om arbetstid, löner och föreningsfrihet.",
            {"LAB.HOURS", "LAB.WAGE", "LAB.UNION"},
        ),
    ],
)
def test_three_topics_in_a_series_are_each_told(page: str, topics: set[str]) -> None:
    assert topics <= _topics(page)


def test_each_topic_of_a_series_is_told_by_all_of_it() -> None:
    page = (
        "Inspectors established that the mill broke the law in the areas of wages"
        " and hours of work, benefits, harassment, and health and safety."
    )
    spans = all_spans(page)
    assert len(spans) > 2
    assert set(spans) == {page.split("that ")[1].rstrip(".")} or len(set(spans)) == 1


def test_what_semicolons_part_is_told_part_by_part() -> None:
    page = "Findings: no child labour; overtime of 70 hours a week; wages paid late."
    assert len(set(all_spans(page))) == 3


def test_one_word_of_several_topics_makes_no_series() -> None:
    assert "LAB.SAFETY" not in _topics("The guards at the gate took money for a job.")
