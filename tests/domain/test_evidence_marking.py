"""A page's text cut at its quotes: nothing is lost, and each quote is where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import Piece, cut_at


def test_quotes_are_cut_out_in_their_order() -> None:
    assert cut_at("ett två tre", [(8, 11), (0, 3)]) == (
        Piece("ett", 1),
        Piece(" två ", None),
        Piece("tre", 0),
    )


def test_of_quotes_that_overlap_the_later_keeps_its_rest() -> None:
    assert cut_at("abcdef", [(0, 4), (2, 6), (1, 3)]) == (Piece("abcd", 0), Piece("ef", 1))


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_the_pieces_are_the_whole_text(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = cut_at(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
