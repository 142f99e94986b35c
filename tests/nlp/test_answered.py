"""A row of a form that answers in several sentences: each is read under what was asked."""

from datetime import date

import pytest

import nlp

_TODAY = date(2026, 11, 28)


def _found(page: str) -> list[tuple[str, str, str]]:
    claims = nlp.find_claims([page], today=_TODAY)
    return [(claim.topic, claim.stance, page[claim.start : claim.end]) for claim in claims]


@pytest.mark.parametrize("gap", [" | ", "        ", "\t"])
def test_each_sentence_of_an_answer_is_a_claim_of_its_own(gap: str) -> None:
    page = (
        f"3.1 PFAS in the coating?{gap}The lid is coated with PTFE. PFOA is not used in making it\n"
    )
    assert ("CHEM.SUBSTANCE", "affirmed", "The lid is coated with PTFE") in _found(page)
    assert ("CHEM.SUBSTANCE", "denied", "PFOA is not used in making it") in _found(page)


@pytest.mark.parametrize("gap", [" | ", "        ", "\t"])
def test_what_the_label_denies_is_not_denied_of_the_answer(gap: str) -> None:
    page = f"Fri från SVHC?{gap}Nej. Låskolven innehåller bly 0,2 %. Lacken är utan krom\n"
    assert ("CHEM.SUBSTANCE", "affirmed", "Låskolven innehåller bly 0,2 %") in _found(page)


def test_an_answer_of_one_sentence_stays_with_its_label() -> None:
    rows = ["Löner | Betalas den 25:e", "Klagomål | Anställda kan lämna klagomål anonymt till HR"]
    assert ("LAB.GRIEVANCE", "affirmed", rows[1]) in _found("\n".join(rows))


def test_the_next_row_is_not_under_the_label_above() -> None:
    page = "Barnarbete | Ingen är under 18 år. Legitimation visas\nÖvrigt | Sex i juli. Två i maj\n"
    assert _found(page) == [("LAB.CHILD", "denied", "Ingen är under 18 år")]


def test_a_line_that_begins_with_a_clauses_number_does_not_go_on_with_the_one_above() -> None:
    page = (
        "3.1 Lead in the lock? Yes: 0.2 % in the barrel, and nothing else is on the list\n"
        "3.2 Bisphenols in food contact? The trays hold no bisphenols\n"
    )
    assert ("CHEM.GROUP", "denied", "The trays hold no bisphenols") in _found(page)


def test_a_row_of_a_file_of_values_is_a_row_of_a_table() -> None:
    page = "Fabrik;Ort;Land;Vad görs\nAlva Metall AB;Gnosjö;Sverige;svetsade ramar\n"
    assert [(topic, words) for topic, _, words in _found(page)] == [
        ("ORIGIN.SITE", "Alva Metall AB;Gnosjö;Sverige")
    ]
