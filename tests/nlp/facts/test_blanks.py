"""Places of a template that were left are shown with their words, and no more than five."""

from __future__ import annotations

import pytest

from nlp import find_facts


def left(*pages: str) -> list[str]:
    facts = [fact for fact in find_facts(pages) if fact.name == "template_left"]
    return [pages[fact.page - 1][fact.start : fact.end] for fact in facts]


@pytest.mark.parametrize(
    "words",
    [
        "[Company name]",
        "[FÖRETAGETS NAMN]",
        "[befattning]",
        "[Insert name of supplier here]",
        "<insert date>",
        "<ange datum>",
        "{{ company_name }}".replace("_", " "),
        "XXXX-XX-XX",
        "ÅÅÅÅ-MM-DD",
        "20XX-XX-XX",
        "DD/MM/YYYY",
        "dd.mm.yyyy",
        "XXXXX",
        "Företagets namn: ______",
        "Ort och datum:  ________________",
        "Namn: ............",
        "Lorem ipsum",
    ],
)
def test_places_left_are_found_with_their_words(words: str) -> None:
    assert left(f"Policyn gäller från idag och följs upp.\n{words}\nTack") == [words]


@pytest.mark.parametrize(
    "words",
    [
        "[OCR]",
        "[1]",
        "[scan 1 of 3 - text recognised automatically]",
        "< 0,1 %",
        "< LOQ | > 30",
        "<anna@example.se>",
        "[see name@example.se]",
        "storlek XL, XXL och XXXL",
        "1 Inledning ............................ 1",
        "och så vidare ......",
        "____",
        "| ____ | ____ |",
        "08-120 XX",
        "sxxxxs",
    ],
)
def test_what_only_looks_like_one_is_left_alone(words: str) -> None:
    assert left(f"Policyn gäller från idag.\n{words}\nTack") == []


def test_every_page_is_searched_and_five_are_enough() -> None:
    assert left("Text", "[name] [date]", "Text", "[company] [title] [name] [place]") == [
        *("[name]", "[date]", "[company]", "[title]", "[name]")
    ]
