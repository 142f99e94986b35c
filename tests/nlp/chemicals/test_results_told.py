"""Results that stand otherwise than in a table with bars: under a title, in fields, in a list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)
TITLE = "2. Formaldehyde, water extract, limit (client) 60 mg/kg"


def told(page: str) -> list[tuple[str, str, Mapping[str, str]]]:
    """Stance, bearing and value of a page's claims on substances, in order."""
    found = nlp.find_claims([page], today=TODAY)
    return [(c.stance, c.bearing, c.value) for c in found if c.topic == "CHEM.SUBSTANCE"]


SAMPLES = {
    "A: 22 mg/kg": ("affirmed", "support", "22"),
    "Sample B2: 88 mg/kg": ("affirmed", "risk", "88"),
    "C, lining: < 12 mg/kg": ("denied", "support", "12"),
    "D: not detected (< 12 mg/kg)": ("denied", "support", "12"),
}


@pytest.mark.parametrize(("line", "wanted"), SAMPLES.items())
def test_a_sample_has_its_result_of_what_the_title_names(
    line: str, wanted: tuple[str, str, str]
) -> None:
    ((stance, bearing, value),) = told(f"{TITLE}\n{line}\n")
    assert (stance, bearing, value["amount"], value["cas"]) == (*wanted, "50-00-0")


def test_what_was_not_tried_in_a_sample_is_in_doubt() -> None:
    ((stance, bearing, _),) = told(f"{TITLE}\nA: not tested\n")
    assert (stance, bearing) == ("hedged", "neutral")


@pytest.mark.parametrize("page", [
    "2. Formaldehyde and aniline\nA: 22 mg/kg\n",
    f"{TITLE}\nA: received 6 July\n",
    "2. Colour fastness\nA: 4-5\n",
])  # fmt: skip
def test_a_line_that_tells_no_result_of_one_substance_is_none(page: str) -> None:
    assert told(page) == []


def test_fields_parted_by_semicolons_are_a_row() -> None:
    page = "Name; CAS; EC; content\nEthanol; 64-17-5; 200-578-6; 3 – 5 %\nWater; 7732-18-5; ; rest"
    first, second = told(page)
    assert dict(first[2]) == {
        "name": "Ethanol", "cas": "64-17-5", "ec": "200-578-6", "pct_min": "3", "pct_max": "5",
    }  # fmt: skip
    assert second[2]["name"] == "Water"


def test_a_figure_right_behind_a_number_is_its_own() -> None:
    page = "Contains ethanol (64-17-5) 1–3 %\nphenoxyethanol (122-99-6) 0.5–0.9 %\n"
    assert {v["cas"]: v["pct_max"] for _, _, v in told(page)} == {
        "64-17-5": "3", "122-99-6": "0.9",
    }  # fmt: skip


def test_heads_that_begin_with_the_thing_leave_the_verdict_without_one() -> None:
    page = "Tested for | Method | Finding\nBenzo[a]pyrene | X-1 | 1.4 mg/kg | exceeds\n"
    ((stance, bearing, value),) = told(page)
    assert (stance, bearing, value["amount"]) == ("affirmed", "risk", "1.4")


@pytest.mark.parametrize("page", [
    "4-nonylphenol, 84852-15-3: removed in 2023\n", "MIT (2682-20-4) utgått\n",
])  # fmt: skip
def test_what_was_taken_out_of_a_recipe_is_denied(page: str) -> None:
    assert [stance for stance, _, _ in told(page)] == ["denied"]


def test_a_cell_may_begin_with_its_sample() -> None:
    page = "DEHP | 117-81-7 | A1 < 0.01 mg/kg | A2 0.04 mg/kg\n"
    assert [stance for stance, _, _ in told(page)][:1] == ["denied"]


@pytest.mark.parametrize("line", ["DEHP: not used in the hose", "Ftalater: tillsätts ej i slangen"])
def test_an_answer_behind_a_colon_belongs_to_the_words_of_the_claim(line: str) -> None:
    page = f"{line}.\n"
    (claim,) = nlp.find_claims([page], today=TODAY)
    assert (page[claim.start : claim.end], claim.stance) == (line, "denied")
