"""Tables whose columns were parted by single blanks are rows again; sentences stay sentences."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.layout import flat

HEADS = [
    ("Test Item(s) Limit Unit MDL 001 002", 6),
    ("Tested substance CAS No. Unit RL Result", 5),
    ("Parameter Resultat Enhet Mätosäkerhet Rapp.gräns", 5),
    ("Analyte Result (mg/kg) LOQ", 3),
]
ROWS = [
    ("Tin (Sn) 100 mg/kg 2 ND ND", 6),
    ("Dibutyl phthalate (DBP) 84-74-2 1000 mg/kg 50 n.d.", 5),
    ("Tenn, Sn <0,50 mg/kg 0,5", 4),
    ("Sum of the metals - mg/kg 5 < LOQ", 5),
    ("Antimon 60 ppm 5 ej påvisad PASS", 6),
]
PROSE = [
    "The limit of the buyer is 100 mg/kg and it was met in 2 of 3.",
    "We found 3 4 5 pairs.",
    "Toluene 108-88-3 10-20 % H225",
    "Result of the unit",
    "The tin was 5 mg/kg 4 2",
    "2 3 4 mg/kg",
    "",
]


@pytest.mark.parametrize(("line", "number"), HEADS + ROWS)
def test_a_line_of_a_laboratorys_table_has_its_columns_again(line: str, number: int) -> None:
    assert len(flat.cells(line, 0, len(line))) == number


@pytest.mark.parametrize("line", [line for line, _ in HEADS])
def test_heads_are_heads_and_no_rows(line: str) -> None:
    assert flat.is_head(line, 0, len(line))
    assert not flat.is_row(line, 0, len(line))


@pytest.mark.parametrize("line", PROSE)
def test_any_other_line_has_no_columns(line: str) -> None:
    assert flat.cells(line, 0, len(line)) == []


@given(st.text(alphabet="ab 12,.<-%NDmg/k()", max_size=80))
def test_cells_stand_in_order_in_the_line_and_lose_no_word(line: str) -> None:
    cells = flat.cells(line, 0, len(line))
    assert all(a < b for a, b in cells)
    assert all(b <= c for (_, b), (c, _) in pairwise(cells))
    if cells:
        assert "".join("".join(line[a:b] for a, b in cells).split()) == "".join(line.split())
