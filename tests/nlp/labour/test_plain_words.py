"""Plain words of ages, papers, fees and unions; areas that are only graded, cells that only ask."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_spans, topics

SAID = [
    ("Den som arbetar ska ha fyllt 16.", "LAB.CHILD"),
    ("Alla medarbetare måste ha fyllt 15 år.", "LAB.CHILD"),
    ("You must be at least 16 to work here.", "LAB.CHILD"),
    ("Staff must be aged 16 or over.", "LAB.CHILD"),
    ("Fabriken behåller inte identitetskort.", "LAB.FORCED"),
    ("Fiskarnas sjömansböcker låg i skepparens hytt.", "LAB.FORCED"),
    ("The captain keeps the seaman's books in his safe.", "LAB.FORCED"),
    ("Passports are in the workers' own custody.", "LAB.FORCED"),
    ("The welders paid to obtain employment.", "LAB.FEES"),
    ("Two carers had bought their sponsorship from a consultant.", "LAB.FEES"),
    ("The mill has no employee representation.", "LAB.UNION"),
    ("Fabriken saknar arbetstagarrepresentation.", "LAB.UNION"),
    ("Where law limits unions, parallel means of representation must exist.", "LAB.UNION"),
    ("If law forbids unions, suppliers must allow independent worker committees.", "LAB.UNION"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "topic"), SAID)
def test_plain_words_are_claimed(sentence: str, topic: str) -> None:
    assert topic in topics(f"{sentence}\n")


INNOCENT = [
    "Kunder som hyr maskinen ska visa körkort.",
    "The licence was paid for in March.",
    "The law restricts unions.",
    "Batteriet ska bytas efter 16 år.",
    "The goods are in the carrier's custody.",
    "The pump comes in its own pocket-size case.",
]


@pytest.mark.parametrize("sentence", INNOCENT)
def test_words_of_other_things_are_not(sentence: str) -> None:
    assert not {topic for topic in topics(f"{sentence}\n") if topic.startswith("LAB.")}


GRADED = [
    "No Discrimination, Violence or Harassment | A | 0\n",
    "Freedom of Association | B | 12\n",
    "PA 11 No bonded or forced labour – rating B\n",
    "Barnarbete - betyg A\n",
]


@pytest.mark.parametrize("line", GRADED)
def test_an_area_that_is_graded_is_only_named(line: str) -> None:
    assert not {topic for topic in topics(line) if topic.startswith("LAB.")}


TOLD = [
    ("Freedom of association is denied to welders | 4\n", "LAB.UNION"),
    ("The union was refused entry - B hall\n", "LAB.UNION"),
]


@pytest.mark.parametrize(("line", "topic"), TOLD)
def test_what_a_line_says_beside_a_letter_or_number_is_claimed(line: str, topic: str) -> None:
    assert topic in topics(line)


ASKED = [
    "Question | Score | Reply\nAre ID cards kept by the firm? | 2 | never, copies are kept\n",
    "Nr | Fråga | Svar\n1 | Hålls passen inne av fabriken? | nej, de finns hos arbetarna\n",
]


@pytest.mark.parametrize("table", ASKED)
def test_a_cell_that_asks_is_not_claimed_beside_its_answer(table: str) -> None:
    spans = [words for words in all_spans(table) if words.endswith("?")]
    assert spans == []
