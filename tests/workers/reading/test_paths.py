"""Ruling lines from paths: what is straight, in the order it is drawn, wherever its form lies."""

import io
import mmap
from collections.abc import Callable

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.domain.evidence import Limits, PageNote
from tests.workers.reading.made import Sheet, pdf, rule, stream, text
from workers.reading import page
from workers.reading.events import PageRead
from workers.reading.paths import Edge

ReadPage = Callable[..., PageRead]

CELLS = text("Bly", 65, 665) + text("12", 165, 665)


def tables_of(read_page: ReadPage, drawn: bytes) -> int:
    return read_page(pdf(Sheet(content=drawn + b"\n" + CELLS))).tables


@pytest.mark.parametrize(
    "drawn",
    [
        b"60 660 100 20 re 160 660 100 20 re S",
        b"60 660 100 20 re 160 660 100 20 re f",
        b"60 660 m 160 660 l 160 680 l 60 680 l h S 160 660 m 260 660 l 260 680 l 160 680 l s",
        # A line that goes on from where the outline was closed.
        b"60 660 m 160 660 l 160 680 l 60 680 l h 60 690 l S 160 660 100 20 re S",
        # Rounded corners: the straight parts reach near enough.
        (
            b"61 660 m 159 660 l 159 660 160 660 160 661 c 160 679 l 160 680 160 680 159 680 c"
            b" 61 680 l 60 680 60 680 60 679 c 60 661 l 60 660 60 660 61 660 c S"
            b" 160 660 100 20 re S"
        ),
        b"q .1 0 0 .1 0 0 cm 600 6600 1000 200 re 1600 6600 1000 200 re S Q",
    ],
    ids=["rectangles", "filled", "closed", "goes on after closing", "rounded", "scaled"],
)
def test_two_cells_are_found_however_they_are_drawn(read_page: ReadPage, drawn: bytes) -> None:
    assert tables_of(read_page, drawn) == 1


@pytest.mark.parametrize(
    "drawn",
    [
        b"60 660 100 20 re 160 660 100 20 re n",
        b"60 660 m 160 665 l 160 685 l 60 680 l h 160 665 m 260 660 l 260 680 l 160 685 l h S",
        rule(60, 660, 260, 660) + rule(60, 680, 260, 680),
        b"9060 660 100 20 re 9160 660 100 20 re S",
    ],
    ids=["not painted", "slanting", "no rule down", "off the page"],
)
def test_what_rules_no_cells_is_no_table(read_page: ReadPage, drawn: bytes) -> None:
    assert tables_of(read_page, drawn) == 0


def test_rules_within_forms_lie_where_the_forms_are_put(read_page: ReadPage) -> None:
    cell = b"0 0 100 20 re S"
    form = b"<</Type/XObject/Subtype/Form/BBox[-1 -1 101 21]/Length %d>>stream\n%s\nendstream"
    put = b"q 1 0 0 1 60 660 cm /X0 Do Q q 1 0 0 1 160 660 cm /X0 Do Q "
    page = read_page(
        pdf(Sheet(content=put + CELLS), objects=[form % (len(cell), cell), stream(b"")])
    )
    assert page.tables == 1
    assert page.text == "Bly | 12"


def test_more_segments_than_are_asked_for_at_once_are_all_followed(read_page: ReadPage) -> None:
    cells = b"".join(b"60 %d 100 10 re 160 %d 100 10 re S " % (y, y) for y in range(30, 830, 10))
    page = read_page(pdf(Sheet(content=cells + CELLS)))
    assert (page.tables, page.text) == (1, "Bly | 12")
    page = read_page(pdf(Sheet(content=cells)), limits=Limits(edges=100))
    assert PageNote.TABLES_SKIPPED in page.notes


# In hundredths of a point, as programs write them.
hundredths = st.integers(2_000, 50_000)
extents = st.integers(150, 8_000)


@given(st.lists(st.tuples(hundredths, hundredths, extents, extents), min_size=2, max_size=6))
def test_rectangles_lie_where_pdfplumber_has_them_to_the_last_bit(
    rectangles: list[tuple[int, int, int, int]],
) -> None:
    numbers = (" ".join(f"{n / 100:.2f}" for n in rectangle) for rectangle in rectangles)
    data = pdf(Sheet(content="".join(f"{four} re S\n" for four in numbers).encode()))
    across, down = edges_of(data)
    with pdfplumber.open(io.BytesIO(data)) as document:
        theirs = document.pages[0].rects
    assert {(one["top"], one["x0"], one["x1"]) for one in theirs} <= set(across)
    assert {(one["bottom"], one["x0"], one["x1"]) for one in theirs} <= set(across)
    assert set(down) == {
        (one[side], one["top"], one["bottom"]) for one in theirs for side in ("x0", "x1")
    }


def edges_of(data: bytes) -> tuple[list[Edge], list[Edge]]:
    """The edges on the first page, those across and those down."""
    with mmap.mmap(-1, len(data)) as mapped:
        mapped[:] = data
        with page.opened(mapped) as document:
            seen = page.look_at(document, 1, Limits())
        assert seen is not None
        return seen.drawn.edges.across, seen.drawn.edges.down
