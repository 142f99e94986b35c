"""A safety data sheet on one line is read by its sections; sentences that name one stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.layout import sheets
from tests.nlp.asking import claims, told

ENGLISH = (
    "Glanz Blue Version 02.1 SECTION 2: Hazards identification 2.1 Classification of the substance"
    " or mixture The wax is not classified as hazardous. 2.3 Other hazards None known."
    " SECTION 3: Composition/information on ingredients 3.2 Mixtures Ethanol 64-17-5 10-20 %"
    " SECTION 4: First aid measures 4.1 Rest and air. Drinking the wax may cause nausea."
)
SWEDISH = (
    "Glans Blå AVSNITT 2: Farliga egenskaper 2.1 Klassificering av ämnet eller blandningen Vaxet"
    " uppfyller inte kriterierna för klassificering. 2.3 Andra faror Inga kända."
    " AVSNITT 3: Sammansättning/information om beståndsdelar 3.2 Blandningar etanol 64-17-5 10-20 %"
    " AVSNITT 4: Åtgärder vid första hjälpen 4.1 Vila och luft. Förtäring kan orsaka illamående."
)


@pytest.mark.parametrize("line", [ENGLISH, SWEDISH])
def test_sections_on_one_line_are_told_apart(line: str) -> None:
    assert told(f"{line}\n", "CHEM.HAZARD") == [("denied", "support"), ("denied", "support")]
    (claim,) = claims(f"{line}\n", "CHEM.SUBSTANCE")
    assert (claim.value["cas"], claim.value["pct_max"]) == ("64-17-5", "20")
    assert "4" not in line[claim.end : claim.end + 2]
    assert line[claim.start : claim.end].endswith("10-20 %")


def test_a_sentence_that_names_one_section_stays_whole() -> None:
    line = "See SECTION 8: gloves are told there, and 2.1 Kilograms are sold."
    assert list(sheets.broken(line, 0, len(line))) == [(0, len(line))]


@given(st.text(alphabet="SECTION 12.3:Otherhazds ", max_size=120))
def test_the_parts_of_a_line_are_the_line(line: str) -> None:
    parts = list(sheets.broken(line, 0, len(line)))
    assert "".join(line[a:b] for a, b in parts) == line
