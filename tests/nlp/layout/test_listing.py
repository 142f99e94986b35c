"""Tables of contents claim nothing; items that are counted take the stance of their lead-in."""

from __future__ import annotations

from datetime import date

import pytest

import nlp

TODAY = date(2026, 4, 1)


def told(page: str) -> list[tuple[str, str]]:
    """The words and stances of what is flagged on a page."""
    return [(page[c.start : c.end], c.stance) for c in nlp.find_claims([page], today=TODAY)]


CONTENTS = [
    "Table of contents\n1 Child labour ........ 3\n2 Phthalates and PFAS .... 6\n",
    "Contents\nWages 3\nForced labour is prohibited 4\nNo phthalates in our products 5\n",
    "Innehållsförteckning\n1. Barnarbete\t3\n2. Farliga ämnen: ftalater\t5\n",
    "Produkten innehåller inga ftalater . . . . . . . . 12\n",
]


@pytest.mark.parametrize("page", CONTENTS)
def test_an_entry_of_a_table_of_contents_claims_nothing(page: str) -> None:
    assert told(page) == []


def test_what_follows_a_table_of_contents_is_read() -> None:
    page = f"{CONTENTS[1]}\nThe coating contains PFAS.\n"
    assert told(page) == [("The coating contains PFAS", "affirmed")]


def test_figures_that_fall_are_no_page_numbers() -> None:
    page = "Innehåll\nDEHP 117-81-7 5\nKadmium 7440-43-9 2\nBly 7439-92-1 1\n"
    assert len(told(page)) == 3


COUNTED = [
    (
        "Följande ämnen ingår inte i produkten:\n1. DEHP\n2. kadmium\n3. PFAS\n",
        [("DEHP", "denied"), ("kadmium", "denied"), ("PFAS", "denied")],
    ),
    (
        "The supplier shall not:\n\n1) Retain passports\n2) Use child labour\n",
        [("Retain passports", "required"), ("Use child labour", "required")],
    ),
]


@pytest.mark.parametrize(("page", "wanted"), COUNTED)
def test_a_counted_item_takes_the_stance_of_its_lead_in(
    page: str, wanted: list[tuple[str, str]]
) -> None:
    assert told(page) == wanted


def test_a_lone_numbered_line_below_a_colon_stays_a_title() -> None:
    assert told("The code covers:\n1. Child labour\nSee the next page.\n") == []


LETTERED = """4. What our goods may not hold
Our goods may not contain
a) PFAS
b) azo dyes that can release listed amines
c) formaldehyde above 75 mg/kg
"""


def test_lettered_items_take_the_duty_of_the_line_above_that_has_no_colon() -> None:
    found = nlp.find_claims([LETTERED], today=TODAY)
    told = {c.topic: c.stance for c in found}
    assert told == {"CHEM.GROUP": "required", "CHEM.SUBSTANCE": "required"}


def test_three_topics_with_a_remark_each_are_items_of_their_own() -> None:
    page = (
        "The visit took place in February, and here is what we saw of each of the topics:\n"
        "Child labour – none\n"
        "Forced labour – none\n"
        "Working hours – one major point, 65 h recorded for twelve of the knitters in the hall\n"
        "Freedom of association – branch union active, dues paid through the payroll\n"
    )
    found = {c.topic: (c.stance, c.bearing) for c in nlp.find_claims([page], today=TODAY)}
    assert found["LAB.CHILD"] == found["LAB.FORCED"] == ("denied", "support")
    assert found["LAB.UNION"] == ("affirmed", "support")
