"""What came with a request is read for what it is, and anything else is none."""

import datetime as dt
from uuid import UUID

import pytest

from portal.errors import Invalid
from portal.web.forms import Form, day_pieces, day_typed, id_of, number_of

ID = "01a21dfb-a7c3-7872-8c91-df096c5ac448"


def test_an_id_is_read_and_anything_else_is_none() -> None:
    assert id_of(ID) == UUID(ID)
    assert [id_of(odd) for odd in (None, "", "x", ID + "0", "ö")] == [None] * 5


def test_a_number_is_read_and_anything_else_is_none() -> None:
    assert (number_of("7"), number_of("007"), number_of("999999")) == (7, 7, 999_999)
    odd = (None, "", "-1", " 7", "7\n", "²", "٣", "1.0", "9" * 5_000)
    assert [number_of(each) for each in odd] == [None] * len(odd)


def test_a_password_keeps_the_blanks_that_other_texts_lose() -> None:
    form = Form({"password": ["first", "  two words "]})
    assert (form.text("password"), form.exact("password")) == ("two words", "  two words ")
    assert (form.text("none"), form.exact("none")) == ("", "")
    assert form.pairs() == [("password", "first"), ("password", "  two words ")]


def test_a_day_typed_in_three_fields_is_the_day_that_was_shown_in_them() -> None:
    day = dt.date(2026, 2, 8)
    form = Form({f"due-{piece}": [written] for piece, written in day_pieces(day).items()})
    assert form.pieces("due") == {"day": "8", "month": "2", "year": "2026"}
    assert day_typed(form, "due") == day
    assert day_typed(form, "other") is None


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [("31", "2", "2026"), ("1", "", "2026"), ("x", "1", "2026"), ("1", "1", "9" * 20)],
)
def test_what_is_no_day_is_told_at_its_field(day: str, month: str, year: str) -> None:
    form = Form({"due-day": [day], "due-month": [month], "due-year": [year]})
    with pytest.raises(Invalid) as told:
        day_typed(form, "due")
    assert list(told.value.fields) == ["due"]
