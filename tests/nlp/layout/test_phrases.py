"""Where a sentence ends, also where the blank behind its stop was lost."""

from __future__ import annotations

import pytest

from nlp.layout.phrases import sentences

CUT = [
    (
        "We train our buyers.The mills are visited twice a year.",
        ["We train our buyers.", "The mills are visited twice a year."],
    ),
    (
        "Lönerna ses över varje kvartal.-Alla får en dag ledig.- Vi följer upp.",
        ["Lönerna ses över varje kvartal.", "Alla får en dag ledig.", "Vi följer upp."],
    ),
]
WHOLE = [
    "Read more at www.weavers.example on how we work.",
    "Klassificering Irrit.Eye 2 enligt CLP.",
    "Mätt vid 2.5 m från pressen.",
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_a_stop_without_its_blank_still_ends_a_sentence(text: str, wanted: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_a_stop_within_a_name_a_number_or_an_abbreviation_ends_nothing(text: str) -> None:
    assert list(sentences(text, 0, len(text))) == [(0, len(text))]
