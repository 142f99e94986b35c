"""Half words, birthdays and open questions tell of children; acts and estimates of nobody here."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_spans, stances, topics


@pytest.mark.parametrize(
    ("page", "stance"),
    [
        ("Inga fall av barn- eller tvångsarbete har konstaterats.", "denied"),
        ("Barn- och tvångsarbete accepteras inte.", "required"),
        ("Leverantören ska garantera att barn- och tvångsarbete inte förekommer.", "required"),
        ("Tvångs- och barnarbete är förbjudet.", "required"),
    ],
)
def test_half_a_word_is_a_topic_of_its_own(page: str, stance: str) -> None:
    assert stances(page, "LAB.CHILD") == [stance]
    assert stances(page, "LAB.FORCED") == [stance]
    assert set(all_spans(page)) == {page.rstrip(".")}


@pytest.mark.parametrize(
    "page",
    [
        "Two cousins of 16 were working in packing.",
        "Four trainees of 16 and 17 work in packing.",
        "Tre flickor på 15 packade strumpor.",
        "Elever under 18 får inte arbeta på natten.",
        "Ingen anställs före sin 18-årsdag.",
        "Nobody is taken on before the 18th birthday.",
    ],
)
def test_the_young_are_told_by_whom_they_are_and_their_years(page: str) -> None:
    assert "LAB.CHILD" in topics(page)


@pytest.mark.parametrize(
    "page",
    [
        "Forced labour: all work or service exacted from any person under menace.",
        "The ILO has published eleven indicators of forced labour.",
        "The Global Slavery Index estimates that 50 million people live in modern slavery.",
        "Report under the Fighting Against Forced Labour and Child Labour in Supply Chains Act.",
        "The Uyghur Forced Labor Prevention Act presumes that goods from Xinjiang are made so.",
        "Child labour includes its worst forms as defined in Convention 182 of the ILO.",
        "Position paper on forced labour - page 2",
        "ILO uppskattar att 27 miljoner människor lever i tvångsarbete.",
    ],
)
def test_what_is_told_at_large_claims_nothing(page: str) -> None:
    assert topics(page).isdisjoint({"LAB.FORCED", "LAB.CHILD"})


@pytest.mark.parametrize(
    "page",
    [
        "We use the ILO indicators of forced labour in our audits and found none.",
        "Forced labour is not tolerated at any site.",
        "Forced labour was found at one dyehouse, see page 2.",
        "Tvångsarbete förekommer inte hos oss.",
    ],
)
def test_what_is_told_of_this_firm_still_claims(page: str) -> None:
    assert "LAB.FORCED" in topics(page)


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (
            "Question | Answer\nHow is age verified? | School certificates are checked",
            "School certificates are checked",
        ),
        (
            "Fråga | Svar\nHur kontrolleras åldern? | Födelsebevis kontrolleras",
            "Födelsebevis kontrolleras",
        ),
    ],
)
def test_of_an_open_question_in_a_row_the_answer_is_claimed(page: str, answer: str) -> None:
    assert all_spans(page) == [answer]
