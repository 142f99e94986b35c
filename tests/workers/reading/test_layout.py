"""The text of a page: words made whole at line ends, ligatures, order, quality."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workers.reading.made import Sheet, pdf, plain, text
from workers.reading.events import PageRead
from workers.reading.layout import lay_out
from workers.reading.quality import text_quality, wants_recognition
from workers.reading.words import Words
from workers.reading.written import Writer

ReadPage = Callable[..., PageRead]


def on_one_line(*texts: str, broken: int) -> Words:
    """Words one after the other, the one at ``broken`` broken at a line's end."""
    places = np.array([(10 * at, 0, 10 * at + 9, 9) for at in range(len(texts))], float)
    lines, numbers = np.zeros(len(texts), np.int64), np.arange(len(texts))
    return Words(list(texts), lines, places, numbers == broken)


@pytest.mark.parametrize(
    ("before", "after", "together"),
    [
        ("fta", "later", "ftalater"),
        ("117-81", "7", "117-81-7"),
        ("in", "och utförsel", "in- och utförsel"),
        ("PFAS", "fri", "PFASfri"),
        ("SA", "ISO", "SA-ISO"),
    ],
)
def test_a_word_broken_at_a_line_end_is_made_whole(before: str, after: str, together: str) -> None:
    laid = lay_out(on_one_line(before, *after.split(), broken=0), [])
    assert laid.text == together
    assert [laid.text[start:end] for start, end in laid.spans][-1] == after.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ([[0], [1, 2]], "fta- | later Bly"),
        ([[0, 1], [2]], "ftalater | Bly"),
        ([[], [0, 1], [], [2], []], " | ftalater |  | Bly | "),
        ([[2], [0]], "Bly | fta-"),
        ([[], []], " | "),
    ],
)
def test_a_broken_word_goes_on_in_its_own_cell_alone(cells: list[list[int]], written: str) -> None:
    writer = Writer(on_one_line("fta", "later", "Bly", broken=0))
    writer.row(cells)
    assert writer.laid.text == written


def test_a_broken_word_has_a_box_on_each_line(read_page: ReadPage) -> None:
    page = read_page(pdf(plain("Varan innehåller inga fta-", "later över gränsen")))
    assert page.text.startswith("Varan innehåller inga ftalater")
    ends = {page.text[word.start : word.end]: word for word in page.words}
    assert ends["fta"].y1 < ends["later"].y0
    assert ends["fta"].end == ends["later"].start


def test_a_cas_number_broken_at_a_line_end_is_whole(read_page: ReadPage) -> None:
    page = read_page(pdf(plain("DEHP med CAS-nummer 117-81-", "7 finns i ytan")))
    assert page.text == "DEHP med CAS-nummer 117-81-7 finns i ytan"
    page = read_page(pdf(plain("Gällde åren 1999-", "2004 i landet")))
    assert "1999-\n2004" in page.text


def test_words_that_touch_are_one_and_words_far_apart_are_two(read_page: ReadPage) -> None:
    content = text("kandi", 60, 700) + text("dat", 86, 700) + text("bort", 400, 700)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text == "kandidat bort"


def test_words_of_a_line_stand_from_left_to_right_however_they_were_written(
    read_page: ReadPage,
) -> None:
    content = text("0,25 %", 300, 700) + text("DEHP", 60, 700) + text("117-81-7", 150, 700)
    page = read_page(pdf(Sheet(content=content)))
    assert page.text.split() == ["DEHP", "117-81-7", "0,25", "%"]


def test_offsets_hold_for_every_word(read_page: ReadPage) -> None:
    lines = ("Sluttillverkning sker i Vietnam.", "Åldersbevis saknades – för 6 av 40 akter")
    page = read_page(pdf(plain(*lines)))
    assert [page.text[w.start : w.end] for w in page.words] == " ".join(lines).split()
    assert page.text == "\n".join(lines)


def test_plain_text_is_trusted_and_text_in_unknown_signs_is_not() -> None:
    assert text_quality("Produkten innehåller inga ftalater över 0,1 %.") == 1.0
    assert text_quality("\ufffd\ufffd\ue001\ue002 \ue003") == 0.0
    assert text_quality("3HQČåQtSURVWĜHGN\\QD~þWHFK") < 0.5
    assert text_quality("SDS 117-81-7 mg/kg 12 34") == 1.0
    assert text_quality("") == 0.0


PICTURES = [
    ("", 1.0, 1),
    ("", 0.0, 900),
    ("Skannad av kontoret 2026-01-02", 0.95, 2),
    ("\ue001\ue002\ue003\ue004 " * 10, 0.0, 1),
]
TEXTS = [("", 0.0, 0), ("7", 0.0, 1), ("En hel sida text. " * 40, 0.95, 2)]


@pytest.mark.parametrize(("written", "picture", "objects"), PICTURES)
def test_a_page_whose_text_is_in_its_picture_is_read_as_one(
    written: str, picture: float, objects: int
) -> None:
    quality = text_quality(written)
    assert wants_recognition(written, quality=quality, picture=picture, objects=objects)


@pytest.mark.parametrize(("written", "picture", "objects"), TEXTS)
def test_a_page_with_its_text_or_with_nothing_is_left_as_it_is(
    written: str, picture: float, objects: int
) -> None:
    quality = text_quality(written)
    assert not wants_recognition(written, quality=quality, picture=picture, objects=objects)


@given(st.text(st.sampled_from("aeibcdÅé \n\u00a0\u2028\ufffd\ue0017ж漢")))
def test_the_order_of_characters_and_the_blanks_between_do_not_change_their_quality(
    written: str,
) -> None:
    quality = text_quality(written)
    assert 0 <= quality <= 1
    assert text_quality("".join(sorted(written))) == quality
    assert text_quality("".join(written.split())) == quality
