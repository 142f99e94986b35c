"""The words of one text found in another: in order, equal, and as many as there are."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workers.reading.aligning import align

WORDS = st.lists(st.sampled_from(["a", "b", "och", "policy", "8", "9", "REACH"]), max_size=60)
MANY = st.lists(st.integers(0, 400).map(str), max_size=300)


def assert_in_order(ours: list[str], theirs: list[str]) -> None:
    pairs = align(ours, theirs)
    assert all(ours[a] == theirs[b] for a, b in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


@given(WORDS, WORDS)
def test_pairs_are_equal_words_in_rising_order(ours: list[str], theirs: list[str]) -> None:
    assert_in_order(ours, theirs)


@given(MANY, MANY)
def test_the_order_holds_where_words_stand_out_and_are_moved(
    ours: list[str], theirs: list[str]
) -> None:
    assert_in_order(ours, theirs)


@given(MANY)
def test_a_text_is_found_whole_in_itself(words: list[str]) -> None:
    assert align(words, words) == [(at, at) for at in range(len(words))]


@given(st.lists(st.tuples(st.integers(0, 400).map(str), st.booleans()), max_size=60))
def test_what_is_left_of_a_short_text_is_found_whole(marked: list[tuple[str, bool]]) -> None:
    """Words that are printed besides, as headers again on each page, cost none of the others."""
    whole = [word for word, _ in marked]
    kept = [word for word, stays in marked if stays]
    assert len(align(kept, whole)) == len(kept)


def test_headers_between_the_pages_of_a_long_text_cost_none_of_its_words() -> None:
    words = [f"ord{number % 700}" if number % 3 else "och" for number in range(6_000)]
    printed: list[str] = []
    for number in range(0, len(words), 300):
        printed += ["Leverantörsintyg", "2026-03-01", *words[number : number + 300], "Sida"]
    assert len(align(words, printed)) == len(words)


def test_texts_without_a_common_word_have_no_pairs() -> None:
    assert align(["a"] * 500, ["b"] * 500) == []
    assert align([], ["b"]) == []
