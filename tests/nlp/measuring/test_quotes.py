"""Quotes found again on pages that another reader has set in other lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.measuring.quotes import place


@pytest.mark.parametrize(
    ("page", "quote", "found"),
    [
        ("a  DEHP\n 0.2 % b", "DEHP 0.2 %", "DEHP\n 0.2 %"),
        ("x | DEHP | 0.2 % | y", "DEHP 0.2 %", "DEHP | 0.2 %"),
        ("x 117-\n81-7 y", "x 117-81-7", "x 117-\n81-7"),
        ("Name | C; R34 | Corr. 1B, H314 | 1-5\n", "Name 1-5 C; R34 Corr. 1B, H314",
         "Name | C; R34 | Corr. 1B, H314 | 1-5"),
    ],
)  # fmt: skip
def test_words_are_found_over_lines_cells_and_their_order(
    page: str, quote: str, found: str
) -> None:
    start, end = place(page, quote)
    assert page[start:end] == found


def test_the_second_of_two_rows_in_another_order_is_found() -> None:
    row = "Ethanol | H225 | 64-17-5 | 2 %\n"
    start, end = place(row + "and " + row, "Ethanol 64-17-5 2 % H225", 2)
    assert (start, end) == (len(row) + 4, 2 * len(row) + 3)


def test_words_that_stand_all_over_the_page_are_no_quote() -> None:
    page = "Ethanol " + "x " * 200 + "H225 " + "y " * 200 + "64-17-5 2 %"
    assert place(page, "Ethanol 64-17-5 2 % H225") == (0, 0)


@given(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=30), st.data())
def test_any_words_of_a_page_are_found_on_it(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words)))
    last = data.draw(st.integers(first, len(words)))
    quote = " ".join(words[first:last])
    start, end = place(" | ".join(words), quote)
    assert " ".join(" | ".join(words)[start:end].split(" | ")) == quote
