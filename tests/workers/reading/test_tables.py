"""Tables from rules: the same as pdfplumber's, in the text as rows, and bounded."""

import contextlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import (
    cells_to_tables,
    edges_to_intersections,
    intersections_to_cells,
    merge_edges,
)

from portal.domain.evidence import Limits, PageNote
from tests.workers.reading.made import Sheet, grid, pdf, rule, text
from workers.reading.events import PageRead
from workers.reading.paths import Edge, Edges
from workers.reading.tables import (
    TooComplex,
    find_cells,
    find_crossings,
    find_groups,
    find_tables,
    join_edges,
)

ReadPage = Callable[..., PageRead]


def drawn_as(orientation: str, edge: Edge) -> dict[str, object]:
    """An edge as pdfplumber's functions take it."""
    at, start, end = edge
    x0, x1, top, bottom = (start, end, at, at) if orientation == "h" else (at, at, start, end)
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


# Whole tens, some off by a few points or hundredths: what snapping and joining are for.
places = st.builds(
    lambda ten, off: ten * 10.0 + off,
    st.integers(0, 9),
    st.sampled_from((0.0, 0.01, 1.0, 2.0, 2.99, 3.0, 3.01, 0.1 + 0.2)),
)
lines = st.lists(
    st.builds(lambda at, one, two: (at, min(one, two), max(one, two)), places, places, places),
    max_size=20,
)


@given(lines, lines)
def test_edges_cells_and_tables_are_those_of_pdfplumber(
    across: list[Edge], down: list[Edge]
) -> None:
    theirs = [drawn_as("h", edge) for edge in across] + [drawn_as("v", edge) for edge in down]
    merged = merge_edges(theirs, 3, 3, 3, 3)
    kept = [edge for edge in merged if max(edge["width"], edge["height"]) >= 3]
    joined = join_edges(across), join_edges(down)
    ours = [drawn_as("h", edge) for edge in joined[0]] + [drawn_as("v", edge) for edge in joined[1]]
    assert [_sides(edge) for edge in ours] == [_sides(edge) for edge in kept]
    points = find_crossings(*joined, most=10_000)
    crossings = edges_to_intersections(ours, 3, 3)
    assert sorted(points.vertical) == sorted(crossings)
    cells = find_cells(points)
    assert cells == intersections_to_cells(crossings)
    groups = [set(group) for group in find_groups(cells)]
    assert sorted(map(sorted, groups)) == sorted(sorted(set(t)) for t in cells_to_tables(cells))


def _sides(edge: dict[str, object]) -> tuple[object, ...]:
    return tuple(edge[side] for side in ("orientation", "x0", "x1", "top", "bottom"))


def test_a_table_stands_in_the_text_as_rows_with_divided_cells(read_page: ReadPage) -> None:
    rows = [
        ("Ämne", "CAS-nr", "Halt"),
        ("Etanol", "64-17-5", "70 %"),
        ("Bis(2-etylhexyl)ftalat", "117-81-7", "0,25 %"),
    ]
    content = grid((60, 220, 320, 420), (600, 630, 660, 690)) + text("Avsnitt 3", 60, 720)
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            content += text(cell, (65, 225, 325)[across], 670 - 30 * down)
    page = read_page(pdf(Sheet(content=content + text("Slut", 60, 560))))
    assert page.tables == 1
    assert page.text.splitlines() == [
        "Avsnitt 3",
        "Ämne | CAS-nr | Halt",
        "Etanol | 64-17-5 | 70 %",
        "Bis(2-etylhexyl)ftalat | 117-81-7 | 0,25 %",
        "Slut",
    ]
    words = [page.text[word.start : word.end] for word in page.words]
    assert words == [part for part in page.text.split() if part != "|"]


def test_cells_written_column_by_column_come_out_row_by_row(read_page: ReadPage) -> None:
    content = grid((60, 220, 320), (630, 660, 690))
    for across, column in enumerate((("Bly", "Kadmium"), ("12", "< 2"))):
        for down, cell in enumerate(column):
            content += text(cell, (65, 225)[across], 670 - 30 * down)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text.splitlines() == ["Bly | 12", "Kadmium | < 2"]


