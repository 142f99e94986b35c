"""A substance that no pack has is named by the words beside its number."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nlp

TODAY = date(2026, 4, 1)
HEAD = "Part | Component | CAS no. | Share\n"


def names(page: str) -> list[str]:
    """The names of a page's substances, in order; "" where none is told."""
    found = nlp.find_claims([page], today=TODAY)
    return [c.value.get("name", "") for c in found if c.topic == "CHEM.SUBSTANCE"]


NAMED = {
    f"{HEAD}Lid | Diethyl malonate | 105-53-3 | 2 %": "Diethyl malonate",
    "105-53-3 | 203-305-9 | Dietylmalonat | 2 %": "Dietylmalonat",
    "Diethyl malonate 105-53-3 1 - 5 %": "Diethyl malonate",
    "- Dietylmalonat (CAS-nr 105-53-3): 2 %": "Dietylmalonat",
    "The varnish contains diethyl malonate (CAS 105-53-3).": "diethyl malonate",
    "Färgen innehåller 2 % dietylmalonat (105-53-3).": "dietylmalonat",
}


@pytest.mark.parametrize(("page", "name"), NAMED.items())
def test_the_words_beside_a_number_name_its_substance(page: str, name: str) -> None:
    assert names(page) == [name]


NAMELESS = [
    "Trade secret | 105-53-3 | 2 %",
    "CAS-nr: 105-53-3",
    "105-53-3 | not listed | 2 %",
    "Skin Irrit. 2, H315 105-53-3 2 %",
]


@pytest.mark.parametrize("page", NAMELESS)
def test_what_is_no_name_is_left_away(page: str) -> None:
    assert names(page)[-1:] == [""]


def test_a_number_that_does_not_check_leaves_the_printed_name() -> None:
    (claim,) = nlp.find_claims(["Dietylmalonat | 105-53-4 | 2 %"], today=TODAY)
    assert (claim.value["name"], claim.value.get("cas")) == ("Dietylmalonat", None)


def test_a_number_that_does_not_check_and_has_no_name_is_its_own() -> None:
    (claim,) = nlp.find_claims(["CAS 105-53-4, 2 %"], today=TODAY)
    assert (claim.value["name"], claim.value.get("cas")) == ("105-53-4", None)


@given(
    st.lists(
        st.sampled_from(["Zorbat ", " 2 % ", "105-53-3", "(", ") ,", "mal-onat", ":", "H315"]),
        max_size=9,
    )
)
def test_a_name_is_printed_before_or_beside_its_number(parts: list[str]) -> None:
    page = " ".join([*parts, "105-53-3 | 2 %"])
    assert all(name in " ".join(page.split()) for name in names(page))
