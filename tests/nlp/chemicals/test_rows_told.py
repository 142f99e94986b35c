"""Names of one cell with their figure, dyes by their index names, and what does not occur."""

from __future__ import annotations

import pytest

from tests.nlp.asking import claims

SHARES = [
    ("Vara | Innehåll | Klass\nRent | citronsyra 5–15 % | H319", ("5", "15")),
    ("Product | Contents | Label\nDescaler | hydrochloric acid 10-12 % | H314", ("10", "12")),
    ("Product | Contents | Label\nPaint | IPBC (55406-53-6) 0.4 % | H317", ("0.4", "0.4")),
]


@pytest.mark.parametrize(("page", "shares"), SHARES)
def test_a_share_behind_a_name_in_its_cell_is_its_own(page: str, shares: tuple[str, str]) -> None:
    """Whatever the column is called."""
    (claim,) = claims(page, "CHEM.SUBSTANCE")
    assert (claim.value["pct_min"], claim.value["pct_max"]) == shares


TOGETHER = [
    ("Substance | Result\nDEHP, BBP, DBP | not contained", 3),
    ("Ämne | Resultat\nPFOS och PFOA | ej påvisat", 2),
    ("Substance | Result\nLead (Pb) | not contained", 1),
    ("Substance | Result\nDEHP in PVC | not contained", 1),
]


@pytest.mark.parametrize(("page", "number"), TOGETHER)
def test_each_substance_of_a_cell_is_a_claim(page: str, number: int) -> None:
    """A list of names has one claim for each, a name with its sign one."""
    found = claims(page, "CHEM.SUBSTANCE")
    assert [claim.stance for claim in found] == ["denied"] * number


TOLD = [
    ("The surfactants do not contain nonylphenol ethoxylates.", "CHEM.GROUP", "denied"),
    ("Alkylphenol ethoxylates do not occur in the soap.", "CHEM.GROUP", "denied"),
    ("Medlen är fria från nonylfenoletoxylater.", "CHEM.GROUP", "denied"),
    ("Jackan är behandlad med C6-kemi.", "CHEM.GROUP", "affirmed"),
    ("A fluororesin is used on the plate.", "CHEM.GROUP", "affirmed"),
    ("Ortoftalater används inte.", "CHEM.GROUP", "denied"),
    ("Disperse Orange 37: 60 mg/kg", "CHEM.SUBSTANCE", "affirmed"),
    ("Disperse Yellow 23: < 5 mg/kg", "CHEM.SUBSTANCE", "denied"),
    ("The wire is free from cadmium as defined in IEC 62321.", "CHEM.SUBSTANCE", "denied"),
]


@pytest.mark.parametrize(("page", "topic", "stance"), TOLD)
def test_what_goods_hold_or_not_is_claimed(page: str, topic: str, stance: str) -> None:
    """Spelt in either way, and by whatever measure it is told."""
    assert [claim.stance for claim in claims(page, topic)] == [stance]


SILENT = [
    "Do not use chlorine or acetone on the cover.",
    "Please do not mix with chlorine.",
    "The surface must be dry, and do not use acetone.",
    "PFAS, as defined in the regulation, means fluorinated substances.",
    "Chlorophenols include pentachlorophenol as defined in Annex I.",
    "Test | Result\nPermeation isopropanol 70 % | 12 min",
    "Prov | Resultat\nGenombrottstid etanol 70 % | 4 min",
    "Drawer C6 holds the gloves.",
    "Form C6: state your name.",
]


@pytest.mark.parametrize("page", SILENT)
def test_biddings_meanings_and_drawers_claim_nothing(page: str) -> None:
    """What the reader is not to do is no absence."""
    assert claims(page, "CHEM.SUBSTANCE") + claims(page, "CHEM.GROUP") == []
