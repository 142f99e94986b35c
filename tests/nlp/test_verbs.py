"""A line without a full stop is a sentence where a verb makes one of it, and else a title."""

from datetime import date

import pytest

import nlp
from nlp.verbs import tells

_TODAY = date(2026, 11, 28)
_BEFORE = {
    "sv": "Vi är ett företag som har funnits länge och som säljer till hela landet.\n\n",
    "en": "We are a company that has been there for years and sells to the whole country.\n\n",
}


@pytest.mark.parametrize(
    ("language", "line", "topic"),
    [
        ("sv", "Under året kom två ärenden in via visselblåsarfunktionen", "LAB.GRIEVANCE"),
        ("sv", "Övertid ersätts med 50 procents tillägg", "LAB.WAGE"),
        ("sv", "Passen förvaras hos arbetsgivaren", "LAB.FORCED"),
        ("sv", "Inga rekryteringsavgifter tas ut av någon", "LAB.FEES"),
        ("sv", "Skyddsronder genomförs varje kvartal", "LAB.SAFETY"),
        ("sv", "Ingen under 18 år anställs", "LAB.CHILD"),
        ("en", "Our supplier code prohibits bonded labour", "LAB.FORCED"),
        ("en", "Two accidents with lost time occurred in 2025", "LAB.SAFETY"),
        ("en", "Management interferes in the election of worker representatives", "LAB.UNION"),
    ],
)
def test_a_line_with_a_verb_is_told_without_its_full_stop(
    language: str, line: str, topic: str
) -> None:
    found = [
        {claim.topic for claim in nlp.find_claims([_BEFORE[language] + line + end], today=_TODAY)}
        for end in (".", "\n")
    ]
    assert found == [{topic}, {topic}]


@pytest.mark.parametrize(
    "line",
    [
        "Passens förvaring",
        "Rekryteringsavgifter och depositioner",
        "Anställda under 18 år",
        "Arbetsskador och tillbud",
        "Accidents with lost time in 2025",
        "Working hours and rest days",
        "Workers hired through agencies",
        "Reports and complaints",
    ],
)
def test_a_title_without_a_verb_claims_nothing(line: str) -> None:
    assert not tells(line.lower())
    assert not nlp.find_claims([line + "\n"], today=_TODAY)
