"""Places of words: bounded, the same everywhere, inflections near their stem."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.scoring.hashing import number, numbers_of, places, words

SIZE = 1 << 16


def places_of(text: str) -> list[int]:
    found: list[int] = places(np.array(numbers_of(text), dtype=np.uint32), SIZE).tolist()
    return found


def test_words_are_lower_case_marks_apart_and_digits_alike() -> None:
    assert words("bly: 12 mg/kg, H350") == words("bly: 99 mg/kg, H417")
    assert words("a-b") == ["a", "-", "b"]


def test_places_are_the_same_on_every_machine() -> None:
    assert number("bly") == 0x54832B6F
    assert places_of("ftalatfri matta") == [38213, 2657, 60388, 51290]


def test_a_word_shares_its_stem_with_its_inflections() -> None:
    shared = set(numbers_of("ftalaterna")) & set(numbers_of("ftalatfri"))
    assert shared == {number("ftala-")}


@given(st.text(max_size=2000))
def test_any_text_has_places_inside_the_table(text: str) -> None:
    found = places_of(text)
    assert all(0 <= place < SIZE for place in found)
    assert len(found) <= 3 * 600
