"""Text under a picture that was painted over it is told; under one that is seen through, not."""

from collections.abc import Callable

import pytest

from portal.domain.evidence import Limits, PageNote
from tests.workers.reading.made import Sheet, pdf, text
from workers.reading.events import PageRead

ReadPage = Callable[..., PageRead]

TEXT = text("Produkten innehåller inga ftalater", 60, 700)
WHOLE = b"q 595 0 0 842 0 0 cm /X0 Do Q\n"
PLAIN = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\xff\nendstream"
MASK = b"/ImageMask true/BitsPerComponent 1/Length 1>>stream\n\x80\nendstream"


def picture(rest: bytes = PLAIN) -> bytes:
    """A picture of one pixel, white unless told otherwise."""
    return b"<</Type/XObject/Subtype/Image/Width 1/Height 1" + rest


def see_through(cover: bytes) -> list[bytes]:
    """A picture, and behind it how much of it covers what lies under it."""
    return [picture(b"/SMask 5 0 R" + PLAIN), picture(PLAIN.replace(b"\xff", cover))]


def notes_of(
    read_page: ReadPage, content: bytes, *, objects: list[bytes] | None = None, **options: object
) -> tuple[PageNote, ...]:
    made = pdf(Sheet(content=content), objects=objects or [picture()])
    return read_page(made, **options).notes


@pytest.mark.parametrize(
    ("content", "objects"),
    [
        (TEXT + WHOLE, None),
        (TEXT + WHOLE, see_through(b"\xff")),
        (TEXT + b"q 0 0 595 842 re W n " + WHOLE + b"Q\n", None),
        (TEXT + b"q 595 0 0 500 0 342 cm /X0 Do Q\n", None),
    ],
    ids=["laid over it", "a mask that covers", "cut to the page", "more than half the page"],
)
def test_text_under_a_picture_painted_over_it_is_told(
    read_page: ReadPage, content: bytes, objects: list[bytes] | None
) -> None:
    assert notes_of(read_page, content, objects=objects) == (PageNote.TEXT_UNDER_PICTURE,)


@pytest.mark.parametrize(
    ("content", "objects"),
    [
        (WHOLE + TEXT, None),
        (TEXT + WHOLE, see_through(b"\x00")),
        (TEXT + WHOLE, see_through(b"\x80")),
        (TEXT + WHOLE, [picture(MASK)]),
        (TEXT + b"q 300 0 0 60 50 680 cm /X0 Do Q\n", None),
        (TEXT + b"q 0 0 595 600 re W n " + WHOLE + b"Q\n", None),
        (TEXT + b"q 595 0 0 600 0 0 cm /X0 Do Q\n", None),
    ],
    ids=[
        "text on a picture", "a picture that is clear", "half clear", "a stencil without ink",
        "a stamp", "cut to the rest of the page", "a picture below",
    ],
)  # fmt: skip
def test_text_that_a_picture_leaves_to_be_seen_is_not_told(
    read_page: ReadPage, content: bytes, objects: list[bytes] | None
) -> None:
    assert notes_of(read_page, content, objects=objects) == ()


def test_some_words_under_a_picture_are_told_as_text_that_is_not_seen(read_page: ReadPage) -> None:
    under = text("dolt", 60, 60)
    over = b"q 595 0 0 500 0 0 cm /X0 Do Q\n"
    assert notes_of(read_page, TEXT + under + over) == (PageNote.HIDDEN_TEXT,)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_under_a_picture_is_told_on_a_turned_page(read_page: ReadPage, turn: int) -> None:
    made = pdf(Sheet(content=TEXT + WHOLE, rotate=turn), objects=[picture()])
    assert read_page(made).notes == (PageNote.TEXT_UNDER_PICTURE,)


def test_a_picture_too_large_to_unpack_is_taken_to_be_seen_through(read_page: ReadPage) -> None:
    assert notes_of(read_page, TEXT + WHOLE, limits=Limits(pixels=1_000)) == ()
