"""Rows of action plans: what is asked for is told as a rule."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest

from nlp import find_claims

_TODAY = date(2026, 11, 28)
_HEADS = {
    "en": ("Finding", "Root cause", "Corrective action", "Due date", "Status"),
    "sv": ("Avvikelse", "Grundorsak", "Åtgärd", "Klart senast", "Status"),
}
_TITLE = {"en": "Corrective action plan", "sv": "Åtgärdsplan"}
_STATES = {"en": ("Open", "Closed", "Done"), "sv": ("Pågår", "Klar", "Avslutad")}
# A finding, its cause, which tells nothing of the conditions, and what is to be done.
_ROWS = {
    "en": (
        ("Wages for April were paid three weeks late", "Cash flow", "Pay all wages by the 5th"),
        ("Age records missing for two workers", "Vacancy", "Introduce age checks at hiring"),
        ("Pregnancy tests used at hiring", "Old form", "Stop pregnancy tests"),
        ("Six workers had no written contract", "Season", "Sign written contracts with all"),
        ("The agency kept 14 passports", "No procedure", "Return passports to workers"),
        ("Emergency exit blocked by cartons", "Lack of storage", "Clear the emergency exit"),
    ),
    "sv": (
        ("Lönen för april betalades för sent", "Likviditet", "Betala alla löner senast den 5:e"),
        ("Åldersuppgift saknas för två arbetare", "Vakans", "Införa ålderskontroll"),
        ("Graviditetstest används", "Gammal blankett", "Sluta med graviditetstester"),
        ("Sex arbetare saknade skriftligt avtal", "Säsong", "Teckna skriftliga avtal med alla"),
        ("Förmedlaren behöll 14 pass", "Rutin saknas", "Lämna tillbaka passen till arbetarna"),
    ),
}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("order", list(permutations((0, 1, 2))))
def test_an_action_is_a_rule_and_a_cause_is_silent_in_any_order_and_state(
    order: tuple[int, ...], language: str
) -> None:
    heads = _HEADS[language]
    head = " | ".join([*(heads[at] for at in order), *heads[3:]])
    for cells, state in product(_ROWS[language], _STATES[language]):
        row = " | ".join([*(cells[at] for at in order), "2026-05-30", state])
        page = f"{_TITLE[language]}\n\n{head}\n{row}\n"
        found = find_claims([page], today=_TODAY)
        told = {page[claim.start : claim.end]: claim.stance for claim in found}
        assert len(told) == 2, row
        assert told.get(cells[2]) == "required", row


@pytest.mark.parametrize(
    "row",
    [
        "Workers paid a deposit for tools | Deposits repaid in full | Closed",
        "Arbetarna betalade deposition för verktyg | Depositionerna återbetalda | Klar",
    ],
)
def test_an_action_told_as_done_is_no_rule(row: str) -> None:
    page = f"Åtgärdsplan\n\nFinding | Action | Status\n{row}\n"
    assert {claim.stance for claim in find_claims([page], today=_TODAY)} == {"affirmed"}
