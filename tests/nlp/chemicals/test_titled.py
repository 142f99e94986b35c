"""Rows and lines told by what stands over them: a substance in a title, a list in a column."""

from __future__ import annotations

import pytest

from tests.nlp.asking import all_spans, all_told, claims

FIGURES = [
    pytest.param(
        "Tabell 1. Bly i mässing, ISO 8288, gräns 100 mg/kg\n"
        "Prov | Del | Resultat mg/kg\nK1 | ventil | 40\nK2 | mutter | 310\nK3 | hylsa | < 5\n",
        [
            ("affirmed", "support", "K1 | ventil | 40"),
            ("affirmed", "risk", "K2 | mutter | 310"),
            ("denied", "support", "K3 | hylsa | < 5"),
        ],
        id="Swedish title with its limit",
    ),
    pytest.param(
        "Table 2: Release of nickel from zips, limit 0.5 µg/cm²/week\n"
        "Item | Part | Result µg/cm²/week\n"
        "1 | slider | 0.9\n2 | stop | ND\n3 | cord | not tested\n",
        [
            ("affirmed", "risk", "1 | slider | 0.9"),
            ("denied", "support", "2 | stop | ND"),
            ("hedged", "neutral", "3 | cord | not tested"),
        ],
        id="English title with its limit",
    ),
    pytest.param(
        "Kadmium i emalj\nMugg | Kulör | Uppmätt mg/kg | Utlåtande\n"
        "1 | röd | 4 | inom gräns\n2 | gul | 140 | överskrider\n",
        [("affirmed", "support", "1 | röd | 4"), ("affirmed", "risk", "2 | gul | 140")],
        id="title without a number",
    ),
]


@pytest.mark.parametrize(("page", "expected"), FIGURES)
def test_a_title_that_names_one_substance_tells_it_of_each_row(
    page: str, expected: list[tuple[str, str, str]]
) -> None:
    """The title itself claims nothing: what was found stands in the rows."""
    found = claims(page, "CHEM.SUBSTANCE")
    assert [(one.stance, one.bearing, page[one.start : one.end]) for one in found] == expected


def test_a_row_takes_number_and_unit_of_its_title_and_columns() -> None:
    """The figure is that of the substance in the title, in the unit of the column."""
    page = "Table 4. Formaldehyde in plywood\nBoard | Face | Result mg/kg\nB1 | top | 22\n"
    (one,) = claims(page, "CHEM.SUBSTANCE")
    told = (one.value["cas"], one.value["amount"], one.value["unit"])
    assert told == ("50-00-0", "22", "mg/kg")


@pytest.mark.parametrize(
    "page",
    [
        "Tabell 7. Antal prov av bly per skift\nSkift | Kvinnor | Antal\nDag | 3 | 12\n",
        "Table 9. Delivery of nickel-free zips\nOrder | Buyer | Pieces\n12 | City | 1200\n",
        "Table 3. Lead and cadmium in plastic\nItem | Part | Result mg/kg\n1 | lid | 22\n",
    ],
)
def test_counts_and_titles_of_two_substances_tell_no_content(page: str) -> None:
    """Without a weight, or without one thing alone, no row says what was found."""
    assert claims(page, "CHEM.SUBSTANCE") == []


ANSWERED = [
    ("Vara | Kandidatämne över 0,1 % | Anm\nA | nej | -\n", [("A | nej", "denied", "support")]),
    ("Vara | Kandidatämne över 0,1 % | Anm\nA | ja | lås\n", [("A | ja", "affirmed", "risk")]),
    (
        "Vara | SVHC > 0,1 % | Anm\nA | besked saknas | påmint\n",
        [("A | besked saknas", "hedged", "risk")],
    ),
    ("Lamp | RoHS | Colour\nK1 | yes | red\n", [("K1 | yes", "affirmed", "support")]),
    ("Lamp | RoHS compliant | Colour\nK1 | no | red\n", [("K1 | no", "denied", "risk")]),
    ("Lamp | SVHC-free | Colour\nK1 | yes | red\n", [("K1 | yes", "denied", "support")]),
    ("Stol | Fri från SVHC | Kulör\nK1 | nej | röd\n", [("K1 | nej", "affirmed", "risk")]),
    ("Stol | Bilaga XVII | Färg\nK | uppfylls | röd\n", [("K | uppfylls", "affirmed", "support")]),
    (
        "Chair | POPs | Colour\nK1 | not yet assessed | red\n",
        [("K1 | not yet assessed", "hedged", "risk")],
    ),
    ("Lamp | RoHS | Weight\nK1 | 2011/65/EU | 3 kg\n", []),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), ANSWERED)
def test_a_column_that_asks_for_a_list_is_answered_row_by_row(
    page: str, expected: list[tuple[str, str, str]]
) -> None:
    """A yes tells of presence or of compliance, as the column asks."""
    found = claims(page, "CHEM.LIST")
    assert [(page[one.start : one.end], one.stance, one.bearing) for one in found] == expected


JUDGED = [
    ("RoHS (2011/65/EU)\nLampa 600: överensstämmer.\n", ("affirmed", "support")),
    ("RoHS (2011/65/EU)\nLampa Lång: uppfyller kraven.\n", ("affirmed", "support")),
    ("RoHS\nLampa 600: underkänd.\n", ("denied", "risk")),
    ("RoHS\nNX: bedömning pågår, eftersom handlingar fattas.\n", ("hedged", "risk")),
    ("REACH Annex XVII\nChair: complies.\n", ("affirmed", "support")),
    ("REACH Annex XVII\nBench 3 - does not comply.\n", ("denied", "risk")),
    ("REACH Annex XVII\nStool: assessment is pending.\n", ("hedged", "risk")),
    ("REACH-kandidatlista (SVHC)\nGäller inte.\n", ("denied", "support")),
]


@pytest.mark.parametrize(("page", "expected"), JUDGED)
def test_a_bare_verdict_is_of_the_list_in_its_title(page: str, expected: tuple[str, str]) -> None:
    """ "Lamp 600: complies" says of what only by the title it stands under."""
    assert all_told(page) == [("CHEM.LIST", *expected)]


@pytest.mark.parametrize(
    "page",
    [
        "Leveransvillkor\nGäller inte.\n",
        "Säkerhetskrav\nLampa 600: överensstämmer.\n",
        "RoHS\nLeverans K3: vecka 12.\n",
        "REACH Annex XVII\nDelivery: within 5 days.\n",
    ],
)
def test_a_bare_verdict_under_another_title_is_silent(page: str) -> None:
    """Neither a verdict on something else nor another answer is a claim of a list."""
    assert all_spans(page) == []
