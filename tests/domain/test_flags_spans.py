"""Words that are moved one at a time stay words of the page, and about what was flagged."""

from hypothesis import given
from hypothesis import strategies as st

from portal.domain.flags import Move, Span, around, moved
from portal.domain.flags.spans import CONTEXT, MOST, holds

TEXT = "Bly | 12 % | ja\nkadmium ej påvisat"
texts = st.text(alphabet="ab |\n.", min_size=1, max_size=60)


@st.composite
def flagged(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and words in it."""
    text = draw(texts.filter(lambda each: each.strip()))
    start = draw(st.sampled_from([n for n, sign in enumerate(text) if not sign.isspace()]))
    ends = [n + 1 for n, sign in enumerate(text) if n >= start and not sign.isspace()]
    return text, (start, draw(st.sampled_from(ends)))


@given(flagged(), st.lists(st.sampled_from(Move), max_size=12))
def test_wherever_the_words_are_moved_they_hold(
    given_: tuple[str, Span], moves: list[Move]
) -> None:
    text, own = given_
    span = own
    for move in moves:
        before, span = span, moved(text, span, move, flagged=own)
        assert holds(text, span, own)
        # One end is moved, and that the way it was asked.
        start, end = span
        assert before[0] == start or before[1] == end
        assert {
            Move.START_EARLIER: start <= before[0],
            Move.START_LATER: start >= before[0],
            Move.END_EARLIER: end <= before[1],
            Move.END_LATER: end >= before[1],
        }[move]


def test_an_end_is_moved_by_a_word_and_a_bar_is_none() -> None:
    own = (TEXT.index("12"), TEXT.index("12") + len("12 %"))

    def words(span: Span, *moves: Move) -> str:
        for move in moves:
            span = moved(TEXT, span, move, flagged=own)
        return TEXT[slice(*span)]

    assert words(own, Move.START_EARLIER) == "Bly | 12 %"
    assert words(own, Move.START_EARLIER, Move.START_EARLIER) == "Bly | 12 %"
    assert words(own, Move.START_LATER) == "%"
    assert words(own, Move.START_LATER, Move.START_LATER) == "%"
    assert words(own, Move.END_EARLIER) == "12"
    assert words(own, Move.END_EARLIER, Move.END_EARLIER) == "12"
    assert words(own, Move.END_LATER, Move.END_LATER) == "12 % | ja\nkadmium"


def test_the_words_never_leave_what_was_flagged_and_never_grow_too_many() -> None:
    text = "ord " * 400
    own = (800, 803)
    span = own
    for _ in range(400):
        span = moved(text, span, Move.END_LATER, flagged=own)
    assert MOST - 4 < span[1] - span[0] <= MOST
    assert not holds(text, (804, 807), own)
    assert not holds(text, (796, 799), own)


@given(flagged())
def test_what_stands_around_is_short_and_of_the_page(given_: tuple[str, Span]) -> None:
    text, span = given_
    before, words, after = around(text, span)
    assert words == " ".join(text[slice(*span)].split())
    for beside in (before, after):
        assert len(beside) <= CONTEXT
        assert beside in " ".join(text.split())


def test_a_word_that_is_cut_at_the_edge_is_left_out() -> None:
    text = "förstklassigt " * 10 + "bly " + "underbart " * 10
    start = text.index("bly")
    before, _, after = around(text, (start, start + 3))
    assert set(before.split()) == {"förstklassigt"}
    assert set(after.split()) == {"underbart"}
