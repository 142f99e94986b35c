"""A group as the title of what follows, or as what a substance serves as; a plant's permit."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

ONCE = [
    ("Point 2. PFAS. The mugs hold no PFAS.", ["denied"]),
    ("3.2 PFAS in general. Fluororesin coating is used on the roller.", ["affirmed"]),
    ("Punkt 4. Bisfenoler i kvitton. Rullen är fri från bisfenoler.", ["denied"]),
    ("Phthalates: none. The hose is free from phthalates.", ["denied", "denied"]),
    ("BIT is used as a preservative in the glue.", []),
    ("Limmet innehåller fenoxietanol som konserveringsmedel.", []),
    ("The glue contains a preservative.", ["affirmed"]),
    ("Mattan är behandlad med silver som antibakteriellt medel.", ["affirmed"]),
    ("Ingen av parabenerna används som konserveringsmedel.", ["denied"]),
]


@pytest.mark.parametrize(("page", "stances"), ONCE)
def test_a_group_is_told_once_and_where_it_is_told(page: str, stances: list[str]) -> None:
    """Titles and uses tell nothing beside what they head, or what serves so."""
    assert [claim.stance for claim in claims(page, "CHEM.GROUP")] == stances


SERVING = ["BIT is used as a preservative in the glue.", "CMIT is dosed as a slimicide."]


@pytest.mark.parametrize("page", SERVING)
def test_what_serves_so_is_claimed_by_itself(page: str) -> None:
    """The substance stands."""
    assert len(claims(page, "CHEM.SUBSTANCE")) == 1


SILENT = [
    "Verksamheten är inte tillståndspliktig enligt miljöbalken.",
    "Safety data sheet available on request (EUH210).",
]


@pytest.mark.parametrize("page", SILENT)
def test_a_permit_and_a_sheet_on_request_claim_nothing(page: str) -> None:
    """A plant's permit is none of Annex XIV; a sheet on request is no hazard."""
    assert claims(page, "CHEM.LIST") + claims(page, "CHEM.HAZARD") == []


TOLD = [
    ("The tube holds DEHP, which is on the authorisation list.", "CHEM.LIST"),
    ("Contains isocyanates (EUH204).", "CHEM.HAZARD"),
]


@pytest.mark.parametrize(("page", "topic"), TOLD)
def test_a_substances_permit_and_other_statements_stand(page: str, topic: str) -> None:
    """What is of the substance is claimed."""
    assert claims(page, topic)
