"""Hidden text is told by its ink and by what lies under it; where that is unsure, it is seen."""

from collections.abc import Callable

import pytest

from portal.domain.evidence import PageNote
from tests.workers.reading.made import Sheet, pdf, stream, text
from workers.reading.events import PageRead

ReadPage = Callable[..., PageRead]

SEEN = text("Produkten innehåller inga ftalater", 60, 700)
WORD = text("dolt", 60, 600)
FIELD = b"50 590 80 30 re f\n"
PICTURE = [
    (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
        b"/Length 1>>stream\n\0\nendstream"
    )
]
PUT = b"q 80 0 0 30 50 590 cm /X0 Do Q\n"


def notes_of(read_page: ReadPage, content: bytes, **options: object) -> tuple[PageNote, ...]:
    sheet = Sheet(content=SEEN + content)
    return read_page(pdf(sheet, objects=PICTURE), **options).notes


@pytest.mark.parametrize(
    "content",
    [
        b"1 g " + WORD,
        b".96 .97 .98 rg " + WORD,
        b"0 .5 .2 rg " + FIELD + b"0 .52 .2 rg " + WORD,
        b"0 g " + FIELD + WORD,
        b"0 .5 .2 rg " + FIELD + b"1 g " + FIELD + WORD,
        b"q 1 0 0 1 0 0 cm .9 g " + FIELD + b".92 g " + WORD + b"Q ",
        b"1 G " + text("dolt", 60, 600, mode=1),
        text("dolt", 60, 600, mode=3),
        text("dolt", 60, 600, size=0.5),
        # The field lies elsewhere, or was painted after the text.
        b"0 .5 .2 rg 300 590 80 30 re f 1 g " + WORD,
    ],
    ids=[
        "white", "nearly white", "as its field", "black on black", "white on white on green",
        "grey on grey", "white outlines", "without ink", "too small", "field elsewhere",
    ],
)  # fmt: skip
def test_text_in_the_colour_of_what_lies_under_it_is_told(
    read_page: ReadPage, content: bytes
) -> None:
    assert notes_of(read_page, content) == (PageNote.HIDDEN_TEXT,)


@pytest.mark.parametrize(
    "content",
    [
        WORD,
        b".7 g " + WORD,
        b"0 .5 .2 rg " + FIELD + b"1 g " + WORD,
        b"0 .5 .2 rg " + FIELD + b"q 50 590 80 30 re W n 1 g " + WORD + b"Q ",
        b"0 g " + PUT + b"1 g " + WORD,
        b"0 .5 .2 rg 50 590 m 130 590 l 140 605 l 130 620 l 50 620 l 40 605 l 45 600 l f 1 g "
        + WORD,
        b"0 .5 .2 rg 50 590 20 30 re f 1 g " + WORD,
        b"1 g 0 G " + text("dolt", 60, 600, mode=2),
        b"1 g " + text(". - .", 60, 600),
    ],
    ids=[
        "black", "light grey", "white on green", "clipped", "white on a picture",
        "white on a shape", "white partly on green", "white with black outlines", "signs alone",
    ],
)  # fmt: skip
def test_text_that_can_be_seen_is_not_told(read_page: ReadPage, content: bytes) -> None:
    assert notes_of(read_page, content) == ()


def test_text_within_a_form_is_judged_by_what_lies_under_it_on_the_page(
    read_page: ReadPage,
) -> None:
    inner = b"1 g " + text("dolt", 10, 10)
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</Font<</F1 3 0 R>>>>"
        b"/Length %d>>stream\n%s\nendstream" % (len(inner), inner)
    )
    put = b"q 1 0 0 1 50 590 cm /X0 Do Q\n"
    for ground, notes in ((b"", (PageNote.HIDDEN_TEXT,)), (b"0 .5 .2 rg " + FIELD, ())):
        sheet = Sheet(content=SEEN + ground + put)
        assert read_page(pdf(sheet, objects=[form, stream(b"")])).notes == notes


def test_text_that_is_wholly_transparent_is_told(read_page: ReadPage) -> None:
    data = pdf(Sheet(content=SEEN + b"/G gs " + WORD), objects=PICTURE)
    clear = data.replace(b"/XObject<<", b"/ExtGState<</G<</ca 0>>>>/XObject<<")
    assert read_page(clear).notes == (PageNote.HIDDEN_TEXT,)
