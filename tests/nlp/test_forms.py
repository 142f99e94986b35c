"""One thing said in many forms: no form may turn what it says. A flip is the worst fault."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from nlp import find_claims

_TODAY = date(2026, 11, 28)
_BEFORE = {
    "sv": "Vi är ett företag som har funnits länge och som säljer till hela landet.\n\n",
    "en": "We are a company that has been there for years and sells to the whole country.\n\n",
}
_THINGS = {
    "sv": ("ftalater", "PFAS", "bly", "bisfenol A", "bromerade flamskyddsmedel", "latex"),
    "en": ("phthalates", "PFAS", "bisphenol A", "brominated flame retardants", "latex"),
}
_CONDITIONS = {
    "sv": ("Tvångsarbete", "Barnarbete", "Diskriminering", "Rekryteringsavgifter"),
    "en": ("Forced labour", "Child labour", "Discrimination", "Recruitment fees"),
}
_NO = {
    "sv": ("nej", "förekommer inte", "finns inte", "används ej", "ingår inte", "saknas"),
    "en": ("no", "none", "not present", "not used", "not found", "does not occur"),
}
_DENIED = {
    "sv": (
        "Produkten innehåller inte {x}",
        "Inga {x} ingår i produkten",
        "{x} används inte vid tillverkningen",
        "{x} har inte tillsatts",
        "Vi använder inte {x}",
        "Produkten är helt fri från {x}",
        "Materialet är tillverkat utan {x}",
        "Produkten innehåller varken {x} eller klorparaffiner",
        "Produkten innehåller vare sig {x} eller klorparaffiner",
        "Ingen av komponenterna innehåller {x}",
        "{x} kunde inte påvisas",
        "Det finns inga spår av {x}",
        "Vi har fasat ut {x} ur produkten",
        "Inget innehåll av {x}",
        "Vi har inte hittat {x} i något prov",
    ),
    "en": (
        "The product does not contain {x}",
        "No {x} is used in the product",
        "{x} has not been added",
        "We do not use {x}",
        "We use no {x} in our products",
        "The product is completely free from {x}",
        "Made without {x}",
        "Neither {x} nor chlorinated paraffins are present",
        "None of the components contains {x}",
        "{x} could not be detected",
        "There are no traces of {x}",
        "We have phased out {x} from the product",
        "The cover no longer contains {x}",
        "We did not find {x} in any sample",
    ),
}
_AFFIRMED = {
    "sv": (
        "Produkten innehåller {x}",
        "{x} ingår i produkten",
        "Produkten är inte fri från {x}",
        "Spår av {x} hittades",
        "Det går inte att tillverka produkten utan {x}",
        "Produkten innehåller fortfarande {x}",
        "{x} finns i kabeln men inte i höljet",
    ),
    "en": (
        "The product contains {x}",
        "{x} is present in the cover",
        "The product is not free of {x}",
        "Traces of {x} were found",
        "The product cannot be made without {x}",
        "The product still contains {x}",
        "{x} is found in the cable but not in the cover",
    ),
}


def _stances(page: str) -> set[str]:
    return {claim.stance for claim in find_claims([page], today=_TODAY)}


def _other(language: str, text: str, wanted: str) -> str:
    """What was found instead, with its words; "" where all is as wanted."""
    found = _stances(_BEFORE[language] + text + "\n")
    return "" if found == {wanted} else f"{text!r}: {sorted(found)}"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize(
    ("forms", "wanted"), [(_DENIED, "denied"), (_AFFIRMED, "affirmed")], ids=["denied", "affirmed"]
)
def test_each_sentence_keeps_its_stance_whatever_the_thing(
    forms: dict[str, tuple[str, ...]], wanted: str, language: str
) -> None:
    said = (
        f"{form.format(x=thing)}." for form, thing in product(forms[language], _THINGS[language])
    )
    texts = (text[0].upper() + text[1:] for text in said)
    assert not list(filter(None, (_other(language, text, wanted) for text in texts)))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("mark", [": ", " - ", " – ", " | ", ", ", " = "])
def test_no_mark_between_a_label_and_its_answer_affirms_what_is_denied(
    mark: str, language: str
) -> None:
    labels = (*_CONDITIONS[language], *_THINGS[language])
    forms = (
        label[0].upper() + label[1:] + mark + no for label, no in product(labels, _NO[language])
    )
    found = {form: _stances(f"{_BEFORE[language]}{form}\n") for form in forms}
    assert not {form for form, stances in found.items() if stances - {"denied"}}
    assert sum(map(bool, found.values())) >= 0.65 * len(found)


@pytest.mark.parametrize("head", ["", "Fråga | Svar\nÖvrigt | ja\n", "Ämne | Ingår\nÖvrigt | ja\n"])
@pytest.mark.parametrize("asked", ["", "?"])
def test_a_row_of_two_cells_is_denied_by_a_bare_answer(head: str, asked: str) -> None:
    labels = (*_CONDITIONS["sv"], *_THINGS["sv"])
    for label, no in product(labels, _NO["sv"]):
        page = f"{_BEFORE['sv']}{head}{label[0].upper()}{label[1:]}{asked} | {no}\n"
        assert _stances(page) == {"denied"}, page


@pytest.mark.parametrize(
    "bound", ["< 1000", "under 1000", "below 1'000", "less than 1,000", "does not exceed 1 000"]
)
def test_a_substance_below_a_bound_is_denied_once_whatever_it_is_called(bound: str) -> None:
    found = find_claims([f"{_BEFORE['en']}Lead (Pb) {bound} ppm.\n"], today=_TODAY)
    assert [(claim.stance, claim.value) for claim in found] == [
        ("denied", {"cas": "7439-92-1", "name": "Lead", "amount": "1000", "unit": "ppm"})
    ]


@pytest.mark.parametrize(
    "line", ["Kandidatlistan 2025-01-21, inga träffar", "Candidate List 21 January 2025, no hits"]
)
def test_a_list_without_hits_is_denied(line: str) -> None:
    assert _stances(f"{line}.\n") == {"denied"}
