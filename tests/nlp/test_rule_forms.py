"""Plain rules of a workplace and rows of action plans: what is asked for is told as a rule."""

from __future__ import annotations

from datetime import date
from itertools import permutations, product

import pytest

from nlp import find_claims

_TODAY = date(2026, 11, 28)
_HANDBOOK = {
    "en": ("Staff handbook", "Everybody who works here has a copy of this book."),
    "sv": ("Personalhandbok", "Alla som arbetar här har fått ett exemplar av boken."),
}
_REPORT = {
    "en": ("Visit report", "The staff handbook was read at the visit."),
    "sv": ("Besöksrapport", "Personalhandboken lästes vid besöket."),
}
# Each with the stance that it has in a report.
_RULES = {
    "en": (
        ("affirmed", "Overtime is always voluntary"),
        ("affirmed", "Wages are paid on the last day of the month"),
        ("affirmed", "All recruitment fees are paid by the employer"),
        ("affirmed", "Fire drills are held every spring"),
        ("affirmed", "Women and men receive equal pay for equal work"),
        ("denied", "The employer never keeps the workers' passports"),
        ("denied", "We never keep passports"),
        ("denied", "Nobody pays a deposit to work here"),
        ("denied", "Nobody works more than 48 hours a week"),
        ("denied", "Nobody is punished for a complaint"),
    ),
    "sv": (
        ("affirmed", "Övertid är alltid frivillig"),
        ("affirmed", "Lönen betalas den sista i månaden"),
        ("affirmed", "Alla rekryteringsavgifter betalas av arbetsgivaren"),
        ("affirmed", "Brandövningar hålls varje vår"),
        ("affirmed", "Kvinnor och män får lika lön för lika arbete"),
        ("denied", "Arbetsgivaren behåller aldrig arbetarnas pass"),
        ("denied", "Vi förvarar aldrig pass"),
        ("denied", "Ingen betalar deposition för att få arbeta här"),
        ("denied", "Ingen arbetar mer än 48 timmar i veckan"),
        ("denied", "Ingen straffas för ett klagomål"),
    ),
}
_REPORTED = {
    "en": (
        "Last year three workers were injured at the press",
        "The employer keeps the workers' passports",
        "There is a collective agreement with the metal workers' union",
    ),
    "sv": (
        "I fjol skadades tre arbetare vid pressen",
        "Arbetsgivaren förvarar arbetarnas pass",
        "Det finns kollektivavtal med Metall",
    ),
}
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


def _stances(lines: tuple[str, ...], said: str) -> set[str]:
    page = "\n\n".join((*lines, f"{said}.")) + "\n"
    return {claim.stance for claim in find_claims([page], today=_TODAY)}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_plain_sentence_of_an_employers_handbook_is_a_rule_and_of_a_report_none(
    language: str,
) -> None:
    for told, said in _RULES[language]:
        assert _stances(_HANDBOOK[language], said) == {"required"}, said
        assert _stances(_REPORT[language], said) == {told}, said


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_a_handbook_reports_or_shows_to_be_there_is_no_rule(language: str) -> None:
    for said in _REPORTED[language]:
        assert _stances(_HANDBOOK[language], said) == {"affirmed"}, said


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
