"""What is said of conflict minerals and smelters, in many forms: its stance and its bearing."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

_TODAY = date(2026, 11, 28)
_BEFORE = {
    "sv": "Vi är ett företag som har funnits länge och som säljer till hela landet.\n\n",
    "en": "We are a company that has been there for years and sells to the whole country.\n\n",
}
_SAID: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("affirmed", "support"): {
        "sv": (
            "Alla smältverk är godkända av RMI.",
            "Smältverk: samtliga granskade enligt RMAP.",
            "Vi har identifierat alla smältverk.",
            "CMRT | Ja",
            "Är alla smältverk granskade? | Ja",
        ),
        "en": (
            "All smelters: RMAP conformant.",
            "We have identified all smelters.",
            "One solder supplier switched refiner in May.",
            "We told the supplier to drop the two delisted tin smelters.",
            "Replies came from 61 of our 64 suppliers on 3TG and their smelters.",
            "CMRT | Yes",
            "Are all smelters RMAP conformant?\nYes.",
        ),
    },
    ("affirmed", "risk"): {
        "sv": (
            "Tre smältverk är inte granskade.",
            "Två smältverk har förlorat sin status hos RMAP.",
        ),
        "en": (
            "Two smelters have lost their RMAP status.",
            "One tungsten smelter failed its audit.",
        ),
    },
    ("affirmed", "neutral"): {
        "sv": ("Innehåller varan konfliktmineraler? Ja.",),
        "en": ("Does the product contain 3TG?\nYes.", "The solder contains tin."),
    },
    ("denied", "support"): {
        "sv": (
            "Batteriet är koboltfritt.",
            "Innehåller varan tantal?\nNej.",
            "Innehåller varan konfliktmineraler? Nej.",
            "Vi köper inte från smältverk som inte är granskade.",
        ),
        "en": (
            "3TG: no",
            "3TG – none",
            "Does the product contain 3TG? No.",
            "Does the product contain tantalum?\nNo.",
            "We use cobalt-free batteries.",
            "We do not buy from smelters that are not RMAP conformant.",
        ),
    },
    ("denied", "risk"): {
        "sv": ("CMRT | Nej", "Är alla smältverk granskade?\nNej."),
        "en": ("CMRT | No", "Are all smelters RMAP conformant?\nNo."),
    },
    ("hedged", "risk"): {
        "sv": (
            "Smältverken är inte kända.",
            "Kartläggning av konfliktmineraler pågår.",
            "Status för 3TG går inte att fastställa.",
        ),
        "en": (
            "The smelter list for the lamps is incomplete.",
            "The status of 3TG is undeterminable.",
            "Our inquiry into the 3TG is ongoing.",
        ),
    },
    ("hedged", "neutral"): {
        "sv": ("Glimmer kan ingå i pigmentet i batteriet.",),
        "en": ("Mica may be present in the battery.",),
    },
    ("required", "support"): {
        "sv": (
            "Vi har en policy för konfliktmineraler.",
            "Endast smältverk som granskats enligt RMAP får användas.",
        ),
        "en": (
            "We have adopted a conflict minerals policy.",
            "Our policy is to avoid conflict minerals.",
            "Only smelters on the RMAP list may be used.",
        ),
    },
}


def _told(page: str) -> set[tuple[str, str]]:
    found = nlp.find_claims([page], today=_TODAY)
    return {(one.stance, one.bearing) for one in found if one.topic == "ORIGIN.MINERALS"}


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("wanted", _SAID, ids=" ".join)
def test_each_form_keeps_its_stance_and_its_bearing(wanted: tuple[str, str], language: str) -> None:
    for text in _SAID[wanted][language]:
        assert _told(f"{_BEFORE[language]}{text}\n") == {wanted}, text


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("Tin | 40 | 40 | 0 | 0", ("affirmed", "support")),
        ("Tin | 40 | 38 | 2 | 0", ("affirmed", "support")),
        ("Tin | 40 | 37 | 0 | 3", ("hedged", "risk")),
        ("Tin | 40 | 39 | – | –", ("affirmed", "risk")),
    ],
)
def test_a_row_of_counts_speaks_for_the_firm_where_all_smelters_are_conformant(
    row: str, wanted: tuple[str, str]
) -> None:
    heads = "Mineral | Smelters | Conformant | In progress | Unknown"
    assert _told(f"{_BEFORE['en']}{heads}\n{row}\n") == {wanted}


def test_a_mineral_that_a_row_denies_is_denied() -> None:
    page = f"{_BEFORE['en']}Mineral | Used | Smelters known\nTin | yes | yes\nGold | no | –\n"
    found = {
        one.value["mineral"]: (one.stance, one.bearing)
        for one in nlp.find_claims([page], today=_TODAY)
    }
    assert found == {"tin": ("affirmed", "neutral"), "gold": ("denied", "support")}


@pytest.mark.parametrize(
    "text",
    [
        "Conflict minerals are defined in Regulation (EU) 2017/821.",
        "Importers of 3TG have duties under Regulation (EU) 2017/821.",
        "The frame is gold coloured, and used in all our rooms.",
        "Konfliktmineraler definieras i förordning (EU) 2017/821.",
    ],
)
def test_what_a_law_defines_and_a_colour_are_not_flagged(text: str) -> None:
    assert _told(f"{_BEFORE['en']}{text}\n") == set()
