"""Sentences whose blank, line break or full stop was lost on the way into a page."""

from __future__ import annotations

import pytest

from nlp.layout.phrases import sentences
from tests.nlp.asking import all_spans, all_told

_LONG = (
    "We buy shirts, aprons and bed linen from makers whom we have known for many years, whom we"
    " visit at least twice a year and who tell us of each change of address, of machines and of"
    " the people in charge before it takes place\n"
)
_LONG_SV = (
    "Vi köper skjortor, förkläden och lakan av tillverkare som vi har känt i många år, som vi"
    " besöker minst två gånger om året och som talar om för oss innan de byter adress, maskiner"
    " eller den som ansvarar för arbetet hos dem\n"
)


@pytest.mark.parametrize(
    "page",
    [
        "The mill has six looms.No child labour is used.Wages are paid late.",
        "Väveriet har sex vävstolar.Barnarbete förekommer inte.Lönerna betalas för sent.",
        "The mill has six looms.- No child labour is used.-Wages are paid late.",
        "Väveriet har sex vävstolar.- Barnarbete förekommer inte.- Lönerna betalas för sent.",
    ],
)
def test_a_stop_without_its_blank_still_ends_a_sentence(page: str) -> None:
    assert all_told(page) == [
        ("LAB.CHILD", "denied", "support"),
        ("LAB.WAGE", "affirmed", "risk"),
    ]


def test_the_mark_of_a_lost_list_stays_outside_the_span() -> None:
    found = all_spans("The mill has six looms.- No child labour is used. - Ten work here.")
    assert found == ["No child labour is used"]


@pytest.mark.parametrize(
    "text",
    [
        "Write to the buyer at code@mill.Example or see www.mill.Com for more",
        "Bruket heter St.Olof och ligger i Tirupur",
    ],
)
def test_a_stop_in_an_address_or_an_abbreviation_ends_nothing(text: str) -> None:
    assert list(sentences(text, 0, len(text))) == [(0, len(text))]


@pytest.mark.parametrize(
    ("page", "topics"),
    [
        (
            _LONG + "No child labour has been found at the mills that we have visited so far\n"
            "Contracts and wages\nAll workers have a written contract",
            ["LAB.CHILD", "LAB.CONTRACT"],
        ),
        (
            _LONG_SV + "Barnarbete har inte hittats på de bruk som vi har besökt hittills\n"
            "Avtal och lön\nAlla arbetare har ett skriftligt avtal",
            ["LAB.CHILD", "LAB.CONTRACT"],
        ),
    ],
)
def test_a_heading_below_a_line_without_a_stop_is_no_part_of_it(
    page: str, topics: list[str]
) -> None:
    assert [topic for topic, _, _ in all_told(page)] == topics
    assert not any("\n" in span for span in all_spans(page))
