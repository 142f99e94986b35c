"""What came with a request: texts and files, read once, kept as typed; ids, numbers and days."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from portal.errors import Invalid
from portal.texts import N_

MOST_FIELDS: Final = 2000
DATE_PIECES: Final = ("day", "month", "year")
NO_DAY: Final = N_("Write the date with day, month and year in numbers.")


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one request by name, in order, and its files."""

    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)
    files: Mapping[str, Sequence[UploadFile]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field's last value without blanks around it; empty where it was not sent."""
        return self.exact(name).strip()

    def exact(self, name: str) -> str:
        """A field's last value as it was typed, as a password must be; empty where none is."""
        values = self.fields.get(name, ())
        return values[-1] if values else ""

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a field."""
        return tuple(self.fields.get(name, ()))

    def pairs(self) -> list[tuple[str, str]]:
        """Every field with each of its values, to be sent along once more."""
        return [(name, value) for name, values in self.fields.items() for value in values]

    def has(self, name: str) -> bool:
        """Whether the field was sent at all: a pressed button, a ticked box."""
        return name in self.fields

    def pieces(self, name: str) -> dict[str, str]:
        """What was typed in the three fields of a date."""
        return {piece: self.text(f"{name}-{piece}") for piece in DATE_PIECES}


def id_of(value: str | None) -> UUID | None:
    """An id that was sent; None where it is none."""
    try:
        return UUID(value or "")
    except ValueError:
        return None


def number_of(value: str | None) -> int | None:
    """A whole number of at most six figures that was sent; None where it is none."""
    return int(value) if value and re.fullmatch("[0-9]{1,6}", value) else None


def day_pieces(day: dt.date) -> dict[str, str]:
    """A date as its three fields take it."""
    return {piece: str(getattr(day, piece)) for piece in DATE_PIECES}


def day_typed(form: Form, name: str) -> dt.date | None:
    """A date from its three fields; None where nothing was typed.

    Raises Invalid on the field where something was typed that is no date.
    """
    typed = form.pieces(name)
    if not any(typed.values()):
        return None
    try:
        return dt.date(int(typed["year"]), int(typed["month"]), int(typed["day"]))
    except (ValueError, OverflowError):
        raise Invalid({name: NO_DAY}) from None


async def read_form(request: Request) -> Form:
    """Read a form. Files lie in temporary files past 1 MiB; the route bounds the whole body."""
    if request.method != "POST":
        return Form()
    data = await request.form(max_fields=MOST_FIELDS, max_files=20)
    return sorted_out(data)


def sorted_out(data: FormData) -> Form:
    """Texts and files apart."""
    fields: dict[str, list[str]] = {}
    files: dict[str, list[UploadFile]] = {}
    for name, value in data.multi_items():
        if isinstance(value, str):
            fields.setdefault(name, []).append(value)
        elif value.filename:
            files.setdefault(name, []).append(value)
    return Form(fields, files)
