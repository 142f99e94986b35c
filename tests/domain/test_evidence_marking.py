"""A page's text cut at its quotes: nothing is lost, and each quote is where it stands."""

from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import Block, Piece, blocks_at
from portal.domain.evidence.marking import cut_at


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


def plain(*cells: str) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Piece(cell, None),) if cell else () for cell in cells)


def test_lines_with_cells_are_rows_and_the_others_run_on() -> None:
    text = "Ämnen\nÄmne | Halt\nDEHP |  | 0,25 |\n | x\nSlut\npå bladet"
    assert blocks_at(text, []) == (
        Block(lines=(Piece("Ämnen", None),)),
        Block(rows=(plain("Ämne", "Halt"), plain("DEHP", "", "0,25", ""), plain("", "x"))),
        Block(lines=(Piece("Slut\npå bladet", None),)),
    )


def test_a_quote_over_cells_and_lines_is_marked_in_each() -> None:
    text = "DEHP | 0,25\nBly | nej\nInga andra"
    (table, below) = blocks_at(text, [(5, 16), (21, 32)])
    assert table.rows == (
        ((Piece("DEHP", None),), (Piece("0,25", 0),)),
        ((Piece("Bly", 0),), (Piece("nej", None),)),
    )
    assert below.lines == (Piece("Inga andra", 1),)


PAGES = st.lists(st.sampled_from(["a", "bc", " | ", "\n", " |", " ", "|", "å"]), max_size=30)
QUOTES = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5)


@given(PAGES.map("".join), QUOTES)
def test_no_word_is_lost_and_each_mark_is_of_its_quote(
    text: str, spans: list[tuple[int, int]]
) -> None:
    blocks = blocks_at(text, spans)
    cells = [cell for block in blocks for row in block.rows for cell in row]
    pieces = [piece for part in (*(b.lines for b in blocks), *cells) for piece in part]
    between = str.maketrans("", "", " |\n")
    shown = sorted("".join(piece.text for piece in pieces).translate(between))
    assert shown == sorted(text.translate(between))
    for piece in pieces:
        assert piece.mark is None or piece.text in text[slice(*spans[piece.mark])]
