"""Places of words and letters: bounded, the same everywhere, told apart by their kind."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from nlp.scoring.hashing import of_letters, of_words, words

SIZE = 1 << 16


def test_words_are_lower_case_marks_apart_and_digits_alike() -> None:
    assert words("bly: 12 mg/kg, H350") == words("bly: 99 mg/kg, H417")
    assert words("a-b") == ["a", "-", "b"]


def test_places_are_the_same_on_every_machine() -> None:
    assert of_words("ftalatfri matta", SIZE).tolist() == [35849, 59318, 63799]
    assert of_letters("bly", SIZE).tolist() == of_letters(" bly\n", SIZE).tolist()
    assert len(of_letters("bly", SIZE)) == 6  # three, two and one runs of " bly "


def test_rooms_keep_the_same_word_apart() -> None:
    assert not set(of_words("lön", SIZE)) & set(of_words("lön", SIZE, room="heading "))


@given(st.text(max_size=2000))
def test_any_text_has_places_inside_the_table(text: str) -> None:
    for places in (of_words(text, SIZE), of_letters(text, SIZE)):
        assert places.dtype == np.int64
        assert all(0 <= place < SIZE for place in places)
        assert len(set(places.tolist())) == len(places)
