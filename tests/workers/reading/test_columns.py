"""Tables without rules become rows where they surely are tables; running text never does."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workers.reading.made import Sheet, pdf, text
from workers.reading.columns import find_unruled
from workers.reading.events import PageRead
from workers.reading.words import Box, Places

ReadPage = Callable[..., PageRead]

HEAD = ("Ämne", "CAS-nr", "Halt")
ROWS = (
    HEAD,
    ("Etanol", "64-17-5", "70 - 80 %"),
    ("Natriumsilikat", "1344-09-8", "5 - 10 %"),
    ("Vatten", "7732-18-5", "10 - 25 %"),
)
LEFT = (60, 260, 400)


def set_out(rows: Sequence[Sequence[str]], *, top: float = 700, step: float = 18) -> bytes:
    """Cells in columns, row by row."""
    return b"".join(
        text(cell, x, top - step * down)
        for down, row in enumerate(rows)
        for x, cell in zip(LEFT, row, strict=False)
        if cell
    )


def lines(page: PageRead) -> list[str]:
    return page.text.splitlines()


def test_a_composition_without_rules_becomes_rows(read_page: ReadPage) -> None:
    content = text("AVSNITT 3: Sammansättning", 60, 740) + set_out(ROWS)
    content += text("Hela lydelsen av faroangivelserna står i avsnitt 16.", 60, 560)
    page = read_page(pdf(Sheet(content=content)))
    assert page.tables == 1
    assert lines(page) == [
        "AVSNITT 3: Sammansättning",
        "Ämne | CAS-nr | Halt",
        "Etanol | 64-17-5 | 70 - 80 %",
        "Natriumsilikat | 1344-09-8 | 5 - 10 %",
        "Vatten | 7732-18-5 | 10 - 25 %",
        "Hela lydelsen av faroangivelserna står i avsnitt 16.",
    ]
    assert [page.text[w.start : w.end] for w in page.words] == page.text.replace(" | ", " ").split()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_turned_composition_has_the_same_rows(read_page: ReadPage, rotate: int) -> None:
    page = read_page(pdf(Sheet(content=set_out(ROWS), rotate=rotate)))
    assert lines(page) == [" | ".join(row) for row in ROWS]


def test_cells_written_column_by_column_come_out_row_by_row(read_page: ReadPage) -> None:
    content = b"".join(
        text(row[across], LEFT[across], 700 - 18 * down)
        for across in range(3)
        for down, row in enumerate(ROWS)
    )
    assert lines(read_page(pdf(Sheet(content=content)))) == [" | ".join(row) for row in ROWS]


def test_an_empty_cell_keeps_its_place_and_a_wrapped_one_is_whole(read_page: ReadPage) -> None:
    rows = [*ROWS, ("Parfym", "", "< 1 %"), ("", "", "av blandningen")]
    page = read_page(pdf(Sheet(content=set_out(rows))))
    assert lines(page)[-1] == "Parfym |  | < 1 % av blandningen"


def test_a_line_that_heads_the_rows_below_is_not_joined_to_the_row_above(
    read_page: ReadPage,
) -> None:
    rows = [*ROWS, ("Tillsatser", "", ""), ("Parfym", "8000-25-7", "1 %")]
    page = read_page(pdf(Sheet(content=set_out(rows))))
    assert lines(page)[-2:] == ["Tillsatser |  | ", "Parfym | 8000-25-7 | 1 %"]


def test_a_head_beside_its_cells_makes_no_column_of_its_own(read_page: ReadPage) -> None:
    content = text("Ämne", 200, 718) + text("CAS-nr", 270, 718) + text("Halt", 400, 718)
    page = read_page(pdf(Sheet(content=content + set_out(ROWS[1:]))))
    assert lines(page)[:2] == ["Ämne | CAS-nr | Halt", "Etanol | 64-17-5 | 70 - 80 %"]


def test_names_with_values_are_no_table(read_page: ReadPage) -> None:
    rows = [("Kokpunkt", "78 °C"), ("Flampunkt", "13 °C"), ("Densitet", "0,79"), ("pH", "7")]
    assert " | " not in read_page(pdf(Sheet(content=set_out(rows)))).text


WORDS = ("Leverantören", "intygar", "att", "2026", "117-81-7", "inga", "barn", "under", "15", "år")
WIDE = 165  # points of a column, between words of five points a letter and blanks of three


def fills_its_line(sentence: Sequence[str]) -> bool:
    """Whether a line has room for five words: shorter ones with a number each may be cells."""
    return 5 * len("".join(sentence[:5])) + 3 * 4 <= WIDE


sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=7).filter(fills_its_line)
columns_of_text = st.lists(st.lists(sentences, min_size=6, max_size=12), min_size=2, max_size=3)


def set_in_columns(columns: Sequence[Sequence[Sequence[str]]]) -> tuple[list[str], Places]:
    """Running text in columns, as a newspaper has it: lines end where the next word is too wide."""
    texts: list[str] = []
    boxes: list[Box] = []
    for across, column in enumerate(columns):
        for down, sentence in enumerate(column):
            x = left = 50.0 + 190 * across
            for word in sentence:
                if x + 5 * len(word) > left + WIDE:
                    break
                texts.append(word)
                boxes.append((x, 100.0 + 12 * down, x + 5 * len(word), 108.0 + 12 * down))
                x += 5 * len(word) + 3
    return texts, np.array(boxes)


@settings(max_examples=300)
@given(columns_of_text)
def test_running_text_in_columns_is_no_table(columns: list[list[list[str]]]) -> None:
    texts, places = set_in_columns(columns)
    assert find_unruled(texts, places, np.ones(len(texts), bool)) == []


def test_running_text_beside_a_table_is_not_torn_into_its_rows(read_page: ReadPage) -> None:
    content = set_out([("", *row[1:]) for row in ROWS], step=14)
    for down in range(4):
        content += text("Vi har granskat alla uppgifter om", 60, 700 - 14 * down)
    page = read_page(pdf(Sheet(content=content)))
    assert not any("granskat" in line and " | " in line for line in lines(page))


boxes = st.tuples(st.floats(0, 600), st.floats(0, 800), st.floats(0, 90), st.floats(0, 20))


@given(st.lists(st.tuples(st.sampled_from(WORDS), boxes, st.booleans()), max_size=60))
def test_each_word_stands_in_one_cell_at_most(
    scattered: list[tuple[str, Box, bool]],
) -> None:
    texts = [word for word, _, _ in scattered]
    places = np.array([(x, y, x + wide, y + high) for _, (x, y, wide, high), _ in scattered])
    free = np.array([is_free for *_, is_free in scattered], bool)
    tables = find_unruled(texts, places.reshape(-1, 4), free)
    held = [word for table in tables for row in table.rows for cell in row for word in cell]
    assert len(held) == len(set(held))
    assert all(free[word] for word in held)
    assert all(len({len(row) for row in table.rows}) == 1 for table in tables)