def test_an_empty_cell_keeps_its_place(read_page: ReadPage) -> None:
    content = grid((60, 160, 260, 360), (630, 660, 690)) + text("Bly", 65, 670)
    content += text("mg/kg", 265, 670) + text("a", 65, 640) + text("b", 165, 640)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text.splitlines() == ["Bly |  | mg/kg", "a | b | "]


def test_a_wrapped_cell_is_one_cell_and_a_broken_number_is_whole(read_page: ReadPage) -> None:
    content = grid((60, 200, 260, 360), (620, 690)) + rule(60, 590, 360, 590)
    content += text("Natriumsilikat,", 65, 670) + text("vattenlösning", 65, 650)
    content += text("1344-", 205, 670) + text("09-8", 205, 650) + text("5 %", 265, 670)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text == "Natriumsilikat, vattenlösning | 1344-09-8 | 5 %"


def test_rows_without_rules_between_them_are_told_apart_by_their_numbers(
    read_page: ReadPage,
) -> None:
    content = grid((60, 160, 260, 360), (600, 690))
    for down, row in enumerate(
        (("Bly", "12", "mg/kg"), ("Zink", "3", "mg/kg"), ("Tenn", "7", "ppm"))
    ):
        for across, cell in enumerate(row):
            content += text(cell, (65, 165, 265)[across], 670 - 20 * down)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text.splitlines() == ["Bly | 12 | mg/kg", "Zink | 3 | mg/kg", "Tenn | 7 | ppm"]


def test_a_frame_around_running_text_is_no_row(read_page: ReadPage) -> None:
    content = grid((40, 480, 560), (60, 800))
    for number in range(30):
        content += text("en rad med flera ord i den", 60, 780 - 20 * number)
    page = read_page(pdf(Sheet(content=content + text("Sida 1", 490, 780))))
    assert " | " not in page.text
    assert len(page.text.splitlines()) == 31


def test_a_turned_table_has_the_same_rows(read_page: ReadPage) -> None:
    content = grid((60, 220, 320), (630, 660, 690))
    for at, cell in (
        ((65, 670), "Bly"),
        ((225, 670), "12"),
        ((65, 640), "Zink"),
        ((225, 640), "3"),
    ):
        content += text(cell, *at)
    for rotate in (0, 90, 180, 270):
        page = read_page(pdf(Sheet(content=content, rotate=rotate)))
        assert page.text.splitlines() == ["Bly | 12", "Zink | 3"]


def test_more_crossings_than_allowed_are_too_complex() -> None:
    lines = [(10.0 * n, 0.0, 3000.0) for n in range(200)]
    with pytest.raises(TooComplex):
        find_tables(Edges(lines, lines), crossings=20_000)
    assert len(find_tables(Edges(lines[:100], lines[:100]), crossings=20_000)) == 1


def test_a_comb_without_cells_is_given_up_in_time() -> None:
    across = [(10.0 * n, 0.0, 2000.0) for n in range(130)]
    down = [(10.0 * n, 0.0, 1300.0 - 10 * n) for n in range(130)]
    with contextlib.suppress(TooComplex):
        find_tables(Edges(across, down), crossings=20_000)


@pytest.mark.parametrize(
    "limits", [Limits(objects=50), Limits(edges=50), Limits(crossings=50)], ids=str
)
def test_a_page_with_too_many_lines_keeps_its_text(read_page: ReadPage, limits: Limits) -> None:
    content = grid([20 * n + 30 for n in range(25)], [20 * n + 30 for n in range(35)])
    page = read_page(pdf(Sheet(content=content + text("Innehållet", 60, 820))), limits=limits)
    assert page.text == "Innehållet"
    assert PageNote.TABLES_SKIPPED in page.notes
    assert page.tables == 0
